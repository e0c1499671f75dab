//! Words that are known misspellings of another, or near misses of one that the text writes often.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::doc::{BlockKind, Sentence};
use crate::facts::Facts;
use crate::facts::language::is_english;
use crate::text::ProseRange;

use super::near_miss::near_misses;
use super::pieces::pieces;
use super::word_list::line_of;
use super::{Slip, SlipKind};

/// Misspellings, each with the one word that it is meant for; the build script takes them from `typos-dict`.
static MISSPELLINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/misspellings.txt"));
/// A name is written with a capital more than once.
const NAMED: u32 = 2;
/// A word that stands so often is one of the text's language.
const USUAL: u32 = 3;
/// A cell of more words shows by itself in which language it is.
const LABEL: usize = 6;
/// Words before one of a kind, and before no more.
const SINGLE: [&str; 7] = ["a", "each", "every", "our", "that", "the", "this"];

/// A word as it is written.
struct Written {
    meant: Option<&'static str>,
    times: u32,
    first: (ProseRange, usize),
}

pub(super) fn find(facts: &Facts<'_>, found: &mut Vec<Slip>) {
    let reading = facts.reading;
    let mut known: HashMap<&str, Written> = HashMap::new();
    let mut suspects: Vec<Suspect<'_>> = Vec::new();
    for (at, sentence) in reading.sentences.iter().enumerate() {
        let block = reading.block(sentence.block);
        if block.furniture || block.quoted || matches!(block.kind, BlockKind::Code) {
            continue;
        }
        let mut english = None;
        for (range, word) in words(reading.words(sentence.prose), sentence) {
            let written =
                known.entry(word).or_insert_with(|| Written { meant: meant(word), times: 0, first: (range, at) });
            written.times += 1;
            let Some(meant) = written.meant else { continue };
            if *english.get_or_insert_with(|| is_english(reading.words(sentence.prose))) {
                suspects.push(Suspect { range, word, meant: Cow::Borrowed(meant) });
            }
        }
    }
    near(facts, &known, &mut suspects);
    found.extend(months(facts));
    if suspects.is_empty() {
        return;
    }
    let capitals = Capitals::of(facts, &suspects);
    found.extend(suspects.iter().filter(|suspect| capitals.allow(suspect.word, &suspect.meant)).filter_map(
        |suspect| {
            let expected = expected(facts, suspect)?;
            Some(Slip::new(SlipKind::Misspelt, suspect.range).found(suspect.word).expected(expected))
        },
    ));
}

/// A word that is misspelt, unless it is a name.
struct Suspect<'t> {
    range: ProseRange,
    word: &'t str,
    meant: Cow<'static, str>,
}

/// Adds what no list knows as a misspelling and the text itself shows to be one.
fn near<'t>(facts: &Facts<'_>, known: &HashMap<&'t str, Written>, suspects: &mut Vec<Suspect<'t>>) {
    let mut counts: HashMap<String, u32> = HashMap::new();
    for (word, written) in known {
        *counts.entry(word.to_ascii_lowercase()).or_default() += written.times;
    }
    let near = near_misses(&counts);
    if near.is_empty() {
        return;
    }
    // A cell of a few words shows its language by words that the text has everywhere.
    let common = |at: usize| {
        let sentence = &facts.reading.sentences[at];
        let words: Vec<&str> = words(facts.reading.words(sentence.prose), sentence).map(|(_, word)| word).collect();
        let usual = words.iter().filter(|word| known.get(**word).is_some_and(|written| written.times >= USUAL)).count();
        (3..=LABEL).contains(&words.len()) && usual + 1 >= words.len()
    };
    let english = |at: usize| is_english(facts.reading.words(facts.reading.sentences[at].prose)) || common(at);
    suspects.extend(known.iter().filter_map(|(word, written)| {
        let meant = near.get(word.to_ascii_lowercase().as_str())?;
        let (range, sentence) = written.first;
        (written.meant.is_none() && english(sentence)).then(|| Suspect {
            range,
            word,
            meant: Cow::Owned((*meant).to_owned()),
        })
    }));
    suspects.sort_by_key(|suspect| suspect.range.start());
}

