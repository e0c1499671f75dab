//! Paragraphs that break off, and address lines that ran into a paragraph about something else.

use crate::doc::{Block, BlockKind, Reading};
use crate::facts::Facts;
use crate::text::ProseRange;

use super::{Slip, SlipKind};

pub(super) fn find(facts: &Facts<'_>, found: &mut Vec<Slip>) {
    let reading = facts.reading;
    let mut leads = vec![false; reading.blocks.len()];
    for lead in reading.blocks.iter().filter_map(|block| block.lead_in) {
        leads[reading.sentence(lead).block.index()] = true;
    }
    for (at, block) in reading.blocks.iter().enumerate() {
        if block.kind != BlockKind::Paragraph || block.furniture || block.quoted || block.sentences.is_empty() {
            continue;
        }
        if !leads[at] {
            found.extend(truncated(reading, block, reading.blocks.get(at + 1)));
        }
        found.extend(stray_block(reading, block, &reading.blocks[at + 1..]));
    }
}

/// Words that no sentence ends in.
const OPEN_ENDS: [&str; 24] = [
    "the", "a", "an", "and", "or", "of", "to", "with", "from", "our", "your", "their", "its", "and/or", "that",
    "which", "than", "between", "into", "whose", "my", "every", "because", "if",
];

/// A paragraph that ends in the middle of a sentence, and nothing goes on behind it.
fn truncated(reading: &Reading, block: &Block, next: Option<&Block>) -> Option<Slip> {
    let last = &reading.sentences[block.sentences.end - 1];
    let words = reading.words(last.prose);
    let ending = words.rsplit(' ').next().unwrap_or_default();
    let bare = ending.trim_end_matches(',');
    let is_word = !bare.is_empty() && bare.chars().all(char::is_alphabetic);
    let breaks_off = OPEN_ENDS.contains(&bare) || bare.len() < ending.len() && is_word;
    let small = words.split(' ').filter(|word| word.starts_with(char::is_lowercase)).count();
    // "names; and" is a point of a list, whatever it is marked up as.
    let is_point = words[..words.len() - ending.len()].trim_end().ends_with(';');
    // Labels may end as they like; what is no sentence breaks off nowhere.
    if !breaks_off || is_point || small < 4 || small * 2 < words.split(' ').count() || next.is_some_and(goes_on) {
        return None;
    }
    let start = words.char_indices().rev().nth(60).map_or(0, |(start, _)| start);
    let start = if start == 0 { 0 } else { words[start..].find(' ').map_or(start, |space| start + space + 1) };
    let range = ProseRange::new(last.prose.start() + start, last.prose.end());
    Some(Slip::new(SlipKind::Truncated, range).found(bare))
}

/// Whether the next block may be the rest of the sentence: a link on a line of its own, a name, an address, a list. Nothing goes on
/// across a heading.
fn goes_on(next: &Block) -> bool {
    !next.furniture && !matches!(next.kind, BlockKind::Heading { .. })
}

/// A name behind the last sentence of a paragraph, and lines of an address behind it, in the paragraph or below.
fn stray_block(reading: &Reading, block: &Block, behind: &[Block]) -> Option<Slip> {
    let [before, last] = reading.sentences[block.sentences.clone()].last_chunk::<2>()?;
    let (sentence, name) = (reading.words(before.prose), reading.words(last.prose));
    let small = sentence.split(' ').filter(|word| word.starts_with(char::is_lowercase)).count();
    let finished = sentence.ends_with(['.', '!', '?']) && small >= 6 && small * 5 > sentence.split(' ').count() * 3;
    let labels =
        name.split(' ').all(|word| !word.starts_with(char::is_lowercase)) && !name.contains(['@', ':', '"', '(']);
    if !finished || !labels || name.split(' ').all(|word| !word.starts_with(char::is_uppercase)) {
        return None;
    }
    let count = name.split(' ').count();
    let alone = count <= 4 && !name.ends_with(['.', '!', '?']) && is_address(reading, behind);
    let whole = count <= 16 && has_postcode(name) && name.split(' ').any(is_house_number);
    (alone || whole).then(|| Slip::new(SlipKind::StrayBlock, last.prose).found(name))
}

/// "210 Wall St" and, in the same block or one of the next two, a postal code.
fn is_address(reading: &Reading, behind: &[Block]) -> bool {
    let lines = || behind.iter().take(3).take_while(|block| block.kind == BlockKind::Paragraph);
    let words = |block: &Block| reading.words(block.prose).to_owned();
    lines().next().is_some_and(|first| is_street(&words(first))) && lines().any(|line| has_postcode(&words(line)))
}

/// A short line that begins with the number of a house.
fn is_street(words: &str) -> bool {
    let mut parts = words.split(' ');
    let numbered = parts.next().is_some_and(is_house_number);
    numbered
        && parts.next().is_some_and(|street| street.starts_with(char::is_uppercase))
        && words.split(' ').count() <= 16
}

fn is_house_number(word: &str) -> bool {
    let digits = word.trim_end_matches(',');
    (1..=5).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Five digits behind two capitals, as in addresses of the United States.
fn has_postcode(words: &str) -> bool {
    let words: Vec<&str> = words.split(' ').collect();
    words.windows(2).any(|pair| {
        let state = pair[0].len() == 2 && pair[0].bytes().all(|byte| byte.is_ascii_uppercase());
        let code = pair[1].trim_end_matches(['.', ',']).split('-').next().unwrap_or_default();
        state && code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit())
    })
}
