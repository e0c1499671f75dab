//! GitHub workflow commands, which become annotations of a run and of the files changed.
//!
//! GitHub shows ten of each level per step and drops the rest without a word, so the renderer chooses which, and says how
//! many are left. Documented at <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.

use std::io::{self, Write};

use super::Renderer;
use super::escape::one_line;
use super::place::positions;
use super::summary::{counted, problem_line};
use crate::report::{Confidence, Diagnostic, FileReport, Label, Problem, Severity, Summary};

/// What GitHub shows of each level in one step.
const SHOWN: usize = 10;
/// How many further places a message names.
const PLACES: usize = 5;

/// The renderer of the format.
pub(super) struct Github<'a> {
    out: &'a mut dyn Write,
    errors: Level,
    warnings: Level,
    notes: Level,
}

/// The annotations of one level: the surest of them, in order, and how many there were.
#[derive(Default)]
struct Level {
    kept: Vec<(Confidence, String)>,
    seen: usize,
}

impl Level {
    /// Keeps an annotation if it is among the surest; among equals the first ones stay.
    fn add(&mut self, confidence: Confidence, command: impl FnOnce() -> String) {
        self.seen += 1;
        let at = self.kept.partition_point(|(kept, _)| *kept >= confidence);
        if at < SHOWN {
            self.kept.insert(at, (confidence, command()));
            self.kept.truncate(SHOWN);
        }
    }

    fn write(&mut self, out: &mut dyn Write, most: usize) -> io::Result<usize> {
        self.kept.truncate(most);
        for (_, command) in &self.kept {
            writeln!(out, "{command}")?;
        }
        Ok(self.seen - self.kept.len())
    }
}

impl<'a> Github<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self { out, errors: Level::default(), warnings: Level::default(), notes: Level::default() }
    }

    fn level(&mut self, severity: Severity) -> &mut Level {
        match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Note => &mut self.notes,
        }
    }
}

impl Renderer for Github<'_> {
    fn begin(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, report: &FileReport) -> io::Result<()> {
        for diagnostic in &report.diagnostics {
            self.level(diagnostic.severity).add(diagnostic.confidence, || command(report, diagnostic));
        }
        Ok(())
    }

    fn end(&mut self, problems: &[Problem], _summary: &Summary) -> io::Result<()> {
        // What kept a file from being checked comes before whatever was found in others.
        let mut errors = Level::default();
        problems.iter().for_each(|problem| errors.add(Confidence::High, || problem_command(problem)));
        let found = std::mem::take(&mut self.errors);
        errors.seen += found.seen;
        errors.kept.extend(found.kept);

        let errors = errors.write(self.out, SHOWN)?;
        let warnings = self.warnings.write(self.out, SHOWN)?;
        // The line about the rest is a notice itself and takes the place of one.
        let rest_needed = errors + warnings > 0 || self.notes.seen > SHOWN;
        let notes = self.notes.write(self.out, if rest_needed { SHOWN - 1 } else { SHOWN })?;
        let rest: Vec<_> = [(errors, "error"), (warnings, "warning"), (notes, "note")]
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, noun)| counted(number, &format!("more {noun}")))
            .collect();
        if !rest.is_empty() {
            let message = format!("{} not shown here: see the log for all of them", rest.join(", "));
            writeln!(self.out, "::notice title=policylint::{}", data(&message))?;
        }
        Ok(())
    }
}

fn command(report: &FileReport, diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let (start, end) = positions(&report.source, diagnostic.primary.span);
    let mut place = format!("file={},line={},endLine={}", property(&report.path), start.line, end.line);
    // GitHub takes columns only where the place lies on one line.
    if start.line == end.line {
        place.push_str(&format!(",col={},endColumn={}", start.column, end.column));
    }
    let title = property(&diagnostic.rule.0);
    format!("::{level} {place},title={title}::{}", data(&message(report, diagnostic)))
}

/// The message, then what GitHub has no field for, a line each.
fn message(report: &FileReport, diagnostic: &Diagnostic) -> String {
    let mut lines = vec![one_line(&diagnostic.message).into_owned()];
    lines.extend(diagnostic.secondary.iter().take(PLACES).map(|label| place(report, label)));
    if let Some(more) = diagnostic.secondary.len().checked_sub(PLACES).filter(|more| *more > 0) {
        lines.push(format!("and {}", counted(more, "more place")));
    }
    lines.extend(diagnostic.help.as_ref().map(|help| format!("help: {}", one_line(help))));
    lines.extend(diagnostic.citation.as_ref().map(|citation| match &citation.url {
        Some(url) => format!("citation: {} {}", one_line(&citation.text), one_line(url)),
        None => format!("citation: {}", one_line(&citation.text)),
    }));
    lines.join("\n")
}

fn place(report: &FileReport, label: &Label) -> String {
    let place = match &label.path {
        Some(path) if *path != report.path => one_line(path).into_owned(),
        _ => format!("line {}", positions(&report.source, label.span).0.line),
    };
    let text = one_line(&label.text);
    if text.is_empty() { format!("see also {place}") } else { format!("{place}: {text}") }
}

fn problem_command(problem: &Problem) -> String {
    let place = problem.path.as_ref().map(|path| format!("file={},", property(path))).unwrap_or_default();
    let line = problem_line(problem);
    let message = line.strip_prefix("error: ").unwrap_or(&line);
    format!("::error {place}title=policylint::{}", data(message))
}

/// Escapes a command's message.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a command's property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
