//! What a run is asked to do, resolved for one file.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::report::{Confidence, Persona, Severity};

/// The day on which a text is checked. An input, never the clock's own business.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Today(pub Date);

/// Which laws are held to apply, whatever the text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LawChoice {
    /// These, besides those that the text brings in.
    These(Vec<String>),
    /// Every pack, whatever the text.
    All,
}

/// A user's word on one rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// It does not run.
    Off,
    /// It runs as it is.
    On,
    /// It runs, with this severity.
    At(Severity),
}

/// Everything that configuration and command line decide for one file.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Laws configured.
    pub laws: LawChoice,
    /// The document type, where it is configured.
    pub document_type: Option<String>,
    /// The audience, where it is configured.
    pub audience: Option<String>,
    /// The language, where it is configured.
    pub language: Option<String>,
    /// Whose diagnostics are wanted.
    pub persona: Persona,
    /// The least confidence wanted.
    pub minimum_confidence: Confidence,
    /// Levels by rule id.
    pub levels: BTreeMap<String, Level>,
    /// Only these rules run; all, where empty.
    pub only: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            laws: LawChoice::These(Vec::new()),
            document_type: None,
            audience: None,
            language: None,
            persona: Persona::Default,
            minimum_confidence: Confidence::Low,
            levels: BTreeMap::new(),
            only: Vec::new(),
        }
    }
}
