//! Paragraphs that nobody reads to the end.

use crate::doc::{BlockId, BlockKind};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;

use super::fault_at;

/// More words than a printed page holds.
const LONGEST: usize = 300;

pub(super) fn faults(context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut faults = Vec::new();
    for (at, block) in reading.blocks.iter().enumerate() {
        let is_text = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item(_)) && !block.furniture;
        let words = reading.words(block.prose).split_whitespace().count();
        if let Some(mut fault) = (is_text && words > LONGEST).then(|| fault_at(reading, BlockId::at(at))).flatten() {
            // The whole paragraph would fill the screen.
            fault.range = reading.sentence(fault.sentence).prose;
            faults.push(fault.with("words", words.to_string()));
        }
    }
    faults
}
