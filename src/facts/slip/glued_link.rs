//! Words onto which the words of a link are written: "read our[Privacy Policy]", "[Cookie Settings]Your choices", "[policy]and".

use crate::doc::{Block, BlockKind, LinkKind};
use crate::facts::Facts;
use crate::text::ProseRange;

use super::glued::{ENDINGS, SMALL};
use super::{Slip, SlipKind};

/// Fewer letters are a part of a word: "i[Phone]", "[Mc]Donald".
const SHORTEST: usize = 3;

pub(super) fn find(facts: &Facts<'_>, found: &mut Vec<Slip>) {
    let reading = facts.reading;
    let prose = reading.prose.text();
    for (at, link) in reading.links.iter().enumerate() {
        let block = reading.block(link.block);
        if link.kind != LinkKind::Target || link.prose.is_empty() || !is_text(block) {
            continue;
        }
        // Two links side by side are parted by how they are shown.
        let beside = |other: Option<usize>, offset: usize| {
            other
                .and_then(|other| reading.links.get(other))
                .is_some_and(|other| other.prose.start() == offset || other.prose.end() == offset)
        };
        let (start, end) = (link.prose.start(), link.prose.end());
        let joints = [(start, at.checked_sub(1)), (end, Some(at + 1))];
        for (offset, _) in joints.into_iter().filter(|(offset, other)| !beside(*other, *offset)) {
            found.extend(joint(prose, block, offset));
        }
    }
}

fn is_text(block: &Block) -> bool {
    !block.furniture && !block.quoted && matches!(block.kind, BlockKind::Paragraph | BlockKind::Item(_))
}

/// The slip at an offset, where one word ends and another begins with nothing between: a capital behind small letters, or a small word.
fn joint(prose: &str, block: &Block, offset: usize) -> Option<Slip> {
    let (from, to) = (block.prose.start(), block.prose.end());
    let before: usize = prose[from..offset].chars().rev().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    let behind: usize = prose[offset..to].chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    let (one, other) = (&prose[offset - before..offset], &prose[offset..offset + behind]);
    let whole = |edge: Option<char>| edge.is_none_or(|edge| edge.is_whitespace() || ".,;:()\"?!".contains(edge));
    let parted =
        whole(prose[from..offset - before].chars().next_back()) && whole(prose[offset + behind..to].chars().next());
    let small = |word: &str| word.chars().all(char::is_lowercase);
    let tail = one.chars().rev().take_while(|c| c.is_lowercase()).count();
    let capital = other.starts_with(char::is_uppercase) && small(&other[other.chars().next()?.len_utf8()..]);
    let named = (SMALL.contains(&one) || tail >= SHORTEST) && capital && other.len() >= SHORTEST;
    let joined = (SMALL.contains(&other) && !ENDINGS.contains(&other) && other.len() >= SHORTEST && tail > SHORTEST)
        || (SMALL.contains(&one) && one.len() >= SHORTEST && small(other) && other.len() > SHORTEST);
    if !parted || one.is_empty() || !(named || joined) {
        return None;
    }
    let word = format!("{one}{other}");
    // What is written so elsewhere is one word, of which the link shows a part.
    let once = prose.match_indices(word.as_str()).take(2).count() == 1;
    let range = ProseRange::new(offset - before, offset + behind);
    once.then(|| Slip::new(SlipKind::GluedLink, range).found(word).expected(format!("{one} {other}")))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::doc::{Format, read};
    use crate::text::SourceText;

    fn joints(text: &str) -> Vec<String> {
        let reading = read(&SourceText::new(text.as_bytes()).unwrap(), Format::Markdown);
        let prose = reading.prose.text();
        let ends =
            reading.links.iter().flat_map(|link| [link.prose.start(), link.prose.end()].map(|at| (link.block, at)));
        ends.filter_map(|(block, at)| Some(joint(prose, reading.block(block), at)?.expected)).collect()
    }

    #[test]
    fn words_with_nothing_between() {
        assert_eq!(joints("Read our[Privacy Policy](/p) first."), ["our Privacy"]);
        assert_eq!(joints("See [Cookie Settings](/p)Your choices."), ["Settings Your"]);
        assert_eq!(joints("See our [policy](/p)and our terms."), ["policy and"]);
        assert_eq!(joints("Read the[policy](/p) first."), ["the policy"]);
    }

    #[test]
    fn parts_of_one_word() {
        for text in [
            "Some [cookie](/p)s, and i[Phone](/p) users.",
            "To [log](/p)in, use [Mc](/p)Donald or un[subscribe](/p).",
            "We use Pay[Pal](/p), and Pay[Pal](/p) alone.",
            "Mail bob@[Larkbrook](/p).com or **our**[1](/p).",
        ] {
            assert_eq!(joints(text), [""; 0], "{text}");
        }
    }
}
