//! A claim: one statement about practice, with its slots.

use crate::doc::{BlockId, SentenceId};
use crate::lexicon::{Action, TermId};
use crate::text::ProseRange;

/// A slot of a claim. What is unknown proves nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Slot<T> {
    /// The clause says nothing of it.
    Absent,
    /// The clause says something of it that was not understood, at these words where they are known.
    Unknown(Option<ProseRange>),
    /// What the clause says, and where.
    Known(T, ProseRange),
}

impl<T> Slot<T> {
    /// What is known.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value, _) => Some(value),
            Self::Absent | Self::Unknown(_) => None,
        }
    }

    /// Where it stands.
    pub fn range(&self) -> Option<ProseRange> {
        match self {
            Self::Known(_, range) => Some(*range),
            Self::Unknown(range) => *range,
            Self::Absent => None,
        }
    }

    /// Whether the clause says nothing of it.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether it was not understood.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown(_))
    }
}

/// How a clause stands. Only what is asserted or presupposed enters a proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// The drafter says so.
    Asserted,
    /// The clause takes it for granted: "the cookies that we use".
    Presupposed,
    /// It can only be said if it is so: "update your personal information".
    Implied,
    /// It stands inside a condition, or would or might be so.
    Hypothetical,
    /// It is told, asked for or explained, not said: "how we use", "the right to ask that we".
    Reported,
    /// A question.
    Question,
    /// A heading.
    Heading,
}

/// Whether a practice is affirmed or denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// It happens.
    Positive,
    /// It doesn't.
    Negative,
}

/// How firmly it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Modality {
    /// "we use", "we will use".
    Plain,
    /// "we may use", "you can refuse".
    Possible,
}

/// Who does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Actor {
    /// The drafter.
    FirstParty,
    /// A site or product of the drafter's, named as what acts.
    Site,
    /// Somebody else.
    Party(TermId),
    /// The reader.
    User,
    /// Whoever it may be: "no cookies are set".
    Anyone,
    /// A passive that names nobody: "cookies are set".
    Unnamed,
}

/// How much of an object a clause speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quantity {
    /// "cookies".
    Bare,
    /// "any cookies", "all cookies".
    Every,
    /// "some cookies", "other cookies".
    Some,
    /// "only session cookies".
    Only,
    /// "these cookies": which ones stands elsewhere.
    Pointed,
}

/// What it is done to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Object {
    /// It is each of these: a third-party advertising cookie is both. Empty where its head is unknown.
    pub terms: Vec<TermId>,
    /// How much of it.
    pub quantity: Quantity,
    /// Whether words stand before the head that the lexicon doesn't know: "delicious cookies".
    pub narrowed: bool,
    /// Its words.
    pub range: ProseRange,
}

/// When.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Time {
    /// "currently".
    Present,
    /// "we used".
    Past,
    /// "in the future".
    Future,
    /// "in the last twelve months".
    LastYear,
    /// "never": then and now.
    Ever,
}

/// Under which condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Condition {
    /// Whenever a product is used: "when you visit our site".
    Visit,
    /// On an occasion in the ordinary course: "when you fill in a form".
    Occasion,
    /// In a case that need not arise: "if you apply for a job".
    Case,
    /// Before any consent could be given: "as soon as you arrive".
    BeforeConsent,
}

/// What a denial leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Exception {
    /// What the reader consents to: "without your consent".
    Consent,
    /// Some objects: "no cookies other than session cookies".
    Objects(Vec<Object>),
}

/// One statement about practice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Which document of the source, from 0.
    pub document: usize,
    /// The block it stands in.
    pub block: BlockId,
    /// The sentence it stands in.
    pub sentence: SentenceId,
    /// The lead-in that the sentence completes to say so.
    pub completes: Option<SentenceId>,
    /// The words of its clause; of an item, the item's.
    pub clause: ProseRange,
    /// How it stands.
    pub status: Status,
    /// Affirmed or denied.
    pub polarity: Polarity,
    /// How firmly.
    pub modality: Modality,
    /// Who; never absent.
    pub actor: Slot<Actor>,
    /// Does what.
    pub action: Action,
    /// The verb's words.
    pub verb: ProseRange,
    /// To what; empty where the clause names nothing that the ontology knows.
    pub objects: Vec<Object>,
    /// Handing to whom.
    pub recipients: Slot<Vec<TermId>>,
    /// What for.
    pub purposes: Slot<Vec<TermId>>,
    /// About whom: the id of an audience. Absent means everyone.
    pub audience: Slot<String>,
    /// Where: a term of kind product. Absent means wherever the document speaks of.
    pub product: Slot<TermId>,
    /// When. Absent means always, or wont.
    pub time: Slot<Time>,
    /// Under which condition.
    pub condition: Slot<Condition>,
    /// With which exception.
    pub exception: Slot<Exception>,
    /// Whether it says "only", "however" or the like, and so narrows what was said before.
    pub narrows: bool,
    /// Whether a table says so: a row that names something, under a head that names a practice.
    pub tabled: bool,
    /// The first words of the clause that were not understood. A denial with such words proves nothing.
    pub unread: Option<ProseRange>,
}

/// All claims of a source.
#[derive(Debug, Clone, Default)]
pub struct ClaimSet {
    /// In order of where they stand.
    pub claims: Vec<Claim>,
    /// How many clauses hold a verb of practice, understood or not.
    pub clauses: usize,
    /// For each document, whether it speaks of a product other than its site.
    pub several_products: Vec<bool>,
}
