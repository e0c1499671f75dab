#![allow(clippy::unwrap_used)]

use insta::assert_snapshot;

use super::ClaimsFormat;
use crate::render::escape::columns;
use crate::render::options::{Charset, Colour, Options};
use crate::render::testing::{print_reports, uncoloured};
use crate::report::{ClaimsReport, ReportedClaim, Told};
use crate::text::Span;

fn denial() -> ReportedClaim {
    ReportedClaim {
        id: "00d1ce5ca1ab1e00".to_owned(),
        document: 0,
        status: "asserted",
        polarity: "negative",
        possible: false,
        actor: Told::Known("first-party".to_owned()),
        action: "sell",
        data: vec!["personal_information".to_owned()],
        recipient: Told::Absent,
        purpose: Told::Unknown,
        condition: Told::Absent,
        exception: Told::Absent,
        subject: Told::Absent,
        scope: Told::Known("website".to_owned()),
        time: Told::Absent,
        line: "we do not sell personal information, for some purpose, on our sites".to_owned(),
        words: "We do not sell personal data to <b>feed</b> ducks".to_owned(),
        row: 7,
        span: Span::new(100, 149),
        slots: vec![("action", Span::new(110, 114)), ("data", Span::new(115, 128))],
        unread: Some("to feed \u{202e}ducks".to_owned()),
    }
}

fn practice() -> ReportedClaim {
    ReportedClaim {
        polarity: "positive",
        status: "hypothetical",
        purpose: Told::Known(vec!["analytics".to_owned()]),
        exception: Told::Known(vec!["session_cookie".to_owned()]),
        time: Told::Known("present".to_owned()),
        line: "we use a very long list of things that takes more than one line of the terminal, namely cookies, web beacons, pixels"
            .to_owned(),
        row: 112,
        unread: None,
        ..denial()
    }
}

fn report() -> ClaimsReport {
    ClaimsReport { path: "policy.md".to_owned(), clauses: 8, understood: 2, claims: vec![denial(), practice()] }
}

fn empty() -> ClaimsReport {
    ClaimsReport { path: "empty.md".to_owned(), clauses: 0, understood: 0, claims: Vec::new() }
}

fn print(format: ClaimsFormat, options: Options<'_>, reports: &[ClaimsReport]) -> String {
    print_reports(options, |out, options| format.renderer(out, options), reports)
}

#[test]
fn a_line_for_each_claim() {
    let printed = print(ClaimsFormat::Full, Options::default(), &[report(), empty()]);
    assert_snapshot!(printed);
    assert!(!printed.contains('\u{202e}'));
    assert!(printed.lines().all(|line| columns(line) <= 100), "{printed}");
}

#[test]
fn colour_adds_nothing_but_colour() {
    let coloured = print(ClaimsFormat::Full, Options { colour: Colour::Always, ..Options::default() }, &[report()]);
    let plain = uncoloured(&coloured);
    assert_ne!(coloured, plain);
    assert_eq!(plain, print(ClaimsFormat::Full, Options::default(), &[report()]));
    let ascii = Options { charset: Charset::Ascii, width: Some(60), ..Options::default() };
    let printed = print(ClaimsFormat::Full, ascii, &[report()]);
    assert!(printed.lines().all(|line| columns(line) <= 60), "{printed}");
    assert!(printed.contains("- we do not sell"), "{printed}");
}

#[test]
fn json_is_as_promised() {
    let printed = print(ClaimsFormat::Json, Options::default(), &[report(), empty()]);
    let value: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(value["version"], 1);
    let claim = &value["files"][0]["claims"][0];
    assert_eq!((&claim["purpose"], &claim["recipient"]), (&"unknown".into(), &serde_json::Value::Null));
    assert_eq!((&claim["subject"], &claim["time"]), (&"general".into(), &"standing".into()));
    assert_eq!(claim["exception"], serde_json::json!([]));
    assert_eq!(value["files"][0]["clauses"], 8);
    assert_snapshot!(printed);
}
