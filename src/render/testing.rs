//! Reports built by hand, for the tests of every format.
#![allow(clippy::unwrap_used)]

use super::{Format, Options, ReportRenderer};
use crate::report::{
    Citation, Confidence, Diagnostic, DocumentSummary, Edit, FileReport, Fix, Label, Lack, LawInPlay, LawStatus,
    Persona, Problem, ProblemKind, RuleId, Severity, Shortfall, Summary,
};
use crate::text::{SourceText, Span, TextRange};

/// Where `words` stand for the `nth` time, from 0, as bytes on disk.
pub(super) fn find(source: &SourceText, words: &str, nth: usize) -> Span {
    let (start, _) = source.text().match_indices(words).nth(nth).unwrap();
    source.to_disk(TextRange::new(start, start + words.len()))
}

/// A report on `bytes` without findings.
pub(super) fn report(path: &str, bytes: &[u8]) -> FileReport {
    let source = SourceText::new(bytes).unwrap();
    FileReport {
        path: path.to_owned(),
        source,
        documents: Vec::new(),
        laws: Vec::new(),
        diagnostics: Vec::new(),
        questions: Vec::new(),
        notices: Vec::new(),
    }
}

/// A finding with nothing but what is required.
pub(super) fn finding(severity: Severity, rule: &str, message: &str, primary: Label) -> Diagnostic {
    Diagnostic {
        rule: RuleId(rule.to_owned()),
        document: 0,
        law: None,
        severity,
        confidence: Confidence::High,
        persona: Persona::Default,
        message: message.to_owned(),
        primary,
        secondary: Vec::new(),
        citation: None,
        help: None,
        notes: Vec::new(),
        fixes: Vec::new(),
        lack: None,
        fingerprint: "v1:00112233445566778899aabbccddeeff".to_owned(),
    }
}

/// What says that a disclosure falls short.
pub(super) fn lack(family: &str, shortfall: Shortfall) -> Lack {
    Lack { shortfall, family: RuleId(family.to_owned()), cause: None, lacks: Vec::new(), with: Vec::new() }
}

/// What a run over `reports` and `problems` prints.
pub(super) fn print(format: Format, options: Options<'_>, reports: &[FileReport], problems: &[Problem]) -> String {
    let mut out = Vec::new();
    let mut summary = Summary::default();
    let mut renderer = format.renderer(&mut out, options);
    renderer.begin().unwrap();
    for report in reports {
        summary.add(report);
        renderer.file(report).unwrap();
    }
    renderer.end(problems, &summary).unwrap();
    drop(renderer);
    String::from_utf8(out).unwrap()
}

/// What a run of another command over `reports` prints.
pub(super) fn print_reports<Report>(
    options: Options<'_>,
    renderer: impl for<'w> FnOnce(&'w mut dyn std::io::Write, Options<'w>) -> Box<dyn ReportRenderer<Report> + 'w>,
    reports: &[Report],
) -> String {
    let mut out = Vec::new();
    let mut renderer = renderer(&mut out, options);
    renderer.begin().unwrap();
    reports.iter().for_each(|report| renderer.file(report).unwrap());
    renderer.end().unwrap();
    drop(renderer);
    String::from_utf8(out).unwrap()
}

/// Without SGR sequences.
pub(super) fn uncoloured(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').unwrap().1)
}

/// A short policy with everything that a report can hold.
pub(super) fn acme() -> FileReport {
    let text = "# Acme Privacy Policy\n\n\
        Acme complies with the California Consumer Privacy Act.\n\n\
        Write to privacy@ acme.example with any question.\n\n\
        We never sell personal information.\n\n\
        ## Partners\n\n\
        We sell purchase histories to marketing partners.\n";
    let mut report = report("docs/policy.md", text.as_bytes());
    let at = |words: &str| find(&report.source, words, 0);
    let address = at("privacy@ acme.example");
    let space = Span::new(address.start() + 8, address.start() + 9);

    let mut broken = finding(
        Severity::Error,
        "general/contact-email-space",
        "this address cannot receive mail: it has a space in it",
        Label::new(address, "a reader who copies it gets two words"),
    );
    broken.help = Some("write it as one word".to_owned());
    broken.fixes = vec![Fix {
        title: "remove the space".to_owned(),
        safe: true,
        edits: vec![Edit { span: space, text: String::new() }],
    }];

    let mut contradiction = finding(
        Severity::Error,
        "contradiction/sale",
        "the text says that personal information is sold and that it is not",
        Label::new(at("We never sell personal information."), "here it is not"),
    );
    contradiction.secondary = vec![Label::new(at("We sell purchase histories"), "here it is")];
    contradiction.notes = vec!["a purchase history is personal information".to_owned()];

    let mut missing = finding(
        Severity::Warning,
        "ccpa/right-to-delete",
        "the right to have personal information deleted is not described",
        Label::new(at("# Acme Privacy Policy"), ""),
    );
    missing.law = Some("ccpa".to_owned());
    missing.confidence = Confidence::Medium;
    missing.citation = Some(Citation {
        text: "Cal. Civ. Code § 1798.130(a)(5)(A)".to_owned(),
        url: Some("https://law.example/civ/1798.130".to_owned()),
    });
    missing.lack = Some(lack("ccpa/right-to-delete", Shortfall::Missing));
    missing.help = Some("describe the right and how to use it".to_owned());

    report.documents = vec![DocumentSummary {
        title: "Acme Privacy Policy".to_owned(),
        kind: "policy".to_owned(),
        audience: "everyone".to_owned(),
        language: "en".to_owned(),
        span: Span::new(0, text.len()),
    }];
    report.laws = vec![LawInPlay {
        id: "ccpa".to_owned(),
        name: "California Consumer Privacy Act".to_owned(),
        short: "California".to_owned(),
        edition: None,
        status: LawStatus::Named,
        because: vec![at("California Consumer Privacy Act")],
    }];
    report.diagnostics = vec![missing, broken, contradiction];
    report
}

/// What went wrong beside it.
pub(super) fn problems() -> Vec<Problem> {
    let problem =
        |path: &str, kind, message: &str| Problem { path: Some(path.to_owned()), kind, message: message.to_owned() };
    vec![
        problem("missing.md", ProblemKind::Missing, "no such file"),
        problem("packs/own.toml", ProblemKind::Pack, "line 3: unknown key `severty`, did you mean `severity`?"),
    ]
}
