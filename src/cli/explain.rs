//! `policylint rules` and `policylint explain`.

use std::io::{self, Write};

use super::args::{ExplainArguments, RulesArguments};
use super::status::Status;
use super::terminal::Terminal;
use crate::engine::{rule_page, shipped_rules};
use crate::text::closest;

/// Lists the shipped rules: id, severity, title.
pub(super) fn list(arguments: &RulesArguments, terminal: &Terminal) -> io::Result<Status> {
    let rules = shipped_rules();
    let mut output = terminal.output();
    let chosen = rules
        .rules()
        .iter()
        .filter(|rule| arguments.law.is_empty() || rule.law.as_ref().is_some_and(|law| arguments.law.contains(law)));
    let chosen: Vec<_> = chosen.collect();
    let width = chosen.iter().map(|rule| rule.id.0.len()).max().unwrap_or(0);
    for rule in &chosen {
        writeln!(output, "{:width$}  {:7}  {}", rule.id.0, rule.severity.name(), rule.title)?;
    }
    output.flush()?;
    Ok(if chosen.is_empty() { unknown(terminal, "law", &arguments.law.join(", "), None) } else { Status::Clean })
}

/// Prints the page of each rule named.
pub(super) fn explain(arguments: &ExplainArguments, terminal: &Terminal) -> io::Result<Status> {
    let rules = shipped_rules();
    let mut output = terminal.output();
    let mut status = Status::Clean;
    for id in &arguments.ids {
        match rules.rule(id) {
            Some(rule) => write!(output, "{}", rule_page(&rules, rule))?,
            None => {
                let meant = closest(id, rules.rules().iter().map(|rule| rule.id.0.as_str()));
                status = unknown(terminal, "rule", id, meant);
            }
        }
    }
    output.flush()?;
    Ok(status)
}

fn unknown(terminal: &Terminal, what: &str, name: &str, meant: Option<&str>) -> Status {
    let help = meant.map(|meant| format!("; did you mean `{meant}`?")).unwrap_or_default();
    terminal.say(&format!("error: there is no {what} `{name}`{help}"));
    Status::Failed
}
