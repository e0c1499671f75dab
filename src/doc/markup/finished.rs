//! A block that is complete, and what was counted of its words.

use crate::doc::raw::{Look, RawBlock, RawKind};
use crate::text::TextRange;

/// What is counted of a block's words. A word has a letter or digit; those of links and bold text are told by their first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// All words.
    pub(crate) words: u32,
    /// Words in links.
    pub(crate) linked: u32,
    /// Words in bold.
    pub(crate) bold: u32,
    /// Underlined words.
    pub(crate) underlined: u32,
    /// Words in bold or underlined.
    pub(crate) stressed: u32,
    /// Words in italics.
    pub(crate) italic: u32,
    /// Whether any character can be seen.
    pub(crate) visible: bool,
}

impl Counts {
    /// Takes in a word.
    pub(super) fn add_word(&mut self, look: Look) {
        self.words += 1;
        self.linked += u32::from(look.linked);
        self.bold += u32::from(look.bold);
        self.underlined += u32::from(look.underlined);
        self.stressed += u32::from(look.bold || look.underlined);
        self.italic += u32::from(look.italic);
    }

    /// Whether all words are bold or underlined.
    pub(crate) fn all_stressed(self) -> bool {
        self.words > 0 && self.stressed == self.words
    }

    /// How all of the words look.
    pub(super) fn look(self) -> Look {
        let all = |count: u32| self.words > 0 && count == self.words;
        Look {
            bold: all(self.bold),
            underlined: all(self.underlined),
            italic: all(self.italic),
            linked: all(self.linked),
        }
    }

    fn without(self, first: Self) -> Self {
        Self {
            words: self.words - first.words,
            linked: self.linked - first.linked,
            bold: self.bold - first.bold,
            underlined: self.underlined - first.underlined,
            stressed: self.stressed - first.stressed,
            italic: self.italic - first.italic,
            visible: self.visible,
        }
    }
}

/// A block that is complete.
#[derive(Debug)]
pub(crate) struct Finished {
    /// The block; its kind, anchors and attributes are yet to be set.
    pub(crate) block: RawBlock,
    /// What was counted.
    pub(crate) counts: Counts,
    /// Whether it is program text.
    pub(crate) is_code: bool,
    /// How many pieces, and what of them, stand before the first line break.
    pub(super) first_line: Option<(usize, Counts)>,
}

impl Finished {
    /// What was counted of the first line and of the rest, where the block has several lines.
    pub(crate) fn line_counts(&self) -> Option<(Counts, Counts)> {
        let (_, first) = self.first_line?;
        Some((first, self.counts.without(first)))
    }

    /// The words of the first line, where the block has several.
    pub(crate) fn first_line_text(&self, source: &str) -> String {
        let pieces = self.first_line.map_or(0, |(pieces, _)| pieces);
        self.block.pieces.iter().take(pieces).map(|piece| piece.text(source)).collect()
    }

    /// Parts the first line from the rest.
    pub(crate) fn split_first_line(mut self) -> (Self, Option<Self>) {
        let Some((at, first)) = self.first_line.take() else { return (self, None) };
        let mut rest_pieces = self.block.pieces.split_off(at);
        let line_break = rest_pieces.remove(0);
        let ends_at = self.block.pieces.last().map_or(self.block.source.start(), |piece| piece.source.end());
        let rest_source = TextRange::new(line_break.source.end(), self.block.source.end());
        let mut rest = RawBlock::new(RawKind::Paragraph, rest_source);
        rest.pieces = rest_pieces;
        self.block.source = TextRange::new(self.block.source.start(), ends_at);
        for mut link in std::mem::take(&mut self.block.links) {
            if link.pieces.start < at {
                link.pieces.end = link.pieces.end.min(at);
                self.block.links.push(link);
            } else {
                link.pieces = link.pieces.start.saturating_sub(at + 1)..link.pieces.end.saturating_sub(at + 1);
                rest.links.push(link);
            }
        }
        rest.links.retain(|link| !link.pieces.is_empty());
        let counts = self.counts.without(first);
        self.counts = first;
        let rest = Finished { block: rest, counts, is_code: self.is_code, first_line: None };
        (self, Some(rest))
    }
}
