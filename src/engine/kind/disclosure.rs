//! Something must be said: met, partial or missing, with the evidence.

use crate::doc::SentenceId;
use crate::engine::anchor::anchor;
use crate::engine::context::Context;
use crate::engine::finding::Finding;
use crate::engine::pattern::Evidence;
use crate::report::{Diagnostic, Label, Shortfall};
use crate::ruleset::{Disclosure, Pattern, Rule};

/// How a source stands to a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::engine) struct Assessment {
    /// How far it is met.
    pub(in crate::engine) status: Status,
    /// The stance taken, where the requirement has several.
    pub(in crate::engine) stance: Option<String>,
    /// Every sentence that speaks to it.
    pub(in crate::engine) evidence: Vec<Evidence>,
    /// What it lacks.
    pub(in crate::engine) lacks: Vec<String>,
    /// Passages on neighbouring topics.
    pub(in crate::engine) near_misses: Vec<Evidence>,
}

/// How far a requirement is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::engine) enum Status {
    Met,
    Partial,
    Missing,
}

/// Holds a source against a requirement, whether or not its law applies.
pub(in crate::engine) fn assess(rule: &Rule, disclosure: &Disclosure, context: &mut Context<'_>) -> Assessment {
    let garbled = context.finder.find_any(&disclosure.spoilt);
    let meets = gather(rule, &disclosure.meets, context, &garbled);
    let partial = gather(rule, &disclosure.partial, context, &garbled);
    let near_misses = context.finder.find_any(&disclosure.near_miss);
    let spoilt = gather(rule, &disclosure.spoilt, context, &[]);
    let (status, found) = match (meets.is_empty(), partial.is_empty() && spoilt.is_empty()) {
        (false, _) => (Status::Met, meets),
        (true, false) => (Status::Partial, [spoilt, partial].concat()),
        (true, true) => (Status::Missing, Vec::new()),
    };
    let stance = found.iter().find_map(|(pattern, _)| pattern.stance.clone());
    let mut lacks: Vec<String> = found.iter().filter_map(|(pattern, _)| pattern.lacks.clone()).collect();
    lacks.dedup();
    let evidence = found.into_iter().map(|(_, evidence)| evidence).collect();
    Assessment { status, stance, evidence, lacks, near_misses }
}

/// The places of patterns that speak to the rule's audience and aren't spoilt, in reading order.
fn gather<'p>(
    rule: &Rule,
    patterns: &'p [Pattern],
    context: &mut Context<'_>,
    spoilt: &[Evidence],
) -> Vec<(&'p Pattern, Evidence)> {
    let mut found: Vec<(&Pattern, Evidence)> = Vec::new();
    for pattern in patterns {
        for evidence in context.finder.find(pattern) {
            let is_spoilt = spoilt.iter().any(|spoilt| spoilt.sentence == evidence.sentence);
            if !is_spoilt && context.serves(rule, &evidence) {
                found.push((pattern, evidence));
            }
        }
    }
    found.sort_by_key(|(_, evidence)| (evidence.sentence, evidence.range));
    found.dedup_by_key(|(_, evidence)| evidence.sentence);
    found
}

/// Tells of a requirement that is spoilt, partial or missing.
pub(super) fn check(rule: &Rule, disclosure: &Disclosure, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let documents = context.documents(rule);
    let Some(document) = documents.first().copied() else { return Vec::new() };
    let spoilt = spoilt(rule, disclosure, context);
    if !spoilt.is_empty() {
        return spoilt;
    }
    let Some(severity) = context.applies(rule) else { return Vec::new() };
    let assessment = assess(rule, disclosure, context);
    match assessment.status {
        Status::Met => Vec::new(),
        Status::Partial => {
            let Some(evidence) = assessment.evidence.first() else { return Vec::new() };
            let lacks = assessment.lacks.join(" and ");
            let finding = Finding::at(context, rule, evidence.sentence, evidence.range);
            let finding = finding.lacking(rule, Shortfall::Partial, &assessment.lacks);
            let finding = if lacks.is_empty() { finding } else { finding.noted(format!("this lacks {lacks}")) };
            vec![finding.graded(context, rule, severity).done()]
        }
        Status::Missing => {
            let place = anchor(context, rule, document);
            let finding = Finding::missing(context, rule, document, place);
            let near = assessment.near_misses.first().map(|evidence| context.span(evidence.range));
            let finding = match near {
                Some(span) if span != place => finding.also(Label::new(span, "near, but this does not say it")),
                _ => finding,
            };
            vec![finding.graded(context, rule, severity).done()]
        }
    }
}

/// One diagnostic for each spoilt sentence, in the words of the first pattern that it fits.
fn spoilt(rule: &Rule, disclosure: &Disclosure, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let mut told: Vec<(SentenceId, Diagnostic)> = Vec::new();
    for pattern in &disclosure.spoilt {
        for Evidence { sentence, .. } in context.finder.find(pattern) {
            if told.iter().all(|(other, _)| *other != sentence) {
                let whole = context.facts.reading.sentence(sentence).prose;
                let finding = Finding::at(context, rule, sentence, whole);
                told.push((sentence, pattern.wording.iter().fold(finding, Finding::worded).done()));
            }
        }
    }
    told.into_iter().map(|(_, diagnostic)| diagnostic).collect()
}
