//! Annexes that are named and do not exist.

use std::collections::HashSet;

use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::ruleset::Reference;

use super::{fault, has_address, pointers};

/// "Appendix A" where no heading or line begins with it and no link is on it.
pub(super) fn faults(reference: &Reference, context: &mut Context<'_>) -> Vec<Fault> {
    let pointers = pointers(&reference.find, context);
    if pointers.is_empty() {
        return Vec::new();
    }
    let reading = context.facts.reading;
    let heads: HashSet<String> =
        reading.blocks.iter().filter_map(|block| name(reading.words(block.prose), block.prose.len() < 160)).collect();
    let mut faults = Vec::new();
    for (evidence, _) in pointers {
        let sentence = reading.sentence(evidence.sentence).prose;
        // The annex's own heading is no pointer to it.
        let opens = evidence.range.start() == reading.block(reading.sentence(evidence.sentence).block).prose.start();
        let words = reading.words(evidence.range);
        let Some(name) = name(words, true).filter(|_| !opens && is_name(words)) else { continue };
        if !heads.contains(&name) && !has_address(context, sentence) {
            faults.push(fault(&evidence).because(name).with("words", reading.words(evidence.range)));
        }
    }
    faults
}

/// The first two words, in lower case: `appendix a`.
fn name(words: &str, short: bool) -> Option<String> {
    let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (what, which) = (words.next()?, words.next()?);
    short.then(|| format!("{} {}", what.to_lowercase(), which.to_lowercase()))
}

/// Whether both words are written as parts of a name: "Exhibit A", not "an exhibit a year".
fn is_name(words: &str) -> bool {
    words.split_whitespace().all(|word| word.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit()))
}
