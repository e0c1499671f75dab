//! Something must not be said: one diagnostic for each cause, with all the places of it.

use crate::doc::Format;
use crate::engine::context::Context;
use crate::engine::finding::{Finding, lack};
use crate::engine::pattern::Evidence;
use crate::report::{Diagnostic, Label};
use crate::ruleset::{Need, Pattern, Prohibited, Rule, Wording};

/// Tells of what must not stand. What has words or a severity of its own is a cause of its own; all else that the rule finds is one.
pub(super) fn check(rule: &Rule, prohibited: &Prohibited, context: &mut Context<'_>) -> Vec<Diagnostic> {
    if context.documents(rule).is_empty() || context.applies(rule).is_none() {
        return Vec::new();
    }
    let (own, shared): (Vec<&Pattern>, Vec<&Pattern>) =
        prohibited.find.iter().partition(|pattern| pattern.wording.is_some() || pattern.severity.is_some());
    let causes = own.into_iter().map(|pattern| vec![pattern]).chain([shared]);
    causes.filter_map(|patterns| cause(rule, prohibited, &patterns, context)).collect()
}

/// One diagnostic with all places of some patterns; further places, and what the rule points at besides, are secondary.
fn cause(rule: &Rule, prohibited: &Prohibited, patterns: &[&Pattern], context: &mut Context<'_>) -> Option<Diagnostic> {
    let wording: &Wording = patterns.first()?.wording.as_ref().unwrap_or(&rule.wording);
    let mut found: Vec<Evidence> = patterns.iter().flat_map(|pattern| context.finder.find(pattern)).collect();
    found.retain(|evidence| context.serves(rule, evidence));
    // Who reads markup knows what is shown as code, and is no slip there.
    if rule.needs.contains(&Need::Attributes) {
        found.retain(|evidence| !is_code(evidence, context));
    }
    found.sort_by_key(|evidence| (evidence.sentence, evidence.range));
    found.dedup_by_key(|evidence| evidence.sentence);
    let first = found.first()?;
    let mut finding = Finding::at(context, rule, first.sentence, first.range).worded(wording);
    for evidence in &found[1..] {
        finding = finding.also(Label::new(context.span(evidence.range), wording.label.clone()));
    }
    for pattern in &prohibited.also {
        let label = pattern.wording.as_ref().map_or("", |wording| &wording.label).to_owned();
        for evidence in context.finder.find(pattern) {
            if found.iter().all(|other| other.sentence != evidence.sentence) {
                finding = finding.also(Label::new(context.span(evidence.range), label.clone()));
            }
        }
    }
    let sentences: Vec<_> = found.iter().map(|evidence| evidence.sentence).collect();
    let severity = patterns.first()?.severity.unwrap_or(rule.severity);
    let mut told = finding.fingerprinted(context, &sentences).graded(context, rule, severity).done();
    told.lack = prohibited.shortfall.map(|shortfall| lack(rule, shortfall, &[]));
    Some(told)
}

/// Whether words are set as program text within their line.
fn is_code(evidence: &Evidence, context: &Context<'_>) -> bool {
    let reading = context.facts.reading;
    let block = reading.block(reading.sentence(evidence.sentence).block).source;
    let place = reading.prose.to_source(evidence.range);
    let before = context.source.text().get(block.start()..place.start()).unwrap_or_default();
    match context.format {
        Format::Html => ["<code", "<kbd", "<samp"].iter().any(|tag| {
            let opened = before.rfind(tag);
            opened.is_some_and(|at| !before[at..].contains(&tag.replace('<', "</")))
        }),
        Format::Markdown => before.matches('`').count() % 2 == 1,
        Format::Plain => false,
    }
}
