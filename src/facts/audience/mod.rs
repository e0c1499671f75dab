//! Whom documents, sections and sentences speak to, and what type a document is.
//!
//! The nearest words that name somebody decide: those of the sentence itself, of the lead-in that it completes, of the label or the head
//! of its row, of the heading, of the headings above, of the document's title and first sentences.

mod documents;
mod limbs;
mod reader;
mod sections;
mod sentences;

use std::collections::BTreeMap;

use crate::doc::{SectionId, SentenceId};
use crate::lexicon::{AudienceId, AudienceSet};
use crate::text::ProseRange;

pub use documents::DocumentFacts;

use limbs::Limb;

pub(super) use reader::Reader;

/// Words that speak to an audience which they name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressed {
    /// Whom they name.
    pub audience: AudienceId,
    /// The sentence or heading.
    pub sentence: SentenceId,
    /// The words.
    pub range: ProseRange,
}

/// Whom the parts of a reading speak to.
#[derive(Debug, Default)]
pub(super) struct Speech {
    /// Each set once; the first is everyone.
    sets: Vec<AudienceSet>,
    numbers: BTreeMap<AudienceSet, u32>,
    /// By section and by sentence, as indices into `sets`.
    sections: Vec<u32>,
    sentences: Vec<u32>,
    /// In reading order.
    limbs: Vec<Limb<u32>>,
    addressed: Vec<Addressed>,
}

impl Speech {
    /// Reads all documents. `given` is the audience of all of them where it is known beforehand.
    pub(super) fn read(reader: &mut Reader<'_>, given: Option<&str>) -> (Vec<DocumentFacts>, Self) {
        let mut speech = Self::default();
        speech.intern(&AudienceSet::default());
        let documents = reader.documents(given, &mut speech.addressed);
        let (sections, own) = reader.sections(&documents, &mut speech.addressed);
        speech.sections = sections.iter().map(|set| speech.intern(set)).collect();
        let (sentences, limbs) = reader.sentences(&sections, &own, &mut speech.addressed);
        let of_section: Vec<u32> = reader.sections_of_sentences().map(|section| speech.of(section)).collect();
        let own = sentences.into_iter().zip(of_section);
        speech.sentences = own.map(|(own, section)| own.map_or(section, |set| speech.intern(&set))).collect();
        for Limb { sentence, start, readers } in limbs {
            let readers = speech.intern(&readers);
            speech.limbs.push(Limb { sentence, start, readers });
        }
        speech.addressed.sort_by_key(|addressed| (addressed.sentence, addressed.range, addressed.audience));
        (documents, speech)
    }

    fn intern(&mut self, set: &AudienceSet) -> u32 {
        if let Some(number) = self.numbers.get(set) {
            return *number;
        }
        let number = u32::try_from(self.sets.len()).unwrap_or(0);
        self.sets.push(set.clone());
        self.numbers.insert(set.clone(), number);
        number
    }

    fn of(&self, section: SectionId) -> u32 {
        self.sections.get(section.index()).copied().unwrap_or(0)
    }

    /// Whom a section speaks to.
    pub(super) fn section(&self, section: SectionId) -> &AudienceSet {
        &self.sets[self.of(section) as usize]
    }

    /// The limbs of a sentence that speak to others than its beginning.
    fn limbs(&self, sentence: SentenceId) -> &[Limb<u32>] {
        let start = self.limbs.partition_point(|limb| limb.sentence < sentence);
        let end = self.limbs.partition_point(|limb| limb.sentence <= sentence);
        &self.limbs[start..end]
    }

    /// Where the limbs of a sentence begin that speak to others than its beginning.
    pub(super) fn limb_starts(&self, sentence: SentenceId) -> impl Iterator<Item = usize> {
        self.limbs(sentence).iter().map(|limb| limb.start)
    }

    /// Whom the words of a sentence speak to that end at a place.
    pub(super) fn at(&self, sentence: SentenceId, end: usize) -> &AudienceSet {
        match self.limbs(sentence).iter().rev().find(|limb| limb.start < end) {
            Some(limb) => &self.sets[limb.readers as usize],
            None => self.sentence(sentence),
        }
    }

    /// Whom a sentence speaks to.
    pub(super) fn sentence(&self, sentence: SentenceId) -> &AudienceSet {
        &self.sets[self.sentences.get(sentence.index()).copied().unwrap_or(0) as usize]
    }

    /// All words that speak to an audience which they name, in reading order.
    pub(super) fn addressed(&self) -> &[Addressed] {
        &self.addressed
    }
}
