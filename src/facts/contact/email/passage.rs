//! One block of the prose, in which addresses are looked for.

use std::ops::Range;

use crate::doc::{Block, BlockId, Reading};
use crate::text::ProseRange;

use super::surroundings::Surroundings;
use super::words::MailWords;

/// A block and its words; offsets within it count from its first byte.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage<'a> {
    reading: &'a Reading,
    block: &'a Block,
    /// Its number.
    pub(super) id: BlockId,
    /// What words near an address mean.
    pub(super) mail: MailWords<'a>,
    /// Its words.
    pub(super) text: &'a str,
}

impl<'a> Passage<'a> {
    /// The block `id`.
    pub(super) fn new(reading: &'a Reading, id: BlockId, mail: MailWords<'a>) -> Self {
        let block = reading.block(id);
        Self { reading, block, id, mail, text: reading.words(block.prose) }
    }

    /// The words at a range of the block.
    pub(super) fn words(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// A range of the block as one of the prose.
    pub(super) fn prose(&self, range: Range<usize>) -> ProseRange {
        let base = self.block.prose.start();
        ProseRange::new(base + range.start, base + range.end)
    }

    /// What stands around a range of the block.
    pub(super) fn around(&self, range: Range<usize>) -> Surroundings<'a> {
        let base = self.block.prose.start();
        Surroundings::of(self.mail, self.reading, self.block, base + range.start, base + range.end)
    }
}
