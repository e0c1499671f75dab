//! `policylint explain`.

use std::io::{self, Write};

use super::args::{ExplainArguments, ExplainFormat};
use super::rules::RuleSets;
use super::status::Status;
use super::terminal::Terminal;
use super::unknown::unknown;
use crate::engine::{law_page, rule_entry, rule_page};
use crate::render::{entries_json, page_text};
use crate::ruleset::{Pack, Rule, RuleSet};

/// What an id means.
enum Meant<'r> {
    Rule(&'r Rule),
    Pack(&'r Pack),
}

/// Prints the page of each rule and law named.
pub(super) fn run(arguments: &ExplainArguments, terminal: &Terminal) -> io::Result<Status> {
    let Some(rules) = RuleSets::here(arguments.isolated, terminal) else { return Ok(Status::Failed) };
    let mut status = Status::Clean;
    let mut meant = Vec::new();
    for id in &arguments.ids {
        match (rules.rule(id), rules.pack(id)) {
            (Some(rule), _) => meant.push(Meant::Rule(rule)),
            (None, Some(pack)) => meant.push(Meant::Pack(pack)),
            (None, None) => status = no_such(id, &rules, terminal),
        }
    }
    let mut output = terminal.output();
    if arguments.format == ExplainFormat::Json {
        let entries: Vec<_> =
            meant.iter().flat_map(|meant| meant.rules(&rules)).map(|rule| rule_entry(&rules, rule)).collect();
        entries_json(&mut output, &entries)?;
    } else {
        for (at, meant) in meant.iter().enumerate() {
            if at > 0 {
                writeln!(output)?;
            }
            let page = meant.page(&rules);
            match arguments.format {
                ExplainFormat::Markdown => write!(output, "{page}")?,
                _ => page_text(&mut output, &page, &terminal.options())?,
            }
        }
    }
    output.flush()?;
    Ok(status)
}

impl<'r> Meant<'r> {
    fn page(&self, rules: &RuleSet) -> String {
        match self {
            Self::Rule(rule) => rule_page(rules, rule),
            Self::Pack(pack) => law_page(rules, pack),
        }
    }

    /// The rule, or those of the pack.
    fn rules(&self, rules: &'r RuleSet) -> Vec<&'r Rule> {
        match self {
            Self::Rule(rule) => vec![rule],
            Self::Pack(pack) => {
                let own = |rule: &&Rule| rule.id.0.split_once('/').is_some_and(|(family, _)| family == pack.id);
                rules.rules().iter().filter(own).collect()
            }
        }
    }
}

fn no_such(id: &str, rules: &RuleSet, terminal: &Terminal) -> Status {
    let ids = rules.rules().iter().flat_map(|rule| std::iter::once(&rule.id.0).chain(&rule.aliases));
    let packs = rules.packs().iter().map(|pack| &pack.id);
    let what = if id.contains('/') { "rule" } else { "rule or law" };
    unknown(terminal, what, id, ids.chain(packs).map(String::as_str), "`policylint rules` lists all ids")
}
