//! Bytes, encodings, ranges and lines: the ground everything stands on. Knows nothing of policies.

mod decode;
mod encoding;
mod line_index;
mod range;
mod source;
mod suggest;

pub use decode::DecodedText;
pub use encoding::{DecodeError, Encoding};
pub use line_index::{LineIndex, Position};
pub use range::{Decoded, Disk, Prose, ProseRange, Range, Span, TextRange};
pub use source::SourceText;
pub use suggest::closest;
