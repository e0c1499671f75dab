//! Words and word classes: the alphabet that phrases are written in.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::inflect::{Irregular, noun_forms, verb_forms};
use super::later::Later;
use super::numbers::{Numbers, number};
use super::word_list::WordList;
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
#[derive(Debug, Clone, Copy)]
struct Member {
    first: WordId,
    class: ClassId,
    rest_start: u32,
    rest_length: u32,
}

impl Member {
    /// How many numbers it is kept as.
    const WIDTH: usize = 4;
    /// At which of them its class stands.
    const CLASS: usize = 1;

    fn numbers(self) -> [u32; Self::WIDTH] {
        [self.first.0, self.class.0, self.rest_start, self.rest_length]
    }
}

/// All words and classes of the packs in use. Prepared ones are looked up where they lie.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Vocabulary {
    words: WordList,
    classes: WordList,
    members: Numbers,
    rests: Numbers,
    /// For each word, where its members start in `members`, which is sorted by first word; rebuilt by `index`.
    member_starts: Numbers,
    /// The classes that were given members here, by their numbers: phrases ask for them tens of thousands of times.
    #[serde(skip)]
    filled: Vec<bool>,
    irregular: Later<Irregular>,
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
        WordId(self.words.add(&form.to_lowercase()))
    }

    /// The id of a form in lower case.
    pub fn word(&self, form: &str) -> WordId {
        self.words.number(form).map_or(WordId::UNKNOWN, WordId)
    }

    /// The form of a word.
    pub fn form(&self, id: WordId) -> &str {
        self.words.word(id.0).unwrap_or_default()
    }

    /// The class of that name.
    pub fn class(&self, name: &str) -> Option<ClassId> {
        self.classes.number(name).map(ClassId)
    }

    /// All class names, for suggestions.
    pub fn class_names(&self) -> impl Iterator<Item = &str> {
        self.classes.iter().filter(|name| !name.starts_with('<'))
    }

    /// How many words there are.
    pub fn word_count(&self) -> usize {
        self.words.len()
    }

    /// How many classes there are.
    pub fn class_count(&self) -> usize {
        self.classes.len()
    }

    /// Whether a class has no member.
    pub fn is_empty_class(&self, class: ClassId) -> bool {
        !self.filled.get(class.index()).copied().unwrap_or_default() && self.members_of(class).next().is_none()
    }

    /// Whether a class has this one word, in lower case, as a member.
    pub fn holds(&self, class: &str, word: &str) -> bool {
        let class = self.class(class);
        class.is_some_and(|class| self.members_from(self.word(word)).any(|(own, rest)| own == class && rest.len() == 0))
    }

    /// The members of a class as written, in order; words of one member are parted by a space.
    pub fn forms_of(&self, class: ClassId) -> Vec<String> {
        let own = self.members_of(class);
        let words = |member: Member| std::iter::once(member.first).chain(self.rest(member));
        let mut forms: Vec<String> =
            own.map(|member| words(member).map(|word| self.form(word)).collect::<Vec<_>>().join(" ")).collect();
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
        ClassId(self.classes.add(name))
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
        let rest_start = number(self.rests.len());
        ids.for_each(|id| self.rests.push(id.0));
        let rest_length = number(self.rests.len()) - rest_start;
        self.add([Member { first, class, rest_start, rest_length }]);
    }

    fn add(&mut self, members: impl IntoIterator<Item = Member>) {
        for member in members {
            let class = member.class.index();
            self.filled.resize(self.filled.len().max(class + 1), false);
            self.filled[class] = true;
            member.numbers().into_iter().for_each(|number| self.members.push(number));
        }
    }

    fn members(&self) -> impl Iterator<Item = Member> {
        (0..self.members.len() / Member::WIDTH).filter_map(move |at| self.member(at))
    }

    fn members_of(&self, class: ClassId) -> impl Iterator<Item = Member> {
        let count = self.members.len() / Member::WIDTH;
        let own = (0..count).filter(move |at| self.members.get(at * Member::WIDTH + Member::CLASS) == Some(class.0));
        own.filter_map(|at| self.member(at))
    }

    fn member(&self, at: usize) -> Option<Member> {
        let of = |field: usize| self.members.get(at * Member::WIDTH + field);
        Some(Member { first: WordId(of(0)?), class: ClassId(of(1)?), rest_start: of(2)?, rest_length: of(3)? })
    }

    /// The words of a member after its first.
    fn rest(&self, Member { rest_start, rest_length, .. }: Member) -> impl ExactSizeIterator<Item = WordId> + Clone {
        let range = rest_start as usize..(rest_start + rest_length) as usize;
        range.map(move |at| self.rests.get(at).map_or(WordId::UNKNOWN, WordId))
    }

    /// Gives `outer` all members that `inner` has now.
    pub fn include_class(&mut self, outer: ClassId, inner: ClassId) {
        let added: Vec<Member> = self.members_of(inner).map(|member| Member { class: outer, ..member }).collect();
        self.add(added);
    }

    /// Sorts the members by first word; needed once after the last change, before text is analysed.
    pub fn index(&mut self) {
        let mut members: Vec<Member> = self.members().collect();
        members.sort_by_key(|member| (member.first, member.class, member.rest_length));
        members.dedup_by(|a, b| a.first == b.first && a.class == b.class && self.rest(*a).eq(self.rest(*b)));
        let mut starts = vec![0; self.words.len() + 1];
        for member in &members {
            starts[member.first.0 as usize + 1] += 1;
        }
        for word in 1..starts.len() {
            starts[word] += starts[word - 1];
        }
        self.members = members.into_iter().flat_map(Member::numbers).collect();
        self.member_starts = starts.into_iter().collect();
    }

    /// The members that start with `word`: their class and the words that must follow.
    pub(super) fn members_from(
        &self,
        word: WordId,
    ) -> impl Iterator<Item = (ClassId, impl ExactSizeIterator<Item = WordId> + Clone)> {
        let at = word.0 as usize;
        let range = match (self.member_starts.get(at), self.member_starts.get(at + 1)) {
            (Some(start), Some(end)) if word != WordId::UNKNOWN => start as usize..end as usize,
            _ => 0..0,
        };
        range.filter_map(move |at| self.member(at)).map(move |member| (member.class, self.rest(member)))
    }
}
