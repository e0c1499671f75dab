//! Cells tied to the heads of their row and column.

use std::collections::HashMap;

use crate::doc::model::{Block, BlockId, BlockKind, Cell};

/// Gives each cell the heads of its row and column: the row's first cell, and the nearest head above it, or, where the table marks
/// none, the first row's cell.
pub(super) fn tie(blocks: &mut [Block]) {
    let mut heads: HashMap<(u32, u32), BlockId> = HashMap::new();
    let mut rows: HashMap<(u32, u32), BlockId> = HashMap::new();
    for (at, block) in blocks.iter_mut().enumerate() {
        let BlockKind::Cell(cell) = &mut block.kind else { continue };
        let Ok(id) = u32::try_from(at).map(BlockId) else { break };
        let Cell { table, row, column, header, .. } = *cell;
        let first_of_row = *rows.entry((table, row)).or_insert(id);
        cell.row_head = (first_of_row != id && column > 0).then_some(first_of_row);
        cell.column_head = heads.get(&(table, column)).copied().filter(|head| *head != id);
        if (header && column > 0) || row == 0 {
            heads.insert((table, column), id);
        }
    }
}
