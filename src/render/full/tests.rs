#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use insta::assert_snapshot;

use crate::render::testing::{acme, find, finding, lack, print, problems, report, uncoloured};
use crate::render::{Charset, Colour, Format, Options};
use crate::report::{
    AlsoAsked, Citation, Diagnostic, FileReport, Fix, Label, Lack, LawInPlay, LawStatus, RuleId, Severity, Shortfall,
};
use crate::text::{SourceText, Span};

const FILLER: &str = "and we keep what you give us for as long as the purposes set out in this notice require it, ";

fn full(report: FileReport) -> String {
    print(Format::Full, Options::default(), &[report], &[])
}

/// A report with one finding at `words`, each with its label, the first one primary.
fn pointing_at(text: &str, words: &[(&str, &str)]) -> FileReport {
    let mut report = report("policy.md", text.as_bytes());
    let mut labels = words.iter().map(|(words, label)| Label::new(find(&report.source, words, 0), *label));
    let mut found =
        finding(Severity::Warning, "general/text-test", "something is to be said here", labels.next().unwrap());
    found.secondary = labels.collect();
    report.diagnostics = vec![found];
    report
}

#[test]
fn a_run_over_one_policy() {
    assert_snapshot!(print(Format::Full, Options::default(), &[acme()], &problems()));
}

#[test]
fn colour_adds_nothing_but_colour() {
    let coloured = print(Format::Full, Options { colour: Colour::Always, ..Options::default() }, &[acme()], &[]);
    assert_snapshot!(coloured.replace('\u{1b}', "␛"));
    let plain = uncoloured(&coloured);
    assert_eq!(plain, full(acme()));
}

#[test]
fn ascii_and_narrow() {
    let options = Options { charset: Charset::Ascii, width: Some(60), ..Options::default() };
    let text = format!("Intro.\n\n{}we never share it{}", FILLER.repeat(5), FILLER.repeat(5));
    let far = pointing_at(&text, &[("we never share it", "never")]);
    let printed = print(Format::Full, options, &[acme(), far], &[]);
    assert_snapshot!(printed);
    assert!(printed.replace('§', "").is_ascii());
}

#[test]
fn links_where_the_terminal_has_them() {
    let options =
        Options { hyperlinks: true, rule_pages: Some("https://rules.example/"), width: Some(72), ..Options::default() };
    let mut report = acme();
    report.diagnostics.truncate(1);
    report.diagnostics[0].lack = None;
    report.diagnostics[0].citation = Some(Citation {
        text: "California Civil Code, division 3, part 4, title 1.81.5, section 1798.130".to_owned(),
        url: Some("https://law.example/a b\u{1b}".to_owned()),
    });
    assert_snapshot!(print(Format::Full, options, &[report], &[]).replace('\u{1b}', "␛"));
}

#[test]
fn an_address_without_room_on_its_line_is_left_to_explain() {
    let cited = |url: &str| {
        let mut report = acme();
        report.diagnostics.truncate(1);
        report.diagnostics[0].lack = None;
        report.diagnostics[0].citation = Some(Citation { text: "Law § 1".to_owned(), url: Some(url.to_owned()) });
        full(report)
    };
    let (long, short) = (cited(&format!("https://law.example/{}", "part/".repeat(30))), cited("https://law.example/1"));
    assert!(!long.contains("law.example") && long.contains("policylint explain"), "{long}");
    assert!(short.contains("citation: Law § 1 <https://law.example/1>") && !short.contains("explain"), "{short}");
}

#[test]
fn long_lines() {
    let line =
        format!("{}we never sell it{}we sell it to partners{}", FILLER.repeat(22), FILLER.repeat(20), FILLER.repeat(4));
    assert!(line.len() > 4000);
    let two = pointing_at(&line, &[("we never sell it", "never sold"), ("we sell it to partners", "sold")]);
    let one = pointing_at(&line, &[("we never sell it", "never sold")]);
    let whole = pointing_at(&line, &[(&line[500..3000], "all of this")]);
    assert_snapshot!(full(two) + &full(one) + &full(whole));
}

