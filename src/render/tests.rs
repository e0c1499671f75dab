#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use insta::assert_snapshot;
use serde_json::Value;

use super::testing::{acme, find, finding, print, problems, report};
use super::{Colour, Format, Options, UnknownFormat};
use crate::report::{Confidence, FileReport, Label, Problem, ProblemKind, Severity};
use crate::text::{SourceText, Span};

/// A file whose name, text and messages try to leave their place.
fn hostile() -> FileReport {
    let mut report =
        report("a,b:c%\u{1b}.md", "We share \u{202e}data\u{202c} with partners: 100%.\n\nMore.\n".as_bytes());
    let span = Span::new(find(&report.source, "with", 0).start(), find(&report.source, "More", 0).end());
    let message = "100% of it\r\n::error::\u{1b}[2J“data\u{202e}”";
    report.diagnostics = vec![finding(Severity::Note, "general/text-test", message, Label::new(span, "a\nb"))];
    report.notices = vec!["this text\nis short".to_owned()];
    report
}

/// A report with `numbers` of errors, warnings and notes.
fn many(numbers: [usize; 3]) -> FileReport {
    let mut report = report("many.md", b"Words.\n");
    for (severity, number) in [Severity::Error, Severity::Warning, Severity::Note].into_iter().zip(numbers) {
        for index in 0..number {
            let message = format!("finding {index}");
            let mut found = finding(severity, "general/text-test", &message, Label::new(Span::new(0, 5), ""));
            found.confidence = if index == 11 { Confidence::High } else { Confidence::Medium };
            report.diagnostics.push(found);
        }
    }
    report
}

#[test]
fn concise() {
    let reports = [acme(), hostile(), report("clean.md", b"")];
    let printed = print(Format::Concise, Options::default(), &reports, &problems());
    assert_snapshot!(printed);
    assert!(!printed.contains(['\u{1b}', '\u{202e}']));
    let coloured = print(Format::Concise, Options { colour: Colour::Always, ..Options::default() }, &[hostile()], &[]);
    assert!(coloured.contains(": \u{1b}[1;92mnote[general/text-test]\u{1b}[0m 100% of it"), "{coloured}");
}

#[test]
fn json_is_as_promised() {
    let printed = print(Format::Json, Options::default(), &[acme(), hostile()], &problems());
    assert_snapshot!(printed.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
    let value: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(value["files"].as_array().unwrap().len(), 2);
    assert_eq!(value["files"][0]["diagnostics"][0]["spans"][0]["primary"], true);
    assert_eq!(value["files"][1]["diagnostics"][0]["spans"][0]["end_line"], 3);
}

#[test]
fn json_without_files_is_whole() {
    let value: Value = serde_json::from_str(&print(Format::Json, Options::default(), &[], &[])).unwrap();
    assert_eq!(value["files"], Value::Array(vec![]));
    assert_eq!(value["summary"]["files"], 0);
}

#[test]
fn json_places_are_bytes_on_disk_and_characters_on_screen() {
    let text = "Über uns.\r\n😀 Wir löschen Daten.";
    let bytes: Vec<u8> = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let mut report = report("policy.txt", &bytes);
    let span = find(&report.source, "Wir löschen", 0);
    report.diagnostics = vec![finding(Severity::Note, "general/text-test", "here", Label::new(span, ""))];
    let value: Value = serde_json::from_str(&print(Format::Json, Options::default(), &[report], &[])).unwrap();
    let expected = serde_json::json!({"start": 30, "end": 52, "primary": true, "label": "", "line": 2, "column": 3,
        "end_line": 2, "end_column": 14});
    assert_eq!(value["files"][0]["diagnostics"][0]["spans"][0], expected);
}

#[test]
fn json_spans_in_another_file_carry_its_path() {
    let other = Arc::new(SourceText::new(b"One.\nTwo.\n").unwrap());
    let sources = |path: &str| (path == "other.md").then(|| other.clone());
    let mut report = hostile();
    let label = |path: &str| Label { path: Some(path.to_owned()), ..Label::new(Span::new(5, 8), "there") };
    report.diagnostics[0].secondary = vec![label("other.md"), label("unknown.md"), label("a,b:c%\u{1b}.md")];
    let printed = print(Format::Json, Options { sources: &sources, ..Options::default() }, &[report], &[]);
    let value: Value = serde_json::from_str(&printed).unwrap();
    let spans = &value["files"][0]["diagnostics"][0]["spans"];
    assert_eq!(
        (&spans[1]["path"], &spans[1]["line"], &spans[1]["end_column"]),
        (&"other.md".into(), &2.into(), &4.into())
    );
    assert_eq!((&spans[2]["path"], &spans[2]["line"]), (&"unknown.md".into(), &Value::Null));
    assert_eq!((spans[3].get("path"), &spans[3]["line"]), (None, &1.into()));
}

#[test]
fn github() {
    assert_snapshot!(print(Format::Github, Options::default(), &[acme(), hostile()], &problems()));
}

#[test]
fn github_says_what_it_leaves_out() {
    let printed = print(Format::Github, Options::default(), &[many([11, 12, 13])], &[]);
    let count = |start: &str| printed.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!([count("::error "), count("::warning "), count("::notice ")], [10, 10, 10]);
    assert_eq!(
        printed.lines().last().unwrap(),
        "::notice title=policylint::1 more error, 2 more warnings, 4 more notes not shown here: see the log for all of them"
    );
    // The surest comes first, the others stay in order.
    let warnings: Vec<_> = printed.lines().filter(|line| line.starts_with("::warning ")).collect();
    assert!(warnings[0].ends_with("::finding 11") && warnings[9].ends_with("::finding 8"));
}

#[test]
fn github_leaves_nothing_out_up_to_its_limit() {
    let printed = print(Format::Github, Options::default(), &[many([10, 10, 10])], &[]);
    assert_eq!(printed.lines().count(), 30);
    assert!(!printed.contains("not shown"));
}

#[test]
fn github_puts_problems_before_findings() {
    let problem = Problem { path: None, kind: ProblemKind::Empty, message: "nothing to check".to_owned() };
    let printed = print(Format::Github, Options::default(), &[many([10, 0, 0])], &[problem]);
    assert!(printed.starts_with("::error title=policylint::nothing to check\n"));
    assert!(printed.ends_with("::notice title=policylint::1 more error not shown here: see the log for all of them\n"));
}

#[test]
fn formats_are_found_by_name() {
    for format in Format::ALL {
        assert_eq!(format.name().parse(), Ok(format));
    }
    assert_eq!("sarf".parse::<Format>(), Err(UnknownFormat("sarf".to_owned())));
}

#[test]
fn a_file_of_one_line_costs_no_more_than_one_of_many() {
    let text = "We collect what you give us, we keep it a year and we never sell it to anybody at all. ".repeat(12_000);
    assert!(text.len() > 1_000_000);
    let mut report = report("policy.html", text.as_bytes());
    report.diagnostics = (0..1665)
        .map(|index| {
            let at = |offset: usize| Label::new(Span::new(offset, offset + 30), "here");
            let mut found = finding(Severity::Warning, "general/text-test", "vague", at(index * 600));
            found.secondary = vec![at(text.len() - index * 600 - 40)];
            found
        })
        .collect();
    // Without optimization this takes half a second; walking the whole line for each finding takes more than a minute.
    for format in Format::ALL {
        assert!(print(format, Options::default(), std::slice::from_ref(&report), &[]).contains("vague"), "{format:?}");
    }
}
