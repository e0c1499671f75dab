//! What a sentence can only say if it is so: whoever lets readers "update their personal information", or speaks of "the information that
//! you supply", holds it; "our cookies" are used.

use crate::lexicon::{Action, Cue, CueSet, TermKind};

use super::details::Details;
use super::draft::Draft;
use super::model::{Actor, Object, Polarity, Quantity, Slot};
use super::objects::object_list_of;
use super::words::Run;

/// More verbs share no object: "review, correct and update".
const MOST_VERBS: usize = 4;
/// How many words a noun phrase before its relative clause may take.
const LONGEST_HEAD: usize = 5;
/// How many words may stand between "we" and "hold".
const LONGEST_GROUP: usize = 3;

/// What a sentence implies that the drafter takes in or uses.
pub(super) fn read_implied(run: Run<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    if tells_of_rights(run) {
        return drafts;
    }
    for at in 0..run.len() {
        let data = amended(run, at).or_else(|| held(run, at)).or_else(|| supplied(run, at)).or_else(|| kept(run, at));
        if let Some((object, end)) = data {
            drafts.push(draft(run, Action::Collect, object, (at, end)));
        } else if let Some((object, end)) = ours(run, at) {
            drafts.push(draft(run, Action::Use, object, (at, end)));
        }
    }
    drafts.truncate(1);
    drafts
}

fn draft(run: Run<'_>, action: Action, object: Object, (start, end): (usize, usize)) -> Draft {
    let range = run.range(start, end);
    Draft {
        actor: Slot::Known(Actor::FirstParty, range),
        polarity: Polarity::Positive,
        possible: false,
        unreal: false,
        action,
        verb: range,
        objects: vec![Object { quantity: Quantity::Some, ..object }],
        details: Details::default(),
    }
}

/// What the law gives readers, it gives them of whatever there may be.
fn tells_of_rights(run: Run<'_>) -> bool {
    const WORDS: [&str; 14] = [
        "right",
        "rights",
        "request",
        "requests",
        "requested",
        "entitled",
        "law",
        "laws",
        "whether",
        "gdpr",
        "ccpa",
        "ask",
        "choose",
        "voluntarily",
    ];
    (0..run.len()).any(|at| WORDS.iter().any(|word| run.form(at).eq_ignore_ascii_case(word)))
}

/// "change their personal information".
fn amended(run: Run<'_>, at: usize) -> Option<(Object, usize)> {
    let mut end = at + run.cue(at, Cue::Amend)?;
    for _ in 1..MOST_VERBS {
        let next = run.skip(run.skip(end, Cue::Or), Cue::And);
        match run.cue(next, Cue::Amend).or_else(|| run.actions(next).map(|(_, length)| length)) {
            Some(length) => end = next + length,
            None => break,
        }
    }
    let by_reader = (0..at).any(|at| run.is(at, Cue::You)) || run.is(at.checked_sub(1)?, Cue::To);
    let ours = (0..at).any(|at| run.is(at, Cue::We) || run.is(at, Cue::Not));
    let possessive = run.is(end, Cue::Your) && by_reader && !ours;
    data(run, end, Cue::Your).filter(|_| possessive)
}

/// "the personal information that we hold about you".
fn held(run: Run<'_>, at: usize) -> Option<(Object, usize)> {
    let length = run.cue(at, Cue::We)?;
    let way = at + length..run.len().min(at + length + LONGEST_GROUP);
    let denied = |at: &usize| run.any(*at, CueSet::of(&[Cue::May, Cue::Not, Cue::Unreal]));
    let verb = way.take_while(|at| !denied(at)).find(|at| {
        run.is_action(*at, Action::Retain) || matches!(run.form(*at).to_ascii_lowercase().as_str(), "have" | "possess")
    })?;
    let about =
        run.is(verb + 1, Cue::About) || run.is(verb + 1, Cue::Of) || run.form(verb + 1).eq_ignore_ascii_case("on");
    let of_reader = about && run.is(run.skip(verb + 1, Cue::About).max(verb + 2), Cue::You);
    let (object, _) = before(run, at)?;
    of_reader.then_some((object, verb + 3))
}

