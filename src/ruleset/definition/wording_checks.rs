//! What rules look for in the text itself: slips, names, repetitions, and translations that fell behind.

use serde::{Deserialize, Serialize};

use super::{Need, PhraseId};

/// Characters, words or marks that nobody means to write.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SlipCheck {
    /// Which of them, by the names of [`SlipCheck::KINDS`].
    pub kinds: Vec<String>,
    /// Of doubled words, those that are never doubled on purpose, and of glued sentences the words that begin them; all, where empty.
    pub words: Vec<String>,
    /// Of misspellings, those that are none: names, and spellings that some dictionaries have; of a few words that stand twice, those that may.
    pub spared: Vec<String>,
    /// It is no slip where one of these stands in its paragraph or in the heading above.
    pub except: Vec<PhraseId>,
}

impl SlipCheck {
    /// The kinds of slips, by the names that rules use, and what of the markup must be read to see them.
    pub const KINDS: [(&str, Option<Need>); 21] = [
        ("mojibake", None),
        ("replacement", None),
        ("invisible-in-word", None),
        ("invisible-in-address", None),
        ("invisible-in-target", Some(Need::Links)),
        ("bidirectional", None),
        ("disguised", None),
        ("mixed-script", None),
        ("full-width", None),
        ("doubled-word", None),
        ("number-word", None),
        ("open-definition", None),
        ("open-bracket", None),
        ("stray-bracket", None),
        ("lone-quote", None),
        ("truncated", None),
        ("stray-block", None),
        ("misspelt", None),
        ("glued-sentence", None),
        ("glued-word", None),
        ("glued-link", Some(Need::Links)),
    ];

    /// Whether its slips are the same in every language.
    pub fn holds_in_any_language(&self) -> bool {
        const ENGLISH: [&str; 8] = [
            "doubled-word",
            "number-word",
            "truncated",
            "stray-block",
            "misspelt",
            "glued-sentence",
            "glued-word",
            "glued-link",
        ];
        self.kinds.iter().all(|kind| !ENGLISH.contains(&kind.as_str()))
    }
}

/// Names that a text gives to things.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum TermCheck {
    /// Names must be used as they are given.
    Names {
        /// What must not be the matter with them.
        fault: TermFault,
        /// How often a name must be used to count, as the fault has it.
        least: usize,
        /// Names that need no explanation, in the singular and in small letters.
        except: Vec<String>,
        /// Words for common things: a name that ends in one of them speaks for itself.
        heads: Vec<String>,
        /// What says that names are explained elsewhere.
        elsewhere: Vec<PhraseId>,
    },
    /// One thing must not go by many names.
    Variants {
        /// The names, each with its wordings.
        names: Vec<(String, Vec<PhraseId>)>,
        /// How many of them may stand.
        most: usize,
        /// How many of them the text must define itself for it to be a fault.
        defined: usize,
        /// What says that two of them mean the same.
        equated: Vec<PhraseId>,
    },
}

/// What can be the matter with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TermFault {
    /// It is given and never used.
    Unused,
    /// It is given twice, with different meanings.
    DefinedTwice,
    /// It is used with a capital and never explained.
    Undefined,
    /// So is the name of somebody who gives or gets something, and stands in the singular and in the plural.
    UndefinedRole,
    /// An abbreviation is used and never spelt out.
    UndefinedAcronym,
}

/// What stands twice.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DuplicateCheck {
    /// What must be alike, by the names of [`DuplicateCheck::KINDS`].
    pub of: String,
    /// How long it must be, in words or items.
    pub least: usize,
    /// Whether only what differs counts, and in what: `number`, `negation` or `word`.
    pub differs: Vec<Difference>,
    /// Of sentences, what must hold both; anything, where it is empty.
    pub within: Vec<Together>,
    /// It does not count where one of these stands in it.
    pub except: Vec<PhraseId>,
}

impl DuplicateCheck {
    /// What can be alike.
    pub const KINDS: [&str; 5] = ["sentence", "paragraph", "near-paragraph", "list", "title"];
}

/// What holds two sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Together {
    /// One paragraph, item or cell.
    Paragraph,
    /// One list, as items of it.
    List,
    /// One section, whatever its subsections hold.
    Section,
}

impl Together {
    /// All of them, by the names that rules use.
    pub const ALL: [(&str, Self); 3] =
        [("paragraph", Self::Paragraph), ("list", Self::List), ("section", Self::Section)];
}

/// In what two passages that are otherwise alike differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Difference {
    /// In a number.
    Number,
    /// In a "not".
    Negation,
    /// In any word.
    Word,
}

/// What a translation is held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aspect {
    /// The day that it is of.
    Date,
    /// The addresses that its links lead to.
    Links,
    /// The fragment names that lead into it.
    Anchors,
    /// Its headings, by their levels.
    Headings,
    /// The items of its lists.
    Items,
    /// The rows of its tables.
    Rows,
    /// The language that it is in.
    Language,
}

impl Aspect {
    /// All of them, by the names that rules use.
    pub const ALL: [(&str, Self); 7] = [
        ("date", Self::Date),
        ("links", Self::Links),
        ("anchors", Self::Anchors),
        ("headings", Self::Headings),
        ("items", Self::Items),
        ("rows", Self::Rows),
        ("language", Self::Language),
    ];

    /// What of the markup it reads.
    pub fn need(self) -> Option<Need> {
        match self {
            Self::Links => Some(Need::Links),
            Self::Date | Self::Anchors => Some(Need::Attributes),
            Self::Headings => Some(Need::Headings),
            Self::Rows => Some(Need::Tables),
            Self::Items | Self::Language => None,
        }
    }
}
