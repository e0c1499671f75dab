//! Writes prose block by block.

use crate::text::{ProseRange, TextRange};

use super::super::raw::Piece;
use super::fold::{Folded, fold, is_compound, verbatim_run};
use super::{ProseText, Segment, Unseen};

/// Builds prose block by block.
#[derive(Debug, Default)]
pub struct ProseBuilder {
    pub(super) prose: ProseText,
    pub(super) block_start: usize,
    pending_space: Option<Space>,
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
    /// Appends a block; leading and trailing white space is dropped, white space inside folded to one space. A block
    /// without words leaves no trace in the prose.
    pub fn push_block(&mut self, source: &str, pieces: &[Piece]) -> FoldedBlock {
        let (before, unseen) = (self.prose.text.len(), self.prose.unseen.len());
        self.start_block();
        self.pending_space = None;
        self.line_breaks.clear();
        let mut ranges = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let before = self.prose.text.len();
            self.push_piece(source, piece);
            let start = if self.prose.text[before..].starts_with(' ') { before + 1 } else { before };
            ranges.push(ProseRange::new(start, self.prose.text.len()));
        }
        let mut range = ProseRange::new(self.block_start, self.prose.text.len());
        self.line_breaks.retain(|offset| *offset < range.end());
        if range.is_empty() {
            self.prose.text.truncate(before);
            self.prose.unseen.truncate(unseen);
            range = ProseRange::empty(before);
            ranges.fill(range);
        }
        FoldedBlock { range, line_breaks: std::mem::take(&mut self.line_breaks), pieces: ranges }
    }

    /// The prose of all blocks pushed so far.
    pub fn prose(&self) -> &ProseText {
        &self.prose
    }

    /// The prose of all blocks pushed.
    pub fn finish(self) -> ProseText {
        self.prose
    }

    /// Separates the block to come from the one before it.
    pub(super) fn start_block(&mut self) {
        if !self.prose.text.is_empty() {
            self.prose.text.push('\n');
        }
        self.block_start = self.prose.text.len();
    }

    fn push_piece(&mut self, source: &str, piece: &Piece) {
        let text = piece.text(source);
        let verbatim = piece.replacement.is_none();
        let mut at = 0;
        while at < text.len() {
            let run = if verbatim { verbatim_run(&text[at..]) } else { 0 };
            if run > 0 {
                self.push_verbatim(&text[at..at + run], piece.source.start() + at);
                at += run;
            }
            let Some(character) = text[at..].chars().next() else { return };
            let behind = if verbatim {
                let start = piece.source.start() + at;
                TextRange::new(start, start + character.len_utf8())
            } else {
                piece.source
            };
            match fold(character) {
                Folded::Same => self.push_replaced(character.encode_utf8(&mut [0; 4]), behind),
                Folded::As(replacement) => self.push_replaced(replacement, behind),
                Folded::Space => {
                    self.push_space(behind, matches!(character, '\n' | '\r'), verbatim && character == ' ');
                }
                Folded::Nothing => {
                    self.prose.unseen.push(Unseen { at: self.prose.text.len(), character, source: behind });
                }
            }
            at += character.len_utf8();
        }
    }

    fn push_verbatim(&mut self, text: &str, source_start: usize) {
        self.flush_space(text);
        let source = TextRange::new(source_start, source_start + text.len());
        self.push_segment(text, source, true);
    }

    fn push_replaced(&mut self, text: &str, source: TextRange) {
        self.flush_space(text);
        self.push_segment(text, source, false);
    }

    fn push_space(&mut self, source: TextRange, line_break: bool, plain: bool) {
        if self.prose.text.len() == self.block_start {
            return;
        }
        if line_break && self.line_breaks.last() != Some(&self.prose.text.len()) {
            self.line_breaks.push(self.prose.text.len());
        }
        let space = Space { source, line_break, plain };
        self.pending_space = Some(self.pending_space.take().map_or(space, |before| before.join(space)));
    }

    /// Writes the space before `next`. A line broken behind the hyphen of a compound ("opt-" / "out") has none.
    fn flush_space(&mut self, next: &str) {
        let Some(space) = self.pending_space.take() else { return };
        if !(space.line_break && is_compound(&self.prose.text[self.block_start..], next)) {
            self.push_segment(" ", space.source, space.plain);
        }
    }

    fn push_segment(&mut self, text: &str, source: TextRange, verbatim: bool) {
        let start = self.prose.text.len();
        self.prose.text.push_str(text);
        let prose = ProseRange::new(start, self.prose.text.len());
        match self.prose.segments.last_mut() {
            Some(last) if verbatim && last.goes_on(prose, source) => {
                last.prose = last.prose.join(prose);
                last.source = last.source.join(source);
            }
            _ => self.prose.segments.push(Segment { prose, source, verbatim }),
        }
    }
}

/// White space that has not been written yet.
#[derive(Debug, Clone, Copy)]
struct Space {
    source: TextRange,
    line_break: bool,
    /// Whether it is one space in the source, too.
    plain: bool,
}

impl Space {
    fn join(self, other: Self) -> Self {
        let line_break = self.line_break || other.line_break;
        Self { source: self.source.join(other.source), line_break, plain: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(source: &str) -> (ProseBuilder, FoldedBlock) {
        let mut builder = ProseBuilder::default();
        builder.push_block("before", &[Piece::verbatim(TextRange::new(0, 6))]);
        let block = builder.push_block(source, &[Piece::verbatim(TextRange::new(0, source.len()))]);
        (builder, block)
    }

    #[test]
    fn ligatures_are_quoted_as_they_are_written() {
        let source = "to re\u{FB02}ect\n  \u{201C}it\u{201D}";
        let (builder, block) = fold(source);
        let prose = builder.finish();
        assert_eq!(block.range.of(prose.text()), "to reflect \"it\"");
        assert_eq!(prose.as_written(block.range, source), "to re\u{FB02}ect \"it\"");
        let inner = ProseRange::new(block.range.start() + 1, block.range.start() + 4);
        assert_eq!(prose.as_written(inner, source), "o r");
    }

    #[test]
    fn compounds_broken_at_their_hyphen_close_up() {
        for (source, expected) in [
            ("to opt-\nout of it", "to opt-out of it"),
            ("first-\nand third-party", "first- and third-party"),
            ("a dash -\nthen more", "a dash - then more"),
            ("opt- out", "opt- out"),
            ("Non-\nEU", "Non-EU"),
            ("Pre-\nAnd Post", "Pre- And Post"),
        ] {
            let (builder, block) = fold(source);
            assert_eq!(block.range.of(builder.prose().text()), expected);
        }
    }

    #[test]
    fn blocks_without_words_leave_no_trace() {
        let (builder, block) = fold(" \u{200B}\n ");
        assert!(block.range.is_empty() && block.line_breaks.is_empty());
        assert_eq!(builder.prose().text(), "before");
    }
}
