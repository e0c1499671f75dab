//! The block that is being read: its pieces, links and what is counted of its words.

use crate::doc::LinkKind;
use crate::doc::raw::{Look, Piece, RawBlock, RawKind, RawLink};
use crate::text::TextRange;

use super::finished::{Counts, Finished};

/// Where a link that is open leads.
#[derive(Debug, Clone)]
pub(crate) struct LinkTarget {
    /// The decoded target.
    pub(crate) target: String,
    /// Where it is written.
    pub(crate) source: TextRange,
    /// What makes it work.
    pub(crate) kind: LinkKind,
}

/// A block of which more may come.
#[derive(Debug, Default)]
pub(crate) struct OpenBlock {
    start: Option<usize>,
    pieces: Vec<Piece>,
    /// How many of the pieces there are up to the last that can be seen.
    visible_pieces: usize,
    links: Vec<RawLink>,
    /// Where in `pieces` the open link starts.
    link_start: usize,
    /// Whether any of the open link's text can be seen.
    link_visible: bool,
    counts: Counts,
    is_code: bool,
    is_cited: bool,
    in_word: bool,
    /// Whether an ideograph was read whose word the next one ends.
    half_word: bool,
    /// Line breaks since the last word.
    breaks: u32,
    /// How many pieces, and what of them, stand before the first line break.
    first_line: Option<(usize, Counts)>,
}

impl OpenBlock {
    /// Whether nothing has been read that can be seen.
    pub(crate) fn is_blank(&self) -> bool {
        !self.counts.visible
    }

    /// Says that the block's markup starts at `offset`.
    pub(crate) fn start_at(&mut self, offset: usize) {
        self.start = Some(offset);
    }

    /// Says that markup of the block starts at `offset`, if none did before.
    pub(crate) fn starts_by(&mut self, offset: usize) {
        self.start.get_or_insert(offset);
    }

    /// Adds a piece of the source text `text`.
    pub(crate) fn push(&mut self, piece: Piece, text: &str, look: Look) {
        let visible = self.count(piece.text(text), look);
        if !visible && self.is_blank() {
            return;
        }
        if visible {
            self.breaks = 0;
            self.counts.visible = true;
            self.link_visible = true;
        }
        self.starts_by(piece.source.start());
        let same_link = self.link_start < self.pieces.len();
        match self.pieces.last_mut() {
            Some(last) if same_link && continues(last, &piece) => last.source = last.source.join(piece.source),
            _ => self.pieces.push(piece),
        }
        if visible {
            self.visible_pieces = self.pieces.len();
        }
    }

    /// Counts the words of a text; returns whether any of its characters can be seen.
    fn count(&mut self, text: &str, look: Look) -> bool {
        let mut visible = false;
        for character in text.chars() {
            if is_ideograph(character) {
                self.half_word = !self.half_word;
                self.in_word = !self.half_word;
            }
            if character.is_alphanumeric() {
                if !std::mem::replace(&mut self.in_word, true) {
                    self.counts.add_word(look);
                }
                visible = true;
            } else if character.is_whitespace() {
                self.in_word = false;
            } else if !visible {
                visible = !is_invisible(character);
            }
        }
        visible
    }

    /// Adds a line break. Returns whether it is the second in a row, which is how many pages part paragraphs.
    pub(crate) fn line_break(&mut self, source: TextRange) -> bool {
        if self.is_blank() {
            return false;
        }
        self.in_word = false;
        self.breaks += 1;
        if self.first_line.is_none() {
            self.first_line = Some((self.pieces.len(), self.counts));
        }
        self.pieces.push(Piece::replaced(source, "\n"));
        self.breaks > 1
    }

    /// Says that the block is program text.
    pub(crate) fn mark_code(&mut self) {
        self.is_code = true;
    }

    /// Says that the block names whom or what it quotes.
    pub(crate) fn mark_cited(&mut self) {
        self.is_cited = true;
    }

    /// Whether the block is program text.
    pub(crate) fn is_code(&self) -> bool {
        self.is_code
    }

    /// Starts a link at this point.
    pub(crate) fn open_link(&mut self) {
        self.link_start = self.pieces.len();
        self.link_visible = false;
    }

    /// Ends the link at this point, where any of its text is in this block.
    pub(crate) fn close_link(&mut self, link: &LinkTarget) {
        let pieces = self.link_start..self.pieces.len();
        self.link_start = self.pieces.len();
        let visible = std::mem::take(&mut self.link_visible);
        if visible && !pieces.is_empty() {
            let LinkTarget { target, source, kind } = link.clone();
            self.links.push(RawLink { pieces, target, target_source: source, kind });
        }
    }

    /// Takes the pieces of the open link back, where they are only a sign: a heading's link to itself.
    pub(crate) fn drop_link_sign(&mut self, text: &str) {
        let Some(pieces) = self.pieces.get(self.link_start..) else { return };
        let mut characters = pieces.iter().flat_map(|piece| piece.text(text).chars()).filter(|c| !c.is_whitespace());
        let sign = characters.next().is_some_and(|first| !first.is_alphanumeric()) && characters.next().is_none();
        if sign {
            self.pieces.truncate(self.link_start);
            self.visible_pieces = self.visible_pieces.min(self.link_start);
            self.counts.visible = !self.pieces.is_empty();
        }
    }

    /// Ends the block; a link that is open ends in it and goes on in the next. `end` is where its markup ends.
    /// `None` where there was nothing to read.
    pub(crate) fn finish(&mut self, end: Option<usize>, link: Option<&LinkTarget>) -> Option<Finished> {
        if let Some(link) = link {
            self.close_link(link);
        }
        let mut done = std::mem::take(self);
        if done.is_blank() {
            return None;
        }
        done.trim_end();
        let written =
            done.pieces.iter().map(|piece| piece.source).reduce(TextRange::join).unwrap_or(TextRange::empty(0));
        let start = done.start.unwrap_or(written.start());
        let mut block = RawBlock::new(RawKind::Paragraph, TextRange::new(start, end.unwrap_or(0).max(written.end())));
        block.pieces = done.pieces;
        block.links = done.links;
        block.cited = done.is_cited;
        Some(Finished { block, counts: done.counts, is_code: done.is_code, first_line: done.first_line })
    }

    /// Drops white space and line breaks that nothing follows.
    fn trim_end(&mut self) {
        self.pieces.truncate(self.visible_pieces);
        for link in &mut self.links {
            link.pieces.end = link.pieces.end.min(self.pieces.len());
        }
        self.links.retain(|link| !link.pieces.is_empty());
    }
}

/// Whether two pieces are one run of source text.
fn continues(last: &Piece, next: &Piece) -> bool {
    last.replacement.is_none() && next.replacement.is_none() && last.source.end() == next.source.start()
}

/// Whether a script without spaces writes with the character; two of them are taken for a word.
fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Characters of no width, which leave a block as blank as white space does.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
        || character.is_control()
}
