//! Letters that look like others: of another script within a word, or of full width.

use unicode_script::{Script, UnicodeScript};
use unicode_security::confusable_detection::skeleton;

use crate::facts::Facts;
use crate::text::ProseRange;

use super::{Slip, SlipKind};

pub(super) fn find(facts: &Facts<'_>, found: &mut Vec<Slip>) {
    let reading = facts.reading;
    for block in reading.blocks.iter().filter(|block| !block.furniture) {
        let words = reading.words(block.prose);
        if words.is_ascii() {
            continue;
        }
        let wide = words.chars().any(is_wide);
        let east_asian = wide && words.chars().any(|character| !is_wide(character) && is_east_asian(character));
        let mut at = block.prose.start();
        for word in words.split_inclusive(|character: char| !character.is_alphanumeric()) {
            let letters = word.trim_end_matches(|character: char| !character.is_alphanumeric());
            let range = ProseRange::new(at, at + letters.len());
            at += word.len();
            if letters.is_ascii() {
                continue;
            }
            if let Some(meant) = looks_latin(letters) {
                found.push(Slip::new(SlipKind::MixedScript, range).found(odd_ones(letters)).expected(meant));
            } else if !east_asian && letters.chars().all(|letter| is_wide(letter) || letter.is_ascii_alphanumeric()) {
                let meant: String = letters.chars().map(narrow).collect();
                found.push(Slip::new(SlipKind::FullWidth, range).found(letters).expected(meant));
            }
        }
    }
}

/// The Latin word that a word of several scripts looks like, letter by letter.
fn looks_latin(word: &str) -> Option<String> {
    let is_latin = |letter: char| letter.script() == Script::Latin;
    let foreign = |letter: char| {
        letter.is_alphabetic()
            && matches!(
                letter.script(),
                Script::Cyrillic | Script::Greek | Script::Armenian | Script::Cherokee | Script::Coptic
            )
    };
    if !word.chars().any(is_latin) || !word.chars().any(foreign) {
        return None;
    }
    let mut meant = String::with_capacity(word.len());
    for letter in word.chars() {
        if foreign(letter) {
            let plain: String = skeleton(letter.encode_utf8(&mut [0; 4])).collect();
            if plain.is_empty() || !plain.chars().all(|letter| letter.is_ascii_alphanumeric()) {
                return None;
            }
            meant.push_str(&plain);
        } else {
            meant.push(letter);
        }
    }
    Some(meant)
}

/// The letters of a word that are not Latin, each with its number: what no one can see.
fn odd_ones(word: &str) -> String {
    let mut names: Vec<String> = Vec::new();
    for letter in word.chars().filter(|letter| letter.is_alphabetic() && letter.script() != Script::Latin) {
        let name = format!("{} `{letter}` (U+{:04X})", letter.script().full_name(), u32::from(letter));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(", ")
}

fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}')
}

fn narrow(letter: char) -> char {
    if is_wide(letter) { char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter) } else { letter }
}

fn is_east_asian(letter: char) -> bool {
    use Script::{Bopomofo, Han, Hangul, Hiragana, Katakana};
    matches!(letter.script(), Bopomofo | Han | Hangul | Hiragana | Katakana)
}
