//! Settings that are one of a few words.

use super::settings::FailOn;
use crate::report::{Confidence, Persona, Severity};

/// A setting that is one of a few words.
pub trait Word: Copy + 'static {
    /// All its values, in the order in which people should read them.
    const ALL: &'static [Self];

    /// The word in configuration files and on the command line.
    fn word(self) -> &'static str;

    /// The value that `word` names.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == word)
    }
}

impl Word for Severity {
    const ALL: &'static [Self] = &[Self::Note, Self::Warning, Self::Error];

    fn word(self) -> &'static str {
        self.name()
    }
}

impl Word for Confidence {
    const ALL: &'static [Self] = &[Self::Low, Self::Medium, Self::High];

    fn word(self) -> &'static str {
        self.name()
    }
}

impl Word for Persona {
    const ALL: &'static [Self] = &[Self::Default, Self::Pedantic, Self::Auditor];

    fn word(self) -> &'static str {
        self.name()
    }
}

impl Word for FailOn {
    const ALL: &'static [Self] = &[Self::Error, Self::Warning, Self::Note, Self::Never];

    fn word(self) -> &'static str {
        self.severity().map_or("never", Severity::name)
    }
}

/// What a rule is set to by one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RuleLevel {
    /// Not run.
    Off,
    /// Run, and this grave.
    On(Severity),
}

impl Word for RuleLevel {
    const ALL: &'static [Self] =
        &[Self::Off, Self::On(Severity::Note), Self::On(Severity::Warning), Self::On(Severity::Error)];

    fn word(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::On(severity) => severity.name(),
        }
    }
}
