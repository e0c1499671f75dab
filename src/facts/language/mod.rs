//! Which language a document is in, and which of its passages are in another.

mod detector;
mod evidence;
mod words;

#[cfg(test)]
mod tests;

use crate::doc::{BlockId, BlockKind, Document, Reading};

use detector::{detected, detected_surely, of_other_script};
use evidence::{Evidence, Verdict, tag_of};
use words::FUNCTION_WORDS;

/// The tag of a language that is not known.
pub(super) const UNKNOWN: &str = "und";
const ENGLISH: &str = "en";
/// So many words of English make a text of their own beside one in another language; fewer are the words of a page around it.
const OWN_TEXT: u32 = 50;
/// Fewer foreign words in an English text are a quotation.
const PASSAGE: u32 = 20;
/// A paragraph of fewer words may be a name or a title.
const PARAGRAPH: u32 = 12;

/// The languages of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Languages {
    /// BCP 47 tag of the one that it is in, `und` where unknown.
    pub main: String,
    /// Where a text in English has passages in another language, or stands beside the same text in one: that language.
    pub other: Option<String>,
    /// The blocks that are in the other language, in order.
    pub foreign: Vec<BlockId>,
}

/// A run of words in one language, or in none that shows.
struct Passage {
    block: BlockId,
    heading: bool,
    evidence: Evidence,
    verdict: Verdict,
}

/// The languages of a document: what its words show where that is certain, else what the page declares, else `und`. `known` is
/// whether its words are such as English texts are made of, where nothing else tells.
pub fn languages_of(reading: &Reading, document: &Document, known: bool) -> Languages {
    let passages = passages(reading, document);
    let weight = |of: &dyn Fn(Verdict) -> bool| -> u32 {
        passages.iter().filter(|passage| of(passage.verdict)).map(|passage| passage.evidence.words()).sum()
    };
    let english = weight(&|verdict| verdict == Verdict::English);
    let foreign = weight(&|verdict| !matches!(verdict, Verdict::English | Verdict::Open));
    let own = |main: String| Languages { main, ..Languages::default() };
    if english == 0 && foreign == 0 {
        return own(undecided(reading, &passages, known));
    }
    let beside = english >= OWN_TEXT && english * 2 >= foreign;
    if foreign > english && !beside {
        return own(foreign_language(reading, &passages).0);
    }
    if foreign < PASSAGE {
        return own(ENGLISH.to_owned());
    }
    let (other, running) = foreign_language(reading, &passages);
    if !running {
        return own(ENGLISH.to_owned());
    }
    Languages { main: ENGLISH.to_owned(), other: Some(other), foreign: foreign_blocks(&passages) }
}

/// The language of some words, where they are enough to tell.
pub fn language_of_words(words: &str) -> Option<String> {
    let evidence = Evidence::read(words);
    match evidence.verdict() {
        _ if evidence.words() < PARAGRAPH => None,
        Verdict::English => Some(ENGLISH.to_owned()),
        Verdict::Latin(best) => Some(latin_language(words, &evidence, best)),
        Verdict::OtherScript => of_other_script(words),
        Verdict::Open => detected(words),
    }
}

/// Whether some words hold two of the small words that any text in English is full of.
pub(super) fn is_english(words: &str) -> bool {
    let small = FUNCTION_WORDS.iter().find(|(tag, _)| *tag == ENGLISH).map_or("", |(_, list)| list);
    let is_small = |word: &&str| small.split_ascii_whitespace().any(|known| known.eq_ignore_ascii_case(word));
    words.split(|mark: char| !mark.is_alphabetic()).filter(is_small).take(2).count() == 2
}

/// The blocks of a document with what each shows, page furniture and code left out.
fn passages(reading: &Reading, document: &Document) -> Vec<Passage> {
    let blocks = document.blocks.clone().map(|at| (BlockId::at(at), reading.block(BlockId::at(at))));
    let own = blocks.filter(|(_, block)| !block.furniture && !block.prose.is_empty() && block.kind != BlockKind::Code);
    own.map(|(id, block)| {
        let evidence = Evidence::read(reading.words(block.prose));
        let verdict = evidence.verdict();
        Passage { block: id, heading: matches!(block.kind, BlockKind::Heading { .. }), evidence, verdict }
    })
    .collect()
}

