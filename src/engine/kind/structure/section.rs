//! Headings with nothing under them.

use crate::doc::{BlockId, BlockKind, Format, Mark, Reading};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;

use super::fault_at;

/// A heading of more words is a sentence that looks like one.
const LONGEST: usize = 9;

/// Headings that another one of the same level or a higher one, or the end of the text, follows at once.
pub(super) fn faults(context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut faults = Vec::new();
    for document in &reading.documents {
        let blocks: Vec<usize> = document.blocks.clone().filter(|at| !reading.blocks[*at].furniture).collect();
        // What stands above the first text is the title in several lines.
        let first = blocks.iter().position(|at| !matches!(reading.blocks[*at].kind, BlockKind::Heading { .. }));
        for (place, at) in blocks.iter().enumerate().skip(first.unwrap_or(blocks.len())) {
            let BlockKind::Heading { level } = reading.blocks[*at].kind else { continue };
            let next = blocks.get(place + 1).map(|next| (*next, &reading.blocks[*next].kind));
            let empty = match next {
                None => true,
                Some((_, BlockKind::Heading { level: next })) => *next <= level,
                Some(_) => false,
            };
            // Several in a row, on a page, are laid out as heads.
            let heading = |place: Option<usize>| {
                let at = place.and_then(|place| blocks.get(place));
                at.is_some_and(
                    |at| matches!(reading.blocks[*at].kind, BlockKind::Heading { level: other } if other == level),
                )
            };
            let laid_out = context.format == Format::Html
                && (heading(place.checked_sub(1)) || heading(Some(place + 1)) && heading(Some(place + 2)));
            let shows = shows_something(reading, *at..next.map_or(document.blocks.end, |(next, _)| next + 1));
            if empty && !shows && !laid_out && is_title(reading.words(reading.blocks[*at].prose)) {
                faults.extend(fault_at(reading, BlockId::at(*at)));
            }
        }
    }
    let titled = |fault: Fault| {
        let title = reading.words(fault.range);
        fault.with("title", title)
    };
    faults.into_iter().map(titled).collect()
}

/// Whether something else than words stands there: a picture, a form, another page, something folded away.
fn shows_something(reading: &Reading, blocks: std::ops::Range<usize>) -> bool {
    let first = reading.attributes.partition_point(|(.., owner)| owner.index() < blocks.start);
    let attributes = reading.attributes[first..].iter().take_while(|(.., owner)| owner.index() < blocks.end);
    let media =
        attributes.into_iter().any(|(key, ..)| matches!(key.as_str(), "image" | "undescribed-image" | "control"));
    media || reading.blocks[blocks].iter().any(|block| block.furniture || block.kind == BlockKind::Code)
}

/// Whether a heading is the title of a section, not a sentence, a date or an address that is set like one.
fn is_title(words: &str) -> bool {
    let words = words.trim();
    let short = words.split_whitespace().count() <= LONGEST;
    short && !words.ends_with([':', '.', ',', ';', '!']) && !words.chars().any(|c| c.is_ascii_digit() || c == '@')
        || numbered_title(words)
}

/// "4. Retention": the number is no sign of a date.
fn numbered_title(words: &str) -> bool {
    Mark::at_head(words).is_some_and(|mark| is_title(words.get(mark.length..).unwrap_or_default()))
}
