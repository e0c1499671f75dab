//! Which domain is the author's own, and which addresses are on another one.

use std::collections::HashSet;

use super::fault;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::contact::email::{Email, Form};
use crate::facts::contact::registrable_domain;
use crate::facts::contact::web::host_of;

/// How many sentences introduce the author.
const OPENING: usize = 8;
/// How many characters on either side tell whose an address is.
const NEAR: usize = 240;
/// How many words make up a name.
const NAME: usize = 6;
/// A shorter name may stand in any word.
const SHORTEST: usize = 4;

/// Sound addresses on a domain that is neither the author's own nor named beside them; none where the author's own can't be told.
pub(super) fn elsewhere(listed: &[String], context: &Context<'_>) -> Vec<Fault> {
    let opening = opening(context);
    let Some(own) = own_domain(&opening, context) else { return Vec::new() };
    let mut found = Vec::new();
    for email in context.facts.emails().iter().filter(|email| is_sound(email)) {
        let Some(domain) = email.address.rsplit('@').next().and_then(registrable_domain) else { continue };
        let (one, other) = (name(&own), name(&domain));
        // A name that the text introduces is the author's, too.
        let introduced = other.len() >= SHORTEST && opening.contains(&other);
        let related = introduced || one.contains(&other) || other.contains(&one) || listed.contains(&domain);
        if !related && !is_named_beside(&other, email, context) {
            let Some(fault) = fault("other-domain", email.prose, context) else { continue };
            let fault = fault.because(email.address.to_lowercase());
            found.push(fault.with("domain", domain).with("own", own.clone()));
        }
    }
    found
}

fn is_sound(email: &Email) -> bool {
    email.defect.is_none() && !email.illustrative && email.form != Form::Target
}

/// The page's own address, or a domain of the text whose name stands where the author is introduced.
fn own_domain(opening: &HashSet<String>, context: &Context<'_>) -> Option<String> {
    let reading = context.facts.reading;
    let canonical = reading.metadata.iter().filter(|(key, ..)| key == "canonical" || key == "og:url");
    let mut canonical = canonical.filter(|(_, address, _)| address.contains("://"));
    if let Some(domain) = canonical.find_map(|(_, address, _)| registrable_domain(host_of(address)?)) {
        return Some(domain);
    }
    // The first address on the web is mostly the site that the policy is for.
    let written = context.facts.web_addresses().iter().take(1).map(|address| host_of(reading.words(address.prose)));
    let mailed = context.facts.emails().iter().map(|email| email.address.rsplit('@').next());
    let mut domains = mailed.chain(written).flatten().filter_map(registrable_domain);
    domains.find(|domain| name(domain).len() >= SHORTEST && opening.contains(&name(domain)))
}

/// The names in the first sentences, as they are written in domains: every run of up to so many words. Addresses of e-mail are left out:
/// those are what is asked about.
pub(super) fn opening(context: &Context<'_>) -> HashSet<String> {
    let reading = context.facts.reading;
    let prose = reading.prose.text();
    let end = reading.sentences.get(..OPENING).unwrap_or(&reading.sentences).last().map_or(0, |last| last.prose.end());
    let mut names = HashSet::new();
    let mut from = 0;
    for email in context.facts.emails().iter().filter(|email| email.form != Form::Target) {
        let to = email.prose.start().clamp(from, end.max(from));
        add_names(&prose[from..to], &mut names);
        from = email.prose.end().max(from);
    }
    add_names(prose.get(from..end).unwrap_or_default(), &mut names);
    names
}

fn add_names(text: &str, names: &mut HashSet<String>) {
    let text = text.replace('&', " and ");
    let words = text.split(|character: char| !character.is_alphanumeric()).map(squeezed);
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    for start in 0..words.len() {
        for length in 1..=NAME.min(words.len() - start) {
            names.insert(words[start..start + length].concat());
        }
    }
}

/// Whether the sentence of an address, or what leads it in, names whose it is, the address aside.
fn is_named_beside(name: &str, email: &Email, context: &Context<'_>) -> bool {
    let reading = context.facts.reading;
    let Some(at) = reading.sentence_at(email.prose.start()) else { return false };
    let here = reading.sentence(at).prose;
    let prose = reading.prose.text();
    let before = prose.get(here.start()..email.prose.start()).unwrap_or_default();
    let before: String = before.chars().rev().take(NEAR).collect();
    let after: String = prose.get(email.prose.end()..here.end()).unwrap_or_default().chars().take(NEAR).collect();
    let lead = reading.block(email.block).lead_in.map_or("", |lead| reading.words(reading.sentence(lead).prose));
    let lead: String = lead.chars().take(NEAR).collect();
    let backwards: String = name.chars().rev().collect();
    squeezed(&before).contains(&backwards) || squeezed(&after).contains(name) || squeezed(&lead).contains(name)
}

/// The registered name in a domain, without hyphens.
fn name(domain: &str) -> String {
    squeezed(domain.split('.').next().unwrap_or_default())
}

/// Letters and digits in lower case, as names are written in domains.
fn squeezed(words: &str) -> String {
    words.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
