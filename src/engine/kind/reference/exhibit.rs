//! Tables, charts and forms that are said to stand above or below.

use std::ops::Range;

use crate::doc::{BlockId, BlockKind, Reading, SentenceId};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::engine::pattern::Evidence;
use crate::facts::structure::blocks_of;
use crate::ruleset::{Reference, Toward};

use super::{block_of, fault, has_address, is_linked, pointers};

/// So many short lines in a row are what is left of a table in a text without markup.
const ROWS: usize = 4;
/// A line of a table's cell is shorter, in words.
const SHORT: usize = 12;
/// So many blocks away, a control is another thing.
const REACH: usize = 12;
/// So many blocks on, a form that is "below" has begun.
const NEAR: usize = 6;

/// A chart that is nowhere is missing once, whoever points to it.
pub(super) fn faults(reference: &Reference, context: &mut Context<'_>) -> Vec<Fault> {
    let pointers = pointers(&reference.find, context);
    if pointers.is_empty() || !context.finder.find_any(&reference.there).is_empty() {
        return Vec::new();
    }
    let reading = context.facts.reading;
    let exhibits = exhibits(reading);
    let lost = pointers.into_iter().filter(|(evidence, toward)| {
        let block = block_of(reading, evidence.sentence);
        let own = document(reading, block);
        let around = match toward {
            Some(Toward::Above) => own.start..block.index(),
            Some(Toward::Below) => block.index()..own.end,
            None => own,
        };
        let near = around.start.max(block.index().saturating_sub(REACH))..around.end.min(block.index() + REACH);
        let section = section(reading, block);
        let stands = any_in(&exhibits.sure, around.clone())
            || any_in(&exhibits.likely, near)
            || any_in(&exhibits.likely, around.start.max(section.start)..around.end.min(section.end));
        // "The following chart:" over a list, and a chart that its words link to.
        !stands
            && !introduces(reading, evidence.sentence)
            && !is_flattened(reading, evidence.sentence)
            && !is_linked(context, reading.sentence(evidence.sentence).prose)
    });
    lost.map(|(evidence, _)| told_of(context, &evidence)).collect()
}

/// Forms: there where a page has any control, where the sentence links to one, where fields or a link follow.
pub(super) fn forms(reference: &Reference, context: &mut Context<'_>) -> Vec<Fault> {
    let pointers = pointers(&reference.find, context);
    if pointers.is_empty() || !context.finder.find_any(&reference.there).is_empty() {
        return Vec::new();
    }
    let reading = context.facts.reading;
    let has_control =
        reading.attributes.iter().any(|(key, _, _, block)| key == "control" && !reading.block(*block).furniture);
    if has_control {
        return Vec::new();
    }
    let lost = pointers.into_iter().filter(|(evidence, toward)| {
        let block = block_of(reading, evidence.sentence);
        let around = match toward {
            Some(Toward::Above) => block.index().saturating_sub(NEAR)..block.index(),
            _ => block.index() + 1..(block.index() + 1 + NEAR).min(reading.blocks.len()),
        };
        let fields = reading.blocks[around.clone()].iter().any(|block| is_field(reading.words(block.prose)));
        let addressed = reading.blocks[around].iter().take(2).any(|block| has_address(context, block.prose));
        !fields
            && !addressed
            && !introduces(reading, evidence.sentence)
            && !has_address(context, reading.sentence(evidence.sentence).prose)
    });
    lost.map(|(evidence, _)| told_of(context, &evidence)).collect()
}

fn told_of(context: &Context<'_>, evidence: &Evidence) -> Fault {
    let words = context.facts.reading.words(evidence.range).to_owned();
    let document = context.facts.document_of(evidence.sentence);
    fault(evidence).because(format!("{document}")).with("words", words)
}

/// The blocks of the document that holds a block.
fn document(reading: &Reading, block: BlockId) -> Range<usize> {
    let at = reading.documents.partition_point(|document| document.blocks.end <= block.index());
    reading.documents.get(at).map_or(0..reading.blocks.len(), |document| document.blocks.clone())
}

