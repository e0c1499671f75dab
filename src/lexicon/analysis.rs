//! Prose as the matcher sees it: words looked up once, the classes at each, and where each of them occurs.

use crate::text::ProseRange;

use super::value::{ValueClass, Values};
use super::vocabulary::{ClassId, Vocabulary, WordId};
use super::words::{Punctuation, each_word};

/// A word of the prose, looked up.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Where it stands.
    pub range: ProseRange,
    /// Which word it is.
    pub word: WordId,
    /// What stands before it.
    pub before: Punctuation,
}

/// A member of a class that starts at a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The class.
    pub class: ClassId,
    /// How many tokens the member takes.
    pub length: u8,
}

/// A set of words and classes, in few bits: what is in it has its sign there, and some of what is not.
pub(super) type Signs = u128;

impl WordId {
    /// Its sign.
    pub(super) fn sign(self) -> Signs {
        scattered(self.0)
    }
}

impl ClassId {
    /// Its sign.
    pub(super) fn sign(self) -> Signs {
        scattered(!self.0)
    }
}

/// One bit for a number, those of neighbours apart from each other.
fn scattered(number: u32) -> Signs {
    1 << (number.wrapping_mul(0x9e37_79b1) >> 25)
}

/// Positions by key, in two flat lists.
#[derive(Debug, Default)]
struct Postings {
    starts: Vec<u32>,
    positions: Vec<u32>,
}

impl Postings {
    fn build(keys: usize, entries: &[(u32, u32)]) -> Self {
        let mut starts = vec![0_u32; keys + 1];
        for (key, _) in entries {
            starts[*key as usize + 1] += 1;
        }
        for key in 1..starts.len() {
            starts[key] += starts[key - 1];
        }
        let mut next = starts.clone();
        let mut positions = vec![0; entries.len()];
        for (key, position) in entries {
            positions[next[*key as usize] as usize] = *position;
            next[*key as usize] += 1;
        }
        Self { starts, positions }
    }

    fn of(&self, key: u32) -> &[u32] {
        match (self.starts.get(key as usize), self.starts.get(key as usize + 1)) {
            (Some(start), Some(end)) => &self.positions[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

/// The words of a prose and an index of them. Built once per source, in time linear in the prose.
#[derive(Debug, Default)]
pub struct Analysis {
    tokens: Vec<Token>,
    hits: Vec<Hit>,
    hit_starts: Vec<u32>,
    signs: Vec<Signs>,
    by_word: Postings,
    by_class: Postings,
    values: Values,
}

impl Analysis {
    /// Cuts `prose` into words and looks each up in `vocabulary`.
    pub fn new(prose: &str, vocabulary: &Vocabulary) -> Self {
        let mut tokens: Vec<Token> = Vec::with_capacity(prose.len() / 6);
        let mut lower = String::new();
        each_word(prose, |word| {
            lower.clear();
            lower.extend(word.form.chars().flat_map(char::to_lowercase));
            tokens.push(Token { range: word.range, word: vocabulary.word(&lower), before: word.before });
        });
        let mut hits = Vec::with_capacity(tokens.len() * 2);
        let mut hit_starts = Vec::with_capacity(tokens.len() + 1);
        let mut signs = Vec::with_capacity(tokens.len());
        for at in 0..tokens.len() {
            hit_starts.push(index(hits.len()));
            let mut here = tokens[at].word.sign();
            for (class, rest) in vocabulary.members_from(tokens[at].word) {
                let length = u8::try_from(rest.len() + 1).unwrap_or(u8::MAX);
                if follows(&tokens[at..], rest) {
                    here |= class.sign();
                    hits.push(Hit { class, length });
                }
            }
            signs.push(here);
        }
        hit_starts.push(index(hits.len()));
        let words: Vec<(u32, u32)> = (tokens.iter().enumerate())
            .filter(|(_, token)| token.word != WordId::UNKNOWN)
            .map(|(at, token)| (token.word.0, index(at)))
            .collect();
        let mut classes = Vec::with_capacity(hits.len());
        for at in 0..tokens.len() {
            let here = &hits[hit_starts[at] as usize..hit_starts[at + 1] as usize];
            let mut last = None;
            for hit in here.iter().filter(|hit| last.replace(hit.class) != Some(hit.class)) {
                classes.push((hit.class.0, index(at)));
            }
        }
        let by_word = Postings::build(vocabulary.word_count(), &words);
        let by_class = Postings::build(vocabulary.class_count(), &classes);
        Self { tokens, hits, hit_starts, signs, by_word, by_class, values: Values::default() }
    }

    /// All words.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The members of classes that start at a token.
    pub fn hits(&self, token: usize) -> &[Hit] {
        match (self.hit_starts.get(token), self.hit_starts.get(token + 1)) {
            (Some(start), Some(end)) => &self.hits[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// The signs of the word at a token and of the classes whose members start there.
    pub(super) fn signs(&self, token: u32) -> Signs {
        self.signs.get(token as usize).copied().unwrap_or_default()
    }

    /// The longest member of `class` at a token, as a number of tokens.
    pub fn class_at(&self, token: usize, class: ClassId) -> Option<usize> {
        self.hits(token).iter().filter(|hit| hit.class == class).map(|hit| usize::from(hit.length)).max()
    }

    /// The tokens that are this word, in order.
    pub fn positions_of_word(&self, word: WordId) -> &[u32] {
        self.by_word.of(word.0)
    }

    /// The tokens at which a member of this class starts, in order.
    pub fn positions_of_class(&self, class: ClassId) -> &[u32] {
        self.by_class.of(class.0)
    }

    /// Marks where the values of `class` stand, unless that was done before. `find` gives their places in the prose, in order and apart
    /// from each other. Unmarked, a class of values matches nothing.
    pub fn mark(&self, class: ValueClass, find: impl FnOnce() -> Vec<ProseRange>) {
        self.values.mark(class, || find().into_iter().map(|range| self.tokens_in(range)).collect());
    }

    /// The tokens at which values of this class start, in order.
    pub fn positions_of_value(&self, class: ValueClass) -> &[u32] {
        self.values.starts(class)
    }

    /// How many tokens the value of this class takes that starts at a token.
    pub fn value_at(&self, token: u32, class: ValueClass) -> Option<u8> {
        self.values.length_at(class, token)
    }

    /// The tokens that start within a range of the prose.
    pub fn tokens_in(&self, range: ProseRange) -> std::ops::Range<usize> {
        let start = self.tokens.partition_point(|token| token.range.start() < range.start());
        let end = self.tokens.partition_point(|token| token.range.start() < range.end());
        start..end.max(start)
    }
}

/// Whether the words `rest` follow the first of `tokens` in one breath: no comma, stop or block end between them. The point behind a
/// single letter is no stop: "U.S. state" is one name.
fn follows(tokens: &[Token], rest: impl ExactSizeIterator<Item = WordId>) -> bool {
    let in_one_breath = |pair: &[Token]| {
        let parted = pair[1].before.and(Punctuation::BARRIER);
        parted.is_empty() || parted == Punctuation::STOP && pair[0].range.len() == 1
    };
    tokens.len() > rest.len()
        && tokens.windows(2).zip(rest).all(|(pair, word)| pair[1].word == word && in_one_breath(pair))
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
