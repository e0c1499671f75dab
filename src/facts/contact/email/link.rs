//! The links on addresses: whether they lead where their words say.

use std::ops::Range;

use crate::doc::{Link, Reading};
use crate::text::ProseRange;

use super::defect::{Defect, DefectKind, Repair, TargetDefect, TargetDefectKind};
use super::mailto::{Target, target_fault};
use super::{Email, Form};

/// Ties every link to the addresses in its words, and adds the addresses that only links hold.
pub(super) fn attach(reading: &Reading, found: &mut Vec<Email>) {
    let mut hidden = Vec::new();
    for (index, link) in reading.links.iter().enumerate() {
        if link.target.is_empty() {
            continue;
        }
        let target = Target::read(&link.target);
        let shown = overlapping(found, link.prose);
        if shown.is_empty() {
            hidden.extend(only_in_target(index, link, &target));
            continue;
        }
        let parts = shown.len();
        for email in &mut found[shown] {
            email.link = Some(index);
            if parts == 1 {
                mend_by_target(reading, link, &target, email);
            }
            let explained = email.defect.as_ref().is_some_and(|defect| !defect.kind.is_reserved());
            let kind = if explained { None } else { shown_defect(&email.address, &target) };
            email.target_defect = kind.map(|kind| TargetDefect { kind, part: link.target_source });
        }
    }
    found.extend(hidden);
    found.sort_by_key(|email| email.prose);
}

/// The addresses, which are in order and don't overlap, that share words with a link.
fn overlapping(found: &[Email], link: ProseRange) -> Range<usize> {
    let start = found.partition_point(|email| email.prose.end() <= link.start());
    let end = found.partition_point(|email| email.prose.start() < link.end());
    start..end.max(start)
}

/// A `mailto:` link on words that show no address.
fn only_in_target(index: usize, link: &Link, target: &Target) -> Option<Email> {
    let (scheme, addresses) = match target {
        Target::Other => return None,
        Target::Mailto(addresses) => (None, addresses),
        Target::Wrong(kind, addresses) => (Some(kind.clone()), addresses),
    };
    let kind = scheme.or_else(|| address_defect(addresses));
    Some(Email {
        prose: link.prose,
        address: normalised(addresses.first()?),
        block: link.block,
        form: Form::Target,
        illustrative: false,
        defect: None,
        link: Some(index),
        target_defect: kind.map(|kind| TargetDefect { kind, part: link.target_source }),
    })
}

fn normalised(address: &str) -> String {
    let address: String = address.split_whitespace().collect();
    match address.split_once('@') {
        Some((local, host)) => format!("{local}@{}", host.to_lowercase()),
        None => address,
    }
}

/// The first address of a target that has a defect. One under a reserved suffix counts only if no other has.
fn address_defect(addresses: &[String]) -> Option<TargetDefectKind> {
    let faults = addresses.iter().filter_map(|address| Some((address, target_fault(address)?)));
    let (target, kind) = faults.min_by_key(|(_, kind)| kind.is_reserved())?;
    Some(TargetDefectKind::Address { target: target.clone(), kind })
}

/// What is wrong with a link on a shown address.
fn shown_defect(shown: &str, target: &Target) -> Option<TargetDefectKind> {
    let addresses = match target {
        Target::Other => return None,
        Target::Wrong(kind, _) => return Some(kind.clone()),
        Target::Mailto(addresses) if addresses.is_empty() => return Some(TargetDefectKind::NoRecipient),
        Target::Mailto(addresses) => addresses,
    };
    if addresses.iter().any(|address| same_mailbox(address, shown)) {
        return None;
    }
    let own = address_defect(addresses)
        .filter(|kind| !matches!(kind, TargetDefectKind::Address { kind, .. } if kind.is_reserved()));
    own.or_else(|| Some(TargetDefectKind::Differs { target: addresses.join(", ") }))
}

/// Local parts are case-sensitive by the letter of RFC 5321 § 2.4, and nowhere else.
fn same_mailbox(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// Takes a link's target as evidence of what its words were to be: of the white space in them, and of a broken address.
fn mend_by_target(reading: &Reading, link: &Link, target: &Target, email: &mut Email) {
    let Target::Mailto(addresses) = target else { return };
    let [meant] = addresses.as_slice() else { return };
    if target_fault(meant).is_some_and(|kind| !kind.is_reserved()) {
        return;
    }
    let no_suffix = email.defect.as_ref().is_some_and(|defect| defect.kind.is_of_suffix());
    if let Some((address, word)) = no_suffix.then(|| glued(&email.address, meant)).flatten() {
        let part = ProseRange::new(email.prose.end() - word.len(), email.prose.end());
        let edits = vec![(part, format!(" {word}"))];
        email.address = address;
        email.defect =
            Some(Defect { kind: DefectKind::Glued { word }, part, repair: Some(Repair { edits, safe: true }) });
        return;
    }
    let words = reading.words(link.prose);
    let squeezed: String = words.split(' ').collect();
    let whole = link.prose.join(email.prose) == link.prose;
    let sound = email.defect.as_ref().is_none_or(|defect| defect.kind.is_reserved());
    if sound && email.form == Form::Plain && whole && words.contains(' ') && same_mailbox(&squeezed, meant) {
        email.prose = link.prose;
        email.address = normalised(meant);
        email.defect = Some(spaces_in(words, link.prose));
    } else if let Some(defect) =
        email.defect.as_mut().filter(|defect| defect.repair.is_none() && !defect.kind.is_reserved())
    {
        defect.repair = Some(Repair { edits: vec![(email.prose, meant.clone())], safe: false });
    }
}

/// The address that a link leads to, and the word behind it that is read as the end of its host: "acme.comor".
fn glued(shown: &str, meant: &str) -> Option<(String, String)> {
    let meant = normalised(meant);
    let word = shown.get(meant.len()..).filter(|_| shown.to_lowercase().starts_with(&meant.to_lowercase()))?;
    let is_word = !word.is_empty() && word.bytes().all(|letter| letter.is_ascii_lowercase());
    is_word.then(|| (meant, word.to_owned()))
}

fn spaces_in(words: &str, prose: ProseRange) -> Defect {
    let space = |(at, _): (usize, &str)| ProseRange::new(prose.start() + at, prose.start() + at + 1);
    let spaces: Vec<ProseRange> = words.match_indices(' ').map(space).collect();
    let part = spaces.first().copied().unwrap_or(prose);
    let edits = spaces.into_iter().map(|space| (space, String::new())).collect();
    Defect { kind: DefectKind::Space, part, repair: Some(Repair { edits, safe: true }) }
}
