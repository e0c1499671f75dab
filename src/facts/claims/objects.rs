//! Noun phrases: what is done something to, and lists of it.

use crate::lexicon::{Cue, CueSet, Punctuation, TermId, TermKind};

use super::model::{Object, Quantity};
use super::words::Run;

/// A list of noun phrases and where it ends.
#[derive(Debug)]
pub(super) struct ObjectList {
    pub(super) objects: Vec<Object>,
    pub(super) end: usize,
    /// Whether "no", "none of" or "neither" stands before it.
    pub(super) negated: bool,
    /// Whether "the following" stands for what a list tells.
    pub(super) open: bool,
}

/// How many words may stand before a head that make it no other thing: "our very own delicious chocolate cookies".
const LONGEST_PREMODIFIER: usize = 4;
/// How many words may describe something before its name: "small text files that are called".
const LONGEST_DESCRIPTION: usize = 6;
/// How many kinds may be coordinated before one head.
const MOST_KINDS: usize = 12;
/// What a noun phrase can't hold.
const BOUNDS: CueSet = CueSet::PHRASE_ENDS.union(CueSet::of(&[Cue::Privative]));
/// What stands before a noun and says how much of it.
const DETERMINERS: CueSet = CueSet::of(&[
    Cue::Article,
    Cue::Every,
    Cue::No,
    Cue::Some,
    Cue::Only,
    Cue::Own,
    Cue::Our,
    Cue::Your,
    Cue::Demonstrative,
    Cue::Following,
    Cue::Kind,
    Cue::Neither,
]);

/// One noun phrase: several objects where several kinds share a head ("session and persistent cookies").
struct Phrase {
    objects: Vec<Object>,
    end: usize,
    negated: bool,
    open: bool,
}

/// The list of noun phrases at a position, each with a head that an action can be done to.
pub(super) fn object_list(run: Run<'_>, at: usize) -> Option<ObjectList> {
    object_list_of(run, at, usize::MAX)
}

/// The first `most` noun phrases of the list at a position.
pub(super) fn object_list_of(run: Run<'_>, at: usize, most: usize) -> Option<ObjectList> {
    let first = noun_phrase(run, at)?;
    let mut list = ObjectList { objects: first.objects, end: first.end, negated: first.negated, open: first.open };
    for _ in 1..most {
        // "two types of cookies: session cookies and persistent cookies"
        let listed = run.parted(list.end, Punctuation::COLON)
            && list.objects.last().is_some_and(|object| object.quantity == Quantity::Some);
        let next = if listed { Some(list.end) } else { separator(run, list.end) };
        let next = next.and_then(|next| noun_phrase(run, next));
        let Some(next) = next else {
            // "cookies of any kind or pixels"
            match run.cue(list.end, Cue::AtAll).filter(|_| !run.stops(list.end)) {
                Some(length) => list.end += length,
                None => break,
            }
            continue;
        };
        list.objects.extend(next.objects);
        list.end = next.end;
        list.open |= next.open;
    }
    Some(list)
}

/// The position behind a comma, a conjunction or both.
pub(super) fn separator(run: Run<'_>, at: usize) -> Option<usize> {
    let conjunction = [Cue::And, Cue::Or, Cue::Nor, Cue::AsWellAs].into_iter().find_map(|cue| run.cue(at, cue));
    match conjunction {
        Some(length) => Some(at + length),
        None => {
            (at < run.len() && run.parted(at, Punctuation::COMMA) || run.parted(at, Punctuation::SLASH)).then_some(at)
        }
    }
}

