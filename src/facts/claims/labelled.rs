//! Tables that were flattened into lines of labels: "Category: Identifiers. Examples: a name. Collected: NO."

use crate::lexicon::{Action, Cue, CueSet, Punctuation, TermKind};
use crate::text::ProseRange;

use super::details::Details;
use super::draft::Draft;
use super::model::{Actor, Object, Polarity, Quantity, Slot};
use super::objects::object_list_of;
use super::words::Run;

/// More kinds than this are not read behind one label.
const MOST_KINDS: usize = 12;
/// How far a label may stand before its answer.
const LONGEST_ROW: usize = 160;

/// What the labels of a block answer, each with the words that it is answered of.
pub(super) fn read_labelled(run: Run<'_>) -> Vec<(Draft, ProseRange)> {
    let mut answers = Vec::new();
    let mut from = 0;
    for at in 0..run.len() {
        let Some((action, polarity)) = answer(run, at) else { continue };
        let row = (from.max(at.saturating_sub(LONGEST_ROW))..at).rev().find(|at| is_category(run, *at));
        if let Some(row) = row {
            let end = (row + 2..at).find(|at| is_label(run, *at)).unwrap_or(at);
            let objects = kinds(run, row + 1, end);
            if !objects.is_empty() {
                let draft = Draft {
                    actor: Slot::Known(Actor::FirstParty, run.range(at, at + 1)),
                    polarity,
                    possible: false,
                    unreal: false,
                    action,
                    verb: run.range(at, at + 1),
                    objects,
                    details: Details::default(),
                };
                answers.push((draft, run.range(row, at + 2)));
            }
        }
        from = from.max(row.unwrap_or(from));
    }
    answers
}

/// Whether a colon stands right behind a word that begins a sentence or a line.
fn is_label(run: Run<'_>, at: usize) -> bool {
    run.parted(at + 1, Punctuation::COLON) && (at == 0 || run.parted(at, Punctuation::BARRIER))
}

fn is_category(run: Run<'_>, at: usize) -> bool {
    let form = run.form(at).to_ascii_lowercase();
    is_label(run, at) && matches!(form.as_str(), "category" | "categories")
}

/// "Collected: NO."
fn answer(run: Run<'_>, at: usize) -> Option<(Action, Polarity)> {
    let (actions, _) = run.actions(at).filter(|(_, length)| *length == 1 && is_label(run, at))?;
    let polarity = match run.form(at + 1).to_ascii_lowercase().as_str() {
        "yes" => Polarity::Positive,
        "no" => Polarity::Negative,
        _ => return None,
    };
    let whole = run.form(at).to_ascii_lowercase().ends_with("ed") || run.is(at, Cue::PastVerb);
    (whole && run.stops(at + 2)).then_some(())?;
    Some((actions.with_object(Some(TermKind::Data))?, polarity))
}

/// The kinds of data between a label and the next.
fn kinds(run: Run<'_>, start: usize, end: usize) -> Vec<Object> {
    const LIMITS: CueSet = CueSet::of(&[Cue::Except, Cue::Not, Cue::Only, Cue::For, Cue::If]);
    if (start..end).any(|at| run.any(at, LIMITS)) {
        return Vec::new();
    }
    let part = run.part(0, end);
    let mut objects: Vec<Object> = Vec::new();
    let mut at = start;
    while at < end && objects.len() < MOST_KINDS {
        match object_list_of(part, at, 1).filter(|list| !list.negated && !list.objects.is_empty()) {
            Some(list) => {
                at = list.end.max(at + 1);
                objects.extend(list.objects);
            }
            None => at += 1,
        }
    }
    let ontology = run.words.ontology;
    objects.retain(|object| {
        let known = !object.terms.is_empty() && !object.narrowed;
        known && object.terms.iter().all(|term| !ontology.term(*term).is_a.is_empty())
    });
    objects.iter_mut().for_each(|object| object.quantity = Quantity::Bare);
    objects
}
