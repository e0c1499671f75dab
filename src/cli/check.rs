//! `policylint check`.

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use rayon::prelude::*;

use super::args::{CheckArguments, FailOnName, FormatName, PersonaName};
use super::rules::RuleSets;
use super::status::Status;
use super::terminal::Terminal;
use super::today::today;
use crate::config::{ConfigErrors, ConfigFile};
use crate::doc;
use crate::engine::{Source, Today, check};
use crate::input::{ConfigStore, Discovery, InputFile, list};
use crate::render::{Format, Renderer, summary_line};
use crate::report::{FileReport, Problem, ProblemKind, Summary};
use crate::ruleset::RuleSet;

/// Reports are held until all before them are printed; never more than these.
const FILES_AT_ONCE: usize = 64;

/// Runs the command.
pub(super) fn run(arguments: &CheckArguments, terminal: &Terminal) -> io::Result<Status> {
    let mut problems = Vec::new();
    let mut store = match config_store(arguments) {
        Ok(store) => store,
        Err(errors) => {
            terminal.show(&*errors);
            return Ok(Status::Failed);
        }
    };
    let listing = list(&arguments.paths, &arguments.common.stdin_filename, &mut store);
    for skipped in &listing.skipped {
        terminal.say(&format!("note: {skipped}"));
    }
    for errors in &listing.broken {
        terminal.show(&**errors);
        problems.extend(errors.iter().map(|error| error.problem()));
    }
    // These were shown with their excerpts; only JSON tells them again.
    let shown = problems.len();
    problems.extend(listing.errors.iter().map(|error| error.problem()));
    let mut output = terminal.output();
    let format = format_of(arguments.format);
    let mut run = Run {
        today: today(arguments.common.today),
        rules: RuleSets::new(store.directory().to_path_buf()),
        renderer: format.renderer(&mut output, terminal.options()),
        summary: Summary::default(),
        fixable: 0,
        failing: false,
        problems,
        shown,
    };
    run.renderer.begin()?;
    for files in listing.files.chunks(FILES_AT_ONCE) {
        run.files(files, terminal)?;
    }
    run.renderer.end(&run.problems, &run.summary)?;
    let Run { summary, fixable, failing, problems, shown, renderer, .. } = run;
    drop(renderer);
    if matches!(format, Format::Full | Format::Concise) {
        writeln!(output, "{}", summary_line(&summary, &problems, fixable))?;
    }
    output.flush()?;
    if matches!(format, Format::Full | Format::Concise) {
        terminal.problems(&problems[shown.min(problems.len())..]);
    }
    Ok(match (problems.is_empty(), failing && !arguments.exit_zero) {
        (false, _) => Status::Failed,
        (true, true) => Status::Found,
        (true, false) => Status::Clean,
    })
}

struct Run<'a> {
    today: Today,
    rules: RuleSets,
    renderer: Box<dyn Renderer + 'a>,
    summary: Summary,
    fixable: usize,
    failing: bool,
    problems: Vec<Problem>,
    shown: usize,
}

impl Run<'_> {
    fn files(&mut self, files: &[InputFile], terminal: &Terminal) -> io::Result<()> {
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
        let reports: Vec<_> = if jobs.len() < 2 { jobs.iter().map(one).collect() } else { jobs.par_iter().map(one).collect() };
        for ((file, _), report) in jobs.iter().zip(reports) {
            match report {
                Ok(report) => self.report(file, &report)?,
                Err(problem) => self.problems.push(problem),
            }
        }
        Ok(())
    }

    fn report(&mut self, file: &InputFile, report: &FileReport) -> io::Result<()> {
        let severity = file.config.fail_on.value.severity();
        let fails = |diagnostic: &crate::report::Diagnostic| severity.is_some_and(|least| diagnostic.severity >= least);
        self.failing |= report.diagnostics.iter().any(fails);
        self.fixable += report.diagnostics.iter().filter(|found| found.fixes.iter().any(|fix| fix.safe)).count();
        self.summary.add(report);
        self.renderer.file(report)
    }
}

/// Checks one file; a panic is a defect of ours, told as such, and no reason to leave the other files unchecked.
fn report(file: &InputFile, rules: &RuleSet, today: Today) -> Result<FileReport, Problem> {
    let text = file.read().map_err(|error| error.problem())?;
    let format = doc::Format::detect(&file.name, text.text());
    let source = Source { path: file.name.clone(), text, format };
    catch_unwind(AssertUnwindSafe(|| check(rules, &file.config, today, &source))).map_err(|_| Problem {
        path: Some(file.name.clone()),
        kind: ProblemKind::Internal,
        message: "policylint failed on this file; please report it together with the file".to_owned(),
    })
}

/// Where settings come from: the command line on top of one file, the nearest files, or none.
fn config_store(arguments: &CheckArguments) -> Result<ConfigStore, Box<ConfigErrors>> {
    let directory = std::env::current_dir().unwrap_or_default();
    let mut discovery = if arguments.common.isolated { Discovery::Isolated } else { Discovery::Nearest };
    let mut given = Vec::new();
    for argument in &arguments.common.config {
        if argument.contains('=') {
            given.push(ConfigFile::parse_argument(argument, &directory)?);
        } else {
            discovery = Discovery::File(argument.into());
        }
    }
    for setting in settings(arguments) {
        given.push(ConfigFile::parse_argument(&setting, &directory)?);
    }
    Ok(ConfigStore::new(directory, discovery, given))
}

/// The flags that are settings, in the words of the configuration.
fn settings(arguments: &CheckArguments) -> Vec<String> {
    let mut settings = Vec::new();
    if !arguments.law.is_empty() {
        let laws: Vec<String> = arguments.law.iter().map(|law| format!("{law:?}")).collect();
        settings.push(format!("policy.laws = [{}]", laws.join(", ")));
    }
    if let Some(persona) = arguments.persona {
        let name = match persona {
            PersonaName::Default => "default",
            PersonaName::Pedantic => "pedantic",
            PersonaName::Auditor => "auditor",
        };
        settings.push(format!("persona = \"{name}\""));
    }
    if let Some(fail_on) = arguments.fail_on {
        let name = match fail_on {
            FailOnName::Error => "error",
            FailOnName::Warning => "warning",
            FailOnName::Note => "note",
            FailOnName::Never => "never",
        };
        settings.push(format!("fail-on = \"{name}\""));
    }
    settings
}

fn format_of(name: FormatName) -> Format {
    match name {
        FormatName::Full => Format::Full,
        FormatName::Concise => Format::Concise,
        FormatName::Json => Format::Json,
        FormatName::Github => Format::Github,
    }
}
