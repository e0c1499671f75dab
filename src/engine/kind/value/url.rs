//! Web addresses that are shown as one and lead to another.

use super::occurrence::Occurrence;
use crate::doc::Link;
use crate::engine::context::Context;
use crate::facts::contact::registrable_domain;
use crate::facts::contact::web::host_of;

/// Links whose words show an address under another name than where they lead.
pub(super) fn occurrences(context: &Context<'_>) -> Vec<Occurrence> {
    let shown = context.facts.web_addresses();
    let mut found = Vec::new();
    for link in &context.facts.reading.links {
        let from = shown.partition_point(|address| address.prose.end() <= link.prose.start());
        let mut inside = shown[from..].iter().take_while(|address| address.prose.start() < link.prose.end());
        // Words that show two addresses lead to one of them.
        let (Some(address), None) = (inside.next(), inside.next()) else { continue };
        let words = context.facts.reading.words(address.prose);
        if let Some((shown, target)) = differing(words, link) {
            let place = context.source.to_disk(link.target_source);
            let occurrence = Occurrence::at("leads-elsewhere", address.prose, context);
            let occurrence = occurrence.with("shown", shown).with("target", target).because(link.target.to_lowercase());
            found.push(Occurrence { place, ..occurrence });
        }
    }
    found
}

/// The domains that a link shows and leads to, where they are not of the same name.
fn differing(words: &str, link: &Link) -> Option<(String, String)> {
    if !link.target.contains("://") && !link.target.starts_with("//") {
        return None;
    }
    let shown = registrable_domain(host_of(words)?)?;
    let target = registrable_domain(host_of(&link.target)?)?;
    let name = |domain: &str| domain.split('.').next().unwrap_or_default().replace('-', "");
    let (one, other) = (name(&shown), name(&target));
    // A longer or a shorter form of the name, or another suffix, is the owner's own business.
    let related = one.contains(&other) || other.contains(&one) || initials(&one, &other) || initials(&other, &one);
    (!related).then_some((shown, target))
}

/// Whether the letters of a short name stand in this order in the long one.
fn initials(short: &str, long: &str) -> bool {
    let mut rest = long.chars();
    short.len() <= 4 && short.starts_with(&long[..long.chars().next().map_or(0, char::len_utf8)])
        && short.chars().all(|letter| rest.any(|other| other == letter))
}