#[test]
fn labels_on_lines_far_apart() {
    let text = format!("We keep data for a year.\n{}We keep data for a month.\nWe keep data.\n", "\n".repeat(1200));
    let apart = [("for a month", "a month"), ("for a year", "a year"), ("We keep data.\n", "")];
    assert_snapshot!(full(pointing_at(&text, &apart)));
}

#[test]
fn wide_characters() {
    let text =
        "個人情報の取り扱い：お問い合わせは 😀 privacy@acme.example まで\ncafe\u{301} cookies are a\u{301}lways on\n";
    assert_snapshot!(full(pointing_at(text, &[("privacy@acme.example", "address"), ("cookies", "which?")])));
}

#[test]
fn text_that_would_play_with_the_terminal() {
    let text = "\tWe \u{1b}[2Jnever \u{202e}share\u{202c} pri\u{200b}vacy data\u{7} with those who need none of it.";
    let printed = full(pointing_at(text, &[("share\u{202c}", "here\u{1b}[31m\nor there")]));
    assert_snapshot!(printed);
    assert!(!printed.contains(['\u{1b}', '\u{202e}', '\u{200b}', '\u{7}', '\t']));
}

#[test]
fn spans_over_several_lines() {
    let lines: String = (1..=9).map(|line| format!("Line {line} of a section that goes on.\n")).collect();
    let part = |first: &str, last: &str| &lines[lines.find(first).unwrap()..lines.find(last).unwrap() + last.len()];
    let short = pointing_at(&lines, &[(part("section", "Line 3"), "these three lines")]);
    let long = pointing_at(&lines, &[(part("Line 1", "Line 8 of"), "these eight lines")]);
    let to_the_end_of_the_line = pointing_at(&lines, &[("Line 2 of a section that goes on.\n", "one line")]);
    let crlf = pointing_at("One.\r\nTwo.\r\nThree.\r\n", &[("Two.\r\n", "two"), ("One.", "one")]);
    assert_snapshot!(full(short) + &full(long) + &full(to_the_end_of_the_line) + &full(crlf));
}

#[test]
fn places_without_length() {
    let point = |text: &str, at: usize| {
        let mut report = report("policy.md", text.as_bytes());
        report.diagnostics =
            vec![finding(Severity::Note, "general/text-test", "here", Label::new(Span::empty(at), "point"))];
        full(report)
    };
    assert_snapshot!(point("", 0) + &point("Some words.", 5) + &point("Some words.\n", 12) + &point("Some words.", 99));
}

#[test]
fn other_encodings() {
    let text = "Überblick:\nDaten für Acme.\n";
    let bytes_of: [Vec<u8>; 2] = [
        text.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect(),
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
    ];
    let reports = bytes_of.map(|bytes| {
        let mut report = report("policy.txt", &bytes);
        let span = find(&report.source, "für Acme", 0);
        report.diagnostics = vec![finding(Severity::Error, "general/text-test", "here", Label::new(span, "this"))];
        report
    });
    assert_eq!(reports[0].diagnostics[0].primary.span, Span::new(17, 25));
    assert_eq!(reports[1].diagnostics[0].primary.span, Span::new(36, 52));
    assert_snapshot!(print(Format::Full, Options::default(), &reports, &[]));
}

#[test]
fn many_places_of_one_cause() {
    let text = "Write to info@ acme.example.\nMore.\n".repeat(14);
    let places = |number: usize, said: fn(usize) -> String| {
        let mut report = report("policy.md", text.as_bytes());
        let mut labels = (0..number).map(|nth| Label::new(find(&report.source, "info@ acme.example", nth), said(nth)));
        let mut found =
            finding(Severity::Error, "general/contact-email-space", "a broken address", labels.next().unwrap());
        found.secondary = labels.collect();
        report.diagnostics = vec![found];
        full(report)
    };
    assert_snapshot!(places(9, |_| "broken".to_owned()) + &places(14, |nth| format!("broken in way {nth}")));
}

