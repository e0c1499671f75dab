//! Denials with an empty subject: "it is not our practice to sell", "it is not possible to disable".

use crate::lexicon::{Action, Cue};

use super::draft::{ClauseReading, Subject};
use super::group::{Group, Predicate, group};
use super::model::Actor;
use super::parties::Party;
use super::predicate::read_predicate;
use super::words::Run;

/// What a clause with its subject at `start` denies.
pub(super) fn read_expletive(run: Run<'_>, start: usize) -> Option<ClauseReading> {
    if !run.form(start).eq_ignore_ascii_case("it") {
        return None;
    }
    let outer = group(run, start + 1).filter(|group| group.predicate == Predicate::Copula)?;
    let settled = outer.negations <= 1 && !outer.unreal && !outer.past;
    let behind = outer.end + run.cue(outer.end, Cue::Practice).filter(|_| settled)?;
    let possible = run.form(outer.end).eq_ignore_ascii_case("possible");
    // "it is our policy not to sell"
    let not = run.cue(behind, Cue::Not).filter(|_| outer.negations == 0 && !possible);
    let to = behind + not.unwrap_or(0);
    let inner = group(run, to + run.cue(to, Cue::To)?)?;
    if outer.negations + u8::from(not.is_some()) + inner.negations != 1 {
        return None;
    }
    let Predicate::Verb { actions, .. } = inner.predicate else { return None };
    // Only of refusing does it matter whether readers can.
    if possible && !actions.has(Action::Refuse) {
        return None;
    }
    let actor = if possible { Actor::User } else { Actor::FirstParty };
    let group = Group { negations: 1, hedged: outer.hedged || inner.hedged, now: outer.now || inner.now, ..inner };
    let list = vec![Party { actor: Some(actor), product: None }];
    Some(read_predicate(run, &Subject::Parties { list, either: false, negations: 0 }, group))
}
