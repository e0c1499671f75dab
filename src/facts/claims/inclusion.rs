//! What is taken in, told by what it includes: "the data that we collect may include names", "the information collected comprises:".

use crate::lexicon::{Action, ActionSet, Cue, CueSet, Punctuation, TermKind};

use super::complements::read_complements;
use super::details::Details;
use super::draft::{Draft, Open};
use super::group::{Group, Predicate, group};
use super::model::{Actor, Object, Polarity, Quantity, Slot};
use super::objects::{ObjectList, object_list};
use super::parties::parties;
use super::words::Run;

/// How far the verb may stand from what it says that it includes: "that we collect from you on our site and in our shops".
const LONGEST_WAY: usize = 16;

/// How many words may name what is taken in.
const LONGEST_NOUN: usize = 8;

/// Whose practice the subject tells.
struct Told {
    actor: Option<Actor>,
    possible: bool,
    actions: ActionSet,
    verb: (usize, usize),
    end: usize,
}

/// The sentence as a statement of what the drafter's data include: what it names, and what a list behind it may name.
pub(super) fn read_inclusion(run: Run<'_>) -> Option<(Option<Draft>, Open)> {
    let mut at = 0;
    while let Some(length) = [Cue::Filler, Cue::Frame].into_iter().find_map(|cue| run.cue(at, cue)) {
        at += length;
    }
    let subject = object_list(run, at).filter(|list| !list.negated && !list.open && is_data(run, list))?;
    let told = told(run, subject.end)?;
    let way = (told.end..run.len().min(told.end + LONGEST_WAY)).find(|at| starts_predicate(run, *at))?;
    let mut details = Details::default();
    read_complements(run.part(0, way), told.end, false, &mut details);
    let includes = inclusion(run, way)?;
    let draft = |objects| Draft {
        actor: told.actor.map_or(Slot::Known(Actor::Unnamed, run.range(0, told.end)), |actor| {
            Slot::Known(actor, run.range(0, told.end))
        }),
        polarity: Polarity::Positive,
        possible: told.possible || includes.possible,
        unreal: includes.unreal,
        action: told.actions.with_object(Some(TermKind::Data)).unwrap_or(Action::Collect),
        verb: run.range(told.verb.0, told.verb.0 + told.verb.1),
        objects,
        details: details.clone(),
    };
    let objects = included(run, includes.end);
    let ends_open = includes.end >= run.len() || run.is(run.len() - 1, Cue::Following) || objects.iter().all(is_vague);
    let open = if ends_open { Open::Objects(vec![draft(Vec::new())]) } else { Open::Closed };
    let named: Vec<Object> = objects.into_iter().filter(|object| !object.terms.is_empty()).collect();
    Some(((!named.is_empty()).then(|| draft(named)), open))
}

/// "Such data may include your name": what the sentence before took in, told by what it includes. Whose it is stands there.
pub(super) fn read_continuation(run: Run<'_>) -> Option<Draft> {
    let start = (0..run.len().min(LONGEST_WAY))
        .find(|at| run.is(*at, Cue::Demonstrative) && (*at == 0 || run.parted(*at, Punctuation::COMMA)))?;
    let subject = object_list(run, start).filter(|list| !list.negated && !list.open && is_data(run, list))?;
    let pointed = matches!(&subject.objects[..], [object] if object.quantity == Quantity::Pointed);
    // "such data, which does not identify you, may include"
    let aside = run.parted(subject.end, Punctuation::COMMA) && run.is(subject.end, Cue::Relative);
    let end = run.len().min(subject.end + LONGEST_WAY);
    let behind =
        if aside { (subject.end + 1..end).find(|at| run.parted(*at, Punctuation::COMMA))? } else { subject.end };
    let includes =
        inclusion(run, behind).filter(|group| pointed && group.predicate == Predicate::Hold && !group.unreal)?;
    // What stands between says what such data are not.
    let range = run.range(behind, includes.end);
    let objects = included(run, includes.end);
    let known: Vec<Object> = objects.into_iter().filter(|object| !object.terms.is_empty()).collect();
    (!known.is_empty()).then(|| Draft {
        actor: Slot::Unknown(Some(range)),
        polarity: Polarity::Positive,
        possible: includes.possible,
        unreal: false,
        action: Action::Collect,
        verb: range,
        objects: known,
        details: Details::default(),
    })
}

