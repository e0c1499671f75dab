//! Dates in digits: 2024-01-05, 05/01/2024, 5.1.2024.

use jiff::civil::Date;

use super::words::{Words, year};
use super::{DateValue, Impossible};

/// The date that begins with a word: one past its last word, and what it says.
pub(super) fn date_at(words: &Words<'_>, at: usize) -> Option<(usize, DateValue)> {
    let first = words.get(at);
    if !first.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let chained = |at: usize| words.gap(at).filter(|gap| ["/", "-", "."].contains(gap));
    if first.contains('.') {
        let parts: Vec<&str> = first.split('.').collect();
        let [one, two, three] = parts[..] else { return None };
        let alone = chained(at).is_none() && (at == 0 || chained(at - 1).is_none());
        return Some((at + 1, read(one, two, three, '.')?)).filter(|_| alone);
    }
    if words.gap(at) == Some(". ") && words.gap(at + 1) == Some(". ") {
        return spaced(words, at);
    }
    let mark = words.gap(at).filter(|gap| ["/", "-"].contains(gap) && words.gap(at + 1) == Some(gap))?;
    // A part of something longer, such as a telephone number or a path.
    if at > 0 && chained(at - 1).is_some() || words.len() > at + 3 && chained(at + 2).is_some() {
        return None;
    }
    let mark = mark.chars().next()?;
    let said = at.checked_sub(1).is_none_or(|before| DATED.contains(&words.get(before).to_lowercase().as_str()));
    let parts = [first, words.get(at + 1), words.get(at + 2)];
    if mark == '-' && first.len() <= 2 && parts[2].len() == 2 {
        return hyphened(parts).filter(|_| said).map(|date| (at + 3, date));
    }
    Some((at + 3, read(parts[0], parts[1], parts[2], mark)?))
}

/// What is said before a date that looks like any three numbers: "last updated 7-8-25", "effective as of 3-4-26".
const DATED: [&str; 14] = [
    "updated",
    "update",
    "revised",
    "revision",
    "modified",
    "reviewed",
    "effective",
    "date",
    "dated",
    "of",
    "on",
    "posted",
    "published",
    "since",
];

/// "7-8-25": of this century, and with the year at its end for certain.
fn hyphened([one, two, three]: [&str; 3]) -> Option<DateValue> {
    let year = short_year(three).filter(|year| (2000..2060).contains(year))?;
    let month = number(one).filter(|month| (1..=12).contains(month))?;
    let year = year.to_string();
    read(&month.to_string(), two, &year, '-')
}

/// "3. 3. 2026" and "2026. 3. 3.", where such dates are written.
fn spaced(words: &Words<'_>, at: usize) -> Option<(usize, DateValue)> {
    let [one, two, three] = [words.get(at), words.get(at + 1), words.get(at + 2)];
    let day = match (year(one), year(three)) {
        (Some(year), None) => Date::new(year, number(two)?, number(three)?),
        (None, Some(year)) => Date::new(year, number(two)?, number(one)?),
        _ => return None,
    };
    // Numbers of sections that are no date are none that is wrong.
    Some((at + 3, DateValue::Day(day.ok()?)))
}

fn read(one: &str, two: &str, three: &str, mark: char) -> Option<DateValue> {
    if let Some(year) = year(one) {
        return Some(DateValue::day(year, number(two)?, number(three)?));
    }
    let year = year(three).or_else(|| short_year(three).filter(|_| mark == '/'))?;
    let (one, two) = (number(one)?, number(two)?);
    let is_month = |number: i8| (1..=12).contains(&number);
    Some(match (is_month(one), is_month(two)) {
        // With points, the day comes first wherever such dates are written.
        (_, true) if mark == '.' => DateValue::day(year, two, one),
        (true, true) => match (Date::new(year, one, two), Date::new(year, two, one)) {
            (Ok(month_first), Ok(day_first)) if month_first != day_first => {
                DateValue::Ambiguous { month_first, day_first }
            }
            _ => DateValue::day(year, one, two),
        },
        (true, false) => DateValue::day(year, one, two),
        (false, true) => DateValue::day(year, two, one),
        // With a year cut short, three numbers may be anything.
        (false, false) if three.len() < 4 => return None,
        (false, false) => DateValue::Impossible(Impossible::Month),
    })
}

fn number(part: &str) -> Option<i8> {
    let digits = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    part.parse().ok().filter(|_| digits)
}

fn short_year(part: &str) -> Option<i16> {
    let digits = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    part.parse::<i16>().ok().filter(|_| digits).map(|year| if year < 70 { 2000 + year } else { 1900 + year })
}
