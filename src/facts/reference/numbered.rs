//! Sections that a text points to by their numbers.

use std::collections::HashSet;

use crate::doc::{Block, BlockKind, Mark, Reading, SentenceId};
use crate::text::ProseRange;

use super::{before, behind};

/// A section named by its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberedSection {
    /// The number or letter: `4`, `4.2`, `K`.
    pub number: String,
    /// "Section 4.2" as written.
    pub prose: ProseRange,
    /// The sentence that points.
    pub sentence: SentenceId,
    /// Whether the words behind say that it is in this text.
    pub here: bool,
}

/// Words that say that it is in this text.
const HERE: &[&str] = &["below", "above", "hereof", "herein"];

/// The numbers that the sections of a text have.
#[derive(Debug, Default)]
pub struct Numbers {
    labels: HashSet<String>,
    /// The first numbers of those that have several.
    divided: HashSet<String>,
    /// How many headings there are, with numbers or without.
    headings: u32,
    /// The plain numbers of headings, which a list of contents repeats.
    heads: HashSet<String>,
    /// The letters of parts, as A, B and C.
    letters: HashSet<String>,
    /// The highest plain number of a block.
    highest: u32,
    /// The levels of headings.
    levels: HashSet<u8>,
    /// How many outermost items have numbers: sections that are lists of one item each, which a page counts on.
    items: u32,
}

impl Numbers {
    /// Gathers the numbers of headings, paragraphs and items.
    pub fn new(reading: &Reading) -> Self {
        let mut numbers = Self::default();
        for block in reading.blocks.iter().filter(|block| !block.furniture) {
            numbers.labels.extend(run_in(reading, block));
            let numbered = matches!(&block.kind, BlockKind::Item(item) if item.depth == 0 && !item.ordinal.is_empty());
            numbers.items += u32::from(numbered);
            numbers.headings += u32::from(matches!(block.kind, BlockKind::Heading { .. }));
            if let BlockKind::Heading { level } = block.kind {
                numbers.levels.insert(level);
            }
            let (label, heads) = match &block.kind {
                BlockKind::Item(item) => (Some(item.ordinal.clone()), item.depth == 0 && !item.run_in),
                BlockKind::Heading { .. } => (Mark::at_head(reading.words(block.prose)).map(|mark| mark.label), true),
                _ => (Mark::at_head(reading.words(block.prose)).map(|mark| mark.label), false),
            };
            let letter = label.as_ref().filter(|label| heads && is_letter(label));
            numbers.letters.extend(letter.cloned());
            let Some(label) = label.filter(|label| label.starts_with(|first: char| first.is_ascii_digit())) else {
                continue;
            };
            numbers.highest = numbers.highest.max(label.parse().unwrap_or(0));
            let plain = heads && !label.contains('.') && matches!(block.kind, BlockKind::Heading { .. });
            if let Some((first, _)) = label.split_once('.') {
                numbers.divided.insert(first.to_owned());
            }
            if plain {
                numbers.heads.insert(label.clone());
            }
            numbers.labels.insert(label);
        }
        numbers
    }

    /// Whether a section has this number or letter. Where the headings have none, one whom the reader gets to by counting headings, items and
    /// paragraphs: a page may number what its source doesn't.
    pub fn have(&self, number: &str) -> bool {
        if is_letter(number) {
            let counts = ["A", "B", "C"].iter().all(|first| self.letters.contains(*first));
            return !counts || self.letters.contains(number);
        }
        if self.heads.len() < 3 || !self.labels.contains("1") {
            let first = number.split('.').next().and_then(|first| first.parse::<u32>().ok());
            // Nobody counts to the seventh part of the fourth section where sections have no parts.
            let undivided = self.divided.is_empty() && self.items == 0 && self.levels.len() <= 2;
            if number.contains('.') && undivided && self.headings >= LEAST {
                return false;
            }
            return self.headings < LEAST
                || first.is_none_or(|first| first <= self.headings.max(self.highest).max(self.items));
        }
        let (first, rest) = number.split_once('.').map_or((number, None), |(first, rest)| (first, Some(rest)));
        self.labels.contains(number) || rest.is_some() && !self.divided.contains(first) && self.labels.contains(first)
    }
}

