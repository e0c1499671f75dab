//! Puts the lines of a wrapped paragraph together again.

use std::ops::Range;

use super::super::shape::{Case, Class, Clause, Ending, MarkerKind, Shape, bare, is, is_abbreviation};
use super::lines::Line;

/// A column before which nobody wraps running text.
const NARROW: usize = 28;
/// Lines longer than this show a text that is not wrapped.
const WIDE: usize = 130;
/// Lines on either side that show how wide the text is set.
const WINDOW: usize = 4;

/// How one line passes into the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Break {
    /// The first word of the next line would have fit: the writer broke the line.
    Meant,
    /// The line breaks off where no phrase can end.
    Torn,
    /// The line is full and the next goes on in lower case, as wrapped text does and a list of phrases may.
    Lower,
    /// The line is full and ends in a word; the next begins with a capital.
    Open,
    /// The line is full and ends as a sentence or an item does.
    Closed,
    /// The line is full and announces what follows.
    Colon,
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
    let broken =
        matches!(before.ending, Ending::Open | Ending::Comma) || is_abbreviation(last_word(before.range.of(text)));
    is_dash && alone && full && broken && line.indent == before.words_column()
}

/// Cuts `range`, lines without gap or marker in between, where a break was meant.
fn group(text: &str, lines: &[Line], range: Range<usize>, groups: &mut Vec<Range<usize>>) {
    let breaks: Vec<Break> = (range.start + 1..range.end).map(|at| classify(text, lines, &range, at)).collect();
    let mut start = range.start;
    let mut line = range.start + 1;
    for run in breaks.split_inclusive(|found| *found == Break::Meant) {
        for joined in joins(run) {
            if !joined {
                groups.push(start..line);
                start = line;
            }
            line += 1;
        }
    }
    groups.push(start..range.end);
}

/// Which of the breaks of full lines in a row lie within a paragraph. A last break that was meant does not.
fn joins(run: &[Break]) -> Vec<bool> {
    let mut joined = Vec::with_capacity(run.len());
    let mut after_colon = false;
    for part in run.split_inclusive(|found| matches!(found, Break::Colon | Break::Meant)) {
        let (inner, last) = match part.split_last() {
            Some((last @ (Break::Colon | Break::Meant), inner)) => (inner, Some(*last)),
            _ => (part, None),
        };
        let running = is_running_text(inner, after_colon);
        // Behind a colon, lines of wrapped text are told from items only by breaks that no list has.
        if after_colon
            && running
            && let Some(colon) = joined.last_mut()
        {
            *colon = true;
        }
        joined.extend(inner.iter().map(|found| running || *found == Break::Torn));
        joined.extend(last.map(|_| false));
        after_colon = last == Some(Break::Colon);
    }
    joined
}

/// Whether full lines in a row are a wrapped paragraph: most of them end in mid-sentence.
fn is_running_text(breaks: &[Break], after_colon: bool) -> bool {
    let count = |kind| breaks.iter().filter(|found| **found == kind).count();
    let (torn, lower) = (count(Break::Torn), count(Break::Lower));
    let inside = torn + lower;
    let evident = torn > 0 || (lower > 0 && !after_colon);
    evident && count(Break::Closed) <= inside && count(Break::Open) <= inside
}

fn classify(text: &str, lines: &[Line], range: &Range<usize>, at: usize) -> Break {
    let (before, line) = (&lines[at - 1], &lines[at]);
    let words = before.range.of(text);
    let first = line.range.of(text).chars().find(|character| character.is_alphanumeric());
    let lower = first.is_some_and(|first| !first.is_uppercase());
    if lower && before.ending == Ending::Open && ends_in_function_word(words) {
        return Break::Torn;
    }
    let width = width(lines, at - 1, range.start, range.end);
    if !(NARROW..=WIDE).contains(&width) || !is_full(text, before, line, width) {
        return Break::Meant;
    }
    match before.ending {
        _ if leaves_parenthesis_open(words) => Break::Torn,
        Ending::Open if ends_in_function_word(words) || is_abbreviation(first_word(text, line)) => Break::Torn,
        Ending::Open | Ending::Comma if breaks_off(text, before, line, lower) => Break::Torn,
        Ending::Period if is_abbreviation(last_word(words)) => Break::Torn,
        Ending::Open | Ending::Comma if lower => Break::Lower,
        Ending::Open | Ending::Comma => Break::Open,
        Ending::Semicolon | Ending::Period | Ending::Question => Break::Closed,
        Ending::Colon => Break::Colon,
    }
}

/// The right margin around line `at`: the edge of the longest line near it.
fn width(lines: &[Line], at: usize, start: usize, end: usize) -> usize {
    let near = at.saturating_sub(WINDOW).max(start)..(at + WINDOW + 1).min(end).min(lines.len());
    lines[near].iter().map(|line| line.edge).max().unwrap_or_default()
}

/// Whether the first word of `next` would not have fit behind `line`.
fn is_full(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    line.edge + 1 + first_word(text, next).chars().count() > width
}

/// Whether a line breaks off a sentence, as the last of several, or one that only the name at the head of the next line
/// can go on.
fn breaks_off(text: &str, line: &Line, next: &Line, lower: bool) -> bool {
    let shape = Shape::of(line.words.of(text));
    let first = bare(first_word(text, next));
    let begun = shape.is_prose() || (shape.case != Case::Lower && shape.clause == Clause::Sentence && shape.words >= 6);
    begun && (lower || !is(&first, Class::SentenceOpener))
}

fn leaves_parenthesis_open(line: &str) -> bool {
    line.rfind('(').is_some_and(|open| !line[open..].contains(')'))
}

fn ends_in_function_word(line: &str) -> bool {
    let last = last_word(line);
    last.ends_with(char::is_alphabetic) && is(&bare(last), Class::Function)
}

fn first_word<'a>(text: &'a str, line: &Line) -> &'a str {
    line.range.of(text).split_whitespace().next().unwrap_or_default()
}

fn last_word(line: &str) -> &str {
    line.rsplit(char::is_whitespace).next().unwrap_or_default()
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
    fn a_list_behind_a_colon_is_not_wrapped_text() {
        let list = "We keep all of the following for you:\nyour name and your e-mail address\nyour date of birth and your town\n\
                    your purchases in our shop";
        assert_eq!(read(list).len(), 4);
        let text = "We keep all of the following for you:\nyour name, your e-mail address, the\ndate of your birth. \
                    We erase it all\nwhen you go.";
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
