//! Two sections on one topic.

use std::collections::BTreeMap;

use crate::doc::{BlockId, BlockKind, SentenceId};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::structure::blocks_of;
use crate::lexicon::AudienceSet;
use crate::ruleset::{Structure, Topic};

use super::topic::is_listed;

/// A section that only points elsewhere, or sums up, has fewer words.
const LEAST_WORDS: usize = 40;
/// With how many earlier sections for the same readers one is compared; a text has few under different titles.
const MOST: usize = 8;

/// Headings on a topic that another one opened before, of sections with text of their own, for the same readers, neither within the other.
/// That the very same title stands twice is another rule's matter.
pub(super) fn faults(structure: &Structure, context: &mut Context<'_>) -> Vec<Fault> {
    structure.topics.iter().flat_map(|topic| of_topic(topic, context)).collect()
}

fn of_topic(topic: &Topic, context: &mut Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut sections: Vec<Section> = Vec::new();
    for sentence in context.finder.sentences_with(&topic.heading) {
        let at = reading.sentence(sentence).block;
        let block = reading.block(at);
        let title = reading.documents.iter().any(|document| document.title == Some(at));
        let heading = matches!(block.kind, BlockKind::Heading { .. }) && !block.furniture;
        let opens = heading && !title && !is_listed(reading, at);
        if opens && !context.finder.any_in(&topic.none, sentence) {
            sections.push(Section { sentence, heading: at, blocks: blocks_of(reading, at) });
        }
    }
    sections.retain(|section| {
        let words = |at: &usize| reading.words(reading.blocks[*at].prose).split_whitespace().count();
        section.blocks.clone().map(|at| words(&at)).sum::<usize>() >= LEAST_WORDS
    });
    let facts = context.facts;
    let words = |at: BlockId| reading.words(reading.block(at).prose);
    let mut faults = Vec::new();
    let mut earlier: BTreeMap<(usize, &AudienceSet), Vec<&Section>> = BTreeMap::new();
    for section in &sections {
        let known = earlier.entry((facts.document_of(section.sentence), facts.audience(section.sentence))).or_default();
        let like = |other: &&&Section| words(other.heading).eq_ignore_ascii_case(words(section.heading));
        let other = known.iter().find(|other| !other.blocks.contains(&section.heading.index()) && !like(other));
        if let Some(first) = other {
            let range = reading.block(section.heading).prose;
            let fault = Fault::at(section.sentence, range)
                .with("title", reading.words(range))
                .with("topic", topic.label.clone());
            faults.push(fault.beside(first.sentence, reading.block(first.heading).prose, "the same topic"));
        }
        if known.len() < MOST && !known.iter().any(|other| like(&other)) {
            known.push(section);
        }
    }
    faults
}

/// A section whose heading names the topic.
struct Section {
    sentence: SentenceId,
    heading: BlockId,
    blocks: std::ops::Range<usize>,
}
