//! Levels that are known, for markup gives them or for what is ranked by markup shows them.

use std::collections::HashMap;

use super::super::super::shape::Ordinal;
use super::class::Class;
use super::{Entry, SECTION, Style};

/// Titles of one look that stand right above headings of a level, before their looks count as ranked above it.
const ENOUGH: usize = 2;

/// The levels that are known.
pub(super) fn given(entries: &[Entry]) -> Vec<Option<u8>> {
    let above = above(entries);
    let mut around: Vec<(u8, Option<&Ordinal>)> = Vec::new();
    let mut known = Vec::with_capacity(entries.len());
    for entry in entries {
        let level = match (entry.style, &entry.number) {
            (Style::Given(level), _) => Some(level),
            (Style::Alike(class), _) => above.get(&class).copied(),
            // "9." after a heading that markup ranks and that is numbered "8." is its next sibling.
            (Style::Numbered(_), Some(number)) => around
                .iter()
                .rev()
                .find(|(_, before)| before.is_some_and(|before| number.follows(before)))
                .map(|(level, _)| *level),
            _ => None,
        };
        if let Some(level) = level {
            while around.pop_if(|(around, _)| *around >= level).is_some() {}
            around.push((level, entry.number.as_ref()));
        }
        known.push(level);
    }
    known
}

/// The looks whose headings stand right above headings that markup ranks, with the level that this leaves them.
fn above(entries: &[Entry]) -> HashMap<Class, u8> {
    let mut highest_below: HashMap<Class, (usize, u8)> = HashMap::new();
    let mut right_below: HashMap<Class, Vec<u8>> = HashMap::new();
    for pair in entries.windows(2).filter(|pair| pair[0].at + 1 == pair[1].at) {
        match (pair[0].style, pair[1].style) {
            (Style::Alike(class), Style::Given(level)) => {
                let entry = highest_below.entry(class).or_insert((0, level));
                *entry = (entry.0 + 1, entry.1.min(level));
            }
            (Style::Given(level), Style::Alike(class)) => right_below.entry(class).or_default().push(level),
            _ => {}
        }
    }
    highest_below.retain(|class, (count, level)| {
        let below = right_below.get(class).map_or(0, |levels| levels.iter().filter(|given| *given >= level).count());
        *count >= ENOUGH && *count > below
    });
    highest_below.into_iter().map(|(class, (_, level))| (class, level.saturating_sub(1).max(SECTION))).collect()
}
