//! The one way from a source to its model.

use crate::text::SourceText;

use super::assemble::{assemble, assemble_markup};
use super::{Format, Reading, html, markdown, plain};

/// Reads a source. Total and deterministic; takes time linear in the length of the text.
pub fn read(source: &SourceText, format: Format) -> Reading {
    let text = source.text();
    match format {
        Format::Markdown => assemble_markup(text, markdown::read(text)),
        Format::Html => assemble_markup(text, html::read(text)),
        Format::Plain => assemble(text, plain::read(text)),
    }
}
