//! What a run is asked to do, resolved for one file.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::config::Config;
use crate::report::{Confidence, Persona, Severity};
use crate::ruleset::RuleSet;

/// The day on which a text is checked. An input, never the clock's own business.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Today(pub Date);

/// Which laws are held to apply, whatever the text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LawChoice {
    /// These, besides those that the text brings in.
    These(Vec<String>),
    /// Every pack, whatever the text.
    All,
}

impl LawChoice {
    /// Whether the law is named here.
    pub(super) fn names(&self, law: &str) -> bool {
        matches!(self, Self::These(laws) if laws.iter().any(|named| named == law))
    }
}

/// A user's word on one rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// It does not run.
    Off,
    /// It runs as it is.
    On,
    /// It runs, with this severity.
    At(Severity),
}

impl Settings {
    /// Whether the law is held to apply, whatever the text says: `Some(false)` where it is held not to, `None` where the text decides.
    pub(super) fn decides(&self, law: &str) -> Option<bool> {
        let excepted = |id: &str| self.except_laws.iter().any(|excepted| excepted == id);
        if self.laws.names(law) {
            Some(true)
        } else if excepted(law) || excepted(ALL_LAWS) {
            Some(false)
        } else {
            (self.laws == LawChoice::All).then_some(true)
        }
    }
}

/// Everything that configuration and command line decide for one file, resolved against the rules.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    /// Laws configured.
    pub(super) laws: LawChoice,
    /// Laws that don't apply, whatever the text says.
    pub(super) except_laws: Vec<String>,
    /// The document type, where it is configured.
    pub(super) document_type: Option<String>,
    /// The audience, where it is configured.
    pub(super) audience: Option<String>,
    /// The language, where it is configured.
    pub(super) language: Option<String>,
    /// Whose diagnostics are wanted.
    pub(super) persona: Persona,
    /// The least confidence wanted.
    pub(super) minimum_confidence: Confidence,
    /// Levels by rule id.
    pub(super) levels: BTreeMap<String, Level>,
    /// Only these rules run; all, where empty.
    pub(super) only: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            laws: LawChoice::These(Vec::new()),
            except_laws: Vec::new(),
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

/// What stands for all laws in a configuration.
const ALL_LAWS: &str = "all";

impl Settings {
    /// What `config` says, for the rules there are.
    pub(super) fn resolve(config: &Config, rules: &RuleSet) -> Self {
        let policy = &config.policy;
        let laws: Vec<String> = policy.laws.iter().flatten().map(|law| law.value.clone()).collect();
        let levels = rules.rules().iter().filter_map(|rule| {
            let setting = config.rules.of(&rule.id);
            let enabled = setting.enabled.map(|enabled| enabled.value);
            let level = match (enabled, setting.severity.map(|severity| severity.value)) {
                (Some(false), _) => Level::Off,
                (_, Some(severity)) => Level::At(severity),
                (Some(true), None) => Level::On,
                (None, None) => return None,
            };
            Some((rule.id.0.clone(), level))
        });
        Self {
            laws: if laws.iter().any(|law| law == ALL_LAWS) { LawChoice::All } else { LawChoice::These(laws) },
            except_laws: policy.except_laws.iter().flatten().map(|law| law.value.clone()).collect(),
            document_type: policy
                .document_type
                .as_ref()
                .map(|kind| rules.lexicon().document_type(&kind.value).to_owned()),
            audience: policy.audience.as_ref().map(|audience| audience.value.clone()),
            language: policy.language.as_ref().map(|language| language.value.clone()),
            persona: config.persona.value,
            minimum_confidence: config.min_confidence.value,
            levels: levels.collect(),
            only: Vec::new(),
        }
    }
}
