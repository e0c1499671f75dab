//! Puts the lines of a wrapped paragraph together again.

use std::ops::Range;

use super::super::shape::{Class, Clause, Ending, MarkerKind, Shape, bare, is};
use super::lines::Line;

/// A column before which nobody wraps running text.
const NARROW: usize = 36;
/// Lines longer than this show a text that is not wrapped.
const WIDE: usize = 130;
/// Lines on either side that show how wide the text is set.
const WINDOW: usize = 4;

/// How one line passes into the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Break {
    /// The first word of the next line would have fit: the writer broke the line.
    Meant,
    /// The line is full and goes on in mid-sentence.
    MidSentence,
    /// The line is full and ends in a word; the next begins with a capital.
    Open,
    /// The line is full and ends as a sentence or an item does.
    Closed,
}

/// Groups of lines that are one paragraph, item or heading each. `lines` holds no table row.
pub(super) fn paragraphs(text: &str, lines: &[Line]) -> Vec<Range<usize>> {
    let mut groups = Vec::new();
    let mut start = 0;
    while start < lines.len() {
        let end = (start + 1..lines.len()).find(|&at| opens_block(text, lines, start, at)).unwrap_or(lines.len());
        group(text, lines, start..end, &mut groups);
        start = end;
    }
    groups
}

/// Whether line `at` opens a block of its own whatever the width of the text.
fn opens_block(text: &str, lines: &[Line], start: usize, at: usize) -> bool {
    let (before, line) = (&lines[at - 1], &lines[at]);
    line.after_gap
        || line.underlined.is_some()
        || before.underlined.is_some()
        || (line.marker.is_some() && !is_wrapped_marker(text, lines, start, at))
}

/// Whether what looks like a marker is the hyphen or the "(i)" of a sentence that was wrapped there.
fn is_wrapped_marker(text: &str, lines: &[Line], start: usize, at: usize) -> bool {
    let (before, line) = (&lines[at - 1], &lines[at]);
    let kind = |line: &Line| line.marker.as_ref().map(|marker| std::mem::discriminant(&marker.kind));
    let is_dash = line.marker.as_ref().is_some_and(|marker| {
        matches!(marker.kind, MarkerKind::Bullet('-' | '\u{2013}' | '\u{2014}' | '+' | '*') | MarkerKind::Ordinal(_))
    });
    let alone = kind(line) != kind(&lines[start]) && lines.get(at + 1).is_none_or(|after| kind(after) != kind(line));
    let full = before.edge >= NARROW
        && before.edge <= WIDE
        && is_full(text, before, line, width(lines, at - 1, start, at + 2));
    is_dash && alone && full && before.ending == Ending::Open && line.indent == before.words_column()
}

/// Cuts `range`, lines without gap or marker in between, where a break was meant.
fn group(text: &str, lines: &[Line], range: Range<usize>, groups: &mut Vec<Range<usize>>) {
    let breaks: Vec<Break> = (range.start + 1..range.end).map(|at| classify(text, lines, &range, at)).collect();
    let mut start = range.start;
    let mut at = range.start + 1;
    while at < range.end {
        let run = breaks[at - range.start - 1..].iter().take_while(|kind| **kind != Break::Meant).count();
        if run > 0 && is_running_text(&breaks[at - range.start - 1..][..run]) {
            at += run;
        } else {
            for _ in 0..run {
                groups.push(start..at);
                start = at;
                at += 1;
            }
        }
        if at < range.end {
            groups.push(start..at);
            start = at;
            at += 1;
        }
    }
    groups.push(start..range.end);
}

/// Whether full lines in a row are a wrapped paragraph: most of them end in mid-sentence.
fn is_running_text(breaks: &[Break]) -> bool {
    let count = |kind| breaks.iter().filter(|found| **found == kind).count();
    let inside = count(Break::MidSentence);
    inside > 0 && count(Break::Closed) <= inside.div_ceil(2) && count(Break::Open) <= inside
}

