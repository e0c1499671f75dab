//! What a reader found, made into the document model: prose, sentences, sections, lists, tables, documents.

mod abbreviations;
mod documents;
mod drafts;
mod lists;
mod run_in;
mod sentences;
mod tables;

use crate::doc::model::{Block, BlockId, BlockKind, Document, Link, Reading, Section, SectionId, Sentence, SentenceId};
use crate::doc::prose::ProseBuilder;
use crate::doc::raw::{RawBlock, RawReading};
use crate::text::ProseRange;

use documents::Start;
use drafts::{Draft, Drafts, Placed};
use lists::Lists;

/// Makes the document model of `text` as a reader found it. Total, and linear in the text.
pub(super) fn assemble(text: &str, raw: RawReading) -> Reading {
    let mut builder = ProseBuilder::default();
    let Drafts { drafts, placed } = drafts::fold(text, &raw.blocks, &mut builder);
    let prose = builder.finish();
    let words = |at: usize| drafts[at].prose.of(prose.text());
    let starts = documents::starts(&drafts, words, |at| raw.blocks[drafts[at].raw].furniture);
    let mut reading = Reading { metadata: raw.metadata, comments: raw.comments, ..Reading::default() };
    let mut lists = Lists::default();
    let mut section = SectionId(0);
    for (at, draft) in drafts.iter().enumerate() {
        if let Some(document) = starts.iter().position(|start| start.block == at) {
            section = open_document(&mut reading, document);
            lists = Lists::default();
        }
        if let BlockKind::Heading { level } = draft.kind
            && !raw.blocks[draft.raw].furniture
        {
            section = open_section(&mut reading, section, BlockId(number(at)), level);
        }
        let sentences = push_sentences(&mut reading, draft, BlockId(number(at)), words(at));
        let last = sentences.end.checked_sub(1).filter(|_| !sentences.is_empty());
        let last_words = last.map_or("", |last| reading.sentences[last].prose.of(prose.text()));
        let last = last.map(|last| SentenceId(number(last)));
        let lead_in = lists.next(&draft.kind, draft.continues, last, last_words);
        reading.blocks.push(block(draft, &raw.blocks[draft.raw], &prose, section, lead_in, sentences));
    }
    if reading.sections.is_empty() {
        open_document(&mut reading, 0);
    }
    tables::tie(&mut reading.blocks);
    reading.documents = documents_of(&reading, &starts, prose.text().len());
    place(&mut reading, &raw.blocks, &placed);
    reading.prose = prose;
    reading
}

fn open_document(reading: &mut Reading, document: usize) -> SectionId {
    reading.sections.push(Section { heading: None, level: 0, parent: None, document });
    SectionId(number(reading.sections.len() - 1))
}

/// Opens the section of a heading below the nearest one of a higher level.
fn open_section(reading: &mut Reading, current: SectionId, heading: BlockId, level: u8) -> SectionId {
    let level = level.max(1);
    let mut parent = current;
    while reading.section(parent).level >= level
        && let Some(above) = reading.section(parent).parent
    {
        parent = above;
    }
    let document = reading.section(parent).document;
    reading.sections.push(Section { heading: Some(heading), level, parent: Some(parent), document });
    SectionId(number(reading.sections.len() - 1))
}

fn push_sentences(reading: &mut Reading, draft: &Draft, block: BlockId, words: &str) -> std::ops::Range<usize> {
    let first = reading.sentences.len();
    let start = draft.prose.start();
    if draft.kind == BlockKind::Code {
        reading.sentences.push(Sentence { prose: draft.prose, block });
    } else {
        let cut = sentences::split(words).into_iter();
        let sentence = |range: std::ops::Range<usize>| ProseRange::new(start + range.start, start + range.end);
        reading.sentences.extend(cut.map(|range| Sentence { prose: sentence(range), block }));
    }
    first..reading.sentences.len()
}

fn block(
    draft: &Draft,
    raw: &RawBlock,
    prose: &crate::doc::prose::ProseText,
    section: SectionId,
    lead_in: Option<SentenceId>,
    sentences: std::ops::Range<usize>,
) -> Block {
    Block {
        kind: draft.kind.clone(),
        prose: draft.prose,
        source: if draft.whole { raw.source } else { prose.to_source(draft.prose) },
        section,
        lead_in,
        sentences,
        line_breaks: draft.line_breaks.clone(),
        furniture: raw.furniture,
        quoted: raw.quoted,
    }
}

/// The documents, which tile the reading.
fn documents_of(reading: &Reading, starts: &[Start], prose_end: usize) -> Vec<Document> {
    let ends = starts.iter().skip(1).map(|start| start.block).chain([reading.blocks.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| {
            let sentence =
                |at: usize| reading.blocks.get(at).map_or(reading.sentences.len(), |block| block.sentences.start);
            let offset = |at: usize| reading.blocks.get(at).map_or(prose_end, |block| block.prose.start());
            Document {
                title: start.title.map(|title| BlockId(number(title))),
                blocks: start.block..end,
                sentences: sentence(start.block)..sentence(end),
                prose: ProseRange::new(offset(start.block), offset(end)),
            }
        })
        .collect()
}

/// Ties links, anchors and attributes to the blocks that their reader's block became.
fn place(reading: &mut Reading, raw: &[RawBlock], placed: &[Placed]) {
    for (raw, Placed { draft, links }) in raw.iter().zip(placed) {
        // What belongs to a block without words belongs to the one after it.
        let Some(last) = reading.blocks.len().checked_sub(1) else { return };
        let block = (*draft).min(last);
        let id = BlockId(number(block));
        reading.anchors.extend(raw.anchors.iter().map(|anchor| (anchor.clone(), id)));
        let attributes = raw.attributes.iter();
        reading.attributes.extend(attributes.map(|(key, value, range)| (key.clone(), value.clone(), *range, id)));
        for (link, prose) in raw.links.iter().zip(links) {
            let holder = reading.blocks[block..].iter().take_while(|part| part.prose.start() <= prose.start()).count();
            let id = BlockId(number(block + holder.saturating_sub(1)));
            let (target, target_source) = (link.target.clone(), link.target_source);
            reading.links.push(Link { prose: *prose, target, target_source, block: id });
        }
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
