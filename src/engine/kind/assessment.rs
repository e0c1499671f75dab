//! How a source stands to a requirement, whatever its kind.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::doc::SectionId;
use crate::engine::context::Context;
use crate::engine::pattern::Evidence;
use crate::ruleset::{Pattern, Rule};

/// How a source stands to a requirement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::engine) struct Assessment {
    /// How far it is met.
    pub(in crate::engine) status: Status,
    /// The stance taken, where the requirement has several.
    pub(in crate::engine) stance: Option<String>,
    /// Every sentence that speaks to it.
    pub(in crate::engine) evidence: Vec<Evidence>,
    /// What it lacks.
    pub(in crate::engine) lacks: Vec<String>,
    /// Passages on neighbouring topics.
    pub(in crate::engine) near_misses: Vec<Evidence>,
}

impl Assessment {
    /// That of a source in which nothing was looked for.
    pub(in crate::engine) fn of_nothing() -> Self {
        let (evidence, lacks, near_misses) = (Vec::new(), Vec::new(), Vec::new());
        Self { status: Status::Missing, stance: None, evidence, lacks, near_misses }
    }

    /// Where a lack is told: at what is said to the rule's own audience, and else at the first evidence.
    pub(super) fn place(&self, rule: &Rule, context: &Context<'_>) -> Option<Evidence> {
        self.named(rule, context).next().or(self.evidence.first()).cloned()
    }

    /// Where parts that lack are told: in the section that says most to the rule's own audience by name, at what it lists for everyone
    /// there if it does. Where none does, at the words that speak to the law's people, unless a section lists them for everyone.
    pub(super) fn place_of_parts(&self, rule: &Rule, context: &Context<'_>) -> Option<Evidence> {
        let themselves = |one: &&Evidence| {
            let readers = context.facts.audience_of(one.sentence, one.range);
            readers.places.iter().any(|place| rule.audiences.contains(place))
        };
        let place = |passage: &Passage<'_>| match themselves(&passage.first) {
            true => passage.first.clone(),
            false => passage.fullest.clone(),
        };
        let all = Passage::of(self.evidence.iter(), context)?;
        let own = Passage::of(self.evidence.iter().filter(themselves), context).filter(|own| own.is_list());
        let Some(named) = own.or_else(|| Passage::of(self.named(rule, context), context)) else {
            return context.addressed(rule).filter(|_| all.held < A_LIST).or_else(|| Some(place(&all)));
        };
        let beside = all.section == named.section && all.is_list() && named.held == 1;
        Some(place(if beside { &all } else { &named }))
    }

    fn named<'e>(&'e self, rule: &Rule, context: &Context<'_>) -> impl Iterator<Item = &'e Evidence> {
        let audiences = context.lexicon.audiences();
        self.evidence
            .iter()
            .filter(move |one| audiences.name(&rule.audiences, context.facts.audience_of(one.sentence, one.range)))
    }
}

/// So many sentences of one section are a list of what is asked for, not a mention.
const A_LIST: usize = 3;

/// The section that holds most of some evidence.
struct Passage<'e> {
    section: SectionId,
    /// How much evidence it holds.
    held: usize,
    /// The first of it.
    first: &'e Evidence,
    /// The first of what stands together: in a list with what leads it in, or in none.
    fullest: &'e Evidence,
    /// How much stands together in a list.
    listed: usize,
}

impl<'e> Passage<'e> {
    fn of(evidence: impl Iterator<Item = &'e Evidence>, context: &Context<'_>) -> Option<Self> {
        let facts = context.facts;
        let block = |one: &Evidence| facts.reading.block(facts.reading.sentence(one.sentence).block);
        let list = |one: &Evidence| {
            let leads = || facts.units.followers(one.sentence).next().map(|_| one.sentence);
            block(one).lead_in.or_else(leads)
        };
        let in_section = most(evidence, |one| block(one).section);
        let (held, first) = (in_section.len(), *in_section.first()?);
        let in_list = most(in_section.iter().copied().filter(|one| list(one).is_some()), list);
        let together = if in_list.len() >= A_LIST { in_list } else { most(in_section.into_iter(), list) };
        let fullest = *together.first()?;
        let listed = list(fullest).map_or(0, |_| together.len());
        Some(Self { section: block(first).section, held, first, fullest, listed })
    }

    fn is_list(&self) -> bool {
        self.listed >= A_LIST
    }
}

/// The largest group, the first of them.
fn most<'e, K: Ord>(evidence: impl Iterator<Item = &'e Evidence>, key: impl Fn(&Evidence) -> K) -> Vec<&'e Evidence> {
    let mut groups: BTreeMap<K, (Reverse<usize>, Vec<&Evidence>)> = BTreeMap::new();
    for (at, evidence) in evidence.enumerate() {
        groups.entry(key(evidence)).or_insert((Reverse(at), Vec::new())).1.push(evidence);
    }
    let largest = groups.into_values().max_by_key(|(first, group)| (group.len(), *first));
    largest.map(|(_, group)| group).unwrap_or_default()
}

/// How far a requirement is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::engine) enum Status {
    Met,
    Partial,
    Missing,
}

/// Places by the pattern that found them.
pub(super) type Found<'p> = Vec<(&'p Pattern, Evidence)>;

/// The places of patterns that speak to the rule's audience and aren't spoilt, in reading order; those of fallbacks only where there are
/// no others.
pub(super) fn gather<'p>(
    rule: &Rule,
    patterns: &'p [Pattern],
    context: &mut Context<'_>,
    spoilt: &[Evidence],
) -> Found<'p> {
    let mut found: Found<'_> = Vec::new();
    for pattern in patterns {
        for evidence in context.finder.find(pattern) {
            let is_spoilt = spoilt.iter().any(|spoilt| spoilt.sentence == evidence.sentence);
            if !is_spoilt && context.serves(rule, &evidence) {
                found.push((pattern, evidence));
            }
        }
    }
    if found.iter().any(|(pattern, _)| !pattern.fallback) {
        found.retain(|(pattern, _)| !pattern.fallback);
    }
    in_order(found)
}

/// In reading order, one for each sentence.
pub(super) fn in_order(mut found: Found<'_>) -> Found<'_> {
    found.sort_by_key(|(_, evidence)| (evidence.sentence, evidence.range));
    found.dedup_by_key(|(_, evidence)| evidence.sentence);
    found
}

/// More than these would not fit a message; notes then name them all.
pub(super) const NAMED: usize = 2;

/// "a", "a and b", "a, b and 2 more".
pub(super) fn listed(missing: &[String]) -> String {
    match missing {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [one, two, rest @ ..] => format!("{one}, {two} and {} more", rest.len()),
    }
}
