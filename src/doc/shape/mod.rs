//! What the bare words of a line or paragraph tell about its part in the text: title, sentence, list item, label.
//!
//! The plain-text reader has nothing else to go by; the assembler asks the same questions of paragraphs in markup.

mod clause;
mod line;
mod mark;
mod marker;
mod ordinal;
mod title;
mod words;

pub(in crate::doc) use clause::Clause;
pub(in crate::doc) use line::{Case, Ending, Shape};
pub use mark::{Mark, MarkStyle};
pub(in crate::doc) use marker::{Marker, MarkerKind};
pub(in crate::doc) use ordinal::{Digits, Form, Ordinal, OrdinalStyle, roman_value};
pub(in crate::doc) use title::{TitleKind, is_date_line, title_kind};
pub(in crate::doc) use words::{Class, bare, is, is_abbreviation};
