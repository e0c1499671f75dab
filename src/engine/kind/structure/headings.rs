//! The levels of headings.

use crate::doc::{BlockId, BlockKind};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::ruleset::Structure;

use super::fault_at;

/// Headings more than one level below the one before (`skips-level`), and second headings of the first level
/// (`several-tops`).
pub(super) fn faults(structure: &Structure, context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let chosen = |defect: &str| structure.defects.iter().any(|other| other == defect);
    let mut faults = Vec::new();
    for document in &reading.documents {
        let headings = document.blocks.clone().filter_map(|at| match reading.blocks[at].kind {
            BlockKind::Heading { level } if !reading.blocks[at].furniture => Some((BlockId::at(at), level)),
            _ => None,
        });
        let (mut before, mut tops) = (None::<u8>, 0);
        for (heading, level) in headings {
            let skips = before.is_some_and(|before| level > before + 1);
            tops += u32::from(level == 1);
            let defect = if skips && chosen("skips-level") {
                Some(format!("level {level} comes after level {}", before.unwrap_or(0)))
            } else if level == 1 && tops == 2 && chosen("several-tops") {
                Some("this is a second heading of the first level".to_owned())
            } else {
                None
            };
            if let (Some(defect), Some(fault)) = (defect, fault_at(reading, heading)) {
                faults.push(fault.because(defect.clone()).with("defect", defect));
            }
            before = Some(level);
        }
    }
    faults
}
