//! Which documents a source holds: a general policy, then a supplement; terms of service, then a policy.
//!
//! A false split is worse than a missed one: what is said once for both would be missed in the other half.

use crate::doc::model::BlockKind;
use crate::doc::shape::{TitleKind, is_date_line, title_kind};

use super::drafts::Draft;

/// Paragraphs and items that must stand before a second title for it to be one.
const SUBSTANCE: usize = 6;
/// Blocks within which a new document introduces itself.
const OPENING: usize = 4;

/// A document: its first block, and the block that names it.
pub(super) struct Start {
    pub(super) block: usize,
    pub(super) title: Option<usize>,
}

/// Where the documents start, in order; at least one. `words` gives a block's words, `furniture` whether it is page furniture.
pub(super) fn starts<'a>(
    drafts: &[Draft],
    words: impl Fn(usize) -> &'a str,
    furniture: impl Fn(usize) -> bool,
) -> Vec<Start> {
    let is_heading = |at: usize| matches!(drafts[at].kind, BlockKind::Heading { .. }) && !furniture(at);
    let titles: Vec<(usize, TitleKind)> = (0..drafts.len())
        .filter(|at| is_heading(*at))
        .filter_map(|at| title_kind(words(at)).map(|kind| (at, kind)))
        .collect();
    let introduced = |at: usize| (at + 1..drafts.len().min(at + 1 + OPENING)).any(|next| introduces(words(next)));
    let substance =
        |from: usize, to: usize| (from..to).filter(|at| is_statement(&drafts[*at].kind) && !furniture(*at)).count();
    let mut starts = vec![Start { block: 0, title: None }];
    let mut named: Option<(usize, TitleKind)> = None;
    for (at, kind) in titles {
        let (from, opens) = match named {
            // A title far down is not that of what stands before it, which then has none.
            None if substance(0, at) < SUBSTANCE => {
                starts[0].title = Some(at);
                named = Some((at, kind));
                continue;
            }
            None => (0, introduced(at)),
            Some((title, before)) => {
                let other = !words(at).eq_ignore_ascii_case(words(title));
                let rises = level(&drafts[at].kind) <= level(&drafts[title].kind);
                (title + 1, other && (introduced(at) || (kind != before && rises)))
            }
        };
        if opens && substance(from, at) >= SUBSTANCE {
            // Lines before the title, such as a date, stay with what they follow: only the title opens a document.
            starts.push(Start { block: at, title: Some(at) });
            named = Some((at, kind));
        }
    }
    name_the_first(&mut starts, drafts, is_heading, words);
    starts
}

/// Without a heading that names it, a document's title is its very first heading, if that stands at the top of all.
fn name_the_first<'a>(
    starts: &mut [Start],
    drafts: &[Draft],
    is_heading: impl Fn(usize) -> bool,
    words: impl Fn(usize) -> &'a str,
) {
    let Some(first) = starts.first_mut().filter(|first| first.title.is_none()) else { return };
    let top = (0..drafts.len().min(2)).find(|at| is_heading(*at) && !is_date_line(words(*at)));
    first.title = top.filter(|at| level(&drafts[*at].kind) == 1);
}

fn level(kind: &BlockKind) -> u8 {
    match kind {
        BlockKind::Heading { level } => *level,
        _ => u8::MAX,
    }
}

fn is_statement(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Item(_) | BlockKind::Cell(_))
}

/// Whether a block right under a title shows that a document begins: its date, or a sentence about itself.
fn introduces(words: &str) -> bool {
    let head: String = words.chars().take(160).collect::<String>().to_lowercase();
    let itself =
        ["this privacy ", "this policy ", "this notice ", "this statement ", "this california ", "this supplement"];
    let says = ["applies", "supplements", "describes", "explains", "is part of", "governs", "sets out", "forms part"];
    is_date_line(words)
        || (itself.iter().any(|start| head.starts_with(start)) && says.iter().any(|verb| head.contains(verb)))
}
