//! One clause read into drafts of claims: subject, verb, objects, complements.

use crate::lexicon::{Action, ActionSet, Cue, CueSet, Punctuation, TermKind};
use crate::text::ProseRange;

use super::clauses::inversion;
use super::complements::{Details, read_complements};
use super::group::{Group, Predicate, group};
use super::model::{Actor, Exception, Object, Polarity, Quantity, Slot, Time};
use super::objects::{ObjectList, object_list, separator};
use super::parties::{Parties, Party, parties};
use super::words::Run;

/// A claim before its sentence and section have their say.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) actor: Slot<Actor>,
    pub(super) polarity: Polarity,
    pub(super) possible: bool,
    pub(super) unreal: bool,
    pub(super) action: Action,
    pub(super) verb: ProseRange,
    pub(super) objects: Vec<Object>,
    pub(super) details: Details,
}

/// More verbs than this share no object.
const MOST_VERBS: usize = 8;

/// What a list can complete.
#[derive(Debug, Clone)]
pub(super) enum Open {
    /// Nothing.
    Closed,
    /// The objects of these drafts.
    Objects(Vec<Draft>),
    /// The verb of this subject: "we do not:".
    Verb(Subject, Group),
    /// The purposes of these drafts: "we use cookies to:".
    Purposes(Vec<Draft>),
}

/// What a clause reads as.
#[derive(Debug, Clone)]
pub(super) struct ClauseReading {
    pub(super) drafts: Vec<Draft>,
    pub(super) open: Open,
    /// Its subject, where it has one with a verb.
    pub(super) subject: Option<Subject>,
}

/// The subject of a clause.
#[derive(Debug, Clone)]
pub(super) enum Subject {
    /// Those who act.
    Parties { list: Vec<Party>, either: bool, negations: u8 },
    /// What something is done to.
    Objects { objects: Vec<Object>, negations: u8 },
    /// "there is".
    There,
}

impl ClauseReading {
    pub(super) fn nothing() -> Self {
        Self { drafts: Vec::new(), open: Open::Closed, subject: None }
    }
}

