//! What can be told only once the whole source has been read.

use crate::doc::raw::{RawBlock, RawKind, RawReading};

use super::builder::Builder;
use super::furniture;
use super::note::Note;
use super::title_line::is_title;

/// Headings of more words are paragraphs that someone made large.
const MAX_HEADING_WORDS: u32 = 40;

/// Settles which cells are data, which paragraphs are titles, and what is furniture.
pub(super) fn finish(builder: Builder<'_>) -> RawReading {
    let Builder { text, mut reading, notes, tables, zones, .. } = builder;
    let cells = tables.resolve();
    for (block, note) in reading.blocks.iter_mut().zip(&notes) {
        let cell = note.cell.and_then(|cell| cells.get(cell as usize).cloned().flatten());
        if let Some(cell) = cell.filter(|_| block.kind != RawKind::Code) {
            block.kind = cell;
        }
        if matches!(block.kind, RawKind::Heading { .. }) && note.counts.words > MAX_HEADING_WORDS {
            block.kind = RawKind::Paragraph;
        }
    }
    furniture::mark(&mut reading.blocks, &notes, zones);
    promote_titles(&mut reading.blocks, &notes, text);
    reading
}

/// Makes headings of bold titles that text follows. They nest below the last true heading, all at the same depth.
fn promote_titles(blocks: &mut [RawBlock], notes: &[Note], text: &str) {
    let mut level_below = 2;
    for index in 0..blocks.len() {
        if let RawKind::Heading { level } = blocks[index].kind {
            if !blocks[index].furniture {
                level_below = (level + 1).min(6);
            }
            continue;
        }
        let (block, note) = (&blocks[index], &notes[index]);
        let candidate = note.fold_title || note.counts.all_bold();
        if !candidate || block.kind != RawKind::Paragraph || block.quoted || block.furniture {
            continue;
        }
        let followed = blocks.get(index + 1).is_some_and(|next| !next.furniture);
        if followed && is_title(block, note.counts, text) {
            blocks[index].kind = RawKind::Heading { level: level_below };
        }
    }
}
