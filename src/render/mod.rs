//! Report data to bytes: one file for each output format.
//!
//! A [`Renderer`] is handed the reports of a run one by one, in order, and keeps none of them.

mod claims;
mod concise;
mod coverage;
mod edition;
mod escape;
mod excerpt;
mod full;
mod github;
mod json;
mod markdown;
mod options;
mod page;
mod place;
mod reports;
mod rules;
mod style;
mod summary;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod wrap;

use std::io;

pub use claims::ClaimsFormat;
pub use coverage::CoverageFormat;
pub use options::{Charset, Colour, NoSources, Options, Sources};
pub use page::page_text;
pub use reports::ReportRenderer;
pub use rules::{entries_json, rules_json, rules_table};
pub use summary::{problem_line, summary_line};

use crate::report::{FileReport, Problem, Summary};

/// Writes one run in one format: `begin`, then each `file` in order, then `end`.
///
/// Every method fails only where the writer fails.
pub trait Renderer {
    /// What stands before the first file.
    ///
    /// # Errors
    /// Those of the writer.
    fn begin(&mut self) -> io::Result<()>;

    /// What is said about one file.
    ///
    /// # Errors
    /// Those of the writer.
    fn file(&mut self, report: &FileReport) -> io::Result<()>;

    /// What stands after the last file. Formats for people leave `problems` to standard error, see [`problem_line`].
    ///
    /// # Errors
    /// Those of the writer.
    fn end(&mut self, problems: &[Problem], summary: &Summary) -> io::Result<()>;
}

/// The output formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Excerpts with labels, notes, help and citations, for people.
    #[default]
    Full,
    /// A line for each diagnostic.
    Concise,
    /// Everything, as one JSON document.
    Json,
    /// Workflow commands, which GitHub turns into annotations.
    Github,
}

impl Format {
    /// Every format, in the order in which help lists them.
    pub const ALL: [Self; 4] = [Self::Full, Self::Concise, Self::Json, Self::Github];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Concise => "concise",
            Self::Json => "json",
            Self::Github => "github",
        }
    }

    /// The format's renderer, which writes to `out`; small writes are many, so `out` should be buffered.
    pub fn renderer<'a>(self, out: &'a mut dyn io::Write, options: Options<'a>) -> Box<dyn Renderer + 'a> {
        match self {
            Self::Full => Box::new(full::Full::new(out, options)),
            Self::Concise => Box::new(concise::Concise::new(out, options)),
            Self::Json => Box::new(json::Json::new(out, options)),
            Self::Github => Box::new(github::Github::new(out)),
        }
    }
}

/// A format's name that no format has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no output format `{0}`; the formats are {names}", names = Format::ALL.map(Format::name).join(", "))]
pub struct UnknownFormat(pub String);

impl std::str::FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        Self::ALL.into_iter().find(|format| format.name() == name).ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}
