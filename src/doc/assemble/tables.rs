//! Tables: the heads of each cell, and the sentence that announces the table.

use std::collections::HashMap;

use super::super::model::{BlockId, BlockKind, Reading, SentenceId};

/// Words of a cell that may head a column although nothing marks it as a head.
const HEAD_WORDS: usize = 8;

#[derive(Default)]
struct Table {
    lead_in: Option<SentenceId>,
    has_heads: bool,
    rows: u32,
    columns: u32,
    first_row: Vec<BlockId>,
    column_heads: HashMap<u32, BlockId>,
    row_heads: HashMap<u32, BlockId>,
}

/// Sets the heads and the lead-in of all cells.
pub(super) fn attach(reading: &mut Reading) {
    let tables = survey(reading);
    for at in 0..reading.blocks.len() {
        let block = &mut reading.blocks[at];
        let BlockKind::Cell(cell) = &mut block.kind else { continue };
        let Some(table) = tables.get(&cell.table) else { continue };
        let id = BlockId::at(at);
        let other = |head: Option<&BlockId>| head.copied().filter(|head| *head != id);
        cell.column_head = other(table.column_heads.get(&cell.column));
        // A head of columns has no head of its row.
        let heads_column = cell.header && cell.column_head.is_none();
        cell.row_head = if heads_column { None } else { other(table.row_heads.get(&cell.row)) };
        block.lead_in = table.lead_in;
    }
}

/// Collects the heads of all tables in one pass.
fn survey(reading: &Reading) -> HashMap<u32, Table> {
    let mut tables: HashMap<u32, Table> = HashMap::new();
    for (at, block) in reading.blocks.iter().enumerate() {
        let BlockKind::Cell(cell) = &block.kind else { continue };
        let id = BlockId::at(at);
        let table =
            tables.entry(cell.table).or_insert_with(|| Table { lead_in: lead_in(reading, at), ..Table::default() });
        table.rows = table.rows.max(cell.row + 1);
        table.columns = table.columns.max(cell.column + 1);
        if cell.row == 0 {
            table.first_row.push(id);
        }
        // The first column heads its rows even where its cells are marked as heads.
        if cell.column == 0 {
            table.row_heads.entry(cell.row).or_insert(id);
        }
        if cell.header && (cell.row == 0 || cell.column > 0) {
            table.has_heads = true;
            table.column_heads.entry(cell.column).or_insert(id);
        }
    }
    for table in tables.values_mut().filter(|table| !table.has_heads && table.rows >= 2 && table.columns >= 2) {
        let short = |id: &BlockId| is_head(reading, *id);
        if table.first_row.len() >= 2 && table.first_row.iter().all(short) {
            for id in &table.first_row {
                if let BlockKind::Cell(cell) = &reading.block(*id).kind {
                    table.column_heads.entry(cell.column).or_insert(*id);
                }
            }
        }
    }
    tables
}

/// Whether a cell of the first row, not marked as a head, may be one: a few words without a figure or a full stop.
fn is_head(reading: &Reading, id: BlockId) -> bool {
    let words = reading.words(reading.block(id).prose);
    words.split(' ').count() <= HEAD_WORDS
        && !words.ends_with('.')
        && !words.contains(|c: char| c.is_ascii_digit() || c == '@')
}

/// The last sentence before the table.
fn lead_in(reading: &Reading, first_cell: usize) -> Option<SentenceId> {
    let before = &reading.blocks[first_cell.checked_sub(1)?];
    let text = matches!(before.kind, BlockKind::Paragraph | BlockKind::Item(_));
    let same_part = before.furniture == reading.blocks[first_cell].furniture;
    let last = before.sentences.clone().next_back().filter(|_| text && same_part)?;
    Some(SentenceId::at(last))
}
