//! Lists that say they are complete, and lack what the same text says elsewhere.

use crate::doc::SentenceId;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::engine::pattern::Evidence;
use crate::ruleset::{Structure, Topic};

/// A list that says it is complete.
struct List {
    lead_in: Evidence,
    /// The lead-in and what completes it; where nothing does, all that stands under the same heading.
    members: Vec<SentenceId>,
    /// What stands under the same heading: a member may come late.
    section: std::ops::Range<usize>,
}

impl List {
    fn read(lead_in: Evidence, context: &Context<'_>) -> Self {
        let facts = context.facts;
        let section_of = |at: usize| facts.reading.block(facts.reading.sentences[at].block).section;
        let (first, own) = (lead_in.sentence.index(), section_of(lead_in.sentence.index()));
        let start = (0..first).rev().take_while(|at| section_of(*at) == own).last().unwrap_or(first);
        let end = (first..facts.reading.sentences.len()).find(|at| section_of(*at) != own);
        let section = start..end.unwrap_or(facts.reading.sentences.len());
        let mut members: Vec<SentenceId> =
            std::iter::once(lead_in.sentence).chain(facts.units.followers(lead_in.sentence)).collect();
        if members.len() == 1 {
            members = section.clone().map(SentenceId::at).collect();
        }
        Self { lead_in, members, section }
    }
}

/// Lists whose lead-in is closed, each with the kinds of members that it lacks: what a topic's `heading` finds elsewhere, said to the same
/// readers, and none of its `body` takes in within the list.
pub(super) fn faults(structure: &Structure, context: &mut Context<'_>) -> Vec<Fault> {
    let lead_ins = context.finder.find_any(&structure.find);
    let lists: Vec<List> = lead_ins.into_iter().map(|lead_in| List::read(lead_in, context)).collect();
    if lists.is_empty() {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for topic in &structure.topics {
        let (named, taking_in) = (named_elsewhere(topic, context), context.finder.sentences_with(&topic.body));
        for List { lead_in, members, section } in &lists {
            if members.iter().any(|sentence| taking_in.binary_search(sentence).is_ok()) {
                continue;
            }
            let missing = named.iter().find(|other| {
                !section.contains(&other.sentence.index()) && speak_to_same(context, lead_in.sentence, other.sentence)
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
