//! Phrases of the rule language: notation, program, matcher.

mod matcher;
mod parse;
mod program;
#[cfg(test)]
mod tests;

pub use matcher::{Matcher, PhraseMatch};
pub use parse::PhraseError;
pub use program::{Atom, Phrase};
