//! Tables and pictures.

use std::collections::BTreeMap;

use crate::doc::{BlockId, BlockKind};
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

/// Tables in which a row has less than the others (`uneven`) or no cell is a head (`headless`).
pub(super) fn tables(structure: &Structure, context: &Context<'_>) -> Vec<Fault> {
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
    let chosen = |defect: &str| structure.defects.iter().any(|other| other == defect);
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
