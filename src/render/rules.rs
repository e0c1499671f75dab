//! Lists of rules: a table for people, JSON for machines.

use std::io::{self, Write};

use serde::Serialize;

use super::escape::{columns, one_line};
use super::options::Options;
use super::style::painted;
use super::summary::counted;
use super::wrap::{NARROWEST, hanging};
use crate::report::{RuleEntry, RuleRow};

/// The widest table.
const WIDEST: usize = 100;
/// Columns of `warning`.
const SEVERITY: usize = 7;

/// Writes a line for each rule: id, severity, title; then how many there are.
///
/// # Errors
/// Those of the writer.
pub fn rules_table(out: &mut dyn Write, rules: &[RuleRow], options: &Options<'_>) -> io::Result<()> {
    let width = options.width.unwrap_or(WIDEST).min(WIDEST);
    let ids = rules.iter().map(|rule| columns(&rule.id)).max().unwrap_or(0);
    for rule in rules {
        let id = one_line(&rule.id);
        let padding = ids.saturating_sub(columns(&id));
        let lead = format!("{id}{:padding$}  {:SEVERITY$}  ", "", rule.severity.name());
        // Where the title would be a sliver, it goes below.
        let row = match columns(&lead) + NARROWEST <= width {
            true => hanging(&lead, &rule.title, width),
            false => format!("{}\n{}", lead.trim_end(), hanging("    ", &rule.title, width)),
        };
        let name = rule.severity.name();
        let (before, after) = row.split_at(id.len() + padding + 2);
        let after = after.strip_prefix(name).unwrap_or(after);
        writeln!(out, "{before}{}{after}", painted(name, rule.severity, options.colour))?;
    }
    writeln!(out, "\n{}", counted(rules.len(), "rule"))
}

/// Writes all rules as one JSON document, a line for each.
///
/// # Errors
/// Those of the writer.
pub fn rules_json(out: &mut dyn Write, rules: &[RuleRow]) -> io::Result<()> {
    json(out, rules)
}

/// Writes rules with all that they say of themselves as one JSON document, a line for each.
///
/// # Errors
/// Those of the writer.
pub fn entries_json(out: &mut dyn Write, rules: &[RuleEntry]) -> io::Result<()> {
    json(out, rules)
}

fn json(out: &mut dyn Write, rules: &[impl Serialize]) -> io::Result<()> {
    write!(out, "{{\"version\":1,\"rules\":[")?;
    for (at, rule) in rules.iter().enumerate() {
        let separator = if at == 0 { "\n" } else { ",\n" };
        write!(out, "{separator}{}", serde_json::to_string(rule)?)?;
    }
    writeln!(out, "\n]}}")
}
