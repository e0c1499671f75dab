//! Lists that are run into one paragraph: `a. … b. …`, `(i) … and (ii) …`, `1) … 2) …`.

use std::ops::Range;

use super::super::shape::{Class, Digits, Form, Marker, MarkerKind, Ordinal, is};
use super::sentences;

/// Lists that may be open at once; a letter further back is no predecessor.
const OPEN: usize = 6;
/// Words of a label that opens a new topic.
const LABEL: usize = 12;
/// Bytes of a last item within which a new topic is looked for.
const TOPIC: usize = 512;

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

/// An ordinal in the text.
struct Candidate {
    marker: Range<usize>,
    ordinal: Ordinal,
    /// Whether punctuation or a conjunction stands before it.
    parted: bool,
    /// Whether a colon stands before it.
    announced: bool,
}

/// A list in the making.
struct List {
    last: Ordinal,
    items: Vec<Range<usize>>,
    labels: Vec<String>,
    end: usize,
    parted: bool,
    announced: bool,
}

/// The stretches of `text`, the folded words of a paragraph or item, behind its first; none where no list is run in.
/// `own` is the ordinal of the item that the text is, if siblings may follow within it.
pub(super) fn find(text: &str, own: Option<&str>) -> Vec<Stretch> {
    let candidates = candidates(text);
    if candidates.len() < 2 - usize::from(own.is_some()) {
        return Vec::new();
    }
    let mut lists = lists(text, candidates, own);
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
    bound(text, &mut lists, &ends);
    stretches(lists)
}

fn in_marker(markers: &[Range<usize>], end: usize) -> bool {
    let at = markers.partition_point(|marker| marker.end < end);
    markers.get(at).is_some_and(|marker| marker.start < end && end <= marker.end)
}

/// All ordinals that could be markers where they stand.
fn candidates(text: &str) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut enclosed = None;
    let mut before = "";
    let mut start = 0;
    for word in text.split_inclusive(' ') {
        let trimmed = word.trim_end();
        let plausible = trimmed.starts_with(['(', '[']) || (trimmed.len() <= 6 && trimmed.ends_with(['.', ')']));
        if plausible && let Some(candidate) = candidate(&text[start..], start, before) {
            let enclosed = enclosed.get_or_insert_with(|| sentences::enclosed(text));
            let at = enclosed.partition_point(|span: &Range<usize>| span.end <= start);
            if enclosed.get(at).is_none_or(|span| span.start >= start) {
                found.push(candidate);
            }
        }
        if !trimmed.is_empty() {
            before = trimmed;
        }
        start += word.len();
    }
    found
}

fn candidate(rest: &str, start: usize, before: &str) -> Option<Candidate> {
    let marker = Marker::parse(rest, false)?;
    let MarkerKind::Ordinal(ordinal) = marker.kind else { return None };
    let reference = before.trim_end_matches(['.', ',']).to_lowercase();
    let parted = before.is_empty()
        || before.ends_with(['.', ':', ';', ',', ')', '!', '?', '"', '\u{2014}'])
        || matches!(before, "and" | "or" | "and/or");
    let numbered = before.contains(|character: char| character.is_ascii_digit() || character == '\u{A7}');
    let placed = match ordinal.style.form {
        Form::Period if ordinal.style.digits == Digits::Upper => before.is_empty() || before.ends_with(['.', ':', ';']),
        Form::Period | Form::Parenthesis => true,
        // "Article 6(1) (a)" and "§ 1798.105 (d)" are references.
        Form::Parentheses => !numbered || (parted && !before.ends_with(')')),
        Form::Dash | Form::Colon | Form::Bare => false,
    };
    let next = rest[marker.length..].split(' ').next().unwrap_or_default();
    let refers = matches!(next, "above" | "below" | "hereof" | "and" | "or" | "of" | "through");
    (placed && !refers && !is(&reference, Class::Reference)).then(|| {
        let trimmed = rest[..marker.length].trim_end().len();
        let parted = parted || ordinal.style.form != Form::Period;
        Candidate { marker: start..start + trimmed, ordinal, parted, announced: before.ends_with(':') }
    })
}

