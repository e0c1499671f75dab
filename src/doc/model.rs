//! The document model that all three formats are read into.

use crate::text::{ProseRange, SourceText, Span, TextRange};

use super::prose::ProseText;

/// Declares an index type, so that a block's number can't be taken for a section's.
macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The id of the entry at `index`; a reading has fewer than 2³² of each, as a source has fewer bytes.
            pub fn at(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// As an index into the model's list.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

index!(
    /// A block, by its place in [`Reading::blocks`].
    BlockId
);
index!(
    /// A section, by its place in [`Reading::sections`].
    SectionId
);
index!(
    /// A sentence, by its place in [`Reading::sentences`].
    SentenceId
);

/// A source as read: its prose, its structure, the documents in it.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The reading text.
    pub prose: ProseText,
    /// All blocks, in reading order.
    pub blocks: Vec<Block>,
    /// All sections; 0 is what stands before the first heading.
    pub sections: Vec<Section>,
    /// All sentences of all blocks, in reading order.
    pub sentences: Vec<Sentence>,
    /// All links.
    pub links: Vec<Link>,
    /// Fragment names and the block that each leads to.
    pub anchors: Vec<(String, BlockId)>,
    /// Attributes such as `datetime`: key, value, where the value stands, block.
    pub attributes: Vec<(String, String, TextRange, BlockId)>,
    /// Front matter and page metadata: key, value, where the value stands.
    pub metadata: Vec<(String, String, TextRange)>,
    /// Comments (inner text), for suppressions.
    pub comments: Vec<TextRange>,
    /// The documents in the source, in order; at least one.
    pub documents: Vec<Document>,
}

impl Reading {
    /// A block.
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.index()]
    }

    /// A section.
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.index()]
    }

    /// A sentence.
    pub fn sentence(&self, id: SentenceId) -> &Sentence {
        &self.sentences[id.index()]
    }

    /// The words at a range of the prose.
    pub fn words(&self, range: ProseRange) -> &str {
        range.of(self.prose.text())
    }

    /// Where a range of the prose lies on disk.
    pub fn span(&self, source: &SourceText, range: ProseRange) -> Span {
        source.to_disk(self.prose.to_source(range))
    }

    /// The sentence that holds an offset of the prose, or the last one before it.
    pub fn sentence_at(&self, offset: usize) -> Option<SentenceId> {
        let after = self.sentences.partition_point(|sentence| sentence.prose.start() <= offset);
        after.checked_sub(1).map(SentenceId::at)
    }

    /// The sections from `id` up to the root, innermost first.
    pub fn section_path(&self, id: SectionId) -> impl Iterator<Item = &Section> {
        std::iter::successors(Some(self.section(id)), |section| section.parent.map(|parent| self.section(parent)))
    }
}

/// One policy within a source. Its parts are contiguous runs of the reading's lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its title: the block that names it.
    pub title: Option<BlockId>,
    /// Its blocks.
    pub blocks: std::ops::Range<usize>,
    /// Its sentences.
    pub sentences: std::ops::Range<usize>,
    /// Its prose.
    pub prose: ProseRange,
}

/// A heading and all under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading; `None` for what stands before the first one of a document.
    pub heading: Option<BlockId>,
    /// The heading's level, 0 without one.
    pub level: u8,
    /// The section around it.
    pub parent: Option<SectionId>,
    /// Which document it belongs to.
    pub document: usize,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading.
    Heading {
        /// 1 is the highest.
        level: u8,
    },
    /// Running text.
    Paragraph,
    /// An item of a list, also of one that is run into a paragraph.
    Item(ListItem),
    /// A cell of a table.
    Cell(Cell),
    /// Code; not prose.
    Code,
}

/// A list item's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListItem {
    /// 0 for an outermost list.
    pub depth: u8,
    /// Its letter or number; empty for a bullet.
    pub ordinal: String,
    /// Whether the list is run into one paragraph (`a. … b. …`).
    pub run_in: bool,
    /// Whether it is a further paragraph of the item before it.
    pub continues: bool,
}

/// A table cell's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Which table of the source.
    pub table: u32,
    /// From 0.
    pub row: u32,
    /// From 0.
    pub column: u32,
    /// Whether it is a head itself.
    pub header: bool,
    /// The head of its row: the first cell, unless it is that cell.
    pub row_head: Option<BlockId>,
    /// The head of its column, unless it is that cell.
    pub column_head: Option<BlockId>,
}

/// A block of prose and where it belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its words.
    pub prose: ProseRange,
    /// All of it in the decoded text, markup included.
    pub source: TextRange,
    /// The innermost section around it; a heading belongs to the section that it opens.
    pub section: SectionId,
    /// The sentence that it completes: the lead-in of its list or of the table it stands in, or the colon before it.
    pub lead_in: Option<SentenceId>,
    /// Its sentences.
    pub sentences: std::ops::Range<usize>,
    /// Prose offsets at which the source breaks the line.
    pub line_breaks: Vec<usize>,
    /// Page furniture is no policy text.
    pub furniture: bool,
    /// Somebody else's words.
    pub quoted: bool,
    /// Set off as a quotation, whosever words it holds; what is to be proved is not proved by it.
    pub set_off: bool,
}

/// A sentence within a block. A heading, a cell or an item without verb counts as one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its words, with the closing punctuation.
    pub prose: ProseRange,
    /// The block that holds it.
    pub block: BlockId,
}

/// What makes a link work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LinkKind {
    /// Its target.
    #[default]
    Target,
    /// Nothing: it was meant to lead somewhere and has no target.
    Empty,
    /// A script: the settings of cookies, a window over the page.
    Control,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its text.
    pub prose: ProseRange,
    /// Where it leads; empty where it has no target.
    pub target: String,
    /// Where the target stands in the decoded text.
    pub target_source: TextRange,
    /// The block that holds it.
    pub block: BlockId,
    /// What makes it work.
    pub kind: LinkKind,
}
