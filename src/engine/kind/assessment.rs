//! How a source stands to a requirement, whatever its kind.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::doc::{SectionId, SentenceId};
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
        let readers = |one: &Evidence| context.facts.audience_of(one.sentence, one.range);
        let themselves = |one: &&Evidence| readers(one).places.iter().any(|place| rule.audiences.contains(place));
        let named = Passage::fullest(self.evidence.iter().filter(themselves), context)
            .or_else(|| Passage::fullest(self.named(rule, context), context));
        let all = Passage::fullest(self.evidence.iter(), context);
        let addressed = || context.addressed(rule).filter(|_| all.as_ref().is_none_or(|all| all.held < A_LIST));
        let first = |passage: &Passage<'_>| passage.evidence.first().map(|first| (*first).clone());
        match &named {
            Some(named) => {
                let list = all.as_ref().filter(|all| all.section == named.section && all.is_list() && !named.is_list());
                first(list.unwrap_or(named))
            }
            None => addressed().or_else(|| all.as_ref().and_then(first)),
        }
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

/// What stands together of the evidence in one section: a list with what leads it in, or what stands in none.
struct Passage<'e> {
    section: SectionId,
    evidence: Vec<&'e Evidence>,
    /// The sentence that leads it in.
    lead_in: Option<SentenceId>,
    /// How much evidence the section holds.
    held: usize,
}

impl<'e> Passage<'e> {
    /// Of the section that holds most evidence the passage that does.
    fn fullest(evidence: impl Iterator<Item = &'e Evidence>, context: &Context<'_>) -> Option<Self> {
        let facts = context.facts;
        let block = |one: &Evidence| facts.reading.block(facts.reading.sentence(one.sentence).block);
        let lead_in = |one: &Evidence| {
            let leads = || facts.units.followers(one.sentence).next().map(|_| one.sentence);
            block(one).lead_in.or_else(leads)
        };
        let in_section = most(evidence, |one| block(one).section);
        let held = in_section.len();
        let evidence = most(in_section.into_iter(), lead_in);
        let first = evidence.first()?;
        Some(Self { section: block(first).section, lead_in: lead_in(first), held, evidence })
    }

    fn is_list(&self) -> bool {
        self.lead_in.is_some() && self.evidence.len() >= A_LIST
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
