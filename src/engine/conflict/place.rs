//! Of which products a sentence speaks: what is said of the app is not said of the site.

use crate::doc::{Reading, SentenceId};
use crate::lexicon::{Analysis, Lexicon, Meaning, TermId, TermKind};
use crate::text::ProseRange;

/// Words before a product's name that show that it is one, not a verb such as "store" or a part of another name.
const BEFORE: [&str; 10] = ["our", "the", "this", "that", "your", "a", "an", "each", "its", "through"];

/// Finds the products of sentences.
pub(super) struct Places<'a> {
    reading: &'a Reading,
    analysis: &'a Analysis,
    lexicon: &'a Lexicon,
    /// What stands for all that the drafter offers, and what is a means of contact as often as a product.
    general: Vec<TermId>,
}

impl<'a> Places<'a> {
    pub(super) fn new(reading: &'a Reading, analysis: &'a Analysis, lexicon: &'a Lexicon) -> Self {
        let general = ["service", "website", "infrastructure", "email"];
        let general = general.iter().filter_map(|id| lexicon.ontology.find(id)).collect();
        Self { reading, analysis, lexicon, general }
    }

    /// The products that a sentence names, else those that the nearest heading with any names, in order.
    pub(super) fn of(&self, sentence: SentenceId) -> Vec<TermId> {
        let own = self.named(self.reading.sentence(sentence).prose, false);
        if !own.is_empty() {
            return own;
        }
        let section = self.reading.block(self.reading.sentence(sentence).block).section;
        let headings = self.reading.section_path(section).filter_map(|section| section.heading);
        let mut named = headings.map(|heading| self.named(self.reading.block(heading).prose, true));
        named.find(|products| !products.is_empty()).unwrap_or_default()
    }

    fn named(&self, prose: ProseRange, heading: bool) -> Vec<TermId> {
        let mut found = Vec::new();
        for token in self.analysis.tokens_in(prose) {
            let (product, length) = match self.product_at(token) {
                Some(named) => named,
                None => continue,
            };
            let opened = || {
                let before = token.checked_sub(1).map(|before| self.word(before)).unwrap_or_default();
                BEFORE.contains(&before.as_str())
            };
            if (heading || length > 1 || opened()) && !self.general.contains(&product) {
                found.push(product);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn product_at(&self, token: usize) -> Option<(TermId, u8)> {
        let ontology = &self.lexicon.ontology;
        let hits = self.analysis.hits(token).iter().filter_map(|hit| match ontology.meaning(hit.class) {
            Some(Meaning::Term(id)) if ontology.term(id).kind == TermKind::Product => Some((id, hit.length)),
            _ => None,
        });
        hits.max_by_key(|(_, length)| *length)
    }

    fn word(&self, token: usize) -> String {
        self.reading.words(self.analysis.tokens()[token].range).to_lowercase()
    }
}
