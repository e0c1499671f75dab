//! `policylint test`.

use std::io::{self, Write};

use super::args::TestArguments;
use super::status::Status;
use super::terminal::Terminal;
use super::today::today;
use crate::engine::{shipped_sources, test_examples};
use crate::input::read_pack;
use crate::ruleset::load;

/// Runs the examples of the shipped packs, or of the packs named, on the very engine that checks policies.
pub(super) fn run(arguments: &TestArguments, terminal: &Terminal) -> io::Result<Status> {
    let mut sources = shipped_sources();
    let mut tested = if arguments.packs.is_empty() { sources.clone() } else { Vec::new() };
    let directory = std::env::current_dir()?;
    for pack in &arguments.packs {
        match read_pack(&directory, pack) {
            Ok(files) => tested.extend(files),
            Err(errors) => {
                terminal.problems(&errors.iter().map(|error| error.problem()).collect::<Vec<_>>());
                return Ok(Status::Failed);
            }
        }
    }
    if !arguments.packs.is_empty() {
        sources.extend(tested.iter().cloned());
    }
    let rules = match load(&sources, |_| None) {
        Ok(rules) => rules,
        Err(mistakes) => {
            for mistake in &mistakes {
                terminal.show(mistake);
            }
            return Ok(Status::Failed);
        }
    };
    let report = test_examples(&rules, &tested, today(arguments.today));
    for failure in &report.failures {
        terminal.show(failure);
    }
    let mut output = terminal.output();
    let counted = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let outcome =
        if report.failures.is_empty() { "all hold".to_owned() } else { counted(report.failures.len(), "failure") };
    writeln!(output, "{}, {}: {outcome}", counted(report.rules, "rule"), counted(report.examples, "example"))?;
    output.flush()?;
    Ok(if report.failures.is_empty() { Status::Clean } else { Status::Found })
}
