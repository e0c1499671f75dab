//! Two sections on one topic.

use crate::doc::{BlockId, BlockKind, SentenceId};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::structure::blocks_of;
use crate::ruleset::{Structure, Topic};

/// A section that only points elsewhere, or sums up, has fewer words.
const LEAST_WORDS: usize = 40;

/// Headings on a topic that another one opened before, of sections with text of their own, for the same readers, neither within the other.
/// That the very same title stands twice is another rule's matter.
pub(super) fn faults(structure: &Structure, context: &mut Context<'_>) -> Vec<Fault> {
    structure.topics.iter().flat_map(|topic| of_topic(topic, context)).collect()
}

fn of_topic(topic: &Topic, context: &mut Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut sections: Vec<(SentenceId, BlockId, std::ops::Range<usize>)> = Vec::new();
    for sentence in context.finder.sentences_with(&topic.heading) {
        let at = reading.sentence(sentence).block;
        let block = reading.block(at);
        let title = reading.documents.iter().any(|document| document.title == Some(at));
        let opens = matches!(block.kind, BlockKind::Heading { .. }) && !block.furniture && !title;
        if opens && !context.finder.any_in(&topic.none, sentence) {
            sections.push((sentence, at, blocks_of(reading, at)));
        }
    }
    sections.retain(|(.., blocks)| {
        let words = |at: &usize| reading.words(reading.blocks[*at].prose).split_whitespace().count();
        blocks.clone().map(|at| words(&at)).sum::<usize>() >= LEAST_WORDS
    });
    let facts = context.facts;
    let words = |at: BlockId| reading.words(reading.block(at).prose);
    let mut faults = Vec::new();
    for (at, (sentence, heading, _)) in sections.iter().enumerate().skip(1) {
        let earlier = sections[..at].iter().find(|(other, first, blocks)| {
            facts.document_of(*other) == facts.document_of(*sentence)
                && facts.audience(*other) == facts.audience(*sentence)
                && !blocks.contains(&heading.index())
                && !words(*first).eq_ignore_ascii_case(words(*heading))
        });
        if let Some((other, first, _)) = earlier {
            let range = reading.block(*heading).prose;
            let fault =
                Fault::at(*sentence, range).with("title", reading.words(range)).with("topic", topic.label.clone());
            faults.push(fault.beside(*other, reading.block(*first).prose, "the same topic"));
        }
    }
    faults
}
