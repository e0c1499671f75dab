//! Texts that seem to say two things and don't, by what keeps the two apart.

use std::fs;

use serde::Deserialize;

use super::dress::{FORMATS, dressed};
use super::measure::{Judge, places};
use crate::support::root;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    row: String,
    texts: Vec<String>,
}

fn rows() -> Vec<Row> {
    let folder = root().join("tests/it/claims/negatives");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| toml::from_str(&fs::read_to_string(file).unwrap()).unwrap()).collect()
}

/// At least 99.5 % of them get no finding in any format, of whatever severity.
#[test]
fn hard_negatives_are_silent() {
    let judge = Judge::new();
    let (mut texts, mut wrong) = (0, Vec::new());
    for row in rows() {
        for text in &row.texts {
            texts += 1;
            let told = FORMATS.iter().find_map(|format| {
                let report = judge.report(*format, &dressed(text.trim_start(), *format));
                let found = report.diagnostics.first()?;
                Some(format!("{}: {} ({format:?}) {:?}\n{text}", row.row, found.rule, places(&report, found)))
            });
            wrong.extend(told);
        }
    }
    let report = format!("{} of {texts} hard negatives are reported:\n{}", wrong.len(), wrong.join("\n"));
    assert!(texts >= 400, "{texts} texts");
    assert!(wrong.len() * 1000 <= texts * 5, "{report}");
}
