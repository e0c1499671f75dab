//! What part each unit plays: heading, item, paragraph. One pass, with the open lists on a stack.

use super::super::shape::{Case, Ending, MarkerKind, Ordinal};
use super::bare_list::BareList;
use super::contact;
use super::furniture;
use super::unit::{Heading, Unit};

/// The part that a unit plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::doc) enum Role {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A further line of the paragraph before it, an address.
    AddressLine,
    /// An item, or a later paragraph of one.
    Item {
        /// 0 for an outermost list.
        depth: u8,
        /// Whether the item starts here.
        first: bool,
    },
    /// A row of a table.
    Row,
    /// Page furniture.
    Furniture,
}

/// An open list.
#[derive(Debug)]
struct Level {
    marks: Marks,
    indent: usize,
    words_column: usize,
}

#[derive(Debug)]
enum Marks {
    Bullet(char),
    Ordinal(Ordinal),
    Bare(BareList),
}

/// The role of every unit.
pub(in crate::doc) fn assign(units: &[Unit<'_>]) -> Vec<Role> {
    let mut roles = Roles {
        units,
        addresses: contact::blocks(units),
        furniture: furniture::find(units),
        runs: heading_runs(units),
        roles: Vec::with_capacity(units.len()),
        lists: Vec::new(),
    };
    for at in 0..units.len() {
        let role = roles.role(at);
        if !matches!(role, Role::Item { .. }) {
            roles.lists.clear();
        }
        roles.roles.push(role);
    }
    roles.roles
}

struct Roles<'a> {
    units: &'a [Unit<'a>],
    addresses: Vec<bool>,
    furniture: Vec<bool>,
    /// For each unit, the run of lines without marker that look like headings which it belongs to.
    runs: Vec<(usize, usize)>,
    roles: Vec<Role>,
    lists: Vec<Level>,
}

