//! Telephone numbers as they are written: where each stands, and how it is dialled.
//!
//! Digits in a policy are mostly something else: sections of law, dates, postal codes, registrations. A run of digits is a telephone number
//! where its form leaves little doubt (a country code, the North American grouping, a trunk prefix), or where the words before it say so.

mod groups;
mod north_american;
mod plan;
mod surroundings;
mod vanity;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::doc::{BlockId, BlockKind, Reading};
use crate::text::ProseRange;

use groups::{Group, groups};
use surroundings::Before;

pub use plan::{Unreachable, calling_code, home_of};

/// A telephone number and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// All of it, an extension left out.
    pub prose: ProseRange,
    /// The block that it stands in.
    pub block: BlockId,
    /// What is dialled: digits, with `+` before a country code; letters as the keys that they are on.
    pub dialled: String,
    /// How it is given.
    pub form: PhoneForm,
    /// Whether it is a North American number that costs the caller nothing.
    pub toll_free: bool,
    /// Whether the words before it say that it is a telefax.
    pub fax: bool,
}

/// How a telephone number is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneForm {
    /// With its country code.
    International,
    /// In the North American grouping.
    NorthAmerican,
    /// As it is dialled within some other country.
    National,
}

/// All telephone numbers of a reading in the order of the prose, page furniture's included, code's left out.
pub fn phones(reading: &Reading) -> Vec<Phone> {
    let mut found = Vec::new();
    for (index, block) in reading.blocks.iter().enumerate().filter(|(_, block)| block.kind != BlockKind::Code) {
        let text = reading.words(block.prose);
        let start = block.prose.start();
        found.extend(in_text(text).into_iter().map(|number| Phone {
            prose: ProseRange::new(start + number.range.start, start + number.range.end),
            block: BlockId::at(index),
            dialled: number.dialled,
            form: number.form,
            toll_free: number.toll_free,
            fax: Before::read(text, number.range.start).fax,
        }));
    }
    found
}

/// A number within a text.
struct Number {
    range: Range<usize>,
    dialled: String,
    form: PhoneForm,
    toll_free: bool,
}

fn in_text(text: &str) -> Vec<Number> {
    let groups = groups(text);
    let mut found: Vec<Number> = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let (next, number) = match number_at(text, &groups, at) {
            Some((next, number)) => (next, Some(number)),
            None => (at + 1, None),
        };
        let end = number.as_ref().map_or(0, |number| number.range.end);
        found.extend(number);
        // A vanity number may reach over groups of its own: "1-888-4-PRIVACY".
        at = next.max(groups.partition_point(|group| group.range.start < end));
    }
    found
}

