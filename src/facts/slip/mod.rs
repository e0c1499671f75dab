//! Slips of the pen and of machines: characters, words and marks that nobody means to write.

mod characters;
mod disguised;
mod glued;
mod glued_link;
mod lookalike;
mod marks;
mod mojibake;
mod near_miss;
mod number;
mod pieces;
mod sentences;
mod spelling;
mod word_list;
mod words;

#[cfg(test)]
mod tests;

use crate::text::{ProseRange, SourceText, TextRange};

use super::Facts;

/// What kind of slip it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipKind {
    /// Text that was read in the wrong encoding and saved again: `â€™`.
    Mojibake,
    /// A sign that a character was lost: U+FFFD, or a question mark in the place of an apostrophe.
    Replacement,
    /// A character that shows nothing, within a word.
    InvisibleInWord,
    /// A character that shows nothing, within an address of e-mail or of the web.
    InvisibleInAddress,
    /// A character that shows nothing, within the target of a link.
    InvisibleInTarget,
    /// A control character that changes the order in which letters are shown, where nothing is written from right to left.
    Bidirectional,
    /// A character that only looks like the hyphen or the space of an address.
    Disguised,
    /// Letters of two scripts in one word that look like letters of one.
    MixedScript,
    /// Full-width letters where nothing is Chinese, Japanese or Korean.
    FullWidth,
    /// The same word, or the same few words, twice in a row.
    DoubledWord,
    /// A number in words and another one behind it in digits.
    NumberWord,
    /// A bracket that is opened and not closed, around a name that it gives.
    OpenDefinition,
    /// Any other bracket that is opened and not closed.
    OpenBracket,
    /// A bracket that is closed and was not opened.
    StrayBracket,
    /// A quotation mark without its counterpart.
    LoneQuote,
    /// A paragraph that breaks off.
    Truncated,
    /// A name and the lines of an address, run into a paragraph about something else.
    StrayBlock,
    /// A known misspelling of another word, or one that is near to a word of the text.
    Misspelt,
    /// A sentence that begins without a space behind the stop of the last.
    GluedSentence,
    /// Two words without the space between them.
    GluedWord,
    /// A word onto which the words of a link are written.
    GluedLink,
}

impl SlipKind {
    /// All of them.
    pub const ALL: [Self; 21] = [
        Self::Mojibake,
        Self::Replacement,
        Self::InvisibleInWord,
        Self::InvisibleInAddress,
        Self::InvisibleInTarget,
        Self::Bidirectional,
        Self::Disguised,
        Self::MixedScript,
        Self::FullWidth,
        Self::DoubledWord,
        Self::NumberWord,
        Self::OpenDefinition,
        Self::OpenBracket,
        Self::StrayBracket,
        Self::LoneQuote,
        Self::Truncated,
        Self::StrayBlock,
        Self::Misspelt,
        Self::GluedSentence,
        Self::GluedWord,
        Self::GluedLink,
    ];

    /// The name that rules use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mojibake => "mojibake",
            Self::Replacement => "replacement",
            Self::InvisibleInWord => "invisible-in-word",
            Self::InvisibleInAddress => "invisible-in-address",
            Self::InvisibleInTarget => "invisible-in-target",
            Self::Bidirectional => "bidirectional",
            Self::Disguised => "disguised",
            Self::MixedScript => "mixed-script",
            Self::FullWidth => "full-width",
            Self::DoubledWord => "doubled-word",
            Self::NumberWord => "number-word",
            Self::OpenDefinition => "open-definition",
            Self::OpenBracket => "open-bracket",
            Self::StrayBracket => "stray-bracket",
            Self::LoneQuote => "lone-quote",
            Self::Truncated => "truncated",
            Self::StrayBlock => "stray-block",
            Self::Misspelt => "misspelt",
            Self::GluedSentence => "glued-sentence",
            Self::GluedWord => "glued-word",
            Self::GluedLink => "glued-link",
        }
    }
}

/// A slip and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// What kind.
    pub kind: SlipKind,
    /// The words around it that it is shown by.
    pub prose: ProseRange,
    /// Where it stands in the decoded text, where the prose does not hold it.
    pub place: Option<TextRange>,
    /// What stands there: the doubled word, the number in words, the name of the character.
    pub found: String,
    /// What ought to stand there, as far as that is known.
    pub expected: String,
    /// The way to mend it, where exactly one is right.
    pub repair: Option<Repair>,
}

/// A replacement that mends a slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Repair {
    /// Of words of the prose, where the source has them without markup.
    Prose(ProseRange, String),
    /// Of source text.
    Source(TextRange, String),
}

impl Slip {
    fn new(kind: SlipKind, prose: ProseRange) -> Self {
        Self { kind, prose, place: None, found: String::new(), expected: String::new(), repair: None }
    }

    fn found(mut self, found: impl Into<String>) -> Self {
        self.found = found.into();
        self
    }

    fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = expected.into();
        self
    }

    fn placed(mut self, place: TextRange) -> Self {
        self.place = Some(place);
        self
    }

    fn repaired(mut self, repair: Repair) -> Self {
        self.repair = Some(repair);
        self
    }
}

/// All slips of a source, kind by kind. Linear in the source.
pub(super) fn slips(facts: &Facts<'_>, source: &SourceText) -> Vec<Slip> {
    let mut found = Vec::new();
    mojibake::find(facts, source, &mut found);
    characters::find(facts, &mut found);
    disguised::find(facts, source, &mut found);
    lookalike::find(facts, &mut found);
    words::find(facts, &mut found);
    number::find(facts, &mut found);
    marks::find(facts, &mut found);
    sentences::find(facts, &mut found);
    glued::find(facts, &mut found);
    glued_link::find(facts, &mut found);
    spelling::find(facts, &mut found);
    found
}
