//! The one way to make a diagnostic: none comes without a place and a fingerprint.

use crate::doc::SentenceId;
use crate::report::{Diagnostic, Fix, Label, Lack, Severity, Shortfall};
use crate::ruleset::{Rule, Wording};
use crate::text::{ProseRange, Span};

use super::context::Context;
use super::fingerprint::{of_absence, of_places};

/// A diagnostic in the making. It has its place from the start; the rest comes from the rule.
pub(super) struct Finding {
    diagnostic: Diagnostic,
}

impl Finding {
    /// A finding at words that stand in the text.
    pub(super) fn at(context: &Context<'_>, rule: &Rule, sentence: SentenceId, range: ProseRange) -> Self {
        let fingerprint = of_places(&rule.id.0, context.facts, &[sentence]);
        Self::new(context, rule, context.facts.document_of(sentence), context.span(range), fingerprint)
    }

    /// A finding that something is missing from a document, told at `span`.
    pub(super) fn missing(context: &Context<'_>, rule: &Rule, document: usize, span: Span) -> Self {
        let facts = &context.facts.documents[document];
        let fingerprint = of_absence(&rule.id.0, &facts.kind, &facts.audience);
        Self::new(context, rule, document, span, fingerprint).lacking(rule, Shortfall::Missing, &[])
    }

    fn new(context: &Context<'_>, rule: &Rule, document: usize, span: Span, fingerprint: String) -> Self {
        let notes = rule.note.iter().cloned().collect();
        Self {
            diagnostic: Diagnostic {
                rule: rule.id.clone(),
                document,
                law: rule.law.clone(),
                severity: context.severity(rule, rule.severity),
                confidence: rule.confidence,
                persona: rule.persona,
                message: rule.wording.message.clone(),
                primary: Label::new(span, rule.wording.label.clone()),
                secondary: Vec::new(),
                citation: rule.citation.clone(),
                help: rule.wording.help.clone(),
                notes,
                fixes: Vec::new(),
                lack: None,
                fingerprint,
            },
        }
    }

    /// Says it in other words than the rule's.
    pub(super) fn worded(mut self, wording: &Wording) -> Self {
        self.diagnostic.message.clone_from(&wording.message);
        self.diagnostic.primary.text.clone_from(&wording.label);
        if wording.help.is_some() {
            self.diagnostic.help.clone_from(&wording.help);
        }
        self
    }

    /// Labels its place in other words than the rule's.
    pub(super) fn labelled(mut self, label: String) -> Self {
        self.diagnostic.primary.text = label;
        self
    }

    /// Says it in another message than the rule's.
    pub(super) fn says(mut self, message: &str) -> Self {
        message.clone_into(&mut self.diagnostic.message);
        self
    }

    /// Points at another place than the words that it was found by, such as a link's target.
    pub(super) fn placed(mut self, span: Span) -> Self {
        self.diagnostic.primary.span = span;
        self
    }

    /// Gives it another severity, before laws and users have their say.
    pub(super) fn graded(mut self, context: &Context<'_>, rule: &Rule, severity: Severity) -> Self {
        self.diagnostic.severity = context.severity(rule, severity);
        self
    }

    /// Says that it is about a disclosure that falls short, and by what.
    pub(super) fn lacking(mut self, rule: &Rule, shortfall: Shortfall, lacks: &[String]) -> Self {
        self.diagnostic.lack = Some(lack(rule, shortfall, lacks));
        self
    }

    /// Adds a further place; its sentence becomes part of the fingerprint by [`Finding::fingerprinted`].
    pub(super) fn also(mut self, label: Label) -> Self {
        self.diagnostic.secondary.push(label);
        self
    }

    /// Adds a note.
    pub(super) fn noted(mut self, note: impl Into<String>) -> Self {
        self.diagnostic.notes.push(note.into());
        self
    }

    /// Adds a fix.
    pub(super) fn fixed(mut self, fix: Fix) -> Self {
        self.diagnostic.fixes.push(fix);
        self
    }

    /// Takes the identity from all sentences that it has a place in.
    pub(super) fn fingerprinted(mut self, context: &Context<'_>, sentences: &[SentenceId]) -> Self {
        self.diagnostic.fingerprint = of_places(&self.diagnostic.rule.0, context.facts, sentences);
        self
    }

    /// Puts values in the place of `{name}` in message, label and help.
    pub(super) fn filled(mut self, values: &[(&str, &str)]) -> Self {
        let diagnostic = &mut self.diagnostic;
        for text in [Some(&mut diagnostic.message), Some(&mut diagnostic.primary.text), diagnostic.help.as_mut()] {
            let Some(text) = text else { continue };
            for (name, value) in values {
                let hole = format!("{{{name}}}");
                if text.contains(&hole) {
                    *text = text.replace(&hole, value);
                }
            }
        }
        self
    }

    /// The diagnostic.
    pub(super) fn done(self) -> Diagnostic {
        self.diagnostic
    }
}

/// That a disclosure falls short, and by what.
pub(super) fn lack(rule: &Rule, shortfall: Shortfall, lacks: &[String]) -> Lack {
    let family = rule.id.clone();
    Lack { shortfall, family, cause: rule.cause.clone(), lacks: lacks.to_vec(), with: Vec::new() }
}
