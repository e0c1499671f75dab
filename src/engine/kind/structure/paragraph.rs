//! Paragraphs that nobody reads to the end.

use crate::doc::{Block, BlockId, BlockKind, Reading, SentenceId};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::ruleset::Structure;
use crate::text::ProseRange;

use super::fault_at;

/// More words than a printed page holds.
const LONGEST: usize = 300;
/// With so many words, topics that are run together cannot be found.
const CROWDED: usize = 200;
/// So many labels in one paragraph are headings that lost their lines.
const TOPICS: usize = 3;
/// The most words of a label.
const LABEL: usize = 9;

/// Paragraphs with more words than a page (`long`), and those of hundreds of words that hold several topics, each with its label
/// (`several-topics`).
pub(super) fn faults(structure: &Structure, context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let chosen = |defect: &str| structure.defects.is_empty() || structure.defects.iter().any(|other| other == defect);
    let mut faults = Vec::new();
    for (at, block) in reading.blocks.iter().enumerate() {
        let is_text = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item(_)) && !block.furniture;
        let words = reading.words(block.prose).split_whitespace().count();
        if !is_text || words <= CROWDED {
            continue;
        }
        if words > LONGEST
            && chosen("long")
            && let Some(mut fault) = fault_at(reading, BlockId::at(at))
        {
            // The whole paragraph would fill the screen.
            fault.range = reading.sentence(fault.sentence).prose;
            faults.push(fault.called("long").with("words", words.to_string()));
        }
        if chosen("several-topics") {
            faults.extend(several_topics(reading, block, words));
        }
    }
    faults
}

/// A paragraph with labels before some of its sentences, told at the first of them.
fn several_topics(reading: &Reading, block: &Block, words: usize) -> Option<Fault> {
    let sentences = block.sentences.clone().map(SentenceId::at);
    let labels: Vec<(SentenceId, ProseRange)> =
        sentences.skip(1).filter_map(|sentence| Some((sentence, label(reading, sentence)?))).collect();
    let ((sentence, range), further) = labels.split_first().filter(|_| labels.len() >= TOPICS)?;
    let fault = Fault::at(*sentence, *range).called("several-topics");
    let fault = fault.with("words", words.to_string()).with("topics", labels.len().to_string());
    Some(further.iter().fold(fault, |fault, (sentence, range)| fault.beside(*sentence, *range, "another topic")))
}

/// The label at the head of a sentence that goes on behind it: "Account Information: You may …".
fn label(reading: &Reading, sentence: SentenceId) -> Option<ProseRange> {
    let prose = reading.sentence(sentence).prose;
    let (label, rest) = reading.words(prose).split_once(": ")?;
    let words: Vec<&str> = label.split(' ').collect();
    let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    let plain = label.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '&' | '/' | ','));
    let is_label =
        plain && words.len() <= LABEL && words[0].starts_with(char::is_uppercase) && capitals * 3 >= words.len() * 2;
    let goes_on = rest.starts_with(char::is_uppercase) && rest.split(' ').count() > LABEL;
    (is_label && goes_on).then(|| ProseRange::new(prose.start(), prose.start() + label.len()))
}
