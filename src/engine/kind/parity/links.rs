//! Where the links of a translation lead, and what leads into it.

use std::collections::BTreeMap;

use crate::engine::project::{LinkSummary, without_locale};

use super::{Difference, Pair};

/// More addresses are not read.
const SHOWN: usize = 4;

/// Links that stand on one side only, each as often as it is missing on the other.
pub(super) fn compare(pair: &Pair<'_>) -> Option<Difference> {
    let outward = |links: &'_ [LinkSummary]| -> Vec<LinkSummary> {
        links.iter().filter(|link| !link.target.starts_with('#')).cloned().collect()
    };
    let (own, reference) = (outward(&pair.own.links), outward(&pair.reference.links));
    let (missing, extra) = (surplus(&reference, &own), surplus(&own, &reference));
    if missing.is_empty() && extra.is_empty() {
        return None;
    }
    let names = |links: &[&LinkSummary]| shown(links.iter().map(|link| link.target.as_str()));
    let mut notes = Vec::new();
    if !missing.is_empty() {
        notes.push(format!("missing here: {}", names(&missing)));
    }
    if !extra.is_empty() {
        notes.push(format!("only here: {}", names(&extra)));
    }
    Some(Difference {
        here: counted(extra.len()),
        there: counted(missing.len()),
        at: extra.first().map(|link| link.span),
        beside: missing.first().map(|link| link.span),
        notes,
    })
}

fn counted(links: usize) -> String {
    if links == 0 { "none".to_owned() } else { links.to_string() }
}

/// The links of `more` that `fewer` has not, or not as often.
fn surplus<'a>(more: &'a [LinkSummary], fewer: &[LinkSummary]) -> Vec<&'a LinkSummary> {
    let mut left: BTreeMap<String, usize> = BTreeMap::new();
    for link in fewer {
        *left.entry(without_locale(&link.target)).or_default() += 1;
    }
    let lacks = |link: &&LinkSummary| match left.get_mut(&without_locale(&link.target)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    let mut lacks = lacks;
    more.iter().filter(|link| lacks(link)).collect()
}

/// Fragment names that lead into the text and not into its translation: a link that works in one is dead in the other.
pub(super) fn compare_anchors(pair: &Pair<'_>) -> Option<Difference> {
    let missing: Vec<&str> = pair
        .reference
        .anchors
        .iter()
        .map(String::as_str)
        .filter(|name| !name.is_empty() && !pair.own.anchors.iter().any(|own| own == name))
        .collect();
    // Names made from the headings' words are another set in each language.
    let common = pair.reference.anchors.len() - missing.len();
    if missing.is_empty() || common * 2 < pair.reference.anchors.len() {
        return None;
    }
    let there = shown(missing.iter().copied());
    Some(Difference { there, here: missing.len().to_string(), ..Difference::default() })
}

fn shown<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    if names.len() > SHOWN {
        let more = names.len() - SHOWN;
        names.truncate(SHOWN);
        names.push(format!("and {more} more"));
    }
    names.join(", ")
}
