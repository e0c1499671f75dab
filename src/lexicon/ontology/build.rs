//! From ontology files to the checked ontology: every mistake at its place.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;

use super::error::OntologyError;
use super::file::{OntologyFile, TermEntry};
use super::graph::Ontology;
use super::term::{Term, TermId, TermKind};
use crate::lexicon::inflect::{Irregular, noun_forms};
use crate::lexicon::vocabulary::Vocabulary;
use crate::text::closest;

impl Ontology {
    /// Checks the files and makes their forms members of classes of `vocabulary`: one class for each term
    /// (`mechanism/cookie`), action (`action/use`) and cue. The vocabulary must be indexed before text is analysed.
    ///
    /// # Errors
    /// Unknown references, circles, forms that stand for two terms of one slot, terms that are two disjoint things.
    pub fn build(files: &[OntologyFile], vocabulary: &mut Vocabulary) -> Result<Self, Vec<OntologyError>> {
        let mut builder =
            Builder { files, vocabulary, ontology: Self::default(), ids: BTreeMap::new(), errors: Vec::new() };
        for file in files {
            builder.vocabulary.add_irregular(&file.irregular);
        }
        builder.declare();
        builder.relate();
        if builder.close() {
            builder.separate();
            builder.find_proved_doubts();
        }
        builder.fill_terms();
        builder.fill_verbs_and_cues();
        if builder.errors.is_empty() { Ok(builder.ontology) } else { Err(builder.errors) }
    }
}

pub(super) struct Builder<'a> {
    pub(super) files: &'a [OntologyFile],
    pub(super) vocabulary: &'a mut Vocabulary,
    pub(super) ontology: Ontology,
    ids: BTreeMap<&'a str, TermId>,
    pub(super) errors: Vec<OntologyError>,
}

impl<'a> Builder<'a> {
    /// All terms as written: file, id, entry.
    pub(super) fn entries(&self) -> Vec<(usize, TermKind, &'a Spanned<String>, &'a TermEntry)> {
        let files: &'a [OntologyFile] = self.files;
        let by_kind = TermKind::ALL.into_iter().flat_map(|kind| {
            let files = files.iter().enumerate();
            files.flat_map(move |(file, entries)| {
                entries.terms(kind).iter().map(move |(id, entry)| (file, kind, id, entry))
            })
        });
        by_kind.collect()
    }

    pub(super) fn error(&mut self, file: usize, range: Range<usize>, message: String) {
        self.errors.push(OntologyError { file, range, message, suggestion: None });
    }

    fn declare(&mut self) {
        for (file, kind, id, entry) in self.entries() {
            let known = self.ids.get(id.get_ref().as_str()).map(|known| self.ontology.term(*known).kind);
            match known {
                Some(known) if known == kind => {}
                Some(known) => {
                    let message = format!("`{}` is a {} term already", id.get_ref(), known.name());
                    self.error(file, id.span(), message);
                }
                None => {
                    let Ok(number) = u16::try_from(self.ontology.terms.len()) else { return };
                    let term = self.term(id.get_ref(), kind, entry);
                    self.ids.insert(id.get_ref(), TermId(number));
                    self.ontology.terms.push(term);
                }
            }
        }
    }

    fn term(&mut self, id: &str, kind: TermKind, entry: &TermEntry) -> Term {
        let class = self.vocabulary.declare_class(&format!("{}/{id}", kind.name()));
        Term {
            id: id.to_owned(),
            kind,
            name: self.display_name(id, kind, entry),
            class,
            is_a: Vec::new(),
            may_be: Vec::new(),
            made_by: None,
            tags: Vec::new(),
        }
    }

    /// The name as written, else the first form: a noun in the plural, a modifier before what it makes. A purpose goes by its id, since its
    /// forms are verbs as often as nouns.
    fn display_name(&self, id: &str, kind: TermKind, entry: &TermEntry) -> String {
        let of_purpose = || (kind == TermKind::Purpose).then(|| id.replace('_', " "));
        let noun = |entry: &TermEntry| entry.nouns.first().map(|noun| plural(noun, self.vocabulary.irregular()));
        let head = || {
            let head = entry.is_a.first()?;
            let head = self.entries().into_iter().find(|(_, _, id, _)| id.get_ref() == head.get_ref())?;
            Some(format!("{} {}", entry.modifiers.first()?, noun(head.3)?))
        };
        let first = || entry.words.first().or(entry.verbs.first()).cloned();
        let name = entry.name.clone().or_else(of_purpose).or_else(|| noun(entry)).or_else(head).or_else(first);
        name.unwrap_or_else(|| id.replace('_', " "))
    }

