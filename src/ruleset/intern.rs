//! Equal phrases and equal searches, kept once: rules that are like each other look for the same things.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::definition::{PhraseId, Search, SearchId};
use crate::lexicon::{Phrase, PhraseError, Shelf, Vocabulary};

/// The distinct phrases and searches of a rule set.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Searches {
    phrases: Shelf<Phrase>,
    searches: Shelf<Search>,
}

impl Searches {
    /// The phrase with this id.
    pub(super) fn phrase(&self, id: PhraseId) -> &Phrase {
        self.phrases.get(id.0 as usize)
    }

    /// The search with this id.
    pub(super) fn search(&self, id: SearchId) -> &Search {
        self.searches.get(id.0 as usize)
    }

    /// How many searches there are.
    pub(super) fn count(&self) -> usize {
        self.searches.len()
    }
}

/// Gives ids while packs are loaded.
#[derive(Debug, Default)]
pub(super) struct Interner {
    phrases: Vec<Phrase>,
    phrase_ids: HashMap<String, PhraseId>,
    searches: Vec<Search>,
    search_ids: HashMap<Search, SearchId>,
}

impl Interner {
    /// The phrase that is written so; compiled when it is first met.
    pub(super) fn phrase(&mut self, text: &str, vocabulary: &mut Vocabulary) -> Result<PhraseId, PhraseError> {
        if let Some(id) = self.phrase_ids.get(text) {
            return Ok(*id);
        }
        let phrase = Phrase::compile(text, vocabulary)?;
        let id = PhraseId(number(self.phrases.len()));
        self.phrases.push(phrase);
        self.phrase_ids.insert(text.to_owned(), id);
        Ok(id)
    }

    /// The search that looks for just this.
    pub(super) fn search(&mut self, search: Search) -> SearchId {
        if let Some(id) = self.search_ids.get(&search) {
            return *id;
        }
        let id = SearchId(number(self.searches.len()));
        self.searches.push(search.clone());
        self.search_ids.insert(search, id);
        id
    }

    /// All that was met.
    pub(super) fn done(self) -> Searches {
        Searches { phrases: Shelf::from(self.phrases), searches: Shelf::from(self.searches) }
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
