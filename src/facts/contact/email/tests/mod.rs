#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use crate::doc::raw::Piece;
use crate::doc::{Block, BlockId, BlockKind, Link, LinkKind, ProseBuilder, Reading, SectionId};
use crate::text::TextRange;

use super::*;

mod any_text;
mod defects;
mod found;
mod links;

static VOCABULARY: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::of_classes(include_str!("../../../../../rules/lexicon/mail.toml")));

fn emails(reading: &Reading) -> Vec<Email> {
    super::emails(reading, &VOCABULARY)
}

/// A reading of paragraphs. `[words](target)` in them is a link.
fn reading(kind: &BlockKind, paragraphs: &[&str]) -> Reading {
    let mut source = String::new();
    let mut builder = ProseBuilder::default();
    let mut reading = Reading::default();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let block = BlockId(u32::try_from(index).unwrap());
        let base = source.len();
        source.push_str(paragraph);
        let mut pieces = Vec::new();
        let mut links = Vec::new();
        let mut from = base;
        while let Some((open, close, end)) = next_link(&source, from) {
            pieces.push(Piece::verbatim(TextRange::new(from, open)));
            links.push((pieces.len(), TextRange::new(close + 2, end)));
            pieces.push(Piece::verbatim(TextRange::new(open + 1, close)));
            from = end + 1;
        }
        pieces.push(Piece::verbatim(TextRange::new(from, source.len())));
        let folded = builder.push_block(&source, &pieces);
        for (piece, target_source) in links {
            let target = target_source.of(&source).to_owned();
            reading.links.push(Link {
                prose: folded.pieces[piece],
                target,
                target_source,
                block,
                kind: LinkKind::Target,
            });
        }
        reading.blocks.push(Block {
            kind: kind.clone(),
            prose: folded.range,
            source: TextRange::new(base, source.len()),
            section: SectionId(0),
            lead_in: None,
            sentences: 0..0,
            line_breaks: folded.line_breaks,
            furniture: false,
            quoted: false,
            set_off: false,
        });
    }
    reading.prose = builder.finish();
    reading
}

/// Where the next link opens, its words end, and its target ends.
fn next_link(source: &str, from: usize) -> Option<(usize, usize, usize)> {
    let close = from + source[from..].find("](")?;
    let end = close + 2 + source[close + 2..].find(')')?;
    Some((from + source[from..close].rfind('[')?, close, end))
}

/// Words, address, form and defect of every address.
fn found(text: &str) -> Vec<(String, String, Form, Option<DefectKind>)> {
    let reading = reading(&BlockKind::Paragraph, &[text]);
    let each = |email: Email| {
        let words = reading.words(email.prose).to_owned();
        (words, email.address, email.form, email.defect.map(|defect| defect.kind))
    };
    emails(&reading).into_iter().map(each).collect()
}

fn one(text: &str) -> (String, String, Form, Option<DefectKind>) {
    let mut all = found(text);
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.remove(0)
}

fn assert_defect(text: &str, words: &str, address: &str, kind: &DefectKind) {
    assert_eq!(one(text), (words.to_owned(), address.to_owned(), Form::Plain, Some(kind.clone())), "{text}");
}

/// The text with all repairs of its one address made, and whether they are safe.
fn repaired(text: &str) -> Option<(String, bool)> {
    let reading = reading(&BlockKind::Paragraph, &[text]);
    let repair = emails(&reading).remove(0).defect?.repair?;
    let mut prose = reading.prose.text().to_owned();
    for (range, replacement) in repair.edits.iter().rev() {
        prose.replace_range(range.indices(), replacement);
    }
    Some((prose, repair.safe))
}

fn target_defect(text: &str) -> Option<TargetDefectKind> {
    let mut all = emails(&reading(&BlockKind::Paragraph, &[text]));
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.remove(0).target_defect.map(|defect| defect.kind)
}
