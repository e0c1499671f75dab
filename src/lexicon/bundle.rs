//! All that packs say about words, bundled.

use serde::{Deserialize, Serialize};

use super::audience::{Addressing, Audience, AudienceId, Audiences};
use super::company::LegalForm;
use super::ontology::Ontology;
use super::phrase::Phrase;
use super::vocabulary::Vocabulary;

/// The words, terms, audiences and document types of the packs in use.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Lexicon {
    /// Words and word classes.
    pub vocabulary: Vocabulary,
    /// What the words of claims stand for.
    pub ontology: Ontology,
    /// Audiences, in the order in which packs declare them.
    pub audiences: Vec<Audience>,
    /// How texts address them.
    pub addressing: Addressing,
    /// Document types, in the order in which they are tried.
    pub document_types: Vec<DocumentType>,
    /// Legal forms of companies.
    pub legal_forms: Vec<LegalForm>,
}

/// A type of document.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct DocumentType {
    /// Its id, such as `supplement`.
    pub id: String,
    /// Ids that it had before.
    pub aliases: Vec<String>,
    /// Its titles.
    pub titles: Vec<Phrase>,
    /// First sentences that show it.
    pub openings: Vec<Phrase>,
}

impl DocumentType {
    /// A document type without phrases yet.
    pub fn named(id: &str) -> Self {
        Self { id: id.to_owned(), aliases: Vec::new(), titles: Vec::new(), openings: Vec::new() }
    }

    /// Whether it has this id, or had it.
    pub fn is_called(&self, id: &str) -> bool {
        self.id == id || self.aliases.iter().any(|alias| alias == id)
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
            addressing: Addressing::default(),
            document_types: Vec::new(),
            legal_forms: Vec::new(),
        }
    }

    /// The audiences, to ask.
    pub fn audiences(&self) -> Audiences<'_> {
        Audiences(&self.audiences)
    }

    /// An audience; none is everyone.
    pub fn audience(&self, id: AudienceId) -> Option<&Audience> {
        self.audiences.get(id.index())
    }

    /// Gives each audience itself and all that those it includes include, too.
    pub fn close_audiences(&mut self) {
        for at in 0..self.audiences.len() {
            let mut members = vec![AudienceId::at(at)];
            let mut seen = 0;
            while let Some(id) = members.get(seen).copied() {
                seen += 1;
                let includes = self.audiences.get(id.index()).map_or(&[][..], |audience| &audience.members);
                let new: Vec<AudienceId> = includes.iter().copied().filter(|id| !members.contains(id)).collect();
                members.extend(new);
            }
            members.sort_unstable();
            self.audiences[at].members = members;
        }
    }

    /// The ids of all audiences, former ones included.
    pub fn audience_names(&self) -> Vec<String> {
        let named = self.audiences.iter().flat_map(|audience| std::iter::once(&audience.id).chain(&audience.aliases));
        std::iter::once(Self::EVERYONE.to_owned()).chain(named.cloned()).collect()
    }

    /// The id of the document type that is called so or was; the name itself where there is none.
    pub fn document_type<'a>(&'a self, name: &'a str) -> &'a str {
        self.document_types.iter().find(|known| known.is_called(name)).map_or(name, |known| &known.id)
    }

    /// The ids of all document types, former ones included.
    pub fn document_names(&self) -> Vec<String> {
        let named = self.document_types.iter().flat_map(|known| std::iter::once(&known.id).chain(&known.aliases));
        std::iter::once(Self::POLICY.to_owned()).chain(named.cloned()).collect()
    }
}
