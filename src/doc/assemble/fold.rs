//! Blocks to prose: words folded, run-in lists parted, sentences cut, links and anchors carried over.

use crate::text::{ProseRange, TextRange};

use super::super::model::{Block, BlockId, BlockKind, Cell, Link, ListItem, Reading, SectionId, Sentence};
use super::super::prose::{BlockPart, FoldedBlock, ProseBuilder};
use super::super::raw::{RawBlock, RawKind, RawLink, RawReading};
use super::super::shape::{Marker, MarkerKind};
use super::run_in::{self, Role};
use super::sentences;

/// The blocks of `raw` as a reading without structure, and which of them continue the item before them.
pub(super) fn fold(source: &str, raw: RawReading) -> (Reading, Vec<bool>) {
    let mut folder = Folder { source, ..Folder::default() };
    let mut blocks = raw.blocks.into_iter().peekable();
    while let Some(block) = blocks.next() {
        let next_ordinal = blocks.peek().map_or("", |next| ordinal(&next.kind));
        folder.push(block, next_ordinal);
    }
    folder.attach_left_over();
    let Folder { prose, mut reading, continued, .. } = folder;
    reading.prose = prose.finish();
    reading.metadata = raw.metadata;
    reading.comments = raw.comments;
    (reading, continued)
}

#[derive(Default)]
struct Folder<'a> {
    source: &'a str,
    prose: ProseBuilder,
    reading: Reading,
    continued: Vec<bool>,
    /// Anchors and attributes of blocks without words, which lead to the next block.
    anchors: Vec<String>,
    attributes: Vec<(String, String, TextRange)>,
}

/// A block to be: its kind, whether it continues the item before, its words.
struct Part {
    kind: BlockKind,
    continues: bool,
    words: BlockPart,
}

impl Folder<'_> {
    fn push(&mut self, mut raw: RawBlock, next_ordinal: &str) {
        if raw.kind == RawKind::Code {
            raw.pieces.clear();
            raw.links.clear();
        }
        let folded = self.prose.push_block(self.source, &raw.pieces);
        self.anchors.append(&mut raw.anchors);
        self.attributes.append(&mut raw.attributes);
        let kept = matches!(raw.kind, RawKind::Cell { .. } | RawKind::Code) || !raw.links.is_empty();
        if folded.range.is_empty() && !kept {
            return;
        }
        let links: Vec<(ProseRange, RawLink)> =
            std::mem::take(&mut raw.links).into_iter().map(|link| (link_range(&folded, &link), link)).collect();
        let parts = self.parts(&raw, folded, next_ordinal);
        if parts.is_empty() {
            return;
        }
        let first = self.reading.blocks.len();
        for part in &parts {
            self.push_block(&raw, part);
        }
        // The first part and the last take in the markup around them.
        if let Some(block) = self.reading.blocks.get_mut(first) {
            block.source = TextRange::new(raw.source.start().min(block.source.start()), block.source.end());
        }
        if let Some(block) = self.reading.blocks.last_mut() {
            block.source = TextRange::new(block.source.start(), raw.source.end().max(block.source.end()));
        }
        self.push_extras(first, &parts, links);
    }

    /// The block cut at its marker and at the items that are run into it.
    fn parts(&mut self, raw: &RawBlock, folded: FoldedBlock, next_ordinal: &str) -> Vec<Part> {
        let (kind, continues) = block_kind(&raw.kind);
        let words = folded.range.of(self.prose.prose().text());
        let (kind, marker) = match kind {
            BlockKind::Item(item) if !continues => strip_marker(item, words),
            kind => (kind, 0),
        };
        let stretches = match &kind {
            BlockKind::Paragraph => run_in::find(words, None),
            BlockKind::Item(item) => {
                let own = Some(item.ordinal.as_str()).filter(|own| !own.is_empty() && !is_next(own, next_ordinal));
                run_in::find(&words[marker..], own)
            }
            _ => Vec::new(),
        };
        let whole = BlockPart { before: folded.range, range: folded.range, line_breaks: Vec::new() };
        if marker == 0 && stretches.is_empty() {
            return vec![Part { kind, continues, words: BlockPart { line_breaks: folded.line_breaks, ..whole } }];
        }
        let start = folded.range.start();
        let at = |offset: usize| start + marker + offset;
        let own_list = stretches.first().is_some_and(|first| first.marker == (0..0) && first.role != Role::Text(0));
        let mut cuts = vec![ProseRange::new(start, start + marker)];
        cuts.extend(stretches.iter().map(|stretch| ProseRange::new(at(stretch.marker.start), at(stretch.marker.end))));
        let parts = self.prose.cut_block(&folded, &cuts);
        let kind_at = |offset: usize| {
            let stretch = stretches.partition_point(|stretch| at(stretch.marker.end) <= offset);
            match stretch.checked_sub(1).map(|before| &stretches[before].role) {
                None => (kind.clone(), continues),
                Some(role) => part_kind(&kind, role, own_list),
            }
        };
        parts
            .into_iter()
            .map(|words| {
                let (kind, continues) = kind_at(words.before.start());
                Part { kind, continues, words }
            })
            .collect()
    }

    fn push_block(&mut self, raw: &RawBlock, part: &Part) {
        let block = BlockId(index(self.reading.blocks.len()));
        let prose = part.words.range;
        let first = self.reading.sentences.len();
        let is_prose = part.kind != BlockKind::Code;
        for sentence in sentences::split(prose.of(self.prose.prose().text())).into_iter().filter(|_| is_prose) {
            let prose = ProseRange::new(prose.start() + sentence.start, prose.start() + sentence.end);
            self.reading.sentences.push(Sentence { prose, block });
        }
        let source = if prose.is_empty() { raw.source } else { self.prose.prose().to_source(prose) };
        let mut kind = part.kind.clone();
        if let BlockKind::Item(item) = &mut kind {
            item.continues = part.continues;
        }
        self.reading.blocks.push(Block {
            kind,
            prose,
            source,
            section: SectionId(0),
            lead_in: None,
            sentences: first..self.reading.sentences.len(),
            line_breaks: part.words.line_breaks.clone(),
            furniture: raw.furniture,
            quoted: raw.quoted,
            set_off: raw.set_off,
        });
        self.continued.push(part.continues);
    }

    /// What no block follows belongs to the last one.
    fn attach_left_over(&mut self) {
        if let Some(last) = self.reading.blocks.len().checked_sub(1) {
            let id = BlockId(index(last));
            self.reading.anchors.extend(self.anchors.drain(..).map(|anchor| (anchor, id)));
            self.reading
                .attributes
                .extend(self.attributes.drain(..).map(|(key, value, range)| (key, value, range, id)));
        }
    }

    /// Links, anchors and attributes go to the part that they stand in.
    fn push_extras(&mut self, first: usize, parts: &[Part], links: Vec<(ProseRange, RawLink)>) {
        let id = |part: usize| BlockId(index(first + part));
        let last = parts.len().saturating_sub(1);
        for (before, link) in links {
            let part = parts.partition_point(|part| part.words.before.end() <= before.start()).min(last);
            let Some(words) = parts.get(part).map(|part| &part.words) else { continue };
            let RawLink { target, target_source, kind, .. } = link;
            let prose = words.share(before);
            self.reading.links.push(Link { prose, target, target_source, block: id(part), kind });
        }
        self.reading.anchors.extend(self.anchors.drain(..).map(|anchor| (anchor, id(0))));
        for (key, value, range) in std::mem::take(&mut self.attributes) {
            let part =
                self.reading.blocks[first..].partition_point(|block| block.source.end() <= range.start()).min(last);
            self.reading.attributes.push((key, value, range, id(part)));
        }
    }
}