/// "Janruary 14, 2026", "14 Janruary 2026": what is near to the name of a month, in the place of one.
fn months(facts: &Facts<'_>) -> Vec<Slip> {
    let reading = facts.reading;
    let own = reading.sentences.iter().filter(|sentence| {
        let block = reading.block(sentence.block);
        let own = !block.furniture && !block.quoted && !matches!(block.kind, BlockKind::Code);
        own && reading.words(sentence.prose).contains("20")
    });
    own.flat_map(|sentence| {
        let own = pieces(reading.words(sentence.prose));
        let words: Vec<(ProseRange, &str)> =
            own.map(|piece| (piece.range(sentence.prose.start()), piece.bare)).collect();
        let number = |at: Option<usize>, years: bool| {
            let word = at.and_then(|at| words.get(at)).map(|(_, word)| *word).unwrap_or_default();
            let day = |word: &str| word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
            let year = |word: &str| word.len() == 4 && word.starts_with("20");
            word.bytes().all(|digit| digit.is_ascii_digit()) && if years { year(word) } else { day(word) }
        };
        let dated = |at: usize| {
            number(Some(at + 1), true) && number(at.checked_sub(1), false)
                || number(Some(at + 1), false) && number(Some(at + 2), true)
        };
        let slip = |(at, (range, word)): (usize, &(ProseRange, &str))| {
            let meant = Some(*word).filter(|_| dated(at)).and_then(crate::facts::date::month_meant)?;
            Some(Slip::new(SlipKind::Misspelt, *range).found(*word).expected(capitalised(meant)))
        };
        words.iter().enumerate().filter_map(slip).collect::<Vec<_>>()
    })
    .collect()
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
    line_of(MISSPELLINGS, &word.to_ascii_lowercase())?.split_once(' ').map(|(_, right)| right)
}

/// What ought to stand there. "Companys" is no plural, or lost an apostrophe: both are told, and neither behind an article, which no plural
/// has, since nothing is misspelt there.
fn expected(facts: &Facts<'_>, suspect: &Suspect<'_>) -> Option<String> {
    let Suspect { range, word, meant } = suspect;
    let right = if is_capital(word) { capitalised(meant) } else { meant.to_string() };
    let one = right.strip_suffix("ies").filter(|stem| word.strip_suffix("ys") == Some(stem));
    let Some(one) = one else { return Some(right) };
    let before = facts.reading.prose.text()[..range.start()].trim_end().rsplit(' ').next().unwrap_or_default();
    let single = SINGLE.iter().any(|article| article.eq_ignore_ascii_case(before));
    (!single).then(|| format!("{right}” or “{one}y's"))
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
    fn of(facts: &Facts<'t>, suspects: &[Suspect<'t>]) -> Self {
        let mut written: HashMap<&str, u32> = HashMap::new();
        for suspect in suspects.iter().filter(|suspect| is_capital(suspect.word)) {
            *written.entry(suspect.word).or_default() += 1;
        }
        let meant: HashSet<&str> = suspects.iter().map(|suspect| suspect.meant.as_ref()).collect();
        let words = facts.reading.prose.text().split(|mark: char| !mark.is_alphabetic());
        let spelt = words.map(str::to_ascii_lowercase).filter(|word| meant.contains(word.as_str())).collect();
        Self { written, spelt }
    }

    /// Whether it is a slip and no name: without a capital, or once only in a text that spells the word elsewhere.
    fn allow(&self, word: &str, meant: &str) -> bool {
        !is_capital(word) || self.spelt.contains(meant) && self.written.get(word).is_some_and(|times| *times < NAMED)
    }
}
