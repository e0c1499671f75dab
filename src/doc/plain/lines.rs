//! The lines of a plain text, with what their place on the page tells.

use crate::text::TextRange;

use super::super::shape::{Ending, Marker};
use super::markers;

/// Columns that tab stops lie apart.
const TAB: usize = 4;

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

/// The lines of `text` that hold letters or digits. Lines of other characters underline, separate, go on with the line
/// before, or are the bullet of the line that follows.
pub(super) fn split(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut after_gap = true;
    for (start, raw) in raw_lines(text) {
        let trimmed = raw.trim_matches(is_blank);
        let indent_bytes = raw.len() - raw.trim_start_matches(is_blank).len();
        let range = TextRange::new(start + indent_bytes, start + indent_bytes + trimmed.len());
        let alone = markers::alone(trimmed);
        if alone.is_none() && !trimmed.contains(char::is_alphanumeric) {
            match lines.last_mut().filter(|_| !after_gap && !is_rule(trimmed)) {
                Some(line) => line.range = line.range.join(range),
                None => after_gap |= !(trimmed.contains('|') || underline(&mut lines, trimmed, after_gap)),
            }
            continue;
        }
        let indent = columns(&raw[..indent_bytes]);
        lines.push(Line {
            range,
            words: range,
            marker: alone,
            indent,
            edge: indent + trimmed.chars().count(),
            after_gap,
            underlined: None,
            ending: Ending::of(trimmed),
        });
        after_gap = false;
    }
    markers::place(text, lines)
}

/// Whether a line is empty or made of the characters that lines are drawn with.
fn is_rule(line: &str) -> bool {
    line.chars().all(|character| {
        matches!(character, '\u{2010}'..='\u{2015}' | '\u{2500}'..='\u{257F}' | '\u{2022}' | '\u{00B7}')
            || "-=_*~#+.|: <>".contains(character)
    })
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

#[cfg(test)]
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
}
