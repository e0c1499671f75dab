//! Which words stand for which term, verb or function word.

use std::collections::{BTreeMap, HashMap};

use toml::Spanned;

use super::action::Action;
use super::build::Builder;
use super::cue::Cue;
use super::error::OntologyError;
use super::file::TermEntry;
use super::graph::Meaning;
use super::term::TermId;
use crate::lexicon::vocabulary::{ClassEntry, ClassId};
use crate::lexicon::words::each_word;
use crate::text::closest;

impl Builder<'_> {
    pub(super) fn fill_terms(&mut self) {
        let mut owners: HashMap<String, Vec<TermId>> = HashMap::new();
        for (file, kind, id, entry) in self.entries() {
            let Some(at) = self.ontology.find(id.get_ref()).filter(|at| self.ontology.term(*at).kind == kind) else {
                continue;
            };
            let forms = self.forms_of(at, entry);
            if forms.words.is_empty() && forms.verbs.is_empty() && forms.nouns.is_empty() {
                self.error(file, id.span(), format!("the term `{}` has no form", id.get_ref()));
            }
            for form in forms.forms(self.vocabulary.irregular()) {
                let form = folded(&form);
                let owned = owners.entry(form.clone()).or_default();
                let other =
                    owned.iter().find(|other| **other != at && !self.ontology.term(**other).kind.shares_forms(kind));
                if let Some(other) = other {
                    let other = &self.ontology.term(*other).id;
                    let message = format!("`{form}` stands for `{other}` already");
                    self.errors.push(OntologyError { file, range: id.span(), message, suggestion: None });
                } else if !owned.contains(&at) {
                    owned.push(at);
                }
            }
            let class = self.ontology.term(at).class;
            self.vocabulary.add_members(class, &forms);
            self.mean(class, Meaning::Term(at));
            if !entry.modifiers.is_empty() {
                let name = format!("{}/{}/modifier", kind.name(), id.get_ref());
                let class = self.vocabulary.declare_class(&name);
                let words = entry.modifiers.clone();
                self.vocabulary.add_members(class, &ClassEntry { words, ..ClassEntry::default() });
                self.mean(class, Meaning::Modifier(at));
            }
        }
    }

    /// The written forms of a term: its own, and each of its modifiers before each noun of what it is.
    fn forms_of(&self, term: TermId, entry: &TermEntry) -> ClassEntry {
        let mut nouns = entry.nouns.clone();
        let head = self.ontology.term(term).is_a.first().map(|head| self.ontology.term(*head).id.clone());
        let heads = head.iter().flat_map(|head| {
            let entries = self.entries().into_iter().filter(move |(_, _, id, _)| id.get_ref() == head);
            entries.flat_map(|(_, _, _, entry)| &entry.nouns).collect::<Vec<_>>()
        });
        for noun in heads {
            nouns.extend(entry.modifiers.iter().map(|modifier| format!("{modifier} {noun}")));
        }
        ClassEntry { words: entry.words.clone(), verbs: entry.verbs.clone(), nouns, ..ClassEntry::default() }
    }

    pub(super) fn fill_verbs_and_cues(&mut self) {
        for (file, entries) in self.files.iter().enumerate() {
            let actions: BTreeMap<&str, Action> =
                Action::ALL.into_iter().map(|action| (action.name(), action)).collect();
            for (name, entry) in &entries.action {
                if let Some(action) = self.choice(file, name, "action", &actions) {
                    self.fill(file, &format!("action/{}", action.name()), entry, Meaning::Action(action));
                }
            }
            let cues: BTreeMap<&str, Cue> = Cue::ALL.iter().map(|cue| (cue.name(), *cue)).collect();
            for (name, entry) in &entries.cue {
                if let Some(cue) = self.choice(file, name, "cue", &cues) {
                    self.fill(file, &format!("cue/{}", cue.name()), entry, Meaning::Cue(cue));
                }
            }
        }
    }

    fn fill(&mut self, file: usize, class: &str, entry: &ClassEntry, meaning: Meaning) {
        self.errors.extend(entry.classes.first().map(|inner| OntologyError {
            file,
            range: inner.span(),
            message: "an ontology holds words, and no classes of them".to_owned(),
            suggestion: None,
        }));
        let class = self.vocabulary.declare_class(class);
        self.vocabulary.add_members(class, entry);
        self.mean(class, meaning);
    }

    fn choice<T: Copy>(
        &mut self,
        file: usize,
        name: &Spanned<String>,
        what: &str,
        choices: &BTreeMap<&str, T>,
    ) -> Option<T> {
        let found = choices.get(name.get_ref().as_str()).copied();
        if found.is_none() {
            self.errors.push(OntologyError {
                file,
                range: name.span(),
                message: format!("there is no {what} `{}`", name.get_ref()),
                suggestion: closest(name.get_ref(), choices.keys().copied()).map(str::to_owned),
            });
        }
        found
    }

    fn mean(&mut self, class: ClassId, meaning: Meaning) {
        let meanings = &mut self.ontology.meanings;
        if meanings.len() <= class.index() {
            meanings.resize(class.index() + 1, None);
        }
        meanings[class.index()] = Some(meaning);
    }
}

/// A form as the matcher sees it.
fn folded(form: &str) -> String {
    let mut words = Vec::new();
    each_word(form, |word| words.push(word.form.to_lowercase()));
    words.join(" ")
}
