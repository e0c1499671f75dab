//! Abbreviations in capitals, and whether brackets explain them: "Global Privacy Control (GPC)", "GPC (Global Privacy Control)".

use std::collections::HashSet;

use crate::facts::Facts;
use crate::text::ProseRange;

use super::{TermKey, TermUse, Terms, spoken};

/// Longer words in capitals are shouted, not abbreviated.
const LONGEST: usize = 6;

pub(super) fn read(facts: &Facts<'_>, terms: &mut Terms) {
    let tokens = facts.analysis.tokens();
    let prose = facts.reading.prose.text();
    let mut explained: HashSet<TermKey> = HashSet::new();
    let mut found = Vec::new();
    for (id, sentence) in spoken(facts) {
        let range = facts.analysis.tokens_in(sentence);
        let word = |at: usize| facts.reading.words(tokens[at].range);
        let capitals = range.clone().filter(|at| is_acronym(word(*at))).count();
        // A sentence in capitals abbreviates nothing.
        if capitals * 2 > range.len() {
            continue;
        }
        for at in range.filter(|at| is_acronym(word(*at))) {
            let place = tokens[at].range;
            let (key, plural) = TermKey::of(word(at));
            let (before, after) = (&prose[..place.start()], &prose[place.end()..]);
            if before.ends_with(['(', '"', '\'']) || after.starts_with(" (") {
                explained.insert(key.clone());
            }
            found.push(TermUse { key, prose: place, sentence: id, plural, determined: false, party: false });
        }
    }
    // "1-800-KETL-KET" is dialled.
    let phones = facts.phones();
    let dialled = |place: ProseRange| {
        let at = phones.partition_point(|phone| phone.prose.end() <= place.start());
        phones.get(at).is_some_and(|phone| phone.prose.overlaps(place))
    };
    found.retain(|acronym| !dialled(acronym.prose));
    found.retain(|acronym| !explained.contains(&acronym.key) && !terms.explained.contains(&acronym.key));
    terms.acronyms = found;
}

/// Capitals, with a small "s" for several.
pub(super) fn is_acronym(word: &str) -> bool {
    let bare = word.strip_suffix('s').unwrap_or(word);
    (2..=LONGEST).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_uppercase())
}
