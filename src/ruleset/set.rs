//! A checked, immutable set of rules.

use serde::{Deserialize, Serialize};

use super::definition::{Pack, Pattern, PhraseId, Rule, Search, SearchId};
use super::intern::Searches;
use crate::lexicon::{Lexicon, Phrase};

/// Rules, packs and words, ready to run; built once, shared by all threads.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct RuleSet {
    lexicon: Lexicon,
    packs: Vec<Pack>,
    rules: Vec<Rule>,
    searches: Searches,
}

impl RuleSet {
    pub(super) fn new(lexicon: Lexicon, packs: Vec<Pack>, rules: Vec<Rule>, searches: Searches) -> Self {
        Self { lexicon, packs, rules, searches }
    }

    /// Words, audiences, document types.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// All packs.
    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// All rules, in order of id.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rule with this id, or with this alias.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        let named =
            self.rules.binary_search_by(|rule| rule.id.0.as_str().cmp(id)).ok().and_then(|at| self.rules.get(at));
        named.or_else(|| self.rules.iter().find(|rule| rule.aliases.iter().any(|alias| alias == id)))
    }

    /// The rule that this one takes after, and so on to the one that takes after none; the rule itself where there is none.
    pub fn root<'r>(&'r self, rule: &'r Rule) -> &'r Rule {
        let mut root = rule;
        // Loading refused circles.
        while let Some(parent) = root.like.as_deref().and_then(|like| self.rule(like)) {
            root = parent;
        }
        root
    }

    /// The pack with this id.
    pub fn pack(&self, id: &str) -> Option<&Pack> {
        self.packs.iter().find(|pack| pack.id == id)
    }

    /// The phrase with this id.
    pub fn phrase(&self, id: PhraseId) -> &Phrase {
        self.searches.phrase(id)
    }

    /// The search with this id.
    pub fn search(&self, id: SearchId) -> &Search {
        self.searches.search(id)
    }

    /// How many distinct searches there are; their ids as indices lie below.
    pub fn search_count(&self) -> usize {
        self.searches.count()
    }

    /// All phrases of some patterns.
    pub fn phrases<'p>(&self, patterns: impl IntoIterator<Item = &'p Pattern>) -> Vec<PhraseId> {
        patterns.into_iter().flat_map(|pattern| self.search(pattern.search).phrases()).collect()
    }

    /// The prepared form that the build keeps.
    ///
    /// # Errors
    /// Where the form cannot be written, which only a defect of a type's serialisation can cause.
    pub fn to_image(&self) -> Result<Vec<u8>, postcard::Error> {
        postcard::to_allocvec(self)
    }

    /// Reads the prepared form back; parts of it only once they are asked for.
    ///
    /// # Errors
    /// Where the bytes are not what [`RuleSet::to_image`] wrote with this version of the types.
    pub fn from_image(image: &'static [u8]) -> Result<Self, postcard::Error> {
        postcard::from_bytes(image)
    }
}
