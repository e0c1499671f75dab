//! Predicates: the verb of a clause with its objects and complements, for every construction that the grammar knows.

use crate::lexicon::{Action, ActionSet, Cue, CueSet, Punctuation, TermKind};

use super::complements::{read_complements, read_recipients};
use super::details::Details;
use super::draft::{ClauseReading, Draft, Open, Subject};
use super::gathering::read_gathering;
use super::group::{Group, Predicate, group};
use super::model::{Actor, Object, Quantity, Slot};
use super::objects::{ObjectList, object_list, separator};
use super::parties::{Party, parties};
use super::shape::Shape;
use super::words::Run;

/// More verbs than this share no object.
const MOST_VERBS: usize = 8;

/// Reads verb, objects and complements behind a subject.
pub(super) fn read_predicate(run: Run<'_>, who: &Subject, group: Group) -> ClauseReading {
    let mut reading = ClauseReading { subject: Some(who.clone()), ..ClauseReading::nothing() };
    let mut group = group;
    loop {
        let next = next_predicate(run, &group);
        let end = next.map_or(run.len(), |(cut, _)| cut);
        read_one(run.part(0, end), who, &group, &mut reading);
        match next {
            Some((_, following)) => group = following,
            None => return reading,
        }
    }
}

/// A further verb of the same subject: "we do not use cookies or track you". Where it ends what was before, and its group.
fn next_predicate(run: Run<'_>, first: &Group) -> Option<(usize, Group)> {
    // "your data is confidential and will not be sold"
    let practice = matches!(first.predicate, Predicate::Verb { .. });
    if !practice && !matches!(first.predicate, Predicate::Copula | Predicate::Hold | Predicate::Other) {
        return None;
    }
    let mut infinitive = false;
    let mut at = verbs(run, first).1;
    while at < run.len() {
        infinitive |= run.is(at, Cue::To) || run.is(at, Cue::For);
        let conjunction =
            [Cue::And, Cue::Or, Cue::Nor, Cue::But].into_iter().find_map(|cue| Some((cue, run.cue(at, cue)?)));
        let Some((conjunction, length)) = conjunction else {
            at += 1;
            continue;
        };
        let behind = at + length;
        let own = run.any(
            behind,
            CueSet::of(&[Cue::Do, Cue::Not, Cue::Will, Cue::May, Cue::Have, Cue::PastAuxiliary, Cue::Unreal]),
        );
        let follows = group(run, behind).filter(|group| matches!(group.predicate, Predicate::Verb { .. }));
        if let Some(mut following) = follows.filter(|_| own || practice && !infinitive) {
            if !own {
                inherit(&mut following, first, conjunction);
            }
            // The words up to here belong to the first verb, so the position moves on even if nothing was read.
            return Some((at, following));
        }
        at = behind;
    }
    None
}

/// What a further verb takes over from the one before it. Negation reaches over "or" and "nor"; over "and" it can't be told.
fn inherit(following: &mut Group, first: &Group, conjunction: Cue) {
    following.possible |= first.possible;
    following.unreal |= first.unreal;
    following.passive |= first.passive;
    following.past = first.past;
    if first.negations > 0 && following.negations == 0 {
        match conjunction {
            Cue::Or | Cue::Nor => following.negations = first.negations,
            Cue::And => following.unreal = true,
            _ => {}
        }
    }
}

/// The coordinated verbs of a group, "use, set or store", and the position behind them.
fn verbs(run: Run<'_>, group: &Group) -> (Vec<(ActionSet, usize, usize)>, usize) {
    let Predicate::Verb { actions, at, length } = group.predicate else { return (Vec::new(), group.end) };
    let mut verbs = vec![(actions, at, length)];
    let mut end = at + length;
    while let Some(next) = separator(run, end).filter(|_| verbs.len() < MOST_VERBS) {
        let next = run.skip(next, Cue::Adverb);
        let Some((actions, length)) = run.actions(next) else { break };
        // "use cookies, store data": the second verb has its own object.
        if run.any(next, CueSet::of(&[Cue::Not, Cue::Do])) {
            break;
        }
        verbs.push((actions, next, length));
        end = next + length;
    }
    (verbs, end)
}

fn read_one(run: Run<'_>, who: &Subject, group: &Group, reading: &mut ClauseReading) {
    match (group.predicate, who) {
        (Predicate::Verb { .. }, Subject::Parties { .. }) if !group.passive => read_active(run, who, group, reading),
        (Predicate::Verb { .. }, Subject::Objects { objects, negations }) if group.passive => {
            read_passive(run, objects, *negations, group, reading);
        }
        (Predicate::Hold | Predicate::FreeOf, Subject::Parties { list, .. }) if acts_as_site(list) => {
            read_holding(run, who, group, reading);
        }
        (Predicate::Copula, Subject::Parties { list, .. }) => read_cookie_free(run, list, group, reading),
        (Predicate::Copula, Subject::There) => read_there(run, group, reading),
        (Predicate::Other, _) if group.end >= run.len() => {
            reading.open = Open::Verb(who.clone(), *group, Box::default());
        }
        _ => {}
    }
}

