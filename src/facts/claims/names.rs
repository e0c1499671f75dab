//! How the document calls its drafter: `Example Shop Ltd. ("we", "Example Shop")`, "At Example Shop, we", its title.

use std::collections::{BTreeMap, BTreeSet};

use crate::doc::Reading;
use crate::lexicon::{Cue, CueSet, Punctuation};

use super::words::Words;

/// Where the names of the drafter stand.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Token and length, by token.
    places: BTreeMap<u32, u8>,
}

/// The longest name, in words.
const LONGEST_NAME: usize = 8;
/// No drafter goes by more names; it keeps the search linear.
const MOST_NAMES: usize = 24;
/// How far from its opening a parenthesis is read for names.
const LONGEST_PARENTHESIS: usize = 24;
/// Endings that a name is used without.
const LEGAL_FORMS: [&str; 16] = [
    "inc",
    "llc",
    "ltd",
    "limited",
    "corp",
    "corporation",
    "gmbh",
    "plc",
    "co",
    "company",
    "ag",
    "bv",
    "sa",
    "lp",
    "llp",
    "pty",
];
/// Words of titles that are no part of a name.
const TITLE_WORDS: [&str; 22] = [
    "privacy",
    "policy",
    "notice",
    "statement",
    "cookie",
    "cookies",
    "terms",
    "conditions",
    "of",
    "the",
    "and",
    "for",
    "website",
    "our",
    "online",
    "data",
    "protection",
    "service",
    "use",
    "use",
    "legal",
    "global",
];

impl Names {
    /// Finds the names and all their places. Linear in the words.
    pub(super) fn find(words: &Words<'_>) -> Self {
        let mut finder = Finder { words, names: BTreeSet::new() };
        for token in 0..finder.count() {
            finder.defined_at(token);
            finder.subject_at(token);
        }
        finder.titles(words.reading);
        finder.places()
    }

    /// The tokens at which a name begins.
    pub(super) fn tokens(&self) -> Vec<u32> {
        self.places.keys().copied().collect()
    }

    /// How many words a name takes at a token.
    pub(super) fn at(&self, token: u32) -> Option<usize> {
        self.places.get(&token).map(|length| usize::from(*length))
    }
}

struct Finder<'a> {
    words: &'a Words<'a>,
    names: BTreeSet<Vec<String>>,
}

