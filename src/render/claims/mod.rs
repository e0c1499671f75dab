//! What policies claim: as a list for people, as JSON (design §7.5).

mod json;
mod table;
#[cfg(test)]
mod tests;

use std::io;

use super::options::Options;
use super::reports::{JsonFiles, ReportRenderer};
use crate::report::ClaimsReport;

/// The output formats of `claims`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimsFormat {
    /// A line for each claim, for people.
    Full,
    /// Everything, as one JSON document.
    Json,
}

impl ClaimsFormat {
    /// The format's renderer, which writes to `out`; small writes are many, so `out` should be buffered.
    pub fn renderer<'a>(
        self,
        out: &'a mut dyn io::Write,
        options: Options<'a>,
    ) -> Box<dyn ReportRenderer<ClaimsReport> + 'a> {
        match self {
            Self::Full => Box::new(table::Table::new(out, options)),
            Self::Json => Box::new(JsonFiles::new(out, json::file)),
        }
    }
}
