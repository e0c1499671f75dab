//! Lists with another number of items than their lead-in announces.

use crate::doc::{BlockKind, Reading, SentenceId};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::ruleset::Structure;

/// Words for numbers that announce lists.
const NUMBERS: [(&str, usize); 11] = [
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
];

/// Sentences with a number that lead in lists with another number of items, and, without one, plural lead-ins of one item.
pub(super) fn faults(structure: &Structure, context: &mut Context<'_>) -> Vec<Fault> {
    let found = context.finder.find_any(&structure.find);
    let reading = context.facts.reading;
    let mut faults = Vec::new();
    for evidence in found {
        let items = items(context, evidence.sentence);
        let words = reading.words(evidence.range).to_lowercase();
        let announced = words.split(|c: char| !c.is_alphanumeric()).find_map(number);
        let differs = match announced {
            Some(announced) => items > 0 && items != announced,
            None => items == 1,
        };
        if differs {
            let announced = announced.map_or_else(|| "several".to_owned(), |announced| announced.to_string());
            let fault = Fault::at(evidence.sentence, evidence.range);
            faults.push(fault.with("announced", announced).with("items", items.to_string()));
        }
    }
    faults
}

fn number(word: &str) -> Option<usize> {
    NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number)
}

/// How many items of the outermost list the sentence leads in, one that goes on in several paragraphs counted once.
fn items(context: &Context<'_>, sentence: SentenceId) -> usize {
    let reading: &Reading = context.facts.reading;
    let is_own = |follower: &SentenceId| {
        let block = reading.block(reading.sentence(*follower).block);
        matches!(block.kind, BlockKind::Item(_))
            && block.lead_in == Some(sentence)
            && block.sentences.start == follower.index()
    };
    context.facts.units.followers(sentence).filter(is_own).count()
}
