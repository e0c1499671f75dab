//! Words and sentences that ran together, for want of a space.

use std::collections::{HashMap, HashSet};

use crate::doc::{Block, BlockKind};
use crate::facts::Facts;
use crate::text::ProseRange;

use super::{Repair, Slip, SlipKind};

/// Small words that run together with another word; two nouns may be one word, too.
const SMALL: [&str; 42] = [
    "a", "about", "all", "an", "and", "any", "are", "as", "at", "be", "by", "can", "do", "for", "from", "has", "have",
    "how", "if", "in", "is", "it", "may", "not", "of", "on", "or", "other", "our", "that", "the", "this", "to",
    "under", "us", "we", "which", "who", "will", "with", "you", "your",
];
/// Those of them that words end in: "visitor", "areas", "login".
const ENDINGS: [&str; 9] = ["an", "as", "at", "in", "is", "it", "on", "or", "us"];
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

/// A word of the text, as it is written, and where it stands.
struct Word<'t> {
    written: &'t str,
    start: usize,
}

/// Words that stand once and are two other words of the text, which stand side by side elsewhere: the text is its own dictionary.
fn words(texts: &[(&str, usize)], found: &mut Vec<Slip>) {
    let mut counts: HashMap<String, u32> = HashMap::new();
    let mut pairs: HashSet<(String, String)> = HashSet::new();
    let mut suspects: Vec<Word<'_>> = Vec::new();
    for (text, start) in texts {
        let mut before: Option<String> = None;
        let mut at = *start;
        for piece in text.split(' ') {
            let own = at;
            at += piece.len() + 1;
            let front = piece.trim_start_matches(|mark: char| !mark.is_alphanumeric());
            let bare = front.trim_end_matches(|mark: char| !mark.is_alphanumeric());
            if bare.is_empty() || !bare.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                before = None;
                continue;
            }
            let lower = bare.to_ascii_lowercase();
            *counts.entry(lower.clone()).or_default() += 1;
            if let Some(before) = before.replace(lower.clone()).filter(|_| front.len() == piece.len()) {
                pairs.insert((before, lower));
            }
            if bare.len() < piece.len() - (piece.len() - front.len()) {
                before = None;
            }
            if LENGTHS.contains(&bare.len()) {
                suspects.push(Word { written: bare, start: own + piece.len() - front.len() });
            }
        }
    }
    let count = |word: &str| counts.get(word).copied().unwrap_or(0);
    for Word { written, start } in suspects {
        let lower = written.to_ascii_lowercase();
        if count(&lower) > 1 {
            continue;
        }
        let cut = (1..written.len()).find(|cut| {
            let (one, other) = lower.split_at(*cut);
            let small = SMALL.contains(&one) || SMALL.contains(&other) || one.len() > 4 && one.ends_with("ly");
            let small = small && !ENDINGS.contains(&other);
            let apart = one.len() > 1 && other.len() > 1 && count(one) > 1 && count(other) > 1;
            apart && small && pairs.contains(&(one.to_owned(), other.to_owned()))
        });
        if let Some(cut) = cut {
            let range = ProseRange::new(start, start + written.len());
            let expected = format!("{} {}", &written[..cut], &written[cut..]);
            let slip = Slip::new(SlipKind::GluedWord, range).found(written);
            found.push(slip.expected(expected.clone()).repaired(Repair::Prose(range, expected)));
        }
    }
}
