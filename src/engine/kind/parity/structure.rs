//! How a translation is built.

use crate::doc::BlockKind;
use crate::engine::context::Context;
use crate::engine::project::HeadingSummary;
use crate::facts::language_of_words;

use super::{Difference, Pair};

/// Headings, by how deep each lies below the highest.
pub(super) fn headings(pair: &Pair<'_>) -> Option<Difference> {
    let marked = |headings: &'_ [HeadingSummary]| -> Vec<HeadingSummary> {
        headings.iter().filter(|heading| heading.marked).cloned().collect()
    };
    let (own, reference) = (marked(&pair.own.headings), marked(&pair.reference.headings));
    let levels = |headings: &[HeadingSummary]| -> Vec<u8> {
        let highest = headings.iter().map(|heading| heading.level).min().unwrap_or(0);
        headings.iter().map(|heading| heading.level - highest).collect()
    };
    let (here, there) = (levels(&own), levels(&reference));
    // Plain text has none that are marked.
    if here == there || here.is_empty() || there.is_empty() {
        return None;
    }
    let parts = here.iter().zip(&there).take_while(|(here, there)| here == there).count();
    let notes = match (own.get(parts), reference.get(parts)) {
        (Some(own), Some(reference)) => {
            vec![format!("they part at “{}” here and “{}” there", own.words, reference.words)]
        }
        (None, Some(reference)) => vec![format!("the last ones there begin with “{}”", reference.words)],
        _ => Vec::new(),
    };
    Some(Difference {
        here: format!("{} headings", here.len()),
        there: there.len().to_string(),
        at: own.get(parts).map(|heading| heading.span),
        beside: reference.get(parts).map(|heading| heading.span),
        notes,
    })
}

/// So many of something here, so many there.
pub(super) fn count([one, many]: [&str; 2], own: usize, reference: usize) -> Option<Difference> {
    let what = if own == 1 { one } else { many };
    let difference = |here: String, there: String| Difference { here, there, ..Difference::default() };
    (own != reference).then(|| difference(format!("{own} {what}"), reference.to_string()))
}

/// A paragraph that is still in the language of the text that was translated.
pub(super) fn untranslated(pair: &Pair<'_>, context: &Context<'_>) -> Option<Difference> {
    let facts = context.facts;
    let own = &facts.documents.first()?.languages.main;
    let there = &pair.reference.language;
    if own == there || own == "und" || there == "und" {
        return None;
    }
    let reading = facts.reading;
    let paragraphs = reading.blocks.iter().filter(|block| {
        let speaks = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item(_));
        speaks && !block.furniture && !block.quoted
    });
    let left: Vec<_> = paragraphs
        .filter(|block| language_of_words(reading.words(block.prose)).as_deref() == Some(there.as_str()))
        .collect();
    let first = left.first()?;
    Some(Difference {
        here: match left.len() {
            1 => "a paragraph is".to_owned(),
            several => format!("{several} paragraphs are"),
        },
        there: there.clone(),
        at: Some(context.span(first.prose)),
        ..Difference::default()
    })
}
