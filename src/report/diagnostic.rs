//! What a rule found, as plain data.

use serde::{Deserialize, Serialize};

use super::level::{Confidence, Persona, Severity};
use crate::text::Span;

/// A rule's id, such as `ccpa/deletion-exceptions`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RuleId(pub String);

impl std::fmt::Display for RuleId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The provision behind a rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Citation {
    /// The provision, as lawyers write it.
    pub text: String,
    /// Where it can be read.
    pub url: Option<String>,
}

/// A place in a file and what is to be said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Bytes on disk.
    pub span: Span,
    /// Why this place; empty where the message says it all.
    pub text: String,
    /// The file, where it is not the one that the diagnostic belongs to.
    pub path: Option<String>,
}

impl Label {
    /// A label in the diagnostic's own file.
    pub fn new(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into(), path: None }
    }
}

/// One replacement: the bytes of `span` become `text`, in the file's encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Bytes on disk.
    pub span: Span,
    /// What stands there afterwards, UTF-8.
    pub text: String,
}

/// A way to mend a finding by machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an imperative.
    pub title: String,
    /// Whether there is exactly one right answer and no wording is touched.
    pub safe: bool,
    /// The edits, which do not overlap.
    pub edits: Vec<Edit>,
}

/// How far a disclosure that is asked for falls short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Shortfall {
    /// Nothing says it.
    Missing,
    /// Something speaks to it, and not in full.
    Partial,
    /// It was said too long ago for the law.
    Outdated,
}

/// What a text does not say that it should: what output for people groups findings by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lack {
    /// How far it falls short.
    pub shortfall: Shortfall,
    /// The rule that its rule takes after in the end, or the rule itself: laws that ask alike have it in common.
    pub family: RuleId,
    /// The statement that is asked for, where other rules ask for the same one.
    pub cause: Option<String>,
    /// What a partial disclosure lacks.
    pub lacks: Vec<String>,
    /// Other rules that miss the same statement, told with this one.
    pub with: Vec<AlsoAsked>,
}

/// A rule that asks for the same statement as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlsoAsked {
    /// The rule.
    pub rule: RuleId,
    /// Its law.
    pub law: Option<String>,
    /// Its provision.
    pub citation: Option<Citation>,
}

/// One finding: what, where, why, how to mend it, and what to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that found it.
    pub rule: RuleId,
    /// Which document of the source, from 0.
    pub document: usize,
    /// The law that asks for it, where it is a law's.
    pub law: Option<String>,
    /// How grave.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// For whom.
    pub persona: Persona,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// The place it is about.
    pub primary: Label,
    /// Further places that belong to it.
    pub secondary: Vec<Label>,
    /// The provision.
    pub citation: Option<Citation>,
    /// What to write instead.
    pub help: Option<String>,
    /// What else is worth knowing.
    pub notes: Vec<String>,
    /// What a machine could change.
    pub fixes: Vec<Fix>,
    /// What a disclosure falls short by; of any other finding nothing.
    pub lack: Option<Lack>,
    /// Stable identity, `v1:` and 128 bits in hex (design §7.2); independent of line, path and message.
    pub fingerprint: String,
}

impl Diagnostic {
    /// The primary label, then the others.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        std::iter::once(&self.primary).chain(&self.secondary)
    }
}
