//! What a rule asks of the values of a text.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Pattern;
use crate::report::Shortfall;

/// A value that must be valid.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ValueCheck {
    /// Which values.
    pub value: ValueKind,
    /// Which defects of theirs this rule tells of.
    pub defects: Vec<String>,
    /// Only values within words that one of these finds; all values, where empty.
    pub find: Vec<Pattern>,
    /// No values in sentences that one of these finds: they are somebody else's.
    pub others: Vec<Pattern>,
    /// What the defect `listed` means: hosts, or numbers with `x` for any digit. Of web addresses, domains of one owner, with spaces between.
    pub listed: Vec<String>,
    /// Telephone numbers, with `x` for any digit, that are never told of.
    pub spared: Vec<String>,
    /// Telephone numbers with their `+`, `x` for any digit: what begins as one of these is as long, whatever its country allows elsewhere.
    pub shapes: Vec<String>,
    /// How many months make a date `old`.
    pub months: Option<u16>,
    /// How a text with such a value falls short of the law: what people are told among the things that it lacks. A defect, where nothing
    /// is said.
    pub shortfall: Option<Shortfall>,
    /// What tells how old a text can be, for the defect `anachronism`.
    pub landmarks: Vec<Landmark>,
}

/// Something that a text cannot speak of before its day.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Landmark {
    /// What it is called in messages.
    pub label: String,
    /// The first day of it.
    pub since: Date,
    /// What speaks of it as of something that there is.
    pub find: Vec<Pattern>,
}

/// The values that are extracted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ValueKind {
    /// E-mail addresses.
    Email,
    /// Telephone numbers.
    Phone,
    /// Web addresses, as written and as linked.
    Url,
    /// Postal addresses.
    PostalAddress,
    /// Dates.
    Date,
    /// Companies with their legal forms.
    Company,
}

impl ValueKind {
    /// Names in rules.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("email", Self::Email),
        ("phone", Self::Phone),
        ("url", Self::Url),
        ("postal-address", Self::PostalAddress),
        ("date", Self::Date),
        ("company", Self::Company),
    ];

    /// The defects that such a value can have, by the names that rules use.
    pub fn defects(self) -> &'static [&'static str] {
        match self {
            Self::Email => &[
                "space",
                "syntax",
                "missing-suffix",
                "unknown-suffix",
                "glued",
                "placeholder",
                "reserved",
                "typo",
                "mailto-mismatch",
                "mailto-broken",
                "obfuscated",
                "filtered",
                "alike",
                "other-domain",
                "listed",
            ],
            Self::Phone => {
                &["length", "country", "area", "listed", "charged", "split", "letters-only", "letters-mismatch"]
            }
            Self::Url => &["leads-elsewhere", "misspelt"],
            Self::PostalAddress => &["incomplete", "disagree"],
            Self::Company => &["other-form", "other-company"],
            Self::Date => &["impossible", "ambiguous", "future", "past", "old", "anachronism"],
        }
    }

    /// Whether a defect is one of the link's, not of the words.
    pub fn reads_links(defect: &str) -> bool {
        defect.starts_with("mailto-") || defect == "leads-elsewhere" || defect == "misspelt"
    }

    /// Whether such values are found without knowing the language around them.
    pub fn is_language_independent(self) -> bool {
        matches!(self, Self::Email | Self::Url)
    }
}
