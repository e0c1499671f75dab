//! Words that are meant to be a link and are none, and links without target.

use crate::doc::{BlockKind, Format, LinkKind, Reading};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::ruleset::Reference;
use crate::text::ProseRange;

use super::{fault, has_address, is_linked, pointers, shown};

/// A link stands in one of so many blocks after the words that point to it.
const FOLLOWING: usize = 2;

/// Words such as "click here" that no link is on; neither is one in their sentence, nor an address.
pub(super) fn unlinked(reference: &Reference, context: &mut Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut faults = Vec::new();
    // A page without any link lost them all on its way into this file, as plain text does; what it had, it does not tell.
    let lost_all = context.format == Format::Html && !reading.links.iter().any(|link| link.kind == LinkKind::Target);
    for (evidence, _) in pointers(&reference.find, context) {
        let sentence = reading.sentence(evidence.sentence).prose;
        // What is in brackets lost its own link, whatever else the sentence links.
        let bracketed = reading.words(evidence.range).starts_with('[');
        // "Use the link below:" and "click here:" over a line that is the link.
        let next = reading.sentence(evidence.sentence).block.index() + 1;
        let follows = reading.blocks.iter().skip(next).take(FOLLOWING).any(|block| has_address(context, block.prose));
        let leads = if bracketed {
            is_linked(context, evidence.range)
        } else {
            lost_all || follows || has_address(context, sentence)
        };
        if leads || !bracketed && encloses(reading, evidence.range) {
            continue;
        }
        let words = shown(reading.words(evidence.range).trim_matches(['[', ']']));
        faults.push(fault(&evidence).because("unlinked").with("words", words));
    }
    faults
}

/// Whether words end with what stands in brackets, "use this [link", which is told of what is in brackets alone.
pub(super) fn encloses(reading: &Reading, words: ProseRange) -> bool {
    let behind = reading.prose.text().get(words.end()..).unwrap_or_default();
    reading.words(words).contains('[') && behind.starts_with(']')
}

/// Links whose target is empty (`empty`) or leads to the page's own top (`nowhere`).
pub(super) fn without_target(reference: &Reference, context: &mut Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let chosen = |defect: &str| reference.defects.is_empty() || reference.defects.iter().any(|other| other == defect);
    let mut faults = Vec::new();
    for link in reading.links.iter().filter(|link| link.kind == LinkKind::Empty) {
        let block = reading.block(link.block);
        let defect = if link.target.is_empty() { "empty" } else { "nowhere" };
        let words = shown(reading.words(link.prose));
        // On a page, a block that is all link is worked by a script.
        let is_control = context.format == Format::Html
            && (matches!(block.kind, BlockKind::Heading { .. }) || link.prose.len() + 2 >= block.prose.len());
        let is_text =
            !block.furniture && block.kind != BlockKind::Code && words.contains(char::is_alphanumeric) && !is_control;
        let Some(sentence) = reading.sentence_at(link.prose.start()).filter(|_| is_text && chosen(defect)) else {
            continue;
        };
        faults.push(
            Fault::at(sentence, link.prose)
                .because(words.to_lowercase())
                .with("target", link.target.clone())
                .with("words", words),
        );
    }
    faults
}

/// Links whose words are all of what a pattern finds, such as "here": they say nothing where they are read out alone.
pub(super) fn unclear(reference: &Reference, context: &mut Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut faults = Vec::new();
    for (evidence, _) in pointers(&reference.find, context) {
        let first = reading.links.partition_point(|link| link.prose.end() <= evidence.range.start());
        let link = reading.links[first..].first().filter(|link| link.prose.start() < evidence.range.end());
        if let Some(link) = link.filter(|link| evidence.range.covers(link.prose) && link.kind == LinkKind::Target) {
            let words = shown(reading.words(link.prose));
            faults.push(Fault::at(evidence.sentence, link.prose).because("unclear").with("words", words));
        }
    }
    faults
}
