//! Lists whose last item announces another: "calling us, or".

use crate::doc::{Block, BlockId, BlockKind, ListItem, Reading};
use crate::text::ProseRange;

use super::enumeration::{Break, BreakKind};

/// A paragraph that goes on with the list is no longer than its items, or shorter than this, in words.
const SHORT: usize = 8;

/// All lists that end so, each at its last word. Linear: each item looks at the block behind it, and at the one before.
pub(super) fn breaks(reading: &Reading) -> Vec<Break> {
    let own: Vec<usize> = (0..reading.blocks.len())
        .filter(|at| {
            !reading.blocks[*at].furniture && !reading.blocks[*at].quoted && !reading.blocks[*at].prose.is_empty()
        })
        .collect();
    own.iter()
        .enumerate()
        .filter_map(|(nth, at)| {
            let before = nth.checked_sub(1).map(|nth| own[nth])?;
            open_end(reading, before, *at, own.get(nth + 1).map(|at| &reading.blocks[*at]))
        })
        .collect()
}

fn item(block: &Block) -> Option<&ListItem> {
    match &block.kind {
        BlockKind::Item(item) if !item.run_in => Some(item),
        _ => None,
    }
}

fn open_end(reading: &Reading, before: usize, at: usize, next: Option<&Block>) -> Option<Break> {
    let block = &reading.blocks[at];
    let (own, earlier) = (item(block)?, item(&reading.blocks[before])?);
    let words = reading.words(block.prose);
    let (rest, last) = words.rsplit_once(' ')?;
    let announces = matches!(last, "or" | "and" | "and/or") && rest.ends_with([',', ';']);
    if !announces || own.depth > earlier.depth || next.is_some_and(|next| goes_on(reading, words, next)) {
        return None;
    }
    let end = block.prose.end();
    Some(Break {
        kind: BreakKind::OpenEnd,
        before: BlockId::at(before),
        at: BlockId::at(at),
        label: own.ordinal.clone(),
        next: last.to_owned(),
        skipped: Vec::new(),
        place: Some(ProseRange::new(end - last.len(), end)),
    })
}

/// Whether what comes next may be the rest of the list or of the sentence. Nothing goes on across a heading, unless that is a line with a
/// bullet or a full stop, and in no paragraph that is about something else: a sentence of its own, longer than an item that lost its
/// bullet.
fn goes_on(reading: &Reading, item: &str, next: &Block) -> bool {
    let words = reading.words(next.prose);
    let count = |text: &str| text.split(' ').count();
    match next.kind {
        BlockKind::Heading { .. } => words.ends_with(['.', ';', ',']),
        BlockKind::Paragraph => {
            !words.starts_with(char::is_uppercase)
                || count(words) <= count(item).max(SHORT)
                || !words.ends_with(['.', ':'])
        }
        _ => true,
    }
}
