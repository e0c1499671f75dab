//! Sections that a text points to by their numbers.

use std::collections::HashSet;

use crate::doc::{BlockKind, Mark, Reading, SentenceId};
use crate::text::ProseRange;

use super::{before, behind};

/// A section named by its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberedSection {
    /// The number: `4`, `4.2`.
    pub number: String,
    /// "Section 4.2" as written.
    pub prose: ProseRange,
    /// The sentence that points.
    pub sentence: SentenceId,
}

/// Words of laws and other documents, which number their sections, too.
const OTHERS: &[&str] = &[
    "act",
    "code",
    "law",
    "statute",
    "regulation",
    "regulations",
    "gdpr",
    "ccpa",
    "cpra",
    "coppa",
    "title",
    "chapter",
    "article",
    "directive",
    "usc",
    "cfr",
    "civil",
    "penal",
    "terms",
    "agreement",
    "ftc",
    "tcpa",
    "pub",
    "stat",
    "ecpa",
    "dmca",
    "irs",
    "revenue",
    "amended",
    "constitution",
    "rule",
    "rules",
    "schedule",
    "clauses",
    "bdsg",
    "lgpd",
    "pipeda",
    "ferpa",
    "hipaa",
    "uk",
    "dpa",
    "tmg",
    "bill",
    "federal",
    "california",
    "dsgvo",
    "paragraph",
    "subparagraph",
    "et",
    "seq",
    "order",
    "form",
];
const HERE: &[&str] = &["below", "above", "hereof", "herein"];

/// The numbers that the sections of a text have.
#[derive(Debug, Default)]
pub struct Numbers {
    labels: HashSet<String>,
    /// The first numbers of those that have several.
    divided: HashSet<String>,
    /// How many headings count by plain numbers.
    plain: u32,
}

impl Numbers {
    /// Gathers the numbers of headings, paragraphs and items.
    pub fn new(reading: &Reading) -> Self {
        let mut numbers = Self::default();
        for block in reading.blocks.iter().filter(|block| !block.furniture) {
            let (label, heads) = match &block.kind {
                BlockKind::Item(item) => (Some(item.ordinal.clone()), item.depth == 0 && !item.run_in),
                BlockKind::Heading { .. } => (Mark::at_head(reading.words(block.prose)).map(|mark| mark.label), true),
                _ => (Mark::at_head(reading.words(block.prose)).map(|mark| mark.label), false),
            };
            let Some(label) = label.filter(|label| label.starts_with(|first: char| first.is_ascii_digit())) else {
                continue;
            };
            let plain = heads && !label.contains('.') && matches!(block.kind, BlockKind::Heading { .. });
            if let Some((first, _)) = label.split_once('.') {
                numbers.divided.insert(first.to_owned());
            }
            numbers.plain += u32::from(numbers.labels.insert(label) && plain);
        }
        numbers
    }

    /// Whether a section has this number; true where the text does not number its sections.
    pub fn have(&self, number: &str) -> bool {
        if self.plain < 3 || !self.labels.contains("1") {
            return true;
        }
        let (first, rest) = number.split_once('.').map_or((number, None), |(first, rest)| (first, Some(rest)));
        self.labels.contains(number) || rest.is_some() && !self.divided.contains(first) && self.labels.contains(first)
    }
}

/// All sections that a reading names by number, those of laws left out.
pub fn numbered_sections(reading: &Reading) -> Vec<NumberedSection> {
    let mut found = Vec::new();
    for (at, sentence) in reading.sentences.iter().enumerate() {
        let block = reading.block(sentence.block);
        if block.furniture || block.quoted || matches!(block.kind, BlockKind::Heading { .. }) {
            continue;
        }
        let text = reading.words(sentence.prose);
        let lower = text.to_ascii_lowercase();
        let mut from = 0;
        while let Some(start) = lower[from..].find("section").map(|start| from + start) {
            from = start + "section".len();
            if let Some((number, end)) =
                number_behind(&lower, start, from).filter(|(_, end)| is_own(&lower, start, *end))
            {
                let offset = sentence.prose.start();
                let prose = ProseRange::new(offset + start, offset + end);
                found.push(NumberedSection { number, prose, sentence: SentenceId::at(at) });
            }
        }
    }
    found
}

/// The number behind the word at `start`, and where it ends.
fn number_behind(text: &str, start: usize, end: usize) -> Option<(String, usize)> {
    let rest = &text[end..];
    let rest = rest.strip_prefix('s').unwrap_or(rest);
    let words = rest.trim_start();
    let at = text.len() - words.len();
    let number: &str = &words[..words.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(words.len())];
    let number = number.trim_end_matches('.');
    let starts_word = !text[..start].ends_with(|c: char| c.is_alphanumeric());
    let small = number.split('.').all(|part| !part.is_empty() && part.len() <= 2);
    let ends = !text[at + number.len()..]
        .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '\u{2014}' | '/' | '\''));
    (starts_word && small && ends && words.len() < rest.len()).then(|| (number.to_owned(), at + number.len()))
}

/// Whether the number is one of this text's sections, as far as the sentence tells.
fn is_own(text: &str, start: usize, end: usize) -> bool {
    let (leading, tail) = (before(text, start), behind(text, end));
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let after = words(tail);
    let here = after.first().is_some_and(|word| HERE.contains(&word.as_str()))
        || after.len() > 1 && after[0] == "of" && after[1] == "this";
    let mut all = words(leading).into_iter().chain(after);
    let statute = leading.contains('\u{a7}') || tail.contains('\u{a7}');
    here || !(statute || all.any(|word| OTHERS.contains(&word.as_str())))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::doc::{Format, read};
    use crate::text::SourceText;

    #[test]
    fn numbers_of_the_text_only() {
        let text = "# Notice\n\n## 1. Names\n\nSee Section 9 and section 2.1. Section 5 of the FTC Act counts, and Section 230.\n\n## 2. Uses\n\nText.\n\n## 3. Ends\n\nText.";
        let reading = read(&SourceText::new(text.as_bytes()).unwrap(), Format::Markdown);
        let numbers: Vec<String> = numbered_sections(&reading).into_iter().map(|section| section.number).collect();
        assert_eq!(numbers, ["9", "2.1"]);
        let known = Numbers::new(&reading);
        assert!(!known.have("9") && known.have("2.1") && known.have("3") && !known.have("4"));
    }
}
