//! What can be measured, and is too much.

mod document;

use std::collections::BTreeMap;

use crate::doc::{Block, BlockId, BlockKind, SectionId, SentenceId};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::readability::words;
use crate::ruleset::{Quantity, Yardstick};
use crate::text::ProseRange;

/// What is more than the yardstick allows: paragraphs one by one, sentences together where they are of one section, all else once for a
/// document.
pub(super) fn faults(yardstick: &Yardstick, context: &Context<'_>) -> Vec<Fault> {
    let faults = match yardstick.of {
        Quantity::ParagraphWords => paragraphs(yardstick, context),
        Quantity::SentenceWords => sentences(yardstick, context),
        Quantity::CapitalWords => capitals(yardstick, context),
        Quantity::ReadingGrade | Quantity::WordsPerHeading | Quantity::WordsWithoutContents => {
            document::faults(yardstick, context)
        }
    };
    faults.into_iter().map(|fault| fault.with("limit", yardstick.over.to_string())).collect()
}

fn measured(fault: Fault, value: usize) -> Fault {
    fault.with("measured", value.to_string())
}

/// Whether a block is running text: no heading, cell, code, quotation or page furniture.
fn is_text(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Item(_)) && !block.furniture && !block.quoted
}

/// The blocks of running text.
fn texts<'a>(context: &Context<'a>) -> impl Iterator<Item = (BlockId, &'a Block)> {
    let blocks = context.facts.reading.blocks.iter().enumerate();
    blocks.filter(|(_, block)| is_text(block)).map(|(at, block)| (BlockId::at(at), block))
}

/// Told at the first sentence: the whole paragraph would fill the screen.
fn paragraphs(yardstick: &Yardstick, context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let long = texts(context).filter_map(|(_, block)| {
        let words = reading.words(block.prose).split_whitespace().count();
        let first = SentenceId::at(block.sentences.clone().next().filter(|_| yardstick.exceeded_by(words))?);
        Some(measured(Fault::at(first, reading.sentence(first).prose), words))
    });
    long.collect()
}

fn sentences(yardstick: &Yardstick, context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut sections: BTreeMap<SectionId, Vec<(usize, SentenceId)>> = BTreeMap::new();
    for (_, block) in texts(context) {
        for sentence in block.sentences.clone().map(SentenceId::at) {
            let text = reading.words(reading.sentence(sentence).prose);
            let count = words(text).count();
            if yardstick.exceeded_by(count) && is_sentence(text) {
                sections.entry(block.section).or_default().push((count, sentence));
            }
        }
    }
    let of_section = |(section, mut long): (SectionId, Vec<(usize, SentenceId)>)| {
        // The longest is told of, the others are shown.
        long.sort_by_key(|(count, sentence)| (std::cmp::Reverse(*count), *sentence));
        let shown = |sentence: SentenceId| head(reading.sentence(sentence).prose, context);
        let (count, first) = long.first().copied()?;
        let fault = Fault::at(first, shown(first)).because(format!("{:010}", section.index()));
        let fault = long[1..].iter().fold(fault, |fault, (count, sentence)| {
            fault.beside(*sentence, shown(*sentence), format!("this one has {count}"))
        });
        Some(measured(fault, count))
    };
    sections.into_iter().filter_map(of_section).collect()
}

/// So many words of a long sentence are pointed at.
const SHOWN: usize = 12;

/// The head of a sentence.
fn head(prose: ProseRange, context: &Context<'_>) -> ProseRange {
    let text = context.facts.reading.words(prose);
    let end = text.match_indices(' ').nth(SHOWN).map_or(text.len(), |(at, _)| at);
    ProseRange::new(prose.start(), prose.start() + end)
}

/// Whether so many words are a sentence, not the items of a list or the cells of a table that lost their lines.
fn is_sentence(text: &str) -> bool {
    let glued = text.contains(['\u{2022}', '\u{25cf}', '|', '\t']) || text.matches(" - ").count() > 2;
    let (mut all, mut capitals) = (0, 0);
    for word in words(text) {
        all += 1;
        capitals += usize::from(word.starts_with(char::is_uppercase));
    }
    let ends = text.trim_end_matches(['"', '\'', ')']).ends_with(['.', '?', '!', ':', ';']);
    ends && !glued && capitals * 3 < all
}

/// Runs of words in capitals; all of a document are one.
fn capitals(yardstick: &Yardstick, context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut faults = Vec::new();
    for (_, block) in texts(context) {
        let start = block.prose.start();
        for (count, run) in runs_of_capitals(reading.words(block.prose)) {
            let range = ProseRange::new(start + run.start, start + run.end);
            let Some(sentence) = reading.sentence_at(range.start()).filter(|_| yardstick.exceeded_by(count)) else {
                continue;
            };
            let cause = format!("{:06}", context.facts.document_of(sentence));
            let mut fault = measured(Fault::at(sentence, head(range, context)).because(cause), count);
            fault.again = "here, too";
            faults.push(fault);
        }
    }
    faults
}

/// The runs of words in capitals, each with the number of its words; marks, numbers and words of one letter neither end one nor count.
fn runs_of_capitals(text: &str) -> Vec<(usize, std::ops::Range<usize>)> {
    let mut runs = Vec::new();
    let mut run: Option<(usize, std::ops::Range<usize>)> = None;
    let mut at = 0;
    for chunk in text.split_inclusive(' ') {
        let (start, word) = (at, chunk.trim_end());
        at += chunk.len();
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        if word.chars().any(char::is_lowercase) {
            runs.extend(run.take());
        } else if letters > 1 && word.chars().any(char::is_uppercase) {
            let (count, range) = run.get_or_insert((0, start..start));
            *count += 1;
            range.end = start + word.len();
        }
    }
    runs.extend(run);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_in_a_row() {
        let text = "Note: BY USING 2 OF OUR MILLS, YOU AND I AGREE. We bake. NEVER MIND.";
        let runs: Vec<(usize, &str)> =
            runs_of_capitals(text).into_iter().map(|(count, range)| (count, &text[range])).collect();
        assert_eq!(runs, [(8, "BY USING 2 OF OUR MILLS, YOU AND I AGREE."), (2, "NEVER MIND.")]);
        assert_eq!(runs_of_capitals("").len(), 0);
    }

    #[test]
    fn lists_that_lost_their_lines_are_no_sentences() {
        assert!(is_sentence("We keep what you tell us for as long as the law asks us to."));
        assert!(!is_sentence("We keep: \u{2022} names \u{2022} places."));
        assert!(!is_sentence("Names Of Bakers Places Of Mills Days of Milling."));
        assert!(!is_sentence("we keep names and places"));
    }
}
