//! Type, audience and language of each document, by its title and its first sentences.

use crate::doc::{Document, SectionId, SentenceId};
use crate::facts::language::{Languages, languages_of};
use crate::lexicon::{AudienceId, AudienceSet, Lexicon};

use super::Addressed;
use super::reader::Reader;

/// What a document is, beyond its structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentFacts {
    /// Its type, such as `policy` or `supplement`.
    pub kind: String,
    /// Its audience in one word: the most general one that fits.
    pub audience: String,
    /// Whom it speaks to.
    pub readers: AudienceSet,
    /// The language that it is in, and those of its passages.
    pub languages: Languages,
}

/// Of the words of an English text the packs have classes for more than this; of those of other languages, for names and loan words.
const LEAST_KNOWN: f64 = 0.35;
/// How many sentences show what a document is.
const OPENING_SENTENCES: usize = 8;

impl Reader<'_> {
    /// Type, audience and language of each document; `given` is its audience where that is known beforehand.
    pub(super) fn documents(&mut self, given: Option<&str>, addressed: &mut Vec<Addressed>) -> Vec<DocumentFacts> {
        let reading = self.reading;
        reading.documents.iter().map(|document| self.document(document, given, addressed)).collect()
    }

    fn document(&mut self, document: &Document, given: Option<&str>, addressed: &mut Vec<Addressed>) -> DocumentFacts {
        let lexicon = self.lexicon;
        let title = document.title.map(|title| SentenceId::at(self.reading.block(title).sentences.start));
        let openings: Vec<SentenceId> =
            document.sentences.clone().take(OPENING_SENTENCES).map(SentenceId::at).collect();
        let kind = lexicon.document_types.iter().find(|kind| {
            title.is_some_and(|title| self.matches(&kind.titles, title))
                || openings.iter().any(|sentence| self.matches(&kind.openings, *sentence))
        });
        let audiences = lexicon.audiences();
        let readers = match given.map(|given| audiences.named(given)) {
            Some(Some(id)) => {
                let mut readers = AudienceSet::default();
                readers.add(id, &lexicon.audiences);
                readers
            }
            _ => self.readers(title, &openings, addressed),
        };
        DocumentFacts {
            kind: kind.map_or(Lexicon::POLICY, |kind| &kind.id).to_owned(),
            audience: given.unwrap_or_else(|| audiences.most_general(&readers)).to_owned(),
            readers,
            languages: self.languages(document),
        }
    }

    /// Its languages. Texts that leave them open are read as if they were in the rules'.
    fn languages(&self, document: &Document) -> Languages {
        languages_of(self.reading, document, self.share_known(document) >= LEAST_KNOWN)
    }

    /// The share of a document's words that the packs have a class for.
    fn share_known(&self, document: &Document) -> f64 {
        let tokens = self.analysis.tokens_in(document.prose);
        let all = tokens.len();
        let known = tokens.filter(|token| !self.analysis.hits(*token).is_empty()).count();
        if all == 0 {
            1.0
        } else {
            f64::from(u32::try_from(known).unwrap_or(u32::MAX)) / f64::from(u32::try_from(all).unwrap_or(u32::MAX))
        }
    }

    /// Whom title and first sentences address. A first sentence under a heading for somebody speaks of that section.
    fn readers(
        &mut self,
        title: Option<SentenceId>,
        openings: &[SentenceId],
        addressed: &mut Vec<Addressed>,
    ) -> AudienceSet {
        let lexicon = self.lexicon;
        let mut readers = AudienceSet::default();
        if let Some(title) = title
            && let Some(spoken) = self.title(title)
        {
            self.note(&spoken, title, addressed);
            readers = spoken.set;
        }
        for sentence in openings {
            for (at, audience) in lexicon.audiences.iter().enumerate() {
                if self.matches(&audience.openings, *sentence) {
                    readers.add(AudienceId::at(at), &lexicon.audiences);
                }
            }
        }
        if !readers.is_everyone() {
            return readers;
        }
        for sentence in openings {
            let section = self.reading.block(self.reading.sentence(*sentence).block).section;
            let tokens = self.tokens(*sentence);
            if self.is_heading(*sentence) || self.find(&lexicon.addressing.not_sentences, tokens).is_some() {
                continue;
            }
            let Some(spoken) = self.spoken(&lexicon.addressing.documents, tokens) else { continue };
            if self.is_under_audience(section, title) {
                continue;
            }
            self.note(&spoken, *sentence, addressed);
            return spoken.set;
        }
        readers
    }

    fn is_heading(&self, sentence: SentenceId) -> bool {
        self.units.unit(sentence).heading
    }

    fn is_under_audience(&mut self, section: SectionId, title: Option<SentenceId>) -> bool {
        let reading = self.reading;
        let headings: Vec<SentenceId> = (reading.section_path(section))
            .filter_map(|section| section.heading)
            .map(|heading| SentenceId::at(reading.block(heading).sentences.start))
            .filter(|heading| Some(*heading) != title)
            .collect();
        headings.into_iter().any(|heading| self.heading(heading).is_some())
    }
}
