//! What a text says twice in the same words, or in nearly the same.

mod alike;
mod runs;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use xxhash_rust::xxh3::Xxh3;

use crate::doc::{Block, BlockKind, SentenceId};
use crate::text::ProseRange;

use super::Facts;

/// Two passages, the second like the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// What is alike.
    pub kind: DuplicateKind,
    /// The earlier passage.
    pub first: Passage,
    /// The later one.
    pub second: Passage,
    /// The last one before it that is the same, which is the earlier one where no other stands between.
    pub latest: Passage,
    /// How long it is: in words, or for a list in items.
    pub length: usize,
    /// The words that only the earlier one has, and those that only the later one has; empty where they are the same.
    pub differing: Option<(String, String)>,
}

/// What is alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DuplicateKind {
    /// A sentence, word for word.
    Sentence,
    /// A paragraph, word for word.
    Paragraph,
    /// A paragraph but for a few words.
    NearParagraph,
    /// A list with the words before it, but for a word here and there.
    List,
    /// The title.
    Title,
}

impl DuplicateKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Sentence, Self::Paragraph, Self::NearParagraph, Self::List, Self::Title];

    /// The name that rules use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Paragraph => "paragraph",
            Self::NearParagraph => "near-paragraph",
            Self::List => "list",
            Self::Title => "title",
        }
    }
}

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// Its words.
    pub prose: ProseRange,
    /// Its first sentence.
    pub sentence: SentenceId,
}

/// What of one kind stands twice, for the same readers, in the same document: state sections repeat each other on purpose. Linear in the
/// text.
pub(super) fn duplicates(facts: &Facts<'_>, kind: DuplicateKind) -> Vec<Duplicate> {
    let mut found = Vec::new();
    match kind {
        DuplicateKind::Sentence => sentences(facts, &mut found),
        DuplicateKind::Paragraph => exact(facts, &passages(facts), &mut found),
        DuplicateKind::NearParagraph => alike::find(facts, &passages(facts), &mut found),
        DuplicateKind::List => runs::find(facts, &passages(facts), &mut found),
        DuplicateKind::Title => found.extend(title(facts)),
    }
    found
}

/// A block of the policy's own text.
struct OwnBlock<'a> {
    block: &'a Block,
    /// Of its words, whatever their case and punctuation.
    hash: u64,
    words: usize,
}

impl OwnBlock<'_> {
    fn passage(&self) -> Passage {
        Passage { prose: self.block.prose, sentence: SentenceId::at(self.block.sentences.start) }
    }
}

fn passages<'a>(facts: &Facts<'a>) -> Vec<OwnBlock<'a>> {
    let own = facts.reading.blocks.iter().filter(|block| {
        let speaks = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item(_));
        speaks && !block.furniture && !block.quoted && !block.sentences.is_empty() && !block.prose.is_empty()
    });
    own.map(|block| {
        let (hash, words) = hash(facts.reading.words(block.prose));
        OwnBlock { block, hash, words }
    })
    .filter(|own| own.words > 0)
    .collect()
}

/// The words of a passage, in small letters.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn hash(text: &str) -> (u64, usize) {
    let mut hasher = Xxh3::new();
    let mut count = 0;
    for word in words(text) {
        hasher.update(word.as_bytes());
        hasher.update(b" ");
        count += 1;
    }
    (hasher.digest(), count)
}

/// Whether two sentences are of one document and speak to the same readers.
fn same_readers(facts: &Facts<'_>, first: SentenceId, second: SentenceId) -> bool {
    facts.document_of(first) == facts.document_of(second) && facts.audience(first) == facts.audience(second)
}

/// Whole paragraphs and items, each told of its first like.
fn exact(facts: &Facts<'_>, passages: &[OwnBlock<'_>], found: &mut Vec<Duplicate>) {
    let mut first: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, own) in passages.iter().enumerate() {
        let earlier = first.entry(own.hash).or_default();
        let second = own.passage();
        let like =
            earlier.iter().find(|like| same_readers(facts, passages[**like].passage().sentence, second.sentence));
        match like {
            Some(like) => found.push(Duplicate {
                kind: DuplicateKind::Paragraph,
                first: passages[*like].passage(),
                second,
                latest: passages[*like].passage(),
                length: own.words,
                differing: None,
            }),
            // One for each group of readers; a text has few.
            None if earlier.len() < MOST_LIKES => earlier.push(at),
            None => {}
        }
    }
}

/// How many earlier passages one is held against.
const MOST_LIKES: usize = 8;

/// Sentences of running text that stand twice, whether or not all of their paragraphs do.
fn sentences(facts: &Facts<'_>, found: &mut Vec<Duplicate>) {
    let reading = facts.reading;
    let mut first: HashMap<u64, (SentenceId, SentenceId)> = HashMap::new();
    for (at, sentence) in reading.sentences.iter().enumerate() {
        let block = reading.block(sentence.block);
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Item(_)) || block.furniture || block.quoted {
            continue;
        }
        let (hash, length) = hash(reading.words(sentence.prose));
        let id = SentenceId::at(at);
        let (earlier, last) = first.entry(hash).or_insert((id, id));
        let latest = std::mem::replace(last, id);
        if *earlier != id && same_readers(facts, *earlier, id) {
            let passage = |id: SentenceId| Passage { prose: reading.sentence(id).prose, sentence: id };
            let (first, second, latest) = (passage(*earlier), passage(id), passage(latest));
            found.push(Duplicate { kind: DuplicateKind::Sentence, first, second, latest, length, differing: None });
        }
    }
}

/// A second title right below the first, of the same words but for small ones.
fn title(facts: &Facts<'_>) -> Option<Duplicate> {
    let reading = facts.reading;
    let own = reading.blocks.iter().filter(|block| !block.furniture && !block.sentences.is_empty()).take(4);
    let lines: Vec<(&Block, Vec<String>)> = own.map(|block| (block, main_words(reading.words(block.prose)))).collect();
    let is_title = |words: &[String]| (2..=6).contains(&words.len()) && words.iter().any(|word| word == "privacy");
    for (at, (second, words)) in lines.iter().enumerate() {
        let like =
            lines[..at].iter().find(|(_, earlier)| is_title(words) && (earlier == words || holds(earlier, words)));
        if let Some((first, _)) = like {
            let passage =
                |block: &Block| Passage { prose: block.prose, sentence: SentenceId::at(block.sentences.start) };
            let (first, second) = (passage(first), passage(second));
            let length = words.len();
            return Some(Duplicate {
                kind: DuplicateKind::Title,
                first,
                second,
                latest: first,
                length,
                differing: None,
            });
        }
    }
    None
}

/// Whether a title is that of a document and its owner's name, of which the second one is the document's: "Privacy Policy of Tilbury".
fn holds(first: &[String], second: &[String]) -> bool {
    let kind = |word: &String| matches!(word.as_str(), "privacy" | "policy" | "notice" | "statement" | "online");
    let rest = first.strip_prefix(second).filter(|rest| matches!(rest.first().map(String::as_str), Some("of" | "for")));
    second.iter().all(kind) && first.len() <= LONGEST_TITLE && rest.is_some_and(|rest| rest.len() > 1)
}

/// A title of more words is a sentence.
const LONGEST_TITLE: usize = 8;

fn main_words(text: &str) -> Vec<String> {
    words(text).filter(|word| !["and", "the", "our", "s"].contains(&word.as_str())).collect()
}
