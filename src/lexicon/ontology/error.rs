//! What can be wrong with an ontology.

/// A mistake in an ontology file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct OntologyError {
    /// Which of the files given, from 0.
    pub file: usize,
    /// The bytes of that file that it is about.
    pub range: std::ops::Range<usize>,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// The name that was probably meant.
    pub suggestion: Option<String>,
}
