//! Text without markup, as it is copied off a web page or written by hand: headings that are mere short lines, lists
//! with any marker or none, paragraphs of one line or of many.

mod bare_list;
mod contact;
mod furniture;
mod levels;
mod lines;
mod roles;
mod tables;
mod unit;
mod wrap;

use super::raw::{Piece, RawBlock, RawKind, RawReading};
use crate::text::TextRange;

use lines::Line;
use roles::Role;
use tables::Table;
use unit::Unit;

/// Reads a plain text. Takes time linear in its length; any text is read.
pub fn read(text: &str) -> RawReading {
    let lines = lines::split(text);
    let tables = tables::find(text, &lines);
    let units = units(text, &lines, &tables);
    let roles = roles::assign(text, &units);
    let levels = levels::assign(text, &units, &roles);
    let mut blocks: Vec<RawBlock> = Vec::with_capacity(units.len());
    for (at, unit) in units.iter().enumerate() {
        match (roles[at], unit.row) {
            (_, Some((table, row))) => push_row(text, &tables, &lines, table, row, &mut blocks),
            (Role::AddressLine, _) => extend(blocks.last_mut(), unit),
            (role, _) => blocks.push(block(unit, role, levels[at])),
        }
    }
    RawReading { blocks, ..RawReading::default() }
}

/// Lines between the tables grouped into units, rows of the tables as units of their own.
fn units(text: &str, lines: &[Line], tables: &[Table]) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut done = 0;
    let mut push_text = |units: &mut Vec<Unit>, start: usize, end: usize| {
        let groups = wrap::paragraphs(text, &lines[start..end]);
        units.extend(groups.into_iter().filter_map(|group| Unit::new(text, &lines[start..end], group, None)));
    };
    for (index, table) in tables.iter().enumerate() {
        push_text(&mut units, done, table.lines.start);
        let row = |row: usize| {
            Unit::new(text, lines, table.lines.start + row..table.lines.start + row + 1, Some((index, row)))
        };
        units.extend((0..table.lines.len()).filter_map(row));
        done = table.lines.end;
    }
    push_text(&mut units, done, lines.len());
    units
}

fn block(unit: &Unit, role: Role, level: u8) -> RawBlock {
    let numbered = role == Role::Heading && unit.marker.is_some() && unit.level.is_none();
    let ordinal = unit.marker.as_ref().map_or("", |marker| marker.label()).to_owned();
    let kind = match role {
        Role::Heading => RawKind::Heading { level },
        Role::Item { depth, first } => RawKind::Item { depth, ordinal, first },
        Role::Paragraph | Role::AddressLine | Role::Row | Role::Furniture => RawKind::Paragraph,
    };
    let words = if numbered { unit.source } else { unit.words };
    let mut block = RawBlock::new(kind, unit.source);
    block.pieces.push(Piece::verbatim(words));
    block.furniture = role == Role::Furniture;
    block
}

/// Adds a line to the block before it; the line break stays in its words.
fn extend(block: Option<&mut RawBlock>, unit: &Unit) {
    let Some(block) = block else { return };
    block.source = block.source.join(unit.source);
    if let Some(piece) = block.pieces.last_mut() {
        piece.source = TextRange::new(piece.source.start(), unit.source.end());
    }
}

fn push_row(text: &str, tables: &[Table], lines: &[Line], table: usize, row: usize, blocks: &mut Vec<RawBlock>) {
    let number = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
    let found = &tables[table];
    for (column, cell) in
        found.cells(text, &lines[found.lines.start + row]).enumerate().filter(|(_, cell)| !cell.is_empty())
    {
        let kind = RawKind::Cell { table: number(table), row: number(row), column: number(column), header: row == 0 };
        let mut block = RawBlock::new(kind, cell);
        block.pieces.push(Piece::verbatim(cell));
        blocks.push(block);
    }
}
