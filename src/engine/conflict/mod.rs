//! Statements on one matter that differ. Two are held against each other only where they stand in one document and speak of the same
//! thing, the same products and to readers that both have; whatever may keep them apart does.

mod differ;
mod limit;
mod place;
mod statement;

pub(super) use statement::Statement;

use std::collections::BTreeMap;

use crate::lexicon::{AudienceSet, TermId};
use crate::ruleset::{Apart, Conflict, Readers};

use super::context::Context;
use differ::{Stand, differing};
use statement::statements;

/// Statements of which some differ from others.
pub(super) struct Disagreement {
    /// In reading order.
    pub(super) statements: Vec<Statement>,
}

/// What statements must share to be held against each other.
type Matter = (usize, Option<usize>, Vec<TermId>, Vec<crate::lexicon::AudienceId>);

/// All disagreements of a source, in reading order. Linear in the statements, once for each pair of audiences.
pub(super) fn disagreements(conflict: &Conflict, context: &mut Context<'_>) -> Vec<Disagreement> {
    let mut matters: BTreeMap<Matter, BTreeMap<AudienceSet, Vec<Statement>>> = BTreeMap::new();
    for statement in statements(conflict, context) {
        let all = conflict.compare.readers == Readers::All;
        let groups = if all { Vec::new() } else { statement.readers.groups.clone() };
        let document = if conflict.compare.all_documents { 0 } else { statement.document };
        let matter = (document, statement.thing, statement.products.clone(), groups);
        matters.entry(matter).or_default().entry(statement.readers.clone()).or_default().push(statement);
    }
    let mut found = Vec::new();
    for by_readers in matters.into_values() {
        found.extend(match conflict.compare.readers {
            Readers::Same => by_readers.into_values().filter_map(|all| kept(conflict, context, &[&all])).collect(),
            Readers::All => {
                let all: Vec<&Vec<Statement>> = by_readers.values().collect();
                kept(conflict, context, &all).into_iter().collect()
            }
            Readers::Shared => shared(conflict, context, &by_readers).into_iter().collect::<Vec<_>>(),
        });
    }
    found.sort_by_key(|disagreement| disagreement.statements.first().map(|first| first.evidence.sentence));
    found
}

/// One disagreement of all those whose readers are partly the same.
fn shared(
    conflict: &Conflict,
    context: &Context<'_>,
    by_readers: &BTreeMap<AudienceSet, Vec<Statement>>,
) -> Option<Disagreement> {
    let audiences = context.lexicon.audiences();
    let meet = |one: &AudienceSet, other: &AudienceSet| {
        one.places.is_empty() || other.places.is_empty() || audiences.name(&one.places, other)
    };
    let buckets: Vec<(&AudienceSet, &Vec<Statement>)> = by_readers.iter().collect();
    let mut all: Vec<Statement> = Vec::new();
    for (at, (readers, statements)) in buckets.iter().enumerate() {
        all.extend(kept(conflict, context, &[statements]).into_iter().flat_map(|found| found.statements));
        for (others, more) in buckets[at + 1..].iter().filter(|(others, _)| meet(readers, others)) {
            let _ = others;
            all.extend(kept(conflict, context, &[statements, more]).into_iter().flat_map(|found| found.statements));
        }
    }
    all.sort_by_key(|statement| statement.evidence.sentence);
    all.dedup_by_key(|statement| statement.evidence.sentence);
    (!all.is_empty()).then_some(Disagreement { statements: all })
}

/// Those of the statements that differ from one that stands far enough from them.
fn kept(conflict: &Conflict, context: &Context<'_>, statements: &[&Vec<Statement>]) -> Option<Disagreement> {
    let mut all: Vec<&Statement> = statements.iter().flat_map(|statements| statements.iter()).collect();
    all.sort_by_key(|statement| statement.evidence.sentence);
    let reading = context.facts.reading;
    let region = |statement: &Statement| {
        let block = reading.sentence(statement.evidence.sentence).block;
        match conflict.compare.apart {
            Apart::Sentence => statement.evidence.sentence.index(),
            Apart::Block => block.index(),
            Apart::Section => reading.block(block).section.index(),
        }
    };
    let stands: Vec<Stand> =
        all.iter().map(|statement| Stand { says: statement.says.clone(), region: region(statement) }).collect();
    let differing = differing(&stands);
    let statements: Vec<Statement> = differing.into_iter().map(|at| all[at].clone()).collect();
    (!statements.is_empty()).then_some(Disagreement { statements })
}
