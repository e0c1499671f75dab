//! The documents within a source, and their titles.

use std::borrow::Cow;

use super::super::model::{Block, BlockId, BlockKind, Document, Reading, Sentence};
use super::super::shape::{TitleKind, bare, is_date_line, title_kind};
use crate::text::ProseRange;

/// Sentences that a document with a title has before another one may begin.
const SUBSTANCE: usize = 5;
/// Sentences that take the place of a title: less may be the banner of a page.
const UNTITLED_SUBSTANCE: usize = 15;
/// Sentences before which a document's title stands.
const BEFORE_TITLE: usize = 8;
/// Words of a sentence that counts.
const SENTENCE_WORDS: usize = 8;
/// Blocks after a title within which its date or its first words stand.
const OPENING: usize = 4;

/// Parts the reading into documents. A source that can be read as one is one: a title begins another document only
/// where a text of some length precedes it and its own date or opening words follow it.
pub(super) fn part(reading: &mut Reading) {
    let starts = starts(reading);
    let mut documents = Vec::with_capacity(starts.len());
    for (at, &start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(reading.blocks.len());
        documents.push(document(reading, start..end, at > 0));
    }
    reading.documents = documents;
}

fn document(reading: &Reading, blocks: std::ops::Range<usize>, begins_with_title: bool) -> Document {
    let prose_start = |block: usize| match reading.blocks.get(block) {
        _ if block == 0 => 0,
        Some(block) => block.prose.start(),
        None => reading.prose.text().len(),
    };
    let sentence_start = |block: usize| match reading.blocks.get(block) {
        Some(block) => block.sentences.start,
        None => reading.sentences.len(),
    };
    let title = if begins_with_title { Some(block_id(blocks.start)) } else { title(reading, blocks.clone()) };
    Document {
        title,
        sentences: sentence_start(blocks.start)..sentence_start(blocks.end),
        prose: ProseRange::new(prose_start(blocks.start), prose_start(blocks.end)),
        blocks,
    }
}

/// The blocks with which the documents begin.
fn starts(reading: &Reading) -> Vec<usize> {
    let mut starts = vec![0];
    let mut titles: Vec<String> = Vec::new();
    let mut kind = None;
    let mut substance = 0;
    for (at, block) in reading.blocks.iter().enumerate() {
        if block.furniture {
            continue;
        }
        substance += sentences(reading, block);
        let words = reading.words(block.prose);
        let Some(found) = title_kind(words).filter(|_| is_line(block)) else { continue };
        let text = words.to_lowercase();
        let enough = substance >= if kind.is_some() { SUBSTANCE } else { UNTITLED_SUBSTANCE }
            || substance > 0 && stands_beside(reading, at, found, kind);
        let other = enough && matches!(block.kind, BlockKind::Heading { .. }) && !titles.contains(&text);
        if other && begins_document(reading, at, found, kind.unwrap_or(TitleKind::Privacy)) {
            starts.push(at);
            substance = 0;
            kind = Some(found);
        } else if substance <= BEFORE_TITLE {
            kind = kind.or(Some(found));
        }
        titles.push(text);
    }
    starts
}

/// How many sentences of some length a block holds; headings hold none.
fn sentences(reading: &Reading, block: &Block) -> usize {
    if matches!(block.kind, BlockKind::Heading { .. }) {
        return 0;
    }
    let long = |sentence: &&Sentence| reading.words(sentence.prose).split(' ').nth(SENTENCE_WORDS - 1).is_some();
    reading.sentences[block.sentences.clone()].iter().filter(long).count()
}

/// Whether a title stands beside the first one, however little is between them: on the highest level, of another kind, with its own date
/// right below.
fn stands_beside(reading: &Reading, at: usize, kind: TitleKind, before: Option<TitleKind>) -> bool {
    let next = reading.blocks[at + 1..].iter().find(|block| !block.furniture);
    matches!(reading.blocks[at].kind, BlockKind::Heading { level: 1 })
        && before.is_some_and(|before| before != kind)
        && next.is_some_and(|next| is_date_line(reading.words(next.prose)))
}

/// Whether a block can be a title by its kind.
fn is_line(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Heading { .. } | BlockKind::Paragraph)
}

/// Whether the title at `at` is followed by a date of its own, or by words that speak of the document it names and of
/// nothing that the document before it could be.
fn begins_document(reading: &Reading, at: usize, kind: TitleKind, before: TitleKind) -> bool {
    let opening = reading.blocks[at + 1..].iter().filter(|block| !block.furniture).take(OPENING);
    let text: Vec<&Block> = opening
        .take_while(|block| is_title(reading, block) || !matches!(block.kind, BlockKind::Heading { .. }))
        .collect();
    let dated = text.iter().any(|block| is_date_line(reading.words(block.prose)));
    let first = text.iter().find(|block| !block.sentences.is_empty() && !is_date_line(reading.words(block.prose)));
    let Some(first) = first else { return false };
    let words: Vec<Cow<'_, str>> = reading.words(first.prose).split(' ').take(40).map(bare).collect();
    let introduces = introduces(&words, kind);
    let supplements = words.iter().any(|word| word.starts_with("supplement"));
    match (kind, before) {
        _ if dated => true,
        (TitleKind::Cookies, _) => false,
        (kind, before) if kind != before => introduces,
        _ => introduces && supplements,
    }
}

/// Whether a text begins as documents do: "This privacy policy …", "These terms …".
fn introduces(words: &[Cow<'_, str>], kind: TitleKind) -> bool {
    let names: &[&str] = match kind {
        TitleKind::Privacy => &["policy", "notice", "statement"],
        TitleKind::Cookies => &["cookie", "cookies"],
        TitleKind::Terms => &["terms", "agreement", "conditions"],
    };
    let demonstrative = words.first().is_some_and(|first| first == "this" || first == "these");
    demonstrative && words.iter().take(8).any(|word| names.contains(&word.as_ref()))
}

/// The block that names the document: the first title near its beginning, else the only or first heading of the
/// highest level, else a title that no heading marks; a heading such as "Privacy" on top is better than any later one.
fn title(reading: &Reading, blocks: std::ops::Range<usize>) -> Option<BlockId> {
    let mut substance = 0;
    let mut highest: Option<usize> = None;
    let mut bare_title = None;
    let mut topic = None;
    for at in blocks {
        let block = &reading.blocks[at];
        if block.furniture {
            continue;
        }
        let title = is_title(reading, block);
        match block.kind {
            BlockKind::Heading { .. } if title && substance <= BEFORE_TITLE => return Some(block_id(at)),
            BlockKind::Heading { level: 1 } => highest = highest.or(Some(at)),
            BlockKind::Heading { .. } if substance == 0 && names_topic(reading, block) => topic = topic.or(Some(at)),
            BlockKind::Paragraph if title && substance <= BEFORE_TITLE => bare_title = bare_title.or(Some(at)),
            _ => {}
        }
        substance += sentences(reading, block);
    }
    bare_title.or(topic).or(highest).map(block_id)
}

/// Whether a heading names what the document is about.
fn names_topic(reading: &Reading, block: &Block) -> bool {
    let topics = ["privacy", "cookie", "cookies", "terms", "gdpr", "ccpa"];
    reading.words(block.prose).split(' ').map(bare).any(|word| topics.contains(&word.as_ref()))
}

fn is_title(reading: &Reading, block: &Block) -> bool {
    title_kind(reading.words(block.prose)).is_some()
}

fn block_id(at: usize) -> BlockId {
    BlockId::at(at)
}
