//! Letters and numbers that skip, repeat or stop.

use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::structure::{Break, BreakKind, enumeration_breaks};
use crate::ruleset::Structure;

use super::fault_at;

pub(super) fn faults(structure: &Structure, context: &Context<'_>) -> Vec<Fault> {
    let chosen = |kind: BreakKind| {
        let name = match kind {
            BreakKind::Gap => "gap",
            BreakKind::Repeated => "repeated",
            BreakKind::Stops => "stops",
        };
        structure.defects.iter().any(|defect| defect == name)
    };
    let breaks = enumeration_breaks(context.facts.reading);
    breaks.iter().filter(|found| chosen(found.kind)).filter_map(|found| fault(found, context)).collect()
}

fn fault(found: &Break, context: &Context<'_>) -> Option<Fault> {
    let reading = context.facts.reading;
    let fault = match found.place {
        Some(place) => Fault::at(reading.sentence_at(place.start())?, place),
        None => fault_at(reading, found.at)?,
    };
    let skipped = match found.skipped.as_slice() {
        [] => String::new(),
        [one] => format!("`{one}`"),
        [first, .., last] => format!("`{first}` to `{last}`"),
    };
    Some(fault.with("before", &found.label).with("next", &found.next).with("skipped", skipped))
}
