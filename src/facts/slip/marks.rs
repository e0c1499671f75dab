//! Brackets and quotation marks without their counterparts.

use crate::doc::{Block, BlockKind, ListItem};
use crate::facts::Facts;
use crate::facts::near::{head, tail};
use crate::text::ProseRange;

use super::{Slip, SlipKind};

pub(super) fn find(facts: &Facts<'_>, found: &mut Vec<Slip>) {
    let reading = facts.reading;
    for (at, block) in reading.blocks.iter().enumerate() {
        if block.furniture || is_run_in(block) || matches!(block.kind, BlockKind::Code) {
            continue;
        }
        // A cell may be one line of many; a pair inside shows that what is around it was to be one, too.
        if matches!(block.kind, BlockKind::Cell(_)) {
            let mut lone = Vec::new();
            let words = reading.words(block.prose);
            brackets(words, block.prose.start(), &mut lone);
            found.extend(lone.into_iter().filter(|slip| {
                let inside = &words[slip.prose.start() - block.prose.start()..];
                slip.kind == SlipKind::OpenBracket && inside.contains(')') && !ends_cut(words)
            }));
            continue;
        }
        // What a list run into a paragraph was cut from may open in one part and close in another: its lead-in is left out.
        let cut = reading.blocks.get(at + 1).is_some_and(is_run_in);
        let whole = if cut && !block.sentences.is_empty() {
            ProseRange::new(block.prose.start(), reading.sentences[block.sentences.end - 1].prose.start())
        } else {
            block.prose
        };
        let words = reading.words(whole);
        brackets(words, whole.start(), found);
        quotes(words, whole.start(), found);
    }
}

/// Whether a text ends in the middle: with a comma, an open bracket, a joining word.
fn ends_cut(words: &str) -> bool {
    words.ends_with([',', ';', '(', ':']) || [" and", " or", " e.g.", " i.e."].iter().any(|end| words.ends_with(end))
}

fn is_run_in(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Item(ListItem { run_in: true, .. }))
}

/// How much of the text around a lone mark is shown.
const SHOWN: usize = 40;

fn brackets(words: &str, offset: usize, found: &mut Vec<Slip>) {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, mark) in words.char_indices() {
        match mark {
            '(' | '[' | '{' if !is_face(words, at) => open.push((at, mark)),
            ')' | ']' | '}' if !is_face(words, at) => {
                match open.iter().rposition(|(_, open)| *open == counterpart(mark)) {
                    Some(matching) => {
                        // A bracket of another kind that was opened in between stays open.
                        let between: Vec<(usize, char)> = open.drain(matching + 1..).collect();
                        open.pop();
                        found.extend(between.into_iter().map(|(at, _)| opened(words, offset, at)));
                    }
                    None if is_list_mark(&words[..at], mark) => {}
                    None => {
                        let start = words[..at].char_indices().rev().nth(SHOWN).map_or(0, |(start, _)| start);
                        let start = words[start..at].find(' ').map_or(start, |space| start + space + 1);
                        let range = ProseRange::new(offset + start, offset + at + mark.len_utf8());
                        found.push(Slip::new(SlipKind::StrayBracket, range).found(mark));
                    }
                }
            }
            _ => {}
        }
    }
    found.extend(open.into_iter().map(|(at, _)| opened(words, offset, at)));
}

fn counterpart(mark: char) -> char {
    match mark {
        ')' => '(',
        ']' => '[',
        '}' => '{',
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// Words before a name that brackets give.
const NAMING: [&str; 13] = [
    "the",
    "a",
    "an",
    "each",
    "collectively",
    "together",
    "individually",
    "hereinafter",
    "hereafter",
    "our",
    "or",
    "and",
    "jointly",
];

/// A bracket that stays open, with the words behind it.
fn opened(words: &str, offset: usize, at: usize) -> Slip {
    let mark = words[at..].chars().next().unwrap_or('(');
    let inside = head(&words[at + 1..], 160);
    // "(collectively, "Larkspur"" gives a name.
    let before_name = inside.split(' ').take(4).take_while(|word| !word.trim_start_matches('(').starts_with('"'));
    let names = before_name.clone().count() < 4 && inside.split(' ').nth(before_name.clone().count()).is_some();
    let naming = |word: &str| NAMING.contains(&word.trim_end_matches([',', ':']).to_lowercase().as_str());
    let defines = mark == '(' && names && before_name.clone().all(naming);
    let kind = if defines { SlipKind::OpenDefinition } else { SlipKind::OpenBracket };
    let end = inside.char_indices().nth(SHOWN).map_or(inside.len(), |(end, _)| end);
    let end = if end == inside.len() { end } else { inside[..end].rfind(' ').unwrap_or(end) };
    let range = ProseRange::new(offset + at, offset + at + 1 + end);
    Slip::new(kind, range).found(mark).expected(counterpart(mark))
}

/// `:)`, `;-)`, `:(`, `[:`.
fn is_face(words: &str, at: usize) -> bool {
    tail(&words[..at], 4).trim_end_matches('-').ends_with([':', ';']) && !words[..at].ends_with(' ')
}

/// The closing bracket of `a)`, `12)`, `iv)` or `1.)`, which no other opens.
fn is_list_mark(before: &str, mark: char) -> bool {
    let label = tail(before, 8).rsplit([' ', '(', '"', '\u{2014}']).next().unwrap_or_default().trim_end_matches('.');
    mark == ')'
        && (1..=4).contains(&label.len())
        && (label.len() == 1
            || label.bytes().all(|byte| byte.is_ascii_digit())
            || label.bytes().all(|byte| b"ivxIVX".contains(&byte))
            || label.bytes().all(|byte| byte == label.as_bytes()[0]))
        && label.chars().all(char::is_alphanumeric)
}

/// Double quotation marks: each that opens has one that closes. Inches and seconds are none.
fn quotes(words: &str, offset: usize, found: &mut Vec<Slip>) {
    let mut open: Option<usize> = None;
    for (at, _) in words.match_indices('"') {
        match open {
            None if words[..at].ends_with(|before: char| before.is_ascii_digit()) => {}
            None => open = Some(at),
            // Where the second one opens, too, the first was never closed.
            Some(first) if opens(words, at) => {
                found.push(lone(words, offset, first));
                open = Some(at);
            }
            Some(_) => open = None,
        }
    }
    if let Some(at) = open {
        found.push(lone(words, offset, at));
    }
}

fn opens(words: &str, at: usize) -> bool {
    let before = words[..at].chars().next_back();
    before.is_none_or(|before| before.is_whitespace() || "([{\u{2014}/".contains(before))
        && words[at + 1..].starts_with(|after: char| after.is_alphanumeric())
}

fn lone(words: &str, offset: usize, at: usize) -> Slip {
    let end = words[at + 1..].find(' ').map_or(words.len(), |space| at + 1 + space).max(at + 1);
    let start = if end == at + 1 { words[..at].rfind(' ').map_or(0, |space| space + 1) } else { at };
    Slip::new(SlipKind::LoneQuote, ProseRange::new(offset + start, offset + end)).found('"')
}
