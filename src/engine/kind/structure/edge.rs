//! Lines before the title and after the last section that belong to the page, not to the policy.

use crate::doc::{Block, BlockKind, Reading, SentenceId};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::ruleset::Structure;

/// A line of more words is text.
const LONGEST: usize = 6;

/// Lines at the edges of the source that are all of what a pattern finds; all of them are one.
pub(super) fn faults(structure: &Structure, context: &mut Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let blocks = reading.blocks.iter().filter(|block| !block.prose.is_empty());
    let head = blocks.clone().take_while(|block| is_line(reading, block)).count();
    let tail = blocks.clone().rev().take_while(|block| is_line(reading, block)).count();
    let (head, tail) = (head.min(EDGE), tail.min(EDGE));
    let count = blocks.clone().count();
    let next = blocks.clone().skip(1).map(Some).chain(std::iter::once(None));
    let edges = blocks.zip(next).enumerate().filter(|(at, _)| *at < head || count - *at <= tail);
    // A heading that leads in a text of its own is that section's, not the page's.
    let leads_in = |block: &Block, next: Option<&Block>| {
        matches!(block.kind, BlockKind::Heading { .. }) && next.is_some_and(|next| !is_line(reading, next))
    };
    let edges = edges.filter(|(_, (block, next))| !leads_in(block, *next));
    let edges: Vec<SentenceId> = edges.map(|(_, (block, _))| SentenceId::at(block.sentences.start)).collect();
    let mut faults = Vec::new();
    for sentence in edges {
        // Such lines are furniture for all other rules.
        let found = structure.find.iter().find_map(|pattern| context.finder.words_in(pattern, sentence));
        if let Some(range) = found.filter(|range| range.len() + 2 >= reading.sentence(sentence).prose.len()) {
            faults.push(Fault::at(sentence, range).because("furniture"));
        }
    }
    faults
}

/// No more lines than these are looked at on either side.
const EDGE: usize = 12;

fn is_line(reading: &Reading, block: &Block) -> bool {
    let words = reading.words(block.prose);
    let sentence = words.ends_with('.') || block.sentences.len() > 1;
    !sentence && words.split_whitespace().count() <= LONGEST && !matches!(block.kind, BlockKind::Cell(_))
}
