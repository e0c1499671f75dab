//! What policies claim: as a list for people, as JSON (design §7.5).

mod json;
mod table;
#[cfg(test)]
mod tests;

use std::io;

use super::options::Options;
use crate::report::ClaimsReport;

/// The output formats of `claims`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimsFormat {
    /// A line for each claim, for people.
    Full,
    /// Everything, as one JSON document.
    Json,
}

/// Writes one run: `begin`, then each `file` in order, then `end`. Every method fails only where the writer fails.
pub trait ClaimsRenderer {
    /// What stands before the first file.
    ///
    /// # Errors
    /// Those of the writer.
    fn begin(&mut self) -> io::Result<()>;

    /// What one file claims.
    ///
    /// # Errors
    /// Those of the writer.
    fn file(&mut self, report: &ClaimsReport) -> io::Result<()>;

    /// What stands after the last file.
    ///
    /// # Errors
    /// Those of the writer.
    fn end(&mut self) -> io::Result<()>;
}

impl ClaimsFormat {
    /// The format's renderer, which writes to `out`; small writes are many, so `out` should be buffered.
    pub fn renderer<'a>(self, out: &'a mut dyn io::Write, options: Options<'a>) -> Box<dyn ClaimsRenderer + 'a> {
        match self {
            Self::Full => Box::new(table::Table::new(out, options)),
            Self::Json => Box::new(json::Json::new(out)),
        }
    }
}
