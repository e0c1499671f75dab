//! The structure that no markup tells: which short line is a heading, which line an item, which an address.
//!
//! A plain text is read by this alone; in a marked-up text it finds the headings and lists that were written as bare
//! paragraphs, so that both come to the same model.

mod bare_list;
mod contact;
mod furniture;
mod headings;
mod labels;
pub(in crate::doc) mod levels;
mod open_list;
pub(in crate::doc) mod roles;
mod unit;

pub(in crate::doc) use roles::Role;
pub(in crate::doc) use unit::{Layout, Unit};
