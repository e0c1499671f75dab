//! Where a text writes words with capitals as it does names.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::facts::Facts;
use crate::facts::near::{head, tail};
use crate::lexicon::{Punctuation, Token};
use crate::text::ProseRange;

use super::acronyms::is_acronym;
use super::definitions::bracketed;
use super::{TermKey, TermUse, Terms, spoken};

/// Words before kinds of things, not before the names of companies and places.
const DETERMINERS: [&str; 22] = [
    "a", "an", "the", "your", "our", "their", "each", "every", "any", "another", "other", "such", "these", "those",
    "certain", "all", "many", "some", "various", "no", "one", "both",
];

/// Words before those who give or get something.
const PARTY: [&str; 4] = ["with", "to", "by", "from"];

/// Marks behind which a word has its capital from its place.
const PLACES: [Punctuation; 4] = [Punctuation::QUOTE, Punctuation::COLON, Punctuation::OPEN, Punctuation::DASH];

pub(super) fn read(facts: &Facts<'_>, terms: &mut Terms) {
    let tokens = facts.analysis.tokens();
    for (id, prose) in spoken(facts) {
        let range = facts.analysis.tokens_in(prose);
        if facts.units.unit(id).heading || is_title(facts, &tokens[range.clone()]) {
            continue;
        }
        let word = |at: usize| facts.reading.words(tokens[at].range);
        // "Each Guide" at the head of a sentence: the capital of the first word is its place's.
        let opens = range.start < range.end && DETERMINERS.contains(&word(range.start).to_lowercase().as_str());
        let mut at = range.start + usize::from(opens);
        while at < range.end {
            let end = run_end(facts, tokens, at..range.end);
            // The first word of a sentence, a label or a quotation has its capital from its place.
            let placed = at == range.start || PLACES.iter().any(|place| tokens[at].before.intersects(*place));
            if end > at && !placed {
                let words = ProseRange::new(tokens[at].range.start(), tokens[end - 1].range.end());
                let (key, plural) = TermKey::of(facts.reading.words(words));
                let adjoins = tokens[at].before.is_empty();
                let determined = adjoins && DETERMINERS.contains(&word(at - 1).to_lowercase().as_str());
                let before = if determined && at > range.start + 1 { at - 2 } else { at - 1 };
                let party = adjoins && PARTY.contains(&word(before).to_lowercase().as_str());
                // "NHL Clubs" are those of the NHL.
                let of_company = adjoins && is_acronym(word(at - 1));
                if of_company || is_explained(facts, prose, words) {
                    terms.explained.insert(key.clone());
                }
                terms.uses.push(TermUse { key, prose: words, sentence: id, plural, determined, party });
            }
            at = end.max(at + 1);
        }
    }
}

/// Whether a name is explained where it is used: by brackets behind it, in brackets that give it without quotation marks ("each a
/// Guide"), or by a single quotation mark.
fn is_explained(facts: &Facts<'_>, sentence: ProseRange, name: ProseRange) -> bool {
    let prose = facts.reading.prose.text();
    let before = tail(&prose[sentence.start()..name.start()], REACH);
    let after = head(&prose[name.end()..sentence.end()], REACH);
    after.starts_with(" (") || before.ends_with('\'') || bracketed(before, after)
}

/// How far a bracket is looked for around a name, in bytes.
const REACH: usize = 60;

/// Names of more words are not looked for in small letters.
const LONGEST: usize = 4;

/// Counts the names that are used where they stand without their capitals.
pub(super) fn read_small(facts: &Facts<'_>, terms: &mut Terms) {
    let keys: HashSet<&TermKey> = terms.uses.iter().map(|used| &used.key).collect();
    // A name in the plural begins like one in the singular, but where it is one word.
    let starts: HashSet<String> = keys
        .iter()
        .filter_map(|key| key.as_str().split(' ').next())
        .flat_map(|first| [first.to_owned(), format!("{first}s"), format!("{}ies", first.trim_end_matches('y'))])
        .collect();
    let tokens = facts.analysis.tokens();
    let word = |token: &Token| facts.reading.words(token.range);
    let mut small: HashMap<TermKey, usize> = HashMap::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| starts.contains(word(token))) {
        let mut name = word(token).to_owned();
        for length in 1..=LONGEST {
            let key = TermKey::of(&name).0;
            if keys.contains(&key) {
                *small.entry(key).or_default() += 1;
            }
            match tokens
                .get(at + length)
                .filter(|next| next.before.is_empty() && word(next).starts_with(char::is_lowercase))
            {
                Some(next) => name = format!("{name} {}", word(next)),
                None => break,
            }
        }
    }
    drop(keys);
    terms.small = small;
}

/// The end of the capitalised words in a row that begin at the first of `range`; its start where there are none.
fn run_end(facts: &Facts<'_>, tokens: &[Token], range: Range<usize>) -> usize {
    let capitalised = |token: &Token| is_capitalised(facts.reading.words(token.range));
    let mut end = range.start;
    while end < range.end && capitalised(&tokens[end]) && (end == range.start || tokens[end].before.is_empty()) {
        end += 1;
    }
    end
}

/// A capital and a small letter behind it: abbreviations are another matter.
fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase)
}

/// Whether most words of some length have capitals: then they say nothing. A short sentence may hold little else than names.
fn is_title(facts: &Facts<'_>, tokens: &[Token]) -> bool {
    let long = tokens.iter().map(|token| facts.reading.words(token.range)).filter(|word| word.len() >= 4);
    let (mut all, mut capitals) = (0, 0);
    for word in long {
        all += 1;
        capitals += usize::from(word.starts_with(char::is_uppercase));
    }
    let sentence =
        tokens.last().is_some_and(|last| facts.reading.prose.text()[last.range.end()..].starts_with(['.', '!', '?']));
    capitals * 5 > all * 3 && (all > 6 || !sentence)
}
