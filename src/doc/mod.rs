//! Formats to one document model. Total: any text is read, nothing fails. Knows no rule and no law.

mod assemble;
mod format;
pub mod html;
pub mod markdown;
mod markup;
mod model;
mod outline;
pub mod plain;
mod prose;
pub mod raw;
mod read;
mod shape;

pub use format::Format;
pub use model::{
    Block, BlockId, BlockKind, Cell, Document, Link, ListItem, Reading, Section, SectionId, Sentence, SentenceId,
};
pub use prose::{BlockPart, FoldedBlock, ProseBuilder, ProseText, Unseen};
pub use read::read;
