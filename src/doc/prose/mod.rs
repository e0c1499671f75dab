//! The reading text: white space and typographic variants folded, every byte mapped to the source.

mod builder;
mod cut;
mod fold;

use crate::text::{ProseRange, TextRange};

pub use builder::{FoldedBlock, ProseBuilder};
pub use cut::BlockPart;

/// The prose of a source and the map back to the decoded text.
#[derive(Debug, Clone, Default)]
pub struct ProseText {
    text: String,
    segments: Vec<Segment>,
    unseen: Vec<Unseen>,
}

/// A character of the source that shows nothing, and is not in the prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unseen {
    /// Where in the prose it would stand.
    pub at: usize,
    /// Which it is.
    pub character: char,
    /// Where it stands in the decoded text; a character reference as a whole.
    pub source: TextRange,
}

/// A stretch of prose and the source text behind it.
#[derive(Debug, Clone, Copy)]
struct Segment {
    prose: ProseRange,
    source: TextRange,
    /// Whether the two are equal byte for byte, so that an offset inside can be mapped.
    verbatim: bool,
}

impl Segment {
    /// Whether a further stretch that is equal byte for byte is one with this.
    fn goes_on(&self, prose: ProseRange, source: TextRange) -> bool {
        self.verbatim && self.prose.end() == prose.start() && self.source.end() == source.start()
    }
}

impl ProseText {
    /// The folded text. Blocks are separated by `\n`.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The characters that show nothing, in reading order; those of blocks without words left out.
    pub fn unseen(&self) -> &[Unseen] {
        &self.unseen
    }

    /// The source text behind a range of the prose.
    pub fn to_source(&self, range: ProseRange) -> TextRange {
        let start = self.source_start(range.start());
        if range.is_empty() {
            return TextRange::empty(start);
        }
        TextRange::new(start, self.source_end(range.end()))
    }

    /// The words at `range` as `source`, the decoded text, has them: letters that stand for themselves there, such as the ligature in
    /// “reﬂect”, are left as they are. White space, character references and markup are read as in the prose.
    pub fn as_written(&self, range: ProseRange, source: &str) -> String {
        let first = self.segments.partition_point(|segment| segment.prose.end() <= range.start());
        let mut written = String::with_capacity(range.len());
        let mut at = range.start();
        for segment in self.segments[first..].iter().take_while(|segment| segment.prose.start() < range.end()) {
            let start = segment.prose.start().max(at);
            let end = segment.prose.end().min(range.end());
            written.push_str(&self.text[at..start]);
            let behind = segment.source.of(source);
            let mut characters = behind.chars();
            match (segment.verbatim, characters.next(), characters.next()) {
                (false, Some(letter), None) if letter.is_alphabetic() => written.push(letter),
                _ => written.push_str(&self.text[start..end]),
            }
            at = end;
        }
        written.push_str(&self.text[at..range.end().max(at)]);
        written
    }

    /// The source text of each stretch of a range that it writes otherwise than the prose: folded characters, character references.
    pub fn replaced(&self, range: ProseRange) -> impl Iterator<Item = TextRange> {
        let first = self.segments.partition_point(|segment| segment.prose.end() <= range.start());
        let inside = self.segments[first..].iter().take_while(move |segment| segment.prose.start() < range.end());
        inside.filter(|segment| !segment.verbatim).map(|segment| segment.source)
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
