//! Levels of numbered headings.

use super::super::super::shape::OrdinalStyle;
use super::DEEPEST;

/// The styles of numbers that are around the next heading, outermost first, each with its level.
#[derive(Debug, Default)]
pub(super) struct Open(Vec<(OrdinalStyle, u8)>);

impl Open {
    /// The level of the next heading: `1.1` is one deeper than `1.`; letters below numbers, and numbers below letters, are one
    /// deeper than what they stand in. `top` is that of the outermost ones.
    pub(super) fn level(&mut self, style: OrdinalStyle, top: u8) -> u8 {
        let open = &mut self.0;
        let same =
            |before: &OrdinalStyle| *before == style || before.levels == style.levels && before.digits == style.digits;
        if let Some(at) = open.iter().position(|(before, _)| same(before)) {
            open.truncate(at + 1);
            return open[at].1;
        }
        open.retain(|(before, _)| before.levels <= style.levels);
        let level = match open.last() {
            Some((_, level)) => level + 1,
            None => top + style.levels - 1,
        };
        open.push((style, level.min(DEEPEST)));
        level
    }
}
