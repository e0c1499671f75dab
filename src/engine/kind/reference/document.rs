//! Other documents of the same company that are named and not linked.

use crate::doc::LinkKind;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::ruleset::Reference;

use super::link::encloses;
use super::{fault, has_address, pointers};

/// A document whose name no link is on, anywhere, and that is no part of this text.
pub(super) fn faults(reference: &Reference, context: &mut Context<'_>) -> Vec<Fault> {
    let mut named = pointers(&reference.find, context);
    named.retain(|(evidence, _)| !encloses(context.facts.reading, evidence.range));
    if named.is_empty() || !context.finder.find_any(&reference.there).is_empty() {
        return Vec::new();
    }
    let reading = context.facts.reading;
    // A text that has links at all would have this one.
    let linked = named.iter().any(|(evidence, _)| has_address(context, reading.sentence(evidence.sentence).prose));
    let has_links = reading.links.iter().any(|link| link.kind == LinkKind::Target);
    if linked || !has_links {
        return Vec::new();
    }
    named
        .iter()
        .map(|(evidence, _)| fault(evidence).because("unlinked").with("words", reading.words(evidence.range)))
        .collect()
}
