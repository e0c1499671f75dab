//! Claims as one JSON document, a line for each file (design §7.5).

use serde_json::{Map, Value, json};

use crate::report::{ClaimsReport, ReportedClaim, Told};

/// What one file claims.
pub(super) fn file(report: &ClaimsReport) -> Value {
    let claims: Vec<Value> = report.claims.iter().map(claim).collect();
    json!({ "path": report.path, "clauses": report.clauses, "understood": report.understood, "claims": claims })
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
