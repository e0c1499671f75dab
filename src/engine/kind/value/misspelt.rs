//! Hosts that are another host of the same text, misspelt: by one letter, or by a digit that looks like one.

use std::collections::{BTreeMap, HashMap};

use super::fault;
use crate::doc::SentenceId;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::contact::email::Form;
use crate::facts::contact::registrable_domain;
use crate::facts::contact::web::host_of;
use crate::text::{ProseRange, Span};

/// Shorter names are one letter apart by chance.
const SHORTEST: usize = 6;

/// A place where a host stands.
struct Place {
    prose: ProseRange,
    /// Where it stands, if not in the words.
    target: Option<Span>,
}

/// Places of hosts that stand once, beside a host one letter away that stands more often. `listed` names domains that are right.
pub(super) fn hosts(listed: &[String], context: &Context<'_>) -> Vec<Fault> {
    let places = places(context);
    let mut by_shape: HashMap<String, Vec<&str>> = HashMap::new();
    for domain in places.keys() {
        for shape in shapes(domain) {
            by_shape.entry(shape).or_default().push(domain);
        }
    }
    let mut found = Vec::new();
    for (domain, own) in places.iter().filter(|(domain, own)| own.len() == 1 && !listed.contains(domain)) {
        let alike = shapes(domain).into_iter().filter_map(|shape| by_shape.get(&shape)).flatten();
        let meant = alike.filter(|other| **other != domain && is_slip(domain, other));
        let Some(meant) = meant.max_by_key(|other| (places[**other].len(), **other)) else { continue };
        if places[*meant].len() < 2 || is_told_as_address(own[0].prose, domain, meant, context) {
            continue;
        }
        let Some(fault) = fault("misspelt", own[0].prose, context) else { continue };
        let mut fault = fault.because(domain.clone()).with("host", domain.clone()).with("meant", (*meant).to_owned());
        fault.place = own[0].target;
        let right = &places[*meant][0];
        let sentence: Option<SentenceId> = context.facts.reading.sentence_at(right.prose.start());
        found.push(match sentence {
            Some(sentence) => fault.beside(sentence, right.prose, "elsewhere it is this one"),
            None => fault,
        });
    }
    found
}

/// Whether the same mailbox stands under both hosts, which is a matter of addresses alike.
fn is_told_as_address(prose: ProseRange, domain: &str, meant: &str, context: &Context<'_>) -> bool {
    let emails = context.facts.emails();
    let Some(email) = emails.iter().find(|email| email.prose == prose) else { return false };
    let twin = email.address.to_lowercase().replace(domain, meant);
    emails.iter().any(|other| other.address.to_lowercase() == twin)
}

/// All registered domains of a text, in addresses and in where its links lead, each with its places.
fn places(context: &Context<'_>) -> BTreeMap<String, Vec<Place>> {
    let facts = context.facts;
    let reading = facts.reading;
    let mut places: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    let mut add = |host: Option<&str>, prose: ProseRange, target: Option<Span>| {
        if let Some(domain) = host.and_then(registrable_domain).filter(|domain| domain.is_ascii()) {
            let known = places.entry(domain).or_default();
            // A link on its own address is one place.
            if known.iter().all(|place| !place.prose.overlaps(prose)) {
                known.push(Place { prose, target });
            }
        }
    };
    for email in facts.emails().iter().filter(|email| email.form != Form::Target && email.defect.is_none()) {
        add(email.address.rsplit('@').next(), email.prose, None);
    }
    for address in facts.web_addresses() {
        add(host_of(reading.words(address.prose)), address.prose, None);
    }
    for link in reading.links.iter().filter(|link| !reading.block(link.block).furniture && !link.prose.is_empty()) {
        let host = match link.target.strip_prefix("mailto:") {
            Some(address) => {
                address.split('?').next().and_then(|address| address.rsplit_once('@')).map(|(_, host)| host)
            }
            None if link.target.contains("://") || link.target.starts_with("//") => host_of(&link.target),
            None => None,
        };
        add(host, link.prose, Some(context.source.to_disk(link.target_source)));
    }
    places
}

/// What a domain has in common with all that are one letter away: itself, and itself without each of its name's letters.
fn shapes(domain: &str) -> Vec<String> {
    let Some((name, suffix)) = domain.split_once('.').filter(|(name, _)| name.len() >= SHORTEST) else {
        return Vec::new();
    };
    let without = (0..name.len()).map(|cut| format!("{}{}.{suffix}", &name[..cut], &name[cut + 1..]));
    let seen = format!("{}.{suffix} as it looks", skeleton(name));
    [domain.to_owned(), seen].into_iter().chain(without).collect()
}

/// A name as hurried readers see it: "rn" for an "m", "vv" for a "w".
fn skeleton(name: &str) -> String {
    name.replace("rn", "m").replace("vv", "w").replace("cl", "d").replace(['1', 'i'], "l").replace('0', "o")
}

/// Whether one name is the other with a slip of the fingers or of the eye: a letter lost, doubled, or exchanged within the word, or a
/// digit for the letter that it looks like. A name in the plural, or with a number, is another name.
fn is_slip(slip: &str, meant: &str) -> bool {
    let (Some((one, suffix)), Some((other, same))) = (slip.split_once('.'), meant.split_once('.')) else {
        return false;
    };
    if suffix != same {
        return false;
    }
    if one != other && skeleton(one) == skeleton(other) {
        return true;
    }
    if strsim::osa_distance(one, other) != 1 {
        return false;
    }
    let digits = |name: &str| name.bytes().filter(u8::is_ascii_digit).count();
    if digits(one) != digits(other) {
        return one.len() == other.len()
            && one.bytes().zip(other.bytes()).all(|pair| pair.0 == pair.1 || looks_like(pair));
    }
    let at_end = one.strip_prefix(other).or_else(|| other.strip_prefix(one)).is_some();
    let at_start = one.strip_suffix(other).or_else(|| other.strip_suffix(one)).is_some();
    let hyphen = one.replace('-', "") == other.replace('-', "");
    let numbered = one.bytes().zip(other.bytes()).any(|(a, b)| a != b && a.is_ascii_digit() && b.is_ascii_digit());
    let other_number = numbered && one.len() == other.len();
    !(at_end || at_start || hyphen || other_number)
}

fn looks_like((one, other): (u8, u8)) -> bool {
    const ALIKE: [(u8, u8); 7] =
        [(b'1', b'l'), (b'1', b'i'), (b'0', b'o'), (b'5', b's'), (b'3', b'e'), (b'4', b'a'), (b'8', b'b')];
    ALIKE.contains(&(one, other)) || ALIKE.contains(&(other, one))
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn slips_are_told_from_other_names() {
        for (slip, meant) in [
            ("lamp1ight.com", "lamplight.com"),
            ("lampligth.com", "lamplight.com"),
            ("lamplght.com", "lamplight.com"),
            ("lamplighht.com", "lamplight.com"),
            ("br4mbles.co.uk", "brambles.co.uk"),
            ("larnplight.com", "lamplight.com"),
            ("lovvlands.com", "lowlands.com"),
        ] {
            assert!(is_slip(slip, meant), "{slip}");
        }
        for (other, meant) in [
            ("lamplights.com", "lamplight.com"),
            ("lamplight.org", "lamplight.com"),
            ("lamp-light.com", "lamplight.com"),
            ("lamplight2.com", "lamplight1.com"),
            ("elamplight.com", "lamplight.com"),
            ("lamplight2.com", "lamplight.com"),
        ] {
            assert!(!is_slip(other, meant), "{other}");
        }
    }
}
