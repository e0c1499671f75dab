//! Output for people, in the manner of rustc: header, excerpt with labels, what else there is to know, how to mend it.

mod block;
mod labels;
mod lacks;
mod laws;
mod notes;
mod repeated;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use codespan_reporting::diagnostic::Diagnostic as Drawing;
use codespan_reporting::files::Error;
use codespan_reporting::term::{Chars, Config, emit_to_write_style};

use self::labels::Labels;
use self::notes::Page;
use super::Renderer;
use super::escape::one_line;
use super::options::{Charset, Options};
use super::style::{Canvas, painted, to_header};
use super::summary::summary_line;
use crate::report::{Diagnostic, FileReport, Problem, RuleId, Severity, Summary};

/// The renderer of the format.
pub(super) struct Full<'a> {
    out: &'a mut dyn Write,
    options: Options<'a>,
    config: Config,
    page: Vec<u8>,
    fixable: usize,
    /// A rule of which something is left out here: what the pointer to `explain` names.
    explained: Option<RuleId>,
}

impl<'a> Full<'a> {
    pub(super) fn new(out: &'a mut dyn Write, options: Options<'a>) -> Self {
        let chars = match options.charset {
            Charset::Unicode => Chars::box_drawing(),
            Charset::Ascii => Chars::ascii(),
        };
        // Of a mark over several lines the first and the last are shown; excerpts hold no other lines.
        let config = Config { chars, start_context_lines: 0, end_context_lines: 0, ..Config::default() };
        Self { out, options, config, page: Vec::new(), fixable: 0, explained: None }
    }

    /// One finding with its excerpt, and in a line each those of its rule that get none.
    fn finding(&mut self, report: &FileReport, found: &Diagnostic, more: &[&Diagnostic]) -> io::Result<()> {
        let labels = Labels::new(report, found, &self.options);
        // Notes stand beside the gutter, behind a bullet.
        let page = Page { width: labels.budget(), options: &self.options };
        let mut notes = notes::notes(found, &labels.notes(), page);
        notes.extend(more.iter().map(|other| notes::elsewhere(report, other, page)));
        if self.explained.is_none() && notes::leaves_out_an_address(found, page) {
            self.explained = Some(found.rule.clone());
        }
        let drawing = Drawing::new(to_header(found.severity))
            .with_code(notes::rule(found, &self.options))
            .with_message(one_line(&found.message))
            .with_notes(notes);
        let (excerpts, drawn) = labels.draw(&self.options);
        let mut canvas = Canvas::new(&mut self.page, self.options.colour);
        emit_to_write_style(&mut canvas, &self.config, &excerpts, &drawing.with_labels(drawn)).map_err(to_io)
    }

    /// What is missing, law by law; gives the laws whose reasons are told with it.
    fn missing<'r>(&mut self, report: &'r FileReport) -> io::Result<Vec<&'r str>> {
        let mut told: Vec<&str> = Vec::new();
        let blocks = lacks::blocks(&report.diagnostics);
        let alone = blocks.iter().map(|block| block.entries.len()).sum::<usize>() == 1;
        for block in blocks {
            for line in block::lines(&block, &told, alone, report, &self.options) {
                writeln!(self.page, "{line}")?;
            }
            writeln!(self.page)?;
            if self.explained.is_none() {
                self.explained =
                    block.entries.first().and_then(|entry| entry.first()).map(|(found, _)| found.rule.clone());
            }
            told.extend(&block.laws);
        }
        Ok(told)
    }
}

impl Renderer for Full<'_> {
    fn begin(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, report: &FileReport) -> io::Result<()> {
        self.page.clear();
        for (found, more) in repeated::folded(&report.diagnostics) {
            self.finding(report, found, &more)?;
        }
        let told = self.missing(report)?;
        let fixable = report.diagnostics.iter().filter(|found| found.fixes.iter().any(|fix| fix.safe));
        self.fixable += fixable.count();

        let note = painted("note", Severity::Note, self.options.colour);
        let path = one_line(&report.path);
        let mut lines = laws::lines(report, &told, &self.options);
        lines.extend(report.notices.iter().map(|notice| format!("{note}: {path}: {}", one_line(notice))));
        for line in &lines {
            writeln!(self.page, "{line}")?;
        }
        if !lines.is_empty() {
            writeln!(self.page)?;
        }
        self.out.write_all(&self.page)
    }

    fn end(&mut self, problems: &[Problem], summary: &Summary) -> io::Result<()> {
        if let Some(rule) = &self.explained {
            let rule = one_line(&rule.0);
            writeln!(self.out, "a rule in full, with its source and examples: policylint explain {rule}")?;
        }
        writeln!(self.out, "{}", summary_line(summary, problems, self.fixable))
    }
}

fn to_io(error: Error) -> io::Error {
    match error {
        Error::Io(error) => error,
        other => io::Error::other(other),
    }
}
