//! Tables of contents that leave sections out.

use crate::doc::{BlockId, BlockKind, LinkKind, Reading, SentenceId};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::structure::Titles;

/// So many links in a row to places of the page are a table of contents.
const ENTRIES: usize = 4;

/// Main headings that a table of contents with entries for most of them does not name.
pub(super) fn faults(context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let Some(contents) = contents(reading) else { return Vec::new() };
    let last = *contents.last().unwrap_or(&0);
    let level = main_level(reading, last);
    let named = Titles::of(contents.iter().map(|at| reading.words(reading.blocks[*at].prose)));
    let headings: Vec<BlockId> = (last + 1..reading.blocks.len())
        .filter(|at| matches!(reading.blocks[*at].kind, BlockKind::Heading { level: own } if own == level))
        .filter(|at| !reading.blocks[*at].furniture)
        .map(BlockId::at)
        .collect();
    let (there, lost): (Vec<_>, Vec<_>) =
        headings.into_iter().partition(|heading| named.have(reading.words(reading.block(*heading).prose)));
    if there.len() < ENTRIES || there.len() < lost.len() * 2 {
        return Vec::new();
    }
    lost.into_iter()
        .map(|heading| {
            let block = reading.block(heading);
            let sentence = SentenceId::at(block.sentences.start);
            Fault::at(sentence, block.prose).because("contents").with("title", reading.words(block.prose))
        })
        .collect()
}

/// The blocks that are entries of a table of contents before the text.
fn contents(reading: &Reading) -> Option<Vec<usize>> {
    let mut run: Vec<usize> = Vec::new();
    let is_entry = |at: usize| {
        let block = BlockId::at(at);
        let from = reading.links.partition_point(|link| link.block < block);
        reading.links[from..].iter().take_while(|link| link.block == block).any(|link| {
            link.kind == LinkKind::Target && link.target.starts_with('#') && link.prose == reading.block(block).prose
        })
    };
    for at in 0..reading.blocks.len() {
        if is_entry(at) {
            run.push(at);
        } else if run.len() >= ENTRIES {
            return Some(run);
        } else {
            run.clear();
        }
    }
    None
}

/// The level at which most headings behind the contents stand first: that of the first one.
fn main_level(reading: &Reading, last: usize) -> u8 {
    let levels = reading.blocks[last + 1..].iter().filter_map(|block| match block.kind {
        BlockKind::Heading { level } if !block.furniture => Some(level),
        _ => None,
    });
    levels.min().unwrap_or(1)
}
