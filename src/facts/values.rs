//! Marks the values of a text for phrases that ask for them.

use crate::doc::Reading;
use crate::lexicon::{Analysis, ValueClass};
use crate::text::ProseRange;

use super::Facts;
use super::contact::email::Form;
use super::date::{is_doubtful, month_named};

impl Facts<'_> {
    /// Finds the values of these classes, unless that was done before.
    pub fn mark(&self, classes: &[ValueClass]) {
        for class in classes {
            self.analysis.mark(*class, || self.places(*class));
        }
    }

    /// Where values of a class stand, in order and apart from each other.
    fn places(&self, class: ValueClass) -> Vec<ProseRange> {
        let words = |is: fn(&str) -> bool| words_that(self.reading, &self.analysis, is);
        match class {
            ValueClass::Number => words(is_number),
            ValueClass::Year => words(is_year),
            ValueClass::Month => months(self.reading, &self.analysis),
            ValueClass::Period => self.periods().iter().map(|period| period.prose).collect(),
            ValueClass::Date => self.dates().iter().map(|date| date.prose).collect(),
            ValueClass::Email => {
                let written = self.emails().iter().filter(|email| email.form != Form::Target);
                written.map(|email| email.prose).collect()
            }
            ValueClass::Phone => self.phones().iter().filter(|phone| !phone.fax).map(|phone| phone.prose).collect(),
            ValueClass::TollFree => {
                let free = self.phones().iter().filter(|phone| phone.toll_free && !phone.fax);
                free.map(|phone| phone.prose).collect()
            }
            ValueClass::WebAddress => self.web_addresses().iter().map(|address| address.prose).collect(),
        }
    }
}

fn words_that(reading: &Reading, analysis: &Analysis, is: fn(&str) -> bool) -> Vec<ProseRange> {
    analysis.tokens().iter().map(|token| token.range).filter(|range| is(reading.words(*range))).collect()
}

fn is_number(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
        && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',')
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1990..2100).contains(&year))
}

/// What may stand before a month that has no number beside it.
const BEFORE_MONTH: [&str; 9] = ["in", "of", "since", "until", "by", "from", "through", "during", "every"];

/// Names of months. "May" and "March" are names where a number stands beside them, or a word that a month follows.
fn months(reading: &Reading, analysis: &Analysis) -> Vec<ProseRange> {
    let tokens = analysis.tokens();
    let word = |at: usize| tokens.get(at).map_or("", |token| reading.words(token.range));
    let number = |at: usize| word(at).starts_with(|first: char| first.is_ascii_digit());
    let is_month = |at: usize| {
        let name = word(at);
        let capital = name.starts_with(char::is_uppercase);
        let before = at.checked_sub(1);
        let beside = || {
            number(at + 1)
                || before.is_some_and(|before| {
                    number(before) || BEFORE_MONTH.contains(&word(before).to_lowercase().as_str())
                })
        };
        month_named(name).is_some() && if is_doubtful(name) { capital && beside() } else { capital || name.len() > 4 }
    };
    (0..tokens.len()).filter(|at| is_month(*at)).map(|at| tokens[at].range).collect()
}
