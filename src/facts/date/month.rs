//! The names of months.

use super::months;

const NAMES: [(&str, &str); 12] = [
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may", "may"),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
];

/// The number of the month that a word names, in full or cut short.
pub(in crate::facts) fn named(word: &str) -> Option<i8> {
    if !(3..=9).contains(&word.len()) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let lower = if lower == "sept" { "sep" } else { lower.as_str() };
    let at = NAMES.iter().position(|(full, short)| *full == lower || *short == lower)?;
    i8::try_from(at + 1).ok()
}

/// The number of the month that a word names in some language, the rules' own among them.
pub(super) fn named_anywhere(word: &str) -> Option<i8> {
    // The longest name that is listed has 26 bytes.
    if !(3..=26).contains(&word.len()) {
        return None;
    }
    named(word).or_else(|| {
        let lower = word.to_lowercase();
        let at = months::NAMES.iter().position(|names| names.contains(&lower.as_str()))?;
        i8::try_from(at + 1).ok()
    })
}

/// Whether a name of a month more often means something else: "we may", "march on".
pub(in crate::facts) fn is_doubtful(word: &str) -> bool {
    ["may", "march", "mar"].contains(&word.to_ascii_lowercase().as_str())
}
