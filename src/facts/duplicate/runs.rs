//! Lists that stand twice, the words before them and their items in the same order.

use std::collections::HashMap;

use crate::facts::Facts;
use crate::text::ProseRange;

use super::{Duplicate, DuplicateKind, OwnBlock, Passage, alike, same_readers};

/// Fewer in a row are no list.
const SHORTEST: usize = 4;
/// More lists that stand twice are a second copy of the text.
const MOST_LISTS: usize = 1;
/// Lists of labels, such as kinds of recipients, stand under many heads by design; items of more words say something.
const LABEL: usize = 4;

/// Lists with the words that lead them in, both of which stand exactly twice.
pub(super) fn find(facts: &Facts<'_>, passages: &[OwnBlock<'_>], found: &mut Vec<Duplicate>) {
    let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, own) in passages.iter().enumerate() {
        let all = places.entry(own.hash).or_default();
        if all.len() < 3 {
            all.push(at);
        }
    }
    let before = found.len();
    let mut at = 0;
    while at < passages.len() {
        let first = match places.get(&passages[at].hash).map(Vec::as_slice) {
            Some([first, second]) if *second == at => *first,
            _ => {
                at += 1;
                continue;
            }
        };
        let length = run(passages, first, at);
        let items = items(facts, passages, at, length);
        let readers = same_readers(facts, passages[first].passage().sentence, passages[at].passage().sentence);
        if readers && items >= SHORTEST {
            found.push(list(facts, passages, first, at, items + 1));
        }
        at += items.max(1);
    }
    // A page that holds the whole text twice, as of today and as of last year, repeats all of its lists.
    if found.len() - before > MOST_LISTS {
        found.truncate(before);
    }
}

/// How many of the passages in a row behind the one at `start` are items that it leads in, unless they are mere labels.
fn items(facts: &Facts<'_>, passages: &[OwnBlock<'_>], start: usize, length: usize) -> usize {
    let leads = |own: &&OwnBlock<'_>| {
        let chain = crate::facts::lead_chain(facts.reading, own.block.lead_in);
        chain.into_iter().any(|lead| passages[start].block.sentences.contains(&lead.index()))
    };
    let items: Vec<&OwnBlock<'_>> = passages[start..start + length].iter().skip(1).take_while(leads).collect();
    let words: usize = items.iter().map(|own| own.words).sum();
    if words > items.len() * LABEL { items.len() } else { 0 }
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
        latest: passage(first),
        // The words before the list are no point of it.
        length: length - 1,
        differing: (!differing.is_empty()).then(|| (joined(|pair| &pair.0), joined(|pair| &pair.1))),
    }
}
