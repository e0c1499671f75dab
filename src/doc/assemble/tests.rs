//! Whole texts through the assembler.
