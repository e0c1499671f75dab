//! The language that a page declares.

use crate::doc::BlockId;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::ruleset::Structure;

use super::fault_at;

/// A page that declares no language (`missing`), or another one than its text is in (`other`).
pub(super) fn faults(structure: &Structure, context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let chosen = |defect: &str| structure.defects.iter().any(|other| other == defect);
    let declared = reading.metadata.iter().find(|(key, ..)| matches!(key.as_str(), "lang" | "language"));
    let first = reading.blocks.iter().position(|block| !block.furniture && !block.prose.is_empty());
    let Some(mut fault) = first.and_then(|first| fault_at(reading, BlockId::at(first))) else { return Vec::new() };
    let detected = context.facts.documents.first().map_or("und", |document| document.languages.main.as_str());
    match declared {
        None if chosen("missing") => vec![fault.with("defect", "this page declares no language")],
        Some((_, value, place)) if chosen("other") => {
            let primary = value.split(['-', '_']).next().unwrap_or_default().to_lowercase();
            if detected == "und" || detected == primary || primary.len() != 2 {
                return Vec::new();
            }
            fault.place = Some(context.source.to_disk(*place));
            vec![fault.with("defect", format!("this page declares `{value}`, and its text is in `{detected}`"))]
        }
        _ => Vec::new(),
    }
}
