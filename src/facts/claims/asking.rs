//! What readers are asked for: "you will be asked to provide your name", "we may ask you to enter your address". Who asks for data takes
//! them in.

use crate::lexicon::{Action, Cue, CueSet};

use super::complements::read_complements;
use super::details::Details;
use super::draft::Draft;
use super::model::{Actor, Polarity, Slot};
use super::objects::object_list;
use super::parties::parties;
use super::words::Run;

/// More auxiliaries and adverbs are not read.
const LONGEST_GROUP: usize = 8;

/// What stands between who asks or is asked and what for.
#[derive(Default)]
struct Way {
    possible: bool,
    passive: bool,
    /// "you must", "you need to".
    obliged: bool,
}

/// The request for data that a clause with its subject at `start` is.
pub(super) fn read_asking(run: Run<'_>, start: usize) -> Option<Draft> {
    let who = parties(run, start).filter(|who| who.list.len() == 1 && !who.negated)?;
    let (way, at) = way(run, who.end)?;
    let behind = match who.list[0].actor? {
        Actor::FirstParty | Actor::Site if !way.passive => {
            let reader = at + run.cue(at, Cue::Ask)?;
            run.skip(run.skip(reader, Cue::You), Cue::To)
        }
        Actor::User if way.passive => run.skip(at + run.cue(at, Cue::Ask)?, Cue::To),
        Actor::User if way.obliged => at,
        _ => return None,
    };
    let verb = run.skip(behind, Cue::Adverb);
    let mut object = verb + run.cue(verb, Cue::HandOver)?;
    if run.form(object).eq_ignore_ascii_case("us") {
        object = run.skip(object + 1, Cue::With);
    }
    let list = object_list(run, object).filter(|list| !list.negated && !list.open)?;
    let mut details = Details::default();
    read_complements(run, list.end, false, &mut details);
    let range = run.range(start, object);
    Some(Draft {
        actor: Slot::Known(Actor::FirstParty, range),
        polarity: Polarity::Positive,
        possible: way.possible,
        unreal: false,
        action: Action::Collect,
        verb: run.range(verb, object),
        objects: list.objects,
        details,
    })
}

fn way(run: Run<'_>, start: usize) -> Option<(Way, usize)> {
    const DENIALS: CueSet = CueSet::of(&[Cue::Not, Cue::NotQuite, Cue::NotOnly, Cue::Neither, Cue::PastAuxiliary]);
    const PARTICLES: [Cue; 5] = [Cue::Will, Cue::Adverb, Cue::Hedge, Cue::Now, Cue::Do];
    let mut way = Way::default();
    let mut at = start;
    while at < run.len().min(start + LONGEST_GROUP) {
        if run.any(at, DENIALS) {
            return None;
        }
        at += if let Some(length) = run.cue(at, Cue::May) {
            way.possible = true;
            length
        } else if let Some(length) = run.cue(at, Cue::Unreal) {
            way.obliged |= matches!(run.form(at).to_ascii_lowercase().as_str(), "must" | "need" | "have" | "has");
            if !way.obliged {
                return None;
            }
            length
        } else if let Some(length) = run.cue(at, Cue::Be) {
            way.passive = true;
            length
        } else if let Some(length) = PARTICLES.into_iter().find_map(|cue| run.cue(at, cue)) {
            length
        } else {
            break;
        };
    }
    Some((way, at))
}
