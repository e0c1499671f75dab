//! Dates with a sign behind each number: 2026年3月3日, 2026년 3월 3일.

use std::ops::Range;

use super::DateValue;

/// The signs behind year, month and day.
const SIGNS: [[char; 3]; 3] = [['年', '月', '日'], ['年', '月', '号'], ['년', '월', '일']];

/// The dates of a text in order: bytes, and what each says.
pub(super) fn dates(text: &str) -> impl Iterator<Item = (Range<usize>, DateValue)> + '_ {
    text.match_indices(['年', '년']).filter_map(|(at, _)| date_around(text, at))
}

/// The date whose year ends at `at`, where the sign of the year stands.
fn date_around(text: &str, at: usize) -> Option<(Range<usize>, DateValue)> {
    let sign = text[at..].chars().next()?;
    let year = text[..at].trim_end();
    let start =
        year.len() - year.chars().rev().take(5).take_while(|c| digit(*c).is_some()).map(char::len_utf8).sum::<usize>();
    let number = digits(&year[start..]).filter(|number| (1990..2100).contains(number))?;
    let number = i16::try_from(number).ok()?;
    let rest = at + sign.len_utf8();
    let month = SIGNS.iter().filter(|signs| signs[0] == sign).find_map(|signs| part(text, rest, signs[1]))?;
    let day = SIGNS.iter().filter(|signs| signs[0] == sign).find_map(|signs| part(text, month.1, signs[2]));
    Some(match day {
        Some((day, end)) => (start..end, DateValue::day(number, month.0, day)),
        None if (1..=12).contains(&month.0) => (start..month.1, DateValue::Month { year: number, month: month.0 }),
        None => return None,
    })
}

/// The number of at most two digits at `from`, where a sign stands behind it, and one past that.
fn part(text: &str, from: usize, sign: char) -> Option<(i8, usize)> {
    let rest = text[from..].trim_start();
    let start = text.len() - rest.len();
    let length: usize = rest.chars().take(3).take_while(|c| digit(*c).is_some()).map(char::len_utf8).sum();
    let number = i8::try_from(digits(&rest[..length])?).ok()?;
    let after = rest[length..].trim_start();
    after.starts_with(sign).then(|| (number, start + (rest.len() - after.len()) + sign.len_utf8()))
}

fn digits(text: &str) -> Option<u32> {
    let add = |number: u32, character| Some(number * 10 + digit(character)?);
    (1..=12).contains(&text.len()).then(|| text.chars().try_fold(0, add))?
}

/// A digit, also of full width.
fn digit(character: char) -> Option<u32> {
    character
        .to_digit(10)
        .or_else(|| u32::from(character).checked_sub(u32::from('\u{FF10}')).filter(|digit| *digit < 10))
}
