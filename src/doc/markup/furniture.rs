//! Which blocks are page furniture: menus, banners, footers, tables of contents.
//!
//! Elements and names tell some of it; on the rest of the pages, only the links do. Prose outside of the parts that are
//! furniture by name is never marked: losing a sentence of the policy costs more than reading one of a footer.

use std::collections::HashSet;

use crate::doc::raw::{RawBlock, RawKind};
use crate::doc::shape;

use super::note::Note;
use super::policy_body::policy_body;
use super::title;
use super::zone::{ZoneKind, Zones};

/// A block of fewer words, links left out, is no prose.
const PROSE_WORDS: u32 = 10;
/// As many blocks in a row that are but links make a menu or a table of contents.
const MENU_LENGTH: usize = 3;
/// So close behind the text, a date of an update is the text's.
const NEAR: usize = 3;
/// A link that leads back up the page has no more words.
const BACK_LINK_WORDS: u32 = 4;

/// What of a block tells whether it is furniture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Traits {
    /// Words outside of links.
    pub(super) unlinked: u32,
    /// Whether all words are in links, which lead elsewhere than to a mailbox or telephone.
    pub(super) menu_link: bool,
    /// Whether all words are in links to places on this page.
    pub(super) contents_link: bool,
    pub(super) heading: bool,
    /// Whether the block is in a part of the page that is furniture.
    pub(super) zone: bool,
}

impl Traits {
    /// Whether the block is running text.
    pub(super) fn is_prose(&self) -> bool {
        self.unlinked >= PROSE_WORDS && !self.zone
    }
}

/// Marks the furniture among `blocks`.
pub(super) fn mark(blocks: &mut [RawBlock], notes: &[Note], zones: Zones, source: &str) {
    let page_words = notes.iter().map(|note| u64::from(note.unlinked())).sum();
    mark_zones(blocks, notes, &zones.resolve(page_words));
    let traits = traits(blocks, notes);
    mark_contents(blocks, &traits, notes);
    if let Some(body) = policy_body(&traits) {
        mark_outside(blocks, &traits, &body, source);
    }
}

fn mark_zones(blocks: &mut [RawBlock], notes: &[Note], zones: &[Option<ZoneKind>]) {
    let mut titled_header = None;
    for (block, note) in blocks.iter_mut().zip(notes) {
        let Some(kind) = note.zone.and_then(|zone| zones.get(zone as usize).copied().flatten()) else { continue };
        // The page's title may stand in its head, and a date below the title.
        if kind == ZoneKind::Header && matches!(block.kind, RawKind::Heading { .. }) && !note.is_link_only() {
            titled_header = note.zone;
        }
        block.furniture = kind != ZoneKind::Header || titled_header != note.zone || note.is_link_only();
    }
}

fn traits(blocks: &[RawBlock], notes: &[Note]) -> Vec<Traits> {
    let anchors: HashSet<&str> = blocks.iter().flat_map(|block| &block.anchors).map(String::as_str).collect();
    let traits_of = |(block, note): (&RawBlock, &Note)| {
        let targets = || block.links.iter().map(|link| link.target.trim());
        let heading = matches!(block.kind, RawKind::Heading { .. });
        let to_page = note.is_link_only() && targets().all(|target| leads_to_page(target, &anchors));
        // A heading may link to itself, or to the section that it unfolds; data may be links.
        let is_content = (heading && to_page) || is_cell(block);
        Traits {
            unlinked: note.unlinked(),
            menu_link: note.is_link_only() && !targets().any(is_contact) && !is_content,
            contents_link: to_page && !heading,
            heading,
            zone: block.furniture,
        }
    };
    blocks.iter().zip(notes).map(traits_of).collect()
}

fn is_cell(block: &RawBlock) -> bool {
    matches!(block.kind, RawKind::Cell { .. })
}

