//! Marks of notes without a note.

use std::collections::HashSet;

use crate::doc::BlockKind;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::text::ProseRange;

use super::is_linked;

/// `[4]` in a text whose notes end at three. A text without notes uses its brackets for something else.
pub(super) fn faults(context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut notes: HashSet<&str> = HashSet::new();
    let mut marks = Vec::new();
    for block in reading.blocks.iter().filter(|block| !block.furniture && !block.quoted) {
        let text = reading.words(block.prose);
        if let BlockKind::Item(item) = &block.kind {
            notes.insert(&item.ordinal);
        }
        for (at, number) in bracketed(text) {
            if at == 0 {
                notes.insert(number);
            } else {
                let start = block.prose.start() + at;
                marks.push((number, ProseRange::new(start, start + number.len() + 2)));
            }
        }
    }
    if !marks.iter().any(|(number, _)| notes.contains(number)) {
        return Vec::new();
    }
    let lost = marks.into_iter().filter(|(number, range)| !notes.contains(number) && !is_linked(context, *range));
    lost.filter_map(|(number, range)| {
        Some(Fault::at(reading.sentence_at(range.start())?, range).because(number).with("words", format!("[{number}]")))
    })
    .collect()
}

/// Numbers of one or two digits in square brackets, and where the bracket opens.
fn bracketed(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices('[').filter_map(|(at, _)| {
        let inner = text.get(at + 1..)?;
        let number = inner.get(..inner.bytes().take(3).position(|byte| byte == b']')?)?;
        (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some((at, number))
    })
}