fn block_kind(raw: &RawKind) -> (BlockKind, bool) {
    match raw.clone() {
        RawKind::Heading { level } => (BlockKind::Heading { level: level.clamp(1, 6) }, false),
        RawKind::Paragraph | RawKind::Title { .. } => (BlockKind::Paragraph, false),
        RawKind::Item { depth, ordinal, first } => {
            (BlockKind::Item(ListItem { depth, ordinal, run_in: false, continues: false }), !first)
        }
        RawKind::Cell { table, row, column, header } => {
            (BlockKind::Cell(Cell { table, row, column, header, row_head: None, column_head: None }), false)
        }
        RawKind::Code => (BlockKind::Code, false),
    }
}

/// An item whose words begin with a marker of their own: the marker is no part of the words. Returns its length.
fn strip_marker(item: ListItem, words: &str) -> (BlockKind, usize) {
    let Some(marker) = Marker::parse(words, false) else { return (BlockKind::Item(item), 0) };
    // An item that counts by itself and begins with another number begins with a number.
    let own =
        matches!(marker.kind, MarkerKind::Ordinal(_)) && !item.ordinal.is_empty() && item.ordinal != marker.label();
    if own || marker.length >= words.len() {
        return (BlockKind::Item(item), 0);
    }
    let ordinal = if item.ordinal.is_empty() { marker.label().to_owned() } else { item.ordinal };
    (BlockKind::Item(ListItem { ordinal, ..item }), marker.length)
}

/// The kind of a part behind the first, and whether it continues an item.
fn part_kind(whole: &BlockKind, role: &Role, own_list: bool) -> (BlockKind, bool) {
    let around = match whole {
        BlockKind::Item(item) => item.depth.saturating_add(u8::from(!own_list)),
        _ => 0,
    };
    match (role, whole) {
        (Role::Item(ordinal, depth), _) => {
            let depth = around.saturating_add(*depth);
            (BlockKind::Item(ListItem { depth, ordinal: ordinal.clone(), run_in: true, continues: false }), false)
        }
        (Role::Text(0), _) => (whole.clone(), matches!(whole, BlockKind::Item(_))),
        (Role::Text(depth), _) => {
            let depth = around.saturating_add(depth - 1);
            (BlockKind::Item(ListItem { depth, ordinal: String::new(), run_in: true, continues: false }), true)
        }
    }
}

/// Whether `after` is the ordinal next to `own`, so that the next block is the sibling.
fn is_next(own: &str, after: &str) -> bool {
    let ordinal = |label: &str| match Marker::parse(&format!("{label}. X"), false)?.kind {
        MarkerKind::Ordinal(ordinal) => Some(ordinal),
        MarkerKind::Bullet(_) => None,
    };
    matches!((ordinal(own), ordinal(after)), (Some(own), Some(after)) if after.follows(&own))
}

fn ordinal(kind: &RawKind) -> &str {
    match kind {
        RawKind::Item { ordinal, .. } => ordinal,
        _ => "",
    }
}

fn link_range(folded: &FoldedBlock, link: &RawLink) -> ProseRange {
    let pieces = folded.pieces.get(link.pieces.clone()).unwrap_or_default();
    match (pieces.first(), pieces.last()) {
        (Some(first), Some(last)) => ProseRange::new(first.start(), last.end()),
        _ => ProseRange::empty(folded.range.start()),
    }
}

/// Sources of 4 GiB and more are refused, so counts fit.
fn index(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
