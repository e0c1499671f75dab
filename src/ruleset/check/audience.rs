//! Audiences: their names, what they include, and the wordings by which texts address them.

use std::collections::BTreeMap;

use super::Checker;
use crate::lexicon::{Audience, AudienceId, ClassEntry, ClassId, Phrase};
use crate::ruleset::schema::{AddressingFile, AudienceFile, LexiconFile, Text};

/// The classes of all names, of all laws and of what stands between them, as phrases of `[addressing]` know them.
const NAMES: &str = "audience";
const LAWS: &str = "audience-law";
const BETWEEN: &str = "audience-between";
/// Parts may hold parts that hold parts.
const PART_DEPTH: usize = 4;

impl Checker<'_> {
    /// Makes audiences known, and their names as word classes: `{audience}` is any name, `{audience:utah}` one of Utah's.
    pub(super) fn declare_audiences(&mut self, file: &LexiconFile) {
        for audience in &file.audience {
            let id = audience.id.get_ref();
            let known = self.lexicon.audiences.iter().position(|known| known.id == *id);
            let at = known.unwrap_or_else(|| {
                self.lexicon.audiences.push(Audience::named(id));
                self.lexicon.audiences.len() - 1
            });
            let names = self.name_class(&format!("{NAMES}:{id}"), NAMES, &audience.names, at);
            let laws = self.name_class(&format!("{LAWS}:{id}"), LAWS, &audience.laws, at);
            let entry = &mut self.lexicon.audiences[at];
            entry.aliases.extend(audience.aliases.iter().cloned());
            entry.group |= audience.group;
            if let Some(readers) = &audience.readers {
                entry.readers.clone_from(readers);
            }
            entry.names = names.or(entry.names);
            entry.laws = laws.or(entry.laws);
        }
        if let Some(addressing) = &file.addressing {
            let between = self.lexicon.vocabulary.declare_class(BETWEEN);
            let entry = ClassEntry { words: addressing.between.clone(), ..ClassEntry::default() };
            self.lexicon.vocabulary.add_members(between, &entry);
        }
    }

    fn name_class(&mut self, own: &str, all: &str, words: &[String], audience: usize) -> Option<ClassId> {
        let vocabulary = &mut self.lexicon.vocabulary;
        let all = vocabulary.declare_class(all);
        if words.is_empty() {
            return None;
        }
        let class = vocabulary.declare_class(own);
        let entry = ClassEntry { words: words.to_vec(), ..ClassEntry::default() };
        vocabulary.add_members(class, &entry);
        vocabulary.add_members(all, &entry);
        let addressing = &mut self.lexicon.addressing;
        if let Err(at) = addressing.classes.binary_search_by_key(&class, |(class, _)| *class) {
            addressing.classes.insert(at, (class, AudienceId::at(audience)));
        }
        if let Err(at) = addressing.all.binary_search(&all) {
            addressing.all.insert(at, all);
        }
        Some(class)
    }

    /// Compiles the phrases of audiences and of addressing, and resolves what audiences include.
    pub(super) fn fill_addressing(&mut self, file: &LexiconFile) {
        for audience in &file.audience {
            self.audience(audience);
        }
        if let Some(addressing) = &file.addressing {
            self.addressing(addressing);
        }
    }

    fn audience(&mut self, file: &AudienceFile) {
        let includes = self.audience_ids(&file.includes);
        let yields = self.audience_ids(&file.yields);
        let headings = self.lexicon_phrases(&file.headings);
        let titles = self.lexicon_phrases(&file.titles);
        let not_headings = self.lexicon_phrases(&file.not_headings);
        let matters = self.lexicon_phrases(&file.matters);
        let sentences = self.lexicon_phrases(&file.sentences);
        let openings = self.lexicon_phrases(&file.openings);
        if let Some(entry) = self.lexicon.audiences.iter_mut().find(|entry| entry.id == *file.id.get_ref()) {
            entry.members.extend(includes);
            entry.yields.extend(yields);
            entry.headings.extend(headings);
            entry.titles.extend(titles);
            entry.not_headings.extend(not_headings);
            entry.matters.extend(matters);
            entry.sentences.extend(sentences);
            entry.openings.extend(openings);
        }
    }

    /// The audiences that a list names; former names count.
    pub(super) fn audience_ids(&mut self, names: &[Text]) -> Vec<AudienceId> {
        let known = self.lexicon.audience_names();
        let names: Vec<String> = names.iter().filter_map(|name| self.declared(name, "audience", &known)).collect();
        names.iter().filter_map(|name| self.lexicon.audiences().named(name)).collect()
    }

    fn addressing(&mut self, file: &AddressingFile) {
        let lists = [
            &file.headings,
            &file.not_headings,
            &file.sentences,
            &file.not_sentences,
            &file.sections,
            &file.documents,
            &file.carries,
            &file.limbs,
            &file.further_limbs,
            &file.joins,
            &file.not_limbs,
            &file.not_labels,
        ];
        let compiled = lists.map(|list| self.with_parts(list, &file.parts));
        let addressing = &mut self.lexicon.addressing;
        let targets = [
            &mut addressing.headings,
            &mut addressing.not_headings,
            &mut addressing.sentences,
            &mut addressing.not_sentences,
            &mut addressing.sections,
            &mut addressing.documents,
            &mut addressing.carries,
            &mut addressing.limbs,
            &mut addressing.further_limbs,
            &mut addressing.joins,
            &mut addressing.not_limbs,
            &mut addressing.not_labels,
        ];
        for (target, phrases) in targets.into_iter().zip(compiled) {
            target.extend(phrases);
        }
    }

    /// Phrases whose parts are put in. A mistake within a part is told at the phrase that holds it.
    fn with_parts(&mut self, texts: &[Text], parts: &BTreeMap<String, String>) -> Vec<Phrase> {
        let mut phrases = Vec::new();
        for text in texts {
            let mut whole = text.get_ref().clone();
            for _ in 0..PART_DEPTH {
                for (name, part) in parts {
                    whole = whole.replace(&format!("{{{name}}}"), part);
                }
            }
            if whole == *text.get_ref() {
                phrases.extend(self.lexicon_phrases(std::slice::from_ref(text)));
                continue;
            }
            match Phrase::compile(&whole, &mut self.lexicon.vocabulary) {
                Ok(phrase) => phrases.push(phrase),
                Err(error) => {
                    let part = whole.get(error.offset..error.offset + error.length).unwrap_or_default().to_owned();
                    self.error(text.span(), format!("with its parts put in: {}, at `{part}`", error.message));
                }
            }
        }
        phrases
    }
}
