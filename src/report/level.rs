//! The three independent axes of a diagnostic: how grave, how sure, for whom.

use serde::{Deserialize, Serialize};

/// How grave a diagnostic is. Ordered: a note is less than a warning is less than an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// What a careful lawyer would ask about.
    Warning,
    /// What a careful lawyer would not publish.
    Error,
}

impl Severity {
    /// The word for output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// One level lower; a note stays a note. Used for laws that are only inferred.
    #[must_use]
    pub fn lowered(self) -> Self {
        match self {
            Self::Error => Self::Warning,
            Self::Warning | Self::Note => Self::Note,
        }
    }
}

/// How sure a rule is that what it says is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Often right.
    Low,
    /// Mostly right, or right but for a citation known only from memory.
    Medium,
    /// Right.
    High,
}

impl Confidence {
    /// The word for output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// Who wants to see a diagnostic. Each sees what those before it see, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Persona {
    /// A busy author: what must be acted on.
    Default,
    /// A careful author.
    Pedantic,
    /// A reviewer who wants everything.
    Auditor,
}

impl Persona {
    /// The word for output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Pedantic => "pedantic",
            Self::Auditor => "auditor",
        }
    }
}
