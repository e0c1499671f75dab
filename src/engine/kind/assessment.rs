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

    /// Where parts that lack are told: in the section that says most to the rule's own audience by name. Where none does, at the words
    /// that speak to the law's people, unless a section lists them for everyone.
    pub(super) fn place_of_parts(&self, rule: &Rule, context: &Context<'_>) -> Option<Evidence> {
        let (named, _) = fullest(self.named(rule, context), context);
        let (all, many) = fullest(self.evidence.iter(), context);
        let addressed = || context.addressed(rule).filter(|_| many < A_LIST);
        named.cloned().or_else(addressed).or_else(|| all.cloned())
    }

    fn named<'e>(&'e self, rule: &Rule, context: &Context<'_>) -> impl Iterator<Item = &'e Evidence> {
        let audiences = context.lexicon.audiences();
        self.evidence.iter().filter(move |one| audiences.name(&rule.audiences, context.facts.audience(one.sentence)))
    }
}

/// So many sentences of one section are a list of what is asked for, not a mention.
const A_LIST: usize = 3;

/// The first evidence of the section that holds most of it, and how much that is.
fn fullest<'e>(evidence: impl Iterator<Item = &'e Evidence>, context: &Context<'_>) -> (Option<&'e Evidence>, usize) {
    let reading = context.facts.reading;
    let mut sections: BTreeMap<SectionId, (usize, Reverse<usize>, &Evidence)> = BTreeMap::new();
    for (at, evidence) in evidence.enumerate() {
        let section = reading.block(reading.sentence(evidence.sentence).block).section;
        sections.entry(section).or_insert((0, Reverse(at), evidence)).0 += 1;
    }
    let fullest = sections.into_values().max_by_key(|(count, first, _)| (*count, *first));
    fullest.map_or((None, 0), |(count, _, first)| (Some(first), count))
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
