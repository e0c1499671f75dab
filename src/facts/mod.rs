//! What a document says, as located facts. Knows no rule and no severity.

mod audience;
pub mod claims;
pub mod contact;
pub mod date;
mod language;
mod units;
mod values;

use std::cell::OnceCell;

use crate::doc::{Reading, SectionId, SentenceId};
use crate::lexicon::{Analysis, Lexicon, Matcher};

use contact::email::Email;
use contact::phone::Phone;
use contact::web::WebAddress;
use date::WrittenDate;

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
    phones: OnceCell<Vec<Phone>>,
    web_addresses: OnceCell<Vec<WebAddress>>,
    dates: OnceCell<Vec<WrittenDate>>,
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
        Self {
            reading,
            analysis,
            units,
            documents,
            section_audiences,
            emails: OnceCell::new(),
            phones: OnceCell::new(),
            web_addresses: OnceCell::new(),
            dates: OnceCell::new(),
        }
    }

    /// The addresses of e-mail, found when first asked for.
    pub fn emails(&self) -> &[Email] {
        self.emails.get_or_init(|| contact::email::emails(self.reading))
    }

    /// Telephone numbers, found when first asked for.
    pub fn phones(&self) -> &[Phone] {
        self.phones.get_or_init(|| contact::phone::phones(self.reading))
    }

    /// Web addresses in the words, found when first asked for.
    pub fn web_addresses(&self) -> &[WebAddress] {
        self.web_addresses.get_or_init(|| contact::web::web_addresses(self.reading))
    }

    /// Dates, found when first asked for.
    pub fn dates(&self) -> &[WrittenDate] {
        self.dates.get_or_init(|| date::dates(self.reading))
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
