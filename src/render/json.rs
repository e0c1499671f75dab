//! Everything as one JSON document, a line for each file. The shape is a contract: see the field order of the structs.

use std::io::{self, Write};
use std::sync::Arc;

use serde::Serialize;

use super::Renderer;
use super::options::Options;
use super::place::positions;
use crate::report::{
    Citation, Confidence, Diagnostic, DocumentSummary, Edit, FileReport, Fix, Label, LawInPlay, LawStatus, Persona,
    Problem, RuleId, Severity, Summary,
};
use crate::text::{SourceText, Span};

/// The version of the shape; raised when a field changes its meaning or goes.
const VERSION: u32 = 1;

/// The renderer of the format.
pub(super) struct Json<'a> {
    out: &'a mut dyn Write,
    options: Options<'a>,
    files: usize,
}

impl<'a> Json<'a> {
    pub(super) fn new(out: &'a mut dyn Write, options: Options<'a>) -> Self {
        Self { out, options, files: 0 }
    }
}

impl Renderer for Json<'_> {
    fn begin(&mut self) -> io::Result<()> {
        let tool = to_json(&Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") })?;
        write!(self.out, "{{\"version\":{VERSION},\"tool\":{tool},\"files\":[")
    }

    fn file(&mut self, report: &FileReport) -> io::Result<()> {
        let separator = if self.files == 0 { "\n" } else { ",\n" };
        self.files += 1;
        write!(self.out, "{separator}{}", to_json(&file(report, &self.options))?)
    }

    fn end(&mut self, problems: &[Problem], summary: &Summary) -> io::Result<()> {
        writeln!(self.out, "],\n\"problems\":{},\n\"summary\":{}}}", to_json(&problems)?, to_json(summary)?)
    }
}

fn to_json(value: &impl Serialize) -> io::Result<String> {
    Ok(serde_json::to_string(value)?)
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct FileShape<'r> {
    path: &'r str,
    documents: Vec<DocumentShape<'r>>,
    laws: Vec<LawShape<'r>>,
    diagnostics: Vec<DiagnosticShape<'r>>,
    notices: &'r [String],
}

#[derive(Serialize)]
struct DocumentShape<'r> {
    title: &'r str,
    #[serde(rename = "type")]
    kind: &'r str,
    audience: &'r str,
    language: &'r str,
    span: Bytes,
}

#[derive(Serialize)]
struct LawShape<'r> {
    id: &'r str,
    status: LawStatus,
    because: Vec<Bytes>,
}

#[derive(Serialize)]
struct DiagnosticShape<'r> {
    rule: &'r RuleId,
    document: usize,
    law: Option<&'r str>,
    severity: Severity,
    confidence: Confidence,
    persona: Persona,
    message: &'r str,
    spans: Vec<SpanShape<'r>>,
    citation: Option<&'r Citation>,
    help: Option<&'r str>,
    notes: &'r [String],
    fingerprint: &'r str,
    fixes: Vec<FixShape<'r>>,
}

/// Byte offsets on disk, `end` exclusive.
#[derive(Serialize)]
struct Bytes {
    start: usize,
    end: usize,
}

/// A label. Lines and columns are null only where another file's text is not to be had.
#[derive(Serialize)]
struct SpanShape<'r> {
    #[serde(flatten)]
    bytes: Bytes,
    primary: bool,
    label: &'r str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'r str>,
}

#[derive(Serialize)]
struct FixShape<'r> {
    title: &'r str,
    safe: bool,
    edits: Vec<EditShape<'r>>,
}

#[derive(Serialize)]
struct EditShape<'r> {
    #[serde(flatten)]
    bytes: Bytes,
    text: &'r str,
}

impl From<Span> for Bytes {
    fn from(span: Span) -> Self {
        Self { start: span.start(), end: span.end() }
    }
}

fn file<'r>(report: &'r FileReport, options: &Options<'_>) -> FileShape<'r> {
    FileShape {
        path: &report.path,
        documents: report.documents.iter().map(document).collect(),
        laws: report.laws.iter().map(law).collect(),
        diagnostics: report.diagnostics.iter().map(|found| diagnostic(found, report, options)).collect(),
        notices: &report.notices,
    }
}

fn document(document: &DocumentSummary) -> DocumentShape<'_> {
    let DocumentSummary { title, kind, audience, language, span } = document;
    DocumentShape { title, kind, audience, language, span: (*span).into() }
}

fn law(law: &LawInPlay) -> LawShape<'_> {
    LawShape { id: &law.id, status: law.status, because: law.because.iter().map(|span| (*span).into()).collect() }
}

fn diagnostic<'r>(found: &'r Diagnostic, report: &'r FileReport, options: &Options<'_>) -> DiagnosticShape<'r> {
    let spans = found.labels().enumerate().map(|(index, label)| span(label, index == 0, report, options));
    DiagnosticShape {
        rule: &found.rule,
        document: found.document,
        law: found.law.as_deref(),
        severity: found.severity,
        confidence: found.confidence,
        persona: found.persona,
        message: &found.message,
        spans: spans.collect(),
        citation: found.citation.as_ref(),
        help: found.help.as_deref(),
        notes: &found.notes,
        fingerprint: &found.fingerprint,
        fixes: found.fixes.iter().map(fix).collect(),
    }
}

fn span<'r>(label: &'r Label, primary: bool, report: &FileReport, options: &Options<'_>) -> SpanShape<'r> {
    let path = label.path.as_deref().filter(|path| *path != report.path);
    let other: Option<Arc<SourceText>> = path.and_then(|path| options.sources.source(path));
    let source = if path.is_some() { other.as_deref() } else { Some(&report.source) };
    let (start, end) = source.map(|source| positions(source, label.span)).unzip();
    SpanShape {
        bytes: label.span.into(),
        primary,
        label: &label.text,
        line: start.map(|start| start.line),
        column: start.map(|start| start.column),
        end_line: end.map(|end| end.line),
        end_column: end.map(|end| end.column),
        path,
    }
}

fn fix(fix: &Fix) -> FixShape<'_> {
    FixShape { title: &fix.title, safe: fix.safe, edits: fix.edits.iter().map(edit).collect() }
}

fn edit(edit: &Edit) -> EditShape<'_> {
    EditShape { bytes: edit.span.into(), text: &edit.text }
}
