//! Which lines open with a marker, and markers that stand on lines of their own.

use crate::text::TextRange;

use super::super::shape::{Ending, Marker, MarkerKind};
use super::lines::Line;

/// A line that ends before this column was not broken by wrapping.
const SHORT: usize = 28;

/// The bullet or number that a line is made of, as text copied off a web page has it.
pub(super) fn alone(line: &str) -> Option<Marker> {
    let rule = line.len() > 1 && line.bytes().all(|byte| matches!(byte, b'*' | b'-'));
    if line.is_empty() || line.len() > 6 || rule {
        return None;
    }
    let marker = Marker::parse(&format!("{line} X"), false)?;
    (marker.length == line.len() + 1).then_some(marker)
}

/// Gives every line its marker. `lines` holds those that are a marker alone with it; it goes to the next line, or is
/// text where no line follows or a sentence was broken before it.
pub(super) fn place(text: &str, lines: Vec<Line>) -> Vec<Line> {
    let mut placed: Vec<Line> = Vec::with_capacity(lines.len());
    let mut pending: Option<Line> = None;
    for mut line in lines {
        if let Some(before) = pending.take() {
            let belongs = is_bullet(&before) || before.after_gap || !line.after_gap;
            if belongs && line.marker.is_none() {
                line.range = before.range.join(line.range);
                line.indent = before.indent;
                line.after_gap = before.after_gap;
                line.marker = before.marker;
                placed.push(line);
                continue;
            }
            push_as_text(before, &mut placed);
        }
        let broken = placed.last().is_some_and(|before| before.ending == Ending::Open && before.edge >= SHORT);
        match line.marker {
            Some(_) if is_bullet(&line) || line.after_gap || !broken => pending = Some(line),
            _ => {
                line.marker = None;
                placed.push(line);
            }
        }
    }
    if let Some(line) = pending {
        push_as_text(line, &mut placed);
    }
    mark(text, &mut placed);
    placed
}

fn is_bullet(line: &Line) -> bool {
    line.marker.as_ref().is_some_and(|marker| matches!(marker.kind, MarkerKind::Bullet(_)))
}

/// A number without text is text itself; a bullet is nothing.
fn push_as_text(line: Line, placed: &mut Vec<Line>) {
    if !is_bullet(&line) {
        placed.push(Line { marker: None, ..line });
    }
}

/// Finds the markers at the head of lines. A hyphen or star that touches its word is one where a neighbour starts in
/// the same way.
fn mark(text: &str, lines: &mut [Line]) {
    let heads: Vec<Option<char>> = lines.iter().map(|line| line.range.of(text).chars().next()).collect();
    for (at, line) in lines.iter_mut().enumerate() {
        if line.marker.is_some() || line.underlined.is_some() {
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| heads[before]);
        let tight = heads[at] == before || heads.get(at + 1).is_some_and(|after| *after == heads[at]);
        line.marker = Marker::parse(line.range.of(text), tight);
        let Some(marker) = &line.marker else { continue };
        let start = line.range.start() + marker.length;
        line.words = TextRange::new(start, line.range.end());
        // "- a. Names": the letter is the marker, the hyphen decoration.
        let inner = Marker::parse(line.words.of(text), false).filter(|_| matches!(marker.kind, MarkerKind::Bullet(_)));
        if let Some(inner) = inner.filter(|inner| matches!(inner.kind, MarkerKind::Ordinal(_))) {
            line.words = TextRange::new(start + inner.length, line.range.end());
            line.marker = Some(inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn labels(text: &str) -> Vec<(Option<String>, String)> {
        let label = |line: &Line| line.marker.as_ref().map(|marker| marker.label().to_owned());
        split(text).iter().map(|line| (label(line), line.words.of(text).to_owned())).collect()
    }

    #[track_caller]
    fn expect(text: &str, expected: &[(Option<&str>, &str)]) {
        let expected: Vec<_> =
            expected.iter().map(|(label, words)| (label.map(str::to_owned), (*words).to_owned())).collect();
        assert_eq!(labels(text), expected);
    }

    #[test]
    fn markers_on_their_own_line() {
        expect("\u{2022}\n  Names\n\u{2022}\n\nPlaces", &[(Some(""), "Names"), (Some(""), "Places")]);
        expect("1.\nNames\n\n2.\n\nPlaces", &[(Some("1"), "Names"), (Some("2"), "Places")]);
        assert_eq!(split("\u{2022}\n  Names")[0].range, TextRange::new(0, 11));
    }

    #[test]
    fn a_number_that_ends_a_text_is_text() {
        expect(
            "We keep names of users under\n14.\n\nMore",
            &[(None, "We keep names of users under"), (None, "14."), (None, "More")],
        );
        expect("Names\n1.", &[(None, "Names"), (None, "1.")]);
        expect("Names\n\u{2022}", &[(None, "Names")]);
    }

    #[test]
    fn tight_markers_need_a_neighbour() {
        expect("-Streets\n-Towns\n-18 degrees", &[(Some(""), "Streets"), (Some(""), "Towns"), (None, "-18 degrees")]);
        expect("-Streets\nTowns", &[(None, "-Streets"), (None, "Towns")]);
    }

    #[test]
    fn a_letter_behind_a_bullet_is_the_marker() {
        expect("- (a) Names", &[(Some("a"), "Names")]);
    }
}
