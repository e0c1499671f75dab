//! The checked ontology: what a class of words stands for, and how terms nest.

use serde::{Deserialize, Serialize};

use super::action::Action;
use super::cue::Cue;
use super::term::{Term, TermId};
use crate::lexicon::vocabulary::ClassId;

/// What the members of a class stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    /// A term.
    Term(TermId),
    /// A word that makes a term of the one it stands before.
    Modifier(TermId),
    /// A verb.
    Action(Action),
    /// A function word.
    Cue(Cue),
}

/// Terms, verbs and function words, checked. Term graphs have no circle.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Ontology {
    pub(super) terms: Vec<Term>,
    /// For each term, all that it strictly is, itself included, sorted.
    pub(super) closures: Vec<Vec<TermId>>,
    /// Declared pairs, the lower id first, sorted.
    pub(super) disjoint: Vec<(TermId, TermId)>,
    /// By class number.
    pub(super) meanings: Vec<Option<Meaning>>,
}

impl Ontology {
    /// What a class stands for.
    pub fn meaning(&self, class: ClassId) -> Option<Meaning> {
        self.meanings.get(class.index()).copied().flatten()
    }

    /// A term.
    pub fn term(&self, id: TermId) -> &Term {
        &self.terms[id.index()]
    }

    /// The term with that id.
    pub fn find(&self, id: &str) -> Option<TermId> {
        self.iter().find(|(_, term)| term.id == id).map(|(id, _)| id)
    }

    /// All terms.
    pub fn iter(&self) -> impl Iterator<Item = (TermId, &Term)> {
        self.terms.iter().enumerate().map(|(at, term)| (TermId(u16::try_from(at).unwrap_or(u16::MAX)), term))
    }

    /// Whether every `narrow` is a `broad`, by strict edges alone.
    pub fn is_a(&self, narrow: TermId, broad: TermId) -> bool {
        self.closure(narrow).binary_search(&broad).is_ok()
    }

    /// Whether a term, or something that it strictly is, has this tag.
    pub fn tagged(&self, term: TermId, tag: &str) -> bool {
        self.closure(term).iter().any(|term| self.term(*term).tags.iter().any(|own| own == tag))
    }

    /// Whether some hold that a `narrow` is a `broad` and others deny it.
    pub fn may_be(&self, narrow: TermId, broad: TermId) -> bool {
        !self.is_a(narrow, broad)
            && self
                .closure(narrow)
                .iter()
                .flat_map(|term| &self.term(*term).may_be)
                .any(|maybe| self.is_a(*maybe, broad))
    }

    /// Whether nothing is both, by a pair declared for them or for what they strictly are.
    pub fn are_disjoint(&self, one: TermId, other: TermId) -> bool {
        self.closure(one)
            .iter()
            .any(|a| self.closure(other).iter().any(|b| self.disjoint.binary_search(&(*a.min(b), *a.max(b))).is_ok()))
    }

    /// The strict steps from `narrow` up to `broad`, both included; empty where there is no such way.
    pub fn path(&self, narrow: TermId, broad: TermId) -> Vec<TermId> {
        if !self.is_a(narrow, broad) {
            return Vec::new();
        }
        let next = |at: &TermId| self.term(*at).is_a.iter().copied().find(|above| self.is_a(*above, broad));
        std::iter::successors(Some(narrow), |at| if *at == broad { None } else { next(at) }).collect()
    }

    fn closure(&self, id: TermId) -> &[TermId] {
        &self.closures[id.index()]
    }
}
