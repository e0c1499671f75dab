//! Headings, lists and addresses that a marked-up text has as bare paragraphs.

use std::borrow::Cow;

use super::super::outline::{Layout, Role, Unit, levels, roles};
use super::super::raw::{Piece, RawBlock, RawKind, RawReading};
use super::super::shape::{Marker, Ordinal};
use super::{hard_breaks, styles};
use crate::text::TextRange;

/// Reads the paragraphs of `raw` as those of a plain text, between the headings, lists and tables that markup gives.
pub(super) fn give_structure(source: &str, raw: &mut RawReading) {
    raw.blocks = hard_breaks::cut(source, std::mem::take(&mut raw.blocks));
    let texts: Vec<Cow<'_, str>> = raw.blocks.iter().map(|block| text(source, block)).collect();
    let mut units: Vec<Unit<'_>> = raw.blocks.iter().zip(&texts).map(|(block, text)| unit(block, text)).collect();
    styles::mark(&raw.blocks, &mut units);
    let roles = roles::assign(&units);
    let levels = levels::assign(&units, &roles);
    drop(units);
    let mut blocks: Vec<RawBlock> = Vec::with_capacity(raw.blocks.len());
    for (at, mut block) in std::mem::take(&mut raw.blocks).into_iter().enumerate() {
        match (&block.kind, roles[at]) {
            (RawKind::Heading { .. }, _) => {}
            (RawKind::Paragraph | RawKind::Title { .. }, Role::Heading) if !block.furniture => {
                block.kind = RawKind::Heading { level: levels[at] };
            }
            (RawKind::Paragraph, Role::Item { depth, first }) => {
                let ordinal =
                    Marker::parse(&texts[at], false).map_or_else(String::new, |marker| marker.label().to_owned());
                block.kind = RawKind::Item { depth, ordinal, first };
            }
            (RawKind::Paragraph, Role::Furniture) => block.furniture = true,
            (RawKind::Title { .. }, _) => block.kind = RawKind::Paragraph,
            (RawKind::Paragraph, Role::AddressLine) => {
                if let Some(before) = blocks.last_mut().filter(|before| before.kind == RawKind::Paragraph) {
                    join(before, block);
                    continue;
                }
            }
            _ => {}
        }
        blocks.push(block);
    }
    raw.blocks = blocks;
}

/// What is read in a block, on one line.
fn text<'a>(source: &'a str, block: &RawBlock) -> Cow<'a, str> {
    match block.pieces.as_slice() {
        [Piece { source: range, replacement: None }] => Cow::Borrowed(range.of(source).trim()),
        pieces => Cow::Owned(pieces.iter().map(|piece| piece.text(source)).collect::<String>().trim().to_owned()),
    }
}

fn unit<'a>(block: &RawBlock, text: &'a str) -> Unit<'a> {
    let leads_away = block.look.linked && block.links.iter().any(|link| !link.target.trim_start().starts_with('#'));
    let mut layout = Layout { lines: 1, look: block.look, leads_away, furniture: block.furniture, ..Layout::default() };
    let mut words = text;
    match &block.kind {
        RawKind::Cell { .. } | RawKind::Code => layout.row = true,
        _ if block.furniture || text.is_empty() => layout.row = true,
        RawKind::Heading { level } => layout.level = Some(*level),
        RawKind::Title { ordinal } => {
            layout.titled = true;
            layout.number = Ordinal::of_item(ordinal);
        }
        RawKind::Item { depth, .. } => {
            layout.marker = Marker::parse("- X", false);
            layout.indent = usize::from(*depth) * 2;
        }
        RawKind::Paragraph => {
            layout.marker = Marker::parse(text, false);
            words = &text[layout.marker.as_ref().map_or(0, |marker| marker.length)..];
        }
    }
    Unit::new(Cow::Borrowed(words), layout)
}

/// Adds a line of an address to the lines before it.
fn join(before: &mut RawBlock, line: RawBlock) {
    let end = before.source.end();
    before.source = before.source.join(line.source);
    before.pieces.push(Piece::replaced(TextRange::empty(end), "\n"));
    let shift = before.pieces.len();
    before.pieces.extend(line.pieces);
    before.links.extend(line.links.into_iter().map(|mut link| {
        link.pieces = link.pieces.start + shift..link.pieces.end + shift;
        link
    }));
    before.anchors.extend(line.anchors);
    before.attributes.extend(line.attributes);
}
