//! What a reader found to the document model.

mod abbreviations;
mod sentences;
