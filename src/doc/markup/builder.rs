//! Builds blocks out of tags and text, whether HTML or Markdown writes them.

use std::collections::HashMap;

use crate::doc::raw::{Look, Piece, RawBlock, RawKind, RawReading};
use crate::text::TextRange;

use super::context::Context;
use super::element::{Element, Known};
use super::finished::Finished;
use super::item::Items;
use super::list::List;
use super::note::Note;
use super::open_block::{LinkTarget, OpenBlock};
use super::open_elements::OpenElements;
use super::preformatted;
use super::table::Tables;
use super::title;
use super::visibility::Visibility;
use super::zone::Zones;

/// The reading of one source as it grows.
#[derive(Debug, Default)]
pub(crate) struct Builder<'t> {
    pub(super) text: &'t str,
    /// Template code and the like, in order; not read wherever it stands.
    excluded: Vec<TextRange>,
    pub(super) reading: RawReading,
    pub(super) notes: Vec<Note>,
    pub(super) open: OpenElements,
    pub(super) block: OpenBlock,
    pub(super) link: Option<LinkTarget>,
    pub(super) emphasis: Emphasis,
    /// What was met on the way and belongs to the block at this point, or the next.
    anchors: Vec<String>,
    attributes: Vec<(String, String, TextRange)>,
    pub(super) lists: Vec<List>,
    pub(super) items: Items,
    pub(super) tables: Tables,
    pub(super) zones: Zones,
    pub(super) visibility: Visibility,
    /// The page's title while it is read.
    pub(super) title: Option<PageTitle>,
    pub(super) title_read: bool,
    other_names: HashMap<Box<[u8]>, u32>,
    /// The ways in which blocks are written: element and class.
    styles: HashMap<(usize, Box<str>), u32>,
}

/// How many elements of each kind of emphasis are open.
#[derive(Debug, Default)]
pub(super) struct Emphasis {
    pub(super) bold: u32,
    pub(super) underlined: u32,
    pub(super) italic: u32,
}

/// The text of a `<title>` element.
#[derive(Debug, Default)]
pub(super) struct PageTitle {
    pub(super) words: String,
    pub(super) source: Option<TextRange>,
}

impl<'t> Builder<'t> {
    /// A reading of `text`, of which the ranges `excluded`, in order, are no prose.
    pub(crate) fn new(text: &'t str, excluded: Vec<TextRange>) -> Self {
        Self { text, excluded, ..Self::default() }
    }

    /// The same reading from the start, with what is hidden, where the page hides most of its text.
    pub(crate) fn again_with_hidden(&mut self) -> Option<Self> {
        let visibility = self.visibility.hid_most().then(Visibility::showing_all)?;
        Some(Self { text: self.text, excluded: std::mem::take(&mut self.excluded), visibility, ..Self::default() })
    }

    /// The whole decoded source.
    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// The element of a lower-case name.
    pub(crate) fn element(&mut self, name: &[u8]) -> Element {
        if let Some(known) = Known::from_name(name) {
            return Element::Known(known);
        }
        let number = match self.other_names.get(name) {
            Some(number) => *number,
            None => {
                let number = u32::try_from(self.other_names.len()).unwrap_or(u32::MAX);
                self.other_names.insert(name.into(), number);
                number
            }
        };
        Element::Other(number)
    }

    /// A number for an element with a class, from 1.
    pub(super) fn style(&mut self, element: Element, class: &str) -> u32 {
        let next = u32::try_from(self.styles.len() + 1).unwrap_or(u32::MAX);
        *self.styles.entry((element.index(), class.into())).or_insert(next)
    }

    /// Adds metadata; the key is made lower case.
    pub(crate) fn metadata(&mut self, key: &str, value: &str, source: TextRange) {
        self.reading.metadata.push((key.to_lowercase(), value.to_owned(), source));
    }

    /// Adds a comment by its inner text.
    pub(crate) fn comment(&mut self, inner: TextRange) {
        self.reading.comments.push(inner);
    }

    /// Adds an anchor to the block at this point, or the next.
    pub(crate) fn anchor(&mut self, name: &str) {
        self.anchors.push(name.to_owned());
    }

    /// Adds an attribute to the block at this point, or the next.
    pub(crate) fn attribute(&mut self, key: &str, value: &str, source: TextRange) {
        self.attributes.push((key.to_owned(), value.to_owned(), source));
    }

    /// Whether nothing of the block at this point has been read.
    pub(crate) fn at_block_start(&self) -> bool {
        self.block.is_blank()
    }

    /// The block that was completed last.
    pub(crate) fn last_block(&mut self) -> Option<&mut RawBlock> {
        self.reading.blocks.last_mut()
    }

