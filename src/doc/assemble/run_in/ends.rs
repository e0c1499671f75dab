//! Where the last item of a list ends, as nothing in a paragraph marks it.

use std::ops::Range;

use super::super::super::shape::{Class, is};
use super::lists::List;

/// Words of a label that opens a new topic.
const LABEL: usize = 12;
/// Bytes of a last item within which a new topic is looked for.
const TOPIC: usize = 512;

/// Finds where the last item of each list ends: it has no more sentences than the longest of the others, and stops
/// before a new topic and before the sentence that announces the next list.
pub(super) fn set(text: &str, lists: &mut [List], ends: &[usize]) {
    let starts: Vec<usize> = lists.iter().map(|list| list.items[0].start).collect();
    for (at, list) in lists.iter_mut().enumerate() {
        let Some(last) = list.items.last().map(|marker| marker.end) else { continue };
        let inner = |pair: &[Range<usize>]| {
            let from = ends.partition_point(|end| *end <= pair[0].end);
            let item_end = pair[0].end + text[pair[0].end..pair[1].start].trim_end().len();
            ends[from..].iter().take_while(|end| **end < item_end).count() + 1
        };
        let longest = list.items.windows(2).map(inner).max().unwrap_or(1);
        let from = ends.partition_point(|end| *end <= last);
        let mut end = ends.get(from + longest - 1).copied().unwrap_or(text.len());
        // The next list may be announced by the last sentence before it.
        if let Some(&next) = starts.get(at + 1..).and_then(|starts| starts.iter().find(|start| **start > last))
            && next < end
            && let Some(sentence) = ends.get(..ends.partition_point(|end| *end < next)).and_then(<[usize]>::last)
            && *sentence > last
        {
            end = *sentence;
        }
        let searched = (last..=end.min(last + TOPIC)).rev().find(|offset| text.is_char_boundary(*offset));
        list.end = topic(text, last..searched.unwrap_or(last)).unwrap_or(end);
    }
}

/// Where a label in title case opens a new topic: "… of users) Other Ways of Collecting: Beyond …".
fn topic(text: &str, range: Range<usize>) -> Option<usize> {
    let slice = &text[range.clone()];
    slice.match_indices(": ").find_map(|(colon, _)| {
        let mut start = colon;
        let mut heavy = 0;
        for word in slice[..colon].rsplit(' ').take(LABEL) {
            let closes = word.ends_with(['.', '?', '!', ')', '"', ';']);
            if closes && start < colon {
                return (heavy >= 2).then_some(range.start + start);
            }
            let capital = word.starts_with(|first: char| first.is_uppercase() || first == '"');
            if !capital && !is(word, Class::Function) {
                return None;
            }
            heavy += usize::from(capital);
            start = start.saturating_sub(word.len() + usize::from(start < colon));
        }
        None
    })
}
