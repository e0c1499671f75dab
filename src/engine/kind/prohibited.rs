//! Something must not be said: one diagnostic, with all the places of the one cause.

use crate::engine::context::Context;
use crate::engine::finding::Finding;
use crate::report::{Diagnostic, Label};
use crate::ruleset::{Prohibited, Rule};

/// Tells of what must not stand; further places of it, and what the rule points at besides, are secondary.
pub(super) fn check(rule: &Rule, prohibited: &Prohibited, context: &mut Context<'_>) -> Vec<Diagnostic> {
    if context.documents(rule).is_empty() || context.applies(rule).is_none() {
        return Vec::new();
    }
    let mut found = context.finder.find_any(&prohibited.find);
    found.retain(|evidence| context.serves(rule, evidence));
    let Some(first) = found.first().cloned() else { return Vec::new() };
    let mut finding = Finding::at(context, rule, first.sentence, first.range);
    for evidence in &found[1..] {
        finding = finding.also(Label::new(context.span(evidence.range), rule.wording.label.clone()));
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
    vec![finding.fingerprinted(context, &sentences).done()]
}
