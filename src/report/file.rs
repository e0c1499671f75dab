//! What one run says about one file, and about itself.

use serde::Serialize;

use super::diagnostic::Diagnostic;
use super::level::Severity;
use super::question::Question;
use crate::text::{SourceText, Span};

/// One policy within a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentSummary {
    /// Its title, or the empty string where it has none.
    pub title: String,
    /// `policy`, `supplement`, `cookie-notice`, `terms`, …
    pub kind: String,
    /// `everyone`, `california`, …
    pub audience: String,
    /// BCP 47 tag of its language, `und` where unknown.
    pub language: String,
    /// Bytes on disk.
    pub span: Span,
}

/// Why a law is held to apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LawStatus {
    /// The wording, audience or domain points to it.
    Inferred,
    /// The text names it or those it protects.
    Named,
    /// The configuration or the command line says so.
    Configured,
}

impl LawStatus {
    /// The word for output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Inferred => "inferred",
            Self::Named => "named",
            Self::Configured => "configured",
        }
    }
}

/// A law in play and what brought it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawInPlay {
    /// The law's id, such as `ccpa`.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// What it is called in a list of laws: the state, where it is the only law of that state's; else its name.
    pub short: String,
    /// The edition in force, where it has several.
    pub edition: Option<String>,
    /// Why it applies.
    pub status: LawStatus,
    /// The words that brought it in, bytes on disk; empty where configured.
    pub because: Vec<Span>,
}

/// All that was found in one file.
#[derive(Debug, Clone)]
pub struct FileReport {
    /// The file's name, with `/` as separator.
    pub path: String,
    /// Its text, for excerpts, lines and columns.
    pub source: SourceText,
    /// The documents in it, in order.
    pub documents: Vec<DocumentSummary>,
    /// The laws in play.
    pub laws: Vec<LawInPlay>,
    /// The findings, in order of start, then rule.
    pub diagnostics: Vec<Diagnostic>,
    /// Findings that depend on which files there are beside it; [`FileReport::settle`] turns them into findings or drops them.
    pub questions: Vec<Question>,
    /// What should be said about the file itself, such as that it is not in English.
    pub notices: Vec<String>,
}

/// What kept the run from doing its whole work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProblemKind {
    /// No such file or folder.
    Missing,
    /// The file could not be read.
    Unreadable,
    /// The file is not text, or in an encoding that is not read.
    Undecodable,
    /// The configuration is wrong.
    Configuration,
    /// A rule pack is wrong.
    Pack,
    /// Nothing was found to check.
    Empty,
    /// A defect of policylint.
    Internal,
}

impl ProblemKind {
    /// The word for output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unreadable => "unreadable",
            Self::Undecodable => "undecodable",
            Self::Configuration => "configuration",
            Self::Pack => "pack",
            Self::Empty => "empty",
            Self::Internal => "internal",
        }
    }
}

/// One thing that went wrong with the run, not with a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The file or folder, where there is one.
    pub path: Option<String>,
    /// What kind.
    pub kind: ProblemKind,
    /// What happened and the way out: lower case, no full stop.
    pub message: String,
}

/// Counts for the last line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Files checked.
    pub files: usize,
    /// Errors found.
    pub errors: usize,
    /// Warnings found.
    pub warnings: usize,
    /// Notes found.
    pub notes: usize,
    /// Files in which no law is in play, so that what laws ask for was not looked for; told to people only.
    #[serde(skip)]
    pub lawless: usize,
}

impl Summary {
    /// Counts a file and its findings in.
    pub fn add(&mut self, report: &FileReport) {
        self.files += 1;
        self.lawless += usize::from(report.laws.is_empty());
        for diagnostic in &report.diagnostics {
            match diagnostic.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Note => self.notes += 1,
            }
        }
    }
}