/// The language of a document none of whose blocks shows one.
fn undecided(reading: &Reading, passages: &[Passage], known: bool) -> String {
    let mut evidence = Evidence::default();
    passages.iter().for_each(|passage| evidence.add(&passage.evidence));
    let words = gathered(reading, passages, |_| true);
    let shown = match evidence.verdict() {
        Verdict::English => Some(ENGLISH.to_owned()),
        Verdict::Latin(best) => Some(latin_language(&words, &evidence, best)),
        Verdict::OtherScript => of_other_script(&words),
        Verdict::Open => {
            let foreign = |tag: &String| tag == ENGLISH || (!known && evidence.allows(tag));
            detected(&words).or_else(|| detected_surely(&words)).filter(foreign)
        }
    };
    shown.or_else(|| declared(reading)).unwrap_or_else(|| UNKNOWN.to_owned())
}

/// What the page says that it is in.
fn declared(reading: &Reading) -> Option<String> {
    let declared = reading.metadata.iter().find(|(key, _, _)| key == "lang" || key == "language" || key == "locale");
    let primary = declared.and_then(|(_, value, _)| value.split(['-', '_']).next())?;
    (2..=3).contains(&primary.len()).then(|| primary.to_ascii_lowercase())
}

/// The language of the blocks that are not English, by their words together, and whether those are running text.
fn foreign_language(reading: &Reading, passages: &[Passage]) -> (String, bool) {
    let is_other_script = |passage: &Passage| passage.verdict == Verdict::OtherScript;
    let is_latin = |passage: &Passage| matches!(passage.verdict, Verdict::Latin(_));
    let weight = |of: &dyn Fn(&Passage) -> bool| -> u32 {
        passages.iter().filter(|passage| of(passage)).map(|passage| passage.evidence.words()).sum()
    };
    if weight(&is_other_script) > weight(&is_latin) {
        let words = gathered(reading, passages, is_other_script);
        return (of_other_script(&words).unwrap_or_else(|| UNKNOWN.to_owned()), true);
    }
    let mut evidence = Evidence::default();
    passages.iter().filter(|passage| is_latin(passage)).for_each(|passage| evidence.add(&passage.evidence));
    let words = gathered(reading, passages, is_latin);
    let first = passages.iter().find_map(|passage| match passage.verdict {
        Verdict::Latin(at) => Some(at),
        _ => None,
    });
    let verdict = evidence.verdict();
    let language = match verdict {
        Verdict::Latin(best) => latin_language(&words, &evidence, best),
        _ => first.map_or(UNKNOWN, tag_of).to_owned(),
    };
    (language, evidence.runs(verdict))
}

/// Of languages that share most of their small words, the one that the letters speak for.
fn latin_language(words: &str, evidence: &Evidence, best: usize) -> String {
    let by_letters = detected(words).filter(|tag| tag != ENGLISH && evidence.fits(tag, best));
    by_letters.unwrap_or_else(|| tag_of(best).to_owned())
}

/// The words of the passages that are asked for, as far as they are needed to tell languages apart.
fn gathered(reading: &Reading, passages: &[Passage], wanted: impl Fn(&Passage) -> bool) -> String {
    let mut words = String::new();
    for passage in passages.iter().filter(|passage| wanted(passage)) {
        if words.len() > detector::LONGEST {
            break;
        }
        words.push_str(reading.words(reading.block(passage.block).prose));
        words.push('\n');
    }
    words
}

/// Blocks in the other language: those that show it, and those that show none between two of them. A heading goes with what follows.
fn foreign_blocks(passages: &[Passage]) -> Vec<BlockId> {
    let is_foreign = |verdict: Verdict| verdict != Verdict::English;
    let mut next: Vec<Option<bool>> = vec![None; passages.len()];
    let mut following = None;
    for (at, passage) in passages.iter().enumerate().rev() {
        if passage.verdict != Verdict::Open {
            following = Some(is_foreign(passage.verdict));
        }
        next[at] = following;
    }
    let mut before = None;
    let mut found = Vec::new();
    for (passage, next) in passages.iter().zip(next) {
        if passage.verdict != Verdict::Open {
            before = Some(is_foreign(passage.verdict));
        }
        let foreign = match (passage.verdict, passage.heading) {
            (Verdict::Open, true) => next.or(before).unwrap_or(false),
            (Verdict::Open, false) => {
                before.unwrap_or(true) && next.unwrap_or(true) && (before.is_some() || next.is_some())
            }
            (verdict, _) => is_foreign(verdict),
        };
        if foreign {
            found.push(passage.block);
        }
    }
    found
}
