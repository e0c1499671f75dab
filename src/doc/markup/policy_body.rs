//! Where on a page the policy itself stands.

use std::ops::Range;

use super::furniture::Traits;

/// What a block that is only a link counts against the prose around it, in words.
const LINK_COST: i64 = 4;

/// The blocks from the policy's first to its last: the run in which prose outweighs links the most. A page's slogans stand
/// apart from it by the menus between. `None` where there is no prose.
pub(super) fn policy_body(traits: &[Traits]) -> Option<Range<usize>> {
    let mut best = (0, 0..0);
    let (mut sum, mut start) = (0, 0);
    for (index, block) in traits.iter().enumerate() {
        if sum <= 0 {
            (sum, start) = (0, index);
        }
        sum += weight(block);
        if sum > best.0 {
            best = (sum, start..index + 1);
        }
    }
    let (weight, body) = best;
    (weight > 0).then(|| with_edges(traits, body))
}

fn weight(block: &Traits) -> i64 {
    match block {
        block if block.is_prose() => i64::from(block.unlinked),
        block if block.zone || (block.menu_link && !block.contents_link) => -LINK_COST,
        _ => 0,
    }
}

/// Adds the title and date before the prose, and the address after it: all blocks up to a link.
fn with_edges(traits: &[Traits], body: Range<usize>) -> Range<usize> {
    let is_text = |block: &&Traits| !block.menu_link && !block.zone;
    let before = traits[..body.start].iter().rev().take_while(is_text).count();
    let mut after = traits[body.end..].iter().take_while(is_text).count();
    // A heading right before the links is that of a menu.
    while after > 0 && body.end + after < traits.len() && traits[body.end + after - 1].heading {
        after -= 1;
    }
    body.start - before..body.end + after
}
