//! Dates as they are written: where each stands, which day of the calendar it is, or why it is none.

mod month;
mod months;
mod numeric;
mod signs;
mod words;
mod written;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

use crate::doc::{BlockId, BlockKind, Reading};
use crate::text::ProseRange;

pub(super) use month::{is_doubtful, meant as month_meant, named as month_named};

use words::Words;

/// A date and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenDate {
    /// All of it.
    pub prose: ProseRange,
    /// The block that it stands in.
    pub block: BlockId,
    /// What it says.
    pub value: DateValue,
}

/// What a written date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateValue {
    /// A day.
    Day(Date),
    /// A month of a year.
    Month {
        /// The year.
        year: i16,
        /// 1 to 12.
        month: i8,
    },
    /// A year alone; only where the words around it show that it is a date.
    Year(i16),
    /// Two days: 05/02/2023 is in May in one country and in February in another.
    Ambiguous {
        /// With the month first.
        month_first: Date,
        /// With the day first.
        day_first: Date,
    },
    /// No day of the calendar.
    Impossible(Impossible),
}

/// Why a date is no day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// The month doesn't have this day.
    Day {
        /// The year.
        year: i16,
        /// 1 to 12.
        month: i8,
        /// The day as written.
        day: i8,
    },
    /// No number of it can be a month.
    Month,
}

impl DateValue {
    /// The day, where the calendar has it.
    fn day(year: i16, month: i8, day: i8) -> Self {
        match Date::new(year, month, day) {
            Ok(date) => Self::Day(date),
            Err(_) if (1..=12).contains(&month) => Self::Impossible(Impossible::Day { year, month, day }),
            Err(_) => Self::Impossible(Impossible::Month),
        }
    }
}

/// All dates of a reading in the order of the prose, page furniture's included, code's left out.
pub fn dates(reading: &Reading) -> Vec<WrittenDate> {
    let mut found = Vec::new();
    for (index, block) in reading.blocks.iter().enumerate().filter(|(_, block)| block.kind != BlockKind::Code) {
        let words = Words::new(reading.words(block.prose));
        let before = found.len();
        found.extend(signs::dates(reading.words(block.prose)).map(|(range, value)| {
            let prose = ProseRange::new(block.prose.start() + range.start, block.prose.start() + range.end);
            WrittenDate { prose, block: BlockId::at(index), value }
        }));
        let signed = found.len() > before;
        let mut at = 0;
        while at < words.len() {
            let Some((end, value)) = written::date_at(&words, at).or_else(|| numeric::date_at(&words, at)) else {
                at += 1;
                continue;
            };
            let (start, stop) = (words.range(at).start, words.range(end - 1).end);
            let prose = ProseRange::new(block.prose.start() + start, block.prose.start() + stop);
            found.push(WrittenDate { prose, block: BlockId::at(index), value });
            at = end;
        }
        if signed {
            found[before..].sort_by_key(|date| date.prose.start());
        }
    }
    found
}
