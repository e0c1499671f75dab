//! What is looked for in one unit of text, and where.

use serde::{Deserialize, Serialize};

use super::LiteralRegex;

/// A phrase of the rule set. Equal phrases have the same id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PhraseId(pub(in crate::ruleset) u32);

/// A search of the rule set. Equal searches have the same id, so that what many rules look for is looked for once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SearchId(pub(in crate::ruleset) u32);

impl SearchId {
    /// As an index into a list by search.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What is looked for in one unit of text, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Search {
    /// One of these must match.
    pub any: Vec<PhraseId>,
    /// Each of these must match.
    pub all: Vec<PhraseId>,
    /// None of these may match.
    pub none: Vec<PhraseId>,
    /// One of these must match in the unit or one of the two on either side.
    pub near: Vec<PhraseId>,
    /// One of these must match a heading above.
    pub section: Vec<PhraseId>,
    /// None of these may match a heading above.
    pub not_section: Vec<PhraseId>,
    /// What kinds of units it speaks of; all but headings, where empty.
    pub units: Vec<UnitKind>,
    /// One of these must match what introduces the unit: the lead-in of its list or table, the head of its column or row.
    pub lead_in: Vec<PhraseId>,
    /// One of these must match the unit's prose, where its literal stands.
    pub regex: Vec<LiteralRegex>,
    /// What counts as the unit.
    pub scope: Scope,
    /// Whether headings count.
    pub headings: bool,
    /// Whether page furniture counts.
    pub furniture: bool,
    /// Whether expressions are held against the targets of links, too.
    pub targets: bool,
    /// Whether no mark may part the words of a phrase that matches.
    pub unbroken: bool,
}

/// What a pattern is held against.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scope {
    /// A sentence; a list item together with its lead-in.
    #[default]
    Sentence,
    /// All sentences under one heading.
    Section,
    /// All sentences of the document.
    Document,
}

/// A kind of unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum UnitKind {
    /// A sentence of running text.
    Sentence,
    /// A sentence of a list item.
    Item,
    /// A sentence of a table's cell.
    Cell,
}

impl Search {
    /// All its phrases.
    pub fn phrases(&self) -> impl Iterator<Item = PhraseId> + '_ {
        let lists = [&self.any, &self.all, &self.none, &self.near, &self.section, &self.not_section, &self.lead_in];
        lists.into_iter().flatten().copied()
    }

    /// Whether it looks for no words: then it holds for every unit that stands where it says.
    pub fn is_wordless(&self) -> bool {
        self.any.is_empty() && self.all.is_empty() && self.regex.is_empty()
    }
}