#[test]
fn more_marks_on_a_line_than_fit() {
    let text = (0..10).map(|number| format!("{FILLER}item-{number}")).collect::<String>();
    let words: Vec<_> = (0..10).map(|number| format!("item-{number}")).collect();
    let marks: Vec<_> = words.iter().map(|word| (word.as_str(), word.as_str())).collect();
    assert_snapshot!(full(pointing_at(&text, &marks)));
}

#[test]
fn labels_in_another_file() {
    let other = Arc::new(SourceText::new("Intro.\n\nWe keep data for ten years.\n".as_bytes()).unwrap());
    let sources = |path: &str| (path == "cookies.md").then(|| other.clone());
    let mut report = pointing_at("We keep data for a year.\n", &[("for a year", "a year")]);
    let label = |path: &str, text: &str| Label { path: Some(path.to_owned()), ..Label::new(Span::new(21, 34), text) };
    report.diagnostics[0].secondary =
        vec![label("cookies.md", "ten years"), label("terms.md", "a month"), label("policy.md", "")];
    assert_snapshot!(print(Format::Full, Options { sources: &sources, ..Options::default() }, &[report], &[]));
}

/// What a law misses, as a finding of its own.
fn missing(rule: &str, family: &str, message: &str) -> Diagnostic {
    let mut found = acme().diagnostics.swap_remove(0);
    rule.clone_into(&mut found.rule.0);
    found.law = rule.split_once('/').map(|(law, _)| law.to_owned()).filter(|law| law != "general");
    found.citation = Some(Citation { text: format!("Code of {rule}"), url: None });
    found.lack = Some(lack(family, Shortfall::Missing));
    message.clone_into(&mut found.message);
    found
}

fn law(id: &str, short: &str, status: LawStatus, because: Vec<Span>) -> LawInPlay {
    LawInPlay {
        id: id.to_owned(),
        name: format!("{short} Privacy Act"),
        short: short.to_owned(),
        edition: None,
        status,
        because,
    }
}

#[test]
fn what_one_law_misses_stands_together() {
    let mut report = acme();
    report.diagnostics.truncate(1);
    let know = "the right to know what is collected is not described, nor to whom it is disclosed or sold";
    report.diagnostics.push(missing("ccpa/right-to-know", "ccpa/right-to-know", know));
    report.diagnostics[1].severity = Severity::Error;
    let mut partial = missing("ccpa/toll-free-number", "ccpa/toll-free-number", "no toll-free number is given");
    partial.primary = Label::new(find(&report.source, "Write to", 0), "");
    partial.lack =
        Some(Lack { lacks: vec!["the number".to_owned()], ..lack("ccpa/toll-free-number", Shortfall::Partial) });
    report.diagnostics.push(partial);
    let mut old = missing("ccpa/annual-update", "ccpa/annual-update", "last updated in 2019, more than a year ago");
    old.lack = Some(lack("ccpa/annual-update", Shortfall::Outdated));
    report.diagnostics.push(old);
    report.diagnostics.push(missing("general/security", "general/security", "nothing is said of security"));
    report.laws[0].edition = Some("CCPA as amended".to_owned());
    let narrow = Options { width: Some(60), charset: Charset::Ascii, ..Options::default() };
    assert_snapshot!(full(report.clone()) + &print(Format::Full, narrow, &[report], &[]));
}

#[test]
fn what_several_laws_ask_for_alike_is_one_entry() {
    let mut report = acme();
    let text = |words| find(&report.source, words, 0);
    report.laws = vec![
        law("us-co", "Colorado", LawStatus::Named, vec![text("Acme complies")]),
        law("us-ct", "Connecticut", LawStatus::Configured, vec![]),
        law("us-va", "Virginia", LawStatus::Named, vec![text("California")]),
    ];
    let appeal = "no way to appeal a refusal";
    report.diagnostics = vec![
        missing("us-co/appeal", "us-va/appeal", appeal),
        missing("us-ct/appeal", "us-va/appeal", appeal),
        missing("us-va/appeal", "us-va/appeal", appeal),
        missing("us-co/profiling", "us-va/profiling", "no opt-out of profiling"),
        missing("us-va/profiling", "us-va/profiling", "no opt-out of profiling"),
        missing("us-co/date", "us-co/date", "no date of effect is given"),
        missing("us-va/cookies", "us-va/cookies", "no word on cookies"),
    ];
    report.diagnostics[2].severity = Severity::Error;
    report.diagnostics[5].lack.as_mut().unwrap().with = vec![AlsoAsked {
        rule: RuleId("us-ct/last-updated".to_owned()),
        law: Some("us-ct".to_owned()),
        citation: Some(Citation { text: "Conn. Gen. Stat. § 42-520".to_owned(), url: None }),
    }];
    assert_snapshot!(full(report));
}

