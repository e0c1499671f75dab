//! What Markdown and HTML have in common: elements, the blocks that they make, headings, tables, furniture.
//!
//! Both readers drive one [`Builder`] with tags and text, so that the same policy reads the same from either, and HTML
//! inside of Markdown needs no rules of its own.

mod attributes;
mod builder;
mod context;
mod element;
mod enumeration;
mod finish;
mod finished;
pub(super) mod front_matter;
mod furniture;
mod item;
mod list;
mod note;
mod open_block;
mod open_elements;
mod page;
mod policy_body;
mod preformatted;
mod role;
mod structure;
mod table;
mod tags;
pub(super) mod template;
#[cfg(test)]
pub(super) mod testing;
mod title;
mod visibility;
mod zone;
mod zone_name;

pub(super) use attributes::{Attribute, Attributes};
pub(super) use builder::Builder;
pub(super) use element::{Element, Known};
