//! The settings that hold for one file: what the engine takes.

use super::rules::RuleSettings;
use super::setting::Setting;
use crate::report::{Confidence, Persona, Severity};

/// All settings that hold for one file. The default is a run without any configuration.
#[derive(Debug, Clone)]
pub struct Config {
    /// From which severity on findings fail the run.
    pub fail_on: Setting<FailOn>,
    /// Who reads the output.
    pub persona: Setting<Persona>,
    /// How sure a finding must be to be shown.
    pub min_confidence: Setting<Confidence>,
    /// What is known of the policy beforehand.
    pub policy: Policy,
    /// What is changed about rules.
    pub rules: RuleSettings,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            fail_on: Setting::default(),
            persona: Setting { value: Persona::Default, origin: Default::default() },
            min_confidence: Setting { value: Confidence::Low, origin: Default::default() },
            policy: Policy::default(),
            rules: RuleSettings::default(),
        }
    }
}

/// From which severity on findings fail the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum FailOn {
    /// Errors do.
    #[default]
    Error,
    /// Warnings do, too.
    Warning,
    /// Notes do, too.
    Note,
    /// Findings never do.
    Never,
}

impl FailOn {
    /// The lowest severity that fails the run.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Never => None,
        }
    }
}

/// What is known of a policy beforehand; where nothing is said, the engine infers it from the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Policy {
    /// The ids of the laws that apply to whoever publishes it.
    pub laws: Option<Vec<Setting<String>>>,
    /// The ids of the laws that don't apply, whatever the text says; `all` leaves those that `laws` names.
    pub except_laws: Option<Vec<Setting<String>>>,
    /// What type of document it is, such as `policy` or `supplement`.
    pub document_type: Option<Setting<String>>,
    /// Whom it speaks to, such as `everyone` or `california`.
    pub audience: Option<Setting<String>>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<Setting<String>>,
    /// The language that its translations are made from, as a BCP 47 tag.
    pub translated_from: Option<Setting<String>>,
    /// Who publishes it.
    pub company: Option<Setting<String>>,
    /// The host name that it is published under.
    pub domain: Option<Setting<String>>,
}

impl Policy {
    /// Whether `laws` names `law`.
    pub(super) fn names_law(&self, law: &str) -> bool {
        self.laws.iter().flatten().any(|named| named.value == law)
    }

    /// What `other` says of a law beats what was said of that law before, either way.
    fn overlay_laws(&mut self, other: &Self) {
        if let (Some(except), true) = (&mut self.except_laws, other.laws.is_some()) {
            except.retain(|law| !other.names_law(&law.value));
        }
        if let (Some(laws), Some(except)) = (&mut self.laws, &other.except_laws) {
            laws.retain(|law| except.iter().all(|excepted| excepted.value != law.value));
        }
    }

    /// Takes over what `other` says.
    pub(super) fn overlay(&mut self, other: &Self) {
        fn take<T: Clone>(mine: &mut Option<T>, theirs: &Option<T>) {
            if theirs.is_some() {
                mine.clone_from(theirs);
            }
        }
        self.overlay_laws(other);
        take(&mut self.laws, &other.laws);
        take(&mut self.except_laws, &other.except_laws);
        take(&mut self.document_type, &other.document_type);
        take(&mut self.audience, &other.audience);
        take(&mut self.language, &other.language);
        take(&mut self.translated_from, &other.translated_from);
        take(&mut self.company, &other.company);
        take(&mut self.domain, &other.domain);
    }
}
