//! Words and word classes: the alphabet that phrases are written in.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::inflect::{Irregular, noun_forms, verb_forms};
use super::short_keys::WordMap;
use super::words::each_word;

/// A word form known to the lexicon; words that no pack uses are all [`WordId::UNKNOWN`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WordId(pub(super) u32);

impl WordId {
    /// Any word that is in no class and no phrase.
    pub const UNKNOWN: Self = Self(0);
}

/// A word class, such as `{we}`, or the inflections of one word, such as `<respond>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClassId(pub(super) u32);

impl ClassId {
    /// As an index into a list by class.
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// What belongs to a class. A member may be several words ("personal information").
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassEntry {
    /// Members as they stand.
    #[serde(default)]
    pub words: Vec<String>,
    /// Verbs in base form; the first word of a member of several is inflected.
    #[serde(default)]
    pub verbs: Vec<String>,
    /// Nouns in the singular; the last word of a member of several is inflected.
    #[serde(default)]
    pub nouns: Vec<String>,
    /// Other classes all of whose members belong to it.
    #[serde(default)]
    pub classes: Vec<Spanned<String>>,
}

impl ClassEntry {
    /// Whether nothing belongs to it.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.verbs.is_empty() && self.nouns.is_empty() && self.classes.is_empty()
    }

    /// All written forms of the members, without those of the classes that it holds.
    pub(super) fn forms(&self, irregular: &Irregular) -> Vec<String> {
        let mut forms = self.words.clone();
        for verb in &self.verbs {
            let (first, rest) = verb.split_once(' ').unwrap_or((verb, ""));
            forms.extend(verb_forms(first, irregular).iter().map(|form| format!("{form} {rest}")));
        }
        for noun in &self.nouns {
            let (start, last) = noun.rsplit_once(' ').unwrap_or(("", noun));
            forms.extend(noun_forms(last, irregular).iter().map(|form| format!("{start} {form}")));
        }
        forms
    }
}

/// One member of a class: the words after its first, in [`Vocabulary::rests`].
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Member {
    first: WordId,
    class: ClassId,
    rest_start: u32,
    rest_length: u8,
}

/// All words and classes of the packs in use.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(from = "Stored", into = "Stored")]
pub struct Vocabulary {
    words: Vec<String>,
    word_ids: WordMap<WordId>,
    class_names: Vec<String>,
    class_ids: WordMap<ClassId>,
    members: Vec<Member>,
    rests: Vec<WordId>,
    /// For each word, where its members start in `members`, which is sorted by first word; rebuilt by `index`.
    member_starts: Vec<u32>,
    irregular: Irregular,
}

/// What is kept of a vocabulary in the prepared packs.
#[derive(Clone, Serialize, Deserialize)]
struct Stored {
    words: Vec<String>,
    class_names: Vec<String>,
    members: Vec<Member>,
    rests: Vec<WordId>,
    irregular: Irregular,
}

impl From<Stored> for Vocabulary {
    fn from(stored: Stored) -> Self {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let word_ids = (stored.words.iter().enumerate()).map(|(at, word)| (word.clone(), WordId(number(at)))).collect();
        let class_ids =
            (stored.class_names.iter().enumerate()).map(|(at, name)| (name.clone(), ClassId(number(at)))).collect();
        let mut vocabulary = Self {
            words: stored.words,
            word_ids,
            class_names: stored.class_names,
            class_ids,
            members: stored.members,
            rests: stored.rests,
            member_starts: Vec::new(),
            irregular: stored.irregular,
        };
        vocabulary.index();
        vocabulary
    }
}

impl From<Vocabulary> for Stored {
    fn from(vocabulary: Vocabulary) -> Self {
        Self {
            words: vocabulary.words,
            class_names: vocabulary.class_names,
            members: vocabulary.members,
            rests: vocabulary.rests,
            irregular: vocabulary.irregular,
        }
    }
}

impl Vocabulary {
    /// An empty vocabulary; word 0 stands for all unknown words.
    pub fn new() -> Self {
        let mut vocabulary = Self::default();
        vocabulary.intern("");
        vocabulary
    }

    /// The id of a word form, which is made known if it isn't. Forms are compared in lower case.
    pub fn intern(&mut self, form: &str) -> WordId {
        let form = form.to_lowercase();
        if let Some(id) = self.word_ids.get(&form) {
            return *id;
        }
        let id = WordId(u32::try_from(self.words.len()).unwrap_or(0));
        self.words.push(form.clone());
        self.word_ids.insert(form, id);
        id
    }

