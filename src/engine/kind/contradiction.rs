//! Two claims cannot both be true: one diagnostic for each cause, with every place of it.

use crate::engine::context::Context;
use crate::engine::contradiction::{Contradiction, contradictions};
use crate::engine::finding::Finding;
use crate::report::{Diagnostic, Label};
use crate::ruleset::{Rule, Subject};

/// Tells of claims that exclude each other. The denials come first: they are what is wrong wherever the practice is real.
pub(super) fn check(rule: &Rule, subject: &Subject, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let documents = context.documents(rule);
    if documents.is_empty() || context.applies(rule).is_none() {
        return Vec::new();
    }
    let found = contradictions(context.claims(), context.facts.reading, context.lexicon, subject);
    found
        .iter()
        .filter(|contradiction| documents.contains(&contradiction.document))
        .filter_map(|contradiction| diagnostic(rule, subject, context, contradiction))
        .collect()
}

fn diagnostic(rule: &Rule, subject: &Subject, context: &Context<'_>, found: &Contradiction) -> Option<Diagnostic> {
    let (first, denials) = found.denials.split_first()?;
    let mut finding = Finding::at(context, rule, first.sentence, first.range);
    for side in denials {
        finding = finding.also(Label::new(context.span(side.range), subject.negative_label.clone()));
    }
    for side in &found.affirmations {
        finding = finding.also(Label::new(context.span(side.range), subject.positive_label.clone()));
    }
    let one = found.affirmations.first()?;
    finding = finding.noted(format!("understood as \"{}\" against \"{}\"", first.understood, one.understood));
    for ground in &found.grounds {
        finding = finding.noted(ground.clone());
    }
    let sides = found.denials.iter().chain(&found.affirmations);
    let sentences: Vec<_> = sides.map(|side| side.sentence).collect();
    Some(finding.fingerprinted(context, &sentences).done())
}
