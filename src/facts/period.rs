//! Periods of time in a text: "30 days", "forty-five (45) calendar days", "one year".

use std::ops::RangeInclusive;

use crate::doc::Reading;
use crate::lexicon::Analysis;
use crate::text::ProseRange;

/// A period of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// Its words.
    pub prose: ProseRange,
    /// How long it can be, in hours: a month has 28 to 31 days, and five working days take a week.
    pub hours: RangeInclusive<u32>,
}

/// The periods of a text, in order. Linear in its words.
pub fn periods(reading: &Reading, analysis: &Analysis) -> Vec<Period> {
    let words = Words { reading, analysis };
    let mut found = Vec::new();
    let mut at = 0;
    while at < analysis.tokens().len() {
        match words.period(at) {
            Some((hours, end)) => {
                let range = analysis.tokens()[at].range.join(analysis.tokens()[end - 1].range);
                found.push(Period { prose: range, hours });
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// No policy means a longer one.
const LONGEST: u32 = 100 * 366 * 24;

struct Words<'a> {
    reading: &'a Reading,
    analysis: &'a Analysis,
}

impl Words<'_> {
    fn word(&self, at: usize) -> String {
        self.analysis.tokens().get(at).map_or_else(String::new, |token| self.reading.words(token.range).to_lowercase())
    }

    /// A period that starts at a token, and the token behind it.
    fn period(&self, at: usize) -> Option<(RangeInclusive<u32>, usize)> {
        let (mut count, mut next) = self.count(at)?;
        // "thirty (30) days": the digits count.
        if let Some(digits) = number(&self.word(next)) {
            count = digits;
            next += 1;
        }
        let working = matches!(self.word(next).as_str(), "business" | "working");
        if working || matches!(self.word(next).as_str(), "calendar" | "consecutive" | "full") {
            next += 1;
        }
        let hours = hours(count, &self.word(next), working)?;
        (*hours.end() <= LONGEST).then_some((hours, next + 1))
    }

    /// A number in digits or words, and the token behind it.
    fn count(&self, at: usize) -> Option<(u32, usize)> {
        let first = self.word(at);
        if let Some(number) = number(&first) {
            return Some((number, at + 1));
        }
        if matches!(first.as_str(), "a" | "an") {
            // "twice a year" is none.
            let before = at.checked_sub(1).map(|before| self.word(before)).unwrap_or_default();
            let opens = matches!(before.as_str(), "within" | "after" | "for" | "of" | "than" | "least" | "most" | "to");
            return opens.then_some((1, at + 1));
        }
        let (mut total, mut next, mut any) = (0_u32, at, false);
        loop {
            let word = self.word(next);
            if let Some(part) = small(&word) {
                total += part;
            } else if word == "hundred" && any {
                total *= 100;
            } else {
                break;
            }
            any = true;
            next += 1;
        }
        (any && total > 0).then_some((total, next))
    }
}

fn number(word: &str) -> Option<u32> {
    word.parse().ok().filter(|number| (1..100_000).contains(number))
}

/// The number below a hundred that one word in small letters stands for: "twelve", "ninety".
pub(crate) fn small(word: &str) -> Option<u32> {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let at = |list: &[&str]| list.iter().position(|known| *known == word).and_then(|at| u32::try_from(at).ok());
    at(&ONES).or_else(|| at(&TENS).map(|tens| (tens + 2) * 10))
}

/// The shortest and the longest that so many units can last.
fn hours(count: u32, unit: &str, working: bool) -> Option<RangeInclusive<u32>> {
    let unit = unit.trim_end_matches(['\'', '\u{2019}']);
    let (least, most) = match unit.strip_suffix('s').unwrap_or(unit) {
        "hour" if !working => (1, 1),
        "day" if working => return Some(count * 24..=(count + count.div_ceil(5) * 2 + 3) * 24),
        "day" => (24, 24),
        "week" if !working => (7 * 24, 7 * 24),
        "month" if !working => (28 * 24, 31 * 24),
        "year" if !working => (360 * 24, 366 * 24),
        _ => return None,
    };
    Some(count.checked_mul(least)?..=count.checked_mul(most)?)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::doc::{self, Format};
    use crate::lexicon::Lexicon;
    use crate::text::SourceText;

    fn found(text: &str) -> Vec<(String, RangeInclusive<u32>)> {
        let source = SourceText::new(text.as_bytes()).unwrap();
        let reading = doc::read(&source, Format::Plain);
        let analysis = Analysis::new(reading.prose.text(), &Lexicon::new().vocabulary);
        periods(&reading, &analysis)
            .into_iter()
            .map(|found| (reading.words(found.prose).to_owned(), found.hours))
            .collect()
    }

    #[test]
    fn periods_are_read_in_every_usual_form() {
        for (text, words, days) in [
            ("We answer within 30 days of it.", "30 days", 30..=30),
            ("We answer within thirty (30) days.", "thirty (30) days", 30..=30),
            ("We answer within forty-five (45) calendar days.", "forty-five (45) calendar days", 45..=45),
            ("within one hundred eighty days", "one hundred eighty days", 180..=180),
            ("a 90-day period", "90-day", 90..=90),
            ("kept for one month", "one month", 28..=31),
            ("kept for a year", "a year", 360..=366),
            ("for 12 months", "12 months", 336..=372),
            ("two weeks later", "two weeks", 14..=14),
            ("within ten business days", "ten business days", 10..=17),
        ] {
            assert_eq!(found(text), [(words.to_owned(), days.start() * 24..=days.end() * 24)], "{text}");
        }
        assert_eq!(found("within 72 hours"), [("72 hours".to_owned(), 72..=72)]);
    }

    #[test]
    fn what_is_no_period_is_none() {
        for text in [
            "twice a year",
            "in 2026",
            "the year",
            "four saddles",
            "zero days",
            "day 30",
            "hundred days",
            "business day",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
