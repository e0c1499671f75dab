//! Coverage as one JSON document, a line for each file (design §7.3).

use std::io;

use serde_json::{Value, json};

use super::CoverageRenderer;
use crate::report::{CoverageReport, Passage, Requirement};

/// The renderer of the format.
pub(super) struct Json<'a> {
    out: &'a mut dyn io::Write,
    files: usize,
}

impl<'a> Json<'a> {
    pub(super) fn new(out: &'a mut dyn io::Write) -> Self {
        Self { out, files: 0 }
    }
}

impl CoverageRenderer for Json<'_> {
    fn begin(&mut self) -> io::Result<()> {
        write!(self.out, "{{\"version\":1,\"files\":[")
    }

    fn file(&mut self, report: &CoverageReport) -> io::Result<()> {
        let separator = if self.files == 0 { "\n" } else { ",\n" };
        self.files += 1;
        write!(self.out, "{separator}{}", file(report))
    }

    fn end(&mut self) -> io::Result<()> {
        writeln!(self.out, "]}}")
    }
}

fn file(report: &CoverageReport) -> Value {
    let documents: Vec<Value> = report
        .documents
        .iter()
        .map(|document| {
            json!({
                "title": document.title, "type": document.kind, "audience": document.audience, "language": document.language,
                "span": { "start": document.span.start(), "end": document.span.end() },
            })
        })
        .collect();
    let requirements: Vec<Value> = report.requirements.iter().map(requirement).collect();
    json!({ "path": report.path, "documents": documents, "requirements": requirements })
}

fn requirement(requirement: &Requirement) -> Value {
    let passages = |passages: &[Passage]| passages.iter().map(passage).collect::<Vec<Value>>();
    json!({
        "id": requirement.id, "law": requirement.law, "status": requirement.status.name(), "stance": requirement.stance,
        "lacks": requirement.lacks, "evidence": passages(&requirement.evidence), "near_misses": passages(&requirement.near_misses),
    })
}

fn passage(passage: &Passage) -> Value {
    json!({ "document": passage.document, "start": passage.span.start(), "end": passage.span.end(), "text": passage.text })
}