impl Roles<'_> {
    fn role(&mut self, at: usize) -> Role {
        let unit = &self.units[at];
        if unit.row {
            return Role::Row;
        }
        if self.furniture[at] {
            return Role::Furniture;
        }
        if self.addresses[at] {
            let further = at > 0 && self.addresses[at - 1] && !unit.after_gap;
            return if further { Role::AddressLine } else { Role::Paragraph };
        }
        if unit.marker.is_some() {
            return if self.is_numbered_heading(at) { Role::Heading } else { self.place(at) };
        }
        if let Some(depth) = self.continued_item().filter(|_| self.is_hanging(at)) {
            return Role::Item { depth, first: false };
        }
        if let Some(depth) = self.bare_item(at) {
            return Role::Item { depth, first: true };
        }
        if self.is_heading(at) { Role::Heading } else { Role::Paragraph }
    }

    /// Puts a marked item on the level that its marker and indentation show.
    fn place(&mut self, at: usize) -> Role {
        let unit = &self.units[at];
        let marks = match unit.marker.as_ref().map(|marker| &marker.kind) {
            Some(MarkerKind::Ordinal(ordinal)) => Marks::Ordinal(ordinal.clone()),
            Some(MarkerKind::Bullet(bullet)) => Marks::Bullet(*bullet),
            None => return Role::Paragraph,
        };
        while self.lists.last().is_some_and(|level| !level.is_bare() && unit.indent + 1 < level.indent) {
            self.lists.pop();
        }
        let same = self.lists.iter().rposition(|level| level.takes(&marks, unit.indent));
        match same {
            Some(depth) => self.lists.truncate(depth),
            // A list of letters or numbers that the new one does not continue is over, not around it.
            None => {
                let restarted = |level: &Level| level.is_restarted_by(&marks, unit.indent);
                if let Some(depth) = self.lists.iter().rposition(restarted) {
                    self.lists.truncate(depth);
                }
            }
        }
        self.lists.push(Level { marks, indent: unit.indent, words_column: unit.words_column });
        Role::Item { depth: self.depth(), first: true }
    }

    fn depth(&self) -> u8 {
        u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX)
    }

    /// The depth of the item that the unit before belongs to, where that has a marker.
    fn continued_item(&self) -> Option<u8> {
        let marked = self.lists.last().is_some_and(|level| !level.is_bare());
        match self.roles.last() {
            Some(Role::Item { depth, .. }) if marked => Some(*depth),
            _ => None,
        }
    }

    /// Whether a unit without marker is indented as far as the words of the item before it.
    fn is_hanging(&self, at: usize) -> bool {
        let unit = &self.units[at];
        self.lists.last().is_some_and(|level| unit.indent > level.indent && unit.indent >= level.words_column)
    }

    /// The depth of an item without marker.
    fn bare_item(&mut self, at: usize) -> Option<u8> {
        let unit = &self.units[at];
        let open = self.lists.iter().rposition(Level::is_bare);
        if let Some(depth) = open {
            let in_sublist = depth + 1 < self.lists.len();
            if let Marks::Bare(list) = &mut self.lists[depth].marks
                && (!in_sublist || list.expects_sublist())
                && list.continues(self.units, at)
            {
                list.push(unit);
                self.lists.truncate(depth + 1);
                return Some(self.depth());
            }
        }
        // An item that announces a list of its own keeps its level; after other text the lists before are over.
        let after_item = matches!(self.roles.last(), Some(Role::Item { .. }));
        let after_heading = self.roles.last() == Some(&Role::Heading);
        let mut list = BareList::open(self.units, at).filter(|_| !after_heading)?;
        list.push(unit);
        if !after_item || self.lists.len() > 8 {
            self.lists.clear();
        }
        self.lists.push(Level { marks: Marks::Bare(list), indent: unit.indent, words_column: unit.words_column });
        Some(self.depth())
    }

    /// Whether a numbered line is the heading of a section, not an item of a list.
    fn is_numbered_heading(&self, at: usize) -> bool {
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
    fn is_heading(&self, at: usize) -> bool {
        let unit = &self.units[at];
        if unit.heading == Heading::No {
            return false;
        }
        if unit.level.is_some() {
            return true;
        }
        let Some(next) = self.units.get(at + 1) else { return at == 0 && unit.heading == Heading::Certain };
        let (start, end) = self.runs[at];
        let alone = self.is_alone(at, start, end);
        if !alone || !self.opens_content(at, end) {
            return false;
        }
        let before = at.checked_sub(1).map(|before| (&self.units[before], self.roles[before]));
        if let Some((before, role)) = before
            && role != Role::Heading
            && before.is_lead_in()
            && !(unit.shape.case == Case::Capitals
                || unit.shape.ending == Ending::Question
                || unit.after_gap && next.shape.is_prose())
        {
            return false;
        }
        match unit.heading {
            Heading::Weak => {
                let closed = before.is_none_or(|(before, role)| {
                    role != Role::Paragraph
                        || before.shape.ending != Ending::Open
                        || before.shape.is_prose()
                        || unit.after_gap
                });
                let in_series = before.is_some_and(|(before, role)| {
                    role == Role::Paragraph && !before.shape.is_prose() && before.shape.ending == Ending::Period
                });
                if unit.shape.ending == Ending::Period && (in_series || !next.shape.is_prose() || next.marker.is_some())
                {
                    return false;
                }
                let opens = next.shape.is_prose() || next.marker.is_some() || next.is_lead_in() || next.row;
                closed && opens && next.shape.words > unit.shape.words
            }
            _ => match unit.shape.ending {
                Ending::Colon => {
                    next.shape.is_prose()
                        && next.marker.is_none()
                        && !next.shape.label
                        && next.shape.case != Case::Lower
                }
                Ending::Period => next.marker.is_none() && next.shape.is_prose(),
                _ => true,
            },
        }
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

impl Level {
    fn is_bare(&self) -> bool {
        matches!(self.marks, Marks::Bare(_))
    }

    /// Whether an item with `marks` at `indent` is a further one of this list.
    fn takes(&self, marks: &Marks, indent: usize) -> bool {
        let aligned = self.indent.abs_diff(indent) <= 1;
        match (&self.marks, marks) {
            (Marks::Bullet(before), Marks::Bullet(bullet)) => before == bullet && aligned,
            (Marks::Ordinal(before), Marks::Ordinal(ordinal)) => ordinal.follows(before),
            _ => false,
        }
    }

    /// Whether an item with `marks` begins a new list in place of this one.
    fn is_restarted_by(&self, marks: &Marks, indent: usize) -> bool {
        match (&self.marks, marks) {
            (Marks::Ordinal(before), Marks::Ordinal(ordinal)) => {
                let roman = ordinal.label.eq_ignore_ascii_case("i") && !before.is_first();
                before.style == ordinal.style
                    && self.indent.abs_diff(indent) <= 1
                    && !roman
                    && (ordinal.label != "i" || before.label == "i")
            }
            _ => false,
        }
    }
}

/// For each unit, the run of unmarked lines that look like headings around it.
fn heading_runs(units: &[Unit<'_>]) -> Vec<(usize, usize)> {
    let mut runs = Vec::with_capacity(units.len());
    while runs.len() < units.len() {
        let start = runs.len();
        let like = |unit: &&Unit<'_>| unit.heading > Heading::No && unit.marker.is_none() && unit.level.is_none();
        let length = units[start..].iter().take_while(like).count().max(1);
        runs.extend(std::iter::repeat_n((start, start + length), length));
    }
    runs
}
