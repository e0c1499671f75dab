//! Titles that are written as bold paragraphs, since many policies have no other headings.

use crate::doc::raw::{RawBlock, RawKind};

use super::context::Context;
use super::open_block::{Counts, Finished};

/// A title has no more words than this.
const MAX_WORDS: u32 = 12;
/// The text under a title that stands in the same paragraph has at least as many words; less is an address or a date.
const MIN_TEXT_WORDS: u32 = 12;

/// Parts the first line of a paragraph from the rest, where it is a title: bold, and the rest is not.
pub(super) fn split(finished: Finished, kind: &RawKind, context: &Context) -> (Finished, Option<Finished>) {
    let titled = finished.line_counts().is_some_and(|(first, rest)| {
        first.all_bold() && first.words <= MAX_WORDS && rest.bold < rest.words && rest.words >= MIN_TEXT_WORDS
    });
    if titled && *kind == RawKind::Paragraph && !context.quoted {
        finished.split_first_line()
    } else {
        (finished, None)
    }
}

/// Whether a bold paragraph reads as a title: short, no sentence, neither a date nor an address.
pub(super) fn is_title(block: &RawBlock, counts: Counts, source: &str) -> bool {
    if counts.words == 0 || counts.words > MAX_WORDS {
        return false;
    }
    let text: String = block.pieces.iter().map(|piece| piece.text(source)).collect();
    let text = text.trim();
    let closed = text.ends_with(['.', ';', ',']);
    let address = text.contains('@') || text.contains("://") || text.contains("www.");
    !closed && !address && text.chars().any(char::is_alphabetic) && !is_dated(text)
}

/// Whether the text ends in a year and says what happened then, as in "Last updated: May 4, 2026".
fn is_dated(text: &str) -> bool {
    let digits = text.chars().rev().take_while(char::is_ascii_digit).count();
    let numeric = text.chars().filter(char::is_ascii_digit).count();
    digits >= 2 && numeric >= 5 || digits == 4 && text.contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doc::raw::Piece;
    use crate::text::TextRange;

    fn title(text: &str) -> bool {
        let range = TextRange::new(0, text.len());
        let mut block = RawBlock::new(RawKind::Paragraph, range);
        block.pieces.push(Piece::verbatim(range));
        let words = u32::try_from(text.split_whitespace().count()).unwrap_or(0);
        is_title(&block, Counts { words, linked: 0, bold: words, visible: true }, text)
    }

    #[test]
    fn short_lines_that_are_no_sentences() {
        assert!(title("What we collect"));
        assert!(title("How do we use cookies?"));
        assert!(title("Your rights:"));
        assert!(title("California Privacy Rights Act of 2020"));
        assert!(!title("We never sell your data."));
        assert!(!title("one two three four five six seven eight nine ten eleven twelve thirteen"));
        assert!(!title("* * *"));
    }

    #[test]
    fn dates_and_addresses_are_no_titles() {
        assert!(!title("Last updated: May 4, 2026"));
        assert!(!title("Effective 05/04/2026"));
        assert!(!title("Effective: May 2026"));
        assert!(!title("privacy@acme.example"));
    }
}
