//! Passages of a trade that the rest of the text knows nothing of.

use crate::doc::SentenceId;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::ruleset::{Structure, Topic};

/// So many places make it the author's own trade.
const MOST: usize = 2;

/// Sentences with a trade's words (`body`), few and close together, where nothing else of the text is of that trade (`heading`), and no
/// word that spares it (`none`) stands anywhere.
pub(super) fn faults(structure: &Structure, context: &mut Context<'_>) -> Vec<Fault> {
    structure.topics.iter().filter_map(|topic| of_topic(topic, context)).collect()
}

fn of_topic(topic: &Topic, context: &mut Context<'_>) -> Option<Fault> {
    let stray = context.finder.sentences_with(&topic.body);
    let (first, last) = (*stray.first()?, *stray.last()?);
    let reading = context.facts.reading;
    let section = |sentence: SentenceId| reading.block(reading.sentence(sentence).block).section;
    let known = |sentences: Vec<SentenceId>| sentences.iter().any(|sentence| !stray.contains(sentence));
    if stray.len() > MOST
        || section(first) != section(last)
        || known(context.finder.sentences_with(&topic.heading))
        || !context.finder.sentences_with(&topic.none).is_empty()
    {
        return None;
    }
    let unit = context.facts.units.unit(first);
    let range = topic.body.iter().find_map(|phrase| context.finder.phrase_in(*phrase, first))?;
    (!unit.heading && !unit.aside).then(|| Fault::at(first, range).with("trade", topic.label.clone()))
}