fn is_contact(target: &str) -> bool {
    ["mailto:", "tel:"]
        .iter()
        .any(|scheme| target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// Whether a link leads to an anchor of its own page.
fn leads_to_page(target: &str, anchors: &HashSet<&str>) -> bool {
    target.split_once('#').is_some_and(|(page, fragment)| {
        !fragment.is_empty() && (page.is_empty() || (anchors.contains(fragment) && !page.ends_with(".md")))
    })
}

/// Marks tables of contents, and lone links that lead back up.
fn mark_contents(blocks: &mut [RawBlock], traits: &[Traits], notes: &[Note]) {
    let mut start = 0;
    while start < traits.len() {
        let length = traits[start..].iter().take_while(|traits| traits.contents_link).count();
        let back_link =
            length == 1 && notes[start].counts.words <= BACK_LINK_WORDS && blocks[start].kind == RawKind::Paragraph;
        if length >= MENU_LENGTH || back_link {
            blocks[start..start + length].iter_mut().for_each(|block| block.furniture = true);
            mark_contents_title(blocks, start, start + length);
        }
        start += length.max(1);
    }
}

/// Marks the heading of a table of contents, where the table is all that stands under it.
fn mark_contents_title(blocks: &mut [RawBlock], start: usize, end: usize) {
    let level = |block: &RawBlock| if let RawKind::Heading { level } = block.kind { Some(level) } else { None };
    let Some(title) = start.checked_sub(1) else { return };
    let next = blocks.get(end).and_then(level);
    if let (Some(own), Some(next)) = (level(&blocks[title]), next) {
        blocks[title].furniture |= next <= own;
    }
}

/// Marks what stands before and after the policy and is no prose.
fn mark_outside(blocks: &mut [RawBlock], traits: &[Traits], body: &std::ops::Range<usize>, source: &str) {
    let mut heading_seen = false;
    for index in 0..traits.len() {
        let outside = !body.contains(&index);
        if outside && traits[index].menu_link && !blocks[index].furniture {
            let alone = menu_length(traits, index) < MENU_LENGTH;
            blocks[index].furniture = !(alone && heading_seen);
        }
        heading_seen |= traits[index].heading && !traits[index].menu_link && !blocks[index].furniture;
    }
    mark_between(blocks, traits, 0..body.start, source);
    mark_between(blocks, traits, body.end..traits.len(), source);
}

/// How many blocks around `index` are but links, with no prose between. Counts no further than it matters.
fn menu_length(traits: &[Traits], index: usize) -> usize {
    let is_link = |traits: &&Traits| traits.menu_link || traits.zone;
    let is_short = |traits: &&Traits| !traits.is_prose();
    let before = traits[..index].iter().rev().take_while(is_short).filter(is_link).take(MENU_LENGTH).count();
    let after = traits[index..].iter().take_while(is_short).filter(is_link).take(MENU_LENGTH).count();
    before + after
}

/// Marks short blocks beside furniture: titles of menus, labels, slogans. The page's own title and what stands right
/// under it, such as a date, are none; nor is the date of the policy above its first heading, or right below the text.
fn mark_between(blocks: &mut [RawBlock], traits: &[Traits], range: std::ops::Range<usize>, source: &str) {
    let mut under_title = false;
    let mut markable = vec![false; range.len()];
    for (index, markable) in range.clone().zip(&mut markable) {
        let is_text = !traits[index].menu_link && !traits[index].zone;
        under_title = is_text && (under_title || is_page_title(&blocks[index], source));
        // Before the text, or right behind it: further down it is of something else.
        let near = range.start == 0 || index - range.start < NEAR;
        let dated = near && is_text && is_policy_date(&blocks[index], source);
        *markable = !under_title && !dated && traits[index].unlinked < PROSE_WORDS && !is_cell(&blocks[index]);
    }
    for index in range.clone().rev() {
        let beside = index + 1 < range.end && blocks[index + 1].furniture;
        blocks[index].furniture |= beside && markable[index - range.start];
    }
    for index in range.clone().skip(1) {
        blocks[index].furniture |= blocks[index - 1].furniture && markable[index - range.start];
    }
}

/// Whether a heading is the page's own: the highest, or one of any level that names a policy.
fn is_page_title(block: &RawBlock, source: &str) -> bool {
    let RawKind::Heading { level } = block.kind else { return false };
    level == 1 || shape::title_kind(&title::words(block, source)).is_some()
}

/// Whether a block says when the policy was changed or takes effect; a bare date may be that of a teaser.
fn is_policy_date(block: &RawBlock, source: &str) -> bool {
    let words = title::words(block, source);
    let says = |word: &str| matches!(&*shape::bare(word), "updated" | "revised" | "modified" | "effective" | "update");
    shape::is_date_line(&words) && words.split_whitespace().any(says)
}
