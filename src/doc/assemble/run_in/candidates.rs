//! Ordinals within a paragraph that may be markers.

use std::ops::Range;

use super::super::super::shape::{Class, Digits, Form, Marker, MarkerKind, Ordinal, is};
use super::super::enclosures;

/// An ordinal in the text.
pub(super) struct Candidate {
    pub(super) marker: Range<usize>,
    pub(super) ordinal: Ordinal,
    /// Whether punctuation or a conjunction stands before it.
    pub(super) parted: bool,
    /// Whether a colon stands before it.
    pub(super) announced: bool,
}

/// All ordinals that could be markers where they stand.
pub(super) fn find(text: &str) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut enclosed = None;
    let mut before = "";
    let mut start = 0;
    for word in text.split_inclusive(' ') {
        let trimmed = word.trim_end();
        let plausible = trimmed.starts_with(['(', '[']) || (trimmed.len() <= 6 && trimmed.ends_with(['.', ')']));
        if plausible && let Some(candidate) = candidate(&text[start..], start, before) {
            let enclosed = enclosed.get_or_insert_with(|| enclosures::find(text));
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