fn acts_as_site(list: &[Party]) -> bool {
    list.iter().all(|party| matches!(party.actor, Some(Actor::Site | Actor::FirstParty)))
}

/// "we may use cookies for tracking".
fn read_active(run: Run<'_>, who: &Subject, group: &Group, reading: &mut ClauseReading) {
    let (verbs, end) = verbs(run, group);
    let permits = verbs.iter().any(|(actions, _, _)| actions.has(Action::Permit));
    if permits && let Some(drafts) = read_permission(run, who, group, end) {
        reading.drafts.extend(drafts);
        return;
    }
    let hands_on = verbs.iter().any(|(actions, _, _)| actions.has(Action::Share) || actions.has(Action::Sell));
    let verbs_use = verbs.iter().any(|(actions, _, _)| actions.has(Action::Use) || actions.has(Action::Place));
    let mut details = Details::default();
    let free = !run.stops(end) || run.parted(end, Punctuation::COLON);
    let mut list = object_list(run, end).filter(|_| free);
    if let [(actions, at, _)] = verbs[..]
        && actions.has(Action::Conduct)
        && let Some((done, behind)) = nominal(run, end)
        && let Some(list) = object_list(run, behind)
    {
        let done_to = u8::from(list.negated) + u8::from(run.is(end, Cue::No));
        let mut details = Details::default();
        read_complements(run, list.end, hands_over(done), &mut details);
        let shape = Shape { run, group, details: &details, verb: (done, at, behind - at), negations: done_to };
        reading.drafts.extend(shape.by_parties(who, &list.objects));
        return;
    }
    if let [(actions, at, length)] = verbs[..]
        && actions.has(Action::Conduct)
        && let Some(deed) = read_deed(run, (at, length), end)
    {
        list = Some(deed);
    }
    if list.is_none() && hands_on && free {
        list = read_handing(run, end, &mut details);
    }
    let object_end = list.as_ref().map_or(end, |list| list.end);
    read_complements(run, object_end, hands_on, &mut details);
    let sends = verbs
        .iter()
        .any(|(_, at, _)| matches!(run.form(*at).to_ascii_lowercase().as_str(), "send" | "sends" | "sent" | "sending"));
    if sends && hands_on && details.recipients.is_absent() {
        // "send emails" hands nothing on.
        details.recipients = Slot::Unknown(Some(run.range(end.saturating_sub(1), end)));
    }
    let list = list.unwrap_or(ObjectList { objects: Vec::new(), end, negated: false, open: false });
    let mut drafts = Vec::new();
    for (actions, at, length) in verbs {
        let shape =
            Shape { run, group, details: &details, verb: (actions, at, length), negations: u8::from(list.negated) };
        drafts.extend(shape.by_parties(who, &list.objects));
    }
    reading.open = open_end(run, &list, object_end, &details, &drafts);
    reading.drafts.extend(drafts);
    if verbs_use && !list.negated {
        reading.drafts.extend(read_gathering(run, who, group, end));
    }
}

fn hands_over(actions: ActionSet) -> bool {
    actions.has(Action::Share) || actions.has(Action::Sell)
}

/// "in the sale of": a verb of practice as a noun behind one that says that it is done; the position behind "of".
fn nominal(run: Run<'_>, start: usize) -> Option<(ActionSet, usize)> {
    let at = [Cue::No, Cue::Article, Cue::Every].into_iter().fold(start, |at, cue| run.skip(at, cue));
    let action = match run.form(at).to_ascii_lowercase().as_str() {
        "sale" | "selling" | "rental" | "renting" => Action::Sell,
        "sharing" | "disclosure" | "exchange" => Action::Share,
        "collection" | "gathering" | "harvesting" | "processing" => Action::Collect,
        "retention" | "storage" => Action::Retain,
        _ => return None,
    };
    let of = run.cue(at + 1, Cue::Of)?;
    Some((ActionSet::default().with(action), at + 1 + of))
}

