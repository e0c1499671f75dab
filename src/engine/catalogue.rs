//! Rules as rows of a list, and which of them a reader asks for.

use crate::report::{Confidence, Persona, RuleEntry, RuleRow, Severity};
use crate::ruleset::{Example, Reporting, Rule, RuleSet};

/// Which rules are asked for; what is empty or absent asks for all.
#[derive(Debug, Clone, Default)]
pub struct RuleFilter {
    /// Ids, aliases, or `ccpa/*` for all rules of a family.
    pub ids: Vec<String>,
    /// Laws.
    pub laws: Vec<String>,
    /// Names of kinds.
    pub kinds: Vec<String>,
    /// Severities.
    pub severities: Vec<Severity>,
    /// Personas.
    pub personas: Vec<Persona>,
    /// Confidences.
    pub confidences: Vec<Confidence>,
    /// `diagnostic` or `coverage`.
    pub reports: Vec<String>,
    /// Words that all stand in id, title, message, citation or explanation, whatever their case.
    pub words: Option<String>,
}

/// The rules asked for, in order of id.
pub fn rules_like<'r>(rules: &'r RuleSet, filter: &RuleFilter) -> Vec<&'r Rule> {
    rules.rules().iter().filter(|rule| filter.wants(rule)).collect()
}

impl RuleFilter {
    fn wants(&self, rule: &Rule) -> bool {
        fn among<T: PartialEq<U>, U>(wanted: &[T], value: &U) -> bool {
            wanted.is_empty() || wanted.iter().any(|wanted| wanted == value)
        }
        (self.ids.is_empty() || self.ids.iter().any(|id| names(id, rule)))
            && (self.laws.is_empty() || rule.law.as_ref().is_some_and(|law| self.laws.contains(law)))
            && among(&self.kinds, &rule.kind.name())
            && among(&self.severities, &rule.severity)
            && among(&self.personas, &rule.persona)
            && among(&self.confidences, &rule.confidence)
            && among(&self.reports, &reporting(rule))
            && self.words.as_ref().is_none_or(|words| holds(words, rule))
    }
}

/// Whether an id of the command line means the rule.
pub fn names(id: &str, rule: &Rule) -> bool {
    match id.strip_suffix('*') {
        Some(start) => rule.id.0.starts_with(start),
        None => rule.id.0 == id || rule.aliases.iter().any(|alias| alias == id),
    }
}

fn holds(words: &str, rule: &Rule) -> bool {
    let provision = rule.citation.as_ref().map_or("", |citation| citation.text.as_str());
    let text =
        [&rule.id.0, &rule.title, &rule.wording.message, &rule.explanation.about, provision].join("\n").to_lowercase();
    words.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

fn reporting(rule: &Rule) -> &'static str {
    match rule.report {
        Reporting::Diagnostic => "diagnostic",
        Reporting::Coverage => "coverage",
    }
}

/// A rule as a row.
pub fn rule_row(rule: &Rule) -> RuleRow {
    RuleRow {
        id: rule.id.0.clone(),
        title: rule.title.clone(),
        law: rule.law.clone(),
        kind: rule.kind.name(),
        severity: rule.severity,
        confidence: rule.confidence,
        persona: rule.persona,
        report: reporting(rule),
        enabled: rule.enabled,
        since: rule.since.map(|date| date.to_string()),
        until: rule.until.map(|date| date.to_string()),
        citation: rule.citation.clone(),
    }
}

/// A rule with all that it says of itself.
pub fn rule_entry(rules: &RuleSet, rule: &Rule) -> RuleEntry {
    let texts = |examples: &[Example]| examples.iter().map(|example| example.text.clone()).collect();
    RuleEntry {
        row: rule_row(rule),
        aliases: rule.aliases.clone(),
        like: rule.like.clone(),
        cause: rule.cause.clone(),
        documents: rule.documents.clone(),
        audiences: rule.audiences.iter().map(|id| rules.lexicon().audiences().id(*id).to_owned()).collect(),
        verified: rule.verified,
        about: rule.explanation.about.trim().to_owned(),
        message: rule.wording.message.clone(),
        help: rule.wording.help.clone(),
        note: rule.note.clone(),
        model_clause: rule.explanation.model_clause.as_ref().map(|clause| clause.trim().to_owned()),
        pass: texts(&rule.explanation.pass),
        fail: texts(&rule.explanation.fail),
    }
}
