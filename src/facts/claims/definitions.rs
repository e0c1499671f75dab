//! What a document gives a meaning of its own: `"Sensitive Data" means passwords`. Whoever denies something of it may deny less than the
//! words say.

use std::collections::BTreeMap;

use crate::lexicon::{Cue, Punctuation, TermId, TermKind};
use crate::text::ProseRange;

use super::words::{Run, Words};

/// The longest term that a definition is read for, in words.
const LONGEST_TERM: u32 = 6;

/// Terms with a meaning of the document's own, and where it is given.
#[derive(Debug, Default)]
pub(super) struct Definitions {
    places: BTreeMap<TermId, ProseRange>,
    products: usize,
}

impl Definitions {
    /// Finds the definitions. Linear in the words.
    pub(super) fn find(words: &Words<'_>) -> Self {
        let mut definitions = Self::default();
        let count = u32::try_from(words.analysis.tokens().len()).unwrap_or(u32::MAX);
        let quoted = |at: u32| at < count && words.before(at).intersects(Punctuation::QUOTE);
        for start in (0..count).filter(|at| quoted(*at)) {
            let Some(end) = (start + 1..count.min(start + 1 + LONGEST_TERM)).find(|at| quoted(*at)) else { continue };
            if !words.cues(end).has(Cue::Define) {
                continue;
            }
            let tokens: Vec<u32> = (start..end).collect();
            let run = Run { words, tokens: &tokens };
            let named = run.term(0, |kind| kind.is_object() || kind == TermKind::Product);
            if let Some((term, _)) = named.filter(|(_, length)| *length == tokens.len()) {
                definitions.products += usize::from(words.ontology.term(term).kind == TermKind::Product);
                definitions.places.insert(term, run.range(0, run.len()));
            }
        }
        definitions
    }

    /// Where something is given another meaning than it usually has. What personal information is, every policy says for itself.
    pub(super) fn of_object(&self, words: &Words<'_>, term: TermId) -> Option<ProseRange> {
        let plain = matches!(words.ontology.term(term).id.as_str(), "information" | "personal_information");
        self.places.get(&term).copied().filter(|_| !plain)
    }

    /// Where a product is told apart from another.
    pub(super) fn of_product(&self, product: TermId) -> Option<ProseRange> {
        self.places.get(&product).copied().filter(|_| self.products > 1)
    }
}
