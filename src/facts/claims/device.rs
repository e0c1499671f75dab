//! The reader's machine as a place: on it practices leave things, whatever they are.

use crate::lexicon::{Cue, CueSet};

use super::words::Run;

/// How many words may stand between a preposition and the reader's machine: "on the hard drive of your computer".
const LONGEST_WAY: usize = 4;

/// The position behind "on your computer or mobile device".
pub(super) fn device(run: Run<'_>, at: usize) -> Option<usize> {
    let start = run.skip(at, Cue::Place).max(run.skip(at, Cue::To));
    if start == at {
        return None;
    }
    let mut end = device_noun(run, start)?;
    while let Some(length) = [Cue::Or, Cue::And, Cue::Of].into_iter().find_map(|cue| run.cue(end, cue)) {
        match device_noun(run, end + length) {
            Some(next) => end = next,
            None => break,
        }
    }
    Some(end)
}

/// The position behind "the hard drive", "a visitor's computer".
fn device_noun(run: Run<'_>, start: usize) -> Option<usize> {
    const OWNERS: CueSet = CueSet::of(&[Cue::Article, Cue::Your, Cue::You, Cue::Every, Cue::Own]);
    let mut at = start;
    while at < start + LONGEST_WAY && (at == start || !run.stops(at)) {
        if let Some(length) = run.cue(at, Cue::Device) {
            return Some(at + length);
        }
        if !run.any(at, OWNERS) && !run.is_unknown(at) {
            return None;
        }
        at += 1;
    }
    None
}
