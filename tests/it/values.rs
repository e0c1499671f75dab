//! Values in phrases: dates, telephone numbers and addresses as they stand in a text.

use policylint::doc::Format;

use crate::own_pack::OwnPack;

/// A rule that finds one phrase.
fn finds(phrase: &str) -> OwnPack {
    OwnPack::new(&format!(
        r#"
[[rule]]
id = "own/found"
title = "what is found"
kind = "prohibited"
severity = "note"
about = "It is there."
message = "found"
help = "look"
citation = {{ text = "editorial" }}
[[rule.find]]
any = ["{phrase}"]
"#
    ))
}

/// The words that a phrase matches in a text.
fn words(phrase: &str, text: &str) -> String {
    let found = finds(phrase).check(text);
    found.iter().map(|found| found.trim_start_matches("found @ ")).collect::<Vec<_>>().join(" | ")
}

#[test]
fn phrases_hold_values() {
    assert_eq!(
        words("effective [date] [as of] {date}", "Effective date: **January 5,\n2024**"),
        "Effective date: **January 5,\n2024"
    );
    assert_eq!(words("call ...3 {toll-free}", "Call us at 1-800-GARDENS today."), "Call us at 1-800-GARDENS");
    assert_eq!(words("call ...3 {toll-free}", "Call us at 415-555-0132 today."), "");
    assert_eq!(words("({phone} | {email})", "Write to gate@acme.example."), "gate@acme.example");
    assert_eq!(words("visit {web-address}", "Visit acme.example/gate."), "Visit acme.example/gate");
    assert_eq!(words("in {month}", "In May we weed."), "In May");
    assert_eq!(words("{month}", "You may weed."), "");
    assert_eq!(
        words("within {number} days ...8 {year}", "Within 45 days of the start of 2024."),
        "Within 45 days of the start of 2024"
    );
    assert_eq!(words("updated ...4!{date} gate", "We updated on May 1, 2024 the gate."), "");
}

#[test]
fn link_targets_are_no_words() {
    assert_eq!(words("visit ...3 {web-address}", "Visit [our gate](https://acme.example/gate)."), "");
    assert_eq!(words("write ...3 {email}", "Write [to us](mailto:gate@acme.example)."), "");
}

#[test]
fn values_are_the_same_in_every_format() {
    let pack = finds("updated {date} ...4 {phone}");
    let texts = [
        (Format::Markdown, "Updated *January* 5, 2024, call (415)\n555-0132.\n"),
        (Format::Html, "<p>Updated <b>January</b>&nbsp;5, 2024, call (415) 555-0132.</p>"),
        (Format::Plain, "Updated January 5, 2024, call (415) 555-0132.\n"),
    ];
    for (format, text) in texts {
        assert_eq!(pack.check_as(format, text).len(), 1, "{format:?}");
    }
}

#[test]
fn a_value_reaches_over_no_item() {
    assert_eq!(words("from {date}", "Open from May:\n\n* 1, 2024 people came.\n"), "");
}

#[test]
fn the_names_of_values_are_taken() {
    insta::assert_snapshot!(finds("on {dates}").errors().join("\n"), @"own.toml:17:12: there is no word class `dates` (did you mean `{date}`?)");
    let pack = "[lexicon.class.date]\nwords = [\"today\"]\n[[lexicon.document]]\nid = \"diary\"\ntitles = [\"diary of {year}\"]\n";
    insta::assert_snapshot!(OwnPack::new(pack).errors().join("\n"), @"
    own.toml:6:16: `date` stands for values found in the text, not for words
    own.toml:10:11: `{year}` stands only in the phrases of rules and laws
    ");
}
