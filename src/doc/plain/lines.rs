//! The lines of a plain text, with what their place on the page tells.

use crate::text::TextRange;

use super::super::shape::{Ending, Marker, MarkerKind};

/// Columns that tab stops lie apart.
const TAB: usize = 4;

/// Lines that end before this column are not broken by wrapping.
const SHORT: usize = 28;

/// A line that holds letters or digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its text without white space at either end.
    pub(super) range: TextRange,
    /// The text behind its marker; all of it without one.
    pub(super) words: TextRange,
    /// Its marker.
    pub(super) marker: Option<Marker>,
    /// Columns of white space before it.
    pub(super) indent: usize,
    /// The column behind its last character.
    pub(super) edge: usize,
    /// Whether an empty line, or a line that only separates, stands before it.
    pub(super) after_gap: bool,
    /// The heading level that a line of `=` or `-` under it gives.
    pub(super) underlined: Option<u8>,
    /// How it ends.
    pub(super) ending: Ending,
}

impl Line {
    /// The column at which its words start.
    pub(super) fn words_column(&self) -> usize {
        self.indent + self.words.start().saturating_sub(self.range.start())
    }
}

/// The lines of `text` that hold letters or digits. Lines of other characters underline, separate, or are the bullet
/// of the line that follows.
pub(super) fn split(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut after_gap = true;
    let mut lone_marker: Option<(Marker, TextRange, usize)> = None;
    for (start, raw) in raw_lines(text) {
        let trimmed = raw.trim_matches(is_blank);
        let indent_bytes = raw.len() - raw.trim_start_matches(is_blank).len();
        let range = TextRange::new(start + indent_bytes, start + indent_bytes + trimmed.len());
        let indent = columns(&raw[..indent_bytes]);
        // A number at the end of a wrapped sentence stands alone, too.
        let sentence_ended =
            after_gap || lines.last().is_none_or(|line| line.ending != Ending::Open || line.edge < SHORT);
        if lone_marker.is_none()
            && let Some(marker) = marker_alone(trimmed).filter(|marker| marker.label().is_empty() || sentence_ended)
        {
            lone_marker = Some((marker, range, indent));
            continue;
        }
        if !trimmed.contains(char::is_alphanumeric) {
            match lines.last_mut().filter(|_| !after_gap && !is_rule(trimmed)) {
                Some(line) => line.range = line.range.join(range),
                None => after_gap |= !(trimmed.contains('|') || underline(&mut lines, trimmed, after_gap)),
            }
            continue;
        }
        let edge = indent + trimmed.chars().count();
        let ending = Ending::of(trimmed);
        let mut line = Line { range, words: range, marker: None, indent, edge, after_gap, underlined: None, ending };
        if let Some((marker, at, indent)) = lone_marker.take() {
            line.range = at.join(range);
            line.marker = Some(marker);
            line.indent = indent;
        }
        lines.push(line);
        after_gap = false;
    }
    if let Some((marker, range, indent)) = lone_marker.filter(|(marker, ..)| !marker.label().is_empty()) {
        let edge = indent + range.len();
        let ending = Ending::Period;
        let words = TextRange::new(range.start() + marker.length, range.end());
        lines.push(Line { range, words, marker: None, indent, edge, after_gap, underlined: None, ending });
    }
    mark(text, &mut lines);
    lines
}

/// Whether a line is empty or made of the characters that lines are drawn with.
fn is_rule(line: &str) -> bool {
    line.chars().all(|character| matches!(character, '-' | '=' | '_' | '*' | '~' | '#' | '+' | '.' | '|' | ':' | ' ' | '<' | '>' | '\u{2500}'..='\u{257F}' | '\u{2010}'..='\u{2015}' | '\u{2022}' | '\u{00B7}'))
}

/// Cuts `text` at LF, CRLF and CR.
fn raw_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = rest.bytes().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let line = (start, &rest[..length]);
        let behind = &rest[length..];
        start += length + if behind.starts_with("\r\n") { 2 } else { behind.len().min(1) };
        Some(line)
    })
}

/// White space and characters without width.
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

