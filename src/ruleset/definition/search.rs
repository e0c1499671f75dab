//! What is looked for in one unit of text, and where.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

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

/// A regular expression behind a literal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LiteralRegex {
    /// The expression; matched on prose, case-insensitively.
    pub pattern: String,
    /// Lower-case text without which the expression is not tried.
    pub literal: String,
    /// What whatever matches holds, all of it.
    pub required: Vec<Required>,
    /// The expression made ready, once it was asked for.
    #[serde(skip)]
    pub(in crate::ruleset) ready: Ready,
}

/// Texts one of which stands in whatever an expression matches.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Required {
    /// Texts in lower case, right behind one of which it stands; none where anything may stand before it.
    pub before: Vec<String>,
    /// The texts, in lower case.
    pub texts: Vec<String>,
}

/// What an expression is made into when it is first tried. All of them are alike: they follow from the expression.
#[derive(Debug, Default)]
pub(in crate::ruleset) struct Ready(OnceLock<Option<Regex>>);

impl Clone for Ready {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Ready {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Ready {}

impl Hash for Ready {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// The largest expression, in bytes of its program.
const LARGEST: usize = 1 << 20;

impl LiteralRegex {
    /// The expression; `None` where it is too large.
    pub fn regex(&self) -> Option<&Regex> {
        let build = || RegexBuilder::new(&self.pattern).case_insensitive(true).size_limit(LARGEST).build().ok();
        self.ready.0.get_or_init(build).as_ref()
    }
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
