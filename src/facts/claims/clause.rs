//! One clause read: what stands before its subject, the subject, the verb group; the rest is the predicate's.

use crate::lexicon::{Action, Cue};

use super::asking::read_asking;
use super::complements::read_complements;
use super::details::Details;
use super::draft::{ClauseReading, Draft, Open, Subject};
use super::expletive::read_expletive;
use super::group::{Group, group};
use super::making::read_making;
use super::model::{Actor, Polarity, Slot};
use super::objects::object_list;
use super::openings::inversion;
use super::parties::{Parties, parties};
use super::predicate::read_predicate;
use super::words::Run;

/// Reads the clause whose subject begins at `subject`; what stands before that is fronted.
pub(super) fn read_clause(run: Run<'_>, subject: usize) -> ClauseReading {
    let mut fronted = Details::default();
    read_front(run.part(0, subject), &mut fronted);
    let mut reading = read_from(run, subject);
    reading.drafts.extend(read_asking(run, subject));
    reading.drafts.extend(means(run, subject, &fronted));
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

fn read_from(run: Run<'_>, subject: usize) -> ClauseReading {
    if let Some(reading) = read_expletive(run, subject) {
        return reading;
    }
    let making = read_making(run, subject);
    if !making.is_empty() {
        return ClauseReading { drafts: making, ..ClauseReading::nothing() };
    }
    match subject_and_group(run, subject) {
        Some((who, group)) => read_predicate(run, &who, group),
        None => ClauseReading::nothing(),
    }
}

/// "With the help of cookies, we learn": whatever the drafter does with them, it uses them.
fn means(run: Run<'_>, subject: usize, fronted: &Details) -> Option<Draft> {
    let objects = fronted.instruments.clone();
    let who = parties(run, subject).filter(|who| !objects.is_empty() && !who.negated && !who.either)?;
    let ours = who.list.iter().all(|party| party.actor == Some(Actor::FirstParty));
    let does = group(run, who.end).is_none_or(|group| group.negations == 0 && !group.unreal && !group.past);
    (ours && does && inversion(run, subject).is_none()).then(|| Draft {
        actor: Slot::Known(Actor::FirstParty, run.range(subject, who.end)),
        polarity: Polarity::Positive,
        possible: run.is(who.end, Cue::May),
        unreal: false,
        action: Action::Use,
        verb: run.range(0, subject),
        objects,
        details: Details { instruments: Vec::new(), purposes: Slot::Unknown(None), ..fronted.clone() },
    })
}

/// What stands before a subject: openings that add nothing, places, times.
fn read_front(run: Run<'_>, details: &mut Details) {
    let mut at = 0;
    while at < run.len() {
        let opening = [Cue::Frame, Cue::Filler, Cue::Adverb, Cue::Contrast, Cue::And, Cue::Or, Cue::Because];
        let answer = run.cue(at, Cue::Yes).filter(|length| run.stops(at + length)).map(|length| (Cue::Yes, length));
        let longest = opening.into_iter().filter_map(|cue| run.cue(at, cue).map(|length| (cue, length)));
        let Some((cue, length)) = longest.chain(answer).max_by_key(|(_, length)| *length) else { break };
        let longer = |cue, than| run.cue(at, cue).is_some_and(|other| other >= than);
        if longer(Cue::Place, length) || longer(Cue::AsWellAs, length + 1) {
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
