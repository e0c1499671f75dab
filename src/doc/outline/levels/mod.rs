//! Heading levels for headings that no markup ranks: numbers tell their depth, what looks alike stands on one level, and
//! what markup ranks is around what it doesn't.

mod around;
mod class;
mod numbers;
mod ranks;
mod series;

use super::super::shape::{Ending, Ordinal, OrdinalStyle};
use super::roles::Role;
use super::unit::{Heading, Unit};
use class::Class;
use ranks::{Kind, Ranks};

/// The level of the document's title.
const TITLE: u8 = 1;
/// The level of the outermost sections.
const SECTION: u8 = 2;
/// The deepest level.
const DEEPEST: u8 = 6;

/// What sets a heading's level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Markup.
    Given(u8),
    /// It names the document.
    Title,
    Numbered(OrdinalStyle),
    Alike(Class),
    /// A colon at its end puts it under the heading before.
    Label,
}

/// A heading, in their order.
#[derive(Debug)]
struct Entry {
    /// The unit.
    at: usize,
    style: Style,
    number: Option<Ordinal>,
}

/// The level of every unit that is a heading, 0 for all others.
pub(in crate::doc) fn assign(units: &[Unit<'_>], roles: &[Role]) -> Vec<u8> {
    let entries = entries(units, roles);
    let ranks = Ranks::of(&entries, units);
    let given = around::given(&entries);
    let mut levels = guess(&entries, &ranks, &given);
    series::nest(units, &entries, &given, &mut levels);
    let mut all = vec![0; units.len()];
    for (entry, level) in entries.iter().zip(levels) {
        all[entry.at] = level.clamp(TITLE, DEEPEST);
    }
    all
}

fn entries(units: &[Unit<'_>], roles: &[Role]) -> Vec<Entry> {
    let headings: Vec<usize> = (0..units.len()).filter(|&at| roles[at] == Role::Heading).collect();
    let labels = headings.iter().filter(|&&at| is_label(&units[at])).count();
    let labels_are_deeper = labels * 2 < headings.len();
    let mut entries: Vec<Entry> = Vec::with_capacity(headings.len());
    for at in headings {
        let unit = &units[at];
        let after_title =
            entries.last().is_some_and(|last| last.style == Style::Title) && roles.get(at - 1) == Some(&Role::Heading);
        let on_top = after_title || entries.is_empty();
        let number = unit.number();
        let style = match (unit.level, &number) {
            (Some(level), _) => Style::Given(level),
            (None, Some(number)) => Style::Numbered(number.style),
            _ if unit.heading == Heading::Certain && (on_top || opens_document(units, at)) => Style::Title,
            _ if is_label(unit) && labels_are_deeper => Style::Label,
            _ => Style::Alike(Class::of(unit)),
        };
        entries.push(Entry { at, style, number });
    }
    entries
}

/// Whether a line ends in a colon, and nothing else says how it ranks.
fn is_label(unit: &Unit<'_>) -> bool {
    !unit.is_marked() && unit.ordinal().is_none() && unit.shape.ending == Ending::Colon
}

/// Whether a title is followed by its date or by the words "This policy".
fn opens_document(units: &[Unit<'_>], at: usize) -> bool {
    units
        .iter()
        .skip(at + 1)
        .take(2)
        .any(|next| next.date || (matches!(next.shape.first.as_str(), "this" | "these") && next.shape.is_prose()))
}

/// The levels of all headings, where those in `given` are known: each stretch between them has levels of its own, as far as
/// its headings differ.
fn guess(entries: &[Entry], ranks: &Ranks, given: &[Option<u8>]) -> Vec<u8> {
    let mut levels = Vec::with_capacity(entries.len());
    // What stands before all headings that markup ranks holds none of them, unless it is the title.
    let mut base = given.iter().flatten().min().map_or(TITLE, |highest| highest.saturating_sub(1).max(TITLE));
    while levels.len() < entries.len() {
        let start = levels.len();
        if let Some(level) = given[start] {
            levels.push(level);
            base = level;
            continue;
        }
        let length = given[start..].iter().take_while(|given| given.is_none()).count();
        let title = if start == 0 { TITLE } else { base };
        stretch(&entries[start..start + length], ranks, base, title, &mut levels);
    }
    levels
}

/// The levels of headings with none of a known level among them, under one of the level `base`; `around` is the level of
/// what is around a title among them.
fn stretch(entries: &[Entry], ranks: &Ranks, base: u8, around: u8, levels: &mut Vec<u8>) {
    let tops = ranks.tops(entries.iter().map(|entry| entry.style));
    let mut open = numbers::Open::default();
    let mut titled = 0;
    let mut current = base;
    for entry in entries {
        let top = |kind: Kind| base + 1 + titled + tops.get(&kind).copied().unwrap_or(0);
        let level = match entry.style {
            Style::Title if around == TITLE => TITLE,
            Style::Title => {
                titled = 1;
                base + 1
            }
            Style::Numbered(style) => open.level(style, top(Kind::Numbers)),
            Style::Alike(class) => top(Kind::Class(class)),
            Style::Label | Style::Given(_) => (current + 1).max(base + 1),
        };
        if entry.style != Style::Label {
            current = level;
        }
        levels.push(level.min(DEEPEST));
    }
}