fn is_letter(label: &str) -> bool {
    label.len() == 1 && label.starts_with(|letter: char| letter.is_ascii_uppercase())
}

/// A text with fewer headings than these has lost them, or has no sections.
const LEAST: u32 = 4;

/// Numbers of several parts at the head of sentences: "5.3.1 Controller. … 5.3.2 Legal basis. …" in one paragraph.
fn run_in(reading: &Reading, block: &Block) -> impl Iterator<Item = String> {
    let sentences = reading.sentences[block.sentences.clone()].iter().skip(1);
    let labels = sentences.filter_map(|sentence| Mark::at_head(reading.words(sentence.prose))).map(|mark| mark.label);
    labels.filter(|label| label.contains('.') && label.starts_with(|first: char| first.is_ascii_digit()))
}

/// All sections that a reading names by number; whose they are, other words of the sentence may tell.
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
            let numbered = number_behind(&lower, start, from).or_else(|| letter_behind(text, start, from));
            let Some((number, end)) = numbered else { continue };
            let here = is_here(&lower, end);
            if here || !is_statute(&lower, start, end) {
                let offset = sentence.prose.start();
                let prose = ProseRange::new(offset + start, offset + end);
                found.push(NumberedSection { number, prose, sentence: SentenceId::at(at), here });
            }
        }
    }
    found
}

/// The capital letter behind the word "section" that ends at `end`, and where it ends. "I" may be a numeral, or who speaks.
fn letter_behind(text: &str, start: usize, end: usize) -> Option<(String, usize)> {
    let letter = text[end..].strip_prefix(' ')?.split(' ').next()?.trim_end_matches([',', '.', ';', ':', ')']);
    let at = end + 1 + letter.len();
    let starts_word = !text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '"');
    // "Section A" at the head of a sentence's rest may be an article in capitals.
    let other = text[at..].starts_with(['-', '/', '(', '\'']) || text[at..].starts_with(" &");
    (starts_word && is_letter(letter) && letter != "I" && !other).then(|| (letter.to_owned(), at))
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

/// Whether the words behind a number say that the section is in this text: "below", "of this policy".
fn is_here(text: &str, end: usize) -> bool {
    let mut after = behind(text, end).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    match after.next() {
        Some("of") => after.next() == Some("this"),
        Some(first) => HERE.contains(&first),
        None => false,
    }
}

/// Whether a section sign stands around the number.
fn is_statute(text: &str, start: usize, end: usize) -> bool {
    [before(text, start), behind(text, end)].iter().any(|around| around.contains('\u{a7}'))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::doc::{Format, read};
    use crate::text::SourceText;

    #[test]
    fn numbers_of_the_text_only() {
        let text = "# Notice\n\n## 1. Names\n\nSee Section 9 and section 2.1 below. Section § 5 counts, and Section 230.\n\n## 2. Uses\n\nText.\n\n## 3. Ends\n\nText.";
        let reading = read(&SourceText::new(text.as_bytes()).unwrap(), Format::Markdown);
        let numbers: Vec<String> = numbered_sections(&reading).into_iter().map(|section| section.number).collect();
        assert_eq!(numbers, ["9", "2.1"]);
        assert_eq!(numbered_sections(&reading).iter().map(|section| section.here).collect::<Vec<_>>(), [false, true]);
        let run_in = format!("{text} We keep it. 5.3.4 Transfers. We send it abroad.");
        let run_in = read(&SourceText::new(run_in.as_bytes()).unwrap(), Format::Markdown);
        assert!(Numbers::new(&run_in).have("5.3.4") && !Numbers::new(&run_in).have("5.3.5"));
        let unnumbered =
            "# Notice\n\n## Names\n\nSee Section 14, or Section 3.\n\n## Uses\n\nText.\n\n## Ends\n\nText.";
        let unnumbered = read(&SourceText::new(unnumbered.as_bytes()).unwrap(), Format::Markdown);
        assert!(
            !Numbers::new(&unnumbered).have("3.2")
                && !Numbers::new(&unnumbered).have("14")
                && Numbers::new(&unnumbered).have("3")
        );
        let known = Numbers::new(&reading);
        assert!(!known.have("9") && known.have("2.1") && known.have("3") && !known.have("4"));
    }
}
