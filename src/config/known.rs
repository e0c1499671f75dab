//! Checks ids of rules and laws against those that exist, once the rules have been read.

use super::error::{ConfigError, Fault, did_you_mean};
use super::rules::RuleSettings;
use super::setting::Setting;
use crate::text::closest;

/// The ids that the packs in use know.
#[derive(Debug, Clone, Copy)]
pub struct KnownIds<'a> {
    /// Ids of rules and their aliases.
    pub rules: &'a [&'a str],
    /// Ids of laws, for people to read in this order.
    pub laws: &'a [&'a str],
    /// Types of document, and the ids that they had before.
    pub documents: &'a [&'a str],
    /// Audiences, and the ids that they had before.
    pub audiences: &'a [&'a str],
}

/// What stands for all laws.
const ALL_LAWS: &str = "all";

impl KnownIds<'_> {
    pub(super) fn check_laws<'l>(self, laws: impl Iterator<Item = &'l Setting<String>>, errors: &mut Vec<ConfigError>) {
        for law in laws {
            let id = law.value.as_str();
            if id == ALL_LAWS || self.laws.contains(&id) {
                continue;
            }
            let nearest = closest(id, self.laws.iter().copied()).map(str::to_owned);
            let fault = Fault::UnknownLaw { id: id.to_owned(), nearest, known: self.laws.join(", ") };
            errors.push(ConfigError::from_origin(&law.origin, fault));
        }
    }

    pub(super) fn check_document_type(self, kind: Option<&Setting<String>>, errors: &mut Vec<ConfigError>) {
        check_name(kind, "a document type", self.documents, errors);
    }

    pub(super) fn check_audience(self, audience: Option<&Setting<String>>, errors: &mut Vec<ConfigError>) {
        check_name(audience, "an audience", self.audiences, errors);
    }

    pub(super) fn check_rules(self, rules: &RuleSettings, errors: &mut Vec<ConfigError>) {
        for entry in rules.entries() {
            let selector = &entry.selector.value;
            if self.rules.iter().any(|id| selector.matches(id)) {
                continue;
            }
            let nearest = closest(selector.as_str(), self.rules.iter().copied()).map(str::to_owned);
            let fault = Fault::UnknownRule { id: selector.as_str().to_owned(), nearest };
            errors.push(ConfigError::from_origin(&entry.selector.origin, fault));
        }
    }
}

fn check_name(
    setting: Option<&Setting<String>>,
    expected: &'static str,
    known: &[&str],
    errors: &mut Vec<ConfigError>,
) {
    let Some(setting) = setting.filter(|setting| !known.contains(&setting.value.as_str())) else { return };
    let help = closest(&setting.value, known.iter().copied())
        .map_or_else(|| format!("one of: {}", known.join(", ")), did_you_mean);
    let fault = Fault::WrongValue { value: setting.value.clone(), expected, help };
    errors.push(ConfigError::from_origin(&setting.origin, fault));
}
