//! The settings of one table: of a file, or of one of its `[[overrides]]`.

use toml::de::{DeTable, DeValue};

use super::error::Fault;
use super::reader::{Entry, Reader, entries, not_empty};
use super::rules::{RuleEntry, RuleField, RuleSelector, RuleSetting, RuleSettings};
use super::setting::{Origin, Setting};
use super::settings::{Config, FailOn, Policy};
use super::words::RuleLevel;
use crate::report::{Confidence, Persona};

/// What one table sets; the rest is left to others.
#[derive(Debug, Clone, Default)]
pub(super) struct Layer {
    fail_on: Option<Setting<FailOn>>,
    persona: Option<Setting<Persona>>,
    min_confidence: Option<Setting<Confidence>>,
    policy: Policy,
    rules: RuleSettings,
}

/// The keys that [`Layer::read`] knows.
pub(super) const LAYER_KEYS: [&str; 5] = ["fail-on", "persona", "min-confidence", "policy", "rules"];
const POLICY_KEYS: [&str; 8] =
    ["laws", "except-laws", "document-type", "audience", "language", "translated-from", "company", "domain"];

impl Layer {
    /// Takes an entry if it is a setting that may stand in any table; `false` leaves it to the caller.
    pub(super) fn read(&mut self, reader: &mut Reader<'_>, entry: Entry<'_>) -> bool {
        match entry.key {
            "fail-on" => self.fail_on = reader.word(entry, "a value of `fail-on`"),
            "persona" => self.persona = reader.word(entry, "a persona"),
            "min-confidence" => self.min_confidence = reader.word(entry, "a confidence"),
            "policy" => self.policy = reader.table(entry).map(|table| read_policy(reader, table)).unwrap_or_default(),
            "rules" => self.rules = reader.table(entry).map(|table| read_rules(reader, table)).unwrap_or_default(),
            _ => return false,
        }
        true
    }

    /// Sets what this table sets.
    pub(super) fn apply(&self, config: &mut Config) {
        fn set<T: Clone>(target: &mut Setting<T>, value: &Option<Setting<T>>) {
            if let Some(value) = value {
                target.clone_from(value);
            }
        }
        set(&mut config.fail_on, &self.fail_on);
        set(&mut config.persona, &self.persona);
        set(&mut config.min_confidence, &self.min_confidence);
        config.policy.overlay(&self.policy);
        config.rules.overlay(&self.rules);
    }

    /// The laws that it names, as those that apply and as those that don't.
    pub(super) fn laws(&self) -> impl Iterator<Item = &Setting<String>> {
        self.policy.laws.iter().chain(&self.policy.except_laws).flatten()
    }

    /// What it says of the document that only those who have read the packs can check.
    pub(super) fn document_type(&self) -> Option<&Setting<String>> {
        self.policy.document_type.as_ref()
    }

    /// Whom it says the document speaks to.
    pub(super) fn audience(&self) -> Option<&Setting<String>> {
        self.policy.audience.as_ref()
    }

    /// What it changes about rules.
    pub(super) fn rules(&self) -> &RuleSettings {
        &self.rules
    }
}

fn read_policy(reader: &mut Reader<'_>, table: &DeTable<'_>) -> Policy {
    let mut policy = Policy::default();
    for entry in entries(table) {
        match entry.key {
            "laws" => policy.laws = reader.strings(entry, not_empty),
            "except-laws" => policy.except_laws = reader.strings(entry, not_empty),
            "document-type" => policy.document_type = reader.checked(entry, not_empty),
            "audience" => policy.audience = reader.checked(entry, not_empty),
            "language" => policy.language = reader.checked(entry, language_tag),
            "translated-from" => policy.translated_from = reader.checked(entry, language_tag),
            "company" => policy.company = reader.checked(entry, not_empty),
            "domain" => policy.domain = reader.checked(entry, host_name),
            _ => reader.unknown_key(entry, "`policy`", &POLICY_KEYS),
        }
    }
    for law in policy.except_laws.iter().flatten().filter(|law| policy.names_law(&law.value)) {
        let help = "`laws` names it, too; take it out of one of the two".to_owned();
        let fault = Fault::WrongValue { value: law.value.clone(), expected: "a law that does not apply", help };
        if let Origin::File { span, .. } = &law.origin {
            reader.fault(*span, fault);
        }
    }
    policy
}

