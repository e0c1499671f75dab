//! What to look for, and what it means where it is found.

use serde::{Deserialize, Serialize};

use super::{Force, SearchId, Wording};
use crate::lexicon::AudienceId;
use crate::report::Severity;

/// What to look for, and what it means where it is found.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Pattern {
    /// What to look for; patterns that differ only in what they mean share it.
    pub search: SearchId,
    /// What is said must be said to one of these.
    pub audience: Vec<AudienceId>,
    /// From when to when it counts.
    pub force: Force,
    /// Whether it counts only where no other pattern of its list matches.
    pub fallback: bool,
    /// How grave a finding is that rests on this condition only; the rule's own severity where nothing is said.
    pub severity: Option<Severity>,
    /// The stance that a match takes.
    pub stance: Option<String>,
    /// What a match lacks.
    pub lacks: Option<String>,
    /// Where what a match points to stands.
    pub toward: Option<Toward>,
    /// What to say of a match, instead of the rule's own words.
    pub wording: Option<Wording>,
}

/// A direction in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Toward {
    /// Before the words.
    Above,
    /// After the words.
    Below,
}
