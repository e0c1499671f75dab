//! Short lines that are no headings for where they stand or how often: what a table of contents names, what a page repeats.

use std::collections::{HashMap, HashSet};

use super::super::shape::bare;
use super::unit::{Heading, Unit};

/// A line that stands so often in a document is a button, a value of a table, a label.
const OFTEN: usize = 3;

/// Which units are such lines.
pub(super) fn find(units: &[Unit<'_>]) -> Vec<bool> {
    let mut found = vec![false; units.len()];
    mark_repeated(units, &mut found);
    mark_pointers(units, &mut found);
    mark_contents(units, &mut found);
    found
}

fn is_line(unit: &Unit<'_>) -> bool {
    unit.level.is_none() && (unit.titled || unit.heading > Heading::No)
}

fn mark_repeated(units: &[Unit<'_>], found: &mut [bool]) {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, unit) in units.iter().enumerate().filter(|(_, unit)| is_line(unit)) {
        places.entry(unit.words.trim().to_lowercase()).or_default().push(at);
    }
    for places in places.into_values().filter(|places| places.len() >= OFTEN) {
        places.into_iter().for_each(|at| found[at] = true);
    }
}

/// Marks lines that name a section which follows and has its heading in markup.
fn mark_pointers(units: &[Unit<'_>], found: &mut [bool]) {
    let mut sections: HashSet<String> = HashSet::new();
    for (unit, found) in units.iter().zip(found).rev().filter(|(unit, _)| is_line(unit) || unit.level.is_some()) {
        let words = unit.words.trim().to_lowercase();
        *found |= unit.level.is_none() && sections.contains(&words);
        if unit.level.is_some() {
            sections.insert(words);
        }
    }
}

/// Marks what stands under the heading of a table of contents, up to the next heading that markup gives.
fn mark_contents(units: &[Unit<'_>], found: &mut [bool]) {
    let mut contents = false;
    for (unit, found) in units.iter().zip(found) {
        match unit.level {
            Some(_) => contents = names_contents(&unit.words),
            None => *found |= contents,
        }
    }
}

fn names_contents(heading: &str) -> bool {
    let words: Vec<_> = heading.split_whitespace().map(bare).take(4).collect();
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    matches!(
        words.as_slice(),
        ["contents" | "index"] | ["table", "of", "contents"] | ["quick", "links"] | ["on" | "in", "this", "page"]
    )
}
