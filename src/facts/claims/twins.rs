//! Tables that ask the same of different people: one of visitors, one of customers. Whom each is about is told around it, in
//! words that nobody has to understand to see that they differ.

use std::collections::{BTreeMap, BTreeSet};

use crate::doc::{BlockKind, Reading};

/// The tables whose heads are those of another one.
pub(super) fn twins(reading: &Reading) -> BTreeSet<u32> {
    let mut heads: BTreeMap<u32, String> = BTreeMap::new();
    for block in &reading.blocks {
        if let BlockKind::Cell(cell) = &block.kind
            && cell.row == 0
        {
            let head = heads.entry(cell.table).or_default();
            head.push_str(&reading.words(block.prose).to_lowercase());
            head.push('\t');
        }
    }
    let mut tables: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (table, head) in heads {
        tables.entry(head).or_default().push(table);
    }
    tables.into_values().filter(|tables| tables.len() > 1).flatten().collect()
}
