//! Tables that answer by row: a column asks what is done, the row names what to, the cell says yes or no.

use std::collections::BTreeSet;

use crate::doc::{Block, BlockKind, Cell};
use crate::lexicon::{Action, Cue, CueSet, TermId, TermKind};
use crate::text::ProseRange;

use super::adjuncts::look_back;
use super::details::Details;
use super::draft::Draft;
use super::model::{Actor, Object, Polarity, Quantity, Slot, Time};
use super::objects::object_list_of;
use super::tokens::Tokens;
use super::words::{Run, Words};

/// More kinds than this are not read out of one row.
const MOST_KINDS: usize = 12;
/// A longer head of a column asks more than what is done.
const LONGEST_HEAD: usize = 16;

/// What a cell answers, and the words of its row.
pub(super) fn read_answer(words: &Words<'_>, block: &Block) -> Option<(Vec<Draft>, ProseRange)> {
    let BlockKind::Cell(Cell { header: false, row_head: Some(row), column_head: Some(column), .. }) = block.kind else {
        return None;
    };
    let polarity = answer(words, block.prose)?;
    let (row, column) = (words.reading.block(row).prose, words.reading.block(column).prose);
    let asked = Tokens::new(words, column);
    let asked = asked.run(words);
    if asked.len() > LONGEST_HEAD
        || (0..asked.len()).any(|at| asked.any(at, CueSet::of(&[Cue::Not, Cue::No, Cue::Except])))
    {
        return None;
    }
    let verbs: Vec<(Action, usize, usize)> = (0..asked.len())
        .filter_map(|at| {
            let (actions, length) = asked.actions(at)?;
            Some((actions.with_object(Some(TermKind::Data))?, at, length))
        })
        .collect();
    // "sold or shared: yes" tells neither.
    if verbs.is_empty() || polarity == Polarity::Positive && verbs.len() > 1 {
        return None;
    }
    let objects = kinds(words, row);
    if objects.is_empty() {
        return None;
    }
    let recipients = recipients(asked);
    let narrower = names_more(asked);
    let time = (0..asked.len()).find_map(|at| look_back(asked, at).map(|(end, year)| (at, end, year)));
    let draft = |(action, at, length): (Action, usize, usize)| {
        let verb = asked.range(at, at + length);
        let time = match time {
            Some((at, end, true)) => Slot::Known(Time::LastYear, asked.range(at, end)),
            Some((at, end, false)) => Slot::Unknown(Some(asked.range(at, end))),
            None => Slot::Absent,
        };
        let details =
            Details { time, recipients: recipients.clone(), unread: narrower.then_some(column), ..Details::default() };
        Draft {
            actor: Slot::Known(Actor::FirstParty, column),
            polarity,
            possible: false,
            unreal: false,
            action,
            verb,
            objects: objects.clone(),
            details,
        }
    };
    Some((verbs.into_iter().map(draft).collect(), row))
}

/// The rows, by table and row, in which some cell answers "no": what such a row names is not told by what leads the table in.
pub(super) fn refused_rows(words: &Words<'_>) -> BTreeSet<(u32, u32)> {
    let cells = words.reading.blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Cell(cell) if !cell.header && cell.column > 0 => Some((block, cell)),
        _ => None,
    });
    cells.filter(|(block, _)| refuses(words, block.prose)).map(|(_, cell)| (cell.table, cell.row)).collect()
}

/// "No", "None", "N/A".
fn refuses(words: &Words<'_>, cell: ProseRange) -> bool {
    let word = words.reading.words(cell).trim().trim_end_matches('.').to_ascii_lowercase();
    matches!(answer(words, cell), Some(Polarity::Negative))
        || matches!(word.as_str(), "none" | "n/a" | "not applicable")
}

/// Where the first preposition stands that is no part of a term.
fn own_end(run: Run<'_>) -> usize {
    let mut at = 0;
    while at < run.len() && !run.any(at, CueSet::PREPOSITIONS.union(CueSet::of(&[Cue::Including]))) {
        at += run.term(at, TermKind::is_object).map_or(1, |(_, length)| length);
    }
    at.min(run.len())
}

/// Whether a purpose, a condition or a reason is told: then the answer is to more than what is done to what.
fn names_more(run: Run<'_>) -> bool {
    (0..run.len()).any(|at| {
        run.term(at, |kind| kind == TermKind::Purpose).is_some()
            || run.any(at, CueSet::of(&[Cue::For, Cue::If, Cue::Some]))
    })
}

/// To whom a column asks whether something goes: "shared with third parties".
fn recipients(run: Run<'_>) -> Slot<Vec<TermId>> {
    let named = (0..run.len()).filter_map(|at| {
        let (term, length) = run.term(at, |kind| kind == TermKind::Recipient)?;
        Some((term, run.range(at, at + length)))
    });
    let named: Vec<_> = named.collect();
    match named.as_slice() {
        [] => Slot::Absent,
        [(_, range), ..] => Slot::Known(named.iter().map(|(term, _)| *term).collect(), *range),
    }
}

/// "Yes", "NO."
fn answer(words: &Words<'_>, cell: ProseRange) -> Option<Polarity> {
    let word = words.reading.words(cell).trim().trim_end_matches('.').to_ascii_lowercase();
    match word.as_str() {
        "yes" | "y" | "✓" | "✔" => Some(Polarity::Positive),
        "no" | "n" | "✗" | "✘" | "not collected" => Some(Polarity::Negative),
        _ => None,
    }
}

/// The kinds of data that a row names.
fn kinds(words: &Words<'_>, row: ProseRange) -> Vec<Object> {
    let tokens = Tokens::new(words, row);
    let row_run = tokens.run(words);
    // What stands behind a preposition is what the kind is drawn from or about: "inferences drawn from other personal information".
    let run = row_run.part(0, own_end(row_run));
    let told_for = (0..row_run.len()).any(|at| row_run.is(at, Cue::For));
    if told_for || names_more(run) {
        return Vec::new();
    }
    let mut objects = Vec::new();
    let mut at = 0;
    while at < run.len() && objects.len() < MOST_KINDS {
        match object_list_of(run, at, 1).filter(|list| !list.negated && !list.objects.is_empty()) {
            Some(list) => {
                at = list.end.max(at + 1);
                objects.extend(list.objects);
            }
            None => at += 1,
        }
    }
    // "audio data": the bare head is no kind.
    objects.retain(|object| object.terms.iter().all(|term| !words.ontology.term(*term).is_a.is_empty()));
    let limited = (0..run.len()).any(|at| run.any(at, CueSet::of(&[Cue::Except, Cue::Not, Cue::Only])));
    for object in &mut objects {
        object.quantity = if limited { Quantity::Some } else { Quantity::Bare };
    }
    objects
}
