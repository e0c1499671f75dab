//! Where a clause can begin: a subject with its verb, also turned about.

use crate::lexicon::{Cue, CueSet, Punctuation};

use super::group::{Predicate, group};
use super::objects::object_list_of;
use super::parties::parties;
use super::words::Run;

/// A longer list is no subject; it keeps the look ahead bounded.
const MOST_SUBJECTS: usize = 8;
/// Where the predicate behind a subject at this position ends; `None` where no clause begins.
pub(super) fn clause_start(run: Run<'_>, at: usize) -> Option<usize> {
    if let Some(inverted) = inversion(run, at) {
        let subject = parties(run, inverted)?;
        return Some(group(run, subject.end).map_or(subject.end, |group| group.end));
    }
    if let Some(length) = run.cue(at, Cue::There) {
        return group(run, at + length).map(|group| group.end);
    }
    if let Some(subject) = parties(run, at) {
        let aside = subject.end > at && (at..subject.end).any(|at| run.is(at, Cue::Including));
        if run.parted(subject.end, Punctuation::BARRIER) && !run.is(subject.end, Cue::Contrast) && !aside {
            return None;
        }
        let personal = run.any(at, CueSet::of(&[Cue::We, Cue::You, Cue::Pronoun]));
        let verb = group(run, subject.end).map(|group| group.end);
        return verb
            .or_else(|| (personal && subject.end < run.len() && !closes(run, subject.end)).then_some(subject.end + 1));
    }
    let list = object_list_of(run, at, MOST_SUBJECTS)?;
    if run.stops(list.end) {
        return None;
    }
    let group = group(run, list.end)?;
    matches!(group.predicate, Predicate::Verb { .. } | Predicate::Copula | Predicate::Other).then_some(group.end)
}

/// Whether what stands at a position can't be a verb.
fn closes(run: Run<'_>, at: usize) -> bool {
    const CLOSERS: CueSet = CueSet::of(&[
        Cue::To,
        Cue::And,
        Cue::Or,
        Cue::Nor,
        Cue::But,
        Cue::Article,
        Cue::Our,
        Cue::Your,
        Cue::If,
        Cue::Because,
        Cue::Relative,
        Cue::Whether,
        Cue::Without,
        Cue::Except,
        Cue::AsWellAs,
        Cue::AtAll,
        Cue::Now,
        Cue::Using,
        Cue::Including,
        Cue::Contrast,
    ])
    .union(CueSet::PREPOSITIONS);
    run.any(at, CLOSERS)
}

/// The position of the subject in "nor do we", "at no time will we".
pub(super) fn inversion(run: Run<'_>, at: usize) -> Option<usize> {
    let mut behind = [Cue::Nor, Cue::Neither, Cue::Inverting]
        .into_iter()
        .find_map(|cue| run.cue(at, cue))
        .map(|length| at + length)?;
    if !run.any(behind, CueSet::of(&[]).union(CueSet::AUXILIARIES)) {
        // "at no time on this site do we": the place stands between.
        return None;
    }
    behind += 1;
    Some(behind)
}
