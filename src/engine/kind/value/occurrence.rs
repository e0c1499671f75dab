//! One place of one defect, and how places of the same cause become one diagnostic.

use std::collections::BTreeMap;

use crate::doc::SentenceId;
use crate::engine::context::Context;
use crate::engine::finding::Finding;
use crate::report::{Diagnostic, Edit, Fix, Label};
use crate::ruleset::Rule;
use crate::text::{ProseRange, Span};

/// One occurrence of a defect, in the words that a rule's message can use.
pub(super) struct Occurrence {
    /// The defect, by the name that rules use.
    pub(super) name: &'static str,
    /// What makes two occurrences the same cause.
    pub(super) cause: String,
    /// Where it is shown.
    pub(super) place: Span,
    /// The words that it is about.
    pub(super) prose: ProseRange,
    /// What a message can say of it.
    pub(super) values: Vec<(&'static str, String)>,
    /// The edits that mend it, if exactly one way is right.
    pub(super) edits: Option<Vec<Edit>>,
}

impl Occurrence {
    /// An occurrence shown at its own words, which are also its cause, and which a machine can't mend.
    pub(super) fn at(name: &'static str, prose: ProseRange, context: &Context<'_>) -> Self {
        let written = context.facts.reading.words(prose).to_owned();
        Self {
            name,
            cause: written.to_lowercase(),
            place: context.span(prose),
            prose,
            values: vec![("written", written)],
            edits: None,
        }
    }

    /// Says more in messages.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Is of the same cause as all others that say so.
    pub(super) fn because(mut self, cause: impl Into<String>) -> Self {
        self.cause = cause.into();
        self
    }
}

/// One diagnostic for each cause, with all its places.
pub(super) fn told(rule: &Rule, occurrences: Vec<Occurrence>, context: &Context<'_>) -> Vec<Diagnostic> {
    let mut groups: BTreeMap<String, Vec<Occurrence>> = BTreeMap::new();
    for occurrence in occurrences {
        groups.entry(occurrence.cause.clone()).or_default().push(occurrence);
    }
    groups.into_values().filter_map(|group| finding(rule, &group, context)).collect()
}

fn finding(rule: &Rule, group: &[Occurrence], context: &Context<'_>) -> Option<Diagnostic> {
    let (first, others) = group.split_first()?;
    let values: Vec<(&str, &str)> = first.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let sentences: Vec<SentenceId> =
        group.iter().filter_map(|occurrence| context.facts.reading.sentence_at(occurrence.prose.start())).collect();
    let mut finding = Finding::at(context, rule, *sentences.first()?, first.prose).placed(first.place);
    for other in others {
        finding = finding.also(Label::new(other.place, ""));
    }
    if let Some(edits) = group.iter().map(|occurrence| occurrence.edits.clone()).collect::<Option<Vec<_>>>() {
        let title =
            format!("write `{}`", first.values.iter().find(|(name, _)| *name == "address").map_or("", |(_, v)| v));
        finding = finding.fixed(Fix { title, safe: true, edits: edits.into_iter().flatten().collect() });
    }
    Some(finding.filled(&values).fingerprinted(context, &sentences).done())
}
