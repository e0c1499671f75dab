//! One printed line of an excerpt and the way between it and the text it shows.

use std::ops::Range;

use crate::render::escape::Glyph;

/// A line of the excerpt. Offsets of the excerpt are bytes of its own text, those of the source bytes of the decoded text.
#[derive(Debug)]
pub(super) struct Row {
    /// Where the row stands in the excerpt, without its line break.
    pub(super) range: Range<usize>,
    /// The number of the source's line.
    pub(super) number: usize,
    /// Where that line lies in the source.
    line: Range<usize>,
    printed: Vec<Printed>,
}

/// One character of the source and what stands for it in the excerpt.
#[derive(Debug)]
struct Printed {
    source: Range<usize>,
    excerpt: Range<usize>,
}

impl Row {
    /// Appends to `excerpt` what `shown` names of the `line` of `text`, with `ellipsis` at each cut, and a line break.
    pub(super) fn print(
        excerpt: &mut String,
        text: &str,
        number: usize,
        line: Range<usize>,
        shown: &[Range<usize>],
        ellipsis: &str,
    ) -> Self {
        let start = excerpt.len();
        let mut printed = Vec::new();
        let mut reached = line.start;
        for range in shown {
            if range.start > reached {
                excerpt.push_str(ellipsis);
            }
            reached = range.end;
            for (offset, character) in text.get(range.clone()).unwrap_or_default().char_indices() {
                let from = excerpt.len();
                let offset = range.start + offset;
                Glyph::of(&text[..offset], character).push_to(excerpt);
                printed.push(Printed { source: offset..offset + character.len_utf8(), excerpt: from..excerpt.len() });
            }
        }
        if reached < line.end {
            excerpt.push_str(ellipsis);
        }
        let range = start..excerpt.len();
        excerpt.push('\n');
        Self { range, number, line, printed }
    }

    /// An empty row that stands for lines left out.
    pub(super) fn gap(excerpt: &mut String, number: usize) -> Self {
        Self::print(excerpt, "", number, 0..0, &[], "")
    }

    /// Where what begins at `source` begins in the excerpt; at the ellipsis if it was cut out.
    pub(super) fn start_of(&self, source: usize) -> usize {
        let index = self.printed.partition_point(|printed| printed.source.start < source);
        match self.printed.get(index) {
            Some(printed) if printed.source.start == source => printed.excerpt.start,
            _ => self.end_before(index),
        }
    }

    /// Where what ends at `source` ends in the excerpt; behind the ellipsis if it was cut out.
    pub(super) fn end_of(&self, source: usize) -> usize {
        let index = self.printed.partition_point(|printed| printed.source.start < source);
        match index.checked_sub(1).map(|last| &self.printed[last]) {
            Some(last) if last.source.end == source => last.excerpt.end,
            _ => self.printed.get(index).map_or(self.range.end, |next| next.excerpt.start),
        }
    }

    fn end_before(&self, index: usize) -> usize {
        index.checked_sub(1).map_or(self.range.start, |last| self.printed[last].excerpt.end)
    }

    /// The offset in the source of the character at `excerpt`; past the last, that of the line's end.
    pub(super) fn source_of(&self, excerpt: usize) -> usize {
        let index = self.printed.partition_point(|printed| printed.excerpt.end <= excerpt);
        self.printed.get(index).map_or(self.line.end, |printed| printed.source.start)
    }
}
