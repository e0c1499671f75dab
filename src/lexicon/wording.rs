//! Words that are to stand one after the other, found exactly or nearly.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::analysis::{Analysis, Token};
use super::vocabulary::{Vocabulary, WordId};
use super::words::each_word;

/// A wording as the words that it is made of; case, punctuation and typography are no part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordRun {
    words: Vec<WordId>,
}

impl WordRun {
    /// The words of `text`, which are made known to `vocabulary`.
    pub fn new(text: &str, vocabulary: &mut Vocabulary) -> Self {
        let mut words = Vec::new();
        each_word(text, |word| words.push(vocabulary.intern(word.form)));
        Self { words }
    }

    /// Whether it holds no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How many words it holds.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Where the words stand just so, in order, as ranges of token numbers. Punctuation and ends of blocks between them don't matter.
    pub fn occurrences(&self, analysis: &Analysis) -> Vec<Range<usize>> {
        let rarest = (self.words.iter().enumerate()).min_by_key(|(_, word)| analysis.positions_of_word(**word).len());
        let Some((offset, rarest)) = rarest else { return Vec::new() };
        let mut found: Vec<Range<usize>> = Vec::new();
        for position in analysis.positions_of_word(*rarest) {
            let Some(start) = (*position as usize).checked_sub(offset) else { continue };
            let run = start..start + self.words.len();
            let free = found.last().is_none_or(|last| last.end <= run.start);
            let tokens = analysis.tokens().get(run.clone()).unwrap_or_default();
            if free
                && tokens.len() == self.words.len()
                && tokens.iter().map(|token| token.word).eq(self.words.iter().copied())
            {
                found.push(run);
            }
        }
        found
    }

    /// How many words a near wording keeps: three quarters.
    fn enough(&self) -> usize {
        (self.words.len() * 3).div_ceil(4)
    }

    /// Whether the text holds enough of the words anywhere for a near wording.
    pub fn is_conceivable(&self, analysis: &Analysis) -> bool {
        let present = self.words.iter().filter(|word| !analysis.positions_of_word(**word).is_empty());
        present.count() >= self.enough()
    }

    /// The best near wording within a range of token numbers: three quarters of the words in order, close together.
    ///
    /// Time: linear in the range (each token is looked at by a few windows, each as wide as two wordings).
    pub fn nearest(&self, analysis: &Analysis, within: Range<usize>) -> Option<Range<usize>> {
        let tokens = analysis.tokens().get(within.clone())?;
        let known = tokens.iter().filter(|token| self.words.contains(&token.word)).count();
        if known < self.enough() || self.words.len() < 4 {
            return None;
        }
        let (width, step) = (2 * self.words.len(), (self.words.len() / 2).max(1));
        let mut best: Option<(usize, Range<usize>)> = None;
        for start in (0..tokens.len()).step_by(step) {
            let window = &tokens[start..(start + width).min(tokens.len())];
            let Some((kept, run)) = self.in_order(window) else { continue };
            let run = within.start + start + run.start..within.start + start + run.end;
            let better =
                best.as_ref().is_none_or(|(most, other)| kept > *most || kept == *most && run.len() < other.len());
            if kept >= self.enough() && better {
                best = Some((kept, run));
            }
        }
        best.map(|(_, run)| run)
    }

    /// How many of the words stand in `tokens` in order, at most, and the shortest run that begins as late as it can.
    fn in_order(&self, tokens: &[Token]) -> Option<(usize, Range<usize>)> {
        // For each number of words of the wording: how many of them are kept, and where the first of those stands.
        let mut kept = vec![(0_usize, 0_usize); self.words.len() + 1];
        let mut best: Option<(usize, Range<usize>)> = None;
        for (at, token) in tokens.iter().enumerate() {
            let mut diagonal = kept[0];
            for (number, word) in self.words.iter().enumerate() {
                let above = kept[number + 1];
                let here = if token.word == *word {
                    let first = if diagonal.0 == 0 { at } else { diagonal.1 };
                    (diagonal.0 + 1, first)
                } else {
                    above.max(kept[number])
                };
                diagonal = above;
                kept[number + 1] = here;
            }
            let (count, first) = kept[self.words.len()];
            if count > best.as_ref().map_or(0, |(most, _)| *most) {
                best = Some((count, first..at + 1));
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn read(wording: &str, prose: &str) -> (WordRun, Analysis) {
        let mut vocabulary = Vocabulary::new();
        let run = WordRun::new(wording, &mut vocabulary);
        vocabulary.index();
        (run, Analysis::new(prose, &vocabulary))
    }

    fn words(analysis: &Analysis, run: &Range<usize>, prose: &str) -> String {
        let tokens = &analysis.tokens()[run.clone()];
        tokens[0].range.join(tokens[tokens.len() - 1].range).of(prose).to_owned()
    }

    const NOTICE: &str = "NOTICE: We may sell your sensitive personal data.";

    #[test]
    fn case_and_punctuation_are_no_part_of_a_wording() {
        let prose = "Note. Notice \n WE MAY SELL your 'sensitive' personal data! Notice: we may sell your data.";
        let (run, analysis) = read(NOTICE, prose);
        let found = run.occurrences(&analysis);
        assert_eq!(found.len(), 1);
        assert_eq!(words(&analysis, &found[0], prose), "Notice \n WE MAY SELL your 'sensitive' personal data");
    }

    #[test]
    fn a_near_wording_keeps_three_quarters_in_order() {
        let near = |prose: &str| {
            let (run, analysis) = read(NOTICE, prose);
            run.nearest(&analysis, 0..analysis.tokens().len()).map(|found| words(&analysis, &found, prose))
        };
        assert_eq!(
            near("As of today we may sell your personal data to brokers.").as_deref(),
            Some("we may sell your personal data")
        );
        assert_eq!(near("Sensitive data is personal; we may not part with yours, or sell it."), None);
        let apart = "We may write. ".to_owned()
            + &"It rains a lot in autumn. ".repeat(6)
            + "They sell your sensitive personal data.";
        assert_eq!(near(&apart), None);
    }

    proptest::proptest! {
        #[test]
        fn any_wording_is_found_in_itself(text in "[a-z]{1,4}( [a-z]{1,4}){3,9}", around in "[a-z ]{0,30}") {
            let prose = format!("{around} {text} {around}");
            let (run, analysis) = read(&text, &prose);
            let all = 0..analysis.tokens().len();
            proptest::prop_assert!(!run.occurrences(&analysis).is_empty());
            proptest::prop_assert!(run.is_conceivable(&analysis) && run.nearest(&analysis, all).is_some());
        }
    }
}
