//! Toll-free numbers that spell a word: 1-800-FLOWERS, 1-888-4-PRIVACY.

use super::groups::Group;
use super::north_american::TOLL_FREE;
use super::{Number, PhoneForm};

/// Letters and digits behind the area code: at least as many as are dialled, and not many more.
const DIALLED: usize = 7;
const MOST: usize = 12;

/// The number that begins with a group: one past the area code, and the number.
pub(super) fn number_at(text: &str, groups: &[Group<'_>], at: usize) -> Option<(usize, Number)> {
    let country = groups[at].digits == "1" && groups.get(at + 1).is_some_and(|next| next.joined);
    let area = groups.get(at + usize::from(country))?;
    if !TOLL_FREE.contains(&area.digits) {
        return None;
    }
    let from = area.range.end;
    let rest = &text[from..];
    let lead = rest.find(|character: char| !" -.)".contains(character))?;
    if !(1..=3).contains(&lead) {
        return None;
    }
    let word = word(&rest[lead..])?;
    // "888 Brannan Street": a house number and its street.
    if &rest[..lead] == " " && !country && word.contains(|letter: char| letter.is_ascii_lowercase()) {
        return None;
    }
    let mut keys = String::new();
    keys.extend(word.chars().filter_map(key).take(DIALLED));
    let opened = text[..groups[at].range.start].ends_with('(') && (groups[at].paren || area.paren);
    let start = groups[at].range.start - usize::from(groups[at].plus || opened);
    let prefix = if country { "1" } else { "" };
    let plus = if groups[at].plus { "+" } else { "" };
    let form = if groups[at].plus { PhoneForm::International } else { PhoneForm::NorthAmerican };
    let dialled = format!("{plus}{prefix}{}{keys}", area.digits);
    Some((
        at + 1 + usize::from(country),
        Number { range: start..from + lead + word.len(), dialled, form, toll_free: true },
    ))
}

/// Letters and digits at the head of `text` that make a number to dial: capitals, or one word with a capital.
fn word(text: &str) -> Option<&str> {
    let capitalised = text.starts_with(|first: char| first.is_ascii_uppercase());
    let (mut end, mut count, mut letters, mut lower) = (0, 0, 0, false);
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let goes_on = next.is_some_and(|next| next.is_ascii_uppercase() || next.is_ascii_digit());
        match character {
            'A'..='Z' | '0'..='9' => {}
            'a'..='z' if capitalised && at > 0 => lower = true,
            '-' | '.' | ' ' if count < DIALLED && goes_on && at > 0 => continue,
            _ => break,
        }
        count += 1;
        letters += usize::from(character.is_ascii_alphabetic());
        end = at + 1;
    }
    let whole = !text[end..].starts_with(char::is_alphanumeric);
    let written = letters > 1 && (!lower || text[..end].bytes().all(|byte| byte.is_ascii_alphabetic()));
    (whole && written && (DIALLED..=MOST).contains(&count)).then_some(&text[..end])
}

/// The key that a letter is on.
fn key(character: char) -> Option<char> {
    const KEYS: [(&str, char); 8] = [
        ("ABC", '2'),
        ("DEF", '3'),
        ("GHI", '4'),
        ("JKL", '5'),
        ("MNO", '6'),
        ("PQRS", '7'),
        ("TUV", '8'),
        ("WXYZ", '9'),
    ];
    if character.is_ascii_digit() {
        return Some(character);
    }
    let letter = character.to_ascii_uppercase();
    KEYS.iter().find(|(letters, _)| letters.contains(letter)).map(|(_, key)| *key)
}
