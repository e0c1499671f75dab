//! An enumeration that the law fixes: matches its items, never counts them.

use crate::doc::SentenceId;
use crate::engine::context::Context;
use crate::engine::finding::Finding;
use crate::engine::pattern::Evidence;
use crate::report::{Diagnostic, Label};
use crate::ruleset::{Checklist, PhraseId, Rule};

use super::assessment::{NAMED, listed};

/// An enumeration as it stands in the text.
struct Enumeration {
    lead_in: Evidence,
    /// For each item of the checklist, the sentences that say it.
    found: Vec<Vec<SentenceId>>,
    open: bool,
}

impl Enumeration {
    fn recognised(&self) -> usize {
        self.found.iter().filter(|sentences| !sentences.is_empty()).count()
    }
}

/// What an enumeration leaves out.
struct Gap {
    /// The item or limb, with its provision.
    named: String,
    /// The item that it would stand in or follow in the order of the law, and what to say there.
    place: Option<(SentenceId, String)>,
}

impl Gap {
    fn new(label: &str, citation: &str, place: Option<(SentenceId, String)>) -> Self {
        Self { named: format!("{label} ({citation})"), place }
    }
}

/// Tells of items and limbs that an enumeration leaves out, or of a matter that is never mentioned.
pub(super) fn check(rule: &Rule, checklist: &Checklist, context: &mut Context<'_>) -> Vec<Diagnostic> {
    if context.documents(rule).is_empty() || context.applies(rule).is_none() {
        return Vec::new();
    }
    let lead_ins = context.finder.find_any(&checklist.lead_in);
    let enumerations = lead_ins.into_iter().filter(|lead_in| context.serves(rule, lead_in)).collect::<Vec<_>>();
    let best = enumerations
        .into_iter()
        .map(|lead_in| enumeration(checklist, lead_in, context))
        .max_by_key(|enumeration| (enumeration.recognised(), std::cmp::Reverse(enumeration.lead_in.sentence)));
    match best {
        Some(found) if found.recognised() >= checklist.minimum => incomplete(rule, checklist, &found, context),
        // Grounds of its own, or an example or two: a mention, and no enumeration of the statutory ones.
        Some(_) => Vec::new(),
        None => absent(rule, checklist, context),
    }
}

fn enumeration(checklist: &Checklist, lead_in: Evidence, context: &mut Context<'_>) -> Enumeration {
    let region = region(context, lead_in.sentence);
    let open = context.finder.any_in(&checklist.open, lead_in.sentence);
    let found = checklist.items.iter().map(|item| sentences_with(&item.any, &region, context)).collect();
    Enumeration { lead_in, found, open }
}

/// The sentences of an enumeration: the lead-in and what completes it; where nothing does, the sentences after it under the
/// same heading.
fn region(context: &Context<'_>, lead_in: SentenceId) -> Vec<SentenceId> {
    let facts = context.facts;
    let mut region = vec![lead_in];
    region.extend(facts.units.followers(lead_in));
    if region.len() == 1 {
        let reading = facts.reading;
        let section = |sentence: SentenceId| reading.block(reading.sentence(sentence).block).section;
        let after = (lead_in.0 + 1..).map(SentenceId).take_while(|next| next.index() < reading.sentences.len());
        region.extend(after.take_while(|next| section(*next) == section(lead_in)));
    }
    region
}

fn sentences_with(phrases: &[PhraseId], region: &[SentenceId], context: &mut Context<'_>) -> Vec<SentenceId> {
    let mut found = Vec::new();
    for sentence in region {
        if phrases.iter().any(|phrase| context.finder.phrase_in(*phrase, *sentence).is_some()) {
            found.push(*sentence);
        }
    }
    found
}

fn incomplete(rule: &Rule, checklist: &Checklist, found: &Enumeration, context: &mut Context<'_>) -> Vec<Diagnostic> {
    if found.open {
        return Vec::new();
    }
    let mut gaps = Vec::new();
    let mut before = None;
    for (item, sentences) in checklist.items.iter().zip(&found.found) {
        let Some(first) = sentences.first() else {
            let label = format!("after this the law names {}", item.label);
            gaps.push(Gap::new(&item.label, &item.citation, before.map(|sentence| (sentence, label))));
            continue;
        };
        before = Some(*first);
        for limb in &item.limbs {
            if sentences_with(&limb.any, sentences, context).is_empty() {
                let label = format!("this leaves out {}", limb.label);
                gaps.push(Gap::new(&limb.label, &item.citation, Some((*first, label))));
            }
        }
    }
    if gaps.is_empty() {
        return Vec::new();
    }
    let missing: Vec<String> = gaps.iter().map(|gap| gap.named.clone()).collect();
    let place = found.lead_in.range;
    let finding = Finding::at(context, rule, found.lead_in.sentence, place).filled(&[("missing", &listed(&missing))]);
    let finding = if missing.len() > NAMED {
        missing.iter().fold(finding, |finding, item| finding.noted(format!("missing: {item}")))
    } else {
        // What is said in the lead-in itself has its label already.
        let places = gaps.into_iter().filter_map(|gap| gap.place);
        let beside = places.filter(|(sentence, _)| *sentence != found.lead_in.sentence);
        beside.fold(finding, |finding, (sentence, label)| {
            finding.also(Label::new(context.span(context.facts.reading.sentence(sentence).prose), label))
        })
    };
    vec![finding.done()]
}

fn absent(rule: &Rule, checklist: &Checklist, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let Some((severity, wording)) = &checklist.absent else { return Vec::new() };
    let mentioned = context.finder.find_any(&checklist.mentioned);
    if mentioned.iter().any(|evidence| context.serves(rule, evidence)) {
        return Vec::new();
    }
    let granted = context.finder.find_any(&rule.when);
    let Some(granted) = granted.into_iter().find(|evidence| context.serves(rule, evidence)) else { return Vec::new() };
    let finding = Finding::at(context, rule, granted.sentence, granted.range);
    vec![finding.worded(wording).graded(context, rule, *severity).done()]
}
