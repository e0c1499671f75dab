//! Coverage as a table for people, and as JSON (design §7.3).

use std::io;

use serde_json::{Value, json};

use crate::report::{CoverageReport, Passage, Requirement, RequirementStatus};

/// The words of a table's evidence column.
const EVIDENCE_WIDTH: usize = 44;

/// Writes the coverage of all files as one JSON document.
///
/// # Errors
/// Those of the writer.
pub fn coverage_json(out: &mut dyn io::Write, reports: &[CoverageReport]) -> io::Result<()> {
    let files: Vec<Value> = reports.iter().map(file).collect();
    serde_json::to_writer(&mut *out, &json!({ "version": 1, "files": files }))?;
    writeln!(out)
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

/// Writes the coverage of one file as a table that fits 100 columns, and the share of requirements met.
///
/// # Errors
/// Those of the writer.
pub fn coverage_table(out: &mut dyn io::Write, report: &CoverageReport) -> io::Result<()> {
    writeln!(out, "{}", report.path)?;
    for requirement in &report.requirements {
        let evidence = requirement.evidence.first().map_or(String::new(), |first| {
            let words = shortened(&first.text);
            format!("{}: “{words}”", first.line)
        });
        writeln!(out, "  {:14} {:32} {evidence}", requirement.status.name(), requirement.id)?;
    }
    let applicable: Vec<_> =
        report.requirements.iter().filter(|found| found.status != RequirementStatus::NotApplicable).collect();
    let met = applicable.iter().filter(|found| found.status == RequirementStatus::Met).count();
    writeln!(out, "  {met} of {} met", applicable.len())
}

fn shortened(words: &str) -> String {
    let clean: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if clean.chars().count() <= EVIDENCE_WIDTH {
        return clean;
    }
    clean.chars().take(EVIDENCE_WIDTH - 1).chain(std::iter::once('…')).collect()
}
