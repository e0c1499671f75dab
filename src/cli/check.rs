//! `policylint check`.

use std::io::{self, Write as _};
use std::sync::Arc;

use rayon::prelude::*;

use super::args::{CheckArguments, FailOnName, FormatName, PersonaName};
use super::inputs::{Inputs, guarded, source};
use super::rules::RuleSets;
use super::status::Status;
use super::terminal::Terminal;
use super::today::today;
use crate::engine::{Today, check};
use crate::input::InputFile;
use crate::render::{Format, Renderer};
use crate::report::{FileReport, Problem, Summary};
use crate::ruleset::RuleSet;

/// Reports are held until all before them are printed; never more than these.
const FILES_AT_ONCE: usize = 64;

/// Runs the command.
pub(super) fn run(arguments: &CheckArguments, terminal: &Terminal) -> io::Result<Status> {
    let Some(Inputs { files, directory, problems, shown }) =
        Inputs::gather(&arguments.paths, &arguments.common, &settings(arguments), terminal)
    else {
        return Ok(Status::Failed);
    };
    let mut output = terminal.output();
    let format = format_of(arguments.format);
    let mut run = Run {
        today: today(arguments.common.today),
        rules: RuleSets::new(directory),
        summary: Summary::default(),
        failing: false,
        problems,
        shown,
    };
    if arguments.diff {
        run.diffs(&files, &mut output, terminal)?;
    } else {
        if arguments.fix {
            run.fix(&files, terminal)?;
        }
        run.print(&files, &mut *format.renderer(&mut output, terminal.options()), terminal)?;
    }
    let for_people = matches!(format, Format::Full | Format::Concise);
    output.flush()?;
    if for_people && !arguments.diff {
        terminal.problems(&run.problems[run.shown..]);
    }
    Ok(match (run.problems.is_empty(), run.failing && !arguments.exit_zero) {
        (false, _) => Status::Failed,
        (true, true) => Status::Found,
        (true, false) => Status::Clean,
    })
}

/// What has been found so far, and with which rules.
struct Run {
    today: Today,
    rules: RuleSets,
    summary: Summary,
    failing: bool,
    problems: Vec<Problem>,
    /// How many of the problems, from the first, were shown with their excerpts already.
    shown: usize,
}

impl Run {
    /// Prints the reports of all files in order.
    fn print(&mut self, files: &[InputFile], renderer: &mut dyn Renderer, terminal: &Terminal) -> io::Result<()> {
        renderer.begin()?;
        for files in files.chunks(FILES_AT_ONCE) {
            self.files(files, renderer, terminal)?;
        }
        renderer.end(&self.problems, &self.summary)
    }

    fn files(&mut self, files: &[InputFile], renderer: &mut dyn Renderer, terminal: &Terminal) -> io::Result<()> {
        let mut jobs = Vec::with_capacity(files.len());
        for file in files {
            match self.rules.for_file(file) {
                Ok(rules) => jobs.push((file, rules)),
                Err(mistakes) => {
                    if let Some(problems) = mistakes.first_time() {
                        mistakes.show(terminal);
                        // Told with their excerpts already.
                        let before = self.problems.len();
                        self.problems.splice(self.shown..self.shown, problems);
                        self.shown += self.problems.len() - before;
                    }
                }
            }
        }
        let one = |(file, rules): &(&InputFile, Arc<RuleSet>)| report(file, rules, self.today);
        let reports: Vec<_> =
            if jobs.len() < 2 { jobs.iter().map(one).collect() } else { jobs.par_iter().map(one).collect() };
        for ((file, _), report) in jobs.iter().zip(reports) {
            match report {
                Ok(report) => {
                    self.count(file, &report);
                    renderer.file(&report)?;
                }
                Err(problem) => self.problems.push(problem),
            }
        }
        Ok(())
    }

    /// Writes the safe fixes of all files.
    fn fix(&mut self, files: &[InputFile], terminal: &Terminal) -> io::Result<()> {
        let mut mended = 0;
        for file in files {
            if let Some((path, _, bytes)) = self.mended(file) {
                super::fix::write(&path, &bytes)?;
                mended += 1;
            }
        }
        terminal.say(&format!("{mended} {} mended", if mended == 1 { "file" } else { "files" }));
        Ok(())
    }

    /// Shows what fixing would change; a change counts as a finding.
    fn diffs(&mut self, files: &[InputFile], output: &mut impl io::Write, terminal: &Terminal) -> io::Result<()> {
        for file in files {
            if let Some((_, before, bytes)) = self.mended(file) {
                write!(output, "{}", super::fix::diff(&file.name, &before, &bytes))?;
                self.failing = true;
            }
        }
        terminal.problems(&self.problems[self.shown..]);
        Ok(())
    }

    /// A file on disk with its safe fixes in place: its path, its text before, its bytes afterwards. What stands in the way is told when
    /// the file is checked.
    fn mended(&mut self, file: &InputFile) -> Option<(std::path::PathBuf, crate::text::SourceText, Vec<u8>)> {
        let path = file.path()?.to_path_buf();
        let rules = self.rules.for_file(file).ok()?;
        let report = report(file, &rules, self.today).ok()?;
        let bytes = super::fix::fixed(&report, &std::fs::read(&path).ok()?)?;
        Some((path, report.source, bytes))
    }

    fn count(&mut self, file: &InputFile, report: &FileReport) {
        let severity = file.config.fail_on.value.severity();
        let fails = |diagnostic: &crate::report::Diagnostic| severity.is_some_and(|least| diagnostic.severity >= least);
        self.failing |= report.diagnostics.iter().any(fails);
        self.summary.add(report);
    }
}

/// Checks one file; a panic is a defect of ours, told as such, and no reason to leave the other files unchecked.
fn report(file: &InputFile, rules: &RuleSet, today: Today) -> Result<FileReport, Problem> {
    let source = source(file)?;
    let mut report = guarded(file, || check(rules, &file.config, today, &source))?;
    report.settle(|beside| file.has_beside(beside));
    Ok(report)
}

fn format_of(name: FormatName) -> Format {
    match name {
        FormatName::Full => Format::Full,
        FormatName::Concise => Format::Concise,
        FormatName::Json => Format::Json,
        FormatName::Github => Format::Github,
    }
}

/// The flags that are settings, in the words of the configuration.
fn settings(arguments: &CheckArguments) -> Vec<String> {
    let persona = arguments.persona.map(|persona| {
        let name = match persona {
            PersonaName::Default => "default",
            PersonaName::Pedantic => "pedantic",
            PersonaName::Auditor => "auditor",
        };
        format!("persona = \"{name}\"")
    });
    let fail_on = arguments.fail_on.map(|fail_on| {
        let name = match fail_on {
            FailOnName::Error => "error",
            FailOnName::Warning => "warning",
            FailOnName::Note => "note",
            FailOnName::Never => "never",
        };
        format!("fail-on = \"{name}\"")
    });
    let laws = (!arguments.common.law.is_empty()).then(|| {
        let laws: Vec<String> = arguments.common.law.iter().map(|law| format!("{law:?}")).collect();
        format!("policy.laws = [{}]", laws.join(", "))
    });
    persona.into_iter().chain(fail_on).chain(laws).collect()
}
