//! Faults with a place, told together where they have one cause.

use crate::doc::SentenceId;
use crate::engine::context::Context;
use crate::engine::finding::Finding;
use crate::report::{Diagnostic, Edit, Fix, Label};
use crate::ruleset::Rule;
use crate::text::{ProseRange, Span};

/// One fault that a rule tells of.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    /// What is wrong, by the name that rules use; empty where a rule knows only one thing.
    pub(super) defect: &'static str,
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
    /// What its place is called where another of its cause comes first.
    pub(super) again: &'static str,
    /// What else is shown, and what it is called there.
    pub(super) beside: Vec<(SentenceId, ProseRange, String)>,
    /// A further remark.
    pub(super) note: Option<String>,
    /// What mends it, if exactly one way is right: a title, and the edits.
    pub(super) repair: Option<(String, Vec<Edit>)>,
}

impl Fault {
    /// A fault at some words, a cause of its own.
    pub(super) fn at(sentence: SentenceId, range: ProseRange) -> Self {
        Self {
            defect: "",
            sentence,
            range,
            place: None,
            cause: format!("{:010} {:010}", range.start(), range.end()),
            values: Vec::new(),
            again: "",
            beside: Vec::new(),
            note: None,
            repair: None,
        }
    }

    /// Says which of several defects it is.
    pub(super) fn called(mut self, defect: &'static str) -> Self {
        self.defect = defect;
        self
    }

    /// Makes it one with all faults of the same cause.
    pub(super) fn because(mut self, cause: impl Into<String>) -> Self {
        self.cause = cause.into();
        self
    }

    /// Points at another place than its words.
    pub(super) fn placed(mut self, place: Span) -> Self {
        self.place = Some(place);
        self
    }

    /// Adds what `{name}` stands for.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Shows other words, too.
    pub(super) fn beside(mut self, sentence: SentenceId, range: ProseRange, label: impl Into<String>) -> Self {
        self.beside.push((sentence, range, label.into()));
        self
    }

    /// Can be mended by these edits, if there are any.
    pub(super) fn mended(mut self, title: impl Into<String>, edits: Option<Vec<Edit>>) -> Self {
        self.repair = edits.map(|edits| (title.into(), edits));
        self
    }

    fn shown_at(&self, context: &Context<'_>) -> Span {
        self.place.unwrap_or_else(|| context.span(self.range))
    }
}

/// One diagnostic for each cause, with every place of it, in order of the first.
pub(super) fn told(rule: &Rule, faults: Vec<Fault>, context: &Context<'_>) -> Vec<Diagnostic> {
    let mut faults: Vec<Fault> = faults.into_iter().filter(|fault| is_spoken_to(rule, fault, context)).collect();
    faults.sort_by(|a, b| (&a.cause, a.range).cmp(&(&b.cause, b.range)));
    faults.dedup_by(|a, b| a.cause == b.cause && a.range == b.range && a.place == b.place);
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
    for (_, range, label) in &first.beside {
        finding = finding.also(Label::new(context.span(*range), label.as_str()));
    }
    for other in &group[1..] {
        finding = finding.also(Label::new(other.shown_at(context), other.again));
    }
    if let Some(note) = &first.note {
        finding = finding.noted(note.clone());
    }
    let edits: Option<Vec<&[Edit]>> =
        group.iter().map(|fault| fault.repair.as_ref().map(|(_, edits)| edits.as_slice())).collect();
    if let (Some((title, _)), Some(edits)) = (&first.repair, edits) {
        finding = finding.fixed(Fix { title: title.clone(), safe: true, edits: edits.concat() });
    }
    let values: Vec<(&str, &str)> = first.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let shown = first.beside.iter().map(|(sentence, ..)| *sentence);
    let sentences: Vec<SentenceId> = shown.chain(group.iter().map(|fault| fault.sentence)).collect();
    finding.filled(&values).fingerprinted(context, &sentences).done()
}
