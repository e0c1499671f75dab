//! `policylint rules`.

use std::io::{self, Write};

use super::args::{ConfidenceName, ListFormat, PersonaName, ReportName, RulesArguments, SeverityName};
use super::rules::RuleSets;
use super::status::Status;
use super::terminal::Terminal;
use super::unknown::{unknown, unknown_law};
use crate::engine::{RuleFilter, names, rule_row, rules_like};
use crate::render::{rules_json, rules_table};
use crate::report::{Confidence, Persona, RuleRow, Severity};
use crate::ruleset::{RuleSet, kind_names};

/// Lists the rules asked for. That none fits is no failure; that a name means nothing is.
pub(super) fn run(arguments: &RulesArguments, terminal: &Terminal) -> io::Result<Status> {
    let Some(rules) = RuleSets::here(arguments.isolated, terminal) else { return Ok(Status::Failed) };
    if let Some(status) = misspelt(arguments, &rules, terminal) {
        return Ok(status);
    }
    let rows: Vec<RuleRow> = rules_like(&rules, &filter(arguments)).into_iter().map(rule_row).collect();
    let mut output = terminal.output();
    match arguments.format {
        ListFormat::Full => rules_table(&mut output, &rows, &terminal.options())?,
        ListFormat::Json => rules_json(&mut output, &rows)?,
    }
    output.flush()?;
    Ok(Status::Clean)
}

/// Tells of the first name that nothing has.
fn misspelt(arguments: &RulesArguments, rules: &RuleSet, terminal: &Terminal) -> Option<Status> {
    let is_law = |law: &&String| rules.packs().iter().any(|pack| pack.law.is_some() && pack.id == **law);
    if let Some(law) = arguments.law.iter().find(|law| !is_law(law)) {
        return Some(unknown_law(terminal, rules, law));
    }
    if let Some(kind) = arguments.kind.iter().find(|kind| kind_names().all(|name| name != *kind)) {
        let all = format!("it is one of {}", kind_names().collect::<Vec<_>>().join(", "));
        return Some(unknown(terminal, "kind of rule", kind, kind_names(), &all));
    }
    let id = arguments.ids.iter().find(|id| !rules.rules().iter().any(|rule| names(id, rule)))?;
    let ids = rules.rules().iter().map(|rule| rule.id.0.as_str());
    Some(unknown(terminal, "rule", id, ids, "`policylint rules` lists all ids, `ccpa/*` means all of a family"))
}

fn filter(arguments: &RulesArguments) -> RuleFilter {
    let severity = |name: &SeverityName| match name {
        SeverityName::Error => Severity::Error,
        SeverityName::Warning => Severity::Warning,
        SeverityName::Note => Severity::Note,
    };
    let persona = |name: &PersonaName| match name {
        PersonaName::Default => Persona::Default,
        PersonaName::Pedantic => Persona::Pedantic,
        PersonaName::Auditor => Persona::Auditor,
    };
    let confidence = |name: &ConfidenceName| match name {
        ConfidenceName::High => Confidence::High,
        ConfidenceName::Medium => Confidence::Medium,
        ConfidenceName::Low => Confidence::Low,
    };
    let report = |name: &ReportName| match name {
        ReportName::Diagnostic => "diagnostic".to_owned(),
        ReportName::Coverage => "coverage".to_owned(),
    };
    RuleFilter {
        ids: arguments.ids.clone(),
        laws: arguments.law.clone(),
        kinds: arguments.kind.clone(),
        severities: arguments.severity.iter().map(severity).collect(),
        personas: arguments.persona.iter().map(persona).collect(),
        confidences: arguments.confidence.iter().map(confidence).collect(),
        reports: arguments.report.iter().map(report).collect(),
        words: arguments.search.clone(),
    }
}
