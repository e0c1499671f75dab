//! `policylint claims`.

use std::io::{self, Write};

use super::args::{ClaimsArguments, ClaimsFormat};
use super::inputs::{Inputs, guarded, source};
use super::rules::RuleSets;
use super::status::Status;
use super::terminal::Terminal;
use super::today::today;
use crate::engine::claims;
use crate::render;

/// Runs the command; the status is 0 unless the run failed.
pub(super) fn run(arguments: &ClaimsArguments, terminal: &Terminal) -> io::Result<Status> {
    let Some(Inputs { files, directory, mut problems, shown }) =
        Inputs::gather(&arguments.paths, &arguments.common, &[], terminal)
    else {
        return Ok(Status::Failed);
    };
    let mut rules = RuleSets::new(directory);
    let today = today(arguments.common.today);
    let (jobs, without_rules) = rules.jobs(&files, terminal);
    let failed = shown > 0 || without_rules;
    let mut output = terminal.output();
    let format = match arguments.format {
        ClaimsFormat::Full => render::ClaimsFormat::Full,
        ClaimsFormat::Json => render::ClaimsFormat::Json,
    };
    let mut renderer = format.renderer(&mut output, terminal.options());
    renderer.begin()?;
    for (file, rules) in &jobs {
        match source(file).and_then(|source| guarded(file, || claims(rules, &file.config, today, &source))) {
            Ok(report) => renderer.file(&report)?,
            Err(problem) => problems.push(problem),
        }
    }
    renderer.end()?;
    drop(renderer);
    output.flush()?;
    terminal.problems(&problems[shown..]);
    Ok(if failed || !problems.is_empty() { Status::Failed } else { Status::Clean })
}
