//! Web addresses that are shown as one and lead to another, or that are another's misspelt.

use super::{fault, misspelt};
use crate::doc::Link;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::contact::registrable_domain;
use crate::facts::contact::web::host_of;
use crate::ruleset::ValueCheck;

/// All defects of all addresses.
pub(super) fn faults(value: &ValueCheck, context: &Context<'_>) -> Vec<Fault> {
    let wanted = |name: &str| value.defects.iter().any(|defect| defect == name);
    let mut found = Vec::new();
    if wanted("leads-elsewhere") {
        found.extend(leading_elsewhere(value, context));
    }
    if wanted("misspelt") {
        found.extend(misspelt::hosts(&value.listed, context));
    }
    found
}

/// Links whose words show an address under another name than where they lead.
fn leading_elsewhere(value: &ValueCheck, context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let shown = context.facts.web_addresses();
    let mut found = Vec::new();
    for link in reading.links.iter().filter(|link| !reading.block(link.block).furniture) {
        let from = shown.partition_point(|address| address.prose.end() <= link.prose.start());
        let mut inside = shown[from..].iter().take_while(|address| address.prose.start() < link.prose.end());
        // Words that show two addresses lead to one of them.
        let (Some(address), None) = (inside.next(), inside.next()) else { continue };
        let words = reading.words(address.prose);
        // A name before the domain is mostly one that leads on to where a service is had from.
        let bare = host_of(words).and_then(registrable_domain).is_some_and(|domain| domain == words);
        let whole = bare && address.prose.len() == link.prose.len();
        if let Some((shown, target)) = differing(words, link, &value.listed).filter(|_| whole || is_shown(words)) {
            let place = context.source.to_disk(link.target_source);
            let Some(fault) = fault("leads-elsewhere", address.prose, context) else { continue };
            let fault = fault.with("shown", shown).with("target", target).because(link.target.to_lowercase());
            found.push(fault.placed(place));
        }
    }
    found
}

/// The domains that a link shows and leads to, where they are not of the same name nor, by the rule's list, of the same owner.
fn differing(words: &str, link: &Link, owners: &[String]) -> Option<(String, String)> {
    if !link.target.contains("://") && !link.target.starts_with("//") {
        return None;
    }
    let host = host_of(&link.target)?;
    let shown = registrable_domain(host_of(words)?)?;
    let target = registrable_domain(host)?;
    let name = |domain: &str| domain.split('.').next().unwrap_or_default().replace('-', "");
    let (one, other) = (name(&shown), name(&target));
    // A longer or a shorter form of the name, or another suffix, is the owner's own business.
    let related =
        one.contains(&other) || other.contains(&one) || host.to_lowercase().split('.').any(|part| part == one);
    let same_owner =
        owners.iter().any(|group| [&shown, &target].iter().all(|domain| group.split(' ').any(|own| own == *domain)));
    // A page about the address that is shown: `registry.example/host/shown.example`. A wrapper has its scheme, too.
    let path = link.target.get("https://".len()..).and_then(|rest| rest.split(['?', '#']).next()).unwrap_or_default();
    let about = !path.contains("http") && path.contains(&format!("/{}", host_of(words)?.to_lowercase()));
    (!related && !same_owner && !about).then_some((shown, target))
}

/// Whether words are written as an address and not as the name of a site or a company, as "Quern.com" is.
fn is_shown(words: &str) -> bool {
    words.contains("://") || words.to_ascii_lowercase().starts_with("www.") || words.contains('/')
}
