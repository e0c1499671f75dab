//! What a reader found to the document model: prose and sentences, lists with what they complete, tables, sections,
//! documents.

mod abbreviations;
mod documents;
mod enclosures;
mod fold;
mod hard_breaks;
mod lists;
mod paragraphs;
mod quotations;
mod run_in;
mod sections;
mod sentences;
mod styles;
mod tables;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod outline_tests;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use super::model::Reading;
use super::raw::RawReading;

/// The model of what was read in `source`.
pub(super) fn assemble(source: &str, raw: RawReading) -> Reading {
    let (mut reading, continued) = fold::fold(source, raw);
    lists::attach(&mut reading, &continued);
    tables::attach(&mut reading);
    documents::part(&mut reading);
    sections::build(&mut reading);
    reading
}

/// The model of what was read in `source`, a text with markup, some of whose structure may be written as bare
/// paragraphs.
pub(super) fn assemble_markup(source: &str, mut raw: RawReading) -> Reading {
    quotations::attribute(source, &mut raw.blocks);
    paragraphs::give_structure(source, &mut raw);
    assemble(source, raw)
}
