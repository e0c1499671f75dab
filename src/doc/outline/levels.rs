//! Heading levels for headings that carry no markup: numbers tell their depth, capitals outrank title case.

use std::borrow::Cow;
use std::collections::HashMap;

use super::super::shape::{Case, Ending, OrdinalStyle, bare};
use super::roles::Role;
use super::unit::{Heading, Unit};

/// The level of the document's title.
const TITLE: u8 = 1;
/// The level of the outermost sections.
const SECTION: u8 = 2;
/// The deepest level.
const DEEPEST: u8 = 6;

/// What sets a heading's level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Given(u8),
    Title,
    Numbered(OrdinalStyle),
    Capitals,
    Plain,
    Label,
}

/// The level of every unit that is a heading, 0 for all others.
pub(in crate::doc) fn assign(units: &[Unit<'_>], roles: &[Role]) -> Vec<u8> {
    let headings: Vec<usize> = (0..units.len()).filter(|&at| roles[at] == Role::Heading).collect();
    let mut styles: Vec<Style> = Vec::with_capacity(headings.len());
    for &at in &headings {
        let after_title = styles.last() == Some(&Style::Title) && roles.get(at - 1) == Some(&Role::Heading);
        styles.push(style(units, after_title || styles.is_empty(), at));
    }
    let mut levels = base_levels(&styles);
    nest_series(units, &headings, &styles, &mut levels);
    let mut all = vec![0; units.len()];
    for (&at, level) in headings.iter().zip(levels) {
        all[at] = level.clamp(TITLE, DEEPEST);
    }
    all
}

fn style(units: &[Unit<'_>], on_top: bool, at: usize) -> Style {
    let unit = &units[at];
    if let Some(level) = unit.level {
        return Style::Given(level);
    }
    if let Some(ordinal) = unit.ordinal() {
        return Style::Numbered(ordinal.style);
    }
    if unit.heading == Heading::Certain && (on_top || opens_document(units, at)) {
        return Style::Title;
    }
    match (unit.shape.case, unit.shape.ending) {
        (_, Ending::Colon) => Style::Label,
        (Case::Capitals, _) => Style::Capitals,
        _ => Style::Plain,
    }
}

/// Whether a title is followed by its date or by the words "This policy".
fn opens_document(units: &[Unit<'_>], at: usize) -> bool {
    units
        .iter()
        .skip(at + 1)
        .take(2)
        .any(|next| next.date || (matches!(next.shape.first.as_str(), "this" | "these") && next.shape.is_prose()))
}

fn base_levels(styles: &[Style]) -> Vec<u8> {
    let count = |test: fn(&Style) -> bool| styles.iter().filter(|style| test(style)).count();
    let numbered = count(|style| matches!(style, Style::Numbered(_)));
    let deep = count(|style| matches!(style, Style::Numbered(style) if style.levels > 1));
    let capitals = count(|style| *style == Style::Capitals);
    let labels = count(|style| *style == Style::Label);
    let plain = SECTION + u8::from(numbered >= 2 || capitals >= 2) + u8::from(deep >= 2);
    let labels_are_deeper = labels * 2 < styles.len();
    let mut open: Vec<(OrdinalStyle, u8)> = Vec::new();
    let mut current = TITLE;
    let mut levels = Vec::with_capacity(styles.len());
    for style in styles {
        let level = match *style {
            Style::Given(level) => level,
            Style::Title => TITLE,
            Style::Numbered(style) => numbered_level(&mut open, style),
            Style::Capitals => SECTION,
            Style::Plain => plain,
            Style::Label if labels_are_deeper => (current + 1).max(plain),
            Style::Label => plain,
        };
        if *style != Style::Label {
            current = level;
        }
        levels.push(level);
    }
    levels
}

/// `1.1` is one deeper than `1.`; letters below numbers, and numbers below letters, one deeper than what they stand in.
fn numbered_level(open: &mut Vec<(OrdinalStyle, u8)>, style: OrdinalStyle) -> u8 {
    if let Some(at) = open
        .iter()
        .position(|(before, _)| *before == style || before.levels == style.levels && before.digits == style.digits)
    {
        open.truncate(at + 1);
        return open[at].1;
    }
    open.retain(|(before, _)| before.levels <= style.levels);
    let level = match open.last() {
        Some((_, level)) => level + 1,
        None => SECTION + style.levels - 1,
    };
    open.push((style, level.min(DEEPEST)));
    level
}

/// A heading without text of its own that opens a series ("Your rights": "Right to know", "Right to erase") takes the
/// series under it, up to the last heading that begins with the same two words.
fn nest_series(units: &[Unit<'_>], headings: &[usize], styles: &[Style], levels: &mut [u8]) {
    let keys: Vec<Vec<Cow<'_, str>>> =
        headings.iter().map(|&at| units[at].words.split_whitespace().take(2).map(bare).collect()).collect();
    let mut places: HashMap<&[Cow<'_, str>], Vec<usize>> = HashMap::new();
    for (at, key) in keys.iter().enumerate() {
        places.entry(key.as_slice()).or_default().push(at);
    }
    let section_ends = section_ends(levels);
    let mut nested_to = 0;
    for at in 0..headings.len().saturating_sub(1) {
        let adjacent = headings[at] + 1 == headings[at + 1];
        let alike = styles[at] == styles[at + 1] && matches!(styles[at], Style::Plain | Style::Capitals);
        if at < nested_to || !adjacent || !alike || keys[at] == keys[at + 1] {
            continue;
        }
        let series = places.get(keys[at + 1].as_slice()).map_or(&[][..], Vec::as_slice);
        let inside = series.partition_point(|&place| place < section_ends[at]);
        let last = series[..inside].last().copied().filter(|&last| last > at + 1);
        if let Some(last) = last {
            levels[at + 1..=last].iter_mut().for_each(|level| *level += 1);
            nested_to = last + 1;
        }
    }
}

/// For each heading, the next one of a higher rank.
fn section_ends(levels: &[u8]) -> Vec<usize> {
    let mut ends = vec![levels.len(); levels.len()];
    let mut open: Vec<usize> = Vec::new();
    for (at, level) in levels.iter().enumerate() {
        while let Some(before) = open.pop_if(|before| levels[*before] > *level) {
            ends[before] = at;
        }
        open.push(at);
    }
    ends
}
