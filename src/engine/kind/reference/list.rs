//! Lists that are promised and do not follow.

use crate::doc::{Block, BlockId, BlockKind, Reading, SentenceId};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::ruleset::Reference;

use super::{block_of, fault, pointers};

/// Sentences that end in a promise, with no text before the next heading or the end.
pub(super) fn faults(reference: &Reference, context: &mut Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut faults = Vec::new();
    let promises = pointers(&reference.find, context);
    if promises.is_empty() {
        return faults;
    }
    // Headings that cannot be items, wherever their level.
    let others: Vec<BlockId> =
        pointers(&reference.others, context).iter().map(|(other, _)| block_of(reading, other.sentence)).collect();
    for (evidence, toward) in promises {
        let ends = if toward.is_some() { [':', '.'].as_slice() } else { [':'].as_slice() };
        if reading.words(reading.sentence(evidence.sentence).prose).ends_with(ends)
            && is_broken_off(reading, evidence.sentence, &others)
            && context.facts.units.followers(evidence.sentence).next().is_none()
        {
            faults.push(fault(&evidence).with("words", reading.words(evidence.range)));
        }
    }
    faults.dedup_by_key(|fault: &mut Fault| fault.sentence);
    faults
}

/// Whether the section or the text is over with the sentence.
fn is_broken_off(reading: &Reading, sentence: SentenceId, others: &[BlockId]) -> bool {
    let id = block_of(reading, sentence);
    let block = reading.block(id);
    let is_text = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item(_));
    if !is_text || sentence.index() + 1 != block.sentences.end {
        return false;
    }
    // What a page shows besides words may be the list.
    let shown = |at: usize| {
        let first = reading.attributes.partition_point(|(.., owner)| owner.index() < at);
        reading.attributes.get(first).is_some_and(|(.., owner)| owner.index() == at)
    };
    let next = (id.index() + 1..reading.blocks.len()).find(|at| !reading.blocks[*at].furniture);
    match next {
        None => !shown(id.index()),
        Some(at) => {
            let same_document =
                reading.section(reading.blocks[at].section).document == reading.section(block.section).document;
            let level = reading.section(block.section).level;
            let closes =
                matches!(reading.blocks[at].kind, BlockKind::Heading { level: next } if next < level || !same_document);
            // Two headings of one level in a row are the heads of columns.
            let level_of = |block: Option<&Block>| match block.map(|block| &block.kind) {
                Some(BlockKind::Heading { level }) => Some(*level),
                _ => None,
            };
            let heads = level_of(reading.blocks.get(at)) == level_of(reading.blocks.get(at + 1));
            let other = others.binary_search(&BlockId::at(at)).is_ok();
            (closes || other && level_of(reading.blocks.get(at)).is_some_and(|next| next <= level))
                && !heads
                && !shown(at)
                && !shown(id.index())
        }
    }
}
