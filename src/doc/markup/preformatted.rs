//! Text in `<pre>`: program text, or a policy that was written as plain text and put on a page as it was.

use std::ops::Range;

use crate::doc::raw::Piece;

/// Of the characters of prose, at least as many in a hundred are letters, spaces and marks of punctuation.
const PROSE_SHARE: usize = 90;

/// Whether the text of a block without `<code>` is prose.
pub(super) fn is_prose(pieces: &[Piece], source: &str) -> bool {
    let (mut all, mut prose) = (0, 0);
    for character in pieces.iter().flat_map(|piece| piece.text(source).chars()) {
        all += 1;
        let plain = character.is_alphabetic() || character.is_whitespace();
        prose += usize::from(plain || matches!(character, '.' | ',' | ';' | '\'' | '"' | '\u{2019}' | '-'));
    }
    prose * 100 >= all * PROSE_SHARE
}

/// The paragraphs of a text: what blank lines part. Each but the last includes the line break that ends it.
pub(super) fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut paragraphs = Vec::new();
    let (mut start, mut offset, mut blank) = (0, 0, false);
    for line in text.split_inclusive('\n') {
        let is_blank = offset > 0 && line.ends_with('\n') && line.trim().is_empty();
        if blank && !is_blank {
            paragraphs.push(start..offset);
            start = offset;
        }
        blank = is_blank;
        offset += line.len();
    }
    paragraphs.push(start..text.len());
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    #[test]
    fn blank_lines_part_paragraphs() {
        let text = "one\ntwo\n\n \nthree\n";
        let parts: Vec<_> = paragraphs(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(parts, ["one\ntwo\n\n \n", "three\n"]);
        assert_eq!(paragraphs("\nfirst").len(), 1);
    }

    #[test]
    fn tells_prose_from_logs() {
        let prose = |text: &str| is_prose(&[Piece::verbatim(TextRange::new(0, text.len()))], text);
        assert!(prose("We collect your name, and nothing else; we don't sell it."));
        assert!(!prose("192.0.2.1 - 25/Mar/2026 10:15:32 - GET /privacy HTTP/1.1 200"));
    }
}
