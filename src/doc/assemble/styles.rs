//! Elements and classes that a page writes its headings as, where it uses no heading elements for them.

use std::collections::HashMap;

use super::super::outline::Unit;
use super::super::raw::RawBlock;

/// A way of writing that makes headings has so many of them at least.
const ENOUGH: usize = 3;

#[derive(Debug, Default)]
struct Uses {
    /// Blocks written so.
    all: usize,
    /// Of them, lines that look like headings.
    lines: usize,
    /// Of those, the ones that text follows.
    heads: usize,
}

/// Marks the units that are written as headings are and little else: nearly all of that element and class are short lines,
/// most of them with text under them.
pub(super) fn mark(blocks: &[RawBlock], units: &mut [Unit<'_>]) {
    let mut uses: HashMap<u32, Uses> = HashMap::new();
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| is_styled(block)) {
        let uses = uses.entry(block.style).or_default();
        let line = units[at].looks_like_heading();
        let text_follows = units.get(at + 1).is_some_and(|next| !next.looks_like_heading());
        uses.all += 1;
        uses.lines += usize::from(line);
        uses.heads += usize::from(line && text_follows && !blocks[at + 1].furniture);
    }
    for (block, unit) in blocks.iter().zip(units).filter(|(block, _)| is_styled(block)) {
        let of_headings = uses.get(&block.style).is_some_and(|uses| {
            uses.heads >= ENOUGH && uses.lines * 4 >= uses.all * 3 && uses.heads * 3 >= uses.lines * 2
        });
        unit.set_heading_style(of_headings);
    }
}

fn is_styled(block: &RawBlock) -> bool {
    block.style > 0 && !block.furniture
}
