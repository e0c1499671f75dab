//! One statement that several rules ask for is missing once: the gravest finding is told, and names the others.

use crate::report::{AlsoAsked, Diagnostic, Lack, Shortfall};

/// Keeps of all findings that miss one and the same statement in one document the gravest; among equals that of the first law, then of
/// the first rule.
pub(super) fn told_once(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    // The gravest come first and take the others in.
    diagnostics.sort_by(|a, b| (b.severity, &a.law, &a.rule).cmp(&(a.severity, &b.law, &b.rule)));
    for found in diagnostics {
        let first = cause(&found).and_then(|cause| {
            kept.iter_mut().find(|other| other.document == found.document && self::cause(other) == Some(cause))
        });
        match first {
            Some(first) => take_in(first, found),
            None => kept.push(found),
        }
    }
    kept
}

/// The statement that a finding misses.
fn cause(found: &Diagnostic) -> Option<&str> {
    let lack = found.lack.as_ref().filter(|lack| lack.shortfall == Shortfall::Missing)?;
    lack.cause.as_deref()
}

fn take_in(first: &mut Diagnostic, other: Diagnostic) {
    let provision = other.citation.as_ref().map(|citation| format!(": {}", citation.text)).unwrap_or_default();
    first.notes.push(format!("{} asks for it, too{provision}", other.rule));
    if let Some(Lack { with, .. }) = &mut first.lack {
        with.push(AlsoAsked { rule: other.rule, law: other.law, citation: other.citation });
    }
}
