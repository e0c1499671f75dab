#![allow(clippy::unwrap_used)]

use crate::doc::{Format, read};
use crate::text::SourceText;

use super::*;

/// The dates of a text: the words, and what they say.
fn found(text: &str) -> Vec<(String, String)> {
    let reading = read(&SourceText::new(text.as_bytes()).unwrap(), Format::Markdown);
    let say = |value| match value {
        DateValue::Day(day) => day.to_string(),
        DateValue::Month { year, month } => format!("{year}-{month:02}"),
        DateValue::Year(year) => year.to_string(),
        DateValue::Ambiguous { month_first, day_first } => format!("{month_first} or {day_first}"),
        DateValue::Impossible(Impossible::Day { year, month, day }) => format!("no {day} in {year}-{month:02}"),
        DateValue::Impossible(Impossible::Month) => "no month".to_owned(),
    };
    dates(&reading).into_iter().map(|date| (reading.words(date.prose).to_owned(), say(date.value))).collect()
}

fn one(text: &str) -> String {
    let all = found(&format!("This took effect on {text}, and we were glad."));
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    assert_eq!(all[0].0, text, "all of it and no more");
    all[0].1.clone()
}

#[test]
fn dates_in_all_usual_forms() {
    for text in [
        "January 5, 2024",
        "January 5 2024",
        "January 5,2024",
        "JANUARY 5TH, 2024",
        "Jan. 5th 2024",
        "jan 5, 2024",
        "5 January 2024",
        "5th of January, 2024",
        "5th day of January 2024",
        "05-Jan-2024",
        "05-Jan-24",
        "2024-01-05",
        "2024/01/05",
        "5.1.2024",
    ] {
        assert_eq!(one(text), "2024-01-05", "{text}");
    }
    assert_eq!(one("05/25/23"), "2023-05-25");
    assert_eq!(one("25/05/2023"), "2023-05-25");
    assert_eq!(one("05-05-2023"), "2023-05-05");
    assert_eq!(one("Sept. 2023"), "2023-09");
    assert_eq!(one("May of 2023"), "2023-05");
    assert_eq!(one("may 2, 2023"), "2023-05-02");
}

#[test]
fn some_dates_are_two_and_some_are_none() {
    assert_eq!(one("05/02/2023"), "2023-05-02 or 2023-02-05");
    assert_eq!(one("February 30, 2024"), "no 30 in 2024-02");
    assert_eq!(one("29 February 2023"), "no 29 in 2023-02");
    assert_eq!(one("31/31/2023"), "no month");
    assert_eq!(one("2023-13-01"), "no month");
}

#[test]
fn what_only_looks_like_a_date_is_none() {
    for text in [
        "You may 2024 times over.",
        "Section 1798.100 of the Civil Code, and 45 CFR 164.520.",
        "Call 415-05-2023-1 or 1/2/2023/4.",
        "Version 2.1.20 was used by 5 may users.",
        "They march 2,024 miles in May.",
        "In May, 5 people left; 2024 of them came back.",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_range_holds_its_last_date_and_markup_is_no_matter() {
    assert_eq!(found("From **May 1**, 2023 to <b>June</b> 3, 2023.").len(), 2);
    assert_eq!(found("We wrote:\n\n```\nMay 1, 2023\n```\n"), []);
}

#[test]
fn dates_in_other_languages() {
    for (text, day) in [
        ("3. März 2026", "2026-03-03"),
        ("1er mars 2026", "2026-03-01"),
        ("3 août 2026", "2026-08-03"),
        ("3 de marzo de 2026", "2026-03-03"),
        ("3 de setiembre del 2026", "2026-09-03"),
        ("1º de março de 2026", "2026-03-01"),
        ("3 marzo 2026", "2026-03-03"),
        ("3 maart 2026", "2026-03-03"),
        ("3 marca 2026", "2026-03-03"),
        ("3. marts 2026", "2026-03-03"),
        ("3. maaliskuuta 2026", "2026-03-03"),
        ("3. března 2026", "2026-03-03"),
        ("3. 3. 2026", "2026-03-03"),
        ("2026. március 3", "2026-03-03"),
        ("2026. 3. 3", "2026-03-03"),
        ("3 Mart 2026", "2026-03-03"),
        ("3 марта 2026", "2026-03-03"),
        ("3 березня 2026", "2026-03-03"),
        ("3 مارس 2026", "2026-03-03"),
        ("3 मार्च 2026", "2026-03-03"),
        ("2026年3月3日", "2026-03-03"),
        ("２０２６年３月３日", "2026-03-03"),
        ("2026년 3월 3일", "2026-03-03"),
        ("2026年3月", "2026-03"),
        ("mai 2026", "2026-05"),
        ("marzo de 2026", "2026-03"),
        ("30. Februar 2026", "no 30 in 2026-02"),
        ("31 de abril de 2026", "no 31 in 2026-04"),
        ("2026年2月30日", "no 30 in 2026-02"),
    ] {
        assert_eq!(one(text), day, "{text}");
    }
    assert_eq!(found("See sections 1. 45. 2020 and 3. 13. 2021, the year 2026 and 3 de 2026, 6年3月."), []);
}
