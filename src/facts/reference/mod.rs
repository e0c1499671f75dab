//! What a text points to: sections by title or number, places by links.

mod capitalised;
mod fragment;
mod named;
mod numbered;

pub use fragment::Places;
pub use named::{NamedSection, named_sections};
pub use numbered::{NumberedSection, Numbers, numbered_sections};

/// What of a text a reference is judged by: so many bytes on either side.
const REACH: usize = 240;

/// Up to [`REACH`] bytes of `text` before `at`.
fn before(text: &str, at: usize) -> &str {
    let start = (at.saturating_sub(REACH)..=at).find(|start| text.is_char_boundary(*start)).unwrap_or(at);
    text.get(start..at).unwrap_or_default()
}

/// Up to [`REACH`] bytes of `text` from `at` on.
fn behind(text: &str, at: usize) -> &str {
    let end = (at..=(at + REACH).min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(at);
    text.get(at..end).unwrap_or_default()
}