fn noun_phrase(run: Run<'_>, start: usize) -> Option<Phrase> {
    let (mut at, quantity, negated, open) = determiners(run, start);
    if open && run.parted(at, Punctuation::COLON) {
        // "any of the following: cookies, pixels"
        return noun_phrase(run, at).map(|listed| Phrase { negated: negated || listed.negated, ..listed });
    }
    if let Some(named) = called(run, at) {
        let objects = named.objects.into_iter().map(|object| Object { quantity, ..object }).collect();
        return Some(Phrase { objects, negated, ..named });
    }
    let mut kinds: Vec<Vec<TermId>> = vec![Vec::new()];
    let mut unknown = 0;
    loop {
        if at > start && run.parted(at, Punctuation::BARRIER) {
            return None;
        }
        let term = run.term(at, |kind| kind.is_object());
        match (term, run.modifier(at)) {
            (None, Some((modifier, length))) => at = stack(run, &mut kinds, modifier, at, length)?,
            (Some((_, length)), Some((modifier, longer))) if longer > length => {
                at = stack(run, &mut kinds, modifier, at, longer)?;
            }
            (Some((head, length)), _) => {
                // "location data", "purchase records": still that.
                let data = run.words.ontology.term(head).kind == TermKind::Data;
                let end = at + length;
                let plain = matches!(run.form(end).to_ascii_lowercase().as_str(), "data" | "information" | "details");
                let end = end + usize::from(data && plain && !run.stops(end));
                return Some(finish(run, (start, end), head, kinds, quantity, unknown > 0, (negated, open)));
            }
            // "non-sensitive personal information" is personal information, and not what the words behind "non" name.
            (None, None) if is_non(run, at) => {
                let named = noun_phrase(run, at + 1)?;
                let objects = named.objects.into_iter().map(|object| broader(run, object)).collect();
                return Some(Phrase { objects, negated, open, ..named });
            }
            (None, None) if matches!(run.form(at), "one" | "ones") && kinds.iter().any(|kinds| !kinds.is_empty()) => {
                // "strictly necessary ones": of the thing that the kind is one of.
                let head =
                    kinds.iter().flatten().next().and_then(|kind| run.words.ontology.term(*kind).is_a.first())?;
                return Some(finish(run, (start, at + 1), *head, kinds, quantity, unknown > 0, (negated, open)));
            }
            (None, None) => {
                // "the term cookies", "information cookies": the head is another noun.
                let closed = run.any(at, BOUNDS) || run.is(at, Cue::Compound) || is_finite_verb(run, at);
                let is_adjective = at < run.len() && !closed;
                if !is_adjective || unknown == LONGEST_PREMODIFIER {
                    break;
                }
                unknown += 1;
                at += 1;
            }
        }
    }
    // "any of the following": the list tells what.
    open.then_some(Phrase { objects: Vec::new(), end: at, negated, open })
}

/// "non-", parted from the word that it takes back.
fn is_non(run: Run<'_>, at: usize) -> bool {
    run.form(at).eq_ignore_ascii_case("non") && !run.stops(at + 1)
}

/// What is left of an object where "non" takes back what makes it a kind.
fn broader(run: Run<'_>, object: Object) -> Object {
    let ontology = run.words.ontology;
    let terms = object.terms.iter().flat_map(|term| ontology.term(*term).is_a.first().copied()).collect();
    Object { terms, quantity: Quantity::Some, narrowed: true, ..object }
}

/// "small text files called cookies": what the words before the name only describe.
fn called(run: Run<'_>, start: usize) -> Option<Phrase> {
    if start >= run.len() || run.modifier(start).is_some() {
        return None;
    }
    let way = start + 1..run.len().min(start + LONGEST_DESCRIPTION);
    let closed = |at: &usize| run.any(*at, BOUNDS) || run.parted(*at, Punctuation::BARRIER);
    let at = way.take_while(|at| !closed(at)).find(|at| run.is(*at, Cue::Named))?;
    if run.any(start, BOUNDS) {
        return None;
    }
    let named = noun_phrase(run, run.skip(at, Cue::Named)).filter(|named| !named.negated && !named.open)?;
    let mechanism = |term: &TermId| run.words.ontology.term(*term).kind == TermKind::Mechanism;
    let known = |object: &Object| !object.terms.is_empty() && object.terms.iter().all(mechanism);
    (!named.objects.is_empty() && named.objects.iter().all(known)).then_some(named)
}

/// Takes one kind into the stack, and the conjunction behind it where another kind follows: then it begins an alternative.
fn stack(run: Run<'_>, kinds: &mut Vec<Vec<TermId>>, kind: TermId, at: usize, length: usize) -> Option<usize> {
    if kinds.len() > MOST_KINDS {
        return None;
    }
    if let Some(current) = kinds.last_mut() {
        current.push(kind);
    }
    let behind = at + length;
    let next = separator(run, behind).map(|next| run.skip(next, Cue::Some));
    let another = next.filter(|next| {
        run.modifier(*next).is_some()
            || run.term(*next, |kind| kind.is_object()).is_some_and(|(term, _)| {
                // "session, persistent cookies": the head carries its own kind.
                run.words.ontology.is_a(kind, term) || shares_base(run, kind, term)
            })
    });
    match another {
        Some(next) if run.modifier(next).is_some() || run.term(next, |kind| kind.is_object()).is_some() => {
            kinds.push(Vec::new());
            Some(next)
        }
        _ => Some(behind),
    }
}

/// Whether two kinds are kinds of one thing.
fn shares_base(run: Run<'_>, one: TermId, other: TermId) -> bool {
    let ontology = run.words.ontology;
    ontology.term(one).is_a.first().is_some_and(|base| ontology.is_a(other, *base))
}

