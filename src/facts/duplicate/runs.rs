//! Items or paragraphs in a row that stand twice in the same order.

use std::collections::HashMap;

use crate::facts::Facts;
use crate::text::ProseRange;

use super::{Duplicate, DuplicateKind, MOST_LIKES, OwnBlock, Passage, alike, same_readers};

/// Fewer in a row are no list.
const SHORTEST: usize = 4;

pub(super) fn find(facts: &Facts<'_>, passages: &[OwnBlock<'_>], found: &mut Vec<Duplicate>) {
    let mut earlier: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut at = 0;
    while at < passages.len() {
        let likes = earlier.get(&passages[at].hash).map_or(&[][..], Vec::as_slice);
        let readers =
            |like: &&usize| same_readers(facts, passages[**like].passage().sentence, passages[at].passage().sentence);
        let best = likes.iter().filter(readers).map(|like| (run(passages, *like, at), *like)).max();
        let length = match best {
            Some((length, like)) if length >= SHORTEST => {
                found.push(list(facts, passages, like, at, length));
                length
            }
            _ => 1,
        };
        for own in at..at + length {
            let likes = earlier.entry(passages[own].hash).or_default();
            if likes.len() < MOST_LIKES {
                likes.push(own);
            }
        }
        at += length;
    }
}

/// How many passages from `first` and `second` on are alike; one that differs counts where the two behind it are alike again.
fn run(passages: &[OwnBlock<'_>], first: usize, second: usize) -> usize {
    let alike = |offset: usize| {
        let (one, two) = (first + offset, second + offset);
        one < second && passages.get(two).is_some_and(|two| two.hash == passages[one].hash)
    };
    let mut length = 0;
    while alike(length) || alike(length + 1) && alike(length + 2) {
        length += 1;
    }
    length
}

fn list(facts: &Facts<'_>, passages: &[OwnBlock<'_>], first: usize, second: usize, length: usize) -> Duplicate {
    let passage = |start: usize| {
        let (head, last) = (&passages[start], &passages[start + length - 1]);
        let prose = ProseRange::new(head.block.prose.start(), last.block.prose.end());
        Passage { prose, sentence: head.passage().sentence }
    };
    let differing: Vec<(String, String)> = (0..length)
        .filter(|offset| passages[first + offset].hash != passages[second + offset].hash)
        .map(|offset| {
            let words = |at: usize| facts.reading.words(passages[at + offset].block.prose);
            alike::difference(words(first), words(second))
        })
        .collect();
    let joined = |side: fn(&(String, String)) -> &String| {
        differing.iter().map(side).filter(|words| !words.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    };
    Duplicate {
        kind: DuplicateKind::List,
        first: passage(first),
        second: passage(second),
        length,
        differing: (!differing.is_empty()).then(|| (joined(|pair| &pair.0), joined(|pair| &pair.1))),
    }
}
