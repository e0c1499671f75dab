//! Under which condition a clause stands.

use crate::lexicon::{Cue, CueSet, TermKind};

use super::clauses::{Clause, Opener};
use super::model::{Condition, Slot};
use super::parties::product;
use super::scope::{is_elsewhere, is_separate};
use super::sentence::is_harmless;
use super::words::Run;

/// No clause stands under more conditions than this.
const MOST_CONDITIONS: usize = 3;

/// The condition that a clause stands under.
pub(super) fn condition_of(run: Run<'_>, clauses: &[Clause], at: usize) -> Slot<Condition> {
    // "after thirty days" tells how long, not under which condition.
    let lasts = |clause: &Clause| clause.subject.is_none() && run.part(clause.start, clause.end).has(Cue::Period);
    let is_condition =
        |clause: &&Clause| clause.opener == Opener::Early || clause.opener == Opener::Condition && !lasts(clause);
    let before = clauses[..at].iter().rev().take_while(|clause| is_condition(clause)).filter(|clause| clause.leads);
    let after = clauses[at + 1..].iter().take_while(|clause| is_condition(clause)).filter(|clause| !clause.leads);
    let mut found = Slot::Absent;
    for clause in before.take(MOST_CONDITIONS).chain(after.take(MOST_CONDITIONS)) {
        let range = run.range(clause.from, clause.end);
        found = match (&found, condition(run, clause)) {
            (Slot::Absent, Some(condition)) => Slot::Known(condition, range),
            (Slot::Known(one, _), Some(other)) if *one == other => Slot::Known(other, range),
            _ => Slot::Unknown(Some(range)),
        };
    }
    found
}

fn condition(run: Run<'_>, clause: &Clause) -> Option<Condition> {
    let opening = run.part(clause.from, clause.start);
    let part = run.part(clause.start, clause.end);
    let refers = |part: Run<'_>, cue: Cue| part.has(cue);
    if clause.opener == Opener::Early {
        let of_consent = refers(opening, Cue::Consent);
        let of_visit =
            opening.has(Cue::Visit) || part.has(Cue::Visit) || opening.form(1).eq_ignore_ascii_case("arrival");
        let arrival = (0..opening.len()).any(|at| opening.form(at).eq_ignore_ascii_case("arrival"));
        return (of_consent || of_visit || arrival).then_some(Condition::BeforeConsent);
    }
    let of_reader = part.any(0, CueSet::of(&[Cue::You, Cue::Your]))
        || part.any(1, CueSet::of(&[Cue::You]))
        || opening.has(Cue::You)
        || opening.has(Cue::Your);
    if part.has(Cue::Consent) || part.has(Cue::Not) || part.has(Cue::Except) || !of_reader {
        return None;
    }
    // Another product, or any site whatever: "when you visit a website".
    let elsewhere = (0..part.len()).any(|at| {
        let product = part.term(at, |kind| kind == TermKind::Product);
        let any = at > 0 && matches!(part.form(at - 1), "a" | "an" | "any" | "other" | "another" | "many" | "most");
        product.is_some_and(|(term, _)| any || is_elsewhere(part.words, term))
    });
    match opening.form(0).eq_ignore_ascii_case("if") {
        _ if elsewhere => None,
        false if is_visit(part) => Some(Condition::Visit),
        _ => Some(Condition::Occasion),
    }
}

/// Whether a condition is that a product is used and nothing else: "you visit our site".
fn is_visit(part: Run<'_>) -> bool {
    const WAY: CueSet = CueSet::of(&[
        Cue::You,
        Cue::May,
        Cue::Visit,
        Cue::Place,
        Cue::Article,
        Cue::Our,
        Cue::Demonstrative,
        Cue::Every,
        Cue::Or,
        Cue::Adverb,
    ]);
    let mut at = 0;
    while at < part.len() {
        if let Some((found, end)) = product(part, at) {
            return !is_separate(part.words, found)
                && part.part(0, at).has(Cue::Visit)
                && is_harmless(part.part(end, part.len()));
        }
        if !part.any(at, WAY) {
            return false;
        }
        at += [Cue::Visit, Cue::Place, Cue::Every].into_iter().filter_map(|cue| part.cue(at, cue)).max().unwrap_or(1);
    }
    false
}
