//! Statements on one matter that differ. Two are held against each other only where they stand in one document and speak of the same
//! thing, the same products and to readers that both have; whatever may keep them apart does.

mod apart;
mod differ;
mod limit;
mod place;
mod statement;

pub(super) use statement::Statement;

use std::collections::BTreeMap;

use crate::lexicon::{AudienceId, AudienceSet, TermId};
use crate::ruleset::{Conflict, Readers};

use super::context::Context;
use differ::{Stand, differing};
use statement::statements;

/// Statements of which some differ from others.
pub(super) struct Disagreement {
    /// In reading order.
    pub(super) statements: Vec<Statement>,
}

/// What statements must share to be held against each other.
type Matter = (usize, Option<usize>, Vec<AudienceId>);

/// The statements on a matter, by the products of which they speak.
type ByProducts = BTreeMap<Vec<TermId>, Vec<Statement>>;

/// All disagreements of a source, in reading order. Linear in the statements, once for each pair of audiences.
pub(super) fn disagreements(conflict: &Conflict, context: &mut Context<'_>) -> Vec<Disagreement> {
    let mut matters: BTreeMap<Matter, ByProducts> = BTreeMap::new();
    for statement in statements(conflict, context) {
        let all = conflict.compare.readers == Readers::All;
        let groups = if all { Vec::new() } else { statement.readers.groups.clone() };
        let document = if conflict.compare.all_documents { 0 } else { statement.document };
        let matter = matters.entry((document, statement.thing, groups)).or_default();
        matter.entry(statement.products.clone()).or_default().push(statement);
    }
    let mut found = Vec::new();
    for mut by_products in matters.into_values() {
        said_of_each(conflict, &mut by_products);
        let mut of_matter: Vec<Disagreement> = Vec::new();
        for statements in by_products.into_values() {
            for disagreement in among(conflict.compare.readers, context, statements) {
                add(&mut of_matter, disagreement);
            }
        }
        found.extend(of_matter);
    }
    found.sort_by_key(|disagreement| disagreement.statements.first().map(|first| first.evidence.sentence));
    found
}

/// Adds what names no product, where its position is one that is said of all, to what is said of each.
fn said_of_each(conflict: &Conflict, by_products: &mut ByProducts) {
    let is_whole = |statement: &&Statement| {
        statement.wide && conflict.positions.get(statement.position).is_some_and(|it| it.whole)
    };
    let general = by_products.get(&Vec::new()).into_iter().flatten();
    let whole: Vec<Statement> = general.filter(is_whole).cloned().collect();
    for (_, statements) in by_products.iter_mut().filter(|(products, _)| !products.is_empty()) {
        statements.extend(whole.iter().cloned());
    }
}

/// Adds a disagreement, or what is new in it where some statement of it is told already.
fn add(found: &mut Vec<Disagreement>, disagreement: Disagreement) {
    let has = |other: &Disagreement, statement: &Statement| {
        other.statements.iter().any(|its| its.evidence.sentence == statement.evidence.sentence)
    };
    let shares = |other: &&mut Disagreement| disagreement.statements.iter().any(|statement| has(other, statement));
    match found.iter_mut().find(shares) {
        Some(other) => {
            other.statements.extend(disagreement.statements);
            in_order(&mut other.statements);
        }
        None => found.push(disagreement),
    }
}

fn in_order(statements: &mut Vec<Statement>) {
    statements.sort_by_key(|statement| statement.evidence.sentence);
    statements.dedup_by_key(|statement| statement.evidence.sentence);
}

/// The disagreements among statements on the same products.
fn among(readers: Readers, context: &Context<'_>, statements: Vec<Statement>) -> Vec<Disagreement> {
    let mut by_readers: BTreeMap<AudienceSet, Vec<Statement>> = BTreeMap::new();
    for statement in statements {
        by_readers.entry(statement.readers.clone()).or_default().push(statement);
    }
    match readers {
        Readers::Same => by_readers.into_values().filter_map(|all| kept(&[&all])).collect(),
        Readers::All => {
            let all: Vec<&Vec<Statement>> = by_readers.values().collect();
            kept(&all).into_iter().collect()
        }
        Readers::Shared => shared(context, &by_readers).into_iter().collect(),
    }
}

/// One disagreement of all those whose readers are partly the same.
fn shared(context: &Context<'_>, by_readers: &BTreeMap<AudienceSet, Vec<Statement>>) -> Option<Disagreement> {
    let audiences = context.lexicon.audiences();
    let meet = |one: &AudienceSet, other: &AudienceSet| {
        one.places.is_empty() || other.places.is_empty() || audiences.name(&one.places, other)
    };
    let buckets: Vec<(&AudienceSet, &Vec<Statement>)> = by_readers.iter().collect();
    let mut all: Vec<Statement> = Vec::new();
    for (at, (readers, statements)) in buckets.iter().enumerate() {
        all.extend(kept(&[statements]).into_iter().flat_map(|found| found.statements));
        for (others, more) in buckets[at + 1..].iter().filter(|(others, _)| meet(readers, others)) {
            let _ = others;
            all.extend(kept(&[statements, more]).into_iter().flat_map(|found| found.statements));
        }
    }
    in_order(&mut all);
    (!all.is_empty()).then_some(Disagreement { statements: all })
}

/// Those of the statements that differ from one that stands far enough from them.
fn kept(statements: &[&Vec<Statement>]) -> Option<Disagreement> {
    let mut all: Vec<&Statement> = statements.iter().flat_map(|statements| statements.iter()).collect();
    all.sort_by_key(|statement| statement.evidence.sentence);
    let stands: Vec<Stand> =
        all.iter().map(|statement| Stand { says: statement.says.clone(), region: statement.region }).collect();
    let differing = differing(&stands);
    let statements: Vec<Statement> = differing.into_iter().map(|at| all[at].clone()).collect();
    (!statements.is_empty()).then_some(Disagreement { statements })
}
