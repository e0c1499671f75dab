//! Renderers of what commands other than `check` report of each file.

use std::io;

use serde_json::Value;

/// Writes one run: `begin`, then each `file` in order, then `end`. Every method fails only where the writer fails.
pub trait ReportRenderer<Report> {
    /// What stands before the first file.
    ///
    /// # Errors
    /// Those of the writer.
    fn begin(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// What is said about one file.
    ///
    /// # Errors
    /// Those of the writer.
    fn file(&mut self, report: &Report) -> io::Result<()>;

    /// What stands after the last file.
    ///
    /// # Errors
    /// Those of the writer.
    fn end(&mut self) -> io::Result<()>;
}

/// One JSON document, a line for each file.
pub(super) struct JsonFiles<'a, Report> {
    out: &'a mut dyn io::Write,
    shape: fn(&Report) -> Value,
    files: usize,
}

impl<'a, Report> JsonFiles<'a, Report> {
    /// A document of version 1, in which `shape` makes a report an element of `files`.
    pub(super) fn new(out: &'a mut dyn io::Write, shape: fn(&Report) -> Value) -> Self {
        Self { out, shape, files: 0 }
    }
}

impl<Report> ReportRenderer<Report> for JsonFiles<'_, Report> {
    fn begin(&mut self) -> io::Result<()> {
        write!(self.out, "{{\"version\":1,\"files\":[")
    }

    fn file(&mut self, report: &Report) -> io::Result<()> {
        let separator = if self.files == 0 { "\n" } else { ",\n" };
        self.files += 1;
        write!(self.out, "{separator}{}", (self.shape)(report))
    }

    fn end(&mut self) -> io::Result<()> {
        writeln!(self.out, "]}}")
    }
}
