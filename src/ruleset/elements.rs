//! Elements and positions that are like other rules get the patterns of those, once all rules are checked.

use std::collections::BTreeMap;

use super::definition::{Conflict, Disclosure, Kind, Pattern, Position, Rule};

/// An element or a position that cannot be like what it names.
pub(super) struct Misfit {
    /// The rule that holds it.
    pub(super) rule: usize,
    /// Its place among the elements of the rule, or among its positions.
    pub(super) part: usize,
    /// What is wrong.
    pub(super) kind: MisfitKind,
}

/// Why it cannot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MisfitKind {
    /// There is no such rule among those that are sound.
    Unknown,
    /// The rule is of a kind that nothing meets and that has no positions.
    NoDisclosure,
    /// The rule's own elements lead back to this one.
    Circle,
}

/// Gives the elements of `rules` the patterns of the rules that they are like, and those rules' needs.
pub(super) fn adopt(rules: &mut [Rule]) -> Vec<Misfit> {
    let by_id: BTreeMap<String, usize> = rules.iter().enumerate().map(|(at, rule)| (rule.id.0.clone(), at)).collect();
    let mut adopter = Adopter { rules, by_id, done: Vec::new(), misfits: Vec::new() };
    adopter.done = vec![State::New; adopter.rules.len()];
    for rule in 0..adopter.rules.len() {
        adopter.rule(rule);
    }
    adopter.misfits
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

struct Adopter<'a> {
    rules: &'a mut [Rule],
    by_id: BTreeMap<String, usize>,
    done: Vec<State>,
    misfits: Vec<Misfit>,
}

impl Adopter<'_> {
    /// Completes one rule. As deep as rules build on each other, and each once.
    fn rule(&mut self, rule: usize) {
        if self.done[rule] != State::New {
            return;
        }
        self.done[rule] = State::Open;
        let likes: Vec<(usize, String)> = match &*self.rules[rule].kind {
            Kind::Disclosure(Disclosure { elements, .. }) => {
                (elements.iter().enumerate()).filter_map(|(at, element)| Some((at, element.like.clone()?))).collect()
            }
            Kind::Conflict(Conflict { positions, .. }) => {
                (positions.iter().enumerate()).filter_map(|(at, position)| Some((at, position.like.clone()?))).collect()
            }
            _ => Vec::new(),
        };
        for (part, like) in likes {
            match self.patterns(&like) {
                Ok(patterns) => self.give(rule, part, patterns),
                Err(kind) => self.misfits.push(Misfit { rule, part, kind }),
            }
        }
        self.done[rule] = State::Done;
    }

    /// An element takes all patterns, a position those that have its key for a stance.
    fn give(&mut self, rule: usize, part: usize, patterns: Vec<Pattern>) {
        match &mut *self.rules[rule].kind {
            Kind::Disclosure(disclosure) => disclosure.elements[part].meets = patterns,
            Kind::Conflict(conflict) => {
                let position = &mut conflict.positions[part];
                let fitting = patterns.into_iter().filter(|pattern| pattern.stance.as_ref() == Some(&position.key));
                position.says.extend(fitting);
            }
            _ => {}
        }
    }

    /// What meets the rule with this id: its own patterns and those of all its elements, or of its positions.
    fn patterns(&mut self, id: &str) -> Result<Vec<Pattern>, MisfitKind> {
        let at = *self.by_id.get(id).ok_or(MisfitKind::Unknown)?;
        self.rule(at);
        if self.done[at] == State::Open {
            return Err(MisfitKind::Circle);
        }
        match &*self.rules[at].kind {
            Kind::Disclosure(disclosure) => {
                let of_elements = disclosure.elements.iter().flat_map(|element| &element.meets);
                Ok(disclosure.meets.iter().chain(of_elements).cloned().collect())
            }
            Kind::Conflict(conflict) => Ok(conflict.positions.iter().flat_map(Position::as_stance).collect()),
            _ => Err(MisfitKind::NoDisclosure),
        }
    }
}
