//! Which lines are headings where they stand.

use super::super::shape::{Case, Ending};
use super::roles::{Role, Roles};
use super::unit::{Heading, Unit};

/// For each unit, the run of unmarked lines that look like headings around it.
pub(super) fn runs(units: &[Unit<'_>]) -> Vec<(usize, usize)> {
    let mut runs = Vec::with_capacity(units.len());
    while runs.len() < units.len() {
        let start = runs.len();
        let like = |unit: &&Unit<'_>| unit.heading > Heading::No && unit.marker.is_none() && unit.level.is_none();
        let length = units[start..].iter().take_while(like).count().max(1);
        runs.extend(std::iter::repeat_n((start, start + length), length));
    }
    runs
}

impl Roles<'_> {
    /// Whether a numbered line is the heading of a section, not an item of a list.
    pub(super) fn is_numbered_heading(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let (Some(ordinal), Some(next)) = (unit.ordinal(), self.units.get(at + 1)) else { return false };
        if unit.level.is_some() {
            return true;
        }
        let shape = &unit.shape;
        if unit.heading == Heading::No || shape.case == Case::Lower {
            return false;
        }
        let sibling = |other: &Unit<'_>| other.ordinal().is_some_and(|other| other.follows(ordinal));
        let after_sibling = at > 0
            && matches!(self.roles.last(), Some(Role::Item { .. }))
            && self.units[at - 1].ordinal().is_some_and(|before| ordinal.follows(before));
        if sibling(next) || after_sibling || next.date {
            return false;
        }
        match shape.ending {
            Ending::Colon | Ending::Period => next.marker.is_none() && next.shape.is_prose(),
            _ if next.marker.is_none() => true,
            _ => unit.heading == Heading::Strong || ordinal.style.levels > 1,
        }
    }

    /// Whether a line without number is a heading where it stands.
    pub(super) fn is_heading(&self, at: usize) -> bool {
        let unit = &self.units[at];
        if unit.heading == Heading::No || unit.level.is_some() {
            return unit.level.is_some();
        }
        let Some(next) = self.units.get(at + 1) else { return at == 0 && unit.heading == Heading::Certain };
        let (start, end) = self.runs[at];
        if !self.is_alone(at, start, end) || !self.opens_content(at, end) || self.is_announced(at, next) {
            return false;
        }
        match (unit.heading, unit.shape.ending) {
            (Heading::Weak, _) => self.stands_out(at, next),
            (_, Ending::Colon) => {
                let text = next.shape.is_prose() && !next.shape.label && next.shape.case != Case::Lower;
                text && next.marker.is_none()
            }
            (_, Ending::Period) => next.marker.is_none() && next.shape.is_prose(),
            _ => true,
        }
    }

    /// Whether a line rather is the first item of what the line before announces.
    fn is_announced(&self, at: usize, next: &Unit<'_>) -> bool {
        let unit = &self.units[at];
        let announced = at > 0 && self.roles[at - 1] != Role::Heading && self.units[at - 1].is_lead_in();
        let apart = unit.shape.case == Case::Capitals
            || unit.shape.ending == Ending::Question
            || (unit.after_gap && next.shape.is_prose());
        announced && !apart
    }

    /// Whether a noun phrase in sentence case stands between the end of one text and the beginning of another.
    fn stands_out(&self, at: usize, next: &Unit<'_>) -> bool {
        let unit = &self.units[at];
        let paragraph_before =
            at.checked_sub(1).filter(|before| self.roles[*before] == Role::Paragraph).map(|before| &self.units[before]);
        let closed = paragraph_before
            .is_none_or(|before| before.shape.ending != Ending::Open || before.shape.is_prose() || unit.after_gap);
        let in_series =
            paragraph_before.is_some_and(|before| !before.shape.is_prose() && before.shape.ending == Ending::Period);
        if unit.shape.ending == Ending::Period && (in_series || !next.shape.is_prose() || next.marker.is_some()) {
            return false;
        }
        let opens = next.shape.is_prose() || next.marker.is_some() || next.is_lead_in() || next.row;
        closed && opens && next.shape.words > unit.shape.words
    }

    /// Whether a line within a run of short lines stands out of it: in a run of three and more, which is a menu or a
    /// list, only the last line heads the text that follows, and lines of a higher rank than the one under them.
    fn is_alone(&self, at: usize, start: usize, end: usize) -> bool {
        let unit = &self.units[at];
        let last = at + 1 == end;
        let short = end - start <= 2;
        let ranked = |at: usize| {
            self.units.get(at).map(|unit| (unit.heading == Heading::Certain, unit.shape.case == Case::Capitals))
        };
        let outranks = !last && ranked(at) > ranked(at + 1);
        last || (short && unit.heading >= Heading::Strong)
            || outranks
            || (unit.heading == Heading::Certain && end - at <= 3)
    }

    /// Whether what follows the run is text that can stand under a heading.
    fn opens_content(&self, at: usize, end: usize) -> bool {
        let unit = &self.units[at];
        self.units.get(end).is_some_and(|next| {
            !self.furniture[end]
                && (next.shape.is_prose()
                    || next.marker.is_some()
                    || next.row
                    || next.level.is_some()
                    || next.date
                    || self.addresses[end]
                    || next.is_lead_in()
                    || next.shape.ending != Ending::Open
                    || next.shape.words > unit.shape.words)
        })
    }
}