    /// Reads source text as it stands.
    pub(crate) fn verbatim(&mut self, range: TextRange) {
        let mut start = range.start();
        let first = self.excluded.partition_point(|excluded| excluded.end() <= start);
        for index in first..self.excluded.len() {
            let excluded = self.excluded[index];
            if excluded.start() >= range.end() {
                break;
            }
            self.push_verbatim(TextRange::new(start, excluded.start()));
            start = excluded.end();
        }
        self.push_verbatim(TextRange::new(start, range.end()));
    }

    fn push_verbatim(&mut self, range: TextRange) {
        if !self.open.context().preformatted || self.block.is_code() {
            self.push(Piece::verbatim(range));
            return;
        }
        for (index, paragraph) in preformatted::paragraphs(range.of(self.text)).into_iter().enumerate() {
            if index > 0 {
                self.end_block(None);
            }
            let start = range.start();
            self.push(Piece::verbatim(TextRange::new(start + paragraph.start, start + paragraph.end)));
        }
    }

    /// Reads `text` where the source has a reference, an escape or the like.
    pub(crate) fn replaced(&mut self, range: TextRange, text: &str) {
        let first = self.excluded.partition_point(|excluded| excluded.end() <= range.start());
        if self.excluded.get(first).is_none_or(|excluded| !excluded.overlaps(range)) {
            self.push(Piece::replaced(range, text));
        }
    }

    fn push(&mut self, piece: Piece) {
        let context = self.open.context();
        let words = piece.text(self.text);
        if words.is_empty() {
            return;
        }
        if let Some(title) = &mut self.title {
            title.words.push_str(words);
            title.source = Some(title.source.map_or(piece.source, |source| source.join(piece.source)));
            return;
        }
        let footnote_mark = context.raised && self.link.as_ref().is_some_and(|link| link.target.starts_with('#'));
        if context.hidden || !context.dropped {
            self.visibility.count(words, context.hidden);
        }
        if context.dropped || footnote_mark {
            return;
        }
        let linked = self.link.as_ref().is_some_and(|link| !link.target.is_empty());
        let Emphasis { bold, underlined, italic } = &self.emphasis;
        let look = Look { bold: *bold > 0, underlined: *underlined > 0, italic: *italic > 0, linked };
        self.block.push(piece, self.text, look);
    }

    /// Reads a line break.
    pub(crate) fn line_break(&mut self, source: TextRange) {
        let read = !self.open.context().dropped && self.title.is_none();
        if read && self.block.line_break(source) {
            self.end_block(None);
        }
    }

    /// Ends the block at this point; `end` is where its markup ends, where that is known.
    pub(crate) fn end_block(&mut self, end: Option<usize>) {
        let context = self.open.context();
        let Some(finished) = self.block.finish(end, self.link.as_ref()) else { return };
        let kind = match context.heading {
            0 if self.is_code(&finished, &context) => RawKind::Code,
            0 => RawKind::Paragraph,
            level => RawKind::Heading { level },
        };
        let (first, rest) = title::split_first_line(finished, &kind, &context, self.text);
        self.add_block(first, kind.clone(), &context);
        if let Some(rest) = rest {
            self.add_block(rest, kind, &context);
        }
    }

    fn is_code(&self, finished: &Finished, context: &Context) -> bool {
        finished.is_code || (context.preformatted && !preformatted::is_prose(&finished.block.pieces, self.text))
    }

    fn add_block(&mut self, finished: Finished, kind: RawKind, context: &Context) {
        let Finished { mut block, counts, .. } = finished;
        // A Markdown container may claim white space that its neighbour before ended with.
        let before = self.reading.blocks.last().map_or(0, |last| last.source.end());
        block.source = TextRange::new(block.source.start().max(before), block.source.end());
        block.kind = kind;
        block.quoted = context.quoted;
        block.set_off = context.quoted;
        block.cited |= context.cited;
        block.look = counts.look();
        block.style = context.style;
        block.anchors = std::mem::take(&mut self.anchors);
        block.attributes = std::mem::take(&mut self.attributes);
        let is_heading = matches!(block.kind, RawKind::Heading { .. });
        self.items.add_block(context.item, counts.words, is_heading);
        self.tables.add_words(context.cell, counts.words, counts.all_stressed(), is_heading);
        self.zones.add_words(context.zone, counts.words - counts.linked);
        self.notes.push(Note::new(counts, context));
        self.reading.blocks.push(block);
    }

    /// Ends the reading: what could be told only from the whole of it is told now.
    pub(crate) fn finish(mut self) -> RawReading {
        self.end_block(None);
        self.end_title();
        if let Some(last) = self.reading.blocks.last_mut() {
            last.anchors.append(&mut self.anchors);
            last.attributes.append(&mut self.attributes);
        }
        super::finish::finish(self)
    }
}
