//! policylint reads privacy policies the way a privacy lawyer would and answers the way a compiler would.
//!
//! Layers import downward only; `tests/it/layering.rs` holds them to it, `ARCHITECTURE.md` explains them.

#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
pub mod doc;
pub mod engine;
pub mod facts;
#[cfg(feature = "cli")]
pub mod input;
pub mod lexicon;
pub mod render;
pub mod report;
pub mod ruleset;
pub mod text;