    /// The term that a file refers to.
    pub(super) fn resolve(&mut self, file: usize, name: &Spanned<String>) -> Option<TermId> {
        let found = self.ids.get(name.get_ref().as_str()).copied();
        if found.is_none() {
            self.errors.push(OntologyError {
                file,
                range: name.span(),
                message: format!("there is no term `{}`", name.get_ref()),
                suggestion: closest(name.get_ref(), self.ids.keys().copied()).map(str::to_owned),
            });
        }
        found
    }

    fn relate(&mut self) {
        for (file, kind, id, entry) in self.entries() {
            let Some(at) = self.ids.get(id.get_ref().as_str()).copied() else { continue };
            if self.ontology.term(at).kind != kind {
                continue;
            }
            for broader in &entry.is_a {
                let Some(broader_id) = self.resolve(file, broader) else { continue };
                let other = self.ontology.term(broader_id).kind;
                if other != kind {
                    let message = format!("a {} term can't be a {} term", kind.name(), other.name());
                    self.error(file, broader.span(), message);
                } else if !self.ontology.term(at).is_a.contains(&broader_id) {
                    self.ontology.terms[at.index()].is_a.push(broader_id);
                }
            }
            for doubtful in &entry.may_be {
                let Some(doubtful) = self.resolve(file, doubtful) else { continue };
                self.ontology.terms[at.index()].may_be.push(doubtful);
            }
            if let Some(purpose) = &entry.made_by
                && let Some(made_by) = self.resolve(file, purpose)
            {
                self.ontology.terms[at.index()].made_by = Some(made_by);
            }
            self.ontology.terms[at.index()].tags.extend(entry.tags.iter().cloned());
        }
    }

    /// Computes what each term strictly is; false where a circle keeps that from being a tree.
    fn close(&mut self) -> bool {
        let count = self.ontology.terms.len();
        let mut waiting: Vec<usize> = self.ontology.terms.iter().map(|term| term.is_a.len()).collect();
        let mut narrower: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (at, term) in self.ontology.terms.iter().enumerate() {
            for broader in &term.is_a {
                narrower[broader.index()].push(at);
            }
        }
        let mut ready: Vec<usize> = (0..count).filter(|at| waiting[*at] == 0).collect();
        let mut closures: Vec<Vec<TermId>> = vec![Vec::new(); count];
        while let Some(at) = ready.pop() {
            let mut closure: Vec<TermId> = (self.ontology.terms[at].is_a.iter())
                .flat_map(|broader| closures[broader.index()].iter().copied())
                .chain(u16::try_from(at).map(TermId))
                .collect();
            closure.sort_unstable();
            closure.dedup();
            closures[at] = closure;
            for below in &narrower[at] {
                waiting[*below] -= 1;
                if waiting[*below] == 0 {
                    ready.push(*below);
                }
            }
        }
        for (file, _, id, _) in self.entries() {
            let Some(at) = self.ids.get(id.get_ref().as_str()) else { continue };
            if waiting[at.index()] > 0 {
                self.error(file, id.span(), format!("`{}` is, by some way round, a kind of itself", id.get_ref()));
            }
        }
        self.ontology.closures = closures;
        waiting.iter().all(|count| *count == 0)
    }

    fn separate(&mut self) {
        let files = self.files;
        for (file, entries) in files.iter().enumerate() {
            for (one, other) in &entries.disjoint {
                let (Some(a), Some(b)) = (self.resolve(file, one), self.resolve(file, other)) else { continue };
                self.ontology.disjoint.push((a.min(b), a.max(b)));
            }
        }
        self.ontology.disjoint.sort_unstable();
        self.ontology.disjoint.dedup();
        for (file, _, id, _) in self.entries() {
            let Some(at) = self.ids.get(id.get_ref().as_str()).copied() else { continue };
            if self.ontology.are_disjoint(at, at) {
                let message = format!("`{}` is two things that are declared disjoint", id.get_ref());
                self.error(file, id.span(), message);
            }
        }
    }

    /// A doubt about what is proved is a mistake in one of the two.
    fn find_proved_doubts(&mut self) {
        for (file, _, id, entry) in self.entries() {
            let Some(at) = self.ids.get(id.get_ref().as_str()).copied() else { continue };
            for doubtful in &entry.may_be {
                let Some(broad) = self.ids.get(doubtful.get_ref().as_str()).copied() else { continue };
                if self.ontology.is_a(at, broad) {
                    let message =
                        format!("`{}` strictly is a `{}`; it can't be in doubt", id.get_ref(), doubtful.get_ref());
                    self.error(file, doubtful.span(), message);
                }
            }
        }
    }
}

fn plural(noun: &str, irregular: &Irregular) -> String {
    let (start, last) = noun.rsplit_once(' ').map_or(("", noun), |(start, last)| (start, last));
    let plural = noun_forms(last, irregular).into_iter().nth(1);
    format!("{start} {}", plural.as_deref().unwrap_or(last)).trim_start().to_owned()
}
