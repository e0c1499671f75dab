//! The part of a source that a diagnostic talks about, cut to the width of the page.
//!
//! Policies have lines of thousands of characters and come from strangers. An [`Excerpt`] is a short text of its own that
//! holds a window around each mark, harmless to print, and knows the true line and column of everything in it.

mod files;
mod row;
mod ruler;
#[cfg(test)]
mod tests;
mod window;

use std::collections::BTreeMap;
use std::ops::Range;

pub(super) use self::files::Excerpts;
use self::row::Row;
use self::ruler::Ruler;
use self::window::{Keep, LineMark};
use super::options::Charset;
use super::place::text_range;
use crate::text::{LineIndex, SourceText, Span, TextRange};

/// Fewer columns than this show nothing of use.
pub(super) const NARROWEST: usize = 40;

/// A few lines of a source, windowed around marks.
#[derive(Debug)]
pub(super) struct Excerpt<'s> {
    name: String,
    source: &'s SourceText,
    text: String,
    rows: Vec<Row>,
    /// What was asked for, in the source, and the same here.
    ranges: Vec<TextRange>,
    marks: Vec<Range<usize>>,
}

impl<'s> Excerpt<'s> {
    /// Cuts out what `spans` name, each line to at most `budget` columns (and never to fewer than [`NARROWEST`]).
    ///
    /// Of a span over several lines the first and the last are shown. `spans` should put no more than
    /// [`marks_per_line`] on one line; the mark of what is beyond may lie on an ellipsis.
    pub(super) fn new(name: String, source: &'s SourceText, spans: &[Span], budget: usize, charset: Charset) -> Self {
        let (budget, ellipsis) = (budget.max(NARROWEST), charset.ellipsis());
        let index = source.lines();
        let ranges: Vec<_> = spans.iter().map(|span| shown_range(source, *span)).collect();
        let mut marked: BTreeMap<usize, Vec<LineMark>> = BTreeMap::new();
        for range in &ranges {
            let (first, last) = lines_of(index, *range);
            for (number, mark) in line_marks(source, *range, first, last) {
                marked.entry(number).or_default().push(mark);
            }
        }

        let mut excerpt = Self { name, source, text: String::new(), rows: Vec::new(), ranges, marks: Vec::new() };
        let mut previous: Option<usize> = None;
        for (number, marks) in &marked {
            match previous.map(|previous| number - previous) {
                // A lone line between two marked ones says more than the sign for lines left out.
                Some(2) => excerpt.print(number - 1, &[], budget, ellipsis),
                Some(3..) => {
                    // Two, since the renderer prints a lone unmarked row.
                    let gap = [(); 2].map(|()| Row::gap(&mut excerpt.text, number - 1));
                    excerpt.rows.extend(gap);
                }
                _ => {}
            }
            let fitting = marks.len().min(window::capacity(budget, ellipsis.chars().count()));
            excerpt.print(*number, &marks[..fitting], budget, ellipsis);
            previous = Some(*number);
        }
        excerpt.marks = excerpt.ranges.iter().map(|range| excerpt.mark_of(*range)).collect();
        excerpt
    }

    fn print(&mut self, number: usize, marks: &[LineMark], budget: usize, ellipsis: &str) {
        let text = self.source.text();
        let line = self.source.lines().line_range(text, number);
        let ruler = Ruler::new(text, line.clone());
        let shown = window::windows(&ruler, marks, budget, ellipsis.chars().count());
        self.rows.push(Row::print(&mut self.text, text, number, line, &shown, ellipsis));
    }

    fn mark_of(&self, range: TextRange) -> Range<usize> {
        let (first, last) = lines_of(self.source.lines(), range);
        let row = |line| self.rows.partition_point(|row: &Row| row.number < line);
        let start = self.rows.get(row(first)).map_or(0, |row| row.start_of(range.start()));
        let end = self.rows.get(row(last)).map_or(start, |row| row.end_of(range.end()));
        start..end.max(start)
    }

    /// The excerpt's text: harmless characters, each row ended by a line feed.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where the spans lie in the excerpt's text, in the order in which they were given.
    pub(super) fn marks(&self) -> &[Range<usize>] {
        &self.marks
    }
}

/// How many marks on one line can all be seen in `budget` columns.
pub(super) fn marks_per_line(budget: usize, charset: Charset) -> usize {
    window::capacity(budget.max(NARROWEST), charset.ellipsis().chars().count())
}

/// The first and the last line that an excerpt shows for `span`.
pub(super) fn shown_lines(source: &SourceText, span: Span) -> (usize, usize) {
    lines_of(source.lines(), shown_range(source, span))
}

/// The range of the text without the line breaks at its end, which would stretch the mark to the next line.
fn shown_range(source: &SourceText, span: Span) -> TextRange {
    let range = text_range(source, span);
    let trimmed = range.of(source.text()).trim_end_matches(['\n', '\r']);
    TextRange::new(range.start(), range.start() + trimmed.len())
}

fn lines_of(index: &LineIndex, range: TextRange) -> (usize, usize) {
    // The last character is meant, not the one after it, which may stand on the next line.
    let last = range.end().saturating_sub(1).max(range.start());
    (index.line_of(range.start()), index.line_of(last))
}

/// What `range` marks on its first and on its last line.
fn line_marks(source: &SourceText, range: TextRange, first: usize, last: usize) -> Vec<(usize, LineMark)> {
    let mark = |number: usize, keep: Keep| {
        let line = source.lines().line_range(source.text(), number);
        let within = range.start().clamp(line.start, line.end)..range.end().clamp(line.start, line.end);
        (number, LineMark { range: within, keep })
    };
    if first == last { vec![mark(first, Keep::Both)] } else { vec![mark(first, Keep::Start), mark(last, Keep::End)] }
}