fn finish(
    run: Run<'_>,
    (start, end): (usize, usize),
    head: TermId,
    kinds: Vec<Vec<TermId>>,
    quantity: Quantity,
    narrowed: bool,
    (negated, open): (bool, bool),
) -> Phrase {
    let ontology = run.words.ontology;
    let range = run.range(start, end);
    let compound = is_compound(run, end);
    let fits = |kind: &TermId| ontology.is_a(*kind, head) || shares_base(run, *kind, head);
    let known = kinds.len();
    let mut kinds: Vec<_> = kinds.into_iter().filter(|kinds| kinds.iter().all(fits)).collect();
    let narrowed = narrowed || kinds.len() < known;
    if kinds.is_empty() {
        kinds.push(Vec::new());
    }
    let last = kinds.len() - 1;
    let base = ontology.term(head).is_a.first().copied();
    let objects = kinds.into_iter().enumerate().map(|(at, mut terms)| {
        // "first-party or third-party cookies": the kind in the head is the last one's own.
        let inherits = at == last || terms.iter().all(|kind| ontology.is_a(*kind, head));
        terms.push(if inherits { head } else { base.unwrap_or(head) });
        terms.sort_unstable();
        terms.dedup();
        // A session cookie is a cookie: the broader term says nothing more.
        let all = terms.clone();
        terms.retain(|term| !all.iter().any(|other| other != term && ontology.is_a(*other, *term)));
        Object { terms: if compound { Vec::new() } else { terms }, quantity, narrowed, range }
    });
    Phrase { objects: objects.collect(), end, negated, open }
}

/// Whether the noun before a position goes on into another: "cookie policy".
fn is_compound(run: Run<'_>, at: usize) -> bool {
    if run.stops(at) || run.parted(at, Punctuation::OPEN) || run.parted(at, Punctuation::DASH) {
        return false;
    }
    if run.is(at, Cue::Compound) {
        return true;
    }
    let plural = run.form(at - 1).ends_with(['s', 'S']);
    let ends = run.any(at, BOUNDS)
        || run.any(
            at,
            CueSet::of(&[
                Cue::AtAll,
                Cue::Adverb,
                Cue::Only,
                Cue::Using,
                Cue::Free,
                Cue::Every,
                Cue::Demonstrative,
                Cue::Article,
                Cue::Our,
                Cue::Your,
                Cue::You,
            ]),
        )
        || run.actions(at).is_some()
        || is_adverb(run.form(at))
        || run.form(at).eq_ignore_ascii_case("available");
    !ends && !plural
}

/// Whether a word can only be an adverb.
pub(super) fn is_adverb(form: &str) -> bool {
    form.len() > 4 && form.to_ascii_lowercase().ends_with("ly")
}

/// A verb of practice in a form that no adjective has.
fn is_finite_verb(run: Run<'_>, at: usize) -> bool {
    run.actions(at).is_some() && {
        let form = run.form(at).to_ascii_lowercase();
        !form.ends_with("ed") && !form.ends_with("ing")
    }
}

/// What stands before the noun: position behind, how much, whether it negates, whether it points to a list.
fn determiners(run: Run<'_>, start: usize) -> (usize, Quantity, bool, bool) {
    let (mut at, mut quantity, mut negated, mut open) = (start, Quantity::Bare, false, false);
    while run.any(at, DETERMINERS) && (at == start || !run.stops(at)) {
        let longest = [
            (Cue::Only, Quantity::Only),
            (Cue::Demonstrative, Quantity::Pointed),
            (Cue::Some, Quantity::Some),
            (Cue::Every, Quantity::Every),
            (Cue::No, Quantity::Every),
            (Cue::Neither, Quantity::Every),
            (Cue::Following, Quantity::Some),
            (Cue::Kind, Quantity::Bare),
            (Cue::Article, Quantity::Bare),
            (Cue::Own, Quantity::Bare),
            (Cue::Our, Quantity::Bare),
            (Cue::Your, Quantity::Pointed),
        ]
        .into_iter()
        .filter_map(|(cue, says)| run.cue(at, cue).map(|length| (cue, says, length)))
        .reduce(|best, next| if next.2 > best.2 { next } else { best });
        let Some((cue, says, length)) = longest else { break };
        // What is the reader's is no one thing told before; what is "theirs" is.
        let says = if cue == Cue::Your && run.form(at).eq_ignore_ascii_case("your") { Quantity::Bare } else { says };
        negated |= matches!(cue, Cue::No | Cue::Neither);
        open |= cue == Cue::Following;
        // "any other", "only some": what limits wins.
        quantity = if says == Quantity::Bare || (quantity == Quantity::Only && says == Quantity::Some) {
            quantity
        } else {
            says
        };
        at += length;
    }
    (at, quantity, negated, open)
}
