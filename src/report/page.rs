//! Rules as data, for lists and for other programs.

use serde::Serialize;

use super::diagnostic::Citation;
use super::level::{Confidence, Persona, Severity};

/// A rule in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleRow {
    /// Its id.
    pub id: String,
    /// What it checks, in a few words.
    pub title: String,
    /// The law that asks for it.
    pub law: Option<String>,
    /// The name of its kind.
    pub kind: &'static str,
    /// How grave a finding is.
    pub severity: Severity,
    /// How sure a finding is.
    pub confidence: Confidence,
    /// For whom a finding is.
    pub persona: Persona,
    /// `diagnostic`, or `coverage` where `check` is silent on it.
    pub report: &'static str,
    /// Whether it runs unless configured otherwise.
    pub enabled: bool,
    /// First day of effect, as 2026-01-31.
    pub since: Option<String>,
    /// Last day of effect.
    pub until: Option<String>,
    /// The provision.
    pub citation: Option<Citation>,
}

/// Everything that a rule says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleEntry {
    /// What lists show of it.
    #[serde(flatten)]
    pub row: RuleRow,
    /// Ids it had before.
    pub aliases: Vec<String>,
    /// The rule that it takes after.
    pub like: Option<String>,
    /// The statement it asks for, where other rules ask for the same one.
    pub cause: Option<String>,
    /// Document types that it speaks to; empty means all.
    pub documents: Vec<String>,
    /// Audiences that it speaks to; empty means all.
    pub audiences: Vec<String>,
    /// Whether the provision was read for the rule.
    pub verified: bool,
    /// What the law asks.
    pub about: String,
    /// What it tells the author.
    pub message: String,
    /// What to write.
    pub help: Option<String>,
    /// A further remark.
    pub note: Option<String>,
    /// A clause to start from.
    pub model_clause: Option<String>,
    /// Texts on which it is silent.
    pub pass: Vec<String>,
    /// Texts on which it speaks.
    pub fail: Vec<String>,
}
