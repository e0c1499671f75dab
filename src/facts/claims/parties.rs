//! Who acts: the drafter, its site, somebody else, the reader.

use crate::lexicon::{Cue, CueSet, Punctuation, TermId, TermKind};

use super::model::Actor;
use super::objects::{is_adverb, separator};
use super::words::Run;

/// One actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Party {
    /// `None` where it can't be told who it is: "they".
    pub(super) actor: Option<Actor>,
    /// The product that it is or belongs to.
    pub(super) product: Option<TermId>,
}

/// Who acts in a clause.
#[derive(Debug)]
pub(super) struct Parties {
    pub(super) list: Vec<Party>,
    /// Whether it is "no", "none of" or "neither" of them.
    pub(super) negated: bool,
    /// Whether only one of them need act: "we or our partners".
    pub(super) either: bool,
    pub(super) end: usize,
}

/// More than this many actors are no subject.
const MOST_PARTIES: usize = 6;
/// How many words an example of them may take.
const LONGEST_ASIDE: usize = 8;
/// How many words may stand before the noun: "our trusted advertising partners".
const LONGEST_PREMODIFIER: usize = 3;
const CLOSED: CueSet = CueSet::PHRASE_ENDS.union(CueSet::of(&[
    Cue::Our,
    Cue::You,
    Cue::Your,
    Cue::Demonstrative,
    Cue::Article,
    Cue::Every,
    Cue::No,
    Cue::Neither,
    Cue::Decline,
    Cue::Adverb,
    Cue::Only,
    Cue::Free,
    Cue::AtAll,
]));

/// The actors at a position.
pub(super) fn parties(run: Run<'_>, start: usize) -> Option<Parties> {
    let mut at = start;
    let mut negated = false;
    for cue in [Cue::Neither, Cue::No] {
        if let Some(length) = run.cue(at, cue) {
            negated = true;
            at += length;
            break;
        }
    }
    let (first, end) = party(run, at)?;
    let mut parties = Parties { list: vec![first], negated, either: false, end };
    let mut joined = false;
    while parties.list.len() < MOST_PARTIES {
        let next = separator(run, parties.end).and_then(|next| Some((next, party(run, skip_negation(run, next))?)));
        let Some((next, (party, end))) = next else { break };
        let conjunction = run.part(parties.end, next);
        parties.either |= conjunction.has(Cue::Or);
        joined |= !conjunction.tokens.is_empty();
        parties.list.push(party);
        parties.end = end;
    }
    if !joined {
        // "on our site, we": a comma alone joins no subjects.
        parties.list.truncate(1);
        parties.end = end;
    }
    parties.either &= !negated;
    if run.parted(parties.end, Punctuation::COMMA) && run.is(parties.end, Cue::Including) {
        // "third parties, such as our video host, set"
        let aside = parties.end + 1..run.len().min(parties.end + LONGEST_ASIDE);
        if let Some(end) = aside.into_iter().find(|at| run.parted(*at, Punctuation::COMMA)) {
            parties.end = end;
        }
    }
    Some(parties)
}

fn skip_negation(run: Run<'_>, at: usize) -> usize {
    run.skip(at, Cue::No)
}

/// One actor at a position and the position behind it.
pub(super) fn party(run: Run<'_>, start: usize) -> Option<(Party, usize)> {
    let first = Party { actor: Some(Actor::FirstParty), product: None };
    if let Some(length) = run.name(start) {
        return Some(named(run, start + length, first));
    }
    if let Some(length) = run.cue(start, Cue::We) {
        return Some((first, start + length));
    }
    if let Some(found) = determined(run, start) {
        return Some(found);
    }
    if let Some(length) = run.cue(start, Cue::You) {
        return Some((Party { actor: Some(Actor::User), product: None }, start + length));
    }
    let pronoun = run
        .cue(start, Cue::Pronoun)
        .or_else(|| run.cue(start, Cue::Demonstrative).filter(|_| is_verbal(run, start + 1)));
    pronoun.map(|length| (Party { actor: None, product: None }, start + length))
}

/// A name of the drafter, alone or before what is the drafter's: "the Example website".
fn named(run: Run<'_>, at: usize, first: Party) -> (Party, usize) {
    match product(run, at) {
        Some((product, end)) if ends_noun(run, end) => {
            (Party { actor: Some(Actor::Site), product: Some(product) }, end)
        }
        _ if ends_noun(run, at) => (first, at),
        _ => (Party { actor: None, product: None }, at),
    }
}

