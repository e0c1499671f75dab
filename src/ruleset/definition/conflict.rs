//! Statements on one matter that must not differ.

use serde::{Deserialize, Serialize};

use super::{Pattern, PhraseId};

/// Statements on one matter of which no two may take different positions, or name different values.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Conflict {
    /// What is compared, and what keeps statements apart.
    pub compare: Compare,
    /// The positions; that of the first is what a finding points at.
    pub positions: Vec<Position>,
    /// The things of which statements can speak, each a matter of its own; where there are any, a statement that names none of them, or
    /// several, states nothing.
    pub things: Vec<Thing>,
}

/// What is compared, and what keeps statements apart.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Compare {
    /// Which values disagree; without it, the positions themselves do.
    pub value: Option<Measure>,
    /// Whose statements are compared.
    pub readers: Readers,
    /// How far apart they must stand; what stands closer is a rule and its exception.
    pub apart: Apart,
    /// In one paragraph, a sentence with one of these goes on with what was said before it, so that nothing in it is apart.
    pub turned_by: Vec<PhraseId>,
    /// Whether statements of all documents of a file are compared, not of each with itself only.
    pub all_documents: bool,
    /// Whether a sentence that names an exception, leaves one open or speaks of another time states nothing.
    pub flat: bool,
    /// Whether a statement's thing must be named in the very words that match, not just in its sentence.
    pub within: bool,
    /// In a sentence with one of these nothing is stated.
    pub none: Vec<PhraseId>,
    /// Below a heading with one of these another text stands, as of an earlier day, up to the end of the document.
    pub ended_by: Vec<PhraseId>,
}

/// Which values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// Periods of time: one month is no other than thirty days.
    Period,
    /// Numbers.
    Number,
    /// Dates.
    Date,
}

/// Whose statements are compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Readers {
    /// Those that speak to the very same readers.
    #[default]
    Same,
    /// Those that some reader is spoken to by both: what is said to everyone is said to Californians.
    Shared,
    /// All: what is said of children is said to whoever reads it, under whatever heading.
    All,
}

/// How far apart statements must stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Apart {
    /// In different sentences.
    Sentence,
    /// In different paragraphs, items or cells.
    #[default]
    Block,
    /// In different sections.
    Section,
}

/// A position that statements take.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Position {
    /// Its key.
    pub key: String,
    /// What is said at its places; `{value}` stands for the value there.
    pub label: String,
    /// The disclosure whose patterns of that stance show it, or the conflict that has such a position, besides its own patterns.
    pub like: Option<String>,
    /// Whether what names no product is said of each of them: who collects nothing collects nothing with an app, either.
    pub whole: bool,
    /// What shows it.
    pub says: Vec<Pattern>,
    /// Those of its patterns that are its own.
    pub own: usize,
}

impl Position {
    /// Its patterns, with its key for their stance.
    pub(in crate::ruleset) fn as_stance(&self) -> impl Iterator<Item = Pattern> {
        self.says.iter().map(|pattern| Pattern { stance: Some(self.key.clone()), ..pattern.clone() })
    }
}

/// Something of which statements can speak.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Thing {
    /// What it is called.
    pub label: String,
    /// What names it.
    pub any: Vec<PhraseId>,
}
