//! What `claims` and `coverage` share: a report of each file, written one after the other.

use std::io::{self, Write};
use std::sync::Arc;

use super::inputs::{Inputs, guarded, source};
use super::rules::RuleSets;
use super::status::Status;
use super::terminal::Terminal;
use crate::engine::Source;
use crate::input::InputFile;
use crate::render::{Options, ReportRenderer};
use crate::report::Problem;
use crate::ruleset::RuleSet;

/// The files of a run, each with its rules.
pub(super) struct Jobs<'f> {
    pub(super) jobs: Vec<(&'f InputFile, Arc<RuleSet>)>,
    problems: &'f [Problem],
    shown: usize,
    failed: bool,
}

impl<'f> Jobs<'f> {
    /// The jobs of `inputs`; what is wrong with rules is shown.
    pub(super) fn of(inputs: &'f Inputs, terminal: &Terminal) -> Self {
        let (jobs, without_rules) = RuleSets::new(inputs.directory.clone()).jobs(&inputs.files, terminal);
        let (problems, shown) = (inputs.problems.as_slice(), inputs.shown);
        Self { jobs, problems, shown, failed: shown > 0 || without_rules }
    }

    /// Writes what `work` says of each file; the status is 0 unless something stood in the way.
    pub(super) fn write<Report>(
        &self,
        terminal: &Terminal,
        renderer: impl for<'w> FnOnce(&'w mut dyn Write, Options<'w>) -> Box<dyn ReportRenderer<Report> + 'w>,
        work: impl Fn(&InputFile, &Arc<RuleSet>, &Source) -> Report,
    ) -> io::Result<Status> {
        let mut problems = self.problems.to_vec();
        let mut output = terminal.output();
        let mut renderer = renderer(&mut output, terminal.options());
        renderer.begin()?;
        for (file, rules) in &self.jobs {
            match source(file).and_then(|source| guarded(file, || work(file, rules, &source))) {
                Ok(report) => renderer.file(&report)?,
                Err(problem) => problems.push(problem),
            }
        }
        renderer.end()?;
        drop(renderer);
        output.flush()?;
        terminal.problems(&problems[self.shown..]);
        Ok(if self.failed || !problems.is_empty() { Status::Failed } else { Status::Clean })
    }
}
