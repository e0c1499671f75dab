//! Equal phrases and equal searches, kept once: rules that are like each other look for the same things.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::definition::{PhraseId, Search, SearchId};
use crate::lexicon::{Later, Phrase, PhraseError, Vocabulary};

/// The distinct phrases and searches of a rule set.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Searches {
    phrases: Vec<Later<Phrase>>,
    searches: Vec<Later<Search>>,
}

impl Searches {
    /// The phrase with this id.
    pub(super) fn phrase(&self, id: PhraseId) -> &Phrase {
        &self.phrases[id.0 as usize]
    }

    /// The search with this id.
    pub(super) fn search(&self, id: SearchId) -> &Search {
        &self.searches[id.0 as usize]
    }

    /// How many searches there are.
    pub(super) fn count(&self) -> usize {
        self.searches.len()
    }
}

/// Gives ids while packs are loaded.
#[derive(Debug, Default)]
pub(super) struct Interner {
    kept: Searches,
    phrases: HashMap<String, PhraseId>,
    searches: HashMap<Search, SearchId>,
}

impl Interner {
    /// The phrase that is written so; compiled when it is first met.
    pub(super) fn phrase(&mut self, text: &str, vocabulary: &mut Vocabulary) -> Result<PhraseId, PhraseError> {
        if let Some(id) = self.phrases.get(text) {
            return Ok(*id);
        }
        let phrase = Phrase::compile(text, vocabulary)?;
        let id = PhraseId(number(self.kept.phrases.len()));
        self.kept.phrases.push(Later::from(phrase));
        self.phrases.insert(text.to_owned(), id);
        Ok(id)
    }

    /// The search that looks for just this.
    pub(super) fn search(&mut self, search: Search) -> SearchId {
        if let Some(id) = self.searches.get(&search) {
            return *id;
        }
        let id = SearchId(number(self.kept.searches.len()));
        self.kept.searches.push(Later::from(search.clone()));
        self.searches.insert(search, id);
        id
    }

    /// All that was met.
    pub(super) fn done(self) -> Searches {
        self.kept
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
