//! Something must be said: met, partial or missing, with the evidence.

use std::collections::HashSet;

use crate::doc::SentenceId;
use crate::engine::anchor::anchor;
use crate::engine::context::Context;
use crate::engine::finding::Finding;
use crate::engine::pattern::Evidence;
use crate::report::{Diagnostic, Label, Shortfall};
use crate::ruleset::{Disclosure, Element, Rule};

use super::assessment::{Assessment, Found, NAMED, Status, gather, in_order, listed};

/// Holds a source against a requirement, whether or not its law applies.
pub(in crate::engine) fn assess(rule: &Rule, disclosure: &Disclosure, context: &mut Context<'_>) -> Assessment {
    let garbled = context.finder.find_any(&disclosure.spoilt);
    let meets = gather(rule, &disclosure.meets, context, &garbled);
    let partial = gather(rule, &disclosure.partial, context, &garbled);
    let near_misses = context.finder.find_any(&disclosure.near_miss);
    let spoilt = gather(rule, &disclosure.spoilt, context, &[]);
    let elements = in_force(disclosure, context)
        .map(|element| (element, gather(rule, &element.meets, context, &garbled)))
        .collect::<Vec<_>>();
    let mut lacks: Vec<String> =
        elements.iter().filter(|(_, found)| found.is_empty()).map(|(element, _)| element.label.clone()).collect();
    let complete = !elements.is_empty() && lacks.is_empty();
    let parts: Found<'_> = elements.into_iter().flat_map(|(_, found)| found).collect();
    let nothing = partial.is_empty() && spoilt.is_empty() && parts.is_empty();
    let (status, found) = match (!meets.is_empty() || complete, nothing) {
        (true, _) => (Status::Met, in_order([meets, parts].concat())),
        (false, false) => (Status::Partial, [spoilt, in_order([partial, parts].concat())].concat()),
        (false, true) => (Status::Missing, Vec::new()),
    };
    let stance = found.iter().find_map(|(pattern, _)| pattern.stance.clone());
    if status != Status::Partial {
        lacks.clear();
    }
    lacks.extend(found.iter().filter_map(|(pattern, _)| pattern.lacks.clone()));
    let mut seen = HashSet::new();
    lacks.retain(|lack| seen.insert(lack.clone()));
    let evidence = found.into_iter().map(|(_, evidence)| evidence).collect();
    Assessment { status, stance, evidence, lacks, near_misses }
}

/// The elements that the law names on the day of the check.
fn in_force<'d>(disclosure: &'d Disclosure, context: &Context<'_>) -> impl Iterator<Item = &'d Element> + use<'d> {
    let today = context.today.0;
    disclosure.elements.iter().filter(move |element| element.force.on(today))
}

/// Tells of a requirement that is spoilt, partial or missing.
pub(super) fn check(rule: &Rule, disclosure: &Disclosure, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let documents = context.documents(rule);
    let Some(document) = documents.first().copied() else { return Vec::new() };
    if context.excused(rule) {
        return Vec::new();
    }
    let spoilt = spoilt(rule, disclosure, context);
    if !spoilt.is_empty() {
        return spoilt;
    }
    let Some(severity) = context.applies(rule) else { return Vec::new() };
    if disclosure.meets.is_empty() && in_force(disclosure, context).next().is_none() {
        return Vec::new();
    }
    let assessment = assess(rule, disclosure, context);
    match assessment.status {
        Status::Met => Vec::new(),
        Status::Partial => {
            let place = match disclosure.elements.is_empty() {
                true => assessment.place(rule, context),
                false => assessment.place_of_parts(rule, context),
            };
            let Some(evidence) = place else { return Vec::new() };
            let finding = Finding::at(context, rule, evidence.sentence, evidence.range);
            let finding = finding.lacking(rule, Shortfall::Partial, &assessment.lacks);
            vec![incomplete(finding, disclosure, &assessment.lacks).graded(context, rule, severity).done()]
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

/// Says what a partial disclosure lacks: in the message where the law names the elements, else in a note beside the rule's own message.
fn incomplete(finding: Finding, disclosure: &Disclosure, lacks: &[String]) -> Finding {
    if disclosure.elements.is_empty() || lacks.is_empty() {
        let lacks = lacks.join(" and ");
        return if lacks.is_empty() { finding } else { finding.noted(format!("this lacks {lacks}")) };
    }
    let message = disclosure.incomplete.as_deref().unwrap_or("this lacks {missing}");
    let finding = finding.says(message).filled(&[("missing", &listed(lacks))]);
    let provision =
        |label: &String| disclosure.elements.iter().find(|element| element.label == *label)?.citation.as_ref();
    lacks.iter().fold(finding, |finding, label| match provision(label) {
        Some(citation) => finding.noted(format!("missing: {label} ({citation})")),
        None if lacks.len() > NAMED => finding.noted(format!("missing: {label}")),
        None => finding,
    })
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
