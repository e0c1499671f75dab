//! One file for each kind of rule.

pub(super) mod assessment;
mod checklist;
mod contradiction;
pub(super) mod disclosure;
mod prohibited;
mod value;

use crate::report::Diagnostic;
use crate::ruleset::{Kind, Rule};

use super::context::Context;

/// Runs one rule on one source.
pub(super) fn check(rule: &Rule, context: &mut Context<'_>) -> Vec<Diagnostic> {
    match &rule.kind {
        Kind::Disclosure(disclosure) => disclosure::check(rule, disclosure, context),
        Kind::Checklist(checklist) => checklist::check(rule, checklist, context),
        Kind::Prohibited(prohibited) => prohibited::check(rule, prohibited, context),
        Kind::Value(value) => value::check(rule, value, context),
        Kind::Contradiction(subject) => contradiction::check(rule, subject, context),
    }
}