/// What is done where it goes by its purpose: within the verb ("track you") or behind it ("engage in profiling").
fn read_deed(run: Run<'_>, (verb, length): (usize, usize), end: usize) -> Option<ObjectList> {
    let of_purpose = |kind: TermKind| kind == TermKind::Purpose;
    let object = |term, range| Object { terms: vec![term], quantity: Quantity::Bare, narrowed: false, range };
    if let Some((term, _)) = run.term(verb, of_purpose).filter(|(_, own)| *own == length) {
        let objects = vec![object(term, run.range(verb, end))];
        return Some(ObjectList { objects, end, negated: false, open: false });
    }
    let mut list = ObjectList { objects: Vec::new(), end, negated: false, open: false };
    let mut at = end;
    while list.objects.len() < MOST_VERBS {
        list.negated |= run.is(at, Cue::No);
        let bare =
            [Cue::No, Cue::Every, Cue::Article, Cue::Our, Cue::Kind].into_iter().fold(at, |at, cue| run.skip(at, cue));
        let Some((term, length)) = run.term(bare, of_purpose) else { break };
        list.objects.push(object(term, run.range(at, bare + length)));
        list.end = bare + length;
        match separator(run, list.end) {
            Some(next) => at = next,
            None => break,
        }
    }
    (!list.objects.is_empty()).then_some(list)
}

/// "transfer to third parties your data", "provide advertisers with your data": the object behind its recipients.
fn read_handing(run: Run<'_>, end: usize, details: &mut Details) -> Option<ObjectList> {
    if let Some(behind) = read_recipients(run, end, details) {
        return object_list(run, behind).filter(|_| !run.stops(behind));
    }
    details.recipients = Slot::Absent;
    let others = parties(run, end)?;
    let behind = others.end + run.cue(others.end, Cue::With)?;
    let list = object_list(run, behind)?;
    let terms = others.list.iter().map(|party| match party.actor {
        Some(Actor::Party(term)) => Some(term),
        _ => None,
    });
    let range = run.range(end, others.end);
    details.recipients = match terms.collect::<Option<Vec<_>>>() {
        Some(terms) if !others.negated => Slot::Known(terms, range),
        _ => Slot::Unknown(Some(range)),
    };
    Some(list)
}

/// What a list may complete behind a clause.
fn open_end(run: Run<'_>, list: &ObjectList, object_end: usize, details: &Details, drafts: &[Draft]) -> Open {
    let last = run.len().saturating_sub(1);
    let ends_open = run.any(last, CueSet::of(&[Cue::To, Cue::For, Cue::By])) || run.is(last, Cue::Following);
    // "these kinds of cookies:", "the following data from you:"
    let points = |object: &Object| matches!(object.quantity, Quantity::Some | Quantity::Pointed);
    let pointed = object_end >= run.len() && list.objects.iter().any(points);
    let nothing_else = details.unread.is_none() && details.purposes.is_absent() && details.recipients.is_absent();
    if details.recipients_follow {
        Open::Recipients(drafts.to_vec())
    } else if list.objects.is_empty() && nothing_else {
        // "the technologies we use on this website:"
        Open::Objects(drafts.to_vec())
    } else if list.open || pointed || list.objects.is_empty() && object_end >= run.len() {
        Open::Objects(drafts.to_vec())
    } else if details.recipients.range().is_some_and(|range| range.end() >= run.range(last, run.len()).end()) {
        Open::Recipients(drafts.to_vec())
    } else if ends_open || details.purposes.is_unknown() {
        Open::Purposes(drafts.to_vec())
    } else {
        Open::Closed
    }
}

/// "we allow advertisers to set cookies", "we do not allow cookies to be set".
fn read_permission(run: Run<'_>, who: &Subject, group: &Group, end: usize) -> Option<Vec<Draft>> {
    let negations = match who {
        Subject::Parties { list, negations, .. } if acts_as_site(list) => *negations,
        _ => return None,
    };
    if let Some(others) = parties(run, end) {
        let verb = run.skip(others.end, Cue::To);
        let (actions, length) = run.actions(verb)?;
        let shape_end = verb + length;
        // "we do not let others set any": of what the clause before speaks of.
        let elliptic = run.form(shape_end).eq_ignore_ascii_case("any") && run.stops(shape_end + 1);
        let none = ObjectList { objects: Vec::new(), end: shape_end + 1, negated: false, open: false };
        let list = object_list(run, shape_end).or(elliptic.then_some(none))?;
        let mut details = Details { elliptic, ..Details::default() };
        read_complements(run, list.end, actions.has(Action::Share), &mut details);
        let negated = u8::from(others.negated) + u8::from(list.negated) + negations;
        let shape = Shape { run, group, details: &details, verb: (actions, verb, length), negations: negated };
        let subject = Subject::Parties { list: others.list, either: false, negations: 0 };
        return Some(shape.by_parties(&subject, &list.objects));
    }
    let list = object_list(run, end)?;
    let be = run.cue(list.end, Cue::To).map(|length| list.end + length).filter(|at| run.is(*at, Cue::Be))?;
    let verb = be + 1;
    let (actions, length) = run.actions(verb)?;
    let mut details = Details::default();
    read_complements(run, verb + length, false, &mut details);
    let shape = Shape {
        run,
        group,
        details: &details,
        verb: (actions, verb, length),
        negations: negations + u8::from(list.negated),
    };
    Some(vec![shape.agentless(&list.objects)].into_iter().flatten().collect())
}

