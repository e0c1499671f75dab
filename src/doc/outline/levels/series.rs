//! Series of headings that a heading without text of its own opens: those that begin alike, and those that are numbered.

use std::borrow::Cow;
use std::collections::HashMap;

use super::super::super::shape::{Ordinal, bare};
use super::super::unit::Unit;
use super::{Entry, Style};

/// A heading without text of its own that opens a series ("Your rights": "Right to know", "Right to erase") takes the
/// series under it, up to the last heading that begins with the same two words. Levels in `given` stay.
pub(super) fn nest(units: &[Unit<'_>], entries: &[Entry], given: &[Option<u8>], levels: &mut [u8]) {
    let keys: Vec<Vec<Cow<'_, str>>> =
        entries.iter().map(|entry| units[entry.at].words.split_whitespace().take(2).map(bare).collect()).collect();
    let mut places: HashMap<&[Cow<'_, str>], Vec<usize>> = HashMap::new();
    for (at, key) in keys.iter().enumerate() {
        places.entry(key.as_slice()).or_default().push(at);
    }
    nest_numbered(entries, given, levels);
    let section_ends = section_ends(levels);
    let mut nested_to = 0;
    for at in 0..entries.len().saturating_sub(1) {
        let adjacent = entries[at].at + 1 == entries[at + 1].at;
        let alike = entries[at].style == entries[at + 1].style && matches!(entries[at].style, Style::Alike(_));
        if at < nested_to || !adjacent || !alike || keys[at] == keys[at + 1] {
            continue;
        }
        let series = places.get(keys[at + 1].as_slice()).map_or(&[][..], Vec::as_slice);
        let inside = series.partition_point(|&place| place < section_ends[at]);
        let last = series[..inside].last().copied().filter(|&last| last > at + 1);
        if let Some(last) = last {
            let nested = levels[at + 1..=last].iter_mut().zip(&given[at + 1..=last]);
            nested.filter(|(_, given)| given.is_none()).for_each(|(level, _)| *level += 1);
            nested_to = last + 1;
        }
    }
}

/// A heading without number and without text of its own that stands right above "1." takes the whole series: "If you live in Europe:",
/// "1. Controller", "2. Your rights".
fn nest_numbered(entries: &[Entry], given: &[Option<u8>], levels: &mut [u8]) {
    let section_ends = section_ends(levels);
    for at in 0..entries.len().saturating_sub(1) {
        let below = &entries[at + 1];
        let opens = given[at].is_none()
            && entries[at].number.is_none()
            && entries[at].at + 1 == below.at
            && below.number.as_ref().is_some_and(Ordinal::is_first)
            && matches!(entries[at].style, Style::Alike(_) | Style::Label);
        if !opens || levels[at + 1] > levels[at] {
            continue;
        }
        let deeper = levels[at] + 1 - levels[at + 1];
        let mut last = at + 1;
        for (place, entry) in entries.iter().enumerate().take(section_ends[at]).skip(at + 2) {
            // Another "1." is of another series. A number left out breaks none: that gap is the author's.
            match &entry.number {
                Some(number) if number.is_first() => break,
                Some(_) if levels[place] == levels[at + 1] => last = place,
                _ => {}
            }
        }
        // One number alone opens no series.
        if last == at + 1 {
            continue;
        }
        let nested = levels[at + 1..=last].iter_mut().zip(&given[at + 1..=last]);
        nested.filter(|(_, given)| given.is_none()).for_each(|(level, _)| *level += deeper);
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