fn read_rules(reader: &mut Reader<'_>, table: &DeTable<'_>) -> RuleSettings {
    let mut found = Vec::new();
    for entry in entries(table) {
        let setting = read_rule(reader, entry);
        match RuleSelector::parse(entry.key) {
            Ok(selector) => {
                found.push(RuleEntry { selector: Setting::at(reader.file, entry.at, selector), setting });
            }
            Err(fault) => reader.fault(entry.at, fault),
        }
    }
    RuleSettings::from_table(found)
}

/// A level, or a table of the fields to change. Only the fields that have a meaning here are checked here.
fn read_rule(reader: &mut Reader<'_>, entry: Entry<'_>) -> RuleSetting {
    let mut setting = RuleSetting::default();
    match entry.value.get_ref() {
        DeValue::String(_) => set_level(&mut setting, reader.word(entry, "a level of a rule")),
        DeValue::Table(table) => {
            // Ordered by key, so `enabled` comes before `severity`, and its word is the last.
            for field in entries(table) {
                match field.key {
                    "severity" => set_level(&mut setting, reader.word(field, "a level of a rule")),
                    "enabled" => setting.enabled = reader.boolean(field),
                    _ => setting.fields.extend(reader.raw(field).map(|value| RuleField {
                        key: Setting::at(reader.file, field.at, field.key.to_owned()),
                        value,
                    })),
                }
            }
        }
        _ => reader.wrong_type(entry, "a level such as \"off\" or \"warning\", or a table of fields"),
    }
    setting
}

fn set_level(setting: &mut RuleSetting, level: Option<Setting<RuleLevel>>) {
    let Some(level) = level else { return };
    match level.value {
        RuleLevel::Off => setting.enabled = Some(level.map(|_| false)),
        RuleLevel::On(severity) => {
            // A rule that is set to a level is meant to run, also where it is off by default or in a wider table.
            setting.enabled.get_or_insert_with(|| Setting { value: true, origin: level.origin.clone() });
            setting.severity = Some(level.map(|_| severity));
        }
    }
}

/// The shape of a BCP 47 tag: a language of two or three letters, then subtags of up to eight letters and digits.
fn language_tag(tag: &str) -> Result<(), Fault> {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_language = matches!(language.len(), 2..=3) && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_subtag = |part: &str| matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_language && parts.all(is_subtag) {
        return Ok(());
    }
    let help = "write a tag such as \"en\" or \"de-AT\"".to_owned();
    Err(Fault::WrongValue { value: tag.to_owned(), expected: "a language tag", help })
}

/// A host name without scheme, port and path (RFC 1123): labels of letters, digits and hyphens, at least two of them.
fn host_name(host: &str) -> Result<(), Fault> {
    let is_label = |label: &str| {
        let fits = |character: char| character.is_alphanumeric() || character == '-';
        matches!(label.len(), 1..=63) && label.chars().all(fits) && !label.starts_with('-') && !label.ends_with('-')
    };
    if host.contains('.') && host.len() <= 253 && host.split('.').all(is_label) {
        return Ok(());
    }
    let bare = host.split_once("://").map_or(host, |(_, rest)| rest);
    let bare = bare.split(['/', ':', '?', '#']).next().unwrap_or_default();
    let example = if bare != host && bare.contains('.') { bare } else { "shop.example" };
    let help = format!("write the host name alone: \"{example}\"");
    Err(Fault::WrongValue { value: host.to_owned(), expected: "a host name", help })
}
