//! Items of lists, and those that are sections of the page rather than items.

use crate::doc::raw::{RawBlock, RawKind};

use super::context::Context;
use super::note::Note;

/// An item of as many blocks, or of several and as many words, is a part of the page that happens to stand in a list.
const SECTION_BLOCKS: u32 = 12;
const SECTION_WORDS: u32 = 400;

#[derive(Debug)]
struct Item {
    ordinal: String,
    /// How many lists are around its own.
    depth: u8,
    around: Option<u32>,
    blocks: u32,
    words: u32,
    has_heading: bool,
}

/// All items of a source.
#[derive(Debug, Default)]
pub(crate) struct Items(Vec<Item>);

impl Items {
    /// Opens an item of the list at hand.
    pub(crate) fn open(&mut self, ordinal: String, context: &Context) -> u32 {
        let depth = context.lists.saturating_sub(1);
        self.0.push(Item { ordinal, depth, around: context.item, blocks: 0, words: 0, has_heading: false });
        u32::try_from(self.0.len() - 1).unwrap_or(u32::MAX)
    }

    /// Counts a block that stands in an item.
    pub(crate) fn add_block(&mut self, item: Option<u32>, words: u32, is_heading: bool) {
        if let Some(item) = item.and_then(|item| self.0.get_mut(item as usize)) {
            item.blocks = item.blocks.saturating_add(1);
            item.words = item.words.saturating_add(words);
            item.has_heading |= is_heading;
        }
    }

    /// Makes items of the paragraphs that stand in items. Those around which stands a section count from there.
    pub(super) fn resolve(&self, blocks: &mut [RawBlock], notes: &[Note]) {
        let sections_around = self.sections_around();
        let mut begun = vec![false; self.0.len()];
        for (block, note) in blocks.iter_mut().zip(notes) {
            let Some((index, item)) = note.item.and_then(|item| Some((item as usize, self.0.get(item as usize)?)))
            else {
                continue;
            };
            if block.kind == RawKind::Paragraph && !item.is_section() {
                let first = !std::mem::replace(&mut begun[index], true);
                let depth = item.depth.saturating_sub(sections_around[index]);
                block.kind = RawKind::Item { depth, ordinal: item.ordinal.clone(), first };
            }
        }
    }

    fn sections_around(&self) -> Vec<u8> {
        let mut sections: Vec<u8> = Vec::with_capacity(self.0.len());
        for item in &self.0 {
            let around = item.around.and_then(|around| self.0.get(around as usize).zip(sections.get(around as usize)));
            sections.push(around.map_or(0, |(item, sections)| sections.saturating_add(u8::from(item.is_section()))));
        }
        sections
    }
}

impl Item {
    fn is_section(&self) -> bool {
        self.has_heading
            || self.blocks >= SECTION_BLOCKS
            || (self.blocks >= SECTION_BLOCKS / 4 && self.words >= SECTION_WORDS)
    }
}