/// The number that begins with a group: one past its last group, and the number.
fn number_at(text: &str, groups: &[Group<'_>], at: usize) -> Option<(usize, Number)> {
    if groups[at].glued_before {
        return None;
    }
    north_american::number_at(text, groups, at)
        .or_else(|| vanity::number_at(text, groups, at))
        .or_else(|| international(text, groups, at))
        .or_else(|| national(text, groups, at))
}

/// The most groups from `at` on that hold together and have no more than `most` digits.
fn run(groups: &[Group<'_>], at: usize, most: usize) -> (usize, usize) {
    let mut digits = groups[at].digits.len();
    let mut end = at + 1;
    while end < groups.len() && groups[end].joined && digits + groups[end].digits.len() <= most {
        digits += groups[end].digits.len();
        end += 1;
    }
    (end, digits)
}

fn number(text: &str, groups: &[Group<'_>], form: PhoneForm) -> Option<Number> {
    let (first, last) = (groups.first()?, groups.last()?);
    let plus = if first.plus { "+" } else { "" };
    let dialled = groups.iter().map(|group| group.digits).collect::<String>();
    let opened = text[..first.range.start].chars().next_back().is_some_and(|before| before == '(' && first.paren);
    let start = first.range.start - usize::from(first.plus) - usize::from(opened);
    Some(Number { range: start..last.range.end, dialled: format!("{plus}{dialled}"), form, toll_free: false })
}

/// E.164: a plus, a country code, at most 15 digits in all. Fewer than 8 are a number where the words before it say so.
fn international(text: &str, groups: &[Group<'_>], at: usize) -> Option<(usize, Number)> {
    if !groups[at].plus || groups[at].digits.starts_with('0') {
        return None;
    }
    let (end, digits) = run(groups, at, 15);
    let least = if Before::read(text, groups[at].range.start).telephone { 6 } else { 8 };
    let whole =
        (least..=15).contains(&digits) && !groups[end - 1].glued_after && !goes_on_in_letters(text, &groups[end - 1]);
    Some((end, number(text, &groups[at..end], PhoneForm::International)?)).filter(|_| whole)
}

/// "+1 415 555-GROW": the rest is dialled in letters.
fn goes_on_in_letters(text: &str, last: &Group<'_>) -> bool {
    let after = text[last.range.end..].trim_start_matches(')');
    let word = after.strip_prefix(['-', ' ', '.']).unwrap_or_default();
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    letters > 2 && !word[letters..].starts_with(char::is_alphanumeric)
}

/// With a trunk prefix, in groups; or in any form where the words before it say what it is.
fn national(text: &str, groups: &[Group<'_>], at: usize) -> Option<(usize, Number)> {
    let first = &groups[at];
    let (end, digits) = run(groups, at, 12);
    let lengths: Vec<usize> = groups[at..end].iter().map(|group| group.digits.len()).collect();
    // Dates, postal codes and social security numbers.
    let other = matches!(lengths[..], [5, 4] | [3, 2, 4] | [2, 2, 4] | [4, 2, 2] | [1 | 2, 1 | 2, 2 | 4] | [4, 1..=3]);
    if other || groups[end - 1].glued_after {
        return None;
    }
    let before = Before::read(text, first.range.start);
    let trunk = first.digits.starts_with('0') && lengths.len() > 1 && (10..=12).contains(&digits);
    let service = lengths[..] == [4, 3, 3] && ["1300", "1800"].contains(&first.digits);
    let said = before.telephone && (7..=12).contains(&digits);
    let is_number = said || (trunk || service) && !before.registration;
    Some((end, number(text, &groups[at..end], PhoneForm::National)?)).filter(|_| is_number)
}

impl Phone {
    /// The number as it is dialled within its country, as far as that can be told: of a North American one ten digits.
    pub fn national(&self) -> &str {
        let digits = self.dialled.strip_prefix('+').unwrap_or(&self.dialled);
        match digits.strip_prefix('1') {
            Some(rest) if digits.len() == 11 => rest,
            _ => digits,
        }
    }

    /// Whether one of the three groups of a North American number is cut in two.
    pub fn is_split(&self, written: &str) -> bool {
        let groups = written.split(|character: char| !character.is_ascii_digit()).filter(|group| !group.is_empty());
        let whole = if self.dialled.trim_start_matches('+').len() == 11 { 4 } else { 3 };
        self.form == PhoneForm::NorthAmerican && groups.count() == whole + 1
    }

    /// How many digits it has, where it begins as a North American number and has one too few or too many. Others differ in
    /// length from place to place.
    pub fn wrong_length(&self) -> Option<usize> {
        let international = self.dialled.strip_prefix('+');
        let digits = international.unwrap_or(&self.dialled);
        let (country, national) = match digits.strip_prefix('1') {
            Some(rest) => (true, rest),
            None => (false, digits),
        };
        let free = national.get(..3).is_some_and(|area| north_american::TOLL_FREE.contains(&area));
        let begins = free && (country || international.is_none()) || country && international.is_some();
        (begins && matches!(national.len(), 7..=9 | 11 | 12)).then_some(national.len())
    }
}
