//! Paragraphs that are the same but for a few words, and which words these are.

use std::collections::{HashMap, HashSet};

use xxhash_rust::xxh3::xxh3_64;

use crate::facts::Facts;

use super::{Duplicate, DuplicateKind, MOST_LIKES, OwnBlock, same_readers, words};

/// Shorter paragraphs are alike by chance.
const SHORTEST: usize = 25;
/// Words of a shingle.
const SHINGLE: usize = 4;
/// How many shingles stand for a paragraph: those with the smallest hashes, so that paragraphs alike have most of them in common.
const SKETCH: usize = 12;
/// How many of them must be in common for a closer look.
const IN_COMMON: usize = 5;

pub(super) fn find(facts: &Facts<'_>, passages: &[OwnBlock<'_>], found: &mut Vec<Duplicate>) {
    let mut earlier: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, own) in passages.iter().enumerate().filter(|(_, own)| own.words >= SHORTEST) {
        let text = facts.reading.words(own.block.prose);
        let sketch = sketch(text);
        let mut common: HashMap<usize, usize> = HashMap::new();
        for like in sketch.iter().filter_map(|shingle| earlier.get(shingle)).flatten() {
            *common.entry(*like).or_default() += 1;
        }
        let mut likes: Vec<(usize, usize)> =
            common.into_iter().filter(|(_, count)| *count >= IN_COMMON).map(|(like, count)| (count, like)).collect();
        likes.sort_by(|a, b| (b.0, a.1).cmp(&(a.0, b.1)));
        let like = likes.into_iter().map(|(_, like)| like).find(|like| {
            let other = &passages[*like];
            other.hash != own.hash && same_readers(facts, other.passage().sentence, own.passage().sentence)
        });
        if let Some(like) = like {
            let other = facts.reading.words(passages[like].block.prose);
            let (mine, theirs) = difference(other, text);
            let longest = own.words.max(passages[like].words);
            let differing = mine.split(' ').count().max(theirs.split(' ').count());
            if differing * 5 <= longest {
                found.push(Duplicate {
                    kind: DuplicateKind::NearParagraph,
                    first: passages[like].passage(),
                    second: own.passage(),
                    latest: passages[like].passage(),
                    length: own.words,
                    differing: Some((mine, theirs)),
                });
            }
        }
        for shingle in sketch {
            let likes = earlier.entry(shingle).or_default();
            if likes.len() < MOST_LIKES {
                likes.push(at);
            }
        }
    }
}

fn sketch(text: &str) -> Vec<u64> {
    let words: Vec<String> = words(text).collect();
    let mut hashes: Vec<u64> = words.windows(SHINGLE).map(|shingle| xxh3_64(shingle.join(" ").as_bytes())).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes.truncate(SKETCH);
    hashes
}

/// The words that only the first text has, and those that only the second one has, each in its own order.
pub(super) fn difference(first: &str, second: &str) -> (String, String) {
    let only = |one: &str, other: &str| {
        let mut left: HashMap<String, usize> = HashMap::new();
        for word in words(other) {
            *left.entry(word).or_default() += 1;
        }
        let mut only: Vec<String> = Vec::new();
        for word in words(one) {
            match left.get_mut(&word).filter(|count| **count > 0) {
                Some(count) => *count -= 1,
                None => only.push(word),
            }
        }
        let mut seen = HashSet::new();
        only.retain(|word| seen.insert(word.clone()));
        only.join(" ")
    };
    (only(first, second), only(second, first))
}