fn classify(text: &str, lines: &[Line], range: &Range<usize>, at: usize) -> Break {
    let (before, line) = (&lines[at - 1], &lines[at]);
    let first = line.range.of(text).chars().find(|character| character.is_alphanumeric());
    let lower = first.is_some_and(|first| !first.is_uppercase());
    if lower && before.ending == Ending::Open && ends_in_function_word(before.range.of(text)) {
        return Break::MidSentence;
    }
    let width = width(lines, at - 1, range.start, range.end);
    if !(NARROW..=WIDE).contains(&width) || !is_full(text, before, line, width) {
        return Break::Meant;
    }
    match before.ending {
        Ending::Open | Ending::Comma if lower => Break::MidSentence,
        Ending::Open if ends_in_function_word(before.range.of(text)) || breaks_off(text, before, line) => {
            Break::MidSentence
        }
        Ending::Comma => Break::MidSentence,
        Ending::Open => Break::Open,
        Ending::Colon | Ending::Semicolon | Ending::Period | Ending::Question => Break::Closed,
    }
}

/// The right margin around line `at`: the edge of the longest line near it.
fn width(lines: &[Line], at: usize, start: usize, end: usize) -> usize {
    let near = at.saturating_sub(WINDOW).max(start)..(at + WINDOW + 1).min(end).min(lines.len());
    lines[near].iter().map(|line| line.edge).max().unwrap_or_default()
}

/// Whether the first word of `next` would not have fit behind `line`.
fn is_full(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    let first = next.range.of(text).split_whitespace().next().map_or(0, |word| word.chars().count());
    line.edge + 1 + first > width
}

/// Whether a line begins a sentence that only the name at the head of the next line can go on.
fn breaks_off(text: &str, line: &Line, next: &Line) -> bool {
    let shape = Shape::of(line.words.of(text));
    let first = next.range.of(text).split_whitespace().next().map(bare).unwrap_or_default();
    shape.clause == Clause::Sentence && shape.words >= 6 && !is(&first, Class::SentenceOpener)
}

fn ends_in_function_word(line: &str) -> bool {
    let last = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    last.ends_with(char::is_alphabetic) && is(&bare(last), Class::Function)
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let lines = split(text);
        let join =
            |group: Range<usize>| lines[group].iter().map(|line| line.range.of(text)).collect::<Vec<_>>().join(" ");
        paragraphs(text, &lines).into_iter().map(join).collect()
    }

    #[test]
    fn a_wrapped_paragraph_is_one() {
        let text = "We keep the address that you give us for as long as your\naccount is open. We then\nerase it.";
        assert_eq!(read(text).len(), 2, "the second line was broken on purpose");
        let text = "We keep the address that you give us for as long as your\naccount is open. We then erase it, and with it all that\nbelongs to it. \
                    Copies on tape\n\nNext paragraph.";
        assert_eq!(read(text).len(), 2);
    }

    #[test]
    fn one_line_each_is_one_paragraph_each() {
        let text = "How we keep your data\nWe keep the address that you give us for as long as your account is open.\n\
                    We then erase it.";
        assert_eq!(read(text).len(), 3);
        let items = "run the service;\nimprove the service and its parts;\npay the bills we owe.";
        assert_eq!(read(items).len(), 3);
    }

    #[test]
    fn a_sentence_goes_on_after_a_function_word() {
        let text = "If at any time you would like to stop receiving our letters you can write to us at\n\
                    post@lantern.example and we will take you off the list at once without any question asked.";
        assert_eq!(read(text).len(), 1);
    }

    #[test]
    fn a_dash_at_the_head_of_a_wrapped_line_is_no_bullet() {
        let text = "We keep the address that you give us for as long as you\n- the customer of this shop, that is - have an account\n\
                    with us and for a year after that.";
        assert_eq!(read(text).len(), 1);
        let list = "We keep all of the following data on our own machines\n- names\n- places";
        assert_eq!(read(list).len(), 3);
    }
}
