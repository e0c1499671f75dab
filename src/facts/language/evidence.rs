//! What the words of a text show of its language.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use unicode_script::{Script, UnicodeScript};

use crate::lexicon::each_word;

use super::words::{FUNCTION_WORDS, IN_NAMES};

/// Languages whose small words are known; the first is English.
const LANGUAGES: usize = FUNCTION_WORDS.len();
const ENGLISH: usize = 0;
/// Fewer small words may be names: `Deutsche Post`, `de España`.
const LEAST_HITS: u32 = 3;
/// Different ones among them, and those that no name holds.
const LEAST_DIFFERENT: u32 = 2;
const LEAST_TELLING: u32 = 1;
/// English texts have letters beyond `a` to `z` in fewer than one word of so many.
const ACCENTED: u32 = 5;
/// In running text of a few sentences so many different ones stand, and one of so many words at least is a small one.
const RUNNING_DIFFERENT: u32 = 5;
const RUNNING_SPARSEST: u32 = 6;
/// Every so many words of any text with sentences at least one is a small one.
const SPARSEST: u32 = 12;
/// Letters of scripts without spaces that make about one word.
const LETTERS_A_WORD: u32 = 2;

/// For each small word, the languages that it is one of, as bits.
static SMALL_WORDS: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    let mut words: HashMap<&str, u32> = HashMap::new();
    for (at, (_, list)) in FUNCTION_WORDS.iter().enumerate() {
        for word in list.split_whitespace() {
            *words.entry(word).or_default() |= 1 << at;
        }
    }
    words
});

static NAME_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| IN_NAMES.split_whitespace().collect());

/// What the words of a text show of its language.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence {
    /// Words in Latin letters.
    latin: u32,
    /// Words in other letters.
    other: u32,
    /// Words in Latin letters of which some are not English ones.
    accented: u32,
    /// Its small words, and how often each stands.
    small: HashMap<&'static str, u32>,
}

/// What language that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Too few words, or none that tell.
    Open,
    /// English.
    English,
    /// Another one in Latin letters; its place in the list.
    Latin(usize),
    /// One in other letters.
    OtherScript,
}

impl Evidence {
    /// Reads a text. Linear in it.
    pub(super) fn read(text: &str) -> Self {
        let mut found = Self::default();
        let mut unspaced = 0;
        each_word(text, |word| {
            match word.form.chars().find(|character| character.is_alphabetic()).map(|character| character.script()) {
                None => return,
                Some(Script::Latin) => {
                    found.latin += 1;
                    found.accented += u32::from(!word.form.is_ascii());
                }
                Some(
                    Script::Han
                    | Script::Hiragana
                    | Script::Katakana
                    | Script::Thai
                    | Script::Lao
                    | Script::Khmer
                    | Script::Myanmar,
                ) => {
                    unspaced += u32::try_from(word.form.chars().count()).unwrap_or(u32::MAX);
                    return;
                }
                Some(_) => {
                    found.other += 1;
                    return;
                }
            }
            // A single capital is of an abbreviation: `S.A.`, `N.V.`
            if word.form.chars().nth(1).is_none() && word.form.chars().all(char::is_uppercase) {
                return;
            }
            let lower = word.form.to_lowercase();
            if let Some((small, _)) = SMALL_WORDS.get_key_value(lower.as_str()) {
                *found.small.entry(*small).or_default() += 1;
            }
        });
        found.other += unspaced.div_ceil(LETTERS_A_WORD);
        found
    }

    /// Takes in what another part of the same text shows.
    pub(super) fn add(&mut self, part: &Self) {
        self.latin += part.latin;
        self.other += part.other;
        self.accented += part.accented;
        for (word, count) in &part.small {
            *self.small.entry(*word).or_default() += count;
        }
    }

    /// How many small words of each language it has, and how many different ones.
    fn hits(&self) -> [Hits; LANGUAGES] {
        let mut hits = [Hits::default(); LANGUAGES];
        for (word, count) in &self.small {
            let languages = SMALL_WORDS.get(word).copied().unwrap_or_default();
            for (_, hits) in hits.iter_mut().enumerate().filter(|(at, _)| languages & (1 << at) != 0) {
                let telling = u32::from(!NAME_WORDS.contains(word));
                *hits = Hits { all: hits.all + count, different: hits.different + 1, telling: hits.telling + telling };
            }
        }
        hits
    }

    /// How many words the text has.
    pub(super) fn words(&self) -> u32 {
        self.latin + self.other
    }

    /// The language that its words show.
    pub(super) fn verdict(&self) -> Verdict {
        if self.other > self.latin && self.other >= LEAST_HITS {
            return Verdict::OtherScript;
        }
        let hits = self.hits();
        let Some(foreign) = (1..LANGUAGES).max_by_key(|at| (hits[*at].all, hits[*at].different, LANGUAGES - at)) else {
            return Verdict::Open;
        };
        let shown = |at: usize, than: usize| self.is_sown(hits[at]) && hits[at].all >= 2 * hits[than].all;
        if shown(ENGLISH, foreign) {
            Verdict::English
        } else if shown(foreign, ENGLISH) {
            Verdict::Latin(foreign)
        } else {
            Verdict::Open
        }
    }

    /// Whether small words stand as close as in running text.
    fn is_sown(&self, hits: Hits) -> bool {
        hits.all >= LEAST_HITS
            && hits.different >= LEAST_DIFFERENT
            && hits.telling >= LEAST_TELLING
            && hits.all * SPARSEST >= self.latin
    }

    /// Whether it is running text in a language, no address and no list of names.
    pub(super) fn runs(&self, verdict: Verdict) -> bool {
        match verdict {
            Verdict::Open => false,
            Verdict::OtherScript => true,
            Verdict::English => self.runs_in(ENGLISH),
            Verdict::Latin(at) => self.runs_in(at),
        }
    }

    fn runs_in(&self, at: usize) -> bool {
        let hits = self.hits()[at];
        hits.different >= RUNNING_DIFFERENT && hits.all * RUNNING_SPARSEST >= self.latin
    }

    /// Whether it may be in a language, by its small words: hardly any are English, and if those of the language are known, some are of
    /// it, or many words are spelt as none is in English. Names alone look like any language.
    pub(super) fn allows(&self, tag: &str) -> bool {
        let hits = self.hits();
        let sparse = |hits: Hits| hits.all * SPARSEST < self.latin || self.latin == 0;
        let own = place_of(tag).is_none_or(|at| {
            hits[at].different >= LEAST_DIFFERENT
                && hits[at].telling >= LEAST_TELLING
                && hits[at].all * 2 * SPARSEST >= self.latin
                || self.accented * ACCENTED >= self.latin
        });
        sparse(hits[ENGLISH]) && own
    }

    /// Whether its words can be of a language as well as of the one that it has most small words of.
    pub(super) fn fits(&self, tag: &str, best: usize) -> bool {
        let hits = self.hits();
        // A language whose small words are not known may be any that is like those that are.
        place_of(tag).is_none_or(|at| hits[at].all * 4 >= hits[best].all * 3)
    }
}

/// Small words of a language in a text.
#[derive(Debug, Clone, Copy, Default)]
struct Hits {
    all: u32,
    different: u32,
    /// Those of the different ones that are not in names.
    telling: u32,
}

fn place_of(tag: &str) -> Option<usize> {
    FUNCTION_WORDS.iter().position(|(other, _)| *other == tag)
}

/// The tag of a language of the list.
pub(super) fn tag_of(at: usize) -> &'static str {
    FUNCTION_WORDS.get(at).map_or("und", |(tag, _)| tag)
}
