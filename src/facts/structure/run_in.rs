//! Letters and numbers in brackets that count within one paragraph: "(a) names, (b) places, (d) photos". What counts well is read as items;
//! a mark that does not follow the one before is left in the last of them.

use std::ops::Range;

use crate::doc::{Block, BlockId, BlockKind, Mark, Reading};
use crate::text::ProseRange;

use super::enumeration::{Break, BreakKind, SHORTEST, WIDEST};

/// Words behind which a mark in brackets points to something, and counts nothing.
const POINTING: [&str; 24] = [
    "in",
    "under",
    "to",
    "of",
    "see",
    "by",
    "with",
    "from",
    "per",
    "section",
    "sections",
    "paragraph",
    "paragraphs",
    "clause",
    "clauses",
    "article",
    "articles",
    "art",
    "item",
    "items",
    "point",
    "points",
    "subsection",
    "subparagraph",
];
/// Words between two marks that are named in one breath.
const JOINING: [&str; 6] = ["and", "or", "to", "through", "both", "and/or"];

/// A mark within a text.
struct Inner<'a> {
    label: &'a str,
    /// With its brackets.
    range: Range<usize>,
}

/// All breaks of the marks within blocks. Linear in the text.
pub(super) fn breaks(reading: &Reading) -> Vec<Break> {
    let mut found = Vec::new();
    for (at, block) in reading.blocks.iter().enumerate().filter(|(_, block)| is_text(block)) {
        let text = reading.words(block.prose);
        let start = match &block.kind {
            BlockKind::Item(item) if item.run_in && !item.continues => Some(item.ordinal.as_str()),
            _ => None,
        };
        for series in series(text, start) {
            let stands = |before: &Inner<'_>, next: &Inner<'_>, label: &String| {
                text[before.range.end..next.range.start].contains(&format!("({label})"))
            };
            let breaks = of_series(&series).filter(|(_, before, next, skipped)| {
                // "(c)analyzing" lost its space, and "(iv), we" its words.
                !skipped.iter().any(|label| stands(before, next, label))
            });
            found.extend(breaks.map(|(kind, before, next, skipped)| {
                let start = block.prose.start();
                Break {
                    kind,
                    before: BlockId::at(at),
                    at: BlockId::at(at),
                    label: before.label.to_owned(),
                    next: next.label.to_owned(),
                    skipped,
                    place: Some(ProseRange::new(start + next.range.start, start + next.range.end)),
                }
            }));
        }
    }
    found
}

fn is_text(block: &Block) -> bool {
    !block.furniture && !block.quoted && !matches!(block.kind, BlockKind::Heading { .. } | BlockKind::Code)
}

/// The marks that count, each series from its first on, or from the mark of the item whose text this is.
fn series<'a>(text: &'a str, start: Option<&'a str>) -> Vec<Vec<Inner<'a>>> {
    let mut found: Vec<Vec<Inner<'_>>> = start.map(|label| vec![Inner { label, range: 0..0 }]).into_iter().collect();
    let (mut end, mut pointed) = (0, false);
    for inner in bracketed(text) {
        let before = text[end..inner.range.start].trim_end();
        let last = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
        let last = last.trim_end_matches(['.', ',']).to_lowercase();
        let gap: Vec<&str> =
            before.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).collect();
        let chained = end > 0 && gap.iter().all(|word| JOINING.contains(word));
        pointed = POINTING.contains(&last.as_str())
            || last.ends_with(|c: char| c.is_ascii_digit() || c == ')' || c == '\u{a7}')
            || chained && (pointed || gap.len() < 2);
        end = inner.range.end;
        if pointed {
            continue;
        }
        let first = matches!(inner.label, "a" | "A" | "1" | "i" | "I");
        // "i" behind "h" goes on.
        let goes_on =
            found.last().and_then(|series| series.last()).is_some_and(|last| last.label.eq_ignore_ascii_case("h"));
        match found.last_mut() {
            Some(series) if !first || goes_on => series.push(inner),
            _ if first => found.push(vec![inner]),
            _ => {}
        }
    }
    found.retain(|series| {
        let before = series.first().and_then(|first| place_of(first, is_roman(series))).unwrap_or(1) as usize - 1;
        series.len() > 1 && before + series.len() >= SHORTEST
    });
    found
}

