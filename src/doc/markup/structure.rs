//! Lists and tables around the text.

use crate::text::TextRange;

use super::attributes::{Attribute, Attributes};
use super::builder::Builder;
use super::context::Context;
use super::element::{Element, Known};
use super::list::List;

impl Builder<'_> {
    /// Opens a list that counts from `first`, or one of bullets, at a byte of the source.
    pub(crate) fn start_list(&mut self, first: Option<u64>, at: usize) {
        let mut attributes = Attributes::default();
        if let Some(first) = first {
            attributes.push(Attribute::Start, first.to_string().as_bytes(), TextRange::empty(at));
        }
        let list = if first.is_some() { Known::Ol } else { Known::Ul };
        self.start(Element::Known(list), &attributes, TextRange::empty(at), false);
    }

    pub(super) fn enter_list(&mut self, list: List, context: &mut Context) {
        context.lists = context.lists.saturating_add(1);
        self.lists.push(list);
        context.list = u32::try_from(self.lists.len() - 1).ok();
    }

    pub(super) fn enter_item(&mut self, value: Option<i64>, context: &mut Context) {
        let ordinal = self.list(context).map(|list| list.ordinal(value)).unwrap_or_default();
        context.item = Some(self.items.open(ordinal, context));
        context.heading = 0;
    }

    /// A term opens an item, which its descriptions continue.
    pub(super) fn enter_term(&mut self, context: &mut Context) {
        self.enter_item(None, context);
        let item = context.item;
        if let Some(list) = self.list(context) {
            list.open_item = item;
        }
    }

    pub(super) fn enter_description(&mut self, context: &mut Context) {
        match self.list(context).and_then(|list| list.open_item) {
            Some(item) => context.item = Some(item),
            None => self.enter_item(None, context),
        }
    }

    fn list(&mut self, context: &Context) -> Option<&mut List> {
        self.lists.get_mut(context.list? as usize)
    }

    pub(super) fn enter_table(&mut self, attributes: &Attributes, context: &mut Context) {
        let presentation = attributes.is(Attribute::Role, "presentation") || attributes.is(Attribute::Role, "none");
        context.table = Some(self.tables.open_table(context.cell, presentation));
        context.head_rows = false;
    }

    /// Whether a table is open at this point.
    pub(crate) fn in_table(&self) -> bool {
        self.open.context().table.is_some()
    }

    pub(super) fn enter_row_group(&mut self, head: bool, context: &mut Context) {
        context.head_rows = head;
        if head {
            self.tables.mark_data(context.table);
        }
    }

    pub(super) fn enter_row(&mut self, context: &Context) {
        if let Some(table) = context.table {
            self.tables.open_row(table);
        }
    }

    /// Opens a cell; one outside of a table is a block like any other.
    pub(super) fn enter_cell(&mut self, head: bool, attributes: &Attributes, context: &mut Context) {
        let Some(table) = context.table else { return };
        let span = |attribute| attributes.number(attribute).unwrap_or(1);
        let spans = (span(Attribute::Colspan), span(Attribute::Rowspan));
        context.cell = Some(self.tables.open_cell(table, context.cell, head || context.head_rows, spans));
        context.heading = 0;
    }
}
