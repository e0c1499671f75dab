//! What several tests share.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use policylint::config::Config;
use policylint::doc::Format;
use policylint::engine::{Source, Today, check, shipped_rules};
use policylint::report::{Diagnostic, FileReport};
use policylint::text::SourceText;

/// The day of every test.
pub(crate) fn today() -> Today {
    Today("2026-11-22".parse().unwrap())
}

/// Checks a text with the shipped rules.
pub(crate) fn report(format: Format, text: &str) -> FileReport {
    report_bytes(format, text.as_bytes())
}

/// Checks bytes with the shipped rules.
pub(crate) fn report_bytes(format: Format, bytes: &[u8]) -> FileReport {
    let source = Source { path: "policy".into(), text: SourceText::new(bytes).unwrap(), format };
    check(&shipped_rules(), &Config::default(), today(), &source)
}

/// A diagnostic without its offsets: what must be the same in every format.
pub(crate) fn essence(report: &FileReport) -> Vec<String> {
    let mut lines: Vec<String> = report.diagnostics.iter().map(|found| one_essence(report, found)).collect();
    lines.sort();
    lines
}

fn one_essence(report: &FileReport, found: &Diagnostic) -> String {
    let mut places: Vec<String> = found.labels().map(|label| words(report.source.slice(label.span))).collect();
    places[1..].sort();
    format!("{} {} {} @ {}", found.severity.name(), found.rule, found.message, places.join(" | "))
}

/// Words without markup and typographic variants, for comparing formats.
pub(crate) fn words(text: &str) -> String {
    let mut plain = String::new();
    let mut tag = false;
    for character in text.replace("&rsquo;", "'").replace("&nbsp;", " ").replace("&amp;", "&").chars() {
        match character {
            '<' => tag = true,
            '>' if tag => tag = false,
            _ if tag => {}
            '*' | '_' | '\u{ad}' | '\u{200b}' => {}
            '\u{2019}' => plain.push('\''),
            '\u{a0}' => plain.push(' '),
            other => plain.push(other),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The binary under test, run in `folder`.
pub(crate) fn policylint(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_policylint"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("SOURCE_DATE_EPOCH")
        .env_remove("POLICYLINT_FORMAT")
        .env_remove("POLICYLINT_CONFIG")
        .env_remove("COLUMNS")
        .env("NO_COLOR", "1")
        .output()
        .unwrap()
}

/// Standard output as text.
pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Standard error as text.
pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The project's own folder.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
