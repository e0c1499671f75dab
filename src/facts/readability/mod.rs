//! How hard running prose is to read.

mod syllables;

pub use syllables::syllables;

/// Fewer words than these are no sample: one long name would decide.
const SAMPLE: usize = 100;
/// A sentence of fewer words is a label.
const SENTENCE: usize = 4;

/// What running prose is made of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RunningProse {
    /// Whole sentences.
    pub sentences: usize,
    /// Their words.
    pub words: usize,
    /// The syllables of these.
    pub syllables: usize,
}

impl RunningProse {
    /// Adds a sentence, if it is a whole one. What stands without an end mark is a label, a cell or a piece of a list.
    pub fn add(&mut self, sentence: &str) {
        let ends = sentence.trim_end_matches(['"', '\'', ')']).ends_with(['.', '?', '!']);
        let words: Vec<&str> = words(sentence).collect();
        if ends && words.len() >= SENTENCE {
            self.sentences += 1;
            self.words += words.len();
            self.syllables += words.into_iter().map(syllables).sum::<usize>();
        }
    }

    /// The years of school that English prose asks for: the Flesch–Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom 1975),
    /// 0.39 × words per sentence + 11.8 × syllables per word − 15.59. `None` where there is too little of it.
    pub fn grade(&self) -> Option<f64> {
        let (sentences, words, syllables) = (self.sentences as f64, self.words as f64, self.syllables as f64);
        (self.words >= SAMPLE).then(|| 0.39 * words / sentences + 11.8 * syllables / words - 15.59)
    }
}

/// The words of a text: addresses, numbers and marks are none.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let chunks = text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '\u{2014}'));
    let plain = chunks.filter(|chunk| !chunk.contains(['@', '_']) && !chunk.trim_end_matches(['.', ',']).contains('.'));
    plain.map(|chunk| chunk.trim_matches(|c: char| !c.is_alphabetic())).filter(|word| !word.is_empty())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn grade(text: &str, times: usize) -> f64 {
        let mut prose = RunningProse::default();
        for _ in 0..times {
            text.split_inclusive('.').for_each(|sentence| prose.add(sentence));
        }
        prose.grade().unwrap()
    }

    #[test]
    fn the_formula_as_published() {
        // Ten words of one syllable: 0.39 × 10 + 11.8 − 15.59.
        assert!((grade("We keep your name and your mail for one year.", 20) - 0.11).abs() < 0.001);
        let hard = "Notwithstanding the foregoing, contractual obligations necessitate the retention of identifiable information by authorised representatives irrespective of individual preferences.";
        assert!(grade(hard, 10) > 20.0);
        assert_eq!(RunningProse::default().grade(), None);
    }

    #[test]
    fn labels_addresses_and_numbers_are_no_prose() {
        let mut prose = RunningProse::default();
        for label in ["Names and addresses of those who order", "Write to us.", "1. 2. 3. 4. 5."] {
            prose.add(label);
        }
        assert_eq!(prose, RunningProse::default());
        prose.add("Write to a@b.example or see www.b.example within 30 days.");
        assert_eq!((prose.sentences, prose.words), (1, 6));
    }
}