/// "our site", "this website", "the app", "our advertising partners", "third parties".
fn determined(run: Run<'_>, start: usize) -> Option<(Party, usize)> {
    let mut at = start;
    at = run.skip(at, Cue::Every);
    let ours = run.cue(at, Cue::Our);
    let pointed = run.cue(at, Cue::Demonstrative);
    let article = run.cue(at, Cue::Article);
    let some = run.cue(at, Cue::Some);
    at += ours.or(pointed).or(article).unwrap_or(0);
    if let Some((term, length)) = run.term(at, |kind| kind == TermKind::Recipient).filter(|_| some.is_some()) {
        // "other companies"
        let end = behind_behalf(run, at + length);
        if ends_noun(run, end) {
            return Some((Party { actor: Some(Actor::Party(term)), product: None }, end));
        }
    }
    at = run.skip(at, Cue::Some);
    at = run.skip(at, Cue::Some);
    at = run.skip(at, Cue::Own);
    let ours_or_this =
        ours.is_some() || pointed.is_some() || article.is_some() && run.form(start).eq_ignore_ascii_case("the");
    if ours.is_some()
        && matches!(
            run.form(at).to_ascii_lowercase().as_str(),
            "company" | "firm" | "team" | "organization" | "organisation"
        )
        && ends_noun(run, at + 1)
    {
        return Some((Party { actor: Some(Actor::FirstParty), product: None }, at + 1));
    }
    if article.is_some() && is_the_company(run, at) {
        return Some((Party { actor: Some(Actor::FirstParty), product: None }, at + 1));
    }
    let most = if ours.is_some() { LONGEST_PREMODIFIER } else { 0 };
    for skipped in 0..=LONGEST_PREMODIFIER {
        let head = at + skipped;
        if skipped > 0 && (run.stops(head) || run.any(head - 1, CLOSED)) {
            break;
        }
        let named = run.name(head).map_or(head, |length| head + length);
        if ours_or_this
            && (skipped <= most)
            && let Some((product, end)) = product(run, named)
            && ends_noun(run, end)
        {
            if Some(product) == run.words.products.infrastructure {
                return Some((Party { actor: Some(Actor::FirstParty), product: None }, end));
            }
            return Some((Party { actor: Some(Actor::Site), product: Some(product) }, end));
        }
        if let Some((term, length)) = run.term(head, |kind| kind == TermKind::Recipient) {
            let end = behind_behalf(run, head + length);
            let party = Party { actor: Some(Actor::Party(term)), product: None };
            return ends_noun(run, end).then_some((party, end));
        }
    }
    None
}

/// "anyone acting for us": still anyone.
fn behind_behalf(run: Run<'_>, at: usize) -> usize {
    let form = |at: usize| run.form(at).to_ascii_lowercase();
    let start = at + usize::from(matches!(form(at).as_str(), "acting" | "working"));
    match form(start).as_str() {
        "for" if form(start + 1) == "us" && start > at => start + 2,
        "on" if form(start + 1) == "our" && form(start + 2) == "behalf" => start + 3,
        _ => at,
    }
}

/// "the Company", as policies call the drafter.
fn is_the_company(run: Run<'_>, at: usize) -> bool {
    run.form(at) == "Company" && ends_noun(run, at + 1)
}

/// The product at a position and the position behind it.
pub(super) fn product(run: Run<'_>, at: usize) -> Option<(TermId, usize)> {
    let (first, length) = run.term(at, |kind| kind == TermKind::Product)?;
    let mut end = at + length;
    let mut product = first;
    // "our website and services", "our sites, apps": all of them, so the service as a whole.
    while let Some(next) = separator(run, end)
        && !run.stops(next)
        && let Some((other, length)) = run.term(run.skip(next, Cue::Our), |kind| kind == TermKind::Product)
        && ends_noun(run, run.skip(next, Cue::Our) + length)
    {
        let ontology = run.words.ontology;
        if !ontology.is_a(other, product) {
            product = ontology
                .term(product)
                .is_a
                .first()
                .copied()
                .filter(|above| ontology.is_a(other, *above))
                .unwrap_or(other);
        }
        end = run.skip(next, Cue::Our) + length;
    }
    Some((product, end))
}

/// Whether the noun before a position ends there: no other noun follows that it would only describe.
pub(super) fn ends_noun(run: Run<'_>, at: usize) -> bool {
    run.stops(at)
        || run.parted(at, Punctuation::OPEN)
        || run.parted(at, Punctuation::CLOSE)
        || run.parted(at, Punctuation::DASH)
        || run.parted(at, Punctuation::QUOTE)
        || run.parted(at, Punctuation::SLASH)
        || run.any(at, CLOSED)
        || is_verbal(run, at)
        || is_adverb(run.form(at))
}

/// Whether a verb can begin at a position.
fn is_verbal(run: Run<'_>, at: usize) -> bool {
    const VERBAL: CueSet =
        CueSet::of(&[Cue::Not, Cue::Hold, Cue::Refrain, Cue::Decline, Cue::Intend]).union(CueSet::AUXILIARIES);
    run.any(at, VERBAL) || run.actions(at).is_some()
}
