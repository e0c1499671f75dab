//! What a document says, as located facts. Knows no rule and no severity.

mod audience;
pub mod claims;
pub mod company;
pub mod contact;
pub mod date;
pub mod duplicate;
mod language;
mod near;
pub mod period;
pub mod readability;
pub mod reference;
pub mod slip;
pub mod structure;
pub mod terms;
mod units;
mod values;

use std::cell::OnceCell;

use crate::doc::{Reading, SectionId, SentenceId};
use crate::lexicon::{Analysis, AudienceSet, Lexicon, Matcher};
use crate::text::{ProseRange, SourceText};

use company::Company;
use contact::email::Email;
use contact::phone::Phone;
use contact::postal::PostalAddress;
use contact::web::WebAddress;
use date::WrittenDate;
use duplicate::{Duplicate, DuplicateKind};
use period::Period;
use slip::Slip;
use terms::Terms;

pub use audience::{Addressed, DocumentFacts};
pub use language::{Languages, language_of_words, languages_of};
pub use units::{Unit, Units, lead_chain};

/// The facts of one source, gathered once and shared by all rules.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The source as read.
    pub reading: &'a Reading,
    lexicon: &'a Lexicon,
    /// Its words.
    pub analysis: Analysis,
    /// What phrases are held against.
    pub units: Units,
    /// Type, audience and language of each document.
    pub documents: Vec<DocumentFacts>,
    speech: audience::Speech,
    emails: OnceCell<Vec<Email>>,
    phones: OnceCell<Vec<Phone>>,
    web_addresses: OnceCell<Vec<WebAddress>>,
    postal_addresses: OnceCell<Vec<PostalAddress>>,
    companies: OnceCell<Vec<Company>>,
    dates: OnceCell<Vec<WrittenDate>>,
    duplicates: [OnceCell<Vec<Duplicate>>; DuplicateKind::ALL.len()],
    slips: OnceCell<Vec<Slip>>,
    terms: OnceCell<Terms>,
    periods: OnceCell<Vec<Period>>,
}

impl<'a> Facts<'a> {
    /// Gathers the facts of `reading` in the words of `lexicon`. Linear in the reading.
    pub fn new(reading: &'a Reading, lexicon: &'a Lexicon) -> Self {
        Self::for_audience(reading, lexicon, None)
    }

    /// The same, where it is known beforehand whom all documents speak to.
    pub fn for_audience(reading: &'a Reading, lexicon: &'a Lexicon, audience: Option<&str>) -> Self {
        let analysis = Analysis::new(reading.prose.text(), &lexicon.vocabulary);
        let units = Units::new(reading, &analysis);
        let mut reader =
            audience::Reader { reading, analysis: &analysis, units: &units, lexicon, matcher: Matcher::default() };
        let (documents, speech) = audience::Speech::read(&mut reader, audience);
        Self {
            reading,
            lexicon,
            analysis,
            units,
            documents,
            speech,
            emails: OnceCell::new(),
            phones: OnceCell::new(),
            web_addresses: OnceCell::new(),
            postal_addresses: OnceCell::new(),
            companies: OnceCell::new(),
            dates: OnceCell::new(),
            duplicates: std::array::from_fn(|_| OnceCell::new()),
            slips: OnceCell::new(),
            terms: OnceCell::new(),
            periods: OnceCell::new(),
        }
    }

    /// The addresses of e-mail, found when first asked for.
    pub fn emails(&self) -> &[Email] {
        self.emails.get_or_init(|| contact::email::emails(self.reading, &self.lexicon.vocabulary))
    }

    /// Telephone numbers, found when first asked for.
    pub fn phones(&self) -> &[Phone] {
        self.phones.get_or_init(|| contact::phone::phones(self.reading))
    }

    /// Web addresses in the words, found when first asked for.
    pub fn web_addresses(&self) -> &[WebAddress] {
        self.web_addresses.get_or_init(|| contact::web::web_addresses(self.reading))
    }

    /// Postal addresses, found when first asked for.
    pub fn postal_addresses(&self) -> &[PostalAddress] {
        self.postal_addresses.get_or_init(|| contact::postal::postal_addresses(self.reading))
    }

    /// Companies with their legal forms, found when first asked for.
    pub fn companies(&self) -> &[Company] {
        self.companies.get_or_init(|| company::companies(self.reading, &self.lexicon.legal_forms))
    }

    /// Dates, found when first asked for.
    pub fn dates(&self) -> &[WrittenDate] {
        self.dates.get_or_init(|| date::dates(self.reading))
    }

    /// What of a kind it says twice, found when first asked for.
    pub fn duplicates(&self, kind: DuplicateKind) -> &[Duplicate] {
        self.duplicates[kind as usize].get_or_init(|| duplicate::duplicates(self, kind))
    }

    /// Slips of the pen and of machines, found when first asked for; `source` is the text that was read.
    pub fn slips(&self, source: &SourceText) -> &[Slip] {
        self.slips.get_or_init(|| slip::slips(self, source))
    }

    /// The names that it gives to things, read when first asked for.
    pub fn terms(&self) -> &Terms {
        self.terms.get_or_init(|| terms::terms(self))
    }

    /// Periods of time, found when first asked for.
    pub fn periods(&self) -> &[Period] {
        self.periods.get_or_init(|| period::periods(self.reading, &self.analysis))
    }

    /// Whom a sentence speaks to; of a heading, its section.
    pub fn audience(&self, sentence: SentenceId) -> &AudienceSet {
        self.speech.sentence(sentence)
    }

    /// Whom some words of a sentence speak to, by the limb in which they end.
    pub fn audience_of(&self, sentence: SentenceId, words: ProseRange) -> &AudienceSet {
        self.speech.at(sentence, words.end())
    }

    /// Where the limbs of a sentence begin that speak to others than its beginning.
    pub fn limb_starts(&self, sentence: SentenceId) -> impl Iterator<Item = usize> {
        self.speech.limb_starts(sentence)
    }

    /// Whom a section speaks to.
    pub fn section_audience(&self, section: SectionId) -> &AudienceSet {
        self.speech.section(section)
    }

    /// All words that speak to an audience which they name, in reading order.
    pub fn addressed(&self) -> &[Addressed] {
        self.speech.addressed()
    }

    /// The document that holds a sentence.
    pub fn document_of(&self, sentence: SentenceId) -> usize {
        let at = sentence.index();
        self.reading.documents.partition_point(|document| document.sentences.end <= at)
    }
}
