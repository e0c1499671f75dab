//! What a document says, as located facts. Knows no rule and no severity.

mod audience;
pub mod claims;
pub mod contact;
mod language;
mod units;

use std::cell::OnceCell;

use crate::doc::{Reading, SectionId, SentenceId};
use crate::lexicon::{Analysis, Lexicon, Matcher};

use contact::email::Email;

pub use audience::DocumentFacts;
pub use units::{Unit, Units};

/// The facts of one source, gathered once and shared by all rules.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The source as read.
    pub reading: &'a Reading,
    /// Its words.
    pub analysis: Analysis,
    /// What phrases are held against.
    pub units: Units,
    /// Type, audience and language of each document.
    pub documents: Vec<DocumentFacts>,
    section_audiences: Vec<String>,
    emails: OnceCell<Vec<Email>>,
}

impl<'a> Facts<'a> {
    /// Gathers the facts of `reading` in the words of `lexicon`. Linear in the reading.
    pub fn new(reading: &'a Reading, lexicon: &Lexicon) -> Self {
        let analysis = Analysis::new(reading.prose.text(), &lexicon.vocabulary);
        let units = Units::new(reading, &analysis);
        let mut reader = audience::AudienceReader {
            reading,
            analysis: &analysis,
            units: &units,
            lexicon,
            matcher: Matcher::default(),
        };
        let documents = reader.documents();
        let section_audiences = reader.sections(&documents);
        Self { reading, analysis, units, documents, section_audiences, emails: OnceCell::new() }
    }

    /// The addresses of e-mail, found when first asked for.
    pub fn emails(&self) -> &[Email] {
        self.emails.get_or_init(|| contact::email::emails(self.reading))
    }

    /// Whom the section of a sentence speaks to.
    pub fn audience(&self, sentence: SentenceId) -> &str {
        let block = self.reading.block(self.reading.sentence(sentence).block);
        self.section_audience(block.section)
    }

    /// Whom a section speaks to.
    pub fn section_audience(&self, section: SectionId) -> &str {
        self.section_audiences.get(section.index()).map_or(Lexicon::EVERYONE, String::as_str)
    }

    /// The document that holds a sentence.
    pub fn document_of(&self, sentence: SentenceId) -> usize {
        let at = sentence.index();
        self.reading.documents.partition_point(|document| document.sentences.end <= at)
    }
}
