//! Which encoding a source is in: its byte order mark, its bytes, what it declares.

use encoding_rs::{Encoding as Standard, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The encodings that are read, each with an exact map back to the bytes on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// An encoding of one byte a character, such as Windows-1252.
    SingleByte(&'static Standard),
}

/// Why bytes could not be read as text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// The bytes hold NUL or other control characters that no text has.
    #[error("this is a binary file, not text")]
    Binary,
    /// The file declares an encoding of several bytes a character that is not UTF-8 or UTF-16.
    #[error("the file declares the encoding {0}, which policylint does not read; save it as UTF-8")]
    Unsupported(String),
    /// A UTF-16 file ends in the middle of a character or holds half of a surrogate pair.
    #[error("the file is not valid {encoding}: byte {offset} starts no character")]
    Invalid {
        /// The encoding's name.
        encoding: &'static str,
        /// Byte offset on disk.
        offset: usize,
    },
    /// Offsets are 32 bits wide.
    #[error("the file is larger than 4 GiB")]
    TooLarge,
}

/// How many leading bytes are looked at for a declaration and for what kind of bytes they are.
const HEAD: usize = 2048;

/// The encoding of `bytes` and the length in bytes of its byte order mark.
///
/// A byte order mark wins, then the shape of UTF-16, then validity as UTF-8, then what an HTML page declares, then
/// Windows-1252, which is what files from before UTF-8 turn out to be (WHATWG Encoding Standard, legacy default).
///
/// # Errors
/// `Binary` for bytes that are no text; `Unsupported` for a declared encoding of several bytes a character.
pub(super) fn detect(bytes: &[u8]) -> Result<(Encoding, usize), DecodeError> {
    if let Some((standard, length)) = Standard::for_bom(bytes) {
        return Ok((from_standard(standard)?, length));
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Some(encoding) = utf16_shape(head) {
        return Ok((encoding, 0));
    }
    if std::str::from_utf8(bytes).is_ok() {
        return if has_binary_controls(bytes) { Err(DecodeError::Binary) } else { Ok((Encoding::Utf8, 0)) };
    }
    if has_binary_controls(bytes) {
        return Err(DecodeError::Binary);
    }
    match declared(head) {
        Some(standard) if standard != UTF_8 => Ok((from_standard(standard)?, 0)),
        _ => Ok((Encoding::SingleByte(WINDOWS_1252), 0)),
    }
}

fn from_standard(standard: &'static Standard) -> Result<Encoding, DecodeError> {
    match standard {
        _ if standard == UTF_8 => Ok(Encoding::Utf8),
        _ if standard == UTF_16LE => Ok(Encoding::Utf16Le),
        _ if standard == UTF_16BE => Ok(Encoding::Utf16Be),
        _ if standard.is_single_byte() => Ok(Encoding::SingleByte(standard)),
        other => Err(DecodeError::Unsupported(other.name().to_owned())),
    }
}

/// UTF-16 without a mark: nearly every second byte is zero, on one side only.
fn utf16_shape(head: &[u8]) -> Option<Encoding> {
    if head.len() < 4 {
        return None;
    }
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let half = head.len() / 2;
    match (even, odd) {
        (even, odd) if odd * 10 >= half * 7 && even * 10 < half => Some(Encoding::Utf16Le),
        (even, odd) if even * 10 >= half * 7 && odd * 10 < half => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// NUL never stands in text; other C0 controls, save white space and ESC, do so only by accident.
fn has_binary_controls(bytes: &[u8]) -> bool {
    let controls = bytes.iter().filter(|byte| matches!(byte, 1..=8 | 14..=26 | 28..=31 | 127)).count();
    bytes.contains(&0) || controls * 50 > bytes.len()
}

/// The encoding that a `<meta charset>`, a `content="…; charset="` or an XML declaration names.
fn declared(head: &[u8]) -> Option<&'static Standard> {
    let text: String = head.iter().map(|byte| char::from(*byte).to_ascii_lowercase()).collect();
    ["charset", "encoding"].iter().find_map(|key| {
        let after = text.split(key).nth(1)?.trim_start().strip_prefix('=')?;
        let label = after.trim_start().trim_start_matches(['"', '\'']);
        let end = label.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).unwrap_or(label.len());
        Standard::for_label(&label.as_bytes()[..end])
    })
}

impl Encoding {
    /// The encoding's name, as the WHATWG Encoding Standard writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::SingleByte(standard) => standard.name(),
        }
    }
}