/// "The automatic collection of certain information takes place when you visit": a verb of practice as a noun.
pub(super) fn read_nominal(run: Run<'_>) -> Option<Draft> {
    let start = [Cue::Filler, Cue::Article, Cue::Our].into_iter().fold(0, |at, cue| run.skip(at, cue));
    let noun = (start..start + 2).find(|at| {
        matches!(run.form(*at).to_ascii_lowercase().as_str(), "collection" | "gathering" | "recording" | "processing")
    })?;
    let of = noun + 1 + run.cue(noun + 1, Cue::Of)?;
    let happens = ["transpires", "occurs", "takes", "happens", "occur", "take", "begins", "starts"];
    let happens = |at: &usize| happens.iter().any(|form| run.form(*at).eq_ignore_ascii_case(form));
    let verb = (of..run.len().min(of + LONGEST_NOUN)).find(happens)?;
    let list = object_list(run.part(0, verb), of).filter(|list| !list.negated && is_data(run, list))?;
    let behind = run.skip(run.skip(list.end, Cue::Adverb), Cue::Will);
    (behind == verb).then(|| Draft {
        actor: Slot::Known(Actor::Unnamed, run.range(start, noun + 1)),
        polarity: Polarity::Positive,
        possible: false,
        unreal: false,
        action: Action::Collect,
        verb: run.range(start, noun + 1),
        objects: list.objects,
        details: Details::default(),
    })
}

/// All that stands behind "includes".
fn included(run: Run<'_>, start: usize) -> Vec<Object> {
    let mut objects = Vec::new();
    let mut at = start;
    while at < run.len() {
        match object_list(run, at).filter(|list| !list.negated) {
            Some(list) => {
                at = list.end.max(at + 1);
                objects.extend(list.objects);
            }
            None => at += 1,
        }
    }
    for object in &mut objects {
        // "personal data like these": what is included is told, so it exists.
        object.quantity = Quantity::Some;
    }
    objects
}

fn is_vague(object: &Object) -> bool {
    object.terms.len() <= 1
}

fn is_data(run: Run<'_>, list: &ObjectList) -> bool {
    let data = |object: &Object| {
        !object.terms.is_empty()
            && object.terms.iter().all(|term| run.words.ontology.term(*term).kind == TermKind::Data)
    };
    !list.objects.is_empty() && list.objects.iter().all(data)
}

/// "[that] we may collect", "collected [by us]".
fn told(run: Run<'_>, start: usize) -> Option<Told> {
    if run.stops(start) {
        return None;
    }
    let at = run.skip(start, Cue::Relative);
    if let Some(who) = parties(run, at) {
        let verb = group(run, who.end)
            .filter(|group| group.negations == 0 && !group.passive && !group.unreal && !group.past)?;
        let Predicate::Verb { actions, at, length } = verb.predicate else { return None };
        let party = who.list.first().filter(|_| who.list.len() == 1 && !who.negated)?;
        return Some(Told {
            actor: Some(party.actor?),
            possible: verb.possible,
            actions,
            verb: (at, length),
            end: verb.end,
        });
    }
    let at = run.skip(at, Cue::Adverb);
    let (actions, length) = run.actions(at)?;
    let participle = run.form(at).to_ascii_lowercase().ends_with("ed");
    participle.then_some(Told { actor: None, possible: false, actions, verb: (at, length), end: at + length })
}

/// Whether the words at a position can say what something includes.
fn starts_predicate(run: Run<'_>, at: usize) -> bool {
    run.any(at, CueSet::of(&[Cue::Hold, Cue::Be, Cue::May, Cue::Will])) && inclusion(run, at).is_some()
}

/// "may include", "are", "consists of".
fn inclusion(run: Run<'_>, at: usize) -> Option<Group> {
    let group = group(run, at).filter(|group| group.negations == 0 && !group.past && !group.passive)?;
    matches!(group.predicate, Predicate::Hold | Predicate::Copula).then_some(group)
}
