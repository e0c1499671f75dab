//! Which statements stand too close to each other to be held against each other.

use std::collections::BTreeMap;

use crate::doc::{Block, SentenceId};
use crate::engine::context::Context;
use crate::ruleset::{Apart, Conflict};

use super::statement::Statement;

/// Gives each statement the region in which it stands. A paragraph that takes back or narrows what it began with is one region, however
/// far apart its sentences may be held.
pub(super) fn set_apart(conflict: &Conflict, context: &mut Context<'_>, statements: &mut [Statement]) {
    let reading = context.facts.reading;
    let mut turned: BTreeMap<usize, bool> = BTreeMap::new();
    for statement in statements {
        let sentence = statement.evidence.sentence;
        let block = reading.sentence(sentence).block;
        statement.region = match conflict.compare.apart {
            Apart::Section => reading.block(block).section.index(),
            Apart::Block => block.index(),
            Apart::Sentence => {
                let is_one =
                    turned.entry(block.index()).or_insert_with(|| is_turned(conflict, context, reading.block(block)));
                if *is_one { reading.block(block).sentences.start } else { sentence.index() }
            }
        };
    }
}

/// Whether what is denied of everything is taken back in part by the very next sentence of its section: "The only exception is our shop."
pub(super) fn is_taken_back(conflict: &Conflict, context: &mut Context<'_>, statement: &Statement) -> bool {
    let reading = context.facts.reading;
    let sentence = statement.evidence.sentence;
    let section = |sentence: SentenceId| reading.block(reading.sentence(sentence).block).section;
    let whole = conflict.positions.get(statement.position).is_some_and(|position| position.whole);
    if !whole || sentence.index() + 1 >= reading.sentences.len() {
        return false;
    }
    let next = SentenceId::at(sentence.index() + 1);
    section(next) == section(sentence) && context.finder.any_in(&conflict.compare.turned_by, next)
}

/// Whether a sentence of the block goes on with what one before it says.
fn is_turned(conflict: &Conflict, context: &mut Context<'_>, block: &Block) -> bool {
    let mut following = block.sentences.clone().skip(1).map(SentenceId::at);
    following.any(|sentence| context.finder.any_in(&conflict.compare.turned_by, sentence))
}
