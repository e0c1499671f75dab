//! Letters and numbers that skip, repeat or stop.

use std::collections::{BTreeMap, BTreeSet};

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
            BreakKind::OpenEnd => "open-end",
        };
        structure.defects.iter().any(|defect| defect == name)
    };
    let breaks = enumeration_breaks(context.facts.reading);
    let breaks: Vec<&Break> = breaks.iter().filter(|found| chosen(found.kind)).collect();
    let mut faults: Vec<(&Break, Fault)> =
        breaks.into_iter().filter_map(|found| Some((found, fault(found, context)?))).collect();
    told_again(&mut faults, context);
    faults.into_iter().map(|(_, fault)| fault).collect()
}

/// Where one gap stands several times in a document, its lists keep the letters of another list, as of a law, and all of their gaps are one.
fn told_again(faults: &mut [(&Break, Fault)], context: &Context<'_>) {
    let document = |fault: &Fault| context.facts.document_of(fault.sentence);
    let mut gaps: BTreeMap<(usize, &str, &str), usize> = BTreeMap::new();
    for (found, fault) in faults.iter().filter(|(found, _)| found.kind == BreakKind::Gap) {
        *gaps.entry((document(fault), &found.label, &found.next)).or_default() += 1;
    }
    let repeating: BTreeSet<usize> =
        gaps.into_iter().filter(|(_, times)| *times > 1).map(|((document, ..), _)| document).collect();
    for (_, fault) in faults.iter_mut().filter(|(found, _)| found.kind == BreakKind::Gap) {
        let document = document(fault);
        if repeating.contains(&document) {
            fault.cause = format!("{document:06}");
            fault.again = "and here";
        }
    }
}

fn fault(found: &Break, context: &Context<'_>) -> Option<Fault> {
    let reading = context.facts.reading;
    if found.kind == BreakKind::OpenEnd && is_bulleted(found, context) {
        return None;
    }
    let fault = match found.place {
        Some(place) => Fault::at(reading.sentence_at(place.start())?, place),
        None => fault_at(reading, found.at)?,
    };
    let skipped = match found.skipped.as_slice() {
        [] => String::new(),
        [one] => format!("`{one}`"),
        [first, .., last] => format!("`{first}` to `{last}`"),
    };
    let are = if found.skipped.len() > 1 { "are" } else { "is" };
    Some(fault.with("before", &found.label).with("next", &found.next).with("skipped", skipped).with("are", are))
}

/// Whether the block behind the break has a bullet in the source, however it was read.
fn is_bulleted(found: &Break, context: &Context<'_>) -> bool {
    let behind = context.facts.reading.blocks[found.at.index() + 1..].iter().find(|block| !block.furniture);
    behind.is_some_and(|block| {
        block.source.of(context.source.text()).contains(['\u{2022}', '\u{b7}', '\u{25aa}', '\u{25cf}', '\u{25e6}'])
    })
}
