//! Under which condition a clause stands.

use crate::lexicon::{Cue, CueSet, TermId, TermKind};
use crate::text::ProseRange;

use super::clauses::{Clause, Opener};
use super::model::{Condition, Slot};
use super::parties::product;
use super::scope::{is_elsewhere, is_separate};
use super::sentence::is_harmless;
use super::words::Run;

/// No clause stands under more conditions than this.
const MOST_CONDITIONS: usize = 3;
/// How many words may tell a moment: "after the tone".
const LONGEST_MOMENT: usize = 4;
const MOMENT: CueSet = CueSet::of(&[Cue::Article, Cue::Our, Cue::Your]);

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
    let supposes = opening.form(0).eq_ignore_ascii_case("if");
    if part.has(Cue::Consent) || part.has(Cue::Not) || part.has(Cue::Except) {
        return None;
    }
    // "after the tone": what happens then.
    let moment = clause.subject.is_none() && !supposes && part.len() <= LONGEST_MOMENT && part.any(0, MOMENT);
    if !of_reader && !moment {
        return None;
    }
    // Another product, or any site whatever: "when you visit a website".
    let elsewhere = (0..part.len()).any(|at| {
        let product = part.term(at, |kind| kind == TermKind::Product);
        let any = at > 0 && matches!(part.form(at - 1), "a" | "an" | "any" | "other" | "another" | "many" | "most");
        product.is_some_and(|(term, _)| any || is_elsewhere(part.words, term) && owned(part, at).is_none())
    });
    match supposes {
        _ if elsewhere => None,
        false if visited(part).is_some() => Some(Condition::Visit),
        false => Some(Condition::Occasion),
        true => Some(Condition::Case),
    }
}

/// The product beside the site that a clause right before or behind the one at `at` makes its condition: "when you use our app".
pub(super) fn product_of_condition(run: Run<'_>, clauses: &[Clause], at: usize) -> Option<(TermId, ProseRange)> {
    let before = at.checked_sub(1).and_then(|at| clauses.get(at)).filter(|clause| clause.leads);
    let after = clauses.get(at + 1).filter(|clause| !clause.leads);
    let conditions = before.into_iter().chain(after).filter(|clause| clause.opener == Opener::Condition);
    conditions
        .filter_map(|clause| {
            let part = run.part(clause.start, clause.end);
            let (at, product) = (0..part.len()).find_map(|at| Some((at, owned(part, at)?)))?;
            Some((product, part.range(at, at + 1)))
        })
        .next()
}

/// A product of the drafter's at a position, other than the site: "our app".
fn owned(part: Run<'_>, at: usize) -> Option<TermId> {
    let (term, _) = part.term(at, |kind| kind == TermKind::Product)?;
    let before = at.checked_sub(1)?;
    let ours = part.any(before, CueSet::of(&[Cue::Our, Cue::Demonstrative])) || part.form(before) == "the";
    (ours && is_separate(part.words, term)).then_some(term)
}

/// The product of the drafter's of which a clause says that it is used and nothing else: "you visit our site".
pub(super) fn visited(part: Run<'_>) -> Option<TermId> {
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
            let ours = !is_separate(part.words, found) || owned(part, end.checked_sub(1)?).is_some();
            return (ours && part.part(0, at).has(Cue::Visit) && is_harmless(part.part(end, part.len())))
                .then_some(found);
        }
        if !part.any(at, WAY) {
            return None;
        }
        at += [Cue::Visit, Cue::Place, Cue::Every].into_iter().filter_map(|cue| part.cue(at, cue)).max().unwrap_or(1);
    }
    None
}