/// "no cookies are set on this site".
fn read_passive(run: Run<'_>, objects: &[Object], negations: u8, group: &Group, reading: &mut ClauseReading) {
    let (verbs, end) = verbs(run, group);
    let hands_on = verbs.iter().any(|(actions, _, _)| actions.has(Action::Share) || actions.has(Action::Sell));
    let mut details = Details::default();
    read_complements(run, end, hands_on, &mut details);
    for verb in verbs {
        let shape = Shape { run, group, details: &details, verb, negations };
        reading.drafts.extend(shape.agentless(objects));
    }
    if details.recipients_follow {
        reading.open = Open::Recipients(reading.drafts.clone());
    } else if details.unread.is_none() && details.purposes.is_absent() {
        reading.open = Open::Objects(reading.drafts.clone());
    } else if run.any(run.len().saturating_sub(1), CueSet::of(&[Cue::To, Cue::For])) {
        reading.open = Open::Purposes(reading.drafts.clone());
    }
}

/// "our site contains no cookies", "our site is free of cookies".
fn read_holding(run: Run<'_>, who: &Subject, group: &Group, reading: &mut ClauseReading) {
    let Some(list) = object_list(run, group.end) else { return };
    let mut details = Details::default();
    read_complements(run, list.end, false, &mut details);
    let free = group.predicate == Predicate::FreeOf;
    let verb = (ActionSet::default().with(Action::Place), group.end - 1, 1);
    let shape = Shape { run, group, details: &details, verb, negations: u8::from(list.negated) + u8::from(free) };
    reading.drafts.extend(shape.by_parties(who, &list.objects));
}

/// "our website is cookie-free", "this is a cookie-free site".
fn read_cookie_free(run: Run<'_>, list: &[Party], group: &Group, reading: &mut ClauseReading) {
    let mut at = group.end;
    for cue in [Cue::Adverb, Cue::Article, Cue::Adverb] {
        at = run.skip(at, cue);
    }
    let Some((term, length)) = run.term(at, |kind| kind == TermKind::Mechanism) else { return };
    let Some(free) = run.cue(at + length, Cue::Free).filter(|_| !run.parted(at + length, Punctuation::BARRIER)) else {
        return;
    };
    let mut end = at + length + free;
    let mut party = list.first().copied().unwrap_or(Party { actor: None, product: None });
    if !run.stops(end)
        && let Some((product, length)) = run.term(end, |kind| kind == TermKind::Product)
    {
        end += length;
        if party.actor.is_none() && run.form(0).eq_ignore_ascii_case("this") {
            party = Party { actor: Some(Actor::Site), product: Some(product) };
        }
    }
    let mut details = Details::default();
    read_complements(run, end, false, &mut details);
    let object =
        Object { terms: vec![term], quantity: Quantity::Bare, narrowed: false, range: run.range(at, at + length) };
    let verb = (ActionSet::default().with(Action::Place), at, length + free);
    let shape = Shape { run, group, details: &details, verb, negations: 1 };
    let subject = Subject::Parties { list: vec![party], either: false, negations: 0 };
    reading.drafts.extend(shape.by_parties(&subject, &[object]));
}

/// "there are no cookies on this site".
fn read_there(run: Run<'_>, group: &Group, reading: &mut ClauseReading) {
    let Some(list) = object_list(run, group.end) else { return };
    let mut details = Details::default();
    read_complements(run, list.end, false, &mut details);
    let verb = (ActionSet::default().with(Action::Place), group.end - 1, 1);
    let shape = Shape { run, group, details: &details, verb, negations: u8::from(list.negated) };
    reading.drafts.extend(shape.agentless(&list.objects));
}

/// "no cookies, no trackers" as a sentence of its own.
pub(super) fn read_bare_denial(run: Run<'_>) -> Option<Draft> {
    let start = run.skip(run.skip(0, Cue::Filler), Cue::Adverb);
    let list = object_list(run, start).filter(|list| list.negated)?;
    let mut details = Details::default();
    read_complements(run, list.end, false, &mut details);
    let verb = (ActionSet::default().with(Action::Place), start, 1);
    let shape = Shape {
        run,
        group: &Group { predicate: Predicate::Copula, ..Group::empty(0) },
        details: &details,
        verb,
        negations: 1,
    };
    shape.agentless(&list.objects).pop()
}
