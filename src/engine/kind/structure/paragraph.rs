//! Paragraphs that hold several topics.

use crate::doc::{Block, BlockKind, Reading, SentenceId};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::text::ProseRange;

/// With so many words, topics that are run together cannot be found.
const CROWDED: usize = 200;
/// So many labels in one paragraph are headings that lost their lines.
const TOPICS: usize = 3;
/// The most words of a label.
const LABEL: usize = 9;

/// Paragraphs of hundreds of words that hold several topics, each with its label (`several-topics`).
pub(super) fn faults(context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let texts = reading
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Item(_)) && !block.furniture);
    let counted = texts.map(|block| (block, reading.words(block.prose).split_whitespace().count()));
    counted
        .filter(|(_, words)| *words > CROWDED)
        .filter_map(|(block, words)| several_topics(reading, block, words))
        .collect()
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
