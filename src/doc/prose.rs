//! The reading text: white space and typographic variants folded, every byte mapped to the source.

use crate::text::{ProseRange, TextRange};

use super::raw::Piece;

/// The prose of a source and the map back to the decoded text.
#[derive(Debug, Clone, Default)]
pub struct ProseText {
    text: String,
    segments: Vec<Segment>,
}

/// A stretch of prose and the source text behind it.
#[derive(Debug, Clone, Copy)]
struct Segment {
    prose: ProseRange,
    source: TextRange,
    /// Whether the two are equal byte for byte, so that an offset inside can be mapped.
    verbatim: bool,
}

impl ProseText {
    /// The folded text. Blocks are separated by `\n`.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The source text behind a range of the prose.
    pub fn to_source(&self, range: ProseRange) -> TextRange {
        let start = self.source_start(range.start());
        if range.is_empty() {
            return TextRange::empty(start);
        }
        TextRange::new(start, self.source_end(range.end()))
    }

    fn source_start(&self, offset: usize) -> usize {
        let index = self.segments.partition_point(|segment| segment.prose.end() <= offset);
        match self.segments.get(index) {
            Some(segment) if segment.verbatim && segment.prose.start() <= offset => {
                segment.source.start() + offset - segment.prose.start()
            }
            Some(segment) => segment.source.start(),
            None => self.segments.last().map_or(0, |last| last.source.end()),
        }
    }

    fn source_end(&self, offset: usize) -> usize {
        let index = self.segments.partition_point(|segment| segment.prose.start() < offset);
        match index.checked_sub(1).and_then(|last| self.segments.get(last)) {
            Some(segment) if segment.verbatim && offset < segment.prose.end() => {
                segment.source.start() + offset - segment.prose.start()
            }
            Some(segment) => segment.source.end(),
            None => 0,
        }
    }
}

/// Builds prose block by block.
#[derive(Debug, Default)]
pub struct ProseBuilder {
    prose: ProseText,
    block_start: usize,
    pending_space: Option<TextRange>,
    line_breaks: Vec<usize>,
}

/// A finished block of prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoldedBlock {
    /// Its text.
    pub range: ProseRange,
    /// Prose offsets at which the source breaks the line.
    pub line_breaks: Vec<usize>,
    /// The prose range of each piece, in order.
    pub pieces: Vec<ProseRange>,
}

impl ProseBuilder {
    /// Appends a block; leading and trailing white space is dropped, white space inside folded to one space.
    pub fn push_block(&mut self, source: &str, pieces: &[Piece]) -> FoldedBlock {
        if !self.prose.text.is_empty() {
            self.prose.text.push('\n');
        }
        self.block_start = self.prose.text.len();
        self.pending_space = None;
        self.line_breaks.clear();
        let mut ranges = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let before = self.prose.text.len();
            self.push_piece(source, piece);
            let start = if self.prose.text[before..].starts_with(' ') { before + 1 } else { before };
            ranges.push(ProseRange::new(start, self.prose.text.len()));
        }
        let range = ProseRange::new(self.block_start, self.prose.text.len());
        FoldedBlock { range, line_breaks: std::mem::take(&mut self.line_breaks), pieces: ranges }
    }

    /// The prose of all blocks pushed.
    pub fn finish(self) -> ProseText {
        self.prose
    }

    fn push_piece(&mut self, source: &str, piece: &Piece) {
        let text = piece.text(source);
        let verbatim = piece.replacement.is_none();
        let mut run_start = 0;
        for (at, character) in text.char_indices() {
            let folded = fold(character);
            if verbatim && folded == Folded::Same {
                continue;
            }
            if verbatim && run_start < at {
                self.push_verbatim(&text[run_start..at], piece.source.start() + run_start);
            }
            let behind = if verbatim {
                let start = piece.source.start() + at;
                TextRange::new(start, start + character.len_utf8())
            } else {
                piece.source
            };
            match folded {
                Folded::Same => self.push_replaced(character.encode_utf8(&mut [0; 4]), behind),
                Folded::As(replacement) => self.push_replaced(replacement, behind),
                Folded::Space => self.push_space(behind, character == '\n' || character == '\r'),
                Folded::Nothing => {}
            }
            run_start = at + character.len_utf8();
        }
        if verbatim && run_start < text.len() {
            self.push_verbatim(&text[run_start..], piece.source.start() + run_start);
        }
    }

    fn push_verbatim(&mut self, text: &str, source_start: usize) {
        self.flush_space();
        let source = TextRange::new(source_start, source_start + text.len());
        self.push_segment(text, source, true);
    }

    fn push_replaced(&mut self, text: &str, source: TextRange) {
        self.flush_space();
        self.push_segment(text, source, false);
    }

    fn push_space(&mut self, source: TextRange, line_break: bool) {
        if self.prose.text.len() == self.block_start {
            return;
        }
        if line_break && self.line_breaks.last() != Some(&self.prose.text.len()) {
            self.line_breaks.push(self.prose.text.len());
        }
        self.pending_space = Some(self.pending_space.map_or(source, |before| before.join(source)));
    }

    fn flush_space(&mut self) {
        if let Some(source) = self.pending_space.take() {
            self.push_segment(" ", source, false);
        }
    }

    fn push_segment(&mut self, text: &str, source: TextRange, verbatim: bool) {
        let start = self.prose.text.len();
        self.prose.text.push_str(text);
        let prose = ProseRange::new(start, self.prose.text.len());
        self.prose.segments.push(Segment { prose, source, verbatim });
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Folded {
    Same,
    As(&'static str),
    Space,
    Nothing,
}

/// Typographic variants that carry no meaning of their own in a policy.
fn fold(character: char) -> Folded {
    match character {
        ' ' => Folded::Space,
        '`' => Folded::As("'"),
        '!'..='~' => Folded::Same,
        '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' | '\u{2032}' | '\u{00B4}' | '\u{02BC}' => Folded::As("'"),
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '\u{2033}' | '\u{00AB}' | '\u{00BB}' => Folded::As("\""),
        '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}' => Folded::As("-"),
        '\u{2012}' | '\u{2013}' | '\u{2015}' => Folded::As("\u{2014}"),
        '\u{2026}' => Folded::As("..."),
        '\u{FB00}' => Folded::As("ff"),
        '\u{FB01}' => Folded::As("fi"),
        '\u{FB02}' => Folded::As("fl"),
        '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {
            Folded::Nothing
        }
        other if other.is_whitespace() || other.is_control() => Folded::Space,
        _ => Folded::Same,
    }
}
