//! The search for claims that exclude each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::doc::{Reading, SentenceId};
use crate::facts::claims::{Claim, ClaimSet, understood};
use crate::lexicon::Lexicon;
use crate::ruleset::Subject;
use crate::text::ProseRange;

use super::grounds::{steps_up, what_is_not_said};
use super::inside::Ground;
use super::recipients::Recipients;
use super::region::{Instance, Regions, Stand, Universal};

/// One cause: what is said of all of something, and every place that says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// Which document of the source, from 0.
    pub document: usize,
    /// The claims that speak of all, in order: the denials.
    pub denials: Vec<Side>,
    /// The claims that each of those excludes, in order.
    pub affirmations: Vec<Side>,
    /// Why no exception separates them.
    pub grounds: Vec<String>,
}

/// A claim of a contradiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Its place in [`ClaimSet::claims`].
    pub claim: usize,
    /// The sentence it stands in.
    pub sentence: SentenceId,
    /// The words of its clause.
    pub range: ProseRange,
    /// What was understood, in one line.
    pub understood: String,
}

/// No policy has more different denials of one thing; it bounds the work by the number of claims.
const MOST_UNIVERSALS: usize = 64;

/// All contradictions among `claims` about `subject`, one for each cause, in order of their denials.
///
/// Equal claims are compared once, and each claim with at most 64 different statements about all: linear in the claims.
pub fn contradictions(
    claims: &ClaimSet,
    reading: &Reading,
    lexicon: &Lexicon,
    subject: &Subject,
) -> Vec<Contradiction> {
    let documents = claims.claims.iter().map(|claim| claim.document).max().map_or(0, |last| last + 1);
    let mut found: Vec<Contradiction> = Vec::new();
    for document in 0..documents {
        let mut prover = Prover::new(claims, lexicon, subject, document);
        for cause in prover.causes() {
            found.push(prover.contradiction(&cause, reading));
        }
    }
    found
}

/// Claims with the same region, by their places in the set.
type Same<R> = BTreeMap<R, Vec<usize>>;

pub(super) struct Prover<'a> {
    claims: &'a [Claim],
    lexicon: &'a Lexicon,
    document: usize,
    ground: Ground<'a>,
    universals: Vec<(Universal, Vec<usize>)>,
    instances: Vec<(Instance, Vec<usize>)>,
    /// How many pairs of regions were compared.
    pub(super) compared: usize,
}

/// Universals that share an instance, and those instances: indices of regions.
#[derive(Debug, Default)]
pub(super) struct Cause {
    universals: Vec<usize>,
    instances: Vec<usize>,
}

impl<'a> Prover<'a> {
    pub(super) fn new(set: &'a ClaimSet, lexicon: &'a Lexicon, subject: &'a Subject, document: usize) -> Self {
        let ontology = &lexicon.ontology;
        let website = ontology.find("website");
        let regions = Regions { ontology, subject, website };
        let mut universals: Same<Universal> = BTreeMap::new();
        let mut instances: Same<Instance> = BTreeMap::new();
        for (at, claim) in set.claims.iter().enumerate().filter(|(_, claim)| claim.document == document) {
            for universal in regions.universals(claim) {
                if universals.contains_key(&universal) || universals.len() < MOST_UNIVERSALS {
                    universals.entry(universal).or_default().push(at);
                }
            }
            for instance in regions.instances(claim) {
                instances.entry(instance).or_default().push(at);
            }
        }
        let several_products = set.several_products.get(document).copied().unwrap_or(true);
        Self {
            claims: &set.claims,
            lexicon,
            document,
            ground: Ground {
                ontology,
                service: ontology.find("service"),
                website,
                several_products,
                audiences: lexicon.audiences(),
                recipients: Recipients {
                    ontology,
                    anyone: ontology.find("anyone"),
                    third_party: ontology.find("third_party"),
                },
                states: subject.states,
                whole: [Some(subject.object), ontology.find("personal_information")].into_iter().flatten().collect(),
            },
            universals: universals.into_iter().collect(),
            instances: instances.into_iter().collect(),
            compared: 0,
        }
    }

