//! A word twice in a row.

use crate::doc::BlockKind;
use crate::facts::Facts;
use crate::text::ProseRange;

use super::{Repair, Slip, SlipKind};

pub(super) fn find(facts: &Facts<'_>, found: &mut Vec<Slip>) {
    let reading = facts.reading;
    for sentence in &reading.sentences {
        let block = reading.block(sentence.block);
        // What a quotation doubles, its author did; the labels of a table may stand side by side.
        if block.furniture || block.quoted || matches!(block.kind, BlockKind::Code | BlockKind::Cell(_)) {
            continue;
        }
        let words = reading.words(sentence.prose);
        let mut before: Option<(usize, &str)> = None;
        let mut at = 0;
        for word in words.split(' ') {
            let start = at;
            at += word.len() + 1;
            let bare = word.trim_end_matches(|mark: char| !mark.is_alphanumeric());
            let doubled = before.filter(|(_, last)| last.eq_ignore_ascii_case(bare) && is_word(bare));
            if let Some((first, last)) = doubled {
                let offset = sentence.prose.start();
                let both = ProseRange::new(offset + first, offset + start + bare.len());
                let second = ProseRange::new(offset + first + last.len(), both.end());
                let slip = Slip::new(SlipKind::DoubledWord, both).found(bare.to_lowercase()).expected(last);
                found.push(slip.repaired(Repair::Prose(second, String::new())));
            }
            // A mark behind a word parts it from the next one.
            before = (bare.len() == word.len()).then_some((start, bare));
        }
    }
}

/// A word without capitals: "The The" is a name.
fn is_word(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| letter.is_alphabetic() && !letter.is_uppercase())
}
