//! Function words: what the grammar of claims reads between terms and verbs.

use serde::{Deserialize, Serialize};

/// Declares the cues, so that each has one name in code and in files.
macro_rules! cues {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// The part that a word or a fixed phrase plays in a clause.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Cue {
            $($(#[$doc])* $name,)*
        }

        impl Cue {
            /// All cues.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its name in files.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

cues! {
    /// The drafter as subject: "we".
    We = "we",
    /// What is the drafter's: "our".
    Our = "our",
    /// The reader as subject: "you", "visitors".
    You = "you",
    /// What is the reader's: "your".
    Your = "your",
    /// Points at something said before: "it", "they".
    Pronoun = "pronoun",
    /// Points at something said before, before a noun: "these".
    Demonstrative = "demonstrative",
    /// "the", "a".
    Article = "article",
    /// "any", "all".
    Every = "every",
    /// "no", "none of".
    No = "no",
    /// Part of the whole: "some", "certain", "two".
    Some = "some",
    /// "only", "solely".
    Only = "only",
    /// "own", as in "our own".
    Own = "own",
    /// "do".
    Do = "do",
    /// "have".
    Have = "have",
    /// "be".
    Be = "be",
    /// Auxiliaries of the past: "did", "was".
    PastAuxiliary = "past-auxiliary",
    /// Irregular pasts of verbs of practice, which no ending shows: "sold".
    PastVerb = "past-verb",
    /// "will", "shall".
    Will = "will",
    /// "may", "can".
    May = "may",
    /// What is not so said to be: "would", "could", "should".
    Unreal = "unreal",
    /// "to".
    To = "to",
    /// "not", "never".
    Not = "not",
    /// A negation that leaves what follows standing: "not only".
    NotOnly = "not-only",
    /// A negation that leaves part of it standing: "not always".
    NotQuite = "not-quite",
    /// "neither".
    Neither = "neither",
    /// "nor".
    Nor = "nor",
    /// Negations that turn the word order about: "at no time".
    Inverting = "inverting",
    /// Adverbs that change nothing: "also".
    Adverb = "adverb",
    /// Adverbs that leave exceptions open: "generally".
    Hedge = "hedge",
    /// "knowingly".
    Knowing = "knowing",
    /// "currently".
    Now = "now",
    /// "in the future".
    Future = "future",
    /// What stands before a span of time that is over: "last", "preceding".
    LookBack = "look-back",
    /// Units of such a span: "months".
    Period = "period",
    /// What stands behind a preposition of place and is no place: "case", "response".
    Circumstance = "circumstance",
    /// Gives a term its meaning: "means".
    Define = "define",
    /// Verbs that begin a deed told by its purpose: "show", as in "show you targeted ads".
    Deed = "deed",
    /// Adjectives that take from a thing what makes it one: "anonymized".
    Privative = "privative",
    /// Prepositions of place: "on", "in", "through".
    Place = "place",
    /// "for".
    For = "for",
    /// "with".
    With = "with",
    /// "by".
    By = "by",
    /// "of".
    Of = "of",
    /// "from".
    From = "from",
    /// "about".
    About = "about",
    /// What names the means: "using", "by means of".
    Using = "using",
    /// "without".
    Without = "without",
    /// "and".
    And = "and",
    /// "or".
    Or = "or",
    /// "as well as".
    AsWellAs = "as-well-as",
    /// "but".
    But = "but",
    /// "however", "although".
    Contrast = "contrast",
    /// "except", "unless".
    Except = "except",
    /// "if", "when", "where".
    If = "if",
    /// Timing that no consent can precede: "as soon as".
    Early = "early",
    /// Gives a reason: "because", "so".
    Because = "because",
    /// "which", "who", "that".
    Relative = "relative",
    /// Opens what is asked or explained, not said: "whether", "how".
    Whether = "whether",
    /// Openings that assert what follows: "please note that".
    Frame = "frame",
    /// Openings that add nothing: "in short".
    Filler = "filler",
    /// Gives a name to what stands before it: "called".
    Named = "named",
    /// What belongs to nobody else and is nobody: behind "of" and "about" it leaves the object the reader's: "calls", "visits".
    Matter = "matter",
    /// Leaves nothing but what follows: "are limited to", "restrict ourselves to".
    Confine = "confine",
    /// What a denial by "it is not" can be of: "our practice", "possible".
    Practice = "practice",
    /// Asks the reader for something: "ask", "require".
    Ask = "ask",
    /// How readers hand something over: "provide", "enter".
    HandOver = "hand-over",
    /// What readers do to what is kept of them: "update", "correct".
    Amend = "amend",
    /// Consent and choice.
    Consent = "consent",
    /// "the following".
    Following = "following",
    /// "including", "such as".
    Including = "including",
    /// "types of".
    Kind = "kind",
    /// Leaves nothing out: "of any kind", "at all".
    AtAll = "at-all",
    /// The reader's machine: "your device".
    Device = "device",
    /// Nouns that make a compound about something else: "policy" after "cookie".
    Compound = "compound",
    /// "refrain from".
    Refrain = "refrain",
    /// "choose not to".
    Decline = "decline",
    /// Says firmly that one does: "promise to".
    Pledge = "pledge",
    /// Says that one could or wishes: "reserve the right to".
    Intend = "intend",
    /// "free of".
    FreeOf = "free-of",
    /// "free", as in "cookie-free".
    Free = "free",
    /// Has as its part: "contain".
    Hold = "hold",
    /// "there".
    There = "there",
    /// What every visitor does: "visit", "browse".
    Visit = "visit",
    /// "yes", "no": answers before what they mean is said.
    Yes = "yes",
    /// A lead-in that limits nothing: "our promise".
    Lead = "lead",
}

/// A set of cues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CueSet(u128);

impl CueSet {
    /// What stands before a verb and says when and whether.
    pub const AUXILIARIES: Self =
        Self::of(&[Cue::Do, Cue::Have, Cue::Be, Cue::PastAuxiliary, Cue::Will, Cue::May, Cue::Unreal]);
    /// What opens a phrase that belongs to another.
    pub const PREPOSITIONS: Self =
        Self::of(&[Cue::Place, Cue::For, Cue::With, Cue::By, Cue::Of, Cue::From, Cue::About]);
    /// What ends a noun phrase.
    pub const PHRASE_ENDS: Self = Self::of(&[
        Cue::We,
        Cue::Pronoun,
        Cue::To,
        Cue::Not,
        Cue::Without,
        Cue::And,
        Cue::Or,
        Cue::Nor,
        Cue::But,
        Cue::AsWellAs,
        Cue::Contrast,
        Cue::Except,
        Cue::If,
        Cue::Because,
        Cue::Relative,
        Cue::Whether,
        Cue::There,
        Cue::Refrain,
        Cue::Intend,
        Cue::Including,
        Cue::Using,
        Cue::Hold,
        Cue::Now,
        Cue::Hedge,
        Cue::Future,
        Cue::Knowing,
    ])
    .union(Self::AUXILIARIES)
    .union(Self::PREPOSITIONS);

    /// The set of these.
    pub const fn of(cues: &[Cue]) -> Self {
        let mut set = 0;
        let mut at = 0;
        while at < cues.len() {
            set |= 1 << cues[at] as u128;
            at += 1;
        }
        Self(set)
    }

    /// These and those.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// With one more.
    #[must_use]
    pub fn with(self, cue: Cue) -> Self {
        Self(self.0 | 1 << cue as u128)
    }

    /// Whether a cue is among them.
    pub fn has(self, cue: Cue) -> bool {
        self.0 & (1 << cue as u128) != 0
    }

    /// Whether the two share a cue.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

const _: () = assert!(Cue::ALL.len() <= 128, "a cue set has 128 places");
