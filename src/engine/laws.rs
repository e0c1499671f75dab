//! Which laws are in play, and why.

use crate::facts::Facts;
use crate::lexicon::AudienceId;
use crate::report::{LawInPlay, LawStatus};
use crate::ruleset::{Law, Pack, Pattern, RuleSet};
use crate::text::SourceText;

use super::pattern::{Evidence, Finder, in_reading_order};
use super::settings::{LawChoice, Settings, Today};
use crate::lexicon::state_name;

/// How many of the words that bring a law in are kept: enough to show why.
const MOST_REASONS: usize = 3;

/// The laws in play in one source, in order of id: configured, named by the text, or inferred from it. Those that are not in force on
/// the day given are not.
pub(super) fn laws_in_play(
    rules: &RuleSet,
    settings: &Settings,
    today: Option<Today>,
    finder: &mut Finder<'_>,
    source: &SourceText,
) -> Vec<LawInPlay> {
    let mut laws: Vec<LawInPlay> = Vec::new();
    for pack in rules.packs().iter().filter(|pack| today.is_none_or(|today| pack.in_force(today.0))) {
        let Some(law) = &pack.law else { continue };
        let Some((status, because)) = reason(pack, law, settings, finder) else { continue };
        let span = |evidence: &Evidence| finder.facts.reading.span(source, evidence.range);
        let because = because.iter().take(MOST_REASONS).map(span).collect();
        laws.push(LawInPlay {
            id: pack.id.clone(),
            name: law.name.clone(),
            short: short_name(rules, pack, law),
            edition: today.and_then(|today| edition_name(pack, today)),
            status,
            because,
        });
    }
    laws.sort_by(|a, b| a.id.cmp(&b.id));
    laws
}

fn reason(pack: &Pack, law: &Law, settings: &Settings, finder: &mut Finder<'_>) -> Option<(LawStatus, Vec<Evidence>)> {
    match settings.decides(&pack.id) {
        Some(true) => return Some((LawStatus::Configured, Vec::new())),
        Some(false) => return None,
        None => {}
    }
    let mut named = telling(&law.named, finder);
    let addressed = finder.facts.addressed().iter().filter(|addressed| law.addressed.contains(&addressed.audience));
    named.extend(addressed.map(|addressed| Evidence { sentence: addressed.sentence, range: addressed.range }));
    let named = in_reading_order(named);
    if !named.is_empty() {
        return Some((LawStatus::Named, named));
    }
    // A pack that is off by default is on only for those who name its law.
    let inferred = if pack.enabled { in_reading_order(telling(&law.inferred, finder)) } else { Vec::new() };
    (!inferred.is_empty()).then_some((LawStatus::Inferred, inferred))
}

/// The edition in force, where the law has more than one.
pub(super) fn edition_name(pack: &Pack, today: Today) -> Option<String> {
    let edition = pack.edition(today.0).filter(|_| pack.editions.len() > 1)?;
    Some(edition.name.clone())
}

/// What the law is called among others: its state, where it is the state's only law here, or the one that has the state's own id (`us-va`).
fn short_name(rules: &RuleSet, pack: &Pack, law: &Law) -> String {
    let of_state = |other: &&Pack| other.law.is_some() && other.jurisdiction == pack.jurisdiction;
    let only = rules.packs().iter().filter(of_state).count() == 1;
    let own = pack.jurisdiction.as_ref().is_some_and(|code| code.eq_ignore_ascii_case(&pack.id));
    let state = pack.jurisdiction.as_deref().and_then(state_name).filter(|_| only || own);
    state.map_or_else(|| law.name.clone(), str::to_owned)
}

/// What is to be said of laws that the user names and that are not in force on the day of the check.
pub(super) fn not_in_force(rules: &RuleSet, settings: &Settings, today: Today) -> Vec<String> {
    let LawChoice::These(named) = &settings.laws else { return Vec::new() };
    let packs = named.iter().filter_map(|id| rules.pack(id)).filter(|pack| !pack.in_force(today.0));
    packs
        .map(|pack| {
            let first = pack.editions.iter().map(|edition| edition.since).min().filter(|first| today.0 < *first);
            match first {
                Some(first) => format!("`{}` is in force from {first}; its rules were not run", pack.id),
                None => format!("`{}` is no longer in force; its rules were not run", pack.id),
            }
        })
        .collect()
}

/// Where patterns match first, with enough words to show why: where a pattern holds for one audience only, its own words (“rights”) show
/// nothing, and those that say who is meant do (“if you live in Norway, you have certain rights”).
fn telling(patterns: &[Pattern], finder: &mut Finder<'_>) -> Vec<Evidence> {
    let mut found: Vec<Evidence> = Vec::new();
    for pattern in patterns {
        let first = finder.find(pattern).into_iter().take(MOST_REASONS);
        let facts = finder.facts;
        found.extend(first.map(|evidence| match pattern.audience.is_empty() {
            true => evidence,
            false => addressing(facts, &pattern.audience, &evidence),
        }));
    }
    found
}

/// The sentence, or the heading above it that says whom it speaks to.
fn addressing(facts: &Facts<'_>, audiences: &[AudienceId], evidence: &Evidence) -> Evidence {
    let before = facts.addressed().iter().filter(|addressed| addressed.sentence <= evidence.sentence);
    let nearest = before.filter(|addressed| audiences.contains(&addressed.audience)).max_by_key(|words| words.sentence);
    let sentence = nearest.map_or(evidence.sentence, |addressed| addressed.sentence);
    Evidence { sentence, range: facts.reading.sentence(sentence).prose }
}
