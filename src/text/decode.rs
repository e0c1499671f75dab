//! Bytes to text, keeping the way back to the bytes on disk.

use super::encoding::{DecodeError, Encoding, detect};
use super::range::{Span, TextRange};

/// The decoded text of a source and the map from its offsets to those on disk.
#[derive(Debug, Clone)]
pub struct DecodedText {
    text: String,
    encoding: Encoding,
    runs: Vec<Run>,
    disk_length: usize,
}

/// Characters in a row that take the same number of bytes in the text and on disk.
#[derive(Debug, Clone, Copy)]
struct Run {
    text: usize,
    disk: usize,
    text_width: usize,
    disk_width: usize,
}

impl DecodedText {
    /// Decodes a whole file.
    ///
    /// # Errors
    /// See [`DecodeError`]: binary data, an encoding that is not read, broken UTF-16, 4 GiB and more.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        if u32::try_from(bytes.len()).is_err() {
            return Err(DecodeError::TooLarge);
        }
        let (encoding, mark) = detect(bytes)?;
        let mut decoded = Self { text: String::new(), encoding, runs: Vec::new(), disk_length: bytes.len() };
        match encoding {
            Encoding::Utf8 => decoded.push_utf8(bytes, mark)?,
            Encoding::Utf16Le => decoded.push_utf16(bytes, mark, u16::from_le_bytes)?,
            Encoding::Utf16Be => decoded.push_utf16(bytes, mark, u16::from_be_bytes)?,
            Encoding::SingleByte(standard) => {
                for (offset, byte) in bytes.iter().enumerate().skip(mark) {
                    let (character, _) = standard.decode_without_bom_handling(std::slice::from_ref(byte));
                    decoded.push(&character, offset, 1);
                }
            }
        }
        Ok(decoded)
    }

    fn push_utf8(&mut self, bytes: &[u8], mark: usize) -> Result<(), DecodeError> {
        let text = std::str::from_utf8(&bytes[mark..])
            .map_err(|error| DecodeError::Invalid { encoding: "UTF-8", offset: mark + error.valid_up_to() })?;
        self.runs.push(Run { text: 0, disk: mark, text_width: 1, disk_width: 1 });
        text.clone_into(&mut self.text);
        Ok(())
    }

    fn push_utf16(&mut self, bytes: &[u8], mark: usize, unit: fn([u8; 2]) -> u16) -> Result<(), DecodeError> {
        let body = &bytes[mark..];
        let invalid = |offset| DecodeError::Invalid { encoding: "UTF-16", offset };
        if !body.len().is_multiple_of(2) {
            return Err(invalid(bytes.len() - 1));
        }
        let units = body.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let mut disk = mark;
        for character in char::decode_utf16(units) {
            let character = character.map_err(|_| invalid(disk))?;
            self.push(character.encode_utf8(&mut [0; 4]), disk, character.len_utf16() * 2);
            disk += character.len_utf16() * 2;
        }
        Ok(())
    }

    fn push(&mut self, character: &str, disk: usize, disk_width: usize) {
        let text_width = character.len();
        let same = |run: &Run| run.text_width == text_width && run.disk_width == disk_width;
        if !self.runs.last().is_some_and(same) {
            self.runs.push(Run { text: self.text.len(), disk, text_width, disk_width });
        }
        self.text.push_str(character);
    }

    /// The decoded text, without byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The encoding on disk.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Where a range of the text lies on disk.
    pub fn to_disk(&self, range: TextRange) -> Span {
        Span::new(self.disk_offset(range.start()), self.disk_offset(range.end()))
    }

    /// The range of the text that a span on disk names.
    pub fn to_text(&self, span: Span) -> TextRange {
        TextRange::new(self.text_offset(span.start()), self.text_offset(span.end()))
    }

    fn disk_offset(&self, text: usize) -> usize {
        if text >= self.text.len() {
            return self.disk_length;
        }
        let index = self.runs.partition_point(|run| run.text <= text).saturating_sub(1);
        self.runs
            .get(index)
            .map_or(self.disk_length, |run| run.disk + (text - run.text) / run.text_width * run.disk_width)
    }

    fn text_offset(&self, disk: usize) -> usize {
        if disk >= self.disk_length {
            return self.text.len();
        }
        let index = self.runs.partition_point(|run| run.disk <= disk).saturating_sub(1);
        self.runs.get(index).map_or(0, |run| {
            let inside = disk.saturating_sub(run.disk) / run.disk_width * run.text_width;
            (run.text + inside).min(self.text.len())
        })
    }

    /// Encodes text for an edit of this file, in the file's own encoding.
    ///
    /// Returns `None` where the encoding has no bytes for a character of `text`.
    pub fn encode(&self, text: &str) -> Option<Vec<u8>> {
        match self.encoding {
            Encoding::Utf8 => Some(text.as_bytes().to_vec()),
            Encoding::Utf16Le => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            Encoding::Utf16Be => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            Encoding::SingleByte(standard) => {
                let (bytes, _, lossy) = standard.encode(text);
                (!lossy).then(|| bytes.into_owned())
            }
        }
    }
}
