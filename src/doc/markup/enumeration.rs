//! Lists that are laid out as tables, as word processors write them: a column of markers and a column of text.

use std::collections::HashMap;

use crate::doc::raw::{RawBlock, RawKind};

use super::note::Note;

/// What is known of a table of two columns.
#[derive(Debug, Default)]
struct Columns {
    /// Whether its first column holds other things than markers.
    has_data: bool,
    last_column: u32,
    /// The marker of each row.
    ordinals: HashMap<u32, String>,
    last_row_begun: Option<u32>,
}

/// Makes items of the cells of such tables, and drops the markers, as those of a list are no blocks.
pub(super) fn unfold(blocks: &mut Vec<RawBlock>, notes: &mut Vec<Note>, source: &str) {
    let mut tables: HashMap<u32, Columns> = HashMap::new();
    for block in blocks.iter() {
        let RawKind::Cell { table, row, column, .. } = block.kind else { continue };
        let columns = tables.entry(table).or_default();
        columns.last_column = columns.last_column.max(column);
        if column > 0 {
            continue;
        }
        let repeated = match ordinal(block, source) {
            Some(ordinal) => columns.ordinals.insert(row, ordinal).is_some(),
            None => true,
        };
        columns.has_data |= repeated;
    }
    tables.retain(|_, columns| !columns.has_data && columns.last_column == 1 && !columns.ordinals.is_empty());
    if tables.is_empty() {
        return;
    }
    let mut keep = Vec::with_capacity(blocks.len());
    let mut anchors = Vec::new();
    for block in blocks.iter_mut() {
        let is_marker = become_item(block, &mut tables);
        if is_marker {
            anchors.append(&mut block.anchors);
        } else {
            block.anchors.append(&mut anchors);
        }
        keep.push(!is_marker);
    }
    let mut kept = keep.iter();
    blocks.retain(|_| kept.next() != Some(&false));
    let mut kept = keep.iter();
    notes.retain(|_| kept.next() != Some(&false));
}

/// Makes an item of a cell; returns whether the block is only a marker.
fn become_item(block: &mut RawBlock, tables: &mut HashMap<u32, Columns>) -> bool {
    let RawKind::Cell { table, row, column, .. } = block.kind else { return false };
    let Some(columns) = tables.get_mut(&table) else { return false };
    if column == 0 {
        return true;
    }
    let first = columns.last_row_begun.replace(row) != Some(row);
    let ordinal = columns.ordinals.get(&row).cloned().unwrap_or_default();
    block.kind = RawKind::Item { depth: 0, ordinal, first };
    false
}

/// The ordinal that a block is, and no more: `(a)`, `2.`, `iv)`; empty for a bullet.
fn ordinal(block: &RawBlock, source: &str) -> Option<String> {
    let [piece] = block.pieces.as_slice() else { return None };
    let text = piece.text(source).trim();
    if matches!(text, "•" | "·" | "▪" | "●" | "◦" | "○" | "■" | "–" | "-" | "*" | "o" | "§") {
        return Some(String::new());
    }
    let bare = text.strip_prefix('(').unwrap_or(text);
    let bare = bare.strip_suffix([')', '.']).filter(|bare| !bare.is_empty())?;
    let number = bare.len() <= 2 && bare.bytes().all(|byte| byte.is_ascii_digit());
    let letter = bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_alphabetic());
    let roman = bare.len() <= 5 && bare.bytes().all(|byte| matches!(byte.to_ascii_lowercase(), b'i' | b'v' | b'x'));
    (number || letter || roman).then(|| bare.to_owned())
}
