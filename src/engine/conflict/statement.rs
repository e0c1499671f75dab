//! The statements of a source on the matter of a rule.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::doc::{BlockKind, SentenceId};
use crate::engine::context::Context;
use crate::engine::pattern::Evidence;
use crate::facts::Facts;
use crate::facts::date::DateValue;
use crate::lexicon::{AudienceSet, TermId, ValueClass};
use crate::ruleset::{Conflict, Measure, Thing};
use crate::text::ProseRange;

use super::apart::{is_taken_back, set_apart};
use super::limit::is_limited;
use super::place::Places;

/// A sentence that takes a position.
#[derive(Debug, Clone)]
pub(in crate::engine) struct Statement {
    pub(super) document: usize,
    /// Which of the rule's things it speaks of.
    pub(in crate::engine) thing: Option<usize>,
    /// Which of the rule's positions it takes.
    pub(in crate::engine) position: usize,
    /// Its position or value, on a scale.
    pub(super) says: RangeInclusive<i64>,
    /// The words of its value.
    pub(in crate::engine) value: Option<ProseRange>,
    /// To whom.
    pub(in crate::engine) readers: AudienceSet,
    /// Of which products; none means all of them.
    pub(super) products: Vec<TermId>,
    /// Whether it names no product at all, the site neither, so that it can be said of each.
    pub(super) wide: bool,
    /// Where it stands: what stands in one region is a rule and its exception.
    pub(super) region: usize,
    pub(in crate::engine) evidence: Evidence,
}

/// All statements, in reading order. A sentence that takes two positions takes none.
pub(super) fn statements(conflict: &Conflict, context: &mut Context<'_>) -> Vec<Statement> {
    let mut by_sentence: BTreeMap<SentenceId, Option<Statement>> = BTreeMap::new();
    let places = Places::new(context.facts.reading, &context.facts.analysis, context.lexicon);
    for (number, position) in conflict.positions.iter().enumerate() {
        for pattern in &position.says {
            for evidence in context.finder.find(pattern) {
                let sentence = evidence.sentence;
                let Some(statement) = statement(conflict, context, &places, number, evidence) else { continue };
                match by_sentence.get_mut(&sentence) {
                    Some(Some(other)) if other.says == statement.says => {}
                    Some(other) => *other = None,
                    None => _ = by_sentence.insert(sentence, Some(statement)),
                }
            }
        }
    }
    let ends = ends(conflict, context);
    let ended = |statement: &Statement| {
        let end = ends.get(&statement.document);
        end.is_some_and(|end| *end < statement.evidence.sentence)
    };
    let mut statements: Vec<Statement> =
        by_sentence.into_values().flatten().filter(|statement| !ended(statement)).collect();
    set_apart(conflict, context, &mut statements);
    statements.retain(|statement| !is_taken_back(conflict, context, statement));
    statements
}

/// The first heading of each document that begins another text.
fn ends(conflict: &Conflict, context: &mut Context<'_>) -> BTreeMap<usize, SentenceId> {
    let mut ends = BTreeMap::new();
    for sentence in context.finder.sentences_with(&conflict.compare.ended_by) {
        let block = context.facts.reading.block(context.facts.reading.sentence(sentence).block);
        if matches!(block.kind, BlockKind::Heading { .. }) {
            ends.entry(context.facts.document_of(sentence)).or_insert(sentence);
        }
    }
    ends
}

fn statement(
    conflict: &Conflict,
    context: &mut Context<'_>,
    places: &Places<'_>,
    position: usize,
    evidence: Evidence,
) -> Option<Statement> {
    let facts = context.facts;
    let sentence = evidence.sentence;
    let asks = facts.reading.words(facts.reading.sentence(sentence).prose).trim_end().ends_with('?');
    if asks || context.finder.any_in(&conflict.compare.none, sentence) {
        return None;
    }
    if conflict.compare.flat && is_limited(facts.reading, &facts.analysis, context.lexicon, sentence) {
        return None;
    }
    let thing = match one_thing(conflict, context, &evidence) {
        None if !conflict.things.is_empty() => return None,
        thing => thing,
    };
    let (says, value) = match conflict.compare.value {
        Some(measure) => {
            let (says, range) = value(facts, measure, evidence.range)?;
            (says, Some(range))
        }
        None => {
            let number = i64::try_from(position).unwrap_or(i64::MAX);
            (number..=number, None)
        }
    };
    Some(Statement {
        document: facts.document_of(sentence),
        thing,
        position,
        says,
        value,
        readers: facts.audience(sentence).clone(),
        products: places.of(sentence),
        wide: places.is_wide(sentence),
        region: sentence.index(),
        evidence,
    })
}

