//! One file for each kind of rule.

pub(super) mod assessment;
mod checklist;
mod conflict;
mod contradiction;
mod disclosure;
mod duplicate;
mod fault;
mod literal;
mod parity;
mod prohibited;
mod promise;
mod reference;
mod slip;
mod structure;
mod term;
mod value;

use crate::report::{Diagnostic, Question};
use crate::ruleset::{Kind, Rule};

use super::context::Context;
use assessment::Assessment;

/// Runs one rule on one source.
pub(super) fn check(rule: &Rule, context: &mut Context<'_>) -> Vec<Diagnostic> {
    match &*rule.kind {
        Kind::Disclosure(disclosure) => disclosure::check(rule, disclosure, context),
        Kind::Checklist(checklist) => checklist::check(rule, checklist, context),
        Kind::Literal(literal) => literal::check(rule, literal, context),
        Kind::Prohibited(prohibited) => prohibited::check(rule, prohibited, context),
        Kind::Value(value) => value::check(rule, value, context),
        Kind::Promise(promise) => promise::check(rule, promise, context),
        Kind::Contradiction(subject) => contradiction::check(rule, subject, context),
        Kind::Slip(slip) => slip::check(rule, slip, context),
        Kind::Term(term) => term::check(rule, term, context),
        Kind::Duplicate(passages) => duplicate::check(rule, passages, context),
        Kind::Parity(aspects) => parity::check(rule, aspects, context),
        Kind::Reference(reference) => reference::check(rule, reference, context),
        Kind::Structure(structure) => structure::check(rule, structure, context),
        Kind::Conflict(conflict) => conflict::check(rule, conflict, context),
    }
}

/// How a source stands to a rule, whether or not its law applies; `None` where the rule asks for nothing to be said.
pub(super) fn assess(rule: &Rule, context: &mut Context<'_>) -> Option<Assessment> {
    match &*rule.kind {
        Kind::Disclosure(disclosure) => Some(disclosure::assess(rule, disclosure, context)),
        Kind::Literal(literal) => Some(literal::assess(rule, literal, context)),
        Kind::Checklist(_)
        | Kind::Prohibited(_)
        | Kind::Value(_)
        | Kind::Promise(_)
        | Kind::Contradiction(_)
        | Kind::Conflict(_)
        | Kind::Slip(_)
        | Kind::Term(_)
        | Kind::Duplicate(_)
        | Kind::Parity(_)
        | Kind::Reference(_)
        | Kind::Structure(_) => None,
    }
}

/// What a rule on files beside the source would tell, file by file, if it were not there.
pub(super) fn files(rule: &Rule, context: &mut Context<'_>) -> Vec<Question> {
    reference::files(rule, context)
}
