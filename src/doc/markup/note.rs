//! What is remembered of a block until the whole source has been read.

use super::context::Context;
use super::finished::Counts;

/// What a reader needs to know of a block, beside the block, to tell headings and furniture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Note {
    pub(super) counts: Counts,
    pub(super) cell: Option<u32>,
    pub(super) zone: Option<u32>,
    pub(super) list: Option<u32>,
    pub(super) item: Option<u32>,
    /// Whether it is the line by which a folding section opens.
    pub(super) fold_title: bool,
}

impl Note {
    pub(super) fn new(counts: Counts, context: &Context) -> Self {
        Self {
            counts,
            cell: context.cell,
            zone: context.zone,
            list: context.list,
            item: context.item,
            fold_title: context.fold_title,
        }
    }

    /// Words outside of links.
    pub(super) fn unlinked(&self) -> u32 {
        self.counts.words - self.counts.linked
    }

    /// Whether links hold all of its words.
    pub(super) fn is_link_only(&self) -> bool {
        self.counts.words > 0 && self.unlinked() == 0
    }
}
