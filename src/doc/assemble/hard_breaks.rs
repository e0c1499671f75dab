//! Paragraphs whose lines are blocks of their own: headings, items and paragraphs kept apart by `<br>` alone.

use std::ops::Range;

use super::super::raw::{Piece, RawBlock, RawKind};
use super::super::shape::{Ending, Marker};
use crate::text::TextRange;

/// Cuts the paragraphs of `blocks` at their hard line breaks, except where a sentence goes on behind the break.
pub(super) fn cut(source: &str, blocks: Vec<RawBlock>) -> Vec<RawBlock> {
    let mut cut = Vec::with_capacity(blocks.len());
    for block in blocks {
        let lines = lines(source, &block);
        if lines.len() < 2 || block.kind != RawKind::Paragraph {
            cut.push(block);
        } else {
            push_lines(block, &lines, &mut cut);
        }
    }
    cut
}

fn is_break(piece: &Piece) -> bool {
    piece.replacement.as_deref() == Some("\n")
}

/// The pieces of each line.
fn lines(source: &str, block: &RawBlock) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    if !block.pieces.iter().any(is_break) {
        return lines;
    }
    let mut start = 0;
    let mut before: Option<String> = None;
    let ends = block.pieces.iter().enumerate().filter(|(_, piece)| is_break(piece)).map(|(at, _)| at);
    for end in ends.chain([block.pieces.len()]) {
        let text: String = block.pieces[start..end].iter().map(|piece| piece.text(source)).collect();
        if !text.trim().is_empty() {
            let goes_on = before.as_deref().is_some_and(|before| goes_on(before, text.trim()));
            match lines.last_mut().filter(|_| goes_on) {
                Some(line) => line.end = end,
                None => lines.push(start..end),
            }
            before = Some(text);
        }
        start = end + 1;
    }
    lines
}

/// Whether a line ends in mid-sentence and the next one takes it up.
fn goes_on(before: &str, next: &str) -> bool {
    let open = matches!(Ending::of(before), Ending::Open | Ending::Comma);
    open && next.starts_with(char::is_lowercase) && Marker::parse(next, false).is_none()
}

fn push_lines(block: RawBlock, lines: &[Range<usize>], cut: &mut Vec<RawBlock>) {
    let first = cut.len();
    let mut pieces = block.pieces;
    let mut tail_at = pieces.len();
    let mut parts: Vec<RawBlock> = Vec::with_capacity(lines.len());
    for line in lines.iter().rev() {
        let mut own = pieces.split_off(line.start);
        own.truncate(line.end.min(tail_at) - line.start);
        tail_at = line.start;
        let range = own.iter().map(|piece| piece.source).reduce(TextRange::join).unwrap_or(block.source);
        let mut part = RawBlock::new(RawKind::Paragraph, range);
        part.pieces = own;
        part.furniture = block.furniture;
        part.quoted = block.quoted;
        part.set_off = block.set_off;
        (part.look, part.style) = (block.look, block.style);
        parts.push(part);
    }
    cut.extend(parts.into_iter().rev());
    let parts = &mut cut[first..];
    let line_of = |piece: usize| lines.partition_point(|line| line.end <= piece).min(lines.len() - 1);
    for mut link in block.links {
        let line = line_of(link.pieces.start);
        let own = &lines[line];
        let within = |piece: usize| piece.clamp(own.start, own.end) - own.start;
        link.pieces = within(link.pieces.start)..within(link.pieces.end);
        parts[line].links.push(link);
    }
    for attribute in block.attributes {
        let line = parts.partition_point(|part| part.source.end() <= attribute.2.start()).min(parts.len() - 1);
        parts[line].attributes.push(attribute);
    }
    parts[0].anchors = block.anchors;
    parts[0].source = TextRange::new(block.source.start(), parts[0].source.end());
    if let Some(last) = parts.last_mut() {
        last.source = TextRange::new(last.source.start(), block.source.end());
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::model::LinkKind;
    use super::super::super::raw::RawLink;
    use super::*;

    /// A paragraph whose line feeds are hard breaks.
    fn paragraph(source: &str) -> RawBlock {
        let mut block = RawBlock::new(RawKind::Paragraph, TextRange::new(0, source.len()));
        let mut at = 0;
        for line in source.split('\n') {
            if at > 0 {
                block.pieces.push(Piece::replaced(TextRange::new(at - 1, at), "\n"));
            }
            block.pieces.push(Piece::verbatim(TextRange::new(at, at + line.len())));
            at += line.len() + 1;
        }
        block
    }

    fn texts(source: &str, blocks: &[RawBlock]) -> Vec<String> {
        blocks.iter().map(|block| block.pieces.iter().map(|piece| piece.text(source)).collect()).collect()
    }

    #[test]
    fn lines_become_blocks() {
        let source = "Cookies\nWe set some.\n- small ones";
        let cut = cut(source, vec![paragraph(source)]);
        assert_eq!(texts(source, &cut), ["Cookies", "We set some.", "- small ones"]);
        assert!(
            cut.iter()
                .zip(["Cookies", "We set some.", "- small ones"])
                .all(|(block, line)| block.source.of(source) == line)
        );
    }

    #[test]
    fn a_sentence_is_not_cut() {
        let source = "We set cookies\nof two kinds.\nYou may refuse them.";
        let cut = cut(source, vec![paragraph(source)]);
        assert_eq!(texts(source, &cut), ["We set cookies\nof two kinds.", "You may refuse them."]);
    }

    #[test]
    fn links_and_anchors_stay_with_their_line() {
        let source = "One.\nTwo.";
        let mut block = paragraph(source);
        block.anchors.push("top".to_owned());
        block.links.push(RawLink {
            pieces: 2..3,
            target: "#two".to_owned(),
            target_source: TextRange::empty(5),
            kind: LinkKind::Target,
        });
        let cut = cut(source, vec![block]);
        assert_eq!(cut[0].anchors, ["top"]);
        assert_eq!(cut[1].links[0].pieces, 0..1);
    }
}
