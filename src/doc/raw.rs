//! What a reader hands to the assembler: blocks in reading order, their words still tied to the source.

use crate::text::TextRange;

use super::model::LinkKind;

/// A run of reading text and the source text that it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Bytes of the decoded source text.
    pub source: TextRange,
    /// What is read there; `None` where the source text itself is read, byte for byte.
    pub replacement: Option<String>,
}

impl Piece {
    /// Source text that is read as it stands.
    pub fn verbatim(source: TextRange) -> Self {
        Self { source, replacement: None }
    }

    /// Source text that is read as something else: an entity, an escape, a hard line break (`"\n"`).
    pub fn replaced(source: TextRange, text: impl Into<String>) -> Self {
        Self { source, replacement: Some(text.into()) }
    }

    /// What is read.
    pub fn text<'a>(&'a self, source: &'a str) -> &'a str {
        self.replacement.as_deref().unwrap_or_else(|| self.source.of(source))
    }
}

/// A link within a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawLink {
    /// The pieces of the block that are its text, by index.
    pub pieces: std::ops::Range<usize>,
    /// Where it leads, decoded; empty where a link has no target.
    pub target: String,
    /// Where the target stands in the source; the link itself where it has no text of its own.
    pub target_source: TextRange,
    /// What makes it work.
    pub kind: LinkKind,
}

/// How all words of a block look. It ranks the titles that no element marks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Look {
    /// Bold.
    pub bold: bool,
    /// Underlined.
    pub underlined: bool,
    /// In italics.
    pub italic: bool,
    /// Text of a link.
    pub linked: bool,
}

/// What a reader takes a block to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RawKind {
    /// A heading; level 1 is the highest. A reader that guesses levels (plain text) may give any that nest sensibly.
    Heading {
        /// 1 to 6.
        level: u8,
    },
    /// A line that looks like a heading and that no markup gives a level; where it stands decides on both.
    Title {
        /// The letter or number before it where that is not among its words; empty otherwise.
        ordinal: String,
    },
    /// Running text.
    Paragraph,
    /// An item of a list.
    Item {
        /// 0 for an outermost list.
        depth: u8,
        /// The letter or number before it, such as `a` or `3`; empty for a bullet.
        ordinal: String,
        /// Whether this is the item's first block; later paragraphs of the same item continue it.
        first: bool,
    },
    /// A cell of a table.
    Cell {
        /// Which table of the source, from 0.
        table: u32,
        /// From 0.
        row: u32,
        /// From 0.
        column: u32,
        /// Whether the cell is a head (`<th>`, or a row above a Markdown delimiter row).
        header: bool,
    },
    /// Code or preformatted text that is no prose.
    Code,
}

/// One block as a reader saw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawBlock {
    /// What it is.
    pub kind: RawKind,
    /// All of it in the source, markup included.
    pub source: TextRange,
    /// Its words, in reading order.
    pub pieces: Vec<Piece>,
    /// Its links.
    pub links: Vec<RawLink>,
    /// Fragment names that lead here (`id`, `name`, `{: #id }`).
    pub anchors: Vec<String>,
    /// Attributes that rules may read, such as `datetime`, with where the value stands.
    pub attributes: Vec<(String, String, TextRange)>,
    /// How it looks.
    pub look: Look,
    /// A number for the element and class that it is written as, alike for blocks that are written alike; 0 without markup.
    pub style: u32,
    /// Whether it is page furniture: menu, banner, footer. Furniture is no policy text; its addresses count as contact.
    pub furniture: bool,
    /// Whether it is set off as a quotation; in the end, whether it holds somebody else's words.
    pub quoted: bool,
    /// Whether it is set off as a quotation, whosever words it holds.
    pub set_off: bool,
    /// Whether a mark in the quotation says whose words it holds.
    pub cited: bool,
}

impl RawBlock {
    /// An empty block of `kind` at `source`.
    pub fn new(kind: RawKind, source: TextRange) -> Self {
        Self {
            kind,
            source,
            pieces: Vec::new(),
            links: Vec::new(),
            anchors: Vec::new(),
            attributes: Vec::new(),
            look: Look::default(),
            style: 0,
            furniture: false,
            quoted: false,
            set_off: false,
            cited: false,
        }
    }
}

/// All that a reader found in a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RawReading {
    /// Blocks in reading order; hidden elements, scripts and styles are not among them.
    pub blocks: Vec<RawBlock>,
    /// Front matter and page metadata: key, value, where the value stands. Keys are lower case (`title`, `lang`, `canonical`).
    pub metadata: Vec<(String, String, TextRange)>,
    /// Comments, for suppressions: the comment's inner text range.
    pub comments: Vec<TextRange>,
}
