//! Of which products a sentence speaks: what is said of the app is not said of the site.

use crate::doc::{Reading, SentenceId};
use crate::lexicon::{Analysis, Lexicon, Meaning, TermId, TermKind};
use crate::text::ProseRange;

/// Words before a product's name that show that it is one, not a verb such as "store" or a part of another name.
const BEFORE: [&str; 10] = ["our", "the", "this", "that", "your", "a", "an", "each", "its", "through"];

/// Words before a product's name that show that it is a verb.
const VERBAL: [&str; 9] = ["we", "do", "you", "to", "and", "not", "may", "will", "us"];

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
        let own = self.named(self.reading.sentence(sentence).prose);
        if !own.is_empty() {
            return own;
        }
        let section = self.reading.block(self.reading.sentence(sentence).block).section;
        let headings = self.reading.section_path(section).filter_map(|section| section.heading);
        let named = headings.map(|heading| self.named_by_heading(self.reading.block(heading).prose));
        named.flatten().next().unwrap_or_default()
    }

    /// Whether neither the sentence nor a heading above it names a product, the site included.
    pub(super) fn is_wide(&self, sentence: SentenceId) -> bool {
        let service = self.lexicon.ontology.find("service");
        let names = |prose: ProseRange| {
            self.products_in(prose).any(|(token, product, length)| {
                let opened = length > 1 || self.opened(token);
                opened && Some(product) != service
            })
        };
        let section = self.reading.block(self.reading.sentence(sentence).block).section;
        let mut headings = self.reading.section_path(section).filter_map(|section| section.heading);
        !names(self.reading.sentence(sentence).prose)
            && !headings.any(|heading| names(self.reading.block(heading).prose))
    }

    /// Whether a word before it shows that a product's name is one.
    fn opened(&self, token: usize) -> bool {
        let before = token.checked_sub(1).map(|before| self.word(before)).unwrap_or_default();
        BEFORE.contains(&before.as_str())
    }

    /// The products in the words of a sentence.
    fn named(&self, prose: ProseRange) -> Vec<TermId> {
        let found = self.products_in(prose).filter(|(token, _, length)| *length > 1 || self.opened(*token));
        sorted(found.map(|(_, product, _)| product).filter(|product| !self.general.contains(product)))
    }

    /// The products that a heading names; none where it names the site or the service beside them: "our website, blog and app". `None`
    /// where it names nothing of the kind.
    fn named_by_heading(&self, prose: ProseRange) -> Option<Vec<TermId>> {
        // "Where do we store your data?": no store.
        let verbal = |token: usize| {
            let before = token.checked_sub(1).map(|before| self.word(before)).unwrap_or_default();
            VERBAL.contains(&before.as_str())
        };
        let named = self.products_in(prose).filter(|(token, _, length)| *length > 1 || !verbal(*token));
        let all = sorted(named.map(|(_, product, _)| product));
        let whole = all.iter().any(|product| self.general.contains(product));
        (!all.is_empty()).then_some(if whole { Vec::new() } else { all })
    }

    fn products_in(&self, prose: ProseRange) -> impl Iterator<Item = (usize, TermId, u8)> {
        self.analysis.tokens_in(prose).filter_map(|token| {
            let (product, length) = self.product_at(token)?;
            Some((token, product, length))
        })
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

fn sorted(products: impl Iterator<Item = TermId>) -> Vec<TermId> {
    let mut products: Vec<TermId> = products.collect();
    products.sort_unstable();
    products.dedup();
    products
}
