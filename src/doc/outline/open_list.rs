//! Lists that further items may belong to.

use super::super::shape::Ordinal;
use super::bare_list::BareList;

/// An open list.
#[derive(Debug)]
pub(super) struct OpenList {
    pub(super) marks: Marks,
    pub(super) indent: usize,
    pub(super) words_column: usize,
}

/// What its items are marked by.
#[derive(Debug)]
pub(super) enum Marks {
    /// A bullet.
    Bullet(char),
    /// Letters or numbers; the last one.
    Ordinal(Ordinal),
    /// Nothing but their form.
    Bare(BareList),
}

impl OpenList {
    pub(super) fn is_bare(&self) -> bool {
        matches!(self.marks, Marks::Bare(_))
    }

    /// Whether an item with `marks` at `indent` is a further one of this list.
    pub(super) fn takes(&self, marks: &Marks, indent: usize) -> bool {
        let aligned = self.indent.abs_diff(indent) <= 1;
        match (&self.marks, marks) {
            (Marks::Bullet(before), Marks::Bullet(bullet)) => before == bullet && aligned,
            (Marks::Ordinal(before), Marks::Ordinal(ordinal)) => ordinal.follows(before),
            _ => false,
        }
    }

    /// Whether an item with `marks` begins a new list in place of this one.
    pub(super) fn is_restarted_by(&self, marks: &Marks, indent: usize) -> bool {
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