/// "the information that you supply to us".
fn supplied(run: Run<'_>, at: usize) -> Option<(Object, usize)> {
    let length = run.cue(at, Cue::You)?;
    let verb = at + length + run.cue(at + length, Cue::Have).unwrap_or(0);
    let hands = run.cue(verb, Cue::HandOver)?;
    let (object, start) = before(run, at)?;
    // The relative clause comes to its end: a predicate of its own follows.
    let to_us = verb + hands + 2 * usize::from(run.form(verb + hands) == "to" && run.form(verb + hands + 1) == "us");
    let finite = run.any(to_us, CueSet::of(&[Cue::Be, Cue::Will]));
    let whole = start == 0 || run.any(start - 1, CueSet::of(&[Cue::Filler, Cue::Frame, Cue::Adverb]));
    (finite && whole).then_some((object, verb + hands))
}

/// "your personal information is contained behind secured networks".
fn kept(run: Run<'_>, at: usize) -> Option<(Object, usize)> {
    const KEPT: [&str; 7] = ["contained", "kept", "stored", "held", "housed", "maintained", "saved"];
    let yours = run.form(at).eq_ignore_ascii_case("your")
        && (at == 0 || run.any(at - 1, CueSet::of(&[Cue::Filler, Cue::Frame])));
    let (object, end) = data(run, at, Cue::Your).filter(|_| yours)?;
    let verb = end + run.cue(end, Cue::Be)?;
    let kept = KEPT.iter().any(|word| run.form(verb).eq_ignore_ascii_case(word));
    let there = run.is(verb + 1, Cue::Place) || run.form(verb + 1).eq_ignore_ascii_case("behind");
    let limited = (verb..run.len()).any(|at| run.any(at, CueSet::of(&[Cue::Except, Cue::Only, Cue::By])));
    (kept && there && !limited).then_some((object, verb + 1))
}

/// "our cookies".
fn ours(run: Run<'_>, at: usize) -> Option<(Object, usize)> {
    run.cue(at, Cue::Our)?;
    let own = run.form(at).eq_ignore_ascii_case("our") && run.has_action();
    let list = object_list_of(run, at, 1).filter(|list| own && !list.negated && !list.open)?;
    let mut objects = list.objects.into_iter();
    let mechanism = |object: &Object| {
        !object.terms.is_empty()
            && object.terms.iter().all(|term| run.words.ontology.term(*term).kind == TermKind::Mechanism)
    };
    Some((objects.next().filter(|object| mechanism(object) && !object.narrowed)?, list.end))
}

/// The data that end right before a relative clause at `at`, all of them or those of the reader; and where they begin.
fn before(run: Run<'_>, at: usize) -> Option<(Object, usize)> {
    let end = if at > 0 && run.is(at - 1, Cue::Relative) { at - 1 } else { at };
    let starts = (1..=LONGEST_HEAD).rev().filter_map(|back| end.checked_sub(back));
    let definite = |start: &usize| matches!(run.form(*start).to_ascii_lowercase().as_str(), "the" | "all" | "your");
    let first = starts.into_iter().find(definite)?;
    let mut found = (first + 1..end).filter_map(|start| {
        let list = object_list_of(run, start, 1).filter(|list| !list.negated && list.end == end)?;
        list.objects.into_iter().next()
    });
    found.next().filter(|object| is_data(run, object)).map(|object| (object, first))
}

fn data(run: Run<'_>, at: usize, possessive: Cue) -> Option<(Object, usize)> {
    let start = run.skip(at, possessive);
    let list = object_list_of(run, start, 1).filter(|list| !list.negated && !list.open)?;
    let object = list.objects.into_iter().next()?;
    is_data(run, &object).then_some((object, list.end))
}

fn is_data(run: Run<'_>, object: &Object) -> bool {
    let data = object.terms.iter().all(|term| run.words.ontology.term(*term).kind == TermKind::Data);
    data && !object.terms.is_empty()
}
