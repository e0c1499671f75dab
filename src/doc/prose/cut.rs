//! Cuts a finished block into several.

use crate::text::{ProseRange, TextRange};

use super::builder::{FoldedBlock, ProseBuilder};
use super::{Segment, Unseen};

/// A part of a block that was cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockPart {
    /// The prose that the part had before the cut.
    pub before: ProseRange,
    /// Its text.
    pub range: ProseRange,
    /// Prose offsets at which the source breaks the line.
    pub line_breaks: Vec<usize>,
}

impl BlockPart {
    /// The part's share of a range of the block as it was before the cut; empty where they don't meet.
    pub fn share(&self, before: ProseRange) -> ProseRange {
        let within = |offset: usize| {
            offset.clamp(self.before.start(), self.before.end()) - self.before.start() + self.range.start()
        };
        ProseRange::new(within(before.start()), within(before.end()))
    }
}

impl ProseBuilder {
    /// Cuts the block pushed last: what `cuts`, ascending and apart, leave of it become blocks of their own. Parts
    /// without words are dropped.
    pub fn cut_block(&mut self, block: &FoldedBlock, cuts: &[ProseRange]) -> Vec<BlockPart> {
        let Some(tail) = self.prose.text.get(block.range.indices()).map(str::to_owned) else { return Vec::new() };
        let first = self.prose.segments.partition_point(|segment| segment.prose.start() < block.range.start());
        let segments = self.prose.segments.split_off(first);
        let first = self.prose.unseen.partition_point(|unseen| unseen.at < block.range.start());
        let unseen = self.prose.unseen.split_off(first);
        self.prose.text.truncate(block.range.start().saturating_sub(usize::from(block.range.start() > 0)));
        let starts = std::iter::once(block.range.start()).chain(cuts.iter().map(|cut| cut.end()));
        let ends = cuts.iter().map(|cut| cut.start()).chain([block.range.end()]);
        let (mut segments, mut line_breaks) = (segments.as_slice(), block.line_breaks.as_slice());
        let mut unseen = unseen.as_slice();
        let mut parts = Vec::with_capacity(cuts.len() + 1);
        for (start, end) in starts.zip(ends) {
            let text = ProseRange::new(start - block.range.start(), end - block.range.start()).of(&tail);
            let from = start + (text.len() - text.trim_start().len());
            let before = ProseRange::new(from, from + text.trim().len());
            segments = &segments[segments.partition_point(|segment| segment.prose.end() <= before.start())..];
            line_breaks = &line_breaks[line_breaks.partition_point(|offset| *offset < before.start())..];
            unseen = &unseen[unseen.partition_point(|unseen| unseen.at < before.start())..];
            if before.is_empty() {
                continue;
            }
            self.start_block();
            self.prose.text.push_str(text.trim());
            let range = ProseRange::new(self.block_start, self.prose.text.len());
            let mut part = BlockPart { before, range, line_breaks: Vec::new() };
            let inside = segments.iter().take_while(|segment| segment.prose.start() < before.end());
            self.prose.segments.extend(inside.map(|segment| segment.moved_to(&part)));
            let inside = unseen.iter().take_while(|unseen| unseen.at <= before.end());
            let moved = |unseen: &Unseen| Unseen { at: part.share(ProseRange::empty(unseen.at)).start(), ..*unseen };
            self.prose.unseen.extend(inside.map(moved));
            let breaks = line_breaks.iter().take_while(|offset| **offset < before.end());
            part.line_breaks = breaks.map(|offset| part.share(ProseRange::empty(*offset)).start()).collect();
            parts.push(part);
        }
        parts
    }
}

impl Segment {
    /// What of the segment lies in a part of a cut block, at its new place.
    fn moved_to(self, part: &BlockPart) -> Self {
        let start = self.prose.start().max(part.before.start());
        let end = self.prose.end().min(part.before.end());
        let prose = part.share(ProseRange::new(start, end));
        let source = match self.verbatim {
            true => {
                let offset = self.source.start() + start - self.prose.start();
                TextRange::new(offset, offset + prose.len())
            }
            false => self.source,
        };
        Self { prose, source, verbatim: self.verbatim }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::raw::Piece;

    #[test]
    fn cut_blocks_keep_their_source() {
        let source = "We  keep: a. \u{201C}na\u{AD}mes\u{201D}\n b. pl\u{200B}aces";
        let mut builder = ProseBuilder::default();
        builder.push_block("before", &[Piece::verbatim(TextRange::new(0, 6))]);
        let block = builder.push_block(source, &[Piece::verbatim(TextRange::new(0, source.len()))]);
        let folded = block.range.of(builder.prose().text()).to_owned();
        assert_eq!(folded, "We keep: a. \"names\" b. places");
        let cut = |marker: &str| {
            let at = block.range.start() + folded.find(marker).unwrap_or_default();
            ProseRange::new(at, at + marker.len())
        };
        let parts = builder.cut_block(&block, &[cut("a. "), cut("b. ")]);
        let prose = builder.finish();
        assert_eq!(prose.text(), "before\nWe keep:\n\"names\"\nplaces");
        let sources: Vec<&str> = parts.iter().map(|part| prose.to_source(part.range).of(source)).collect();
        assert_eq!(sources, ["We  keep:", "\u{201C}na\u{AD}mes\u{201D}", "pl\u{200B}aces"]);
        let unseen: Vec<_> =
            prose.unseen().iter().map(|it| (&prose.text()[it.at - 2..it.at + 2], it.character)).collect();
        assert_eq!(unseen, [("name", '\u{AD}'), ("plac", '\u{200B}')]);
        assert!(parts.iter().all(|part| part.line_breaks.is_empty()), "the break lay at the cut");
        let quoted = parts[1].share(ProseRange::new(block.range.start(), block.range.end()));
        assert_eq!(quoted, parts[1].range);
    }
}
