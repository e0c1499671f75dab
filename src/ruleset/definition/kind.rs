//! What a rule looks for, by kind.

use serde::{Deserialize, Serialize};

use super::{
    Aspect, Conflict, DuplicateCheck, Force, Part, Pattern, PhraseId, PromiseCheck, Reference, Referent, SlipCheck,
    Structure, TermCheck, ValueCheck, Wording,
};
use crate::lexicon::{Action, TermId, WordRun};
use crate::report::{Severity, Shortfall};

/// What a rule looks for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Kind {
    /// Something must be said.
    Disclosure(Disclosure),
    /// An enumeration that the law fixes must be complete.
    Checklist(Checklist),
    /// Something must be said in the words that the law gives.
    Literal(Literal),
    /// Something must not be said.
    Prohibited(Prohibited),
    /// A value must be valid.
    Value(ValueCheck),
    /// What the text says it gives must be there.
    Promise(PromiseCheck),
    /// Two claims must not exclude each other.
    Contradiction(Subject),
    /// Nothing must stand that nobody means to write.
    Slip(SlipCheck),
    /// Names must be given once, and used as they are given.
    Term(TermCheck),
    /// Nothing must stand twice.
    Duplicate(DuplicateCheck),
    /// A translation must be in step with what it was made from.
    Parity(Vec<Aspect>),
    /// What is pointed to must be there.
    Reference(Reference),
    /// The text must be built in a certain way.
    Structure(Structure),
    /// Statements on one matter must not differ.
    Conflict(Conflict),
}

impl Kind {
    /// The kind's name in rule files.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Disclosure(_) => "disclosure",
            Self::Checklist(_) => "checklist",
            Self::Literal(_) => "literal",
            Self::Prohibited(_) => "prohibited",
            Self::Value(_) => "value",
            Self::Promise(_) => "promise",
            Self::Contradiction(_) => "contradiction",
            Self::Slip(_) => "slip",
            Self::Term(_) => "term",
            Self::Duplicate(_) => "duplicate",
            Self::Parity(_) => "parity",
            Self::Reference(_) => "reference",
            Self::Structure(_) => "structure",
            Self::Conflict(_) => "conflict",
        }
    }
}

impl Kind {
    /// Whether what it looks for is the same in every language.
    pub fn holds_in_any_language(&self) -> bool {
        match self {
            Self::Value(check) => check.find.is_empty() && check.value.is_language_independent(),
            Self::Duplicate(_) | Self::Parity(_) => true,
            Self::Reference(reference) => {
                matches!(reference.to, Referent::Fragment | Referent::Target | Referent::File)
            }
            Self::Structure(structure) => {
                matches!(structure.part, Part::Section | Part::Headings | Part::Image | Part::Language)
            }
            Self::Slip(check) => check.holds_in_any_language(),
            Self::Disclosure(_)
            | Self::Checklist(_)
            | Self::Literal(_)
            | Self::Prohibited(_)
            | Self::Promise(_)
            | Self::Contradiction(_)
            | Self::Conflict(_)
            | Self::Term(_) => false,
        }
    }

    /// Whether it asks for a disclosure: what `coverage` judges.
    pub fn is_requirement(&self) -> bool {
        matches!(self, Self::Disclosure(_) | Self::Literal(_))
    }
}

/// Something that must be said.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Disclosure {
    /// What meets it, each with the stance that it takes, if any.
    pub meets: Vec<Pattern>,
    /// What addresses it and lacks a named element.
    pub partial: Vec<Pattern>,
    /// Passages on neighbouring topics.
    pub near_miss: Vec<Pattern>,
    /// Sentences that try to say it and fail; told at the sentence in the pattern's own words.
    pub spoilt: Vec<Pattern>,
    /// The parts that the law names; all of them together meet it, too.
    pub elements: Vec<Element>,
    /// What to say where some elements are there and others are not; `{missing}` stands for those.
    pub incomplete: Option<String>,
}

/// A part of a disclosure that the law names.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Element {
    /// Its key.
    pub key: String,
    /// What it is, for the message.
    pub label: String,
    /// Its own provision.
    pub citation: Option<String>,
    /// From when to when it is asked for.
    pub force: Force,
    /// The rule whose patterns show it; `meets` holds them.
    pub like: Option<String>,
    /// What shows that it is there.
    pub meets: Vec<Pattern>,
}

