//! How the lines of a plain text pass into each other.

use std::ops::Range;

use super::super::shape::{Case, Class, Clause, Ending, Shape, bare, is, is_abbreviation};
use super::lines::Line;
use super::markers;

/// A column before which nobody wraps running text.
pub(super) const NARROW: usize = 28;
/// Lines longer than this show a text that is not wrapped.
pub(super) const WIDE: usize = 130;
/// Lines on either side that show how wide the text is set.
const WINDOW: usize = 4;

/// Lines with a line under them that it takes to see that a whole text is wrapped.
const EVIDENCE: usize = 6;

/// How one line passes into the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
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

/// How line `at - 1` passes into line `at`, both within `range`.
pub(super) fn classify(text: &str, lines: &[Line], range: &Range<usize>, margin: Option<usize>, at: usize) -> Break {
    let (before, line) = (&lines[at - 1], &lines[at]);
    let words = before.range.of(text);
    let lower = opens_lower(text, line);
    if lower && before.ending == Ending::Open && ends_in_function_word(words) {
        return Break::Torn;
    }
    let width = width(lines, at - 1, range.start, range.end);
    if !(NARROW..=WIDE).contains(&width) || !is_full(text, before, line, width) {
        return Break::Meant;
    }
    let to_margin = margin.is_some_and(|margin| is_full(text, before, line, margin));
    match before.ending {
        _ if leaves_parenthesis_open(words) || markers::alone(last_word(words)).is_some() => Break::Torn,
        Ending::Open if ends_in_function_word(words) || is_abbreviation(first_word(text, line)) => Break::Torn,
        Ending::Open | Ending::Comma if breaks_off(text, before, line, lower) => Break::Torn,
        Ending::Open | Ending::Comma if to_margin => Break::Torn,
        Ending::Colon if to_margin && (lower || is_address(first_word(text, line))) => Break::Torn,
        Ending::Period if is_abbreviation(last_word(words)) => Break::Torn,
        Ending::Open | Ending::Comma if lower => Break::Lower,
        Ending::Open | Ending::Comma => Break::Open,
        Ending::Semicolon | Ending::Period | Ending::Question => Break::Closed,
        Ending::Colon => Break::Colon,
    }
}

/// The right margin of a text that is wrapped as a whole: no line goes beyond, and most that are followed by another end
/// in mid-sentence.
pub(super) fn margin(text: &str, lines: &[Line]) -> Option<usize> {
    let followed =
        lines.windows(2).filter(|pair| !pair[1].after_gap && pair[1].marker.is_none() && pair[1].underlined.is_none());
    let broken = |pair: &[Line]| {
        let open = matches!(pair[0].ending, Ending::Open | Ending::Comma);
        open && (opens_lower(text, &pair[1]) || ends_in_function_word(pair[0].range.of(text)))
    };
    let (count, inside) =
        followed.fold((0, 0), |(count, inside), pair| (count + 1, inside + usize::from(broken(pair))));
    let edge = lines.iter().map(|line| line.edge).max().filter(|edge| (NARROW..=WIDE).contains(edge));
    edge.filter(|_| count >= EVIDENCE && inside * 2 >= count)
}

/// Whether the first letter of a line is no capital.
fn opens_lower(text: &str, line: &Line) -> bool {
    let first = line.range.of(text).chars().find(|character| character.is_alphanumeric());
    first.is_some_and(|first| !first.is_uppercase())
}

/// The right margin around line `at`: the edge of the longest line near it.
pub(super) fn width(lines: &[Line], at: usize, start: usize, end: usize) -> usize {
    let near = at.saturating_sub(WINDOW).max(start)..(at + WINDOW + 1).min(end).min(lines.len());
    lines[near].iter().map(|line| line.edge).max().unwrap_or_default()
}

/// Whether the first word of `next` would not have fit behind `line`.
pub(super) fn is_full(text: &str, line: &Line, next: &Line, width: usize) -> bool {
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

fn is_address(word: &str) -> bool {
    word.contains('@') || word.contains("://")
}

fn first_word<'a>(text: &'a str, line: &Line) -> &'a str {
    line.range.of(text).split_whitespace().next().unwrap_or_default()
}

/// The last word of a line.
pub(super) fn last_word(line: &str) -> &str {
    line.rsplit(char::is_whitespace).next().unwrap_or_default()
}
