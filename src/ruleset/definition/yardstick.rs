//! What is measured of a text, and how much of it is too much.

use serde::{Deserialize, Serialize};

use super::Need;

/// A measure of a text with its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Yardstick {
    /// What is measured.
    pub of: Quantity,
    /// More than this is too much.
    pub over: u32,
    /// More than this is another rule's matter.
    pub up_to: Option<u32>,
}

impl Yardstick {
    /// Whether so much is too much, and this rule's matter.
    pub fn exceeded_by(&self, value: usize) -> bool {
        let most = self.up_to.map_or(usize::MAX, |most| most as usize);
        value > self.over as usize && value <= most
    }
}

/// What of a text can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quantity {
    /// The words of a paragraph or an item.
    ParagraphWords,
    /// The words of a sentence.
    SentenceWords,
    /// The years of school that a document's running prose asks for.
    ReadingGrade,
    /// The words in capitals in a row, headings left out.
    CapitalWords,
    /// The words of a document for each of its headings below the title.
    WordsPerHeading,
    /// The words of a document that has no table of contents.
    WordsWithoutContents,
}

impl Quantity {
    /// All of them, by their names in rule files, and what of the markup must be read to measure them.
    pub const ALL: [(&'static str, Self, Option<Need>); 6] = [
        ("paragraph-words", Self::ParagraphWords, None),
        ("sentence-words", Self::SentenceWords, None),
        ("reading-grade", Self::ReadingGrade, None),
        ("capital-words", Self::CapitalWords, None),
        ("words-per-heading", Self::WordsPerHeading, Some(Need::Headings)),
        ("words-without-contents", Self::WordsWithoutContents, None),
    ];
}
