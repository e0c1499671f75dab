//! Whom sections and documents speak to, and what type a document is.

use crate::doc::{Reading, SectionId, SentenceId};
use crate::lexicon::{Analysis, Lexicon, Matcher, Phrase};

use super::language::language_of;
use super::units::Units;

/// What a document is, beyond its structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentFacts {
    /// Its type, such as `policy` or `supplement`.
    pub kind: String,
    /// Its audience.
    pub audience: String,
    /// BCP 47 tag of its language, `und` where unknown.
    pub language: String,
}

/// How many sentences show what a document is.
const OPENING_SENTENCES: usize = 8;

/// Reads phrases against headings and first sentences.
pub(super) struct AudienceReader<'a> {
    pub(super) reading: &'a Reading,
    pub(super) analysis: &'a Analysis,
    pub(super) units: &'a Units,
    pub(super) lexicon: &'a Lexicon,
    pub(super) matcher: Matcher,
}

impl AudienceReader<'_> {
    fn matches(&mut self, sentence: SentenceId, phrases: &[Phrase]) -> bool {
        let (tokens, _) = self.units.tokens(sentence);
        phrases.iter().any(|phrase| self.matcher.find(phrase, self.analysis, tokens, 0).is_some())
    }

    /// Type, audience and language of each document.
    pub(super) fn documents(&mut self) -> Vec<DocumentFacts> {
        let lexicon = self.lexicon;
        (0..self.reading.documents.len())
            .map(|at| {
                let document = &self.reading.documents[at];
                let title = document.title.map(|title| SentenceId::at(self.reading.block(title).sentences.start));
                let openings: Vec<SentenceId> =
                    document.sentences.clone().take(OPENING_SENTENCES).map(SentenceId::at).collect();
                let shows = |reader: &mut Self, titles: &[Phrase], phrases: &[Phrase]| {
                    title.is_some_and(|title| reader.matches(title, titles))
                        || openings.iter().any(|sentence| reader.matches(*sentence, phrases))
                };
                let kind = lexicon.document_types.iter().find(|kind| shows(self, &kind.titles, &kind.openings));
                let audience =
                    lexicon.audiences.iter().find(|audience| shows(self, &audience.headings, &audience.openings));
                DocumentFacts {
                    kind: kind.map_or(Lexicon::POLICY, |kind| &kind.id).to_owned(),
                    audience: audience.map_or(Lexicon::EVERYONE, |audience| &audience.id).to_owned(),
                    language: language_of(self.reading, document),
                }
            })
            .collect()
    }

    /// The audience of each section: what its heading says, else what the one above says, else its document's.
    pub(super) fn sections(&mut self, documents: &[DocumentFacts]) -> Vec<String> {
        let lexicon = self.lexicon;
        let mut audiences: Vec<String> = Vec::with_capacity(self.reading.sections.len());
        for at in 0..self.reading.sections.len() {
            let section = self.reading.section(SectionId::at(at));
            let heading = section.heading.map(|heading| SentenceId::at(self.reading.block(heading).sentences.start));
            let own = heading.and_then(|heading| {
                lexicon.audiences.iter().find(|audience| self.matches(heading, &audience.headings))
            });
            let title = self.reading.documents.get(section.document).and_then(|document| document.title);
            let audience = match own {
                Some(audience) if section.heading != title => audience.id.clone(),
                _ => match section.parent.and_then(|parent| audiences.get(parent.index())) {
                    Some(parent) => parent.clone(),
                    None => documents
                        .get(section.document)
                        .map_or(Lexicon::EVERYONE, |document| &document.audience)
                        .to_owned(),
                },
            };
            audiences.push(audience);
        }
        audiences
    }
}
