//! Bytes, encodings, ranges and lines: the ground everything stands on. Knows nothing of policies.

mod closest;
mod decode;
mod encoding;
mod line_index;
mod named;
mod range;
mod source;

pub use closest::closest;
pub use decode::DecodedText;
pub use encoding::{DecodeError, Encoding};
pub use line_index::{LineIndex, Position};
pub use named::NamedText;
pub use range::{Decoded, Disk, Prose, ProseRange, Range, Span, TextRange};
pub use source::SourceText;
