//! Claims about cookies: texts that contradict themselves, and many more that only seem to.

mod dress;
mod measure;
mod negatives;
mod seeded;

use policylint::report::{Diagnostic, FileReport};
use serde::Deserialize;

use crate::support::report;
use dress::{FORMATS, dressed};
use measure::places;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    why: String,
    text: String,
    denial: Option<String>,
    affirmation: Option<String>,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

fn cases(file: &str) -> Vec<Case> {
    toml::from_str::<Cases>(file).unwrap().case
}

fn contradictions(report: &FileReport) -> Vec<&Diagnostic> {
    report.diagnostics.iter().filter(|found| found.rule.0.starts_with("contradiction/")).collect()
}

#[test]
fn what_only_seems_to_contradict_itself_is_silent() {
    let cases = cases(include_str!("claims/silent.toml"));
    assert!(cases.len() >= 120, "{} cases", cases.len());
    let mut wrong = Vec::new();
    for case in &cases {
        for format in FORMATS {
            let report = report(format, &dressed(&case.text, format));
            for found in contradictions(&report) {
                wrong.push(format!(
                    "{} ({format:?}):\n{}\n{:?}\n{:?}",
                    case.why,
                    case.text,
                    places(&report, found),
                    found.notes
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} false reports:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn what_contradicts_itself_is_found_in_every_format() {
    let cases = cases(include_str!("claims/found.toml"));
    assert!(cases.len() >= 40, "{} cases", cases.len());
    let mut missed = Vec::new();
    for case in &cases {
        for format in FORMATS {
            let report = report(format, &dressed(&case.text, format));
            let found = contradictions(&report);
            let places: Vec<_> = found.iter().map(|found| places(&report, found)).collect();
            let holds = |wanted: &Option<String>| {
                let wanted = wanted.as_ref().unwrap();
                places.first().is_some_and(|places| places.iter().any(|place| place.contains(wanted.as_str())))
            };
            if found.len() != 1 || !holds(&case.denial) || !holds(&case.affirmation) {
                missed.push(format!("{} ({format:?}):\n{}\n{places:?}", case.why, case.text));
            }
        }
    }
    assert!(missed.is_empty(), "{} of {} not found:\n\n{}", missed.len(), cases.len() * 3, missed.join("\n\n"));
}
