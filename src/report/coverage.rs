//! How far a file meets what laws ask it to say.

use crate::text::Span;

use super::file::{DocumentSummary, LawStatus};

/// All requirements that were asked for and how one file stands to each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageReport {
    /// The file's name, with `/` as separator.
    pub path: String,
    /// The documents in it.
    pub documents: Vec<DocumentSummary>,
    /// The laws asked for, in order of id.
    pub laws: Vec<CoveredLaw>,
    /// One entry for each requirement, in order of id.
    pub requirements: Vec<Requirement>,
}

/// A law whose requirements are judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoveredLaw {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// The edition in force, where it has several.
    pub edition: Option<String>,
    /// Whether it is in force on the day of the check.
    pub in_force: bool,
    /// Why it is in play; `None` where it isn't, and was asked for.
    pub status: Option<LawStatus>,
    /// The words that brought it in; none where it is configured.
    pub because: Vec<Passage>,
}

/// A requirement and how a file stands to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// The rule's id.
    pub id: String,
    /// What it asks for, in a few words.
    pub title: String,
    /// The law that asks for it.
    pub law: Option<String>,
    /// The provision.
    pub citation: Option<String>,
    /// How far it is met.
    pub status: RequirementStatus,
    /// The position taken, where the requirement has several.
    pub stance: Option<String>,
    /// What a partial disclosure lacks.
    pub lacks: Vec<String>,
    /// Every sentence that speaks to it.
    pub evidence: Vec<Passage>,
    /// Sentences on neighbouring topics.
    pub near_misses: Vec<Passage>,
}

/// How far a requirement is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequirementStatus {
    /// The text says what is asked.
    Met,
    /// A sentence addresses this very requirement and lacks a named element.
    Partial,
    /// Nothing addresses it.
    Missing,
    /// It is not asked of this text, and nothing addresses it.
    NotApplicable,
}

impl RequirementStatus {
    /// The word for output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partial => "partial",
            Self::Missing => "missing",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// A sentence or list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Which document of the file.
    pub document: usize,
    /// Bytes on disk.
    pub span: Span,
    /// Its line, from 1.
    pub line: usize,
    /// Its words, without markup.
    pub text: String,
}
