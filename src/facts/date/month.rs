//! The names of months.

use std::collections::HashMap;
use std::sync::LazyLock;

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

/// The months of other languages by their names.
static FOREIGN: LazyLock<HashMap<&str, i8>> = LazyLock::new(|| {
    let months = (1..).zip(&months::NAMES);
    months.flat_map(|(month, names)| names.iter().map(move |name| (*name, month))).collect()
});

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
    named(word).or_else(|| FOREIGN.get(word.to_lowercase().as_str()).copied())
}

/// The English month that a word with a capital, which names none in any language, is one slip of the fingers away from.
pub(in crate::facts) fn meant(word: &str) -> Option<&'static str> {
    if !(5..=11).contains(&word.len()) || !word.starts_with(|first: char| first.is_ascii_uppercase()) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let near = |name: &&str| name.len() > 4 && strsim::osa_distance(name, &lower) == 1;
    let meant = NAMES.iter().map(|(name, _)| *name).find(near)?;
    (named_anywhere(word).is_none() && lower.starts_with(&meant[..1])).then_some(meant)
}

/// Whether a name of a month more often means something else: "we may", "march on".
pub(in crate::facts) fn is_doubtful(word: &str) -> bool {
    ["may", "march", "mar"].contains(&word.to_ascii_lowercase().as_str())
}