fn columns(white: &str) -> usize {
    white.chars().fold(0, |column, character| match character {
        '\t' => (column / TAB + 1) * TAB,
        character if character.is_whitespace() => column + 1,
        _ => column,
    })
}

/// A bullet or number that stands on a line of its own, as text copied off a web page has it.
fn marker_alone(line: &str) -> Option<Marker> {
    if line.len() > 6 || line.is_empty() || line.bytes().all(|byte| matches!(byte, b'*' | b'-')) && line.len() > 1 {
        return None;
    }
    let marker = Marker::parse(&format!("{line} X"), false)?;
    (marker.length == line.len() + 1).then_some(Marker { length: 0, ..marker })
}

/// Takes a line of `=` or `-` as the underline of the line before it.
fn underline(lines: &mut [Line], line: &str, after_gap: bool) -> bool {
    let level = match line.bytes().next() {
        Some(b'=') => 1,
        Some(b'-') => 2,
        _ => return false,
    };
    let uniform = line.bytes().all(|byte| Some(byte) == line.bytes().next());
    let Some(above) = lines.last_mut().filter(|_| uniform && !after_gap && line.len() >= 3) else { return false };
    let width = above.edge - above.indent;
    let fits = width <= 120 && line.len() * 2 >= width && above.underlined.is_none();
    if fits {
        above.underlined = Some(level);
    }
    fits
}

/// Finds the markers. A hyphen or star that touches its word is one where a neighbour starts in the same way.
fn mark(text: &str, lines: &mut [Line]) {
    let heads: Vec<Option<char>> = lines.iter().map(|line| line.range.of(text).chars().next()).collect();
    for (at, line) in lines.iter_mut().enumerate() {
        if line.marker.is_some() || line.underlined.is_some() {
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| heads[before]);
        let tight = heads[at] == before || heads.get(at + 1).is_some_and(|after| *after == heads[at]);
        let content = line.range.of(text);
        line.marker = Marker::parse(content, tight);
        if let Some(marker) = &line.marker {
            let bullet = matches!(marker.kind, MarkerKind::Bullet(_));
            let start = line.range.start() + marker.length;
            line.words = TextRange::new(start, line.range.end());
            // "- a. Names": the letter is the marker, the hyphen decoration.
            let inner = Marker::parse(line.words.of(text), false);
            if let Some(inner) = inner.filter(|inner| bullet && matches!(inner.kind, MarkerKind::Ordinal(_))) {
                line.words = TextRange::new(start + inner.length, line.range.end());
                line.marker = Some(inner);
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(String, usize, bool)> {
        split(text).iter().map(|line| (line.words.of(text).to_owned(), line.indent, line.after_gap)).collect()
    }

    #[test]
    fn line_ends_indents_and_gaps() {
        let expected = vec![("One".to_owned(), 0, true), ("two".to_owned(), 2, false), ("three".to_owned(), 4, true)];
        for text in ["One\n  two\n\n\tthree", "One\r\n  two\r\n\r\n\tthree\r\n", "One\r  two\r\r\tthree"] {
            assert_eq!(words(text), expected, "{text:?}");
        }
        assert_eq!(words("\u{FEFF}One\n\u{A0}\u{A0}two\n\u{A0}\n\tthree"), expected);
    }

    #[test]
    fn underlines_and_separators() {
        let lines = split("Title\n=====\nSection\n-------\nText that runs on\n---\nmore\n\n*****\nend");
        let levels: Vec<_> = lines.iter().map(|line| line.underlined).collect();
        assert_eq!(levels, [Some(1), Some(2), None, None, None]);
        assert!(lines[3].after_gap && lines[4].after_gap);
    }

    #[test]
    fn markers_on_their_own_line_and_tight_ones() {
        let lines = split("\u{2022}\n  Names\n1.\nPlaces\n-Streets\n-Towns\n-18 degrees");
        let marked: Vec<_> =
            lines.iter().map(|line| line.marker.as_ref().map(|marker| marker.label().to_owned())).collect();
        assert_eq!(marked, [Some(String::new()), Some("1".to_owned()), Some(String::new()), Some(String::new()), None]);
        assert_eq!(lines[0].range, TextRange::new(0, 11));
        assert_eq!(words("- (a) Names\n")[0].0, "Names");
    }
}
