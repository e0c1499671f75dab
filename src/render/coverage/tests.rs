#![allow(clippy::unwrap_used)]

use insta::assert_snapshot;

use super::CoverageFormat;
use crate::render::testing::{print_reports, uncoloured};
use crate::render::{Charset, Colour, Options};
use crate::report::{CoverageReport, CoveredLaw, LawStatus, Passage, Requirement, RequirementStatus};
use crate::text::Span;

fn passage(line: usize, text: &str) -> Passage {
    Passage { document: 0, span: Span::new(line, line + 1), line, text: text.to_owned() }
}

fn requirement(id: &str, law: Option<&str>, status: RequirementStatus, citation: &str) -> Requirement {
    Requirement {
        id: id.to_owned(),
        title: "something".to_owned(),
        law: law.map(str::to_owned),
        citation: Some(citation.to_owned()),
        status,
        stance: None,
        lacks: vec![],
        evidence: vec![],
        near_misses: vec![],
    }
}

fn law(id: &str, name: &str, status: Option<LawStatus>, because: Vec<Passage>) -> CoveredLaw {
    CoveredLaw { id: id.to_owned(), name: name.to_owned(), edition: None, in_force: true, status, because }
}

/// A file that is far from done, with text that tries to leave its place.
fn halfway() -> CoverageReport {
    use RequirementStatus::{Met, Missing, NotApplicable, Partial};
    let code = |rest: &str| format!("Cal. Civ. Code § 1798.130(a)(5){rest}");
    let ccpa = |name: &str, status, rest: &str| requirement(&format!("ccpa/{name}"), Some("ccpa"), status, &code(rest));
    let mut met = ccpa("right-to-know-what-is-collected-and-why", Met, "(A)");
    met.evidence = vec![
        passage(
            31,
            "You may | ask us what we `hold` about you,\n<b>why</b>, @acme and https://acme.example since #12 and ever since.",
        ),
        passage(4, "More."),
        passage(55, "More."),
        passage(70, "More."),
    ];
    let mut partial = ccpa("deletion", Partial, "(A)(i)");
    partial.evidence = vec![passage(40, "We delete\u{202e} data.")];
    partial.lacks = vec!["the way to ask for it".to_owned(), "a word on exceptions".to_owned()];
    let mut missing = ccpa("toll-free-number", Missing, "(B)");
    missing.near_misses = vec![passage(77, "Call us.")];
    let mut stance = requirement("caloppa/dnt-response", Some("caloppa"), Met, "Cal. Bus. & Prof. Code § 22575(b)(5)");
    stance.evidence = vec![passage(9, "個人情報の取り扱いについて定めます。個人情報の取り扱いについて定めます。")];
    stance.stance = Some("not-honored".to_owned());
    CoverageReport {
        path: "docs/policy|1.md".to_owned(),
        documents: vec![],
        laws: vec![
            law("caloppa", "California Online Privacy Protection Act", Some(LawStatus::Configured), vec![]),
            CoveredLaw {
                edition: Some("CCPA as amended by the CPRA".to_owned()),
                ..law(
                    "ccpa",
                    "California Consumer Privacy Act",
                    Some(LawStatus::Named),
                    vec![passage(12, "California residents"), passage(31, "CCPA")],
                )
            },
            CoveredLaw { in_force: false, ..law("us-ri", "Rhode Island <Act>", None, vec![]) },
            law("us-va", "Virginia Consumer Data Protection Act", None, vec![]),
        ],
        requirements: vec![
            stance,
            partial,
            ccpa("financial-incentive", NotApplicable, "(C)"),
            ccpa("metrics", NotApplicable, "(D)"),
            met,
            missing,
            requirement("general/security", None, Missing, "good practice"),
            requirement("us-ri/appeal", Some("us-ri"), NotApplicable, "R.I. Gen. Laws § 6-48.1"),
            requirement("us-va/appeal", Some("us-va"), Met, "Va. Code § 59.1-577(C)"),
        ],
    }
}

fn print(format: CoverageFormat, options: Options<'_>, reports: &[CoverageReport]) -> String {
    print_reports(options, |out, options| format.renderer(out, options), reports)
}

#[test]
fn a_table_for_each_law() {
    let printed = print(CoverageFormat::Full, Options::default(), &[halfway(), halfway()]);
    assert_snapshot!(printed);
    assert!(!printed.contains('\u{202e}'));
    for line in printed.lines() {
        assert!(crate::render::escape::columns(line) <= 100, "{line}");
    }
}

#[test]
fn narrow_and_ascii() {
    let options = Options { width: Some(60), charset: Charset::Ascii, ..Options::default() };
    let printed = print(CoverageFormat::Full, options, &[halfway()]);
    assert_snapshot!(printed);
    assert!(printed.lines().all(|line| crate::render::escape::columns(line) <= 60), "{printed}");
}

#[test]
fn colour_adds_nothing_but_colour() {
    let coloured = print(CoverageFormat::Full, Options { colour: Colour::Always, ..Options::default() }, &[halfway()]);
    let plain = uncoloured(&coloured);
    assert!(coloured.contains("\u{1b}[1;91m✗ missing\u{1b}[0m"), "{coloured}");
    assert_eq!(plain, print(CoverageFormat::Full, Options::default(), &[halfway()]));
}

#[test]
fn markdown_for_a_pull_request() {
    assert_snapshot!(print(CoverageFormat::Markdown, Options::default(), &[halfway()]));
}

#[test]
fn json_is_as_promised() {
    let printed = print(CoverageFormat::Json, Options::default(), &[halfway()]);
    let value: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let keys: Vec<&String> = value["files"][0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["documents", "path", "requirements"]);
    let entry = &value["files"][0]["requirements"][1];
    let expected = serde_json::json!({
        "id": "ccpa/deletion", "law": "ccpa", "status": "partial", "stance": null,
        "lacks": ["the way to ask for it", "a word on exceptions"],
        "evidence": [{ "document": 0, "start": 40, "end": 41, "text": "We delete\u{202e} data." }], "near_misses": [],
    });
    assert_eq!(entry, &expected);
    let none: serde_json::Value = serde_json::from_str(&print(CoverageFormat::Json, Options::default(), &[])).unwrap();
    assert_eq!(none, serde_json::json!({ "version": 1, "files": [] }));
}
