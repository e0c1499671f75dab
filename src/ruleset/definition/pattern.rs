//! What to look for in one unit of text, and where.

use serde::{Deserialize, Serialize};

use super::Wording;
use crate::lexicon::{AudienceId, Phrase};
use crate::report::Severity;

/// What to look for in one unit of text, and where.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Pattern {
    /// One of these must match.
    pub any: Vec<Phrase>,
    /// Each of these must match.
    pub all: Vec<Phrase>,
    /// None of these may match.
    pub none: Vec<Phrase>,
    /// One of these must match in the unit or one of the two on either side.
    pub near: Vec<Phrase>,
    /// One of these must match a heading above.
    pub section: Vec<Phrase>,
    /// None of these may match a heading above.
    pub not_section: Vec<Phrase>,
    /// What is said must be said to one of these.
    pub audience: Vec<AudienceId>,
    /// One of these must match the unit's prose, where its literal stands.
    pub regex: Vec<LiteralRegex>,
    /// What counts as the unit.
    pub scope: Scope,
    /// Whether headings count.
    pub headings: bool,
    /// How grave a finding is that rests on this condition only; the rule's own severity where nothing is said.
    pub severity: Option<Severity>,
    /// The stance that a match takes.
    pub stance: Option<String>,
    /// What a match lacks.
    pub lacks: Option<String>,
    /// What to say of a match, instead of the rule's own words.
    pub wording: Option<Wording>,
}

/// A regular expression behind a literal.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LiteralRegex {
    /// The expression; matched on prose, case-insensitively.
    pub pattern: String,
    /// Lower-case text without which the expression is not tried.
    pub literal: String,
}

/// What a pattern is held against.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// A sentence; a list item together with its lead-in.
    #[default]
    Sentence,
    /// All sentences under one heading.
    Section,
    /// All sentences of the document.
    Document,
}

impl Pattern {
    /// All its phrases.
    pub fn phrases(&self) -> impl Iterator<Item = &Phrase> {
        [&self.any, &self.all, &self.none, &self.near, &self.section, &self.not_section].into_iter().flatten()
    }
}
