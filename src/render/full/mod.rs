//! Output for people, in the manner of rustc: header, excerpt with labels, what else there is to know, how to mend it.

mod group;
mod labels;
mod laws;
mod notes;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use codespan_reporting::diagnostic::Diagnostic as Drawing;
use codespan_reporting::files::Error;
use codespan_reporting::term::{Chars, Config, emit_to_write_style};

use self::group::Group;
use self::labels::Labels;
use self::notes::Page;
use super::Renderer;
use super::escape::one_line;
use super::options::{Charset, Options};
use super::style::{Canvas, painted, to_header};
use super::summary::summary_line;
use crate::report::{FileReport, Problem, Severity, Summary};

/// The renderer of the format.
pub(super) struct Full<'a> {
    out: &'a mut dyn Write,
    options: Options<'a>,
    config: Config,
    page: Vec<u8>,
    fixable: usize,
}

impl<'a> Full<'a> {
    pub(super) fn new(out: &'a mut dyn Write, options: Options<'a>) -> Self {
        let chars = match options.charset {
            Charset::Unicode => Chars::box_drawing(),
            Charset::Ascii => Chars::ascii(),
        };
        // Of a mark over several lines the first and the last are shown; excerpts hold no other lines.
        let config = Config { chars, start_context_lines: 0, end_context_lines: 0, ..Config::default() };
        Self { out, options, config, page: Vec::new(), fixable: 0 }
    }

    /// One finding, or several of one law at one place below one excerpt.
    fn group(&mut self, report: &FileReport, group: Group<'_>) -> io::Result<()> {
        let labels = Labels::new(report, group.first, &self.options);
        // Notes stand beside the gutter, behind a bullet.
        let page = Page { width: labels.budget(), options: &self.options };
        let drawing = Drawing::new(to_header(group.severity()));
        let drawing = match group.all {
            [one] => drawing
                .with_code(notes::rule(one, &self.options))
                .with_message(one_line(&one.message))
                .with_notes(notes::notes(one, &labels.notes(), page)),
            several => drawing
                .with_message(group.title(report))
                .with_notes(several.iter().map(|found| group::entry(found, page)).collect()),
        };
        let (excerpts, drawn) = labels.draw(&self.options);
        let mut canvas = Canvas::new(&mut self.page, self.options.colour);
        emit_to_write_style(&mut canvas, &self.config, &excerpts, &drawing.with_labels(drawn)).map_err(to_io)
    }
}

impl Renderer for Full<'_> {
    fn begin(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, report: &FileReport) -> io::Result<()> {
        self.page.clear();
        for group in group::groups(&report.diagnostics) {
            self.group(report, group)?;
        }
        let fixable = report.diagnostics.iter().filter(|found| found.fixes.iter().any(|fix| fix.safe));
        self.fixable += fixable.count();

        let note = painted("note", Severity::Note, self.options.colour);
        let path = one_line(&report.path);
        let mut lines = laws::lines(report, &self.options);
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
        writeln!(self.out, "{}", summary_line(summary, problems, self.fixable))
    }
}

fn to_io(error: Error) -> io::Error {
    match error {
        Error::Io(error) => error,
        other => io::Error::other(other),
    }
}