fn is_roman(series: &[Inner<'_>]) -> bool {
    series.first().is_some_and(|first| first.label.eq_ignore_ascii_case("i") || first.label.len() > 1)
        && series.iter().all(|inner| Mark::of_label(inner.label).is_some_and(|mark| mark.roman_place().is_some()))
}

fn place_of(inner: &Inner<'_>, roman: bool) -> Option<u32> {
    let mark = Mark::of_label(inner.label)?;
    if roman { mark.roman_place() } else { mark.place() }.filter(|place| *place > 0)
}

/// Marks such as "(b)" behind white space and before a word.
fn bracketed(text: &str) -> impl Iterator<Item = Inner<'_>> {
    text.match_indices('(').filter_map(|(open, _)| {
        let inner = text.get(open + 1..)?;
        let close = inner.bytes().take(6).position(|byte| byte == b')')?;
        let label = inner.get(..close)?;
        let counts = !label.is_empty()
            && (label.len() == 1 && label.bytes().all(|byte| byte.is_ascii_alphabetic())
                || label.len() <= 2 && label.bytes().all(|byte| byte.is_ascii_digit())
                || label.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x')));
        let apart = open == 0 || text[..open].ends_with(char::is_whitespace);
        let end = open + 1 + close + 1;
        let goes_on = text[end..].starts_with(' ');
        (counts && apart && goes_on).then_some(Inner { label, range: open..end })
    })
}

type Found<'a> = (BreakKind, &'a Inner<'a>, &'a Inner<'a>, Vec<String>);

/// Where one series skips or repeats; nothing where it runs backwards or mixes its kinds of marks.
fn of_series<'a>(series: &'a [Inner<'a>]) -> impl Iterator<Item = Found<'a>> {
    let marks: Vec<Option<Mark>> = series.iter().map(|inner| Mark::of_label(inner.label)).collect();
    let roman = is_roman(series);
    let place = |at: usize| {
        let alike = marks.get(at)?.as_ref()?.style == marks.first()?.as_ref()?.style;
        place_of(series.get(at)?, roman).filter(|_| alike)
    };
    let places: Option<Vec<u32>> = (0..series.len()).map(place).collect();
    let places = places.filter(|places| places.windows(2).all(|pair| (pair[0]..=pair[0] + WIDEST).contains(&pair[1])));
    let mut found = Vec::new();
    for (at, pair) in places.unwrap_or_default().windows(2).enumerate() {
        let (from, to) = (pair[0], pair[1]);
        let Some(mark) = marks[at].as_ref().filter(|_| to != from + 1) else { continue };
        let skipped: Vec<String> = (from + 1..to).map(|place| mark.labelled(place, roman)).collect();
        let kind = if skipped.is_empty() { BreakKind::Repeated } else { BreakKind::Gap };
        found.push((kind, &series[at], &series[at + 1], skipped));
    }
    // Two breaks in so short a text are another way of counting.
    if found.len() > 1 {
        found.clear();
    }
    found.into_iter()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::doc::{Format, read};
    use crate::text::SourceText;

    fn found(text: &str) -> Vec<(BreakKind, String, String)> {
        let reading = read(&SourceText::new(text.as_bytes()).unwrap(), Format::Plain);
        breaks(&reading).into_iter().map(|found| (found.kind, found.label, found.next)).collect()
    }

    #[test]
    fn marks_within_a_sentence() {
        let gap = |before: &str, next: &str| (BreakKind::Gap, before.to_owned(), next.to_owned());
        assert_eq!(found("We keep (a) names of bakers, (b) places and (d) photos of cakes."), [gap("b", "d")]);
        assert_eq!(found("We ask to (i) bake, (ii) sell, and (iv) eat bread."), [gap("ii", "iv")]);
        assert_eq!(
            found("We keep (1) names, (2) places, (2) photos and (3) slips."),
            [(BreakKind::Repeated, "2".to_owned(), "2".to_owned())]
        );
    }

    #[test]
    fn what_counts_well_or_points() {
        for text in [
            "We keep (a) names, (b) places and (c) photos. We sell (a) rye, (b) oats and (c) wheat.",
            "The law asks it in Article 6(1) (a), (b) and (f), and under (d) we may.",
            "We keep (a) names, (b) places, as told in (a) above, (c) photos of both (a) and (b).",
            "We keep (h) oats, (j) rye and (k) wheat.",
            "We (a) bake bread; (b) grind rye and oats;(c)weigh both, or (d) sell them. It was (i) hot; (ii) dry; (iii), well and (iv) wet.",
            "A baker (e) is one who bakes (a) well, (f) fast, (c) often.",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
