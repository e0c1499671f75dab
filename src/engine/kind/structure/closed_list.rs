//! Lists that say they are complete, and lack what the same text says elsewhere.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::doc::SentenceId;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::engine::pattern::Evidence;
use crate::lexicon::AudienceSet;
use crate::ruleset::{Structure, Topic};
use crate::text::ProseRange;

/// A list that says it is complete.
struct List {
    lead_in: Evidence,
    /// What completes the lead-in; where nothing does, all that stands under the same heading is of the list.
    followers: Vec<SentenceId>,
    /// What stands under the same heading: a member may come late.
    section: Range<usize>,
}

impl List {
    fn read(lead_in: Evidence, sections: &[Range<usize>], context: &Context<'_>) -> Self {
        let at = lead_in.sentence.index();
        let own = sections.partition_point(|section| section.end <= at);
        let section = sections.get(own).cloned().unwrap_or(at..at + 1);
        let followers = context.facts.units.followers(lead_in.sentence).collect();
        Self { lead_in, followers, section }
    }

    /// Whether one of these sentences, which are in order, is of the list.
    fn holds_one_of(&self, sentences: &[SentenceId]) -> bool {
        if self.followers.is_empty() {
            let first = sentences.partition_point(|sentence| sentence.index() < self.section.start);
            return sentences.get(first).is_some_and(|sentence| sentence.index() < self.section.end);
        }
        let listed = |sentence: &SentenceId| sentences.binary_search(sentence).is_ok();
        listed(&self.lead_in.sentence) || self.followers.iter().any(listed)
    }
}

/// The runs of sentences under one heading.
fn sections(context: &Context<'_>) -> Vec<Range<usize>> {
    let reading = context.facts.reading;
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for (at, sentence) in reading.sentences.iter().enumerate() {
        let own = reading.block(sentence.block).section;
        match found.last_mut().filter(|_| before == Some(own)) {
            Some(run) => run.end = at + 1,
            None => found.push(at..at + 1),
        }
        before = Some(own);
    }
    found
}

/// Lists whose lead-in is closed, each with the kinds of members that it lacks: what a topic's `heading` finds elsewhere, said to the same
/// readers, and none of its `body` takes in within the list.
pub(super) fn faults(structure: &Structure, context: &mut Context<'_>) -> Vec<Fault> {
    let lead_ins = context.finder.find_any(&structure.find);
    if lead_ins.is_empty() {
        return Vec::new();
    }
    let sections = sections(context);
    let mut lists: Vec<List> = Vec::new();
    for lead_in in lead_ins {
        // An item counts together with its lead-in, and is no list of its own.
        if lists.last().is_none_or(|list| !list.followers.contains(&lead_in.sentence)) {
            lists.push(List::read(lead_in, &sections, context));
        }
    }
    let mut faults = Vec::new();
    for topic in &structure.topics {
        let (named, mut taking_in) = (named_elsewhere(topic, context), context.finder.sentences_with(&topic.body));
        // "With the following third parties: couriers, banks": what the members are called is none of them.
        taking_in.retain(|sentence| {
            let leads_in = lists.iter().any(|list| list.lead_in.sentence == *sentence);
            let prose = context.facts.reading.sentence(*sentence).prose;
            let colon = context.facts.reading.words(prose).find(':').filter(|_| leads_in);
            colon.is_none_or(|colon| {
                let behind = ProseRange::new(prose.start() + colon, prose.end());
                context.finder.any_within(&topic.body, *sentence, behind)
            })
        });
        let named = by_readers(&named, context);
        for list in lists.iter().filter(|list| !list.holds_one_of(&taking_in)) {
            let readers = readers(list.lead_in.sentence, context);
            let missing = named.get(&readers).and_then(|named| {
                let behind = named.partition_point(|other| other.sentence.index() < list.section.end);
                let before = named.first().filter(|other| other.sentence.index() < list.section.start);
                before.or_else(|| named.get(behind))
            });
            if let Some(missing) = missing {
                let lead_in = &list.lead_in;
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

/// Sentences of the text's own that say it of a topic, save those that only seem to, in order.
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

/// A document, and whom it speaks to at some place.
type Readers<'a> = (usize, &'a AudienceSet);

fn readers<'a>(sentence: SentenceId, context: &Context<'a>) -> Readers<'a> {
    (context.facts.document_of(sentence), context.facts.audience(sentence))
}

fn by_readers<'a, 'b>(named: &'b [Evidence], context: &Context<'a>) -> BTreeMap<Readers<'a>, Vec<&'b Evidence>> {
    let mut found: BTreeMap<Readers<'a>, Vec<&Evidence>> = BTreeMap::new();
    for evidence in named {
        found.entry(readers(evidence.sentence, context)).or_default().push(evidence);
    }
    found
}
