//! Dates that are none, that can be read in two ways, and those that don't fit the day of the check.

use jiff::{ToSpan, civil::Date};

use super::{Chosen, fault};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::contact::phone::PhoneForm;
use crate::facts::date::{DateValue, Impossible};
use crate::ruleset::{Landmark, ValueCheck};
use crate::text::ProseRange;

/// A date that the rule speaks of, as the days that it can mean.
#[derive(Debug, Clone, Copy)]
struct Dated {
    prose: ProseRange,
    value: DateValue,
}

/// All defects of the dates that the rule speaks of.
pub(super) fn faults(value: &ValueCheck, chosen: &Chosen, context: &mut Context<'_>) -> Vec<Fault> {
    let dates = dates(chosen, context);
    let wanted = |name: &str| value.defects.iter().any(|defect| defect == name);
    let mut found = Vec::new();
    if wanted("impossible") {
        found.extend(dates.iter().filter_map(|date| impossible(date, context)));
    }
    if wanted("ambiguous") {
        found.extend(ambiguous(&dates, context));
    }
    if wanted("future") {
        let future = dates.iter().filter(|date| date.first().is_some_and(|first| first > context.today.0));
        found.extend(future.filter_map(|date| date.at("future", context)));
    }
    if wanted("past") {
        let past = dates.iter().filter(|date| date.last().is_some_and(|last| last < context.today.0));
        found.extend(past.filter_map(|date| date.at("past", context)));
    }
    if let Some(months) = value.months.filter(|_| wanted("old")) {
        found.extend(old(&dates, months, context));
    }
    if wanted("anachronism") {
        found.extend(anachronisms(&dates, value, context));
    }
    found
}

/// The dates that the rule speaks of; within the words of its patterns a year alone is one, too.
fn dates(chosen: &Chosen, context: &Context<'_>) -> Vec<Dated> {
    let facts = context.facts;
    let mut dates: Vec<Dated> = (facts.dates().iter().filter(|date| chosen.holds(date.prose, context)))
        .map(|date| Dated { prose: date.prose, value: date.value })
        .collect();
    for evidence in chosen.found.iter().flatten() {
        let from = dates.partition_point(|date| date.prose.end() <= evidence.range.start());
        if dates.get(from).is_some_and(|date| date.prose.start() < evidence.range.end()) {
            continue;
        }
        if let Some((prose, year)) = year_in(evidence.range, context)
            && chosen.holds(prose, context)
        {
            dates.insert(from, Dated { prose, value: DateValue::Year(year) });
        }
    }
    dates
}

/// The last year that stands within a range.
fn year_in(range: ProseRange, context: &Context<'_>) -> Option<(ProseRange, i16)> {
    let facts = context.facts;
    let tokens = facts.analysis.tokens_in(range);
    let years = facts.analysis.tokens()[tokens].iter().rev().filter_map(|token| {
        let word = facts.reading.words(token.range);
        let year = word.parse::<i16>().ok().filter(|year| word.len() == 4 && (1990..2100).contains(year))?;
        Some((token.range, year))
    });
    years.into_iter().next()
}

impl Dated {
    /// The first day that it can mean.
    fn first(&self) -> Option<Date> {
        match self.value {
            DateValue::Day(day) => Some(day),
            DateValue::Month { year, month } => Date::new(year, month, 1).ok(),
            DateValue::Year(year) => Date::new(year, 1, 1).ok(),
            DateValue::Ambiguous { month_first, day_first } => Some(month_first.min(day_first)),
            DateValue::Impossible(_) => None,
        }
    }

    /// The last day that it can mean.
    fn last(&self) -> Option<Date> {
        match self.value {
            DateValue::Day(day) => Some(day),
            DateValue::Month { year, month } => Date::new(year, month, 1).ok().map(Date::last_of_month),
            DateValue::Year(year) => Date::new(year, 12, 31).ok(),
            DateValue::Ambiguous { month_first, day_first } => Some(month_first.max(day_first)),
            DateValue::Impossible(_) => None,
        }
    }

