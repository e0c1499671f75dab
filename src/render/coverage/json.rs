//! Coverage as one JSON document, a line for each file (design §7.3).

use serde_json::{Value, json};

use crate::report::{CoverageReport, Passage, Requirement};

/// How far one file says what is asked.
pub(super) fn file(report: &CoverageReport) -> Value {
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
