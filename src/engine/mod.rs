//! Rules held against facts. Pure: no disk, no clock, no terminal.

mod anchor;
mod catalogue;
mod cause;
mod check;
mod claims;
mod conflict;
mod context;
mod contradiction;
mod coverage;
mod examples;
mod explain;
mod finding;
mod fingerprint;
mod kin;
mod kind;
mod language;
mod law_page;
mod laws;
mod pattern;
mod project;
mod settings;
mod shipped;
mod spoken;
mod surroundings;

pub use catalogue::{RuleFilter, names, rule_entry, rule_row, rules_like};
pub use check::{Source, check, check_in};
pub use claims::claims;
pub use contradiction::{Contradiction, Side, contradictions};
pub use coverage::{Asked, coverage};
pub use examples::{ExampleReport, test_examples};
pub use explain::rule_page;
pub use law_page::{law_page, rules_index, rules_summary};
pub use project::{DatedPlace, FileSummary, HeadingSummary, LinkSummary, Project, summarize};
pub use settings::Today;
pub use shipped::{shipped_rules, shipped_sources};
