//! Faults with a place, told together where they have one cause.

use crate::doc::SentenceId;
use crate::engine::context::Context;
use crate::engine::finding::Finding;
use crate::report::{Diagnostic, Label};
use crate::ruleset::Rule;
use crate::text::{ProseRange, Span};

/// One fault that a rule tells of.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    /// The sentence that it is in.
    pub(super) sentence: SentenceId,
    /// The words to point at.
    pub(super) range: ProseRange,
    /// Where to point instead, if the fault is not in the words.
    pub(super) place: Option<Span>,
    /// Faults of one cause are one diagnostic.
    pub(super) cause: String,
    /// What the rule's words can say of it.
    pub(super) values: Vec<(&'static str, String)>,
    /// A further remark.
    pub(super) note: Option<String>,
}

impl Fault {
    /// A fault at some words, a cause of its own.
    pub(super) fn at(sentence: SentenceId, range: ProseRange) -> Self {
        let cause = format!("{:010} {:010}", range.start(), range.end());
        Self { sentence, range, place: None, cause, values: Vec::new(), note: None }
    }

    /// Makes it one with all faults of the same cause.
    pub(super) fn because(mut self, cause: impl Into<String>) -> Self {
        self.cause = cause.into();
        self
    }

    /// Adds what `{name}` stands for.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }
}

/// One diagnostic for each cause, with every place of it, in order of the first.
pub(super) fn told(rule: &Rule, faults: Vec<Fault>, context: &Context<'_>) -> Vec<Diagnostic> {
    let mut faults: Vec<Fault> = faults.into_iter().filter(|fault| is_spoken_to(rule, fault, context)).collect();
    faults.sort_by(|a, b| (&a.cause, a.range).cmp(&(&b.cause, b.range)));
    faults.dedup_by(|a, b| a.cause == b.cause && a.range == b.range);
    faults.chunk_by(|a, b| a.cause == b.cause).map(|group| diagnostic(rule, group, context)).collect()
}

fn is_spoken_to(rule: &Rule, fault: &Fault, context: &Context<'_>) -> bool {
    context.lexicon.audiences().serve(&rule.audiences, context.facts.audience(fault.sentence))
}

fn diagnostic(rule: &Rule, group: &[Fault], context: &Context<'_>) -> Diagnostic {
    let first = &group[0];
    let mut finding = Finding::at(context, rule, first.sentence, first.range);
    if let Some(place) = first.place {
        finding = finding.placed(place);
    }
    for other in &group[1..] {
        finding = finding.also(Label::new(other.place.unwrap_or_else(|| context.span(other.range)), ""));
    }
    if let Some(note) = &first.note {
        finding = finding.noted(note.clone());
    }
    let values: Vec<(&str, &str)> = first.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let sentences: Vec<SentenceId> = group.iter().map(|fault| fault.sentence).collect();
    finding.filled(&values).fingerprinted(context, &sentences).done()
}
