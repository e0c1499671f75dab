//! The elements that are open at a point of the text, and which of them a tag closes.
//!
//! HTML leaves out end tags and mis-nests them; browsers repair that while they build a tree (HTML, "tree construction").
//! No tree is built here. What is kept of those rules is what decides where blocks of text begin and end. Every question
//! is answered from the position of the innermost element of a name, so that deep nesting stays linear.

use super::context::Context;
use super::element::{Element, Known, Meaning};

/// An open element.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Open {
    /// Which.
    pub(crate) element: Element,
    /// What it means here, its `role` considered.
    pub(crate) meaning: Meaning,
    /// What holds for the text inside.
    pub(crate) context: Context,
    /// Whether its end tag came already, though blocks opened inside are still open.
    pub(crate) ended: bool,
}

/// The open elements, outermost first.
#[derive(Debug, Default)]
pub(crate) struct OpenElements {
    stack: Vec<Open>,
    /// By element: where its open instances are.
    positions: Vec<Vec<u32>>,
    /// Tables and cells: no end tag inside reaches out of them (HTML, "has an element in scope").
    barriers: Vec<u32>,
    lists: Vec<u32>,
    blocks: Vec<u32>,
}

impl OpenElements {
    /// What holds for text at this point.
    pub(crate) fn context(&self) -> Context {
        self.stack.last().map(|open| open.context).unwrap_or_default()
    }

    /// How many are open.
    pub(crate) fn len(&self) -> usize {
        self.stack.len()
    }

    /// Whether the innermost element is a block whose text is read.
    pub(crate) fn top_is_read_block(&self) -> bool {
        self.stack.last().is_some_and(|open| open.meaning.is_block() && !open.context.dropped)
    }

    /// Opens an element.
    pub(crate) fn push(&mut self, open: Open) {
        let position = u32::try_from(self.stack.len()).unwrap_or(u32::MAX);
        let index = open.element.index();
        if self.positions.len() <= index {
            self.positions.resize(index + 1, Vec::new());
        }
        self.positions[index].push(position);
        for (applies, positions) in [
            (is_barrier(open.element), &mut self.barriers),
            (is_list(open.element), &mut self.lists),
            (open.meaning.is_block(), &mut self.blocks),
        ] {
            if applies {
                positions.push(position);
            }
        }
        self.stack.push(open);
    }

    /// Closes the innermost element.
    pub(crate) fn pop(&mut self) -> Option<Open> {
        let open = self.stack.pop()?;
        let position = u32::try_from(self.stack.len()).unwrap_or(u32::MAX);
        let of_name = self.positions.get_mut(open.element.index());
        for positions in of_name.into_iter().chain([&mut self.barriers, &mut self.lists, &mut self.blocks]) {
            if positions.last() == Some(&position) {
                positions.pop();
            }
        }
        Some(open)
    }

    /// Marks the innermost element of a name as ended, though others inside it stay open.
    pub(crate) fn end_early(&mut self, position: usize) -> Option<Open> {
        let open = self.stack.get_mut(position)?;
        open.ended = true;
        let ended = *open;
        if let Some(positions) = self.positions.get_mut(ended.element.index()) {
            positions.pop();
        }
        Some(ended)
    }

    /// Where the innermost open element of a name is.
    pub(crate) fn innermost(&self, element: Element) -> Option<usize> {
        self.positions.get(element.index())?.last().map(|position| *position as usize)
    }

    /// Where the innermost heading is, of whatever level: the end tag of one closes that of another.
    pub(crate) fn innermost_heading(&self) -> Option<usize> {
        use Known::{H1, H2, H3, H4, H5, H6};
        [H1, H2, H3, H4, H5, H6].iter().filter_map(|known| self.innermost(Element::Known(*known))).max()
    }

    /// The element that the end tag of `element` ends; `None` where no such element is in scope.
    pub(crate) fn ended_by(&self, element: Element) -> Option<usize> {
        let position = match element.meaning() {
            Meaning::Heading(_) => self.innermost_heading()?,
            _ => self.innermost(element)?,
        };
        let barrier = if element.is(Known::Table) { None } else { self.barrier_for(element) };
        barrier.is_none_or(|barrier| barrier <= position).then_some(position)
    }

    /// Whether a block was opened inside the element at `position`.
    pub(crate) fn holds_block(&self, position: usize) -> bool {
        self.blocks.last().is_some_and(|block| *block as usize > position)
    }

    /// The outermost element that the start tag of `element` closes, with all inside it.
    pub(crate) fn closed_by_start_of(&self, element: Element) -> Option<usize> {
        use Known::{Caption, Dd, Dt, Li, P, Tbody, Td, Tfoot, Th, Thead, Tr};
        let Element::Known(known) = element else { return None };
        let in_scope = |candidates: &[Known], limit: Option<usize>| {
            let positions = candidates.iter().filter_map(|known| self.innermost(Element::Known(*known)));
            positions.filter(|position| limit.is_none_or(|limit| limit < *position)).min()
        };
        let table = self.innermost(Element::Known(Known::Table));
        let implied = match known {
            Td | Th => in_scope(&[Td, Th, Caption], table),
            Tr => in_scope(&[Td, Th, Tr, Caption], table),
            Tbody | Thead | Tfoot | Caption => in_scope(&[Td, Th, Tr, Tbody, Thead, Tfoot, Caption], table),
            Li => in_scope(&[Li], self.list_or_barrier()),
            Dd | Dt => in_scope(&[Dd, Dt], self.list_or_barrier()),
            _ => None,
        };
        let paragraph = if known.closes_paragraph() { in_scope(&[P], self.barrier()) } else { None };
        let heading = match element.meaning() {
            Meaning::Heading(_) => self.innermost_heading().filter(|heading| heading + 1 == self.stack.len()),
            _ => None,
        };
        [implied, paragraph, heading].into_iter().flatten().min()
    }

    fn barrier(&self) -> Option<usize> {
        self.barriers.last().map(|barrier| *barrier as usize)
    }

    /// Row and cell end tags look no further than their table; all others no further than their cell.
    fn barrier_for(&self, element: Element) -> Option<usize> {
        match element.meaning() {
            Meaning::Row | Meaning::RowGroup { .. } | Meaning::Cell { .. } | Meaning::Caption => {
                self.innermost(Element::Known(Known::Table))
            }
            _ => self.barrier(),
        }
    }

    fn list_or_barrier(&self) -> Option<usize> {
        self.lists.last().map(|list| *list as usize).max(self.barrier())
    }
}

fn is_barrier(element: Element) -> bool {
    use Known::{Caption, Table, Td, Th};
    matches!(element, Element::Known(Table | Td | Th | Caption))
}

fn is_list(element: Element) -> bool {
    matches!(element.meaning(), Meaning::List { .. } | Meaning::DescriptionList)
}
