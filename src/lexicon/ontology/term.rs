//! Terms: what claims are about.

use serde::{Deserialize, Serialize};

use crate::lexicon::vocabulary::ClassId;

/// A term of the ontology.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TermId(pub(super) u16);

impl TermId {
    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Which slot of a claim a term fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TermKind {
    /// A type of data.
    Data,
    /// A tracking mechanism, such as a cookie.
    Mechanism,
    /// A browser's signal, such as Do Not Track.
    Signal,
    /// Who receives or acts, other than the first party.
    Recipient,
    /// What for.
    Purpose,
    /// Where: the site, an app, a newsletter.
    Product,
    /// About whom, where it is not everyone.
    Audience,
}

impl TermKind {
    /// All kinds, in the order in which their terms are numbered.
    pub const ALL: [Self; 7] =
        [Self::Data, Self::Mechanism, Self::Signal, Self::Recipient, Self::Purpose, Self::Product, Self::Audience];

    /// Its name, which is also its table in ontology files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Mechanism => "mechanism",
            Self::Signal => "signal",
            Self::Recipient => "recipient",
            Self::Purpose => "purpose",
            Self::Product => "product",
            Self::Audience => "audience",
        }
    }

    /// Whether a term of this kind is what an action is done to.
    pub fn is_object(self) -> bool {
        matches!(self, Self::Data | Self::Mechanism | Self::Signal)
    }

    /// Whether the same words may stand for terms of both kinds: a slot decides which is meant.
    pub(super) fn shares_forms(self, other: Self) -> bool {
        self != other && !(self.is_object() && other.is_object())
    }
}

/// A term, checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Its id in files and output.
    pub id: String,
    /// Which slot it fills.
    pub kind: TermKind,
    /// How a sentence of ours calls it.
    pub name: String,
    /// The class of its written forms.
    pub class: ClassId,
    /// What it strictly is: every one of it is one of these, in ordinary and in legal reading.
    pub is_a: Vec<TermId>,
    /// What law or some policies take it for and others don't. Proves nothing.
    pub may_be: Vec<TermId>,
    /// The purpose whose mere pursuit makes its broader term this one: a cookie for advertising is an advertising cookie.
    pub made_by: Option<TermId>,
    /// Classes of the law that it falls in, such as `ccpa-a` or `gdpr-9`.
    pub tags: Vec<String>,
}
