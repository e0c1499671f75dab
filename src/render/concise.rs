//! A line for each finding: `path:line:column: severity[rule] message`. For editors, for `grep`, for screen readers.

use std::io::{self, Write};

use super::Renderer;
use super::escape::one_line;
use super::options::Options;
use super::place::positions;
use super::style::painted;
use super::summary::summary_line;
use crate::report::{FileReport, Problem, Severity, Summary};

/// The renderer of the format.
pub(super) struct Concise<'a> {
    out: &'a mut dyn Write,
    options: Options<'a>,
    fixable: usize,
}

impl<'a> Concise<'a> {
    pub(super) fn new(out: &'a mut dyn Write, options: Options<'a>) -> Self {
        Self { out, options, fixable: 0 }
    }
}

impl Renderer for Concise<'_> {
    fn begin(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, report: &FileReport) -> io::Result<()> {
        let path = one_line(&report.path);
        for diagnostic in &report.diagnostics {
            let (start, _) = positions(&report.source, diagnostic.primary.span);
            let rule = one_line(&diagnostic.rule.0);
            let kind = format!("{}[{rule}]", diagnostic.severity.name());
            let kind = painted(&kind, diagnostic.severity, self.options.colour);
            let message = one_line(&diagnostic.message);
            writeln!(self.out, "{path}:{}:{}: {kind} {message}", start.line, start.column)?;
            self.fixable += usize::from(diagnostic.fixes.iter().any(|fix| fix.safe));
        }
        for notice in &report.notices {
            let kind = painted("note", Severity::Note, self.options.colour);
            writeln!(self.out, "{path}: {kind}: {}", one_line(notice))?;
        }
        Ok(())
    }

    fn end(&mut self, problems: &[Problem], summary: &Summary) -> io::Result<()> {
        writeln!(self.out, "{}", summary_line(summary, problems, self.fixable))
    }
}
