//! `policylint coverage`.

use std::io::{self, Write};

use super::args::{CoverageArguments, CoverageFormat};
use super::inputs::{Inputs, guarded, source};
use super::rules::RuleSets;
use super::status::Status;
use super::terminal::Terminal;
use super::today::today;
use crate::engine::coverage;
use crate::render::{coverage_json, coverage_table};

/// Runs the command; the status is 0 unless the run failed.
pub(super) fn run(arguments: &CoverageArguments, terminal: &Terminal) -> io::Result<Status> {
    let Some(Inputs { files, directory, mut problems, shown }) =
        Inputs::gather(&arguments.paths, &arguments.common, &[], terminal)
    else {
        return Ok(Status::Failed);
    };
    let mut rules = RuleSets::new(directory);
    let today = today(arguments.common.today);
    let mut reports = Vec::new();
    let mut failed = shown > 0;
    for file in &files {
        let Ok(rules) = rules.for_file(file).map_err(|mistakes| {
            if mistakes.first_time().is_some() {
                mistakes.show(terminal);
            }
        }) else {
            failed = true;
            continue;
        };
        let judged = source(file).and_then(|source| guarded(file, || coverage(&rules, &file.config, today, &source)));
        match judged {
            Ok(report) => reports.push(report),
            Err(problem) => problems.push(problem),
        }
    }
    let mut output = terminal.output();
    match arguments.format {
        CoverageFormat::Json => coverage_json(&mut output, &reports)?,
        CoverageFormat::Full => {
            for report in &reports {
                coverage_table(&mut output, report)?;
            }
        }
    }
    output.flush()?;
    terminal.problems(&problems[shown..]);
    Ok(if failed || !problems.is_empty() { Status::Failed } else { Status::Clean })
}
