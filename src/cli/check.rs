//! `policylint check`.

use std::collections::HashMap;
use std::io::{self, Write as _};
use std::sync::Arc;

use rayon::prelude::*;

use super::args::{CheckArguments, FailOnName, FormatName, PersonaName};
use super::inputs::{Inputs, Texts, guarded, source};
use super::rules::RuleSets;
use super::status::Status;
use super::terminal::Terminal;
use super::today::today;
use crate::engine::{Project, Today, check_in, summarize};
use crate::input::InputFile;
use crate::render::{Format, Options, Renderer};
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
        project: project(&files),
    };
    let texts = Texts::of(&files);
    let options = Options { sources: &texts, ..terminal.options() };
    if arguments.diff {
        run.diffs(&files, &mut output, terminal)?;
    } else {
        if arguments.fix {
            run.fix(&files, terminal)?;
        }
        run.print(&files, &mut *format.renderer(&mut output, options), terminal)?;
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

/// How often a file is read again for fixes that others made way for.
const MOST_PASSES: usize = 8;

/// What has been found so far, and with which rules.
struct Run {
    today: Today,
    rules: RuleSets,
    summary: Summary,
    failing: bool,
    problems: Vec<Problem>,
    /// How many of the problems, from the first, were shown with their excerpts already.
    shown: usize,
    /// What each file must know of the others.
    project: Project,
}

/// The files of a run, each summed up once another one asks for it; one file has no others to know of. What cannot be read is told when
/// its turn comes.
fn project(files: &[InputFile]) -> Project {
    if files.len() < 2 {
        return Project::default();
    }
    // Standard input gives its text once.
    let on_disk = files.iter().filter(|file| file.path().is_some());
    let by_name: HashMap<String, InputFile> = on_disk.map(|file| (file.name.clone(), file.clone())).collect();
    let paths: Vec<String> = by_name.keys().cloned().collect();
    Project::lazy(paths, move |path| {
        let file = by_name.get(path)?;
        let source = source(file).ok()?;
        guarded(file, || summarize(&file.config, &source)).ok()
    })
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
        let (today, project) = (self.today, &self.project);
        let one = |(file, rules): &(&InputFile, Arc<RuleSet>)| report(file, rules, today, project);
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
        let mut source = source(file).ok()?;
        let before = source.text.clone();
        let mut bytes = std::fs::read(&path).ok()?;
        let mut changed = false;
        // Of two fixes for one place the first is made; the other one's turn comes when the text is read again.
        for _ in 0..MOST_PASSES {
            let report = guarded(file, || check_in(&rules, &file.config, self.today, &source, &self.project)).ok()?;
            let Some(mended) = super::fix::fixed(&report, &bytes) else { break };
            source.text = crate::text::SourceText::new(&mended).ok()?;
            bytes = mended;
            changed = true;
        }
        changed.then_some((path, before, bytes))
    }

    fn count(&mut self, file: &InputFile, report: &FileReport) {
        let severity = file.config.fail_on.value.severity();
        let fails = |diagnostic: &crate::report::Diagnostic| severity.is_some_and(|least| diagnostic.severity >= least);
        self.failing |= report.diagnostics.iter().any(fails);
        self.summary.add(report);
    }
}

/// Checks one file; a panic is a defect of ours, told as such, and no reason to leave the other files unchecked.
fn report(file: &InputFile, rules: &RuleSet, today: Today, project: &Project) -> Result<FileReport, Problem> {
    let source = source(file)?;
    let mut report = guarded(file, || check_in(rules, &file.config, today, &source, project))?;
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
