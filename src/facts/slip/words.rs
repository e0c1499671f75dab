//! A word twice in a row, and a few words twice in a row.

use crate::doc::BlockKind;
use crate::facts::Facts;
use crate::text::ProseRange;

use super::pieces::{Piece, pieces};
use super::{Repair, Slip, SlipKind};

/// So many words are looked for twice: more are a sentence, which other rules look at.
const RUN: std::ops::RangeInclusive<usize> = 2..=5;

/// Words for whoever acts, before a verb.
const ACTORS: [&str; 7] = ["i", "you", "we", "they", "it", "he", "she"];
/// Words that ask what somebody or something is.
const ASKING: [&str; 9] = ["what", "who", "where", "how", "which", "all", "that", "whatever", "whoever"];
/// Who is not followed by "is", so that another verb is between: "what we keep is is told".
const PERSONS: [&str; 4] = ["i", "we", "you", "they"];
/// What one of them may do is no title: "You can You can".
const MODALS: [&str; 9] = ["can", "may", "will", "must", "shall", "should", "would", "could", "cannot"];
/// Behind these, and behind a mark, somebody acts; elsewhere they end a clause: "whatever we do we do for you".
const JOINING: [&str; 10] = ["and", "or", "but", "if", "when", "where", "because", "so", "then", "about"];
/// What times, sides and doors stand around: "from time to time to", "side by side by".
const BETWEEN: [&str; 11] = ["to", "by", "for", "on", "over", "after", "in", "at", "and", "from", "with"];
/// Words that no run ends in where it can end a word later: "the of the of the" is "of the of the".
const OPEN: [&str; 8] = ["of", "to", "in", "on", "for", "with", "by", "from"];

pub(super) fn find(facts: &Facts<'_>, found: &mut Vec<Slip>) {
    let reading = facts.reading;
    for sentence in &reading.sentences {
        let block = reading.block(sentence.block);
        // What a quotation doubles, its author did; the labels of a table may stand side by side.
        if block.furniture || block.quoted || matches!(block.kind, BlockKind::Code | BlockKind::Cell(_)) {
            continue;
        }
        let words: Vec<Piece<'_>> = pieces(reading.words(sentence.prose)).collect();
        let mut at = 0;
        while at < words.len() {
            let run = if doubled(&words, at, 1) && is_slip(&words, at) { Some((at, 1)) } else { run(&words, at) };
            let Some((first, length)) = run else {
                at += 1;
                continue;
            };
            found.push(slip(&words, first, length, sentence.prose.start()));
            // "the the the" is two slips of one word, which is told once with both places.
            at = first + length;
        }
    }
}

/// Whether nobody means one word twice: it is small, or says who acts where a sentence begins. "What it is is no answer" asks what it is.
fn is_slip(words: &[Piece<'_>], at: usize) -> bool {
    let word = words[at + 1].bare;
    let acts = || {
        at == 0
            && words[0].bare == word
            && ACTORS[1..].iter().any(|actor| word.eq_ignore_ascii_case(actor))
            && words.get(2).is_some_and(|next| is_word(next.bare) && !words[1].marked)
    };
    let asked = || {
        let before: Vec<String> = words[at.saturating_sub(4)..at].iter().map(|word| word.bare.to_lowercase()).collect();
        let asks = before.iter().rposition(|word| ASKING.contains(&word.as_str()));
        asks.is_some_and(|asks| !before[asks + 1..].iter().any(|word| PERSONS.contains(&word.as_str())))
    };
    (is_word(word) || acts()) && (word != "is" || !asked())
}

/// Whether as many words from `at` on stand again right behind, with no mark between.
fn doubled(words: &[Piece<'_>], at: usize, length: usize) -> bool {
    let Some(both) = words.get(at..at + 2 * length) else { return false };
    let (first, second) = both.split_at(length);
    first.iter().zip(second).all(|(one, other)| is_same(one.bare, other.bare))
        && both[..2 * length - 1].iter().all(|word| !word.marked && !word.bare.is_empty())
        && both[1..].iter().all(|word| !word.opened)
}

/// Whether two words are one, a capital at the beginning of either aside: "AND and OR" joins two names.
fn is_same(one: &str, other: &str) -> bool {
    let shouted = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    one.eq_ignore_ascii_case(other) && shouted(one) == shouted(other)
}

/// The shortest run that begins at a word and stands twice, if nobody means it; where it is cut in the middle, it begins a word later.
fn run(words: &[Piece<'_>], at: usize) -> Option<(usize, usize)> {
    let length = RUN.into_iter().find(|length| doubled(words, at, *length))?;
    let later = OPEN.contains(&words[at + length - 1].bare) && doubled(words, at + 1, length);
    let at = at + usize::from(later);
    let one_word = words[at..at + length].iter().all(|word| word.bare.eq_ignore_ascii_case(words[at].bare));
    (!one_word && is_run(words, at, length) && !is_meant(words, at, length)).then_some((at, length))
}

/// Small words only, but for the first one of a sentence; a title above the first sentence that takes it up is none.
fn is_run(words: &[Piece<'_>], at: usize, length: usize) -> bool {
    let (first, second) = (&words[at..at + length], &words[at + length..at + 2 * length]);
    let small = |words: &[Piece<'_>]| words.iter().all(|word| is_word(word.bare));
    let capital = |word: &Piece<'_>| word.bare.starts_with(char::is_uppercase);
    let acts = ACTORS.iter().any(|actor| first[0].bare.eq_ignore_ascii_case(actor))
        && MODALS.contains(&first[1].bare)
        && length == 2;
    let opens = capital(&first[0]) && is_letters(first[0].bare) && small(&first[1..]);
    let again = if capital(&second[0]) { acts && small(&second[1..]) } else { small(second) };
    (small(first) || opens) && again && (capital(&first[0]) || !capital(&second[0]))
}

/// "From time to time to", "again and again and", "whatever we do we do".
fn is_meant(words: &[Piece<'_>], at: usize, length: usize) -> bool {
    let (first, last) = (words[at].bare, words[at + length - 1].bare);
    let before = at.checked_sub(1).map(|before| &words[before]);
    let refrain = before.is_some_and(|before| before.bare.eq_ignore_ascii_case(last));
    let between = length == 2 && BETWEEN.contains(&last) && !BETWEEN.contains(&first) && !first.ends_with("ed");
    let acts = length == 2 && ACTORS.iter().any(|actor| first.eq_ignore_ascii_case(actor));
    let clause = before.is_none_or(|before| before.marked || JOINING.contains(&before.bare.to_lowercase().as_str()));
    refrain || between || acts && !clause
}

fn slip(words: &[Piece<'_>], at: usize, length: usize, offset: usize) -> Slip {
    let end = |word: &Piece<'_>| offset + word.start + word.bare.len();
    let (last, twice) = (&words[at + length - 1], &words[at + 2 * length - 1]);
    let both = ProseRange::new(offset + words[at].start, end(twice));
    let second = ProseRange::new(end(last), end(twice));
    let run: Vec<&str> = words[at..at + length].iter().map(|word| word.bare).collect();
    let run = run.join(" ");
    Slip::new(SlipKind::DoubledWord, both)
        .found(run.to_lowercase())
        .expected(run)
        .repaired(Repair::Prose(second, String::new()))
}

fn is_letters(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}

/// A word without capitals: "The The" is a name.
fn is_word(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| letter.is_alphabetic() && !letter.is_uppercase())
}
