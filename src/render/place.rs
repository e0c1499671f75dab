//! Spans of a report as places in their text, whatever the span: output must not fail over a rule's mistake.

use crate::text::{Position, SourceText, Span, TextRange};

/// The range of the text that `span` names, widened to whole characters and kept within the text.
pub(super) fn text_range(source: &SourceText, span: Span) -> TextRange {
    let text = source.text();
    let range = source.to_text(span);
    let (mut start, mut end) = (range.start().min(text.len()), range.end().min(text.len()));
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    TextRange::new(start, end)
}

/// Line and column of the first character of `span` and of the one after its last.
pub(super) fn positions(source: &SourceText, span: Span) -> (Position, Position) {
    let range = text_range(source, span);
    let position = |offset| source.lines().position(source.text(), offset);
    (position(range.start()), position(range.end()))
}
