//! Lists that say they are complete, and lack what the same text says elsewhere.

use crate::doc::SentenceId;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::engine::pattern::Evidence;
use crate::ruleset::{Structure, Topic};

/// Lists whose lead-in is closed, each with the kinds of members that it lacks: what a topic's `heading` finds elsewhere, said to the same
/// readers, and none of its `body` takes in within the list.
pub(super) fn faults(structure: &Structure, context: &mut Context<'_>) -> Vec<Fault> {
    let lists: Vec<(Evidence, Vec<SentenceId>)> = (context.finder.find_any(&structure.find).into_iter())
        .map(|lead_in| (region(context, lead_in.sentence), lead_in))
        .map(|(region, lead_in)| (lead_in, region))
        .collect();
    if lists.is_empty() {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for topic in &structure.topics {
        let (named, taking_in) = (named_elsewhere(topic, context), context.finder.sentences_with(&topic.body));
        for (lead_in, region) in &lists {
            if region.iter().any(|sentence| taking_in.binary_search(sentence).is_ok()) {
                continue;
            }
            let missing = named.iter().find(|other| {
                !region.contains(&other.sentence) && speak_to_same(context, lead_in.sentence, other.sentence)
            });
            if let Some(missing) = missing {
                let fault = Fault::at(lead_in.sentence, lead_in.range).with("missing", topic.label.clone());
                faults.push(fault.beside(missing.sentence, missing.range, format!("{} here", topic.label)));
            }
        }
    }
    // A list that lacks several kinds is one fault, told of the first.
    faults.sort_by(|a, b| a.cause.cmp(&b.cause));
    faults.dedup_by(|a, b| a.cause == b.cause);
    faults
}

/// Sentences of the text's own that say it of a topic, save those that only seem to.
fn named_elsewhere(topic: &Topic, context: &mut Context<'_>) -> Vec<Evidence> {
    let mut found = Vec::new();
    for sentence in context.finder.sentences_with(&topic.heading) {
        let unit = context.facts.units.unit(sentence);
        if unit.heading || unit.aside || context.finder.any_in(&topic.none, sentence) {
            continue;
        }
        let range = topic.heading.iter().find_map(|phrase| context.finder.phrase_in(*phrase, sentence));
        found.extend(range.map(|range| Evidence { sentence, range }));
    }
    found
}

fn speak_to_same(context: &Context<'_>, one: SentenceId, other: SentenceId) -> bool {
    let facts = context.facts;
    facts.document_of(one) == facts.document_of(other) && facts.audience(one) == facts.audience(other)
}

/// The lead-in and what completes it, with what follows under the same heading: a member may come late.
fn region(context: &Context<'_>, lead_in: SentenceId) -> Vec<SentenceId> {
    let facts = context.facts;
    let section = |sentence: SentenceId| facts.reading.block(facts.reading.sentence(sentence).block).section;
    let after = (lead_in.index()..facts.reading.sentences.len()).map(SentenceId::at);
    let mut region: Vec<SentenceId> = after.take_while(|next| section(*next) == section(lead_in)).collect();
    region.extend(facts.units.followers(lead_in));
    region
}
