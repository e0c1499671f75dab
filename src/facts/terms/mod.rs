//! Names that a text gives to things, and where it uses them: the "Services", a Member, your Guide.

mod acronyms;
mod definitions;
mod uses;

#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use crate::doc::SentenceId;
use crate::text::ProseRange;

use super::Facts;

/// What a name is known by: its words in small letters, the last one in the singular.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TermKey(String);

impl TermKey {
    /// The key of a name, and whether the name is in the plural.
    pub fn of(name: &str) -> (Self, bool) {
        let name = name.to_lowercase().replace('-', " ");
        let mut words: Vec<&str> = name.split_whitespace().collect();
        let last = words.pop().unwrap_or_default();
        let one = singular(last);
        let plural = one != last;
        (Self(words.into_iter().chain([one.as_str()]).collect::<Vec<_>>().join(" ")), plural)
    }

    /// As words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn singular(word: &str) -> String {
    const HISSING: [&str; 5] = ["sses", "xes", "ches", "shes", "zes"];
    match word {
        _ if word.len() > 4 && word.ends_with("ies") => format!("{}y", &word[..word.len() - 3]),
        _ if HISSING.iter().any(|ending| word.ends_with(ending)) => word[..word.len() - 2].to_owned(),
        _ if word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("us")
            && !word.ends_with("is") =>
        {
            word[..word.len() - 1].to_owned()
        }
        _ => word.to_owned(),
    }
}

/// A name that a text gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// What it is known by.
    pub key: TermKey,
    /// The name, without its quotation marks.
    pub prose: ProseRange,
    /// The sentence that gives it.
    pub sentence: SentenceId,
    /// What it is said to mean, where the sentence says it with a verb: "means …".
    pub meaning: Option<ProseRange>,
}

/// A place where words are written with capitals within a sentence, as names are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermUse {
    /// What it is known by.
    pub key: TermKey,
    /// The words.
    pub prose: ProseRange,
    /// The sentence.
    pub sentence: SentenceId,
    /// Whether it is in the plural.
    pub plural: bool,
    /// Whether an article or a word like "your" stands before it, as before words for kinds of things.
    pub determined: bool,
    /// Whether something goes to it or comes from it: "with Guides", "to your Guide".
    pub party: bool,
}

/// The names of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    /// Names that it gives, in reading order.
    pub definitions: Vec<Definition>,
    /// Names that it uses, in reading order; those of its first sentence words left out.
    pub uses: Vec<TermUse>,
    /// Abbreviations in capitals that no brackets explain, in reading order.
    pub acronyms: Vec<TermUse>,
    /// What it explains in another way: in quotation marks, in a heading, before a colon.
    pub explained: HashSet<TermKey>,
    /// How often the words of names stand in small letters.
    pub small: HashMap<TermKey, usize>,
}

/// Reads the names of a source. Linear in its words.
pub(super) fn terms(facts: &Facts<'_>) -> Terms {
    let mut terms = Terms::default();
    definitions::read(facts, &mut terms);
    uses::read(facts, &mut terms);
    acronyms::read(facts, &mut terms);
    uses::read_small(facts, &mut terms);
    terms
}

/// The sentences in which a policy speaks: no furniture, no code.
fn spoken<'a>(facts: &'a Facts<'_>) -> impl Iterator<Item = (SentenceId, ProseRange)> + 'a {
    let sentences =
        facts.reading.sentences.iter().enumerate().map(|(at, sentence)| (SentenceId::at(at), sentence.prose));
    sentences.filter(|(id, prose)| !prose.is_empty() && !facts.units.unit(*id).aside)
}
