//! Text without markup, as it is copied off a web page or written by hand: headings that are mere short lines, lists
//! with any marker or none, paragraphs of one line or of many.

mod breaks;
mod lines;
mod markers;
mod tables;
mod wrap;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use crate::text::TextRange;

use super::outline::{Layout, Role, Unit, levels, roles};
use super::raw::{Piece, RawBlock, RawKind, RawReading};
use super::shape::Marker;
use lines::Line;
use tables::Table;

/// Reads a plain text. Takes time linear in its length; any text is read.
pub fn read(text: &str) -> RawReading {
    let lines = lines::split(text);
    let tables = tables::find(text, &lines);
    let passages = passages(text, &lines, &tables);
    let units: Vec<Unit<'_>> = passages.iter().map(|passage| passage.unit(text, &lines)).collect();
    let roles = roles::assign(&units);
    let levels = levels::assign(&units, &roles);
    let mut blocks: Vec<RawBlock> = Vec::with_capacity(passages.len());
    for (at, passage) in passages.iter().enumerate() {
        match (roles[at], passage.row) {
            (_, Some((table, row))) => push_row(text, &tables, &lines, table, row, &mut blocks),
            (Role::AddressLine, _) => extend(blocks.last_mut(), passage),
            (role, _) => blocks.push(passage.block(&lines, role, levels[at])),
        }
    }
    RawReading { blocks, ..RawReading::default() }
}

/// Lines that belong together.
struct Passage {
    lines: Range<usize>,
    source: TextRange,
    words: TextRange,
    level: Option<u8>,
    /// The row of a table, by the table's index and the row's.
    row: Option<(usize, usize)>,
}

/// The lines between the tables grouped into paragraphs, items and headings; the rows of the tables one by one.
fn passages(text: &str, lines: &[Line], tables: &[Table]) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut done = 0;
    for (index, table) in tables.iter().enumerate() {
        push_text(text, lines, done..table.lines.start, &mut passages);
        let row = |row: usize| {
            let line = table.lines.start + row;
            Passage::new(text, lines, line..line + 1, Some((index, row)))
        };
        passages.extend((0..table.lines.len()).map(row));
        done = table.lines.end;
    }
    push_text(text, lines, done..lines.len(), &mut passages);
    passages
}

fn push_text(text: &str, lines: &[Line], range: Range<usize>, passages: &mut Vec<Passage>) {
    let groups = wrap::paragraphs(text, &lines[range.clone()]);
    let shifted = groups.into_iter().map(|group| range.start + group.start..range.start + group.end);
    passages.extend(shifted.map(|group| Passage::new(text, lines, group, None)));
}

impl Passage {
    /// The passage of one or more lines.
    fn new(text: &str, lines: &[Line], range: Range<usize>, row: Option<(usize, usize)>) -> Self {
        let (first, last) = (&lines[range.start], &lines[range.end - 1]);
        let words = TextRange::new(first.words.start(), last.range.end());
        let (level, words) = match hash_level(words.of(text)) {
            Some((level, length)) => (Some(level), TextRange::new(words.start() + length, words.end())),
            None => (first.underlined, words),
        };
        Self { source: first.range.join(last.range), words, level, row, lines: range }
    }

    fn unit<'a>(&self, text: &'a str, lines: &[Line]) -> Unit<'a> {
        let first = &lines[self.lines.start];
        let layout = Layout {
            marker: first.marker.clone(),
            indent: first.indent,
            words_column: first.words_column(),
            after_gap: first.after_gap,
            level: self.level,
            lines: self.lines.len(),
            row: self.row.is_some(),
            ..Layout::default()
        };
        Unit::new(Cow::Borrowed(self.words.of(text)), layout)
    }

    fn block(&self, lines: &[Line], role: Role, level: u8) -> RawBlock {
        let marker = lines[self.lines.start].marker.as_ref();
        let kind = match role {
            Role::Heading => RawKind::Heading { level },
            Role::Item { depth, first } => {
                RawKind::Item { depth, ordinal: marker.map_or("", Marker::label).to_owned(), first }
            }
            Role::Paragraph | Role::AddressLine | Role::Row | Role::Furniture => RawKind::Paragraph,
        };
        // The number of a heading is read with it, as in markup.
        let numbered = role == Role::Heading && marker.is_some() && self.level.is_none();
        let mut block = RawBlock::new(kind, self.source);
        block.pieces.push(Piece::verbatim(if numbered { self.source } else { self.words }));
        block.furniture = role == Role::Furniture;
        block
    }
}

/// The level and length of `#` marks at the head of a line.
fn hash_level(words: &str) -> Option<(u8, usize)> {
    let hashes = words.bytes().take_while(|&byte| byte == b'#').count();
    let rest = &words[hashes..];
    let level = u8::try_from(hashes).ok().filter(|level| (1..=6).contains(level))?;
    let content = rest.trim_start();
    (content.len() < rest.len() && !content.is_empty()).then(|| (level, words.len() - content.len()))
}

/// Adds a line to the block before it; the line break stays in its words.
fn extend(block: Option<&mut RawBlock>, passage: &Passage) {
    let Some(block) = block else { return };
    block.source = block.source.join(passage.source);
    if let Some(piece) = block.pieces.last_mut() {
        piece.source = piece.source.join(passage.source);
    }
}

fn push_row(text: &str, tables: &[Table], lines: &[Line], table: usize, row: usize, blocks: &mut Vec<RawBlock>) {
    let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
    let found = &tables[table];
    let cells = found.cells(text, &lines[found.lines.start + row]);
    for (column, cell) in cells.enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let (table, row, column) = (number(table), number(row), number(column));
        let mut block = RawBlock::new(RawKind::Cell { table, row, column, header: row == 0 }, cell);
        block.pieces.push(Piece::verbatim(cell));
        blocks.push(block);
    }
}
