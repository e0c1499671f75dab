//! How a text is built: its sections and their titles, its letters and numbers.

mod enumeration;
mod open_end;
mod run_in;
mod sections;
mod titles;

pub use enumeration::{Break, BreakKind, enumeration_breaks};
pub use sections::{blocks_of, follows_in_section};
pub use titles::Titles;
