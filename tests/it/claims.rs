//! Claims about cookies: texts that contradict themselves, and many more that only seem to.

use policylint::doc::Format;
use policylint::report::{Diagnostic, FileReport};
use serde::Deserialize;

use crate::support::report;

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

const TITLE: &str = "Privacy policy of Quillmoor";
const FORMATS: [Format; 3] = [Format::Plain, Format::Markdown, Format::Html];

/// A case, written in a small subset of Markdown, in another format.
fn dressed(case: &str, format: Format) -> String {
    match format {
        Format::Markdown => format!("# {TITLE}\n\n{}", case.replace("\n# ", "\n## ").replacen("# ", "## ", 1)),
        Format::Plain => {
            let lines = case.lines().filter(|line| !line.starts_with("| ---"));
            let lines = lines.map(|line| match line.strip_prefix("> ") {
                Some(quote) => format!("\"{quote}\""),
                None => line.trim_start_matches("# ").to_owned(),
            });
            format!("{TITLE}\n\n{}\n", lines.collect::<Vec<_>>().join("\n"))
        }
        Format::Html => format!("<html><body><h1>{TITLE}</h1>\n{}</body></html>", as_html(case)),
    }
}

fn as_html(case: &str) -> String {
    let mut html = String::new();
    let mut open = "";
    for line in case.lines() {
        let (within, item) = if let Some(item) = line.strip_prefix("- ") {
            ("ul", format!("<li>{item}</li>"))
        } else if let Some((_, item)) =
            line.split_once(". ").filter(|(number, _)| number.len() == 1 && number.as_bytes()[0].is_ascii_digit())
        {
            ("ol", format!("<li>{item}</li>"))
        } else if line.starts_with("| ---") {
            continue;
        } else if let Some(row) = line.strip_prefix("| ") {
            let cells: Vec<&str> = row.trim_end_matches(" |").split(" | ").collect();
            ("table", format!("<tr><td>{}</td></tr>", cells.join("</td><td>")))
        } else {
            ("", String::new())
        };
        if within != open {
            if !open.is_empty() {
                html.push_str(&format!("</{open}>\n"));
            }
            if !within.is_empty() {
                html.push_str(&format!("<{within}>\n"));
            }
            open = within;
        }
        html.push_str(&item);
        if let Some(heading) = line.strip_prefix("# ") {
            html.push_str(&format!("<h2>{heading}</h2>\n"));
        } else if let Some(quote) = line.strip_prefix("> ") {
            html.push_str(&format!("<blockquote><p>{quote}</p></blockquote>\n"));
        } else if within.is_empty() && !line.is_empty() {
            html.push_str(&format!("<p>{line}</p>\n"));
        }
    }
    if !open.is_empty() {
        html.push_str(&format!("</{open}>\n"));
    }
    html
}

fn contradictions(report: &FileReport) -> Vec<&Diagnostic> {
    report.diagnostics.iter().filter(|found| found.rule.0.starts_with("contradiction/")).collect()
}

fn places(report: &FileReport, found: &Diagnostic) -> Vec<String> {
    found.labels().map(|label| report.source.slice(label.span).to_owned()).collect()
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
