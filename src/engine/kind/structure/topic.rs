//! Headings that promise what their sections do not speak of.

use std::collections::HashMap;

use crate::doc::{BlockId, BlockKind, Reading, SentenceId};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::structure::blocks_of;
use crate::ruleset::Structure;

/// Bytes of the longest title that may stand in a table of contents, too.
const LONGEST: usize = 160;

/// Headings with a topic's words whose section, sub-sections included, has text and none of the words that keep the promise.
pub(super) fn faults(structure: &Structure, context: &mut Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut faults = Vec::new();
    let mut lines: HashMap<String, u32> = HashMap::new();
    for block in reading.blocks.iter().filter(|block| block.prose.len() < LONGEST) {
        *lines.entry(reading.words(block.prose).to_lowercase()).or_default() += 1;
    }
    for topic in &structure.topics {
        let promising: Vec<SentenceId> = context
            .finder
            .sentences_with(&topic.heading)
            .into_iter()
            .filter(|sentence| is_heading(context, *sentence))
            .collect();
        if promising.is_empty() {
            continue;
        }
        let keeping = context.finder.sentences_with(&topic.body);
        for sentence in promising {
            let heading = reading.sentence(sentence).block;
            let document = context.facts.document_of(sentence);
            // A title that stands twice is one of a table of contents and one of its section.
            let repeated = || {
                lines.get(&reading.words(reading.block(heading).prose).to_lowercase()).is_some_and(|count| *count > 1)
            };
            let listed = is_listed(reading, heading);
            let is_title = reading.documents.get(document).is_some_and(|document| document.title == Some(heading));
            if is_title || context.finder.any_in(&topic.none, sentence) {
                continue;
            }
            let blocks = blocks_of(reading, heading);
            let sentences = sentences_of(context, blocks.clone());
            let first = keeping.partition_point(|other| *other < sentences.0);
            let kept = keeping.get(first).is_some_and(|other| *other < sentences.1);
            // Nothing under it is another rule's matter, as is one line that says where to look.
            if !kept && !repeated() && !listed && sentences.1.index() > sentences.0.index() + 1 {
                let title = reading.words(reading.block(heading).prose);
                let fault = Fault::at(sentence, reading.block(heading).prose).with("title", title);
                faults.push(fault.with("topic", topic.label.clone()));
            }
        }
    }
    faults
}

/// So many short lines before a heading make it an entry of a table of contents.
const CONTENTS: usize = 3;

/// Whether a heading is an entry of a table of contents.
pub(super) fn is_listed(reading: &Reading, heading: BlockId) -> bool {
    (1..=CONTENTS).all(|back| heading.index().checked_sub(back).is_some_and(|at| is_line(reading, at)))
}

fn is_line(reading: &Reading, at: usize) -> bool {
    reading.blocks.get(at).is_some_and(|block| {
        let words = reading.words(block.prose);
        !words.ends_with(['.', ':']) && words.split_whitespace().count() <= 10
    })
}

fn is_heading(context: &Context<'_>, sentence: SentenceId) -> bool {
    let reading = context.facts.reading;
    let block = reading.block(reading.sentence(sentence).block);
    matches!(block.kind, BlockKind::Heading { .. }) && !block.furniture
}

/// The first sentence of some blocks, and the first one behind them.
fn sentences_of(context: &Context<'_>, blocks: std::ops::Range<usize>) -> (SentenceId, SentenceId) {
    let reading = context.facts.reading;
    let start = reading.blocks.get(blocks.start).map_or(reading.sentences.len(), |block| block.sentences.start);
    let end = reading.blocks.get(blocks.end).map_or(reading.sentences.len(), |block| block.sentences.start);
    (SentenceId::at(start), SentenceId::at(end))
}
