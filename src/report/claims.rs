//! What a file says that its drafter does and doesn't do.

use crate::text::Span;

/// All claims of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimsReport {
    /// The file's name, with `/` as separator.
    pub path: String,
    /// How many clauses hold a verb of practice, understood or not.
    pub clauses: usize,
    /// How many of them became claims.
    pub understood: usize,
    /// In order of where they stand.
    pub claims: Vec<ReportedClaim>,
}

/// A slot that is told by name: absent, unknown, or known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told<T> {
    /// The clause says nothing of it.
    Absent,
    /// The clause says something of it that was not understood.
    Unknown,
    /// What the clause says.
    Known(T),
}

/// One claim, each slot by the names of the ontology.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedClaim {
    /// A hash of the slots: equal claims of two versions of a policy have equal ids.
    pub id: String,
    /// Which document of the file, from 0.
    pub document: usize,
    /// How the clause stands: `asserted`, `hypothetical`, `reported` and so on.
    pub status: &'static str,
    /// `positive` or `negative`.
    pub polarity: &'static str,
    /// Whether it is said only to be possible.
    pub possible: bool,
    /// Who: `first-party`, `site`, `user`, `anyone`, `unnamed` or a recipient.
    pub actor: Told<String>,
    /// What is done.
    pub action: &'static str,
    /// To what.
    pub data: Vec<String>,
    /// Handing to whom.
    pub recipient: Told<Vec<String>>,
    /// What for.
    pub purpose: Told<Vec<String>>,
    /// Under which condition.
    pub condition: Told<String>,
    /// With which exception.
    pub exception: Told<Vec<String>>,
    /// About whom; absent means everyone.
    pub subject: Told<String>,
    /// Where.
    pub scope: Told<String>,
    /// When; absent means always.
    pub time: Told<String>,
    /// What was understood, in one line.
    pub line: String,
    /// The words of the clause as they stand in the file.
    pub words: String,
    /// Its line in the file, from 1.
    pub row: usize,
    /// Bytes on disk.
    pub span: Span,
    /// Where each slot stands, by its name.
    pub slots: Vec<(&'static str, Span)>,
    /// The first words of the clause that were not understood.
    pub unread: Option<String>,
}
