//! Lists that are run into one paragraph: `a. … b. …`, `(i) … and (ii) …`, `1) … 2) …`.

mod candidates;
mod ends;
mod lists;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::sentences;
use lists::List;

/// What a stretch of a paragraph is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    /// Text around lists: how many lists of the paragraph it stands in.
    Text(u8),
    /// An item: its ordinal, and how many lists of the paragraph are around its own.
    Item(String, u8),
}

/// A stretch of a paragraph with lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Its marker, or the empty range where it starts.
    pub(super) marker: Range<usize>,
    /// What it is.
    pub(super) role: Role,
}

/// The stretches of `text`, the folded words of a paragraph or item, behind its first; none where no list is run in.
/// `own` is the ordinal of the item that the text is, if siblings may follow within it.
pub(super) fn find(text: &str, own: Option<&str>) -> Vec<Stretch> {
    let candidates = candidates::find(text);
    if candidates.len() < 2 - usize::from(own.is_some()) {
        return Vec::new();
    }
    let mut lists = lists::build(text, candidates, own);
    if lists.is_empty() {
        return Vec::new();
    }
    let markers: Vec<Range<usize>> = {
        let mut markers: Vec<_> = lists.iter().flat_map(|list| list.items.iter().cloned()).collect();
        markers.sort_by_key(|marker| marker.start);
        markers
    };
    // A period behind an enumerator ends no sentence.
    let ends: Vec<usize> = sentences::split(text)
        .into_iter()
        .map(|sentence| sentence.end)
        .filter(|end| !in_marker(&markers, *end))
        .collect();
    ends::set(text, &mut lists, &ends);
    stretches(lists)
}

fn in_marker(markers: &[Range<usize>], end: usize) -> bool {
    let at = markers.partition_point(|marker| marker.end < end);
    markers.get(at).is_some_and(|marker| marker.start < end && end <= marker.end)
}

/// Puts the lists, which may lie in items of one another, in the order of the text.
fn stretches(lists: Vec<List>) -> Vec<Stretch> {
    let mut open: Vec<OpenList> = Vec::new();
    let mut found: Vec<Stretch> = Vec::new();
    for list in lists {
        let start = list.items[0].start;
        close(&mut open, start, &mut found);
        // A list within an item ends with it; one that does not is none.
        let mut end = list.end;
        let mut fills_item = false;
        if let Some(around) = open.last() {
            let next = around.items.partition_point(|marker| marker.start <= start);
            let item_end = around.items.get(next).map_or(around.end, |marker| marker.start);
            fills_item = item_end <= end;
            if list.items.last().is_some_and(|marker| marker.end > item_end) {
                continue;
            }
            end = end.min(item_end);
        }
        let depth = depth(&open);
        let items = list.items.iter().cloned().zip(list.labels);
        found.extend(items.map(|(marker, label)| Stretch { marker, role: Role::Item(label, depth) }));
        open.push(OpenList { items: list.items, end, fills_item });
    }
    close(&mut open, usize::MAX, &mut found);
    found.sort_by_key(|stretch| stretch.marker.start);
    found
}

/// A list around the text at hand.
struct OpenList {
    items: Vec<Range<usize>>,
    end: usize,
    /// Whether it ends together with the item that it stands in.
    fills_item: bool,
}

/// Ends the lists that are over at `offset`; the text goes on around them.
fn close(open: &mut Vec<OpenList>, offset: usize, found: &mut Vec<Stretch>) {
    while let Some(list) = open.pop_if(|list| list.end <= offset) {
        if !list.fills_item {
            found.push(Stretch { marker: list.end..list.end, role: Role::Text(depth(open)) });
        }
    }
}

fn depth<T>(open: &[T]) -> u8 {
    u8::try_from(open.len()).unwrap_or(u8::MAX)
}
