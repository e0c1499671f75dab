//! One statement that several rules ask for is missing once: one finding is told, and names the others.

use std::cmp::Reverse;

use crate::report::{AlsoAsked, Diagnostic, Lack, Shortfall};
use crate::ruleset::{Kind, RuleSet};
use crate::text::Span;

/// Keeps of all findings that miss one and the same statement in one document the one that tells most: where the text itself says that it
/// is there, else the gravest that a law asks for; among equals that of the first law, then of the first rule.
pub(super) fn told_once(mut diagnostics: Vec<Diagnostic>, rules: &RuleSet) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    diagnostics.sort_by(|a, b| rank(a).cmp(&rank(b)));
    for found in diagnostics {
        let cause = cause(&found, rules);
        let is_same = |other: &&mut Diagnostic| {
            let cause = cause.is_some() && self::cause(other, rules) == cause;
            other.document == found.document && (cause || is_followed(other, &found, rules))
        };
        let may_be = cause.is_some() || found.lack.is_some();
        let first = may_be.then(|| kept.iter_mut().find(is_same)).flatten();
        match first {
            Some(first) => take_in(first, found),
            None => kept.push(found),
        }
    }
    kept
}

/// Leaves out statements that differ where a rule with the same cause tells of the very same places: the graver, surer or earlier one does.
pub(super) fn shown_once(diagnostics: &mut Vec<Diagnostic>, rules: &RuleSet) {
    let cause = |found: &Diagnostic| {
        let rule = rules.rule(&found.rule.0).filter(|rule| matches!(*rule.kind, Kind::Conflict(_)))?;
        rule.cause.as_deref()
    };
    let rank = |found: &Diagnostic| (Reverse(found.severity), Reverse(found.confidence), found.rule.0.clone());
    let mut shown: Vec<(usize, &str)> =
        diagnostics.iter().enumerate().filter_map(|(at, found)| Some((at, cause(found)?))).collect();
    shown.sort_by_key(|(at, _)| rank(&diagnostics[*at]));
    let mut told: Vec<(usize, &str)> = Vec::new();
    let mut spare: Vec<usize> = Vec::new();
    for (at, cause) in shown {
        let found = &diagnostics[at];
        let tells = |other: &(usize, &str)| {
            let (other, its) = (&diagnostics[other.0], other.1);
            its == cause && places(found).all(|place| places(other).any(|its| place.overlaps(its)))
        };
        if told.iter().any(tells) { spare.push(at) } else { told.push((at, cause)) }
    }
    let mut at = 0..;
    diagnostics.retain(|_| at.next().is_some_and(|at| !spare.contains(&at)));
}

/// Leaves out what differing statements show where a contradiction between the very same places is proved: the proof says more.
pub(super) fn proved_once(diagnostics: &mut Vec<Diagnostic>, rules: &RuleSet) {
    let is = |found: &Diagnostic, of: fn(&Kind) -> bool| rules.rule(&found.rule.0).is_some_and(|rule| of(&rule.kind));
    let proofs = diagnostics.iter().filter(|found| is(found, |kind| matches!(kind, Kind::Contradiction(_))));
    let proofs: Vec<Vec<Span>> = proofs.map(|found| places(found).collect()).collect();
    diagnostics.retain(|found| {
        let told =
            || proofs.iter().any(|proof| places(found).all(|place| proof.iter().any(|other| place.overlaps(*other))));
        !is(found, |kind| matches!(kind, Kind::Conflict(_))) || !told()
    });
}

fn places(found: &Diagnostic) -> impl Iterator<Item = Span> {
    std::iter::once(&found.primary).chain(&found.secondary).map(|label| label.span)
}

/// What comes first takes the others in.
fn rank(found: &Diagnostic) -> (bool, bool, Reverse<crate::report::Severity>, &Option<String>, &str) {
    let points_nowhere = found.lack.as_ref().is_some_and(|lack| lack.shortfall != Shortfall::Outdated);
    (points_nowhere, points_nowhere && found.law.is_none(), Reverse(found.severity), &found.law, &found.rule.0)
}

/// The statement that a finding misses.
fn cause<'r>(found: &'r Diagnostic, rules: &'r RuleSet) -> Option<&'r str> {
    match &found.lack {
        Some(lack) => lack.cause.as_deref().filter(|_| lack.shortfall == Shortfall::Missing),
        // A promise that nothing keeps is told at its words.
        None => rules.rule(&found.rule.0).filter(|rule| matches!(*rule.kind, Kind::Promise(_)))?.cause.as_deref(),
    }
}

/// Whether two findings miss the same under a law and one that keeps its words.
fn is_followed(one: &Diagnostic, other: &Diagnostic, rules: &RuleSet) -> bool {
    let (Some(lack), Some(other_lack)) = (&one.lack, &other.lack) else { return false };
    let alike = lack.family == other_lack.family
        && lack.shortfall == other_lack.shortfall
        && one.message == other.message
        && one.law != other.law
        && followed(one, rules) == followed(other, rules);
    // Of what is said in part, each place is another matter.
    alike && (lack.shortfall == Shortfall::Missing || one.primary.span == other.primary.span)
}

/// The law of a finding, or the one whose words that keeps.
fn followed<'r>(found: &'r Diagnostic, rules: &'r RuleSet) -> Option<&'r str> {
    let law = found.law.as_deref()?;
    let follows = rules.pack(law).and_then(|pack| pack.law.as_ref()?.follows.as_deref());
    Some(follows.unwrap_or(law))
}

fn take_in(first: &mut Diagnostic, other: Diagnostic) {
    // What no law asks for adds nothing.
    if other.law.is_none() {
        return;
    }
    let provision = other.citation.as_ref().map(|citation| format!(": {}", citation.text)).unwrap_or_default();
    first.notes.push(format!("{} asks for it, too{provision}", other.rule));
    if let Some(Lack { with, .. }) = &mut first.lack {
        with.push(AlsoAsked { rule: other.rule, law: other.law, citation: other.citation });
    }
}