/// Consecutive ordinals of one style, from the first on: at least two, or three where some stand after a bare word and no
/// colon announces them.
fn lists(text: &str, candidates: Vec<Candidate>, own: Option<&str>) -> Vec<List> {
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

/// Finds where the last item of each list ends: it has no more sentences than the longest of the others, and stops
/// before a new topic and before the sentence that announces the next list.
fn bound(text: &str, lists: &mut [List], ends: &[usize]) {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The stretches of a text, each with its depth and ordinal.
    fn read(text: &str) -> Vec<(String, String)> {
        cut(text, None)
    }

    fn cut(text: &str, own: Option<&str>) -> Vec<(String, String)> {
        let found = find(text, own);
        let mut parts = vec![(0, String::new())];
        parts.extend(found.iter().map(|stretch| match &stretch.role {
            Role::Text(depth) => (stretch.marker.end, format!("/{depth}")),
            Role::Item(label, depth) => (stretch.marker.end, format!("{label}{depth}")),
        }));
        let ends = found.iter().map(|stretch| stretch.marker.start).chain([text.len()]);
        let slices =
            parts.iter().zip(ends).map(|((start, role), end)| (role.clone(), text[*start..end].trim().to_owned()));
        slices.filter(|(_, text)| !text.is_empty()).collect()
    }

    #[track_caller]
    fn expect(text: &str, expected: &[(&str, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(role, text)| ((*role).to_owned(), (*text).to_owned())).collect();
        assert_eq!(read(text), expected);
    }

    #[track_caller]
    fn none(text: &str) {
        assert_eq!(find(text, None), [], "{text}");
    }

    #[test]
    fn letters_numbers_and_roman_numerals() {
        expect(
            "We do not keep: a. Names (of all kinds) b. Places (where you are) c. Faces",
            &[
                ("", "We do not keep:"),
                ("a0", "Names (of all kinds)"),
                ("b0", "Places (where you are)"),
                ("c0", "Faces"),
            ],
        );
        expect(
            "You need to (i) write to us, or (ii) call us. We answer.",
            &[("", "You need to"), ("i0", "write to us, or"), ("ii0", "call us."), ("/0", "We answer.")],
        );
        expect("Steps: 1) read it 2) sign it", &[("", "Steps:"), ("10", "read it"), ("20", "sign it")]);
    }

    #[test]
    fn references_are_no_lists() {
        none("See section 4(a) and section 4(b) of the law.");
        none("Under Article 6(1) (a) and Article 6(1) (b) we may.");
        none("See (a) above and (b) below.");
        none("We keep some data (such as (a) names and (b) places) for you.");
        none("Read section 1. Then read section 2. Then stop.");
        none("We offer plan a. We have no other plan.");
        none("Under \u{A7} 1798.105 (a) or \u{A7} 1798.105 (b) you may ask.");
        none("Vitamin A. is good, as is vitamin B. in the end.");
    }

    #[test]
    fn letters_count_on_through_i() {
        let text = "a. one b. two c. three d. four e. five f. six g. seven h. eight i. nine j. ten";
        assert_eq!(read(text).len(), 10);
    }

    #[test]
    fn the_last_item_ends_where_the_others_do() {
        expect(
            "We keep: a. Names. b. Places. For more, write to us.",
            &[("", "We keep:"), ("a0", "Names."), ("b0", "Places."), ("/0", "For more, write to us.")],
        );
        expect(
            "We keep: a. Names (all) b. Places (of users) Other Ways of Collecting: We collect when: a. You call. b. You write.",
            &[
                ("", "We keep:"),
                ("a0", "Names (all)"),
                ("b0", "Places (of users)"),
                ("/0", "Other Ways of Collecting: We collect when:"),
                ("a0", "You call."),
                ("b0", "You write."),
            ],
        );
    }

    #[test]
    fn lists_in_items() {
        expect(
            "We (a) keep (i) names and (ii) places, and (b) erase them. That is all.",
            &[
                ("", "We"),
                ("a0", "keep"),
                ("i1", "names and"),
                ("ii1", "places, and"),
                ("b0", "erase them."),
                ("/0", "That is all."),
            ],
        );
    }

    #[test]
    fn siblings_within_an_item() {
        let found = cut("Names 2) Places 3) Faces", Some("1"));
        assert_eq!(found.iter().map(|(role, _)| role.as_str()).collect::<Vec<_>>(), ["10", "20", "30"]);
    }

    #[test]
    fn linear_on_adversarial_text() {
        for unit in ["a. b. ", "(a) x (b) y ", "1) ", "a. xx b. yy (i) zz (ii) ww. ", "Aa: ", "(a) xx: "] {
            let text = unit.repeat(50_000);
            let started = std::time::Instant::now();
            find(&text, None);
            assert!(started.elapsed().as_secs() < 10, "{unit:?}");
        }
    }
}
