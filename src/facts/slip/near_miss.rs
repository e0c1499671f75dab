//! Words that stand once and are a slip of the fingers away from one that the text writes often: the text is its own dictionary.

use std::collections::{HashMap, HashSet};

use super::word_list::is_known;

/// A word that stands so often is meant.
const OFTEN: u32 = 3;
/// What is shorter is near to many words.
const MEANT: usize = 7;
/// No word is longer.
const LONGEST: usize = 24;
/// Endings that make a word of another: a licensee is no misspelt license.
const ENDINGS: [&str; 30] = [
    "s", "es", "ed", "d", "ing", "ly", "er", "or", "ers", "ors", "al", "able", "r", "e", "ee", "ees", "y", "ity",
    "ities", "ness", "ment", "ments", "ion", "ions", "ive", "ist", "ists", "ism", "ally", "ful",
];

/// The words, in small letters, that each of some words in small letters is meant for.
pub(super) fn near_misses(counts: &HashMap<String, u32>) -> HashMap<&str, &str> {
    let fits = |word: &&String| (MEANT - 1..=LONGEST).contains(&word.len());
    let suspects: Vec<&str> =
        counts.iter().filter(|(word, times)| **times == 1 && fits(word)).map(|(word, _)| word.as_str()).collect();
    let often: HashSet<&str> = (counts.iter())
        .filter(|(word, times)| **times >= OFTEN && word.len() >= MEANT && fits(word))
        .map(|(word, _)| word.as_str())
        .collect();
    let mut shortened: HashMap<String, &str> = HashMap::new();
    for word in &often {
        // "Revise" is a word beside "revised"; what ends in "tio" or "men" is hardly one.
        let last = ["tion", "sion", "ment"].iter().any(|end| word.ends_with(end)).then_some(word.len() - 1);
        for at in inner(word).chain(last).filter(|at| last == Some(*at) || !is_variant(word, *at)) {
            let short = [&word[..at], &word[at + 1..]].concat();
            // Where two words come down to one, the first in order is meant, in any run.
            shortened.entry(short).and_modify(|known| *known = (*known).min(word)).or_insert(word);
        }
    }
    let meant = |word: &str| shortened.get(word).copied().or_else(|| slipped(word, &often));
    suspects
        .into_iter()
        .filter_map(|word| Some((word, meant(word)?)))
        .filter(|(word, _)| !is_known(word) && !is_inflected(word))
        .collect()
}

/// The places of the letters between the first and the last.
fn inner(word: &str) -> std::ops::Range<usize> {
    1..word.len().saturating_sub(1)
}

/// "Enrollment" and "enrolment", "behaviour" and "behavior" are one word in two countries.
fn is_variant(word: &str, at: usize) -> bool {
    let letters = word.as_bytes();
    letters[at] == b'l' && (letters[at - 1] == b'l' || letters[at + 1] == b'l')
        || letters[at] == b'u' && letters[at - 1] == b'o' && letters[at + 1] == b'r'
}

/// A word of the text that this one is with two neighbours exchanged, or with a letter twice.
fn slipped<'t>(word: &str, often: &HashSet<&'t str>) -> Option<&'t str> {
    let letters = word.as_bytes();
    let swapped = inner(word).filter(|at| letters[*at] != letters[at + 1]).map(|at| {
        let mut other = letters.to_vec();
        other.swap(at, at + 1);
        other
    });
    let doubled = (1..letters.len())
        .filter(|at| letters[*at] == letters[at - 1] && letters[*at] != b'l')
        .map(|at| [&letters[..at], &letters[at + 1..]].concat());
    swapped.chain(doubled).find_map(|other| often.get(std::str::from_utf8(&other).ok()?).copied())
}

/// Whether it is a word that is known with an ending.
fn is_inflected(word: &str) -> bool {
    ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .any(|stem| is_known(stem) || is_known(&format!("{stem}e")))
        || word.strip_suffix("ies").is_some_and(|stem| is_known(&format!("{stem}y")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(word: &str, often: &[&str]) -> Option<String> {
        let often = often.iter().map(|word| ((*word).to_owned(), OFTEN));
        let counts: HashMap<String, u32> = often.chain([(word.to_owned(), 1)]).collect();
        near_misses(&counts).get(word).map(|meant| (*meant).to_owned())
    }

    #[test]
    fn slips_of_the_fingers() {
        for (word, right) in [
            ("reisdents", "residents"),
            ("privay", "privacy"),
            ("informatio", "information"),
            ("innformation", "information"),
            ("vistors", "visitors"),
        ] {
            assert_eq!(meant(word, &["information", "privacy", "residents", "visitors"]).as_deref(), Some(right));
        }
    }

    #[test]
    fn words_of_their_own() {
        for (word, other) in [
            ("contact", "contract"),
            ("service", "services"),
            ("enrolment", "enrollment"),
            ("behavior", "behaviour"),
            ("compliant", "complaint"),
            ("provide", "provided"),
            ("though", "through"),
            ("polity", "privacy"),
            ("visitor", "visitors"),
            ("revise", "revised"),
            ("personalize", "personalized"),
            ("persona", "personal"),
            ("licensee", "license"),
        ] {
            assert_eq!(meant(word, &[other]), None, "{word}");
        }
    }
}