#[test]
fn what_some_of_the_laws_miss_besides_is_told_with_the_rest() {
    let mut report = acme();
    let laws = [("us-co", "Colorado"), ("us-ct", "Connecticut"), ("us-va", "Virginia")];
    report.laws = laws.map(|(id, short)| law(id, short, LawStatus::Configured, vec![])).to_vec();
    let rights = |law: &str, lacks: &[&str]| {
        let mut found =
            missing(&format!("{law}/rights"), "us-va/rights", &format!("the rights leave out {}", lacks[0]));
        found.primary = Label::new(find(&report.source, "We never sell", 0), "");
        let lacks = lacks.iter().map(|lacked| (*lacked).to_owned()).collect();
        found.lack = Some(Lack { lacks, ..lack("us-va/rights", Shortfall::Partial) });
        found
    };
    report.diagnostics = vec![
        rights("us-co", &["correction", "profiling"]),
        rights("us-ct", &["correction", "profiling", "the list of third parties"]),
        rights("us-va", &["correction"]),
    ];
    assert_snapshot!(full(report));
}

#[test]
fn of_one_rule_s_many_findings_the_first_are_drawn() {
    let mut report = report("policy.md", "Write to a@ b.example.\n".repeat(6).as_bytes());
    report.diagnostics = (0..6)
        .map(|nth| {
            let place = Label::new(find(&report.source, "a@ b.example", nth), "");
            finding(Severity::Error, "general/contact-email-space", &format!("address {nth} is broken"), place)
        })
        .collect();
    assert_snapshot!(full(report));
}

#[test]
fn laws_say_why_and_only_when_they_matter() {
    let mut report = acme();
    let law = |id: &str, status, because| law(id, &id.to_uppercase(), status, because);
    let span = |words| find(&report.source, words, 0);
    report.laws = vec![
        law(
            "ccpa",
            LawStatus::Inferred,
            vec![span("Write to privacy@ acme.example with any question.\n\nWe never"), span("Acme")],
        ),
        law("gdpr", LawStatus::Configured, vec![]),
        law("coppa", LawStatus::Named, vec![span("Partners")]),
    ];
    report.diagnostics[0].lack = None;
    report.diagnostics[1].law = Some("gdpr".to_owned());
    report.notices = vec!["this text is in German; rules for English did not run".to_owned()];
    let printed = full(report);
    assert_snapshot!(&printed[printed.find("note: ccpa").unwrap()..]);
}

#[test]
fn long_notes_hang_and_fixes_say_how_safe_they_are() {
    let mut report = pointing_at("We may share data.\n", &[("may", "vague")]);
    let found = &mut report.diagnostics[0];
    found.notes = vec![FILLER.repeat(2)];
    found.help = Some("write:\n  “We share data with …”".to_owned());
    let fix = |title: &str, safe| Fix { title: title.to_owned(), safe, edits: vec![] };
    found.fixes = vec![fix("remove the word", false), fix("replace the space", true)];
    assert_snapshot!(print(Format::Full, Options { width: Some(70), ..Options::default() }, &[report], &[]));
}

#[test]
fn a_clean_run() {
    let reports = [report("a.md", b"One."), report("b.md", b"Two.")];
    assert_eq!(
        print(Format::Full, Options::default(), &reports, &[]),
        "no problems found in 2 files; no law was in play: name one with --law\n"
    );
}
