//! Rules held against facts. Pure: no disk, no clock, no terminal.

mod anchor;
mod check;
mod context;
mod contradiction;
mod coverage;
mod examples;
mod explain;
mod finding;
mod fingerprint;
mod kind;
mod laws;
mod pattern;
mod settings;
mod shipped;
mod surroundings;

pub use check::{Source, check};
pub use contradiction::{Contradiction, Side, contradictions};
pub use coverage::coverage;
pub use examples::{ExampleReport, test_examples};
pub use explain::rule_page;
pub use settings::Today;
pub use shipped::{shipped_rules, shipped_sources};
