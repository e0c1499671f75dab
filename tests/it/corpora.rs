//! Real policies as a watch against false alarms; read where `POLICYLINT_CORPORA` points to them, never copied.

use std::fs;
use std::path::PathBuf;

use policylint::doc::Format;
use policylint::report::FileReport;

use crate::support::report_bytes;

#[allow(clippy::disallowed_macros, clippy::print_stderr)]
fn corpora() -> Option<PathBuf> {
    let folder = std::env::var_os("POLICYLINT_CORPORA").map(PathBuf::from).filter(|folder| folder.is_dir());
    if folder.is_none() {
        eprintln!("POLICYLINT_CORPORA names no folder: real policies are not looked at");
    }
    folder
}

fn seed(corpora: &std::path::Path, number: &str) -> FileReport {
    let file = fs::read_dir(corpora.join("seeds"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.file_name().unwrap().to_str().unwrap().starts_with(number))
        .unwrap();
    report_bytes(Format::Plain, &fs::read(file).unwrap())
}

fn found<'a>(report: &'a FileReport, rule: &str) -> Vec<&'a policylint::report::Diagnostic> {
    report.diagnostics.iter().filter(|found| found.rule.0 == rule).collect()
}

fn line(report: &FileReport, span: policylint::text::Span) -> usize {
    report.source.positions(span).0.line
}

#[test]
fn the_seeds_get_what_a_lawyer_would_say_of_them() {
    let Some(corpora) = corpora() else { return };
    let seeds: Vec<FileReport> =
        ["000", "001", "002", "003", "004"].iter().map(|number| seed(&corpora, number)).collect();

    let exceptions: Vec<usize> = seeds.iter().map(|seed| found(seed, "ccpa/deletion-exceptions").len()).collect();
    assert_eq!(exceptions, [0, 0, 1, 0, 0]);
    assert!(
        found(&seeds[2], "ccpa/deletion-exceptions")[0]
            .message
            .contains("Electronic Communications Privacy Act (§ 1798.105(d)(5))")
    );
    let stale: Vec<usize> = seeds.iter().map(|seed| found(seed, "ccpa/deletion-exceptions-stale").len()).collect();
    assert_eq!(stale, [1, 0, 1, 0, 0]);

    let signals: Vec<usize> = seeds.iter().map(|seed| found(seed, "caloppa/dnt-response").len()).collect();
    assert_eq!(signals, [1, 1, 1, 0, 0]);
    assert_eq!(
        found(&seeds[2], "caloppa/dnt-response")[0].severity.name(),
        "warning",
        "an inferred law is one level lower"
    );
    let garbled = found(&seeds[1], "caloppa/dnt-response")[0];
    assert_eq!(line(&seeds[1], garbled.primary.span), 44);

    let broken = found(&seeds[0], "general/contact-email-space");
    assert_eq!(broken.len(), 1, "one cause, one diagnostic");
    let lines: Vec<usize> = broken[0].labels().map(|label| line(&seeds[0], label.span)).collect();
    assert_eq!(lines, [84, 85, 87, 170, 172, 188, 197, 201, 202], "the tenth address, on line 106, is right");
    let others = seeds
        .iter()
        .skip(1)
        .flat_map(|seed| &seed.diagnostics)
        .filter(|found| found.rule.0.starts_with("general/contact-email"));
    assert_eq!(others.count(), 0);

    let cookies: Vec<usize> = seeds.iter().map(|seed| found(seed, "contradiction/cookies").len()).collect();
    assert_eq!(cookies, [0, 1, 0, 0, 0]);
    let mut lines: Vec<usize> =
        found(&seeds[1], "contradiction/cookies")[0].labels().map(|label| line(&seeds[1], label.span)).collect();
    lines.sort_unstable();
    assert_eq!(lines, [13, 45]);
}

#[test]
fn no_real_policy_is_said_to_contradict_itself_on_cookies() {
    let Some(corpora) = corpora() else { return };
    let mut told = Vec::new();
    let mut read = 0;
    for corpus in ["c3pa", "opp115", "goppc"] {
        for entry in fs::read_dir(corpora.join("benchmark").join(corpus).join("docs")).unwrap() {
            let path = entry.unwrap().path();
            let format =
                if path.extension().is_some_and(|extension| extension == "txt") { Format::Plain } else { Format::Html };
            let report = report_bytes(format, &fs::read(&path).unwrap());
            read += 1;
            told.extend(found(&report, "contradiction/cookies").iter().map(|found| {
                let places: Vec<&str> = found.labels().map(|label| report.source.slice(label.span)).collect();
                format!("{}: {places:?}", path.file_name().unwrap().display())
            }));
        }
    }
    assert_eq!(read, 327);
    assert!(told.is_empty(), "{told:#?}");
}