/// An enumeration that the law fixes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Checklist {
    /// What introduces it.
    pub lead_in: Vec<Pattern>,
    /// What says that it is open.
    pub open: Vec<PhraseId>,
    /// How many recognised items make it this enumeration.
    pub minimum: usize,
    /// What shows that the matter is mentioned at all.
    pub mentioned: Vec<Pattern>,
    /// What to say where it is not.
    pub absent: Option<(Severity, Wording)>,
    /// The items.
    pub items: Vec<Item>,
}

/// An item of a checklist.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Item {
    /// Its key.
    pub key: String,
    /// What it is, for the message.
    pub label: String,
    /// Its own provision.
    pub citation: String,
    /// What shows that it is there.
    pub any: Vec<PhraseId>,
    /// Parts that belong to it.
    pub limbs: Vec<Limb>,
}

/// A part of an item.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Limb {
    /// What it is, for the message.
    pub label: String,
    /// What shows that it is there.
    pub any: Vec<PhraseId>,
}

/// Something that must be said in the words that the law gives.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Literal {
    /// The wordings that do, the one to ask for first.
    pub texts: Vec<(String, WordRun)>,
    /// What a near wording must hold, each of them.
    pub essential: Vec<PhraseId>,
    /// Sentences that are meant to be it, however far from its words.
    pub partial: Vec<Pattern>,
    /// What to say of a near wording.
    pub incomplete: Option<String>,
}

impl Literal {
    /// The wording to ask for.
    pub fn text(&self) -> &str {
        self.texts.first().map_or("", |(text, _)| text)
    }
}

/// Something that must not be said.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Prohibited {
    /// What must not stand.
    pub find: Vec<Pattern>,
    /// What is pointed at besides, once something is found.
    pub also: Vec<Pattern>,
    /// As what it is told among what the text lacks under the rule's law, where it is.
    pub shortfall: Option<Shortfall>,
}

/// What a contradiction is about.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Subject {
    /// Actions of the claims, which count as one practice: who sets a cookie uses it.
    pub actions: Vec<Action>,
    /// Further actions that affirm the practice, though denying them denies less: who sells data hands it on.
    pub affirmed_by: Vec<Action>,
    /// What both claims speak of, or a kind of it.
    pub object: TermId,
    /// Which denials count by what they name of recipients and purposes.
    pub denials: Denials,
    /// Where denials stand.
    pub denied_in: DeniedIn,
    /// How what is said to everyone meets what is said to the residents of a state.
    pub states: States,
    /// Label of the affirming claims.
    pub positive_label: String,
    /// Label of the denying claims.
    pub negative_label: String,
}

/// Denials by what they name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Denials {
    /// Whatever they name.
    #[default]
    Any,
    /// Those that name no purpose and no kind of recipient.
    Flat,
    /// Those that name a purpose or a kind of recipient.
    Limited,
}

/// Where a denial stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum DeniedIn {
    /// Wherever.
    #[default]
    Anywhere,
    /// In sentences and lists.
    Text,
    /// In a table that answers by row.
    Table,
}

/// How what is said to everyone meets what is said to the residents of a state. A law of that state may give words another meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum States {
    /// Not at all.
    #[default]
    Apart,
    /// What is affirmed for some is denied by what is denied to all.
    Within,
    /// What is affirmed for all is denied by what is denied to some, too.
    Alike,
}

impl States {
    /// All, by the names that rules use.
    pub const NAMES: [(&'static str, Self); 3] =
        [("apart", Self::Apart), ("within", Self::Within), ("alike", Self::Alike)];
}

impl Denials {
    /// All, by the names that rules use.
    pub const NAMES: [(&'static str, Self); 3] = [("any", Self::Any), ("flat", Self::Flat), ("limited", Self::Limited)];
}

impl DeniedIn {
    /// All, by the names that rules use.
    pub const NAMES: [(&'static str, Self); 3] =
        [("anywhere", Self::Anywhere), ("text", Self::Text), ("table", Self::Table)];
}
