//! One input with its text, its lines and the way between them and the disk.

use std::sync::Arc;

use super::decode::DecodedText;
use super::encoding::DecodeError;
use super::line_index::{LineIndex, Position};
use super::range::{Span, TextRange};

/// The text of one input, decoded once, with everything needed to name places in it; cheap to clone, so that a report keeps its own.
#[derive(Debug, Clone)]
pub struct SourceText {
    decoded: Arc<DecodedText>,
    lines: Arc<LineIndex>,
}

impl SourceText {
    /// Decodes `bytes` and indexes its lines.
    ///
    /// # Errors
    /// As [`DecodedText::decode`].
    pub fn new(bytes: &[u8]) -> Result<Self, DecodeError> {
        let decoded = Arc::new(DecodedText::decode(bytes)?);
        let lines = Arc::new(LineIndex::new(decoded.text()));
        Ok(Self { decoded, lines })
    }

    /// The decoded text.
    pub fn text(&self) -> &str {
        self.decoded.text()
    }

    /// The decoded text with its map to the disk.
    pub fn decoded(&self) -> &DecodedText {
        &self.decoded
    }

    /// The lines of the decoded text.
    pub fn lines(&self) -> &LineIndex {
        &self.lines
    }

    /// Where a range of the text lies on disk.
    pub fn to_disk(&self, range: TextRange) -> Span {
        self.decoded.to_disk(range)
    }

    /// The range of the text that a span on disk names.
    pub fn to_text(&self, span: Span) -> TextRange {
        self.decoded.to_text(span)
    }

    /// The words at a span on disk, markup and all.
    pub fn slice(&self, span: Span) -> &str {
        self.to_text(span).of(self.text())
    }

    /// Line and column of the start and of the end (exclusive) of a span on disk.
    pub fn positions(&self, span: Span) -> (Position, Position) {
        let range = self.to_text(span);
        (self.lines.position(self.text(), range.start()), self.lines.position(self.text(), range.end()))
    }
}
