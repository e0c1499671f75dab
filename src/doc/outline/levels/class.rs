//! Headings without number that look alike.

use super::super::super::raw::Look;
use super::super::super::shape::Case;
use super::super::unit::Unit;

/// How a heading without number looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Class {
    pub(super) look: Look,
    /// Whether it is all in capitals.
    pub(super) capitals: bool,
}

impl Class {
    pub(super) fn of(unit: &Unit<'_>) -> Self {
        Self { look: look(unit), capitals: unit.shape.case == Case::Capitals }
    }

    /// How much it stands out of the text.
    pub(super) fn weight(self) -> u8 {
        weight(self.look) * 2 + u8::from(self.capitals)
    }
}

/// How a unit looks; that it is a link tells nothing of its rank.
pub(super) fn look(unit: &Unit<'_>) -> Look {
    Look { linked: false, ..unit.look }
}

/// How much a look stands out: bold more than underlined, either more in upright letters.
pub(super) fn weight(look: Look) -> u8 {
    match (look.bold, look.underlined, look.italic) {
        (true, true, _) => 5,
        (true, false, false) => 4,
        (true, false, true) => 3,
        (false, true, false) => 2,
        (false, true, true) => 1,
        (false, false, _) => 0,
    }
}
