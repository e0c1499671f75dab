//! Blocks in the making: the readers' blocks, folded, and cut where a list is run into them.

use crate::doc::model::{BlockKind, Cell, ListItem};
use crate::doc::prose::{BlockPart, FoldedBlock, ProseBuilder};
use crate::doc::raw::{RawBlock, RawKind};
use crate::text::ProseRange;

use super::run_in::{self, Role};

/// A block before it has its place in the sections and lists.
pub(super) struct Draft {
    /// Its kind; a cell's heads come later.
    pub(super) kind: BlockKind,
    /// Its words.
    pub(super) prose: ProseRange,
    /// Prose offsets at which the source breaks the line.
    pub(super) line_breaks: Vec<usize>,
    /// The reader's block that it comes from.
    pub(super) raw: usize,
    /// Whether it is all of that block.
    pub(super) whole: bool,
    /// Whether it goes on with the item before it.
    pub(super) continues: bool,
}

/// The blocks of a reading, and where each reader's block and its pieces came to lie.
pub(super) struct Drafts {
    pub(super) drafts: Vec<Draft>,
    /// For each reader's block: its first draft, and its links' words.
    pub(super) placed: Vec<Placed>,
}

/// Where a reader's block came to lie.
pub(super) struct Placed {
    /// Its first draft, or the one after it where it has no words.
    pub(super) draft: usize,
    /// For each of its links, the words in the finished prose.
    pub(super) links: Vec<ProseRange>,
}

/// Folds all blocks into `builder`.
pub(super) fn fold(text: &str, blocks: &[RawBlock], builder: &mut ProseBuilder) -> Drafts {
    let mut drafts = Vec::with_capacity(blocks.len());
    let mut placed = Vec::with_capacity(blocks.len());
    for (number, block) in blocks.iter().enumerate() {
        let folded = builder.push_block(text, &block.pieces);
        let links: Vec<ProseRange> = block.links.iter().map(|link| words_of(&folded, &link.pieces)).collect();
        let draft = drafts.len();
        if folded.range.is_empty() {
            placed.push(Placed { draft, links: vec![ProseRange::empty(folded.range.start()); links.len()] });
            continue;
        }
        let stretches = match &block.kind {
            RawKind::Paragraph => run_in::find(folded.range.of(builder.text()), None),
            RawKind::Item { ordinal, .. } => {
                let own = Some(ordinal.as_str()).filter(|ordinal| !ordinal.is_empty());
                run_in::find(folded.range.of(builder.text()), own)
            }
            RawKind::Heading { .. } | RawKind::Cell { .. } | RawKind::Code => Vec::new(),
        };
        if stretches.is_empty() {
            let (kind, continues) = kind_of(&block.kind);
            drafts.push(Draft {
                kind,
                prose: folded.range,
                line_breaks: folded.line_breaks,
                raw: number,
                whole: true,
                continues,
            });
            placed.push(Placed { draft, links });
            continue;
        }
        let at = |range: &std::ops::Range<usize>| {
            ProseRange::new(folded.range.start() + range.start, folded.range.start() + range.end)
        };
        let cuts: Vec<ProseRange> = stretches.iter().map(|stretch| at(&stretch.marker)).collect();
        let parts = builder.cut_block(&folded, &cuts);
        for part in &parts {
            let behind = cuts.partition_point(|cut| cut.end() <= part.before.start());
            let role = behind.checked_sub(1).and_then(|at| stretches.get(at)).map(|stretch| &stretch.role);
            let siblings = stretches.first().is_some_and(|first| first.marker == (0..0));
            let (kind, continues) = part_kind(&block.kind, role, siblings);
            drafts.push(Draft {
                kind,
                prose: part.range,
                line_breaks: part.line_breaks.clone(),
                raw: number,
                whole: false,
                continues,
            });
        }
        placed.push(Placed { draft, links: links.iter().map(|link| share(&parts, *link)).collect() });
    }
    Drafts { drafts, placed }
}

fn words_of(folded: &FoldedBlock, pieces: &std::ops::Range<usize>) -> ProseRange {
    let first = folded.pieces.get(pieces.start);
    let last = pieces.end.checked_sub(1).and_then(|last| folded.pieces.get(last));
    match (first, last) {
        (Some(first), Some(last)) => ProseRange::new(first.start(), last.end()),
        _ => ProseRange::empty(folded.range.end()),
    }
}

/// Where the words of a link lie after the cut; those that were cut away leave nothing.
fn share(parts: &[BlockPart], link: ProseRange) -> ProseRange {
    let shares = parts.iter().map(|part| part.share(link));
    shares.max_by_key(|share| share.len()).unwrap_or(ProseRange::empty(link.start()))
}

fn kind_of(kind: &RawKind) -> (BlockKind, bool) {
    match kind {
        RawKind::Heading { level } => (BlockKind::Heading { level: *level }, false),
        RawKind::Paragraph => (BlockKind::Paragraph, false),
        RawKind::Item { depth, ordinal, first } => {
            (BlockKind::Item(ListItem { depth: *depth, ordinal: ordinal.clone(), run_in: false }), !first)
        }
        RawKind::Cell { table, row, column, header } => {
            let cell =
                Cell { table: *table, row: *row, column: *column, header: *header, row_head: None, column_head: None };
            (BlockKind::Cell(cell), false)
        }
        RawKind::Code => (BlockKind::Code, false),
    }
}

/// What a part of a cut block is: before the first marker it is what the block was, behind one an item, around the lists text.
fn part_kind(kind: &RawKind, role: Option<&Role>, siblings: bool) -> (BlockKind, bool) {
    let (around, ordinal) = match kind {
        RawKind::Item { depth, ordinal, .. } => (Some(*depth), ordinal.clone()),
        _ => (None, String::new()),
    };
    let base = around.map_or(0, |depth| depth.saturating_add(u8::from(!siblings)));
    match role {
        None => kind_of(kind),
        Some(Role::Item(label, depth)) => {
            let item = ListItem { depth: base.saturating_add(*depth), ordinal: label.clone(), run_in: true };
            (BlockKind::Item(item), false)
        }
        Some(Role::Text(0)) => match around {
            Some(depth) => (BlockKind::Item(ListItem { depth, ordinal, run_in: true }), true),
            None => (BlockKind::Paragraph, false),
        },
        Some(Role::Text(depth)) => {
            let item = ListItem { depth: base.saturating_add(depth - 1), ordinal: String::new(), run_in: true };
            (BlockKind::Item(item), true)
        }
    }
}
