//! Claims as one JSON document, a line for each file (design §7.5).

use std::io;

use serde_json::{Map, Value, json};

use super::ClaimsRenderer;
use crate::report::{ClaimsReport, ReportedClaim, Told};

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

impl ClaimsRenderer for Json<'_> {
    fn begin(&mut self) -> io::Result<()> {
        write!(self.out, "{{\"version\":1,\"files\":[")
    }

    fn file(&mut self, report: &ClaimsReport) -> io::Result<()> {
        let separator = if self.files == 0 { "\n" } else { ",\n" };
        self.files += 1;
        let claims: Vec<Value> = report.claims.iter().map(claim).collect();
        let file = json!({
            "path": report.path, "clauses": report.clauses, "understood": report.understood, "claims": claims,
        });
        write!(self.out, "{separator}{file}")
    }

    fn end(&mut self) -> io::Result<()> {
        writeln!(self.out, "]}}")
    }
}

fn claim(claim: &ReportedClaim) -> Value {
    let slots: Map<String, Value> = (claim.slots.iter())
        .map(|(name, span)| ((*name).to_owned(), json!({ "start": span.start(), "end": span.end() })))
        .collect();
    // What is excepted is a list, which is empty where nothing is.
    let exception = match &claim.exception {
        Told::Absent => json!([]),
        told => value(told),
    };
    let time = match &claim.time {
        Told::Absent => json!("standing"),
        told => value(told),
    };
    let subject = match &claim.subject {
        Told::Absent => json!("general"),
        told => value(told),
    };
    json!({
        "id": claim.id, "document": claim.document, "status": claim.status, "polarity": claim.polarity,
        "possible": claim.possible, "actor": value(&claim.actor), "action": claim.action, "data": claim.data,
        "recipient": value(&claim.recipient), "purpose": value(&claim.purpose), "condition": value(&claim.condition),
        "exception": exception, "subject": subject, "scope": value(&claim.scope), "time": time, "claim": claim.line,
        "unread": claim.unread, "start": claim.span.start(), "end": claim.span.end(), "slots": slots,
    })
}

/// A slot: `null` where it is absent, `"unknown"` where it was not understood.
fn value<T: serde::Serialize>(told: &Told<T>) -> Value {
    match told {
        Told::Absent => Value::Null,
        Told::Unknown => json!("unknown"),
        Told::Known(value) => json!(value),
    }
}
