//! What can be told only once the whole source has been read.

use crate::doc::raw::{RawBlock, RawKind, RawReading};

use super::builder::Builder;
use super::enumeration;
use super::furniture;
use super::title;

/// Headings of more words are paragraphs that someone made large.
const MAX_HEADING_WORDS: u32 = 40;
/// So are those of more words that end as sentences do.
const MAX_SENTENCE_WORDS: u32 = 20;

/// Settles which cells are data, which paragraphs are titles, and what is furniture.
pub(super) fn finish(builder: Builder<'_>) -> RawReading {
    let Builder { text, mut reading, mut notes, lists, items, tables, zones, .. } = builder;
    let cells = tables.resolve();
    for (block, note) in reading.blocks.iter_mut().zip(&notes) {
        let cell = note.cell.and_then(|cell| cells.get(cell as usize).cloned().flatten());
        match (&block.kind, cell) {
            (RawKind::Paragraph | RawKind::Heading { .. }, Some(cell)) => block.kind = cell,
            (RawKind::Heading { .. }, None) if is_overlong(block, note.counts.words, text) => {
                block.kind = RawKind::Paragraph;
            }
            _ => {}
        }
    }
    items.resolve(&mut reading.blocks, &notes);
    enumeration::unfold(&mut reading.blocks, &mut notes, text);
    furniture::mark(&mut reading.blocks, &notes, zones, text);
    title::promote(&mut reading.blocks, &notes, &lists, text);
    reading
}

fn is_overlong(heading: &RawBlock, words: u32, source: &str) -> bool {
    let is_sentence = || heading.pieces.last().is_some_and(|piece| piece.text(source).trim_end().ends_with('.'));
    words > MAX_HEADING_WORDS || (words > MAX_SENTENCE_WORDS && is_sentence())
}
