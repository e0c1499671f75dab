//! HTML that may stand in pieces in the source, as within a quotation in Markdown.

use std::borrow::Cow;

use crate::text::TextRange;

/// HTML text with the way back to where it stands in the source.
#[derive(Debug)]
pub(crate) struct Fragment<'t> {
    text: Cow<'t, str>,
    /// Where each part starts in the text and in the source, in order.
    parts: Vec<(usize, usize)>,
}

impl<'t> Fragment<'t> {
    /// A range of a source.
    pub(crate) fn of(source: &'t str, range: TextRange) -> Self {
        Self { text: Cow::Borrowed(range.of(source)), parts: vec![(0, range.start())] }
    }

    /// Several ranges of a source, in order, read as one text.
    pub(crate) fn joined(source: &'t str, ranges: &[TextRange]) -> Self {
        let mut joined = Self { text: Cow::Borrowed(""), parts: Vec::new() };
        let mut end = None;
        for range in ranges {
            if end != Some(range.start()) {
                joined.parts.push((joined.text.len(), range.start()));
            }
            joined.text += range.of(source);
            end = Some(range.end());
        }
        joined
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where a range of the text stands in the source, from its first byte to its last.
    pub(crate) fn source(&self, range: std::ops::Range<usize>) -> TextRange {
        let start = self.offset(range.start);
        if range.is_empty() {
            return TextRange::empty(start);
        }
        TextRange::new(start, self.offset(range.end - 1) + 1)
    }

    /// The ranges of the source that a range of the text is made of.
    pub(crate) fn sources(&self, range: std::ops::Range<usize>) -> impl Iterator<Item = TextRange> {
        let first = self.part_of(range.start);
        (first..self.parts.len()).map_while(move |index| {
            let (text, source) = self.parts[index];
            let end = self.parts.get(index + 1).map_or(range.end, |(next, _)| range.end.min(*next));
            let start = range.start.max(text);
            (start < range.end).then(|| TextRange::new(source + start - text, source + end - text))
        })
    }

    fn offset(&self, text: usize) -> usize {
        self.parts.get(self.part_of(text)).map_or(0, |(start, source)| source + (text - start))
    }

    fn part_of(&self, text: usize) -> usize {
        self.parts.partition_point(|(start, _)| *start <= text).saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_across_parts() {
        let source = "> <b>one\n> two</b>";
        let fragment = Fragment::joined(source, &[TextRange::new(2, 9), TextRange::new(11, 18)]);
        assert_eq!(fragment.text(), "<b>one\ntwo</b>");
        assert_eq!(fragment.source(3..10), TextRange::new(5, 14));
        let parts: Vec<_> = fragment.sources(3..10).map(|range| range.of(source)).collect();
        assert_eq!(parts, ["one\n", "two"]);
    }

    #[test]
    fn one_range_needs_no_copy() {
        let fragment = Fragment::of("ab<i>", TextRange::new(2, 5));
        assert!(matches!(fragment.text, Cow::Borrowed("<i>")));
        assert_eq!(fragment.source(0..3), TextRange::new(2, 5));
    }
}