    /// The universals that something lies inside, grouped by what they share.
    pub(super) fn causes(&mut self) -> Vec<Cause> {
        let mut causes: Vec<Cause> = Vec::new();
        for (number, (universal, places)) in self.universals.iter().enumerate() {
            let mut inside = Vec::new();
            for (at, (instance, others)) in self.instances.iter().enumerate() {
                self.compared += 1;
                if self.ground.inside(instance, universal) && self.meet(others, places) {
                    inside.push(at);
                }
            }
            if inside.is_empty() {
                continue;
            }
            let mut cause = Cause { universals: vec![number], instances: inside };
            causes.retain_mut(|other| {
                let shared = other.instances.iter().any(|instance| cause.instances.binary_search(instance).is_ok());
                if shared {
                    cause.universals.append(&mut other.universals);
                    cause.instances.append(&mut other.instances);
                    cause.instances.sort_unstable();
                    cause.instances.dedup();
                }
                !shared
            });
            causes.push(cause);
        }
        causes.sort_by_key(|cause| self.first_place(cause));
        causes
    }

    /// Whether some claim with the one region may meet some claim with the other.
    fn meet(&self, instances: &[usize], universals: &[usize]) -> bool {
        instances.iter().any(|instance| self.meets_one(*instance, universals))
    }

    /// Claims of one region are in order, so the first and the last universal decide: only the sentence and the block of the instance
    /// itself are kept from it.
    fn meets_one(&self, instance: usize, universals: &[usize]) -> bool {
        let stand = Stand::of(&self.claims[instance]);
        let ends = [universals.first(), universals.last()];
        ends.into_iter().flatten().any(|universal| Ground::may_meet(stand, Stand::of(&self.claims[*universal])))
    }

    fn first_place(&self, cause: &Cause) -> usize {
        let claims = cause.universals.iter().filter_map(|universal| self.universals[*universal].1.first());
        claims.min().copied().unwrap_or(usize::MAX)
    }

    pub(super) fn contradiction(&self, cause: &Cause, reading: &Reading) -> Contradiction {
        let universals = cause.universals.iter().flat_map(|at| &self.universals[*at].1);
        let mut denials: Vec<usize> = universals.copied().collect();
        denials.sort_unstable();
        denials.dedup();
        let instances = cause.instances.iter().flat_map(|at| &self.instances[*at].1);
        let mut affirmations: Vec<usize> = instances.copied().filter(|at| self.meets_one(*at, &denials)).collect();
        affirmations.sort_unstable();
        affirmations.dedup();
        Contradiction {
            document: self.document,
            denials: self.sides(denials, reading),
            affirmations: self.sides(affirmations, reading),
            grounds: self.grounds(cause),
        }
    }

    /// Every place once.
    fn sides(&self, claims: Vec<usize>, reading: &Reading) -> Vec<Side> {
        let mut seen = BTreeSet::new();
        let sides = claims.into_iter().map(|at| self.side(at, reading));
        sides.filter(|side| seen.insert((side.range.start(), side.range.end()))).collect()
    }

    fn side(&self, at: usize, reading: &Reading) -> Side {
        let claim = &self.claims[at];
        let understood = understood(claim, reading, self.lexicon);
        // What a lead-in names is told there, whichever of its items completes it.
        let lead = claim.completes.map(|lead| (lead, reading.sentence(lead).prose));
        let told_there = lead.filter(|(_, prose)| claim.objects.iter().all(|object| prose.covers(object.range)));
        let (sentence, range) = told_there.unwrap_or((claim.sentence, claim.clause));
        Side { claim: at, sentence, range, understood }
    }

    /// For each instance why one universal excludes it, then what those leave unlimited.
    fn grounds(&self, cause: &Cause) -> Vec<String> {
        let mut lines = Vec::new();
        let mut unlimited = Vec::new();
        for instance in &cause.instances {
            let instance = &self.instances[*instance].0;
            let mut universals = cause.universals.iter().map(|universal| &self.universals[*universal].0);
            if let Some(universal) = universals.find(|universal| self.ground.inside(instance, universal)) {
                lines.extend(steps_up(&self.lexicon.ontology, instance, universal));
                unlimited.push(what_is_not_said(universal));
            }
        }
        lines.append(&mut unlimited);
        let mut seen = BTreeSet::new();
        lines.retain(|line| seen.insert(line.clone()));
        lines
    }
}