/// Reads the clause whose subject begins at `subject`; what stands before that is fronted.
pub(super) fn read_clause(run: Run<'_>, subject: usize) -> ClauseReading {
    let mut fronted = Details::default();
    read_front(run.part(0, subject), &mut fronted);
    let Some((who, group)) = subject_and_group(run, subject) else { return ClauseReading::nothing() };
    let mut reading = read_predicate(run, &who, group);
    for draft in &mut reading.drafts {
        draft.details = merge(&fronted, &draft.details);
    }
    if let Open::Objects(drafts) | Open::Purposes(drafts) = &mut reading.open {
        for draft in drafts {
            draft.details = merge(&fronted, &draft.details);
        }
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

/// The details of a clause together with those before its subject.
fn merge(front: &Details, own: &Details) -> Details {
    fn both<T: Clone + PartialEq>(front: &Slot<T>, own: &Slot<T>) -> Slot<T> {
        match (front, own) {
            (Slot::Absent, slot) | (slot, Slot::Absent) => slot.clone(),
            (one, other) if one.known().is_some() && one.known() == other.known() => other.clone(),
            (one, _) => Slot::Unknown(one.range()),
        }
    }
    Details {
        recipients: both(&front.recipients, &own.recipients),
        purposes: both(&front.purposes, &own.purposes),
        product: both(&front.product, &own.product),
        time: both(&front.time, &own.time),
        exception: both(&front.exception, &own.exception),
        narrows: front.narrows || own.narrows,
        hedged: front.hedged || own.hedged,
        unread: front.unread.or(own.unread),
        ..own.clone()
    }
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
    let Predicate::Verb { .. } = first.predicate else { return None };
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
        if let Some(mut following) = follows.filter(|_| own || !infinitive) {
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
        (Predicate::Other, _) if group.end >= run.len() => reading.open = Open::Verb(who.clone(), *group),
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
    let list = object_list(run, end).filter(|_| !run.stops(end) || run.parted(end, Punctuation::COLON));
    let object_end = list.as_ref().map_or(end, |list| list.end);
    let hands_on = verbs.iter().any(|(actions, _, _)| actions.has(Action::Share) || actions.has(Action::Sell));
    let mut details = Details::default();
    read_complements(run, object_end, hands_on, &mut details);
    let list = list.unwrap_or(ObjectList { objects: Vec::new(), end, negated: false, open: false });
    let mut drafts = Vec::new();
    for (actions, at, length) in verbs {
        let shape =
            Shape { run, group, details: &details, verb: (actions, at, length), negations: u8::from(list.negated) };
        drafts.extend(shape.by_parties(who, &list.objects));
    }
    reading.open = open_end(run, &list, object_end, &details, &drafts);
    reading.drafts.extend(drafts);
}

/// What a list may complete behind a clause.
fn open_end(run: Run<'_>, list: &ObjectList, object_end: usize, details: &Details, drafts: &[Draft]) -> Open {
    let last = run.len().saturating_sub(1);
    let ends_open = run.any(last, CueSet::of(&[Cue::To, Cue::For, Cue::By])) || run.is(last, Cue::Following);
    if list.open && object_end >= run.len() || list.objects.is_empty() && object_end >= run.len() {
        Open::Objects(drafts.to_vec())
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
        let list = object_list(run, shape_end)?;
        let mut details = Details::default();
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

/// What a verb and all that stands around it have in common, whoever acts.
struct Shape<'a> {
    run: Run<'a>,
    group: &'a Group,
    details: &'a Details,
    verb: (ActionSet, usize, usize),
    negations: u8,
}

impl Shape<'_> {
    /// One draft for each actor; two where means are named: who collects with cookies uses cookies.
    fn by_parties(&self, who: &Subject, objects: &[Object]) -> Vec<Draft> {
        let Subject::Parties { list, either, negations } = who else { return Vec::new() };
        let Some(polarity) = self.polarity(*negations) else { return Vec::new() };
        let range = self.run.range(0, self.verb.1.max(1));
        let mut drafts = Vec::new();
        for party in list {
            let actor = match party.actor {
                Some(actor) if !*either || polarity == Polarity::Negative => Slot::Known(actor, range),
                _ => Slot::Unknown(Some(range)),
            };
            drafts.extend(self.drafts(
                actor,
                party.product.map(|product| Slot::Known(product, range)),
                polarity,
                objects,
            ));
        }
        drafts
    }

    /// A draft whose actor is the agent behind "by", or nobody in particular.
    fn agentless(&self, objects: &[Object]) -> Vec<Draft> {
        let Some(polarity) = self.polarity(0) else { return Vec::new() };
        let verb = self.run.range(self.verb.1, self.verb.1 + self.verb.2);
        let actor = match (&self.details.agent, polarity) {
            (Some((Some(actor), range)), _) => Slot::Known(*actor, *range),
            (Some((None, range)), _) => Slot::Unknown(Some(*range)),
            (None, Polarity::Negative) => Slot::Known(Actor::Anyone, verb),
            (None, Polarity::Positive) => Slot::Known(Actor::Unnamed, verb),
        };
        self.drafts(actor, None, polarity, objects)
    }

    /// `None` where negations cancel out: what is left then is not told by counting.
    fn polarity(&self, more: u8) -> Option<Polarity> {
        match self.group.negations + self.negations + more {
            0 => Some(Polarity::Positive),
            1 => Some(Polarity::Negative),
            _ => None,
        }
    }

    fn drafts(
        &self,
        actor: Slot<Actor>,
        product: Option<Slot<crate::lexicon::TermId>>,
        polarity: Polarity,
        objects: &[Object],
    ) -> Vec<Draft> {
        let ontology = self.run.words.ontology;
        let kind = objects.iter().flat_map(|object| object.terms.first()).map(|term| ontology.term(*term).kind).next();
        let Some(action) = self.verb.0.with_object(kind) else { return Vec::new() };
        let mut details = self.details.clone();
        if let Some(product) = product {
            details.product = match (&details.product, product) {
                (Slot::Absent, own) => own,
                (Slot::Known(said, range), Slot::Known(own, _))
                    if ontology.is_a(*said, own) || ontology.is_a(own, *said) =>
                {
                    Slot::Known(if ontology.is_a(*said, own) { *said } else { own }, *range)
                }
                (other, _) => Slot::Unknown(other.range()),
            };
        }
        let verb = self.run.range(self.verb.1, self.verb.1 + self.verb.2);
        let group = self.group;
        if group.now {
            details.time = Slot::Known(Time::Present, verb);
        }
        if group.past {
            details.time = Slot::Known(Time::Past, verb);
        }
        if group.future {
            details.time = Slot::Known(Time::Future, verb);
        }
        details.narrows |= group.narrows || group.only;
        details.hedged |= group.hedged;
        let mut objects = objects.to_vec();
        self.apply_only(&mut objects, &details, polarity);
        let mut drafts = Vec::new();
        if polarity == Polarity::Positive && !details.instruments.is_empty() {
            drafts.push(self.draft(&actor, polarity, Action::Use, details.instruments.clone(), &details));
        }
        if polarity == Polarity::Positive {
            objects.extend(details.examples.iter().cloned());
        }
        drafts.push(self.draft(&actor, polarity, action, objects, &details));
        drafts
    }

    /// "we only use session cookies": "only" before the verb means the object where nothing else is left for it to mean.
    fn apply_only(&self, objects: &mut [Object], details: &Details, polarity: Polarity) {
        let free = details.purposes.is_absent() && details.unread.is_none() && details.exception.is_absent();
        if polarity == Polarity::Positive && (self.group.only || details.only) && free {
            for object in objects.iter_mut().filter(|object| object.quantity == Quantity::Bare) {
                object.quantity = Quantity::Only;
            }
        }
        // "no cookies other than session cookies" leaves a rest only where it is told what.
        if polarity == Polarity::Positive && matches!(details.exception.known(), Some(Exception::Objects(_))) {
            for object in objects {
                object.quantity = Quantity::Some;
            }
        }
    }

    fn draft(
        &self,
        actor: &Slot<Actor>,
        polarity: Polarity,
        action: Action,
        objects: Vec<Object>,
        details: &Details,
    ) -> Draft {
        Draft {
            actor: actor.clone(),
            polarity,
            possible: self.group.possible,
            unreal: self.group.unreal || self.group.future,
            action,
            verb: self.run.range(self.verb.1, self.verb.1 + self.verb.2),
            objects,
            details: details.clone(),
        }
    }
}
