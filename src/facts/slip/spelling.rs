//! Words that are known misspellings of another.

use std::collections::{HashMap, HashSet};

use crate::doc::{BlockKind, Sentence};
use crate::facts::Facts;
use crate::facts::language::is_english;
use crate::text::ProseRange;

use super::{Slip, SlipKind};

/// Lines of a misspelling, a space and the one word that it is meant for, in order; the build script takes them from `typos-dict`.
static MISSPELLINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/misspellings.txt"));
/// A name is written with a capital more than once.
const NAMED: u32 = 2;

pub(super) fn find(facts: &Facts<'_>, found: &mut Vec<Slip>) {
    let reading = facts.reading;
    let mut known: HashMap<&str, Option<&'static str>> = HashMap::new();
    let mut suspects: Vec<(ProseRange, &str, &'static str)> = Vec::new();
    for sentence in &reading.sentences {
        let block = reading.block(sentence.block);
        if block.furniture || block.quoted || matches!(block.kind, BlockKind::Code) {
            continue;
        }
        let mut english = None;
        for (range, word) in words(reading.words(sentence.prose), sentence) {
            let Some(meant) = *known.entry(word).or_insert_with(|| meant(word)) else { continue };
            if *english.get_or_insert_with(|| is_english(reading.words(sentence.prose))) {
                suspects.push((range, word, meant));
            }
        }
    }
    if suspects.is_empty() {
        return;
    }
    let capitals = Capitals::of(facts, &suspects);
    found.extend(suspects.into_iter().filter(|(_, word, meant)| capitals.allow(word, meant)).map(
        |(range, word, meant)| {
            let expected = if is_capital(word) { capitalised(meant) } else { meant.to_owned() };
            Slip::new(SlipKind::Misspelt, range).found(word).expected(expected)
        },
    ));
}

/// The words of a sentence that stand alone: no part of an address, a path, a number or a compound.
fn words<'t>(text: &'t str, sentence: &Sentence) -> impl Iterator<Item = (ProseRange, &'t str)> {
    let mut at = sentence.prose.start();
    text.split(' ').filter_map(move |piece| {
        let start = at;
        at += piece.len() + 1;
        let front = piece.trim_start_matches(['(', '[', '“', '"', '‘', '\'']);
        let word = front.trim_end_matches(|mark: char| !mark.is_alphanumeric());
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let start = start + (piece.len() - front.len());
        let spelt = word.bytes().skip(1).all(|letter| letter.is_ascii_lowercase())
            && word.starts_with(|letter: char| letter.is_ascii_alphabetic());
        spelt.then(|| (ProseRange::new(start, start + word.len()), word))
    })
}

/// What a word is meant for, if it is a misspelling.
fn meant(word: &str) -> Option<&'static str> {
    let word = word.to_ascii_lowercase();
    let (mut low, mut high) = (0, MISSPELLINGS.len());
    // Between two offsets that lines begin at; the middle is moved to the beginning of its line.
    while low < high {
        let middle = low + (high - low) / 2;
        let begin = MISSPELLINGS[low..middle].rfind('\n').map_or(low, |at| low + at + 1);
        let line = MISSPELLINGS[begin..].split('\n').next().unwrap_or_default();
        let (wrong, right) = line.split_once(' ')?;
        match word.as_str().cmp(wrong) {
            std::cmp::Ordering::Equal => return Some(right),
            std::cmp::Ordering::Less => high = begin,
            std::cmp::Ordering::Greater => low = begin + line.len() + 1,
        }
    }
    None
}

fn is_capital(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_uppercase())
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

/// How often words stand with a capital, and which words there are: a name looks like a misspelling, too.
struct Capitals<'t> {
    written: HashMap<&'t str, u32>,
    spelt: HashSet<String>,
}

impl<'t> Capitals<'t> {
    fn of(facts: &Facts<'t>, suspects: &[(ProseRange, &'t str, &'static str)]) -> Self {
        let mut written: HashMap<&str, u32> = HashMap::new();
        for (_, word, _) in suspects.iter().filter(|(_, word, _)| is_capital(word)) {
            *written.entry(word).or_default() += 1;
        }
        let meant: HashSet<&str> = suspects.iter().map(|(_, _, meant)| *meant).collect();
        let words = facts.reading.prose.text().split(|mark: char| !mark.is_alphabetic());
        let spelt = words.map(str::to_ascii_lowercase).filter(|word| meant.contains(word.as_str())).collect();
        Self { written, spelt }
    }

    /// Whether it is a slip and no name: without a capital, or once only in a text that spells the word elsewhere.
    fn allow(&self, word: &str, meant: &str) -> bool {
        !is_capital(word) || self.spelt.contains(meant) && self.written.get(word).is_some_and(|times| *times < NAMED)
    }
}
