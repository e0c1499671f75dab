//! All that packs say about words, bundled.

use serde::{Deserialize, Serialize};

use super::ontology::Ontology;
use super::phrase::Phrase;
use super::vocabulary::Vocabulary;

/// The words, terms, audiences and document types of the packs in use.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Lexicon {
    /// Words and word classes.
    pub vocabulary: Vocabulary,
    /// What the words of claims stand for.
    pub ontology: Ontology,
    /// Audiences, in the order in which they are tried.
    pub audiences: Vec<Audience>,
    /// Document types, in the order in which they are tried.
    pub document_types: Vec<DocumentType>,
}

/// Whom a section or a whole document speaks to.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Audience {
    /// Its id, such as `california`.
    pub id: String,
    /// Headings of its sections.
    pub headings: Vec<Phrase>,
    /// First sentences that address a whole document to it.
    pub openings: Vec<Phrase>,
}

/// A type of document.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DocumentType {
    /// Its id, such as `supplement`.
    pub id: String,
    /// Its titles.
    pub titles: Vec<Phrase>,
    /// First sentences that show it.
    pub openings: Vec<Phrase>,
}

impl Audience {
    /// An audience without phrases yet.
    pub fn named(id: &str) -> Self {
        Self { id: id.to_owned(), headings: Vec::new(), openings: Vec::new() }
    }
}

impl DocumentType {
    /// A document type without phrases yet.
    pub fn named(id: &str) -> Self {
        Self { id: id.to_owned(), titles: Vec::new(), openings: Vec::new() }
    }
}

impl Lexicon {
    /// The audience of what speaks to nobody in particular.
    pub const EVERYONE: &'static str = "everyone";
    /// The type of a document that shows no other.
    pub const POLICY: &'static str = "policy";

    /// An empty lexicon.
    pub fn new() -> Self {
        Self {
            vocabulary: Vocabulary::new(),
            ontology: Ontology::default(),
            audiences: Vec::new(),
            document_types: Vec::new(),
        }
    }

    /// The ids of all audiences.
    pub fn audience_names(&self) -> Vec<String> {
        let named = self.audiences.iter().map(|audience| audience.id.clone());
        std::iter::once(Self::EVERYONE.to_owned()).chain(named).collect()
    }

    /// The ids of all document types.
    pub fn document_names(&self) -> Vec<String> {
        let named = self.document_types.iter().map(|document| document.id.clone());
        std::iter::once(Self::POLICY.to_owned()).chain(named).collect()
    }
}