    fn at(&self, name: &'static str, context: &Context<'_>) -> Option<Fault> {
        let days = [self.first(), self.last()].map(|day| day.map_or_else(String::new, |day| day.to_string()));
        Some(fault(name, self.prose, context)?.because(days.join(" ")))
    }
}

fn impossible(date: &Dated, context: &Context<'_>) -> Option<Fault> {
    let detail = match date.value {
        DateValue::Impossible(Impossible::Day { year, month, day }) => {
            let days = Date::new(year, month, 1).ok()?.days_in_month();
            match day {
                0 => "no month has a day 0".to_owned(),
                _ if month == 2 => format!("February {year} has {days} days"),
                _ => format!("that month has {days} days"),
            }
        }
        DateValue::Impossible(Impossible::Month) => "neither number of it can be the month".to_owned(),
        _ => return None,
    };
    Some(fault("impossible", date.prose, context)?.with("detail", detail))
}

/// Dates in digits of which the order can't be told: no other date of the text shows it, nor a North American telephone number.
fn ambiguous(dates: &[Dated], context: &Context<'_>) -> Vec<Fault> {
    let facts = context.facts;
    let shows_order = facts.dates().iter().any(|date| {
        let words = facts.reading.words(date.prose);
        matches!(date.value, DateValue::Day(_)) && words.contains('/') && !words.contains(char::is_alphabetic)
    });
    if shows_order || facts.phones().iter().any(|phone| phone.form == PhoneForm::NorthAmerican) {
        return Vec::new();
    }
    let two = dates.iter().filter_map(|date| match date.value {
        DateValue::Ambiguous { month_first, day_first } => Some((date, month_first, day_first)),
        _ => None,
    });
    let say = |(date, month_first, day_first): (&Dated, Date, Date)| {
        let fault = fault("ambiguous", date.prose, context)?;
        Some(fault.with("one", month_first.to_string()).with("other", day_first.to_string()))
    };
    two.filter_map(say).collect()
}

/// The newest date, wherever it stands, where it lies more than so many months back.
fn old(dates: &[Dated], months: u16, context: &Context<'_>) -> Vec<Fault> {
    let Some(newest) = dates.iter().filter_map(Dated::last).max() else { return Vec::new() };
    let due = newest.saturating_add(i32::from(months).months());
    if due >= context.today.0 {
        return Vec::new();
    }
    let all = dates.iter().filter(|date| date.last() == Some(newest));
    all.filter_map(|date| Some(date.at("old", context)?.with("due", due.to_string()))).collect()
}

/// The newest date, where the text speaks of something that came later as of something that there is.
fn anachronisms(dates: &[Dated], value: &ValueCheck, context: &mut Context<'_>) -> Vec<Fault> {
    let Some(newest) = dates.iter().filter(|date| date.last().is_some()).max_by_key(|date| date.last()) else {
        return Vec::new();
    };
    // A sentence with several dates may tell all of them of the text.
    let facts = context.facts;
    let sentence = |prose: ProseRange| facts.reading.sentence_at(prose.start());
    let beside =
        facts.dates().iter().filter(|other| dates.iter().any(|date| sentence(date.prose) == sentence(other.prose)));
    let last =
        beside.filter_map(|date| Dated { prose: date.prose, value: date.value }.last()).chain(newest.last()).max();
    let Some(last) = last else { return Vec::new() };
    // The latest one says most; it is told once.
    let mut later: Vec<&Landmark> = value.landmarks.iter().filter(|landmark| landmark.since > last).collect();
    later.sort_by_key(|landmark| std::cmp::Reverse(landmark.since));
    for landmark in later {
        let Some(evidence) = context.finder.find_any(&landmark.find).into_iter().next() else { continue };
        let told = newest.at("anachronism", context).map(|fault| {
            let fault = fault.with("thing", landmark.label.clone()).with("since", landmark.since.to_string());
            fault.beside(evidence.sentence, evidence.range, "which the text speaks of here")
        });
        return told.into_iter().collect();
    }
    Vec::new()
}
