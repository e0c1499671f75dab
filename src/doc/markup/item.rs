//! Items of lists, and what kind of block the text at a point is.

use crate::doc::raw::RawKind;

use super::context::Context;

#[derive(Debug)]
struct Item {
    depth: u8,
    ordinal: String,
    /// Whether a block of it has been read.
    begun: bool,
    /// Whether it begins with a heading: then it is a section, and its text is no item.
    section: bool,
}

/// All items of a source.
#[derive(Debug, Default)]
pub(crate) struct Items(Vec<Item>);

impl Items {
    /// Opens an item of the list at hand.
    pub(crate) fn open(&mut self, ordinal: String, context: &Context) -> u32 {
        let depth = context.lists.saturating_sub(1);
        self.0.push(Item { depth, ordinal, begun: false, section: false });
        u32::try_from(self.0.len() - 1).unwrap_or(u32::MAX)
    }

    /// How many lists are around a list that opens at this point, itself included. Lists whose items are sections do
    /// not count.
    pub(crate) fn lists_with_one_more(&self, context: &Context) -> u8 {
        match self.get(context.item) {
            Some(item) if item.section => item.depth.saturating_add(1),
            _ => context.lists.saturating_add(1),
        }
    }

    /// The kind of the block that ends at this point, its table left aside.
    pub(crate) fn kind(&mut self, context: &Context) -> RawKind {
        let item = context.item.and_then(|item| self.0.get_mut(item as usize));
        if context.heading > 0 {
            if let Some(item) = item {
                item.section |= !item.begun;
            }
            return RawKind::Heading { level: context.heading };
        }
        if context.preformatted {
            return RawKind::Code;
        }
        match item {
            Some(item) if !item.section => {
                let first = !std::mem::replace(&mut item.begun, true);
                RawKind::Item { depth: item.depth, ordinal: item.ordinal.clone(), first }
            }
            _ => RawKind::Paragraph,
        }
    }

    fn get(&self, item: Option<u32>) -> Option<&Item> {
        self.0.get(item? as usize)
    }
}
