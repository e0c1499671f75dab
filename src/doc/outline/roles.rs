//! What part each unit plays: heading, item, paragraph. One pass, with the open lists on a stack.

use super::super::shape::MarkerKind;
use super::bare_list::BareList;
use super::open_list::{Marks, OpenList};
use super::unit::Unit;
use super::{contact, furniture, headings, labels};

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

/// The role of every unit.
pub(in crate::doc) fn assign(units: &[Unit<'_>]) -> Vec<Role> {
    let mut roles = Roles {
        units,
        addresses: contact::blocks(units),
        furniture: furniture::find(units),
        labels: labels::find(units),
        leads: headings::leads(units),
        runs: headings::runs(units),
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

/// What is known while the roles are given out.
pub(super) struct Roles<'a> {
    pub(super) units: &'a [Unit<'a>],
    pub(super) addresses: Vec<bool>,
    pub(super) furniture: Vec<bool>,
    /// Lines that stand in the text again and again, or in a table of contents.
    pub(super) labels: Vec<bool>,
    /// The highest level of marked headings over which unmarked ones stand.
    pub(super) leads: Option<u8>,
    /// For each unit, the run of lines without marker that look like headings which it belongs to.
    pub(super) runs: Vec<(usize, usize)>,
    pub(super) roles: Vec<Role>,
    lists: Vec<OpenList>,
}

impl Roles<'_> {
    fn role(&mut self, at: usize) -> Role {
        let unit = &self.units[at];
        if unit.row {
            return Role::Row;
        }
        if self.furniture[at] && !unit.titled {
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
                let restarted = |level: &OpenList| level.is_restarted_by(&marks, unit.indent);
                if let Some(depth) = self.lists.iter().rposition(restarted) {
                    self.lists.truncate(depth);
                }
            }
        }
        self.lists.push(OpenList { marks, indent: unit.indent, words_column: unit.words_column });
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
        let open = self.lists.iter().rposition(OpenList::is_bare);
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
        self.lists.push(OpenList { marks: Marks::Bare(list), indent: unit.indent, words_column: unit.words_column });
        Some(self.depth())
    }
}
