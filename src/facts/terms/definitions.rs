//! Where a text gives a name: ("Services"), "Member" means …, known as "Guides", Member means ….

use crate::doc::SentenceId;
use crate::facts::Facts;
use crate::facts::near::{head, tail};
use crate::text::ProseRange;

use super::{Definition, TermKey, Terms, spoken};

/// Words that may stand beside a name in the brackets that give it.
const BESIDE: [&str; 32] = [
    "the",
    "a",
    "an",
    "collectively",
    "together",
    "each",
    "hereinafter",
    "hereafter",
    "referred",
    "to",
    "as",
    "or",
    "and",
    "also",
    "our",
    "this",
    "these",
    "individually",
    "called",
    "known",
    "such",
    "all",
    "any",
    "in",
    "singly",
    "jointly",
    "simply",
    "below",
    "herein",
    "with",
    "us",
    "for",
];
/// What a name's meaning follows.
const VERBS: [&str; 12] = [
    "means",
    "mean",
    "shall mean",
    "will mean",
    "refers to",
    "refer to",
    "shall refer to",
    "is defined as",
    "has the meaning",
    "have the meaning",
    "includes",
    "include",
];
/// What a name follows that is given in passing.
const BEFORE: [&str; 12] = [
    "as",
    "as the",
    "as our",
    "as a",
    "called",
    "call",
    "called the",
    "known as",
    "hereinafter",
    "hereinafter the",
    "to as",
    "term",
];
/// Words that begin a sentence and point to what was said, in the singular.
const POINTING: [&str; 14] =
    ["he", "here", "it", "she", "that", "there", "these", "they", "this", "those", "we", "what", "which", "you"];
/// How far a bracket is looked for around a name, in bytes.
const REACH: usize = 160;
/// A name of more words is a sentence.
const LONGEST: usize = 7;

pub(super) fn read(facts: &Facts<'_>, terms: &mut Terms) {
    for (id, prose) in spoken(facts) {
        let words = facts.reading.words(prose);
        if facts.units.unit(id).heading {
            terms.explained.insert(TermKey::of(without_number(words)).0);
            continue;
        }
        quoted(id, prose, words, terms);
        if let Some(label) = label(words) {
            let (key, _) = TermKey::of(label);
            // "It means that …" explains no name.
            if POINTING.contains(&key.as_str()) {
                continue;
            }
            if let Some(verb) = meaning(&words[label.len()..]) {
                let start = prose.start() + label.len() + verb;
                terms.definitions.push(Definition {
                    key: key.clone(),
                    prose: ProseRange::new(prose.start(), prose.start() + label.len()),
                    sentence: id,
                    meaning: Some(ProseRange::new(start, prose.end())),
                });
            }
            terms.explained.insert(key);
        }
    }
}

/// "4.2 Guides" is about guides.
fn without_number(heading: &str) -> &str {
    heading.trim_start_matches(|character: char| !character.is_alphabetic()).trim_end_matches(['.', ':'])
}

/// Names in double quotation marks.
fn quoted(id: SentenceId, prose: ProseRange, words: &str, terms: &mut Terms) {
    let mut rest = 0;
    while let Some(open) = words[rest..].find('"').map(|at| rest + at) {
        let Some(close) = words[open + 1..].find('"').map(|at| open + 1 + at) else { return };
        rest = close + 1;
        let inside = &words[open + 1..close];
        let name = inside.trim_end_matches([',', '.', ';', ':']).trim();
        let count = name.split_whitespace().count();
        if name.is_empty() || count > LONGEST || name.len() > 80 {
            // An odd mark turned inside out; what it closes may open the next.
            if inside.len() > 80 {
                rest = close;
            }
            continue;
        }
        // "Guide(s)"
        let (key, _) = TermKey::of(name.split('(').next().unwrap_or(name));
        terms.explained.insert(key.clone());
        let (before, after) = (tail(&words[..open], REACH), head(&words[close + 1..], REACH));
        let verb = meaning(after);
        if verb.is_none() && !bracketed(before, after) && !in_passing(before) {
            continue;
        }
        let start = prose.start() + open + 1;
        terms.definitions.push(Definition {
            key,
            prose: ProseRange::new(start, start + name.len()),
            sentence: id,
            meaning: verb.map(|verb| ProseRange::new(prose.start() + close + 1 + verb, prose.end())),
        });
    }
}

/// Where the meaning begins behind a verb that gives it.
fn meaning(after: &str) -> Option<usize> {
    let trimmed = after.trim_start_matches([' ', ',']);
    let lower = head(trimmed, 24).to_lowercase();
    let verb = VERBS
        .iter()
        .find(|verb| lower.starts_with(**verb) && !lower[verb.len()..].starts_with(char::is_alphanumeric))?;
    Some(after.len() - trimmed.len() + verb.len())
}

/// Whether a name stands in brackets that hold nothing but names and the words that give them.
pub(super) fn bracketed(before: &str, after: &str) -> bool {
    let (Some(open), Some(close)) = (before.rfind(['(', '[']), after.find([')', ']'])) else { return false };
    let is_name = |words: &str| {
        // Between quotation marks stand other names.
        words.split('"').step_by(2).flat_map(str::split_whitespace).all(|word| {
            let bare = word.trim_matches(|mark: char| !mark.is_alphanumeric()).to_lowercase();
            bare.is_empty() || BESIDE.contains(&bare.as_str())
        })
    };
    // A bracket closed before the name is another one's.
    let inside = &before[open + 1..];
    !inside.contains([')', ']']) && is_name(inside) && is_name(&after[..close])
}

fn in_passing(before: &str) -> bool {
    let before = tail(before.trim_end().trim_end_matches(','), 24).to_lowercase();
    BEFORE.iter().any(|words| {
        before
            .strip_suffix(words)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with(|end: char| !end.is_alphanumeric()))
    })
}

/// The capitalised words at the head of a sentence that a colon, a dash or a verb of meaning follows.
fn label(words: &str) -> Option<&str> {
    let start = head(words, REACH);
    let end = start.find([':', '\u{2014}']).into_iter().chain(start.find(" - ")).chain(verb_at(start)).min()?;
    let label = words[..end].trim_end().trim_matches('"');
    let names =
        label.split(' ').all(|word| word.starts_with(char::is_uppercase) || ["of", "and", "or", "the"].contains(&word));
    (names && label.split(' ').count() <= LONGEST && words.starts_with(label)).then_some(label)
}

fn verb_at(words: &str) -> Option<usize> {
    [" means ", " refers to ", " shall mean "].iter().filter_map(|verb| words.find(verb)).min()
}
