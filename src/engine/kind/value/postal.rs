//! Postal addresses of which a part is missing, and those that differ from another one in a number.

use std::collections::HashMap;

use super::fault;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::contact::postal::PostalAddress;
use crate::ruleset::ValueCheck;

/// All defects of all addresses.
pub(super) fn faults(value: &ValueCheck, context: &Context<'_>) -> Vec<Fault> {
    let wanted = |name: &str| value.defects.iter().any(|defect| defect == name);
    let mut found = Vec::new();
    if wanted("incomplete") {
        found.extend(incomplete(context));
    }
    if wanted("disagree") {
        found.extend(disagreeing(context));
    }
    found
}

/// Streets with neither a town nor a postal code behind them. A code alone may be a place, not an address.
fn incomplete(context: &Context<'_>) -> Vec<Fault> {
    let halves =
        context.facts.postal_addresses().iter().filter(|address| address.street && !address.code && address.alone);
    halves.filter_map(|address| fault("incomplete", address.prose, context)).collect()
}

/// So many words of an address, its numbers left out, are a street and a town.
const WORDS: usize = 3;
/// One house has several of these.
const PARTS: [&str; 12] =
    ["suite", "ste", "floor", "fl", "unit", "room", "apartment", "apt", "box", "flat", "building", "level"];

/// Addresses in one street of one town with two house numbers, or with two postal codes: one of them is a slip, or has moved.
fn disagreeing(context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut first: HashMap<Vec<String>, (Vec<String>, &PostalAddress)> = HashMap::new();
    let mut found = Vec::new();
    for address in context.facts.postal_addresses().iter().filter(|address| address.street && address.code) {
        let text = reading.words(address.prose).to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let (numbers, words): (Vec<String>, Vec<String>) =
            words.map(str::to_owned).partition(|word| word.contains(|c: char| c.is_ascii_digit()));
        if words.len() < WORDS || words.iter().any(|word| PARTS.contains(&word.as_str())) {
            continue;
        }
        let (known, other) = first.entry(words).or_insert_with(|| (numbers.clone(), address)).clone();
        let differing = numbers.iter().zip(&known).filter(|(one, other)| one != other).count();
        if numbers.len() == known.len()
            && differing == 1
            && let (Some(fault), Some(sentence)) =
                (fault("disagree", address.prose, context), reading.sentence_at(other.prose.start()))
        {
            let fault = fault.with("other", reading.words(other.prose));
            found.push(fault.beside(sentence, other.prose, "here it stands otherwise"));
        }
    }
    found
}
