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

impl Segment {
    /// Whether a further stretch that is equal byte for byte is one with this.
    fn goes_on(&self, prose: ProseRange, source: TextRange) -> bool {
        self.verbatim && self.prose.end() == prose.start() && self.source.end() == source.start()
    }

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
    /// Appends a block; leading and trailing white space is dropped, white space inside folded to one space. A block
    /// without words leaves no trace in the prose.
    pub fn push_block(&mut self, source: &str, pieces: &[Piece]) -> FoldedBlock {
        let before = self.prose.text.len();
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
            range = ProseRange::empty(before);
            ranges.fill(range);
        }
        FoldedBlock { range, line_breaks: std::mem::take(&mut self.line_breaks), pieces: ranges }
    }

    /// The prose of all blocks pushed so far.
    pub fn prose(&self) -> &ProseText {
        &self.prose
    }

    /// Cuts the block pushed last: what `cuts`, ascending and apart, leave of it become blocks of their own. Parts
    /// without words are dropped.
    pub fn cut_block(&mut self, block: &FoldedBlock, cuts: &[ProseRange]) -> Vec<BlockPart> {
        let Some(tail) = self.prose.text.get(block.range.indices()).map(str::to_owned) else { return Vec::new() };
        let first = self.prose.segments.partition_point(|segment| segment.prose.start() < block.range.start());
        let segments = self.prose.segments.split_off(first);
        self.prose.text.truncate(block.range.start().saturating_sub(usize::from(block.range.start() > 0)));
        let starts = std::iter::once(block.range.start()).chain(cuts.iter().map(|cut| cut.end()));
        let ends = cuts.iter().map(|cut| cut.start()).chain([block.range.end()]);
        let (mut segments, mut line_breaks) = (segments.as_slice(), block.line_breaks.as_slice());
        let mut parts = Vec::with_capacity(cuts.len() + 1);
        for (start, end) in starts.zip(ends) {
            let text = ProseRange::new(start - block.range.start(), end - block.range.start()).of(&tail);
            let from = start + (text.len() - text.trim_start().len());
            let before = ProseRange::new(from, from + text.trim().len());
            segments = &segments[segments.partition_point(|segment| segment.prose.end() <= before.start())..];
            line_breaks = &line_breaks[line_breaks.partition_point(|offset| *offset < before.start())..];
            if before.is_empty() {
                continue;
            }
            self.start_block();
            self.prose.text.push_str(text.trim());
            let range = ProseRange::new(self.block_start, self.prose.text.len());
            let mut part = BlockPart { before, range, line_breaks: Vec::new() };
            let inside = segments.iter().take_while(|segment| segment.prose.start() < before.end());
            self.prose.segments.extend(inside.map(|segment| segment.moved_to(&part)));
            let breaks = line_breaks.iter().take_while(|offset| **offset < before.end());
            part.line_breaks = breaks.map(|offset| part.share(ProseRange::empty(*offset)).start()).collect();
            parts.push(part);
        }
        parts
    }

    /// The prose of all blocks pushed.
    pub fn finish(self) -> ProseText {
        self.prose
    }

    /// Separates the block to come from the one before it.
    fn start_block(&mut self) {
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
                Folded::Nothing => {}
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

/// Whether a hyphen at a line's end joins the words around it; it doesn't in "first- and third-party".
fn is_compound(before: &str, next: &str) -> bool {
    let hyphenated = before.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphanumeric));
    let word = next.split(|character: char| !character.is_alphanumeric()).next().unwrap_or_default();
    hyphenated && word.starts_with(char::is_lowercase) && !matches!(word, "and" | "or" | "nor" | "to")
}

/// Bytes at the head of `text` that are read as they stand: characters that nothing folds, and single spaces between
/// those of ASCII.
fn verbatim_run(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_graphic = |byte: &u8| matches!(byte, b'!'..=b'_' | b'a'..=b'~');
    let mut run = 0;
    loop {
        run += bytes[run..].iter().take_while(|byte| is_graphic(byte)).count();
        let inner_space = run > 0 && bytes.get(run) == Some(&b' ') && bytes.get(run + 1).is_some_and(is_graphic);
        match text[run..].chars().next() {
            Some(' ') if inner_space => run += 1,
            Some(character) if !character.is_ascii() && fold(character) == Folded::Same => run += character.len_utf8(),
            _ => return run,
        }
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
    fn compounds_broken_at_their_hyphen_close_up() {
        for (source, expected) in [
            ("to opt-\nout of it", "to opt-out of it"),
            ("first-\nand third-party", "first- and third-party"),
            ("a dash -\nthen more", "a dash - then more"),
            ("opt- out", "opt- out"),
            ("Non-\nEU", "Non- EU"),
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

    #[test]
    fn cut_blocks_keep_their_source() {
        let source = "We  keep: a. \u{201C}names\u{201D}\n b. places";
        let (mut builder, block) = fold(source);
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
        assert_eq!(sources, ["We  keep:", "\u{201C}names\u{201D}", "places"]);
        assert!(parts.iter().all(|part| part.line_breaks.is_empty()), "the break lay at the cut");
        let quoted = parts[1].share(ProseRange::new(block.range.start(), block.range.end()));
        assert_eq!(quoted, parts[1].range);
    }
}
