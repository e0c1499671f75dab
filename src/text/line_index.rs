//! Lines and columns of a text: one index for every output, so that all agree.

/// A place as people and editors count it, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line; a line ends at LF, CRLF or CR.
    pub line: usize,
    /// Column in Unicode scalar values.
    pub column: usize,
}

/// The byte offsets at which the lines of a text start, and how many scalar values stand before each block of it.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
    scalars: Vec<usize>,
}

/// Bytes between two counts of scalar values: a column costs at most this much, however long the line is.
const BLOCK: usize = 1024;

impl LineIndex {
    /// Reads the lines of `text` once.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                starts.push(at + 1);
            }
        }
        let scalars = std::iter::once(0).chain(bytes.chunks(BLOCK).scan(0, |before, block| {
            *before += count_scalars(block);
            Some(*before)
        }));
        Self { starts, scalars: scalars.collect() }
    }

    /// The number of lines; a text that ends in a line break has an empty last line.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The 1-based line that holds the byte at `offset` of the text.
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).max(1)
    }

    /// Bytes of the 1-based `line` in `text`, without its line break.
    pub fn line_range(&self, text: &str, line: usize) -> std::ops::Range<usize> {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(text.len());
        let end = self.starts.get(line).copied().unwrap_or(text.len());
        let trimmed = text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r']);
        start..start + trimmed.len()
    }

    /// Line and column of the byte at `offset` of `text`; past its end, those of its end.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let offset = offset.min(text.len());
        let line = self.line_of(offset);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let column = if offset - start <= BLOCK {
            count_scalars(&text.as_bytes()[start..offset])
        } else {
            self.scalars_before(text, offset) - self.scalars_before(text, start)
        };
        Position { line, column: column + 1 }
    }

    fn scalars_before(&self, text: &str, offset: usize) -> usize {
        let block = offset / BLOCK;
        self.scalars.get(block).copied().unwrap_or(0) + count_scalars(&text.as_bytes()[block * BLOCK..offset])
    }
}

/// How many scalar values start in these bytes of UTF-8, which need not begin or end at one.
fn count_scalars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0b1100_0000) != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_scalar_values_on_lines_of_any_length() {
        let text = format!("first\r\n{}", "aé漢😀".repeat(1000));
        let index = LineIndex::new(&text);
        for (column, (offset, _)) in text[7..].char_indices().enumerate() {
            assert_eq!(index.position(&text, 7 + offset), Position { line: 2, column: column + 1 });
        }
        assert_eq!(index.position(&text, usize::MAX), Position { line: 2, column: 4001 });
    }

    #[test]
    fn every_line_break_ends_a_line() {
        let text = "a\nb\r\nc\rd";
        let index = LineIndex::new(text);
        let lines: Vec<_> = (1..=index.count()).map(|line| &text[index.line_range(text, line)]).collect();
        assert_eq!(lines, ["a", "b", "c", "d"]);
    }
}
