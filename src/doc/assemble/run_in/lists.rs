//! Ordinals that follow each other.

use std::ops::Range;

use super::super::super::shape::Ordinal;
use super::candidates::Candidate;

/// Lists that may be open at once; a letter further back is no predecessor.
const OPEN: usize = 6;

/// A list in the making.
pub(super) struct List {
    pub(super) last: Ordinal,
    pub(super) items: Vec<Range<usize>>,
    pub(super) labels: Vec<String>,
    pub(super) end: usize,
    pub(super) parted: bool,
    pub(super) announced: bool,
}

/// Consecutive ordinals of one style, from the first on: at least two, or three where some stand after a bare word and no
/// colon announces them.
pub(super) fn build(text: &str, candidates: Vec<Candidate>, own: Option<&str>) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let mut own = own;
    for Candidate { marker, ordinal, parted, announced } in candidates {
        let recent = lists.len().saturating_sub(OPEN);
        if let Some(list) = lists[recent..].iter_mut().rev().find(|list| ordinal.follows(&list.last)) {
            list.items.push(marker);
            list.labels.push(ordinal.label.clone());
            list.last = ordinal;
            list.parted &= parted || list.announced;
        } else if own.is_some_and(|own| ordinal.follows(&Ordinal { label: own.to_owned(), style: ordinal.style })) {
            let labels = vec![own.take().unwrap_or_default().to_owned(), ordinal.label.clone()];
            lists
                .insert(0, List { last: ordinal, items: vec![0..0, marker], labels, end: 0, parted, announced: false });
        } else if ordinal.is_first() {
            let labels = vec![ordinal.label.clone()];
            // What found no successor among the last lists finds none.
            if lists.len() >= OPEN && lists[lists.len() - OPEN].items.len() == 1 {
                lists.remove(lists.len() - OPEN);
            }
            lists.push(List { last: ordinal, items: vec![marker], labels, end: 0, parted: true, announced });
        }
    }
    lists.retain(|list| {
        let enough = list.items.len() >= 2 + usize::from(!list.parted);
        enough && list.items.windows(2).all(|pair| has_words(&text[pair[0].end..pair[1].start]))
    });
    lists.sort_by_key(|list| list.items[0].start);
    lists
}

fn has_words(text: &str) -> bool {
    text.split(' ').any(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !matches!(word, "and" | "or"))
}