impl Finder<'_> {
    fn count(&self) -> u32 {
        u32::try_from(self.words.analysis.tokens().len()).unwrap_or(u32::MAX)
    }

    fn has(&self, token: u32, mark: Punctuation) -> bool {
        token < self.count() && self.words.before(token).intersects(mark)
    }

    fn is_capital(&self, token: u32) -> bool {
        self.words.form(token).starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
    }

    fn is_legal_form(&self, token: u32) -> bool {
        LEGAL_FORMS.contains(&self.words.form(token).to_lowercase().as_str())
    }

    /// `NAME ("we", "us" or "ALIAS")`: the name before a parenthesis that defines "we", and the aliases in it.
    fn defined_at(&mut self, token: u32) {
        if !self.has(token, Punctuation::OPEN) {
            return;
        }
        let end = (token..self.count()).take(LONGEST_PARENTHESIS).skip(1).find(|at| self.has(*at, Punctuation::CLOSE));
        let end = end.unwrap_or(self.count().min(token + 1));
        let first_person = CueSet::of(&[Cue::We, Cue::Our]);
        let quoted = |at: u32| self.has(at, Punctuation::QUOTE) || self.has(at + 1, Punctuation::QUOTE);
        if !(token..end).any(|at| self.words.cues(at).meets(first_person) && quoted(at)) {
            return;
        }
        self.name_before(token);
        let mut at = token;
        while at < end {
            if self.has(at, Punctuation::QUOTE) && self.is_capital(at) {
                let close = (at + 1..end).find(|next| self.has(*next, Punctuation::QUOTE)).unwrap_or(end);
                self.add(at, close);
                at = close;
            }
            at += 1;
        }
    }

    /// "At NAME, we …".
    fn subject_at(&mut self, token: u32) {
        let opens = self.words.form(token) == "At" && token + 2 < self.count();
        if !opens {
            return;
        }
        let end = (token + 1..self.count()).take(LONGEST_NAME).find(|at| !self.is_capital(*at));
        if let Some(end) = end.filter(|end| self.has(*end, Punctuation::COMMA) && self.words.cues(*end).has(Cue::We)) {
            self.add(token + 1, end);
        }
    }

    fn titles(&mut self, reading: &Reading) {
        for title in reading.documents.iter().filter_map(|document| document.title) {
            let tokens = self.words.analysis.tokens_in(reading.block(title).prose);
            let is_name = |at: &u32| {
                let form = self.words.form(*at).to_lowercase();
                self.is_capital(*at)
                    && !TITLE_WORDS.contains(&form.as_str())
                    && !form.starts_with(|c: char| c.is_ascii_digit())
            };
            let tokens: Vec<u32> = tokens.filter_map(|at| u32::try_from(at).ok()).collect();
            let Some(start) = tokens.iter().position(is_name) else { continue };
            let length = tokens[start..].iter().take_while(|at| is_name(at)).count();
            // A title that is all name says nothing of whose policy it is.
            if length < tokens.len() && length <= LONGEST_NAME {
                self.add(tokens[start], tokens[start] + u32::try_from(length).unwrap_or(0));
            }
        }
    }

    /// The capitalised words that end before `end`.
    fn name_before(&mut self, end: u32) {
        let joins = |at: u32| matches!(self.words.form(at), "of" | "and" | "the" | "The");
        let mut start = end;
        while start > 0
            && end - start < 8
            && (self.is_capital(start - 1) || (start < end && joins(start - 1)))
            && (start == end || !self.has(start, Punctuation::STOP) || self.is_legal_form(start - 1))
            && !self.has(start, Punctuation::BREAK)
        {
            start -= 1;
        }
        while start < end && joins(start) {
            start += 1;
        }
        self.add(start, end);
    }

    /// Adds the words from `start` to `end` as a name, and the same without its legal form.
    fn add(&mut self, start: u32, end: u32) {
        let mut name: Vec<String> = (start..end).map(|at| self.words.form(at).to_lowercase()).collect();
        if name.is_empty() || name.len() > LONGEST_NAME || name.iter().all(|word| word == "company") && name.len() > 1 {
            return;
        }
        let is_word_of_ours = (start..end).len() == 1
            && self.words.cues(start).meets(CueSet::of(&[Cue::We, Cue::Our, Cue::You, Cue::Your, Cue::Pronoun]));
        if is_word_of_ours {
            return;
        }
        if self.names.len() >= MOST_NAMES {
            return;
        }
        self.names.insert(name.clone());
        while name.len() > 1 && name.last().is_some_and(|last| LEGAL_FORMS.contains(&last.as_str())) {
            name.pop();
            self.names.insert(name.clone());
        }
    }

    fn places(self) -> Names {
        let mut by_first: BTreeMap<&str, Vec<&[String]>> = BTreeMap::new();
        for name in &self.names {
            by_first.entry(&name[0]).or_default().push(name);
        }
        let mut places = BTreeMap::new();
        if by_first.is_empty() {
            return Names::default();
        }
        for token in 0..self.count() {
            if !self.is_capital(token) {
                continue;
            }
            let first = self.words.form(token).to_lowercase();
            let names = by_first.get(first.as_str()).map_or(&[][..], Vec::as_slice);
            let longest = names.iter().filter(|name| self.stands(token, name)).map(|name| name.len()).max();
            if let Some(length) = longest.and_then(|length| u8::try_from(length).ok()) {
                places.insert(token, length);
            }
        }
        Names { places }
    }

    fn stands(&self, token: u32, name: &[String]) -> bool {
        name.iter().zip(token..).all(|(word, at)| {
            at < self.count()
                && (at == token || !self.has(at, Punctuation::BREAK))
                && self.words.form(at).to_lowercase() == *word
        })
    }
}
