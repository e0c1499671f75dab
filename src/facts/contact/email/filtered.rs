//! What a script leaves in the place of an address when a page is copied: `[email protected]`.

use crate::doc::{BlockId, BlockKind, Reading};
use crate::text::ProseRange;

/// The mark of a filter, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filtered {
    /// All of it.
    pub prose: ProseRange,
    /// The block that it stands in.
    pub block: BlockId,
}

/// All such marks in the order of the prose, code's left out.
pub fn filtered(reading: &Reading) -> Vec<Filtered> {
    let mut found = Vec::new();
    for (index, block) in reading.blocks.iter().enumerate().filter(|(_, block)| block.kind != BlockKind::Code) {
        let text = reading.words(block.prose);
        for (at, _) in text.match_indices('[') {
            if let Some(length) = mark(&text[at..]) {
                let start = block.prose.start() + at;
                found.push(Filtered { prose: ProseRange::new(start, start + length), block: BlockId::at(index) });
            }
        }
    }
    found
}

/// The length of `[email protected]` at the start of `text`, with any white space between the words.
fn mark(text: &str) -> Option<usize> {
    let strip =
        |text: &str, word: &str| text.get(..word.len()).filter(|part| part.eq_ignore_ascii_case(word)).is_some();
    let inner = &text[1..];
    if !strip(inner, "email") {
        return None;
    }
    let rest = &inner["email".len()..];
    let tail = rest.trim_start();
    let gap = rest.len() - tail.len();
    (gap > 0 && strip(tail, "protected]")).then_some(1 + "email".len() + gap + "protected]".len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_mark_itself_counts() {
        assert_eq!(mark("[email protected] with questions"), Some(17));
        assert_eq!(mark("[email\u{a0}protected]"), Some(18));
        for text in ["[email]", "[email protection]", "[emailprotected]", "[e", "[email"] {
            assert_eq!(mark(text), None, "{text}");
        }
    }
}