/// Whether a list or a table hangs on the sentence, or follows its block at once.
fn introduces(reading: &Reading, sentence: SentenceId) -> bool {
    let next = reading.blocks[block_of(reading, sentence).index() + 1..].iter().find(|block| !block.furniture);
    next.is_some_and(|next| {
        next.lead_in == Some(sentence) || matches!(next.kind, BlockKind::Item(_) | BlockKind::Cell(_) | BlockKind::Code)
    })
}

/// The blocks under the heading of a block.
fn section(reading: &Reading, block: BlockId) -> Range<usize> {
    let heading = reading.section(reading.block(block).section).heading;
    heading.map_or(block.index()..block.index() + 1, |heading| blocks_of(reading, heading))
}

fn any_in(sorted: &[usize], range: Range<usize>) -> bool {
    sorted.get(sorted.partition_point(|at| *at < range.start)).is_some_and(|at| *at < range.end)
}

/// The blocks, in order, at which something stands that can be called a table, a chart or a picture.
struct Exhibits {
    sure: Vec<usize>,
    /// Controls, which are buttons mostly: only where they stand near.
    likely: Vec<usize>,
}

fn exhibits(reading: &Reading) -> Exhibits {
    let of = |keys: &[&str]| -> Vec<usize> {
        let own = reading.attributes.iter().filter(|(key, ..)| keys.contains(&key.as_str()));
        own.map(|(.., block)| block.index()).collect()
    };
    let (mut sure, mut likely) = (of(&["image", "undescribed-image"]), of(&["control"]));
    let mut run = 0;
    for (at, block) in reading.blocks.iter().enumerate() {
        let words = reading.words(block.prose);
        let row = match block.kind {
            BlockKind::Cell(_) | BlockKind::Code => {
                sure.push(at);
                false
            }
            BlockKind::Heading { .. } | BlockKind::Paragraph => {
                !ends_sentence(words) && words.split_whitespace().count() <= SHORT
            }
            BlockKind::Item(_) => false,
        };
        if matches!(block.kind, BlockKind::Paragraph) && block.sentences.clone().any(|at| is_run_together(reading, at))
        {
            sure.push(at);
        }
        run = if row { run + 1 } else { 0 };
        if run >= ROWS {
            sure.push(at);
        }
    }
    sure.sort_unstable();
    likely.sort_unstable();
    Exhibits { sure, likely }
}

/// Whether one of the next sentences reads like a table whose cells were run together: heads one after the other.
fn is_flattened(reading: &Reading, sentence: SentenceId) -> bool {
    let own = reading.words(reading.sentence(sentence).prose).split_once(':').map_or("", |(_, rest)| rest);
    if own.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count() > HEADS / 2 {
        return true;
    }
    let following = reading.sentences[sentence.index() + 1..].iter().take(FOLLOWING);
    following.into_iter().any(|next| {
        let block = reading.block(next.block);
        // Commas and numbers stand in addresses and among names, not between heads.
        let mut words: Vec<&str> = Vec::new();
        for word in reading.words(next.prose).split_whitespace().take(HEADS) {
            words.push(word);
            if word.ends_with(',') || word.bytes().any(|byte| byte.is_ascii_digit()) {
                break;
            }
        }
        let capitals = words.iter().skip(1).filter(|word| word.starts_with(char::is_uppercase)).count();
        !block.furniture
            && !matches!(block.kind, BlockKind::Heading { .. })
            && capitals >= 3
            && capitals * 3 >= words.len()
    })
}

/// Whether a sentence is cells or items one after the other: bullets within it, heads at its head, and none of a sentence's commas.
fn is_run_together(reading: &Reading, sentence: usize) -> bool {
    let words = reading.words(reading.sentences[sentence].prose);
    let head: Vec<&str> = words.split_whitespace().take(6).collect();
    let capitals = head.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    words.matches('\u{2022}').count() > 1 || head.len() == 6 && capitals >= 4 && !head.concat().contains([',', '.'])
}

/// The heads of a table are among as many words, of one of so many sentences.
const HEADS: usize = 12;
const FOLLOWING: usize = 5;

fn ends_sentence(words: &str) -> bool {
    words.trim_end().ends_with(['.', ':', '?', '!'])
}

/// Whether a line is the label of something to fill in: "Name: ____", "E-mail address *".
fn is_field(words: &str) -> bool {
    let words = words.trim();
    words.contains("__") || words.len() < 40 && words.ends_with('*') || words.contains("[ ]")
}
