//! Rules that are like others: who inherits from whom, and whose mistake is whose.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Loader, Unchecked};
use crate::report::PackError;
use crate::ruleset::elements::{Misfit, MisfitKind};
use crate::ruleset::inherit::inherit;
use crate::text::closest;

impl Loader<'_> {
    /// Resolves `like`, parents first; a chain may be any length but no circle.
    pub(super) fn inherit_all(&mut self) {
        let by_id: BTreeMap<String, usize> = (self.rules.iter().enumerate())
            .filter_map(|(number, rule)| Some((rule.file.id.as_ref()?.get_ref().clone(), number)))
            .collect();
        let mut done = vec![false; self.rules.len()];
        for number in 0..self.rules.len() {
            let mut chain = vec![number];
            while let Some(like) = self.rules[*chain.last().unwrap_or(&number)].file.like.clone() {
                let child = *chain.last().unwrap_or(&number);
                match by_id.get(like.get_ref()) {
                    _ if done[child] => break,
                    Some(parent) if chain.contains(parent) => {
                        self.unlike(child, &like, "rules are like each other in a circle".to_owned(), None);
                        break;
                    }
                    Some(parent) => chain.push(*parent),
                    None => {
                        let meant = closest(like.get_ref(), by_id.keys().map(String::as_str)).map(str::to_owned);
                        self.unlike(child, &like, format!("there is no rule `{}` to be like", like.get_ref()), meant);
                        break;
                    }
                }
            }
            while let Some(parent) = chain.pop() {
                done[parent] = true;
                if let Some(child) = chain.last().copied().filter(|child| !done[*child]) {
                    self.inherit_one(child, parent);
                }
            }
        }
    }

    fn unlike(&mut self, rule: usize, like: &toml::Spanned<String>, message: String, meant: Option<String>) {
        let error = PackError::new(&self.sources[self.rules[rule].source], like.span(), message);
        self.errors.push(error.with_suggestion(meant));
        self.rules[rule].orphan = true;
    }

    fn inherit_one(&mut self, child: usize, parent: usize) {
        let (parent, orphan) = (self.rules[parent].file.clone(), self.rules[parent].orphan);
        let source = &self.sources[self.rules[child].source];
        let elements = || parent.element.iter().flatten().map(|element| element.key.get_ref().as_str());
        for key in self.rules[child].file.without.iter().flatten() {
            if !orphan && elements().all(|element| element != key.get_ref()) {
                let message = format!("there is no element `{}` to do without", key.get_ref());
                let meant = closest(key.get_ref(), elements()).map(str::to_owned);
                self.errors.push(PackError::new(source, key.span(), message).with_suggestion(meant));
            }
        }
        inherit(&mut self.rules[child].file, &parent);
        self.rules[child].orphan |= orphan;
    }

    /// Tells of an element or a position that cannot be like what it names, unless that is a rule that has its own mistakes.
    pub(super) fn misfit(&mut self, rule: &Unchecked, misfit: &Misfit, all: &[Unchecked]) {
        let element = rule.file.element.iter().flatten().nth(misfit.part).map(|element| &element.like);
        let position = rule.file.position.iter().flatten().nth(misfit.part).map(|position| &position.like);
        let Some(like) = element.or(position).and_then(|like| like.as_ref()) else { return };
        let ids = || all.iter().filter_map(|rule| Some(rule.file.id.as_ref()?.get_ref().as_str()));
        let name = like.get_ref();
        let (message, meant) = match misfit.kind {
            MisfitKind::Unknown if ids().any(|id| id == name) => return,
            MisfitKind::Unknown => (format!("there is no rule `{name}` to be like"), closest(name, ids())),
            MisfitKind::NoDisclosure => (format!("`{name}` is no disclosure, so nothing meets it"), None),
            MisfitKind::Circle => ("elements are like each other in a circle".to_owned(), None),
        };
        let error = PackError::new(&self.sources[rule.source], like.span(), message);
        self.errors.push(error.with_suggestion(meant.map(str::to_owned)));
    }
}

/// Mistakes by the rule that they were found in.
#[derive(Default)]
pub(super) struct Told {
    rule: Option<usize>,
    errors: Vec<(usize, PackError)>,
    /// Those of no rule, told before.
    rest: Vec<PackError>,
}

impl Told {
    /// Takes what was told since the last time for mistakes of the rule named then.
    pub(super) fn take(&mut self, errors: &mut Vec<PackError>) {
        match self.rule {
            Some(rule) => self.errors.extend(errors.drain(..).map(|error| (rule, error))),
            None => self.rest.append(errors),
        }
    }

    /// Names the rule that is looked at next.
    pub(super) fn of(&mut self, rule: usize) {
        self.rule = Some(rule);
    }

    /// All mistakes; what a rule inherited is the mistake of the one that it is like, and told there.
    pub(super) fn without_inherited(self, files: &[Unchecked]) -> Vec<PackError> {
        let ids: HashMap<&str, usize> = (files.iter().enumerate())
            .filter_map(|(number, rule)| Some((rule.file.id.as_ref()?.get_ref().as_str(), number)))
            .collect();
        let parent = |rule: usize| ids.get(files[rule].file.like.as_ref()?.get_ref().as_str()).copied();
        let found: HashSet<(usize, String)> =
            self.errors.iter().map(|(rule, error)| (*rule, error.to_string())).collect();
        let own = |(rule, error): &(usize, PackError)| {
            parent(*rule).is_none_or(|parent| !found.contains(&(parent, error.to_string())))
        };
        let mut all = self.rest;
        all.extend(self.errors.into_iter().filter(own).map(|(_, error)| error));
        all
    }
}
