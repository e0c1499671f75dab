//! Measuring along a line in columns, never further than asked: lines may be as long as the file.

use std::ops::Range;

use crate::render::escape::Glyph;

/// One line of a text.
#[derive(Debug)]
pub(super) struct Ruler<'t> {
    text: &'t str,
    line: Range<usize>,
}

/// How far a walk came and what it cost.
#[derive(Debug, Clone, Copy)]
pub(super) struct Walk {
    /// The byte offset reached.
    pub(super) end: usize,
    /// The columns passed.
    pub(super) cost: usize,
}

/// A word longer than this, in bytes, is cut rather than left out.
const LONGEST_WORD: usize = 24;

impl<'t> Ruler<'t> {
    /// `line` are bytes of `text` on character boundaries.
    pub(super) fn new(text: &'t str, line: Range<usize>) -> Self {
        Self { text, line }
    }

    /// The line's bytes in the text.
    pub(super) fn line(&self) -> Range<usize> {
        self.line.clone()
    }

    /// The end of the character at `offset` and its cost; `None` at the line's end.
    pub(super) fn next(&self, offset: usize) -> Option<(usize, usize)> {
        let character = self.slice(offset..self.line.end).chars().next()?;
        Some((offset + character.len_utf8(), self.cost_at(offset, character)))
    }

    /// The start of the character before `offset` and its cost; `None` at the line's start.
    pub(super) fn previous(&self, offset: usize) -> Option<(usize, usize)> {
        let character = self.slice(self.line.start..offset).chars().next_back()?;
        let start = offset - character.len_utf8();
        Some((start, self.cost_at(start, character)))
    }

    /// Goes from `from` to the right as far as `limit` columns and `end` allow.
    pub(super) fn forward(&self, from: usize, end: usize, limit: usize) -> Walk {
        let mut walk = Walk { end: from, cost: 0 };
        while let Some((next, cost)) = self.next(walk.end).filter(|(next, _)| *next <= end) {
            if walk.cost + cost > limit {
                break;
            }
            walk = Walk { end: next, cost: walk.cost + cost };
        }
        walk
    }

    /// Goes from `from` to the left as far as `limit` columns and `end` allow.
    pub(super) fn backward(&self, from: usize, end: usize, limit: usize) -> Walk {
        let mut walk = Walk { end: from, cost: 0 };
        while let Some((previous, cost)) = self.previous(walk.end).filter(|(previous, _)| *previous >= end) {
            if walk.cost + cost > limit {
                break;
            }
            walk = Walk { end: previous, cost: walk.cost + cost };
        }
        walk
    }

    /// The cost of a whole range, which is known to be short.
    pub(super) fn cost(&self, range: &Range<usize>) -> usize {
        self.forward(range.start, range.end, usize::MAX).cost
    }

    /// `shown` without the cut words and the white space at its ends; `core` stays, and so does a line's own end.
    pub(super) fn to_words(&self, shown: Range<usize>, core: &Range<usize>) -> Range<usize> {
        let mut start = shown.start;
        if start > self.line.start {
            let before = self.slice(start..core.start);
            let in_word = !self.slice(self.line.start..start).ends_with(char::is_whitespace);
            let word = if in_word { before.find(char::is_whitespace) } else { Some(0) };
            if let Some(word) = word.filter(|word| *word <= LONGEST_WORD) {
                start = core.start - before[word..].trim_start().len();
            }
            while let Some((next, _)) =
                self.next(start).filter(|(next, _)| *next <= core.start && self.joins(start..*next))
            {
                start = next;
            }
        }
        let mut end = shown.end;
        if end < self.line.end {
            let after = self.slice(core.end..end);
            let in_word = !self.slice(end..self.line.end).starts_with(char::is_whitespace);
            let word = if in_word { after.rfind(char::is_whitespace) } else { Some(after.len()) };
            if let Some(word) = word.filter(|word| after.len() - word <= LONGEST_WORD) {
                end = core.end + after[..word].trim_end().len();
            }
            while end > core.end && self.next(end).is_some_and(|(next, _)| self.joins(end..next)) {
                end = self.previous(end).map_or(end, |(previous, _)| previous);
            }
        }
        start..end
    }

    /// Whether a character is drawn onto the one before it.
    fn joins(&self, character: Range<usize>) -> bool {
        let before = &self.text[..character.start];
        self.slice(character).chars().next().is_some_and(|character| Glyph::of(before, character).columns() == 0)
    }

    /// At least 1, so that a pile of accents, which takes no column, cannot make a line endless.
    fn cost_at(&self, offset: usize, character: char) -> usize {
        Glyph::of(&self.text[..offset], character).columns().max(1)
    }

    fn slice(&self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }
}
