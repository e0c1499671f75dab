//! Which blocks a section holds.

use std::ops::Range;

use crate::doc::{BlockId, BlockKind, Reading};

/// The blocks under a heading, its sub-sections included, the heading itself left out.
pub fn blocks_of(reading: &Reading, heading: BlockId) -> Range<usize> {
    let start = heading.index() + 1;
    let BlockKind::Heading { level } = reading.block(heading).kind else { return start..start };
    let document = reading.section(reading.block(heading).section).document;
    let last = reading.documents.get(document).map_or(reading.blocks.len(), |document| document.blocks.end);
    let ends = |at: &usize| {
        let block = &reading.blocks[*at];
        matches!(block.kind, BlockKind::Heading { level: other } if other <= level) && !block.furniture
    };
    start..(start..last).find(ends).unwrap_or(last)
}

/// The blocks that come after `block` up to the next heading, furniture left out.
pub fn follows_in_section(reading: &Reading, block: BlockId) -> impl Iterator<Item = BlockId> {
    let section = reading.block(block).section;
    (block.index() + 1..reading.blocks.len())
        .take_while(move |at| reading.blocks[*at].section == section || reading.blocks[*at].furniture)
        .filter(|at| !reading.blocks[*at].furniture)
        .map(BlockId::at)
}
