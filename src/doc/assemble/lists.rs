//! Lists: which items stand in which, and the sentence that each completes.

use super::super::model::{Block, BlockKind, Reading, SentenceId};
use super::super::shape::{Ending, bare};

/// An open list.
struct Level {
    /// The depth that the reader saw.
    depth: u8,
    lead_in: Option<SentenceId>,
    /// The last block of its last item.
    last: usize,
    /// Whether it is made of items that follow one that announces them, on the same level.
    implied: bool,
    /// Whether its first item begins in lower case.
    lower: bool,
    /// Whether its last item announced that one more follows ("; and").
    one_more: bool,
    /// Whether that one has come.
    finished: bool,
}

/// The longest label of an item.
const LABEL_WORDS: usize = 8;

/// Sets depth and lead-in of all items. `continued` tells of each block whether it
/// continues the item before it.
pub(super) fn attach(reading: &mut Reading, continued: &[bool]) {
    let mut levels: Vec<Level> = Vec::new();
    let mut before_list = None;
    for (at, &continues) in continued.iter().enumerate() {
        let BlockKind::Item(item) = &reading.blocks[at].kind else {
            levels.clear();
            before_list = Some(at);
            let lead_in = paragraph_lead_in(reading, at);
            reading.blocks[at].lead_in = lead_in;
            continue;
        };
        let depth = item.depth;
        if levels.is_empty() {
            before_list = at.checked_sub(1);
        }
        if continues && !levels.is_empty() {
            while levels.len() > 1 && levels.last().is_some_and(|level| level.depth > depth) {
                levels.pop();
            }
            continue_item(reading, &mut levels, at);
            continue;
        }
        place(reading, &mut levels, at, depth, before_list);
    }
}

/// Puts an item on its level and gives it that level's lead-in.
fn place(reading: &mut Reading, levels: &mut Vec<Level>, at: usize, depth: u8, before_list: Option<usize>) {
    let words = reading.words(reading.blocks[at].prose);
    let lower = words.starts_with(char::is_lowercase);
    let one_more = [" and", " or", " and/or"].iter().any(|conjunction| words.ends_with(conjunction));
    while levels.last().is_some_and(|level| level.depth > depth) {
        levels.pop();
    }
    // An implied list closes after its announced last item, and where items begin with capitals again.
    while levels.len() > 1
        && levels.last().is_some_and(|level| level.implied && (level.finished || level.lower && !lower))
    {
        levels.pop();
    }
    let last = levels.last().map(|level| level.last);
    let announced = last.filter(|last| last + 1 == at && ends_in_colon(reading, *last));
    match (levels.last(), announced) {
        (Some(level), Some(last)) if level.depth == depth => {
            let lead_in = last_sentence(&reading.blocks[last]);
            levels.push(Level::new(depth, lead_in, true, lower));
        }
        (Some(level), _) if level.depth < depth => {
            let lead_in = last_sentence(&reading.blocks[level.last]);
            levels.push(Level::new(depth, lead_in, false, lower));
        }
        (None, _) => {
            let run_in = matches!(&reading.blocks[at].kind, BlockKind::Item(item) if item.run_in);
            let lead_in = before_list.and_then(|before| list_lead_in(reading, before, at, run_in));
            levels.push(Level::new(depth, lead_in, false, lower));
        }
        _ => {}
    }
    let nesting = u8::try_from(levels.len() - 1).unwrap_or(u8::MAX);
    let Some(level) = levels.last_mut() else { return };
    level.last = at;
    level.finished = level.one_more;
    level.one_more = one_more;
    let block = &mut reading.blocks[at];
    block.lead_in = level.lead_in;
    if let BlockKind::Item(item) = &mut block.kind {
        item.depth = nesting;
    }
}

impl Level {
    fn new(depth: u8, lead_in: Option<SentenceId>, implied: bool, lower: bool) -> Self {
        Self { depth, lead_in, last: 0, implied, lower, one_more: false, finished: false }
    }
}

/// A later block of an item completes the block before it where that is a mere label, such as a term that it describes; the label
/// completes the lead-in.
fn continue_item(reading: &mut Reading, levels: &mut [Level], at: usize) {
    let nesting = u8::try_from(levels.len().saturating_sub(1)).unwrap_or(u8::MAX);
    let Some(level) = levels.last_mut() else { return };
    let before = &reading.blocks[level.last];
    let words = reading.words(before.prose);
    let short = before.sentences.len() == 1 && words.split(' ').nth(LABEL_WORDS).is_none();
    let lead_in = match Ending::of(words) {
        Ending::Open | Ending::Colon if short => last_sentence(before),
        Ending::Open => before.lead_in,
        _ => None,
    };
    level.last = at;
    let block = &mut reading.blocks[at];
    block.lead_in = lead_in;
    if let BlockKind::Item(item) = &mut block.kind {
        item.depth = nesting;
    }
}

/// The sentence of the block before a list that the list completes.
fn list_lead_in(reading: &Reading, before: usize, at: usize, run_in: bool) -> Option<SentenceId> {
    let block = &reading.blocks[before];
    let sentence = last_sentence(block)?;
    let same_part = block.furniture == reading.blocks[at].furniture;
    let announces = match block.kind {
        BlockKind::Heading { .. } | BlockKind::Cell(_) => ends_in_colon(reading, before),
        BlockKind::Paragraph => run_in || announces(reading.words(reading.sentence(sentence).prose)),
        BlockKind::Item(_) | BlockKind::Code => false,
    };
    (same_part && announces).then_some(sentence)
}

/// A paragraph that follows a colon completes the sentence before it.
fn paragraph_lead_in(reading: &Reading, at: usize) -> Option<SentenceId> {
    let before = at.checked_sub(1)?;
    let (block, previous) = (&reading.blocks[at], &reading.blocks[before]);
    let paragraphs = block.kind == BlockKind::Paragraph && previous.kind == BlockKind::Paragraph;
    let same_part = block.furniture == previous.furniture;
    (paragraphs && same_part && ends_in_colon(reading, before)).then(|| last_sentence(previous)).flatten()
}

/// Whether a sentence announces a list: by a colon, by having no end of its own, or in words.
fn announces(sentence: &str) -> bool {
    if matches!(Ending::of(sentence), Ending::Colon | Ending::Open | Ending::Comma | Ending::Semicolon) {
        return true;
    }
    let names_list = |word: &str| matches!(bare(word).as_ref(), "following" | "below" | "follows");
    let opens_list =
        |word: &str| matches!(bare(word).as_ref(), "include" | "includes" | "including" | "comprise" | "comprises");
    sentence.split(' ').any(names_list) || sentence.rsplit(' ').take(3).any(opens_list)
}

fn last_sentence(block: &Block) -> Option<SentenceId> {
    let last = block.sentences.clone().next_back()?;
    Some(SentenceId::at(last))
}

fn ends_in_colon(reading: &Reading, block: usize) -> bool {
    Ending::of(reading.words(reading.blocks[block].prose)) == Ending::Colon
}