/// The one of the rule's things that the sentence names, or the head of its row; `None` where there is none, or more than one.
fn one_thing(conflict: &Conflict, context: &mut Context<'_>, evidence: &Evidence) -> Option<usize> {
    let reading = context.facts.reading;
    let sentence = evidence.sentence;
    if conflict.compare.within {
        let mut things = conflict.things.iter().enumerate();
        let mut named =
            things.by_ref().filter(|(_, thing)| context.finder.any_within(&thing.any, sentence, evidence.range));
        let (first, _) = named.next()?;
        return named.next().is_none().then_some(first);
    }
    let mut named_in = vec![sentence];
    if let BlockKind::Cell(cell) = &reading.block(reading.sentence(sentence).block).kind {
        named_in.extend(
            cell.row_head.into_iter().flat_map(|head| reading.block(head).sentences.clone().map(SentenceId::at)),
        );
    }
    let mut names = |thing: &Thing| named_in.iter().any(|sentence| context.finder.any_in(&thing.any, *sentence));
    let mut named = conflict.things.iter().enumerate().filter(|(_, thing)| names(thing));
    let (first, _) = named.next()?;
    named.next().is_none().then_some(first)
}

/// The one value within the words of a match, on a scale of its kind; `None` where there is none, or two that differ.
fn value(facts: &Facts<'_>, measure: Measure, within: ProseRange) -> Option<(RangeInclusive<i64>, ProseRange)> {
    let inside = |range: &ProseRange| within.covers(*range);
    let values: Vec<(RangeInclusive<i64>, ProseRange)> = match measure {
        Measure::Period => {
            let periods = facts.periods().iter().filter(|period| inside(&period.prose));
            let scale = |hours: u32| i64::from(hours);
            periods.map(|period| (scale(*period.hours.start())..=scale(*period.hours.end()), period.prose)).collect()
        }
        Measure::Date => {
            let dates = facts.dates().iter().filter(|date| inside(&date.prose));
            dates.filter_map(|date| Some((days(date.value)?, date.prose))).collect()
        }
        Measure::Number => {
            facts.mark(&[ValueClass::Number]);
            let tokens = facts.analysis.tokens_in(within);
            let tokens = tokens.filter(|token| {
                u32::try_from(*token).is_ok_and(|token| facts.analysis.value_at(token, ValueClass::Number).is_some())
            });
            let ranges = tokens.map(|token| facts.analysis.tokens()[token].range);
            ranges.filter_map(|range| Some((number(facts.reading.words(range))?, range))).collect()
        }
    };
    let (first, rest) = values.split_first()?;
    rest.iter().all(|(says, _)| *says == first.0).then(|| first.clone())
}

fn number(word: &str) -> Option<RangeInclusive<i64>> {
    let number = word.parse().ok()?;
    Some(number..=number)
}

/// The days that a date can be, counted from a fixed one.
fn days(date: DateValue) -> Option<RangeInclusive<i64>> {
    match date {
        DateValue::Day(date) => {
            let day = i64::from(date.year()) * 372 + i64::from(date.month()) * 31 + i64::from(date.day());
            Some(day..=day)
        }
        DateValue::Month { year, month } => {
            let first = i64::from(year) * 372 + i64::from(month) * 31;
            Some(first + 1..=first + 31)
        }
        DateValue::Year(_) | DateValue::Ambiguous { .. } | DateValue::Impossible(_) => None,
    }
}
