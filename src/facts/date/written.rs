//! Dates with the month in letters, in any language: "January 5, 2024", "5th day of January 2024", "3 de marzo de 2026", "Jan. 2024".

use super::DateValue;
use super::month::{is_doubtful, named, named_anywhere};
use super::words::{Words, day, year};

/// The date that begins with a word: one past its last word, and what it says.
pub(super) fn date_at(words: &Words<'_>, at: usize) -> Option<(usize, DateValue)> {
    month_first(words, at)
        .or_else(|| day_first(words, at))
        .or_else(|| year_first(words, at))
        .or_else(|| without_day(words, at))
}

/// What stands between the parts of a date in some languages.
fn is_link(word: &str) -> bool {
    ["of", "de", "del", "d", "tháng", "năm"].iter().any(|link| word.eq_ignore_ascii_case(link))
}

fn month_first(words: &Words<'_>, at: usize) -> Option<(usize, DateValue)> {
    let month = named_anywhere(words.get(at)).filter(|_| words.joined(at, &["", ".", "-"]))?;
    let word = words.get(at + 1);
    // A number keeps its inner comma: "5,2024" is one word.
    if let Some((day_part, year_part)) = word.split_once([',', '.']) {
        return Some((at + 2, DateValue::day(year(year_part)?, month, day(day_part)?)));
    }
    let day = day(word).filter(|_| words.joined(at + 1, &["", ",", ".", "-"]))?;
    Some((at + 3, DateValue::day(year(words.get(at + 2))?, month, day)))
}

fn day_first(words: &Words<'_>, at: usize) -> Option<(usize, DateValue)> {
    let day = day(words.get(at))?;
    let is = |at: usize, word: &str| words.get(at).eq_ignore_ascii_case(word);
    let mut next = at + 1;
    next += usize::from(is(next, "day"));
    next += usize::from(is_link(words.get(next)));
    let month = named_anywhere(words.get(next))?;
    let joined = words.joined(at, &["", ".", "-"]) && (at + 1..next).all(|between| words.joined(between, &[""]));
    if !joined || !words.joined(next, &["", ",", ".", "-", "/"]) {
        return None;
    }
    if is_link(words.get(next + 1)) && words.joined(next + 1, &[""]) {
        next += 1;
    }
    let last = words.get(next + 1);
    let short = || {
        let hyphens = words.gap(at) == Some("-") && words.gap(next) == Some("-");
        if hyphens && last.len() == 2 { last.parse::<i16>().ok().map(|year| 2000 + year) } else { None }
    };
    Some((next + 2, DateValue::day(year(last).or_else(short)?, month, day)))
}

/// "2026. március 3."
fn year_first(words: &Words<'_>, at: usize) -> Option<(usize, DateValue)> {
    let year = year(words.get(at)).filter(|_| words.joined(at, &[".", ""]))?;
    let month = named_anywhere(words.get(at + 1)).filter(|_| named(words.get(at + 1)).is_none())?;
    let day = day(words.get(at + 2)).filter(|_| words.joined(at + 1, &[""]))?;
    // "… of 2025 mars 5, 2026" and the like: the day belongs to what follows.
    let goes_on = super::words::year(words.get(at + 3)).is_some();
    (!goes_on).then_some((at + 3, DateValue::day(year, month, day)))
}

fn without_day(words: &Words<'_>, at: usize) -> Option<(usize, DateValue)> {
    let word = words.get(at);
    let month = named_anywhere(word).filter(|_| !is_doubtful(word) || word.starts_with(char::is_uppercase))?;
    let of = usize::from(is_link(words.get(at + 1)));
    let joined = words.joined(at, &["", ",", "."]) && (of == 0 || words.joined(at + 1, &[""]));
    let year = year(words.get(at + 1 + of)).filter(|_| joined)?;
    Some((at + 2 + of, DateValue::Month { year, month }))
}
