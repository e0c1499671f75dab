//! The user's settings: `policylint.toml`, read into checked types.
//!
//! Takes text and gives settings; finding and reading the files is the duty of `input`. What is wrong with a file is
//! an error at its line and column, and all errors of a file are told at once.

mod error;
mod file;
mod globs;
mod known;
mod layer;
mod reader;
mod rules;
mod setting;
mod settings;
mod stack;
mod words;

// What is wrong with a file leaves the program as a problem, so whoever reads files hands these on.
pub use crate::report::{Problem, ProblemKind};
pub use error::{ConfigError, ConfigErrors, Fault};
pub use file::{ConfigFile, FILE_NAMES};
pub use globs::PathGlobs;
pub use known::KnownIds;
pub use rules::{RuleEntry, RuleField, RuleSelector, RuleSetting, RuleSettings};
pub use setting::{Origin, Setting};
pub use settings::{Config, FailOn, Policy};
pub use stack::{ConfigStack, OverrideSet};
pub use words::Word;

#[cfg(test)]
mod tests;
