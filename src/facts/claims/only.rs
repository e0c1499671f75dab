//! Statements of what all cookies are: "the only cookies we use are session cookies", "all our cookies are strictly necessary".

use crate::lexicon::{Action, ActionSet, Cue, CueSet, TermId};

use super::complements::read_complements;
use super::details::Details;
use super::draft::Draft;
use super::group::{Predicate, group};
use super::model::{Actor, Object, Polarity, Quantity, Slot};
use super::objects::{object_list, separator};
use super::parties::parties;
use super::words::Run;

/// The tag of kinds that are told by being needed.
const CONSENT_EXEMPT: &str = "consent-exempt";
/// How many words may tell what something is needed for.
const LONGEST_REASON: usize = 8;

/// Who has what, as a noun phrase with a relative clause says it: "the cookies that we use on this site".
struct Holding {
    actor: Actor,
    product: Slot<TermId>,
    action: Action,
    end: usize,
}

/// The sentence as a statement that what the drafter uses of something is all of one kind, where it is one from end to end.
pub(super) fn read_only(run: Run<'_>) -> Option<Draft> {
    let start = run.skip(run.skip(0, Cue::Filler), Cue::Frame);
    if let Some(draft) = read_confined(run, start) {
        return Some(draft);
    }
    let subject = object_list(run, start).filter(|list| !list.negated && !list.open)?;
    let quantity = subject.objects.first()?.quantity;
    let whole = matches!(quantity, Quantity::Only | Quantity::Every);
    let ours = run.part(start, subject.end).has(Cue::Our);
    let held = holding(run, subject.end, ours);
    let be = held.as_ref().map_or(subject.end, |held| held.end);
    if let Some(length) = run.cue(be, Cue::Confine) {
        let objects = kinds(run, be + length)?;
        return Some(held?.draft(run, be, objects));
    }
    if run.cue(be, Cue::Be)? != 1 {
        return None;
    }
    if let Some(held) = held.filter(|_| whole) {
        let objects = kinds(run, be + 1)?;
        return Some(held.draft(run, be, objects));
    }
    // "session cookies are the only cookies that we use"
    let only =
        object_list(run, be + 1).filter(|list| list.objects.iter().all(|object| object.quantity == Quantity::Only))?;
    let held = holding(run, only.end, false).filter(|held| held.end == run.len())?;
    let mut objects = subject.objects;
    for object in &mut objects {
        object.quantity = Quantity::Only;
    }
    Some(held.draft(run, be, objects))
}

/// "We restrict ourselves to session cookies".
fn read_confined(run: Run<'_>, start: usize) -> Option<Draft> {
    let who = parties(run, start).filter(|who| who.list.len() == 1 && !who.negated)?;
    let length = run.cue(who.end, Cue::Confine)?;
    let actor = who.list[0].actor.filter(|actor| matches!(actor, Actor::FirstParty | Actor::Site))?;
    let objects = kinds(run, who.end + length)?;
    let held = Holding { actor, product: Slot::Absent, action: Action::Use, end: who.end };
    Some(held.draft(run, who.end, objects))
}

impl Holding {
    fn draft(self, run: Run<'_>, verb: usize, objects: Vec<Object>) -> Draft {
        let range = run.range(0, verb);
        Draft {
            actor: Slot::Known(self.actor, range),
            polarity: Polarity::Positive,
            possible: false,
            unreal: false,
            action: self.action,
            verb: run.range(verb, verb + 1),
            objects,
            details: Details { product: self.product, ..Details::default() },
        }
    }
}

/// "[that] we use [on our site]", "used on this site"; with `ours` nothing need follow.
fn holding(run: Run<'_>, start: usize, ours: bool) -> Option<Holding> {
    let at = run.skip(start, Cue::Relative);
    let (actor, product, actions, behind) = if let Some(who) = parties(run, at) {
        let verb = group(run, who.end)
            .filter(|group| group.negations == 0 && !group.passive && !group.unreal && !group.past)?;
        let Predicate::Verb { actions, .. } = verb.predicate else { return None };
        let party = who.list.first().filter(|_| who.list.len() == 1 && !who.negated)?;
        (party.actor?, party.product, actions, verb.end)
    } else if let Some((actions, length)) = run.actions(at) {
        (Actor::Site, None, actions, at + length)
    } else if ours {
        (Actor::FirstParty, None, ActionSet::default().with(Action::Use), at)
    } else {
        (Actor::Site, None, ActionSet::default().with(Action::Place), at)
    };
    let end = (behind..run.len()).find(|at| run.is(*at, Cue::Be)).unwrap_or(run.len());
    let mut details = Details::default();
    read_complements(run.part(0, end), behind, false, &mut details);
    let understood = details.unread.is_none() && details.purposes.is_absent() && details.exception.is_absent();
    let placed = details.product.known().is_some() || actor != Actor::Site || product.is_some();
    let product = match product {
        Some(product) if details.product.is_absent() => Slot::Known(product, run.range(start, end)),
        _ => details.product,
    };
    let action = actions.with_object(Some(crate::lexicon::TermKind::Mechanism))?;
    (understood && placed).then_some(Holding { actor, product, action, end })
}

/// What they are: "session cookies", "strictly necessary". Nothing may follow.
fn kinds(run: Run<'_>, start: usize) -> Option<Vec<Object>> {
    let start = run.skip(run.skip(start, Cue::Only), Cue::Adverb);
    // "those that are strictly necessary"
    let relative = run.skip(run.skip(start, Cue::Demonstrative), Cue::Relative);
    let start = if relative > start + 1 { run.skip(relative, Cue::Be) } else { start };
    if let Some(mut list) = object_list(run, start) {
        let end = run.skip(list.end, Cue::Only);
        let whole = end == run.len() && !list.negated && !list.open;
        let known = list
            .objects
            .iter()
            .all(|object| !object.terms.is_empty() && !object.narrowed && object.quantity == Quantity::Bare);
        for object in &mut list.objects {
            object.quantity = Quantity::Only;
        }
        return (whole && known).then_some(list.objects);
    }
    let mut objects = Vec::new();
    let mut at = start;
    loop {
        let (term, length) = run.modifier(at)?;
        objects.push(Object {
            terms: vec![term],
            quantity: Quantity::Only,
            narrowed: false,
            range: run.range(at, at + length),
        });
        at += length;
        match separator(run, at) {
            Some(next) => at = next,
            None => return (at == run.len() || tells_what_for(run, at, &objects)).then_some(objects),
        }
    }
}

/// "strictly necessary for its operation": what for is no limit where the kind is told by what it is for.
fn tells_what_for(run: Run<'_>, at: usize, objects: &[Object]) -> bool {
    let needed = |term: &TermId| run.words.ontology.tagged(*term, CONSENT_EXEMPT);
    run.any(at, CueSet::of(&[Cue::For, Cue::To]))
        && run.len() - at <= LONGEST_REASON
        && !(at..run.len())
            .any(|at| run.any(at, CueSet::of(&[Cue::And, Cue::Or, Cue::But, Cue::AsWellAs, Cue::Except])))
        && objects.iter().all(|object| object.terms.iter().all(needed))
}
