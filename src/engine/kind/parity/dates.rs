//! The day that a translation is of, in any language: where its months are not known, its numbers tell.

use crate::doc::Block;
use crate::engine::context::Context;
use crate::engine::project::DatedPlace;
use crate::facts::date::{DateValue, WrittenDate};

use super::{Difference, Pair};

/// The policy's own day stands among its first blocks.
const FIRST_BLOCKS: usize = 8;

pub(super) fn compare(pair: &Pair<'_>, context: &Context<'_>) -> Option<Difference> {
    let attribute = |dates: &[DatedPlace]| dates.iter().find(|date| date.attribute).copied();
    let there = attribute(&pair.reference.dates).or_else(|| own_day(pair))?;
    let differing = |here: String, at| {
        Some(Difference { here, there: there.day.to_string(), at, beside: Some(there.span), ..Difference::default() })
    };
    if let Some(here) = attribute(&pair.own.dates).filter(|_| there.attribute) {
        return if here.day == there.day { None } else { differing(here.day.to_string(), Some(here.span)) };
    }
    let reading = context.facts.reading;
    let own = reading.blocks.iter().filter(|block| !block.furniture && !block.prose.is_empty());
    let first: Vec<&Block> = own.take(FIRST_BLOCKS).collect();
    let days: Vec<(&Block, Vec<u32>)> = first
        .into_iter()
        .map(|block| (block, numbers(reading.words(block.prose))))
        .filter(|(_, numbers)| is_day(numbers))
        .collect();
    let known: Vec<Vec<&WrittenDate>> = days.iter().map(|(block, _)| known_days(block, context)).collect();
    let same = |(numbers, known): (&Vec<u32>, &Vec<&WrittenDate>)| match known.is_empty() {
        true => says(numbers, there),
        false => known.iter().any(|date| date.value == DateValue::Day(there.day)),
    };
    if days.iter().map(|(_, numbers)| numbers).zip(&known).any(same) {
        return None;
    }
    match (known.first().and_then(|known| known.first()), days.first()) {
        (Some(date), _) => differing(reading.words(date.prose).to_owned(), Some(context.span(date.prose))),
        (None, Some((block, _))) => differing(reading.words(block.prose).to_owned(), Some(context.span(block.prose))),
        (None, None) => differing("none".to_owned(), None),
    }
}

/// The days of a block that can be read in one way only.
fn known_days<'a>(block: &Block, context: &Context<'a>) -> Vec<&'a WrittenDate> {
    let dates = context.facts.dates();
    let from = dates.partition_point(|date| date.prose.start() < block.prose.start());
    let here = dates[from..].iter().take_while(|date| date.prose.end() <= block.prose.end());
    here.filter(|date| matches!(date.value, DateValue::Day(_))).collect()
}

/// The day of the text that was translated: the first that it names before its second heading.
fn own_day(pair: &Pair<'_>) -> Option<DatedPlace> {
    let body = pair.reference.headings.get(1).map_or(usize::MAX, |heading| heading.span.start());
    let head = pair.reference.dates.iter().filter(|date| date.span.start() < body);
    let mut days = head.filter(|date| !date.attribute);
    days.next().copied()
}

/// The numbers of a text, in whatever digits.
fn numbers(words: &str) -> Vec<u32> {
    let mut found = Vec::new();
    let mut number: Option<u32> = None;
    for character in words.chars().chain([' ']) {
        match digit(character) {
            Some(digit) => number = Some(number.unwrap_or(0).saturating_mul(10).saturating_add(digit)),
            None => found.extend(number.take()),
        }
    }
    found
}

/// A digit of the scripts that dates are written in.
fn digit(character: char) -> Option<u32> {
    const ZEROES: [char; 10] =
        ['0', '\u{660}', '\u{6F0}', '\u{966}', '\u{9E6}', '\u{A66}', '\u{AE6}', '\u{E50}', '\u{1040}', '\u{FF10}'];
    ZEROES.iter().find_map(|zero| u32::from(character).checked_sub(u32::from(*zero)).filter(|digit| *digit < 10))
}

/// Thai texts count years from the Buddha's death.
const BUDDHIST: u32 = 543;

fn year(number: u32) -> Option<u32> {
    match number {
        1990..2100 => Some(number),
        2533..2643 => Some(number - BUDDHIST),
        _ => None,
    }
}

/// A year with a number that can be a day beside it.
fn is_day(numbers: &[u32]) -> bool {
    let day = |at: Option<&u32>| at.is_some_and(|number| (1..=31).contains(number));
    numbers
        .iter()
        .enumerate()
        .any(|(at, number)| year(*number).is_some() && (day(numbers.get(at + 1)) || at > 0 && day(numbers.get(at - 1))))
}

/// Whether these numbers are the year and the day of a date, and its month where that is a number, too.
fn says(numbers: &[u32], date: DatedPlace) -> bool {
    let (own_year, month, day) = (date.day.year(), date.day.month(), date.day.day());
    let is = |number: u32, part: i8| i8::try_from(number) == Ok(part);
    let years: Vec<usize> = (0..numbers.len())
        .filter(|at| year(numbers[*at]).and_then(|year| i16::try_from(year).ok()) == Some(own_year))
        .collect();
    years.iter().any(|at| {
        let around = &numbers[at.saturating_sub(2)..(at + 3).min(numbers.len())];
        let small = around.iter().filter(|number| (1..=31).contains(*number)).count();
        let has = |part: i8| around.iter().any(|number| is(*number, part));
        // With one small number beside the year, the month is a word.
        has(day) && (small < 2 || has(month))
    })
}
