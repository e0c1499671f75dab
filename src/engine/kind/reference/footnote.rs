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
    let mut named = named(context, &notes);
    named.extend(starred(context));
    if !marks.iter().any(|(number, _)| notes.contains(number)) {
        return named;
    }
    let lost = marks.into_iter().filter(|(number, range)| !notes.contains(number) && !is_linked(context, *range));
    lost.filter_map(|(number, range)| {
        Some(Fault::at(reading.sentence_at(range.start())?, range).because(number).with("words", format!("[{number}]")))
    })
    .chain(named)
    .collect()
}

/// "Couriers*" in a text in which each asterisk stands behind a word: none begins a note, and none is explained.
fn starred(context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    // A line that begins with one is a note, even where it was read as an item.
    let source = context.source.text();
    let begins_line = |at: usize| {
        let before = source[..at].trim_end_matches([' ', '\t']);
        !source[at + 1..].starts_with('*') && (before.is_empty() || before.ends_with(['\n', '>', '\\']))
    };
    if source.match_indices('*').any(|(at, _)| begins_line(at)) {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for block in reading.blocks.iter().filter(|block| !block.furniture && block.kind != BlockKind::Code) {
        let text = reading.words(block.prose);
        let mut from = 0;
        while let Some(at) = text[from..].find('*').map(|at| from + at) {
            let stars = text[at..].bytes().take_while(|byte| *byte == b'*').count();
            let end = at + stars;
            from = end;
            // "_hj*" is the beginning of a name.
            let word = text[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
            let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
            let behind_word =
                letters > 2 && word.chars().all(|letter| letter.is_alphabetic() || "()\"',-".contains(letter));
            let ends = !text[end..].starts_with(|after: char| after.is_alphanumeric() || after == '/' || after == '*');
            if !behind_word || !ends || stars > 2 {
                return Vec::new();
            }
            let range = ProseRange::new(block.prose.start() + at, block.prose.start() + end);
            let Some(sentence) = reading.sentence_at(range.start()) else { return Vec::new() };
            let mark = &text[at..end];
            faults.push(Fault::at(sentence, range).because(format!("named {mark}")).with("words", mark));
        }
    }
    // A form marks what must be filled in, a list what it left out: more marks than notes are ever given to.
    if faults.len() > MOST_STARRED { Vec::new() } else { faults }
}

/// More marks of one kind are something else than notes.
const MOST_STARRED: usize = 6;

/// "See footnote 3", "(see note 3)" in a text of which no line begins with that number.
fn named(context: &Context<'_>, notes: &HashSet<&str>) -> Vec<Fault> {
    const WORD: &str = "note ";
    let reading = context.facts.reading;
    // Most texts have no notes, and needn't be copied in small letters to show it.
    if !["ote ", "OTE "].iter().any(|rest| reading.prose.text().contains(rest)) {
        return Vec::new();
    }
    let openings: HashSet<&str> = reading.blocks.iter().map(|block| opening(reading.words(block.prose))).collect();
    let mut faults = Vec::new();
    for block in reading.blocks.iter().filter(|block| !block.furniture && !block.quoted) {
        let text = reading.words(block.prose).to_ascii_lowercase();
        for (at, _) in text.match_indices(WORD) {
            let head = &text[..at];
            if !["foot", "see ", "see end", "(end", "("].iter().any(|before| head.ends_with(before)) {
                continue;
            }
            let start = if head.ends_with("foot") { at - "foot".len() } else { at };
            let behind = &text[at + WORD.len()..];
            let number = &behind[..behind.bytes().take(3).take_while(u8::is_ascii_digit).count()];
            let range =
                ProseRange::new(block.prose.start() + start, block.prose.start() + at + WORD.len() + number.len());
            let there = notes.contains(number) || openings.contains(number);
            let sentence = reading.sentence_at(range.start());
            if let Some(sentence) = sentence.filter(|_| (1..3).contains(&number.len()) && !there) {
                faults.push(Fault::at(sentence, range).because(format!("named {number}")).with("words", number));
            }
        }
    }
    faults
}

/// The number that a line begins with, in brackets or not.
fn opening(line: &str) -> &str {
    let line = line.trim_start_matches(['[', '(', '*', '^']);
    let word = ["Note ", "NOTE ", "Footnote ", "Endnote "].into_iter().find_map(|word| line.strip_prefix(word));
    let line = word.unwrap_or(line);
    &line[..line.bytes().take_while(u8::is_ascii_digit).count()]
}

/// Numbers of one or two digits in square brackets, and where the bracket opens.
fn bracketed(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices('[').filter_map(|(at, _)| {
        let inner = text.get(at + 1..)?;
        let number = inner.get(..inner.bytes().take(3).position(|byte| byte == b']')?)?;
        (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some((at, number))
    })
}
