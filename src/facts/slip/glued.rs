//! Words and sentences that ran together, for want of a space.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::doc::{Block, BlockKind};
use crate::facts::Facts;
use crate::text::ProseRange;

use super::pieces::pieces;
use super::word_list::is_known;
use super::{Repair, Slip, SlipKind};

/// Small words that run together with another word; two nouns may be one word, too.
pub(super) const SMALL: [&str; 42] = [
    "a", "about", "all", "an", "and", "any", "are", "as", "at", "be", "by", "can", "do", "for", "from", "has", "have",
    "how", "if", "in", "is", "it", "may", "not", "of", "on", "or", "other", "our", "that", "the", "this", "to",
    "under", "us", "we", "which", "who", "will", "with", "you", "your",
];
/// Those of them that words end in: "visitor", "areas", "login".
pub(super) const ENDINGS: [&str; 9] = ["an", "as", "at", "in", "is", "it", "on", "or", "us"];
/// Shorter and longer chains of letters are not looked at.
const LENGTHS: std::ops::RangeInclusive<usize> = 5..=30;

pub(super) fn find(facts: &Facts<'_>, found: &mut Vec<Slip>) {
    let reading = facts.reading;
    let texts = || reading.blocks.iter().filter(|block| is_text(block));
    for block in texts() {
        found.extend(sentences(reading.words(block.prose), block.prose.start()));
    }
    words(&texts().map(|block| (reading.words(block.prose), block.prose.start())).collect::<Vec<_>>(), found);
}

fn is_text(block: &Block) -> bool {
    !block.furniture && !block.quoted && !matches!(block.kind, BlockKind::Code | BlockKind::Heading { .. })
}

/// "posted.Please note": a stop between small letters and a capital, in no address, name or abbreviation.
fn sentences(text: &str, start: usize) -> Vec<Slip> {
    let mut found = Vec::new();
    let mut at = start;
    for piece in text.split(' ') {
        let own = at;
        at += piece.len() + 1;
        let bare = piece.trim_end_matches(|mark: char| !mark.is_alphanumeric());
        let Some((stop, mark)) = bare.char_indices().find(|(_, c)| matches!(c, '.' | '?' | '!' | ':')) else {
            continue;
        };
        let (before, behind) = (&bare[..stop], &bare[stop + mark.len_utf8()..]);
        let word: String = before.chars().rev().take_while(|c| c.is_lowercase()).collect();
        let next: &str = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let capital = next.starts_with(char::is_uppercase) && next.chars().skip(1).all(char::is_lowercase);
        let whole = behind.len() == next.len() || behind[next.len()..].starts_with([',', '\'']);
        if word.len() >= 3 && !next.is_empty() && capital && whole && !before.contains(['@', '/', '.', '_']) {
            let range = ProseRange::new(own, own + stop + mark.len_utf8() + next.len());
            let expected = format!("{before}{mark} {next}");
            let slip = Slip::new(SlipKind::GluedSentence, range).found(next.to_lowercase());
            found.push(slip.expected(expected.clone()).repaired(Repair::Prose(range, expected)));
        }
    }
    found
}

/// A word that may be two.
struct Suspect<'t> {
    written: &'t str,
    range: ProseRange,
    /// Where it would come apart into two words of the text.
    cuts: Vec<usize>,
}

/// Words that stand once and are two other words of the text, which stand side by side elsewhere: the text is its own dictionary.
fn words(texts: &[(&str, usize)], found: &mut Vec<Slip>) {
    let mut counts: HashMap<Cow<'_, str>, u32> = HashMap::new();
    for piece in texts.iter().flat_map(|(text, _)| pieces(text)).filter(|piece| is_letters(piece.bare)) {
        *counts.entry(lower(piece.bare)).or_default() += 1;
    }
    let suspects: Vec<Suspect<'_>> = (texts.iter())
        .flat_map(|(text, start)| pieces(text).map(|piece| (piece, *start)))
        .filter(|(piece, _)| LENGTHS.contains(&piece.bare.len()) && is_letters(piece.bare))
        .filter_map(|(piece, start)| {
            let word = lower(piece.bare);
            let cuts = cuts(&word, &counts);
            (!cuts.is_empty() && !is_known(&word)).then(|| Suspect {
                written: piece.bare,
                range: piece.range(start),
                cuts,
            })
        })
        .collect();
    if suspects.is_empty() {
        return;
    }
    let halves = |suspect: &Suspect<'_>, cut: usize| {
        let (one, other) = suspect.written.split_at(cut);
        (one.to_ascii_lowercase(), other.to_ascii_lowercase())
    };
    let wanted = suspects.iter().flat_map(|suspect| suspect.cuts.iter().map(|cut| halves(suspect, *cut))).collect();
    let beside = beside(texts, &wanted);
    for suspect in &suspects {
        let cut = suspect.cuts.iter().find(|cut| beside.contains(&halves(suspect, **cut)));
        if let Some((one, other)) = cut.map(|cut| suspect.written.split_at(*cut)) {
            let expected = format!("{one} {other}");
            let slip = Slip::new(SlipKind::GluedWord, suspect.range).found(suspect.written);
            found.push(slip.expected(expected.clone()).repaired(Repair::Prose(suspect.range, expected)));
        }
    }
}

/// Where a word in small letters that stands once comes apart into two that stand more often, one of them a small one.
fn cuts(word: &str, counts: &HashMap<Cow<'_, str>, u32>) -> Vec<usize> {
    let count = |word: &str| counts.get(word).copied().unwrap_or(0);
    if count(word) > 1 {
        return Vec::new();
    }
    let apart = |cut: &usize| {
        let (one, other) = word.split_at(*cut);
        let small = SMALL.contains(&one) || SMALL.contains(&other) || one.len() > 4 && one.ends_with("ly");
        small && !ENDINGS.contains(&other) && count(one) > 1 && count(other) > 1
    };
    (2..word.len() - 1).filter(apart).collect()
}

/// Those of some pairs that stand side by side in the texts, with no mark between.
fn beside(texts: &[(&str, usize)], wanted: &HashSet<(String, String)>) -> HashSet<(String, String)> {
    let mut found = HashSet::new();
    let firsts: HashSet<&str> = wanted.iter().map(|(one, _)| one.as_str()).collect();
    for (text, _) in texts {
        let mut before: Option<Cow<'_, str>> = None;
        for piece in pieces(text) {
            if let Some(one) = before.take().filter(|_| !piece.opened) {
                let pair = (one.into_owned(), piece.bare.to_ascii_lowercase());
                if wanted.contains(&pair) {
                    found.insert(pair);
                }
            }
            before = Some(lower(piece.bare)).filter(|one| !piece.marked && firsts.contains(one.as_ref()));
        }
    }
    found
}

fn is_letters(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// In small letters.
fn lower(word: &str) -> Cow<'_, str> {
    match word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(word.to_ascii_lowercase()),
        false => Cow::Borrowed(word),
    }
}
