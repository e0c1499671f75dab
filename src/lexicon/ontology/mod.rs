//! What the words of a claim stand for: terms and how they nest, actions, and the function words of the grammar.

mod action;
mod build;
mod cue;
mod error;
mod file;
mod forms;
mod graph;
mod term;
#[cfg(test)]
mod tests;

pub use action::{Action, ActionSet};
pub use cue::{Cue, CueSet};
pub use error::OntologyError;
pub use file::{OntologyFile, TermEntry};
pub use graph::{Meaning, Ontology};
pub use term::{Term, TermId, TermKind};
