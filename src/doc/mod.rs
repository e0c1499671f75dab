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
mod shape;

use crate::text::SourceText;

pub use format::Format;
pub use model::{
    Block, BlockId, BlockKind, Cell, Document, Link, ListItem, Reading, Section, SectionId, Sentence, SentenceId,
};
pub use prose::{FoldedBlock, ProseBuilder, ProseText};

/// Reads a source into the document model. Any text is read; nothing fails. Linear in the text.
pub fn read(source: &SourceText, format: Format) -> Reading {
    let text = source.text();
    let raw = match format {
        Format::Markdown => markdown::read(text),
        Format::Html => html::read(text),
        Format::Plain => plain::read(text),
    };
    assemble::assemble(text, raw)
}
