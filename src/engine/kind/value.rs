//! A value must be valid: one diagnostic for one broken value, with all the places where it stands.

use std::collections::BTreeMap;

use crate::doc::{Reading, SentenceId};
use crate::engine::context::Context;
use crate::engine::finding::Finding;
use crate::facts::contact::email::{DefectKind, Email, Form, Placeholder, SyntaxError, TargetDefectKind};
use crate::report::{Diagnostic, Edit, Fix, Label};
use crate::ruleset::{Rule, ValueCheck, ValueKind};
use crate::text::{ProseRange, Span};

/// One occurrence of a defect, in the words that a rule's message can use.
struct Occurrence {
    name: &'static str,
    /// What makes two occurrences the same cause.
    cause: String,
    place: Span,
    prose: ProseRange,
    values: Vec<(&'static str, String)>,
    /// The edits that mend it, if exactly one way is right.
    edits: Option<Vec<Edit>>,
}

/// Tells of values with one of the rule's defects.
pub(super) fn check(rule: &Rule, value: &ValueCheck, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let occurrences: Vec<Occurrence> = match value.value {
        ValueKind::Email => context.facts.emails().iter().flat_map(|email| email_occurrences(email, context)).collect(),
    };
    let mut groups: BTreeMap<String, Vec<Occurrence>> = BTreeMap::new();
    for occurrence in occurrences {
        if value.defects.iter().any(|defect| defect == occurrence.name) {
            groups.entry(occurrence.cause.clone()).or_default().push(occurrence);
        }
    }
    groups.into_values().filter_map(|group| finding(rule, &group, context)).collect()
}

fn finding(rule: &Rule, group: &[Occurrence], context: &Context<'_>) -> Option<Diagnostic> {
    let (first, others) = group.split_first()?;
    let values: Vec<(&str, &str)> = first.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let sentences: Vec<SentenceId> =
        group.iter().filter_map(|occurrence| sentence_at(context.facts.reading, occurrence.prose)).collect();
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

/// The sentence that holds the start of a range.
fn sentence_at(reading: &Reading, range: ProseRange) -> Option<SentenceId> {
    let after = reading.sentences.partition_point(|sentence| sentence.prose.start() <= range.start());
    after.checked_sub(1).map(SentenceId::at)
}

/// The defects of an address and of the link on it.
fn email_occurrences(email: &Email, context: &Context<'_>) -> Vec<Occurrence> {
    let mut occurrences = Vec::new();
    if email.illustrative {
        return occurrences;
    }
    let reading = context.facts.reading;
    let written = reading.words(email.prose).to_owned();
    // What stands only in a link's target is told of the target.
    if let Some(defect) = email.defect.as_ref().filter(|_| email.form != Form::Target) {
        let mut values = described(&defect.kind);
        values.extend([("address", email.address.clone()), ("written", written.clone())]);
        let edits =
            defect.repair.as_ref().filter(|repair| repair.safe).and_then(|repair| edits(&repair.edits, context));
        occurrences.push(Occurrence {
            name: defect.kind.name(),
            cause: email.address.to_lowercase(),
            place: context.span(email.prose),
            prose: email.prose,
            values,
            edits,
        });
    }
    if let Some(defect) = &email.target_defect {
        let target = match &defect.kind {
            TargetDefectKind::Differs { target } | TargetDefectKind::Address { target, .. } => target.clone(),
            TargetDefectKind::MalformedScheme | TargetDefectKind::NotMailto | TargetDefectKind::NoRecipient => {
                defect.part.of(context.source.text()).to_owned()
            }
        };
        occurrences.push(Occurrence {
            name: defect.kind.name(),
            cause: format!("{} {target}", email.address.to_lowercase()),
            place: context.source.to_disk(defect.part),
            prose: email.prose,
            values: vec![("address", email.address.clone()), ("written", written), ("target", target)],
            edits: None,
        });
    }
    occurrences
}

/// What the message of a rule on this defect can say.
fn described(kind: &DefectKind) -> Vec<(&'static str, String)> {
    match kind {
        DefectKind::Space | DefectKind::MissingSuffix => Vec::new(),
        DefectKind::Syntax(error) => vec![("detail", syntax(*error))],
        DefectKind::Placeholder(placeholder) => vec![("detail", stand_in(*placeholder).to_owned())],
        DefectKind::MisspeltHost { suggestion } => vec![("suggestion", suggestion.clone())],
        DefectKind::UnknownSuffix { suffix } => vec![("suffix", suffix.clone())],
    }
}

fn syntax(error: SyntaxError) -> String {
    match error {
        SyntaxError::SeveralAts => "it has more than one `@`".to_owned(),
        SyntaxError::MissingAt => "it has no `@`".to_owned(),
        SyntaxError::CommaForDot => "it has a comma where a dot belongs".to_owned(),
        SyntaxError::DoubledDot => "it has two dots in a row".to_owned(),
        SyntaxError::LeadingDot => "a part of it begins with a dot".to_owned(),
        SyntaxError::TrailingDot => "the part before the `@` ends in a dot".to_owned(),
        SyntaxError::HyphenAtEdge => "a part of its host begins or ends with a hyphen".to_owned(),
        SyntaxError::Character(character) => format!("`{character}` may not stand in it"),
        SyntaxError::TooLong => "it is too long".to_owned(),
    }
}

fn stand_in(placeholder: Placeholder) -> &'static str {
    match placeholder {
        Placeholder::ReservedSuffix => "nobody can own a domain with this suffix",
        Placeholder::Host => "its domain stands for “your domain here”",
        Placeholder::LocalPart => "its name stands for “your name here”",
    }
}

/// Edits on disk. White space in the prose may hide markup in the source; such a place is left to the author.
fn edits(repairs: &[(ProseRange, String)], context: &Context<'_>) -> Option<Vec<Edit>> {
    let reading = context.facts.reading;
    let one = |(range, text): &(ProseRange, String)| {
        let source = reading.prose.to_source(*range);
        let behind = source.of(context.source.text());
        let plain = behind == reading.words(*range) || behind.trim().is_empty();
        plain.then(|| Edit { span: context.source.to_disk(source), text: text.clone() })
    };
    repairs.iter().map(one).collect()
}
