//! Two claims cannot both be true.

use crate::engine::context::Context;
use crate::report::Diagnostic;
use crate::ruleset::{Rule, Subject};

/// Tells of claims that exclude each other.
pub(super) fn check(_rule: &Rule, _subject: &Subject, _context: &mut Context<'_>) -> Vec<Diagnostic> {
    Vec::new()
}
