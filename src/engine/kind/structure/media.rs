//! Tables and pictures.

use std::collections::{BTreeMap, BTreeSet};

use crate::doc::{BlockId, BlockKind, Format};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::ruleset::Structure;

use super::fault_at;

/// What is known of a table.
#[derive(Default)]
struct Table {
    first: Option<BlockId>,
    /// The cells of each row that hold words.
    rows: BTreeMap<u32, u32>,
    columns: u32,
    has_head: bool,
}

/// Tables in which a row has less than the others (`uneven`), no cell is a head (`headless`), or a cell is empty under a head that the
/// rule's words find (`empty-cell`).
pub(super) fn tables(structure: &Structure, context: &mut Context<'_>) -> Vec<Fault> {
    let chosen = |defect: &str| structure.defects.iter().any(|other| other == defect);
    if chosen("empty-cell") {
        return empty_cells(structure, context);
    }
    let reading = context.facts.reading;
    let mut tables: BTreeMap<u32, Table> = BTreeMap::new();
    for (at, block) in reading.blocks.iter().enumerate() {
        let BlockKind::Cell(cell) = &block.kind else { continue };
        let table = tables.entry(cell.table).or_default();
        if !block.prose.is_empty() {
            table.first.get_or_insert(BlockId::at(at));
            *table.rows.entry(cell.row).or_default() += 1;
        }
        table.columns = table.columns.max(cell.column + 1);
        table.has_head |= cell.header;
    }
    let mut faults = Vec::new();
    for table in tables.values().filter(|table| table.rows.len() > 2 && table.columns > 1) {
        let uneven = table.rows.values().any(|cells| *cells > 1 && *cells < table.columns);
        let defect = if uneven && chosen("uneven") {
            "a row of it has empty cells"
        } else if !table.has_head && chosen("headless") {
            "it has no row of heads"
        } else {
            continue;
        };
        faults.extend(table.first.and_then(|first| fault_at(reading, first)).map(|fault| fault.with("defect", defect)));
    }
    faults
}

/// A head is no longer, in words.
const HEAD: usize = 8;

/// Rows that have words in all other columns and none in one that the rule names; where most rows have none, that is how the table is made.
/// Nor is a cell empty to which one above or beside it reaches: of pages on which any does, nothing is told.
fn empty_cells(structure: &Structure, context: &mut Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let text = context.source.text();
    if context.format == Format::Html
        && ["rowspan", "colspan", "ROWSPAN", "COLSPAN"].iter().any(|span| text.contains(span))
    {
        return Vec::new();
    }
    let mut heads: BTreeSet<(u32, u32)> = BTreeSet::new();
    // The first block of each cell that has words, by table, row and column.
    let mut rows: BTreeMap<(u32, u32), BTreeMap<u32, BlockId>> = BTreeMap::new();
    let mut widths: BTreeMap<u32, u32> = BTreeMap::new();
    for (at, block) in reading.blocks.iter().enumerate().filter(|(_, block)| !block.furniture) {
        let BlockKind::Cell(cell) = &block.kind else { continue };
        let words = reading.words(block.prose);
        let width = widths.entry(cell.table).or_default();
        *width = (*width).max(cell.column + 1);
        if cell.row > 0 && !words.is_empty() {
            rows.entry((cell.table, cell.row)).or_default().entry(cell.column).or_insert(BlockId::at(at));
        } else if cell.row == 0
            && words.split(' ').count() <= HEAD
            && context.finder.words_match(&structure.find, words)
        {
            heads.insert((cell.table, cell.column));
        }
    }
    let mut faults = Vec::new();
    for (table, column) in heads {
        let width = widths.get(&table).copied().unwrap_or(0) as usize;
        let own = || rows.range((table, 0)..=(table, u32::MAX)).map(|(_, cells)| cells);
        let lacks = |cells: &&BTreeMap<u32, BlockId>| !cells.contains_key(&column) && cells.len() + 1 == width;
        let empty: Vec<&BTreeMap<u32, BlockId>> = own().filter(lacks).collect();
        let filled = own().filter(|cells| cells.contains_key(&column)).count();
        if width > 1 && filled > empty.len() {
            let first = empty.iter().filter_map(|cells| cells.values().next());
            faults.extend(first.filter_map(|block| fault_at(reading, *block)));
        }
    }
    faults
}

/// Pictures without a description.
pub(super) fn images(context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut faults = Vec::new();
    for (key, _, place, block) in &reading.attributes {
        let own = key == "undescribed-image" && !reading.block(*block).furniture;
        if let Some(mut fault) = own.then(|| fault_at(reading, *block)).flatten() {
            fault.place = Some(context.source.to_disk(*place));
            fault.cause = "undescribed".to_owned();
            faults.push(fault);
        }
    }
    faults
}
