//! What is measured of a document as a whole.

use std::collections::HashMap;

use crate::doc::{BlockKind, Document, Reading, SentenceId};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::readability::RunningProse;
use crate::ruleset::{Quantity, Yardstick};

use super::super::fault_at;
use super::{is_text, measured};

/// Told at the title, or else at the first sentence.
pub(super) fn faults(yardstick: &Yardstick, context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut faults = Vec::new();
    for (at, document) in reading.documents.iter().enumerate() {
        let value = match yardstick.of {
            Quantity::ReadingGrade => grade(at, document, context),
            Quantity::WordsPerHeading => words_per_heading(reading, document),
            Quantity::WordsWithoutContents if !has_contents(reading, document) => words(reading, document),
            _ => 0,
        };
        if yardstick.exceeded_by(value) {
            let first = || Some(SentenceId::at(document.sentences.clone().next()?));
            let sentence = || first().map(|first| Fault::at(first, reading.sentence(first).prose));
            let title = document.title.and_then(|title| fault_at(reading, title));
            faults.extend(title.or_else(sentence).map(|fault| measured(fault, value)));
        }
    }
    faults
}

/// The grade of a document's running prose in full years; passages in another language are left out.
fn grade(at: usize, document: &Document, context: &Context<'_>) -> usize {
    let reading = context.facts.reading;
    let foreign = context.facts.documents.get(at).map_or(&[][..], |facts| &facts.languages.foreign);
    let mut prose = RunningProse::default();
    let blocks = document.blocks.clone().filter(|block| is_text(&reading.blocks[*block]));
    for block in blocks.filter(|block| foreign.binary_search(&crate::doc::BlockId::at(*block)).is_err()) {
        for sentence in &reading.sentences[reading.blocks[block].sentences.clone()] {
            prose.add(reading.words(sentence.prose));
        }
    }
    prose.grade().map_or(0, |grade| grade.max(0.0) as usize)
}

/// The words of all that is no heading.
fn words(reading: &Reading, document: &Document) -> usize {
    let blocks = reading.blocks[document.blocks.clone()].iter();
    let texts = blocks.filter(|block| !block.furniture && !matches!(block.kind, BlockKind::Heading { .. }));
    texts.map(|block| reading.words(block.prose).split_whitespace().count()).sum()
}

/// The longest label that heads a paragraph, in words.
const LABEL: usize = 6;

/// The words of a document for each heading below its title; labels that head paragraphs count as headings.
fn words_per_heading(reading: &Reading, document: &Document) -> usize {
    let heads = document.blocks.clone().filter(|at| {
        let block = &reading.blocks[*at];
        let is_title = document.title.is_some_and(|title| title.index() == *at);
        match block.kind {
            _ if block.furniture || is_title => false,
            BlockKind::Heading { .. } => true,
            _ => is_labelled(reading, *at),
        }
    });
    words(reading, document) / heads.count().max(1)
}

/// Whether a paragraph begins with its title: "Cookies. We use them to …", "Cookies: we use them to …".
fn is_labelled(reading: &Reading, at: usize) -> bool {
    let block = &reading.blocks[at];
    let Some(first) = reading.sentences.get(block.sentences.start).filter(|_| !block.prose.is_empty()) else {
        return false;
    };
    let sentence = reading.words(first.prose);
    let label = sentence.split_once(':').map_or(sentence, |(label, _)| label);
    label.len() < reading.words(block.prose).trim_end_matches(['.', ':']).len()
        && label.split_whitespace().count() <= LABEL
}

/// So many titles that stand before their sections are a table of contents.
const ENTRIES: usize = 4;

/// Whether lines of the document name headings that come later.
fn has_contents(reading: &Reading, document: &Document) -> bool {
    let folded = |at: usize| -> String {
        let words = reading.words(reading.blocks[at].prose).chars();
        words.filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
    };
    let heading = |at: &usize| matches!(reading.blocks[*at].kind, BlockKind::Heading { .. });
    // The last place of each title is its section.
    let sections: HashMap<String, usize> = document
        .blocks
        .clone()
        .filter(heading)
        .map(|at| (folded(at), at))
        .filter(|(title, _)| !title.is_empty())
        .collect();
    let entries = document.blocks.clone().filter(|at| sections.get(&folded(*at)).is_some_and(|section| section > at));
    entries.count() >= ENTRIES
}