    /// The id of a form in lower case.
    pub fn word(&self, form: &str) -> WordId {
        self.word_ids.get(form).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The form of a word.
    pub fn form(&self, id: WordId) -> &str {
        self.words.get(id.0 as usize).map_or("", String::as_str)
    }

    /// The class of that name.
    pub fn class(&self, name: &str) -> Option<ClassId> {
        self.class_ids.get(name).copied()
    }

    /// All class names, for suggestions.
    pub fn class_names(&self) -> impl Iterator<Item = &str> {
        self.class_names.iter().map(String::as_str).filter(|name| !name.starts_with('<'))
    }

    /// How many words there are.
    pub fn word_count(&self) -> usize {
        self.words.len()
    }

    /// How many classes there are.
    pub fn class_count(&self) -> usize {
        self.class_names.len()
    }

    /// Whether a class has no member.
    pub fn is_empty_class(&self, class: ClassId) -> bool {
        !self.members.iter().any(|member| member.class == class)
    }

    /// Whether a class has this one word, in lower case, as a member.
    pub fn holds(&self, class: &str, word: &str) -> bool {
        let class = self.class(class);
        class.is_some_and(|class| self.members_from(self.word(word)).any(|(own, rest)| own == class && rest.is_empty()))
    }

    /// The members of a class as written, in order; words of one member are parted by a space.
    pub fn forms_of(&self, class: ClassId) -> Vec<String> {
        let own = self.members.iter().filter(|member| member.class == class);
        let mut forms: Vec<String> = own
            .map(|member| {
                let rest = member.rest_start as usize..member.rest_start as usize + usize::from(member.rest_length);
                let rest = self.rests.get(rest).unwrap_or_default();
                std::iter::once(&member.first).chain(rest).map(|word| self.form(*word)).collect::<Vec<_>>().join(" ")
            })
            .collect();
        forms.sort();
        forms.dedup();
        forms
    }

    /// Irregular forms by base form.
    pub(super) fn irregular(&self) -> &Irregular {
        &self.irregular
    }

    /// The word classes of a lexicon file that holds nothing else, for tests.
    #[cfg(test)]
    #[allow(clippy::unwrap_used)]
    pub(crate) fn of_classes(file: &str) -> Self {
        #[derive(serde::Deserialize)]
        struct File {
            class: std::collections::BTreeMap<String, ClassEntry>,
        }
        let file: File = toml::from_str(file).unwrap();
        let mut vocabulary = Self::new();
        for (name, entry) in &file.class {
            let class = vocabulary.declare_class(name);
            vocabulary.add_members(class, entry);
        }
        vocabulary.index();
        vocabulary
    }

    /// Adds irregular forms; later words are inflected with them.
    pub fn add_irregular(&mut self, irregular: &Irregular) {
        self.irregular.extend(irregular.iter().map(|(base, forms)| (base.clone(), forms.clone())));
    }

    /// Declares a class, so that others can hold it, and gives its id.
    pub fn declare_class(&mut self, name: &str) -> ClassId {
        if let Some(id) = self.class(name) {
            return id;
        }
        let id = ClassId(u32::try_from(self.class_names.len()).unwrap_or(u32::MAX));
        self.class_names.push(name.to_owned());
        self.class_ids.insert(name.to_owned(), id);
        id
    }

    /// Adds the members of `entry`, without those of the classes that it holds.
    pub fn add_members(&mut self, class: ClassId, entry: &ClassEntry) {
        for form in entry.forms(&self.irregular) {
            self.add_member(class, &form);
        }
    }

    /// The class of all inflections of `base`, as verb and as noun: `<respond>` in a phrase.
    pub fn lemma_class(&mut self, base: &str) -> ClassId {
        let name = format!("<{base}>");
        if let Some(id) = self.class(&name) {
            return id;
        }
        let class = self.declare_class(&name);
        for form in verb_forms(base, &self.irregular).into_iter().chain(noun_forms(base, &self.irregular)) {
            self.add_member(class, &form);
        }
        class
    }

    fn add_member(&mut self, class: ClassId, text: &str) {
        let mut ids = Vec::new();
        each_word(text, |word| ids.push(word.form.to_owned()));
        let mut ids = ids.iter().map(|form| self.intern(form)).collect::<Vec<_>>().into_iter();
        let Some(first) = ids.next() else { return };
        let rest_start = u32::try_from(self.rests.len()).unwrap_or(u32::MAX);
        self.rests.extend(ids);
        let rest_length = u8::try_from(self.rests.len() - rest_start as usize).unwrap_or(u8::MAX);
        self.members.push(Member { first, class, rest_start, rest_length });
    }

    /// Gives `outer` all members that `inner` has now.
    pub fn include_class(&mut self, outer: ClassId, inner: ClassId) {
        let added: Vec<Member> = self
            .members
            .iter()
            .filter(|member| member.class == inner)
            .map(|member| Member { class: outer, ..*member })
            .collect();
        self.members.extend(added);
    }

    /// Sorts the members by first word; needed once after the last change, before text is analysed.
    pub fn index(&mut self) {
        self.members.sort_by_key(|member| (member.first, member.class, member.rest_length));
        let rests = &self.rests;
        let rest = |member: &Member| {
            &rests[member.rest_start as usize..member.rest_start as usize + usize::from(member.rest_length)]
        };
        self.members.dedup_by(|a, b| a.first == b.first && a.class == b.class && rest(a) == rest(b));
        self.member_starts = vec![0; self.words.len() + 1];
        for member in &self.members {
            self.member_starts[member.first.0 as usize + 1] += 1;
        }
        for word in 1..self.member_starts.len() {
            self.member_starts[word] += self.member_starts[word - 1];
        }
    }

    /// The members that start with `word`: their class and the words that must follow.
    pub(super) fn members_from(&self, word: WordId) -> impl Iterator<Item = (ClassId, &[WordId])> {
        let at = word.0 as usize;
        let range = match (self.member_starts.get(at), self.member_starts.get(at + 1)) {
            (Some(start), Some(end)) if word != WordId::UNKNOWN => *start as usize..*end as usize,
            _ => 0..0,
        };
        self.members[range].iter().map(|member| {
            let start = member.rest_start as usize;
            (member.class, &self.rests[start..start + usize::from(member.rest_length)])
        })
    }
}
