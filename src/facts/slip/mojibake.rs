//! Text that was read in the wrong encoding and saved again, and what is left of characters that were lost.

use encoding_rs::WINDOWS_1252;

use crate::doc::{Block, BlockKind};
use crate::facts::Facts;
use crate::facts::near::{head, tail};
use crate::text::{ProseRange, SourceText, TextRange};

use super::{Repair, Slip, SlipKind};

pub(super) fn find(facts: &Facts<'_>, source: &SourceText, found: &mut Vec<Slip>) {
    let mut seen = 0;
    for block in facts.reading.blocks.iter().filter(|block| block.kind != BlockKind::Code && !block.furniture) {
        // Parts of a block that was cut may name the same source.
        let range = TextRange::new(block.source.start().max(seen), block.source.end());
        seen = seen.max(range.end());
        let text = range.of(source.text());
        // ASCII holds none, and most blocks are ASCII.
        if !text.is_ascii() {
            misread(text, range.start(), block, found);
        }
        lost(facts, block, found);
    }
}

/// Runs of characters that are bytes of UTF-8, each read as a character of its own.
fn misread(text: &str, offset: usize, block: &Block, found: &mut Vec<Slip>) {
    let mut at = 0;
    while let Some(next) = text[at..].find(|character: char| is_lead(character)) {
        let start = at + next;
        let (end, right) = decoded(&text[start..]);
        let end = start + end;
        if start == end || right.as_deref().is_some_and(|right| is_quoted(&text[..start], right, &text[end..])) {
            at = start + text[start..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        at = end;
        let place = TextRange::new(offset + start, offset + end);
        let slip = Slip::new(SlipKind::Mojibake, block.prose).placed(place).found(&text[start..end]);
        found.push(match right {
            Some(right) => slip.expected(right.clone()).repaired(Repair::Source(place, right)),
            None => slip,
        });
    }
}

/// `“Ã”` is a letter in quotation marks, though its last two characters might have been an `Ô`: no word holds it.
fn is_quoted(before: &str, right: &str, after: &str) -> bool {
    let alone = !before.ends_with(char::is_alphabetic) && !after.starts_with(char::is_alphabetic);
    alone && right.chars().all(char::is_uppercase)
}

/// The length of the misread run at the head of `text`, and what it was before; `None` where a byte of it is gone.
fn decoded(text: &str) -> (usize, Option<String>) {
    let mut right = String::new();
    let mut at = 0;
    while let Some((length, character)) = one(&text[at..]) {
        right.push(character);
        at += length;
    }
    if at == 0 {
        // What is left of a quotation mark or a dash whose last byte no character stands for.
        return (if text.starts_with("\u{E2}\u{20AC}") { 5 } else { 0 }, None);
    }
    // Misread twice.
    let again = right.starts_with(is_lead).then(|| decoded(&right)).filter(|(length, _)| *length == right.len());
    let right = again.and_then(|(_, twice)| twice).unwrap_or(right);
    // A control character is no more right than what stands there.
    let whole = !right.chars().any(|character| character.is_control() || is_lead(character));
    (at, whole.then_some(right))
}

/// The character whose bytes the first characters of `text` are, and how many bytes they take here.
fn one(text: &str) -> Option<(usize, char)> {
    let lead = text.chars().next().filter(|lead| is_lead(*lead))?;
    let count = match u32::from(lead) {
        ..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    };
    let mut bytes = Vec::with_capacity(count);
    let mut length = 0;
    for character in text.chars().take(count) {
        bytes.push(byte(character)?);
        length += character.len_utf8();
    }
    let mut characters = std::str::from_utf8(&bytes).ok()?.chars();
    let character = characters.next()?;
    // Nobody meant a control character: `Â”` is a letter in quotation marks.
    (characters.next().is_none() && !character.is_control()).then_some((length, character))
}

/// Whether a character can be the first byte of a longer one. Of the two-byte ones only those of Latin letters and signs are
/// taken: `É»` stands at the end of French words in quotation marks.
fn is_lead(character: char) -> bool {
    matches!(character, '\u{C2}' | '\u{C3}' | '\u{E2}' | '\u{E3}' | '\u{EF}' | '\u{F0}')
}

/// The byte that Windows reads as this character.
fn byte(character: char) -> Option<u8> {
    if ('\u{80}'..'\u{A0}').contains(&character) {
        return u8::try_from(u32::from(character)).ok();
    }
    let mut buffer = [0; 4];
    let (bytes, _, unmappable) = WINDOWS_1252.encode(character.encode_utf8(&mut buffer));
    match (&*bytes, unmappable) {
        ([byte], false) => Some(*byte),
        _ => None,
    }
}

/// How much of a word around a lost character is looked at, in bytes.
const WORD: usize = 40;

/// The sign for a character that could not be read, and question marks where an apostrophe was: "don?t".
fn lost(facts: &Facts<'_>, block: &Block, found: &mut Vec<Slip>) {
    let words = facts.reading.words(block.prose);
    for (at, sign) in words.match_indices(['\u{FFFD}', '?']) {
        let (before, after) = (tail(&words[..at], WORD), head(&words[at + sign.len()..], WORD));
        if sign == "?" && !is_apostrophe(before, after) {
            continue;
        }
        let start = at - before.len() + before.rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let end = at + sign.len() + after.find(char::is_whitespace).unwrap_or(after.len());
        let word = ProseRange::new(block.prose.start() + start, block.prose.start() + end);
        if found.last().is_none_or(|last| last.prose != word) {
            found.push(Slip::new(SlipKind::Replacement, word).found(&words[start..end]));
        }
    }
}

fn is_apostrophe(before: &str, after: &str) -> bool {
    const ENDINGS: [&str; 6] = ["t", "s", "re", "ve", "ll", "d"];
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let ending: &str = &after[..after.find(|character: char| !character.is_alphanumeric()).unwrap_or(after.len())];
    let fits = ENDINGS.contains(&ending) && (ending != "t" || word.ends_with('n'));
    // In an address, a question mark is at home.
    fits && word.len() > 1 && word.chars().all(char::is_alphabetic) && !after[ending.len()..].starts_with(['=', '&'])
}
