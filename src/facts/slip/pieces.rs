//! The words of a text as they are written: what stands between spaces, without the marks around it.

use crate::text::ProseRange;

/// What stands between two spaces.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'t> {
    /// Without the marks before and behind.
    pub(super) bare: &'t str,
    /// Where that begins, from where the text does.
    pub(super) start: usize,
    /// Whether a mark stands before it, which parts it from the piece before.
    pub(super) opened: bool,
    /// Whether a mark stands behind it, which parts it from the next one.
    pub(super) marked: bool,
}

impl Piece<'_> {
    /// Where it stands in the prose, in a text that begins at `offset`.
    pub(super) fn range(&self, offset: usize) -> ProseRange {
        ProseRange::new(offset + self.start, offset + self.start + self.bare.len())
    }
}

/// The pieces of a text, in order; one of marks alone is bare of everything.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mark = |letter: char| !letter.is_alphanumeric();
    let mut at = 0;
    text.split(' ').map(move |piece| {
        let front = piece.trim_start_matches(mark);
        let bare = front.trim_end_matches(mark);
        let start = at + piece.len() - front.len();
        at += piece.len() + 1;
        Piece { bare, start, opened: front.len() < piece.len(), marked: bare.len() < front.len() }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_part_pieces() {
        let text = "We (and “you”) bake – é.";
        let found: Vec<(&str, bool, bool)> =
            pieces(text).map(|piece| (piece.bare, piece.opened, piece.marked)).collect();
        let all = [
            ("We", false, false),
            ("and", true, false),
            ("you", true, true),
            ("bake", false, false),
            ("", true, false),
        ];
        assert_eq!(found[..5], all);
        assert_eq!(found[5], ("é", false, true));
        assert!(pieces(text).all(|piece| piece.range(0).of(text) == piece.bare));
    }
}
