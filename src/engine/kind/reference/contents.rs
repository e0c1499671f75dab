//! Tables of contents that leave sections out, or name one in another place than where it stands.

use std::collections::HashMap;

use crate::doc::{BlockId, BlockKind, LinkKind, Reading, SentenceId};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::structure::Titles;
use crate::ruleset::Reference;

use super::letters_of;

/// So many links in a row to places of the page are a table of contents.
const ENTRIES: usize = 3;

/// Main headings that a table of contents with entries for most of them does not name.
pub(super) fn faults(reference: &Reference, context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let Some(contents) = contents(reading) else { return Vec::new() };
    let tells_of = |defect: &str| reference.defects.is_empty() || reference.defects.iter().any(|other| other == defect);
    let mut faults = Vec::new();
    if tells_of("missing") {
        faults.extend(missing(reading, &contents));
    }
    if tells_of("order") {
        faults.extend(misplaced(reading, &contents));
    }
    faults
}

/// The one entry that stands elsewhere among the contents than its heading in the text. Contents in an order of their own, as that of the
/// alphabet, have many.
fn misplaced(reading: &Reading, contents: &[usize]) -> Option<Fault> {
    let key = |at: usize| letters_of(reading.words(reading.blocks[at].prose));
    let last = *contents.last()?;
    let headings = (last + 1..reading.blocks.len())
        .filter(|at| matches!(reading.blocks[*at].kind, BlockKind::Heading { .. }) && !reading.blocks[*at].furniture);
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for at in headings {
        places.entry(key(at)).or_default().push(at);
    }
    // Entries whose heading is sure, each with where that stands.
    let sure: Vec<(usize, usize)> = contents
        .iter()
        .filter_map(|entry| match places.get(&key(*entry)).map(Vec::as_slice) {
            Some([heading]) => Some((*entry, *heading)),
            _ => None,
        })
        .collect();
    if sure.len() < ENTRIES || sure.len() < contents.len() {
        return None;
    }
    let in_order = |without: usize| {
        let rest: Vec<usize> =
            sure.iter().enumerate().filter(|(at, _)| *at != without).map(|(_, pair)| pair.1).collect();
        rest.is_sorted()
    };
    if in_order(sure.len()) {
        return None;
    }
    let (entry, _) = (0..sure.len().min(MOST)).rev().find(|at| in_order(*at)).map(|at| sure[at])?;
    let block = &reading.blocks[entry];
    let fault = Fault::at(SentenceId::at(block.sentences.start), block.prose);
    Some(fault.called("order").because("order").with("title", reading.words(block.prose)))
}

/// No contents are longer.
const MOST: usize = 60;

fn missing(reading: &Reading, contents: &[usize]) -> Vec<Fault> {
    let last = *contents.last().unwrap_or(&0);
    let level = main_level(reading, last);
    let named = Titles::of(contents.iter().map(|at| reading.words(reading.blocks[*at].prose)));
    let headings: Vec<BlockId> = (last + 1..reading.blocks.len())
        .filter(|at| matches!(reading.blocks[*at].kind, BlockKind::Heading { level: own } if own == level))
        .filter(|at| !reading.blocks[*at].furniture)
        .map(BlockId::at)
        .collect();
    let entries: Vec<String> =
        contents.iter().map(|entry| reading.words(reading.blocks[*entry].prose).trim().to_lowercase()).collect();
    let (there, lost): (Vec<_>, Vec<_>) = headings.into_iter().partition(|heading| {
        let title = reading.words(reading.block(*heading).prose);
        let lower = title.trim().to_lowercase();
        named.have(title) || entries.iter().any(|entry| begins_or_ends(&lower, entry))
    });
    if there.len() < ENTRIES || there.len() < lost.len() * 2 {
        return Vec::new();
    }
    lost.into_iter()
        .map(|heading| {
            let block = reading.block(heading);
            let sentence = SentenceId::at(block.sentences.start);
            Fault::at(sentence, block.prose).because("contents").with("title", reading.words(block.prose))
        })
        .collect()
}

/// Whether a heading is an entry with words before or behind it: "your rights" is the entry "rights".
fn begins_or_ends(heading: &str, entry: &str) -> bool {
    let whole = |rest: &str, edge: Option<char>| rest.is_empty() || edge.is_some_and(|edge| !edge.is_alphanumeric());
    let ends = heading.strip_suffix(entry).is_some_and(|rest| whole(rest, rest.chars().next_back()));
    let begins = heading.strip_prefix(entry).is_some_and(|rest| whole(rest, rest.chars().next()));
    !entry.is_empty() && (begins || ends)
}

/// The blocks that are entries of a table of contents before the text.
fn contents(reading: &Reading) -> Option<Vec<usize>> {
    let mut run: Vec<usize> = Vec::new();
    let is_entry = |at: usize| {
        let block = BlockId::at(at);
        let from = reading.links.partition_point(|link| link.block < block);
        reading.links[from..].iter().take_while(|link| link.block == block).any(|link| {
            link.kind == LinkKind::Target && link.target.starts_with('#') && link.prose == reading.block(block).prose
        })
    };
    for at in 0..reading.blocks.len() {
        if is_entry(at) {
            run.push(at);
        } else if run.len() >= ENTRIES {
            return Some(run);
        } else {
            run.clear();
        }
    }
    None
}

/// The level at which most headings behind the contents stand first: that of the first one.
fn main_level(reading: &Reading, last: usize) -> u8 {
    let levels = reading.blocks[last + 1..].iter().filter_map(|block| match block.kind {
        BlockKind::Heading { level } if !block.furniture => Some(level),
        _ => None,
    });
    levels.min().unwrap_or(1)
}
