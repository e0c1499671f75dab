//! One clause read: what stands before its subject, the subject, the verb group; the rest is the predicate's.

use crate::lexicon::Cue;

use super::complements::read_complements;
use super::details::Details;
use super::draft::{ClauseReading, Open, Subject};
use super::group::{Group, group};
use super::objects::object_list;
use super::openings::inversion;
use super::parties::{Parties, parties};
use super::predicate::read_predicate;
use super::words::Run;

/// Reads the clause whose subject begins at `subject`; what stands before that is fronted.
pub(super) fn read_clause(run: Run<'_>, subject: usize) -> ClauseReading {
    let mut fronted = Details::default();
    read_front(run.part(0, subject), &mut fronted);
    let Some((who, group)) = subject_and_group(run, subject) else { return ClauseReading::nothing() };
    let mut reading = read_predicate(run, &who, group);
    for draft in &mut reading.drafts {
        draft.details = draft.details.behind(&fronted);
    }
    match &mut reading.open {
        Open::Objects(drafts) | Open::Purposes(drafts) | Open::Recipients(drafts) => {
            for draft in drafts {
                draft.details = draft.details.behind(&fronted);
            }
        }
        Open::Verb(_, _, front) => **front = fronted,
        Open::Closed => {}
    }
    reading
}

/// What stands before a subject: openings that add nothing, places, times.
fn read_front(run: Run<'_>, details: &mut Details) {
    let mut at = 0;
    while at < run.len() {
        let opening = [Cue::Frame, Cue::Filler, Cue::Adverb, Cue::Contrast, Cue::And, Cue::Or, Cue::Because];
        let answer = run.cue(at, Cue::Yes).filter(|length| run.stops(at + length)).map(|length| (Cue::Yes, length));
        let longest = opening.into_iter().filter_map(|cue| run.cue(at, cue).map(|length| (cue, length)));
        let Some((cue, length)) = longest.chain(answer).max_by_key(|(_, length)| *length) else { break };
        if run.cue(at, Cue::Place).is_some_and(|place| place >= length) {
            break;
        }
        details.narrows |= cue == Cue::Contrast;
        at += length;
    }
    read_complements(run, at, false, details);
}

fn subject_and_group(run: Run<'_>, start: usize) -> Option<(Subject, Group)> {
    if let Some(at) = inversion(run, start) {
        let who = parties(run, at)?;
        let mut group = group(run, who.end)?;
        let auxiliary = at - 1;
        group.possible |= run.is(auxiliary, Cue::May);
        group.unreal |= run.is(auxiliary, Cue::Unreal);
        group.past |= run.is(auxiliary, Cue::Have) || run.is(auxiliary, Cue::PastAuxiliary);
        group.negations += 1;
        return Some((from_parties(who), group));
    }
    if let Some(length) = run.cue(start, Cue::There) {
        return Some((Subject::There, group(run, start + length)?));
    }
    if let Some(who) = parties(run, start) {
        let end = who.end;
        return Some((from_parties(who), group(run, end)?));
    }
    let list = object_list(run, start)?;
    let group = group(run, list.end)?;
    Some((Subject::Objects { negations: u8::from(list.negated), objects: list.objects }, group))
}

fn from_parties(parties: Parties) -> Subject {
    Subject::Parties { negations: u8::from(parties.negated), list: parties.list, either: parties.either }
}
