//! A text file of ours (settings, rules) that error messages point into.

use std::fmt;
use std::sync::Arc;

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::line_index::{LineIndex, Position};
use super::range::Span;

/// A UTF-8 text and its name; cheap to clone, so that every error carries its own.
///
/// As a miette source it counts columns in Unicode scalar values, as all our output does; miette's own count bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct NamedText(Arc<Inner>);

struct Inner {
    name: String,
    text: String,
    lines: LineIndex,
}

impl PartialEq for Inner {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.text == other.text
    }
}

impl Eq for Inner {}

impl NamedText {
    /// The file called `name`, as messages print it, that holds `text`.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let lines = LineIndex::new(&text);
        Self(Arc::new(Inner { name: name.into(), text, lines }))
    }

    /// The name, as messages print it.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Line and column of a byte of the text.
    pub fn position(&self, offset: usize) -> Position {
        self.0.lines.position(self.text(), offset)
    }

    /// The words at a span; empty where the span does not fit the text.
    pub fn slice(&self, span: Span) -> &str {
        self.text().get(span.indices()).unwrap_or_default()
    }
}

impl fmt::Debug for NamedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("NamedText").field(&self.name()).finish()
    }
}

impl SourceCode for NamedText {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let contents = self.text().read_span(span, lines_before, lines_after)?;
        // With context, what is returned starts a line; without, it starts where the span does.
        let column = if lines_before == 0 { self.position(span.offset()).column - 1 } else { 0 };
        Ok(Box::new(MietteSpanContents::new_named(
            self.name().to_owned(),
            contents.data(),
            *contents.span(),
            contents.line(),
            column,
            contents.line_count(),
        )))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = NamedText::new("a.toml", "x = 1\ncompany = \"Café – Nord\" oops\n");
        let at = text.text().find("oops").unwrap();
        let contents = text.read_span(&(at, 4).into(), 0, 0).unwrap();
        assert_eq!((contents.name(), contents.line(), contents.column()), (Some("a.toml"), 1, 24));
        assert_eq!(text.position(at), Position { line: 2, column: 25 });
    }

    #[test]
    fn context_starts_a_line() {
        let text = NamedText::new("a.toml", "é = 1\né = 2\né = 3\n");
        let contents = text.read_span(&(12, 1).into(), 1, 1).unwrap();
        assert_eq!((contents.line(), contents.column()), (0, 0));
        assert!(contents.data().starts_with("é = 1".as_bytes()));
    }
}
