//! What a configuration changes about rules.

use globset::{GlobBuilder, GlobMatcher};
use toml::Spanned;

use super::error::Fault;
use super::setting::Setting;
use crate::report::{RuleId, Severity};

/// Which rules a setting is for: one id, or a pattern such as `general/contact-*` or `*`.
#[derive(Debug, Clone)]
pub struct RuleSelector {
    text: String,
    /// `None` for a plain id.
    pattern: Option<GlobMatcher>,
}

impl RuleSelector {
    /// Reads an id or a pattern.
    ///
    /// # Errors
    /// [`Fault::WrongValue`] for what cannot be the id of a rule.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let wrong = || Fault::WrongValue {
            value: text.to_owned(),
            expected: "the id of a rule",
            help: "ids look like `ccpa/right-to-delete`; `ccpa/*` means all rules of a pack".to_owned(),
        };
        let parts: Vec<&str> = text.split('/').collect();
        let named = |part: &&str| {
            !part.is_empty() && part.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'*'))
        };
        if text != "*" && !(parts.len() == 2 && parts.iter().all(named)) {
            return Err(wrong());
        }
        let compile = || GlobBuilder::new(text).literal_separator(false).build().map_err(|_| wrong());
        let pattern = if text.contains('*') { Some(compile()?.compile_matcher()) } else { None };
        Ok(Self { text: text.to_owned(), pattern })
    }

    /// Whether the setting is for the rule with this id.
    pub fn matches(&self, id: &str) -> bool {
        self.pattern.as_ref().map_or(self.text == id, |pattern| pattern.is_match(id))
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Orders selectors from the general to the special: patterns by length, then ids.
    pub(super) fn rank(&self) -> (bool, usize) {
        (self.pattern.is_none(), self.text.len())
    }
}

/// A field of a rule that is written anew, for the rule layer to check and to put in.
#[derive(Debug, Clone)]
pub struct RuleField {
    /// The field's name and where it stands.
    pub key: Setting<String>,
    /// Its value and where it stands, in bytes of the file that the key stands in.
    pub value: Spanned<toml::Value>,
}

/// What is changed about a rule.
#[derive(Debug, Clone, Default)]
pub struct RuleSetting {
    /// Whether it runs.
    pub enabled: Option<Setting<bool>>,
    /// How grave it is.
    pub severity: Option<Setting<Severity>>,
    /// Its other fields.
    pub fields: Vec<RuleField>,
}

impl RuleSetting {
    fn overlay(&mut self, other: &Self) {
        if other.enabled.is_some() {
            self.enabled.clone_from(&other.enabled);
        }
        if other.severity.is_some() {
            self.severity.clone_from(&other.severity);
        }
        for field in &other.fields {
            match self.fields.iter_mut().find(|mine| mine.key.value == field.key.value) {
                Some(mine) => mine.clone_from(field),
                None => self.fields.push(field.clone()),
            }
        }
    }
}

/// A selector and what it changes.
#[derive(Debug, Clone)]
pub struct RuleEntry {
    /// Which rules.
    pub selector: Setting<RuleSelector>,
    /// What about them.
    pub setting: RuleSetting,
}

/// All that is changed about rules.
#[derive(Debug, Clone, Default)]
pub struct RuleSettings(Vec<RuleEntry>);

impl RuleSettings {
    /// The entries of one table: within it the special wins over the general, whatever the order of writing.
    pub(super) fn from_table(mut entries: Vec<RuleEntry>) -> Self {
        entries.sort_by_key(|entry| entry.selector.value.rank());
        Self(entries)
    }

    /// Adds what wins over all that is there.
    pub(super) fn overlay(&mut self, other: &Self) {
        self.0.extend_from_slice(&other.0);
    }

    /// Adds what a command line says about rules; it wins over all that is there.
    pub fn push(&mut self, selector: RuleSelector, setting: RuleSetting) {
        self.0.push(RuleEntry { selector: selector.into(), setting });
    }

    /// All that is changed about one rule, the later and the more special winning.
    pub fn of(&self, id: &RuleId) -> RuleSetting {
        let mut setting = RuleSetting::default();
        for entry in self.0.iter().filter(|entry| entry.selector.value.matches(&id.0)) {
            setting.overlay(&entry.setting);
        }
        setting
    }

    /// The entries, from the weakest to the strongest.
    pub fn entries(&self) -> &[RuleEntry] {
        &self.0
    }
}
