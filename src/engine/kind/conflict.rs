//! Statements on one matter differ: one diagnostic for each matter, with every statement that differs from another.

use crate::engine::conflict::{Disagreement, Statement, disagreements};
use crate::engine::context::Context;
use crate::engine::finding::Finding;
use crate::report::{Diagnostic, Label};
use crate::ruleset::{Conflict, Rule};

/// Tells of statements that differ. It points at the first of the position that comes first in the rule; where values disagree, at the
/// first in the text.
pub(super) fn check(rule: &Rule, conflict: &Conflict, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let documents = context.documents(rule);
    if documents.is_empty() || context.applies(rule).is_none() {
        return Vec::new();
    }
    let found = disagreements(conflict, context);
    let found = found.iter().filter_map(|disagreement| diagnostic(rule, conflict, context, disagreement));
    found.filter(|diagnostic| documents.contains(&diagnostic.document)).collect()
}

fn diagnostic(
    rule: &Rule,
    conflict: &Conflict,
    context: &Context<'_>,
    disagreement: &Disagreement,
) -> Option<Diagnostic> {
    let mut statements: Vec<&Statement> = disagreement.statements.iter().collect();
    statements.sort_by_key(|statement| (statement.position, statement.evidence.sentence));
    let (first, rest) = statements.split_first()?;
    let reading = context.facts.reading;
    let value =
        |statement: &Statement| statement.value.map_or_else(String::new, |range| reading.words(range).to_owned());
    let label = |statement: &Statement| {
        let position = conflict.positions.get(statement.position);
        position.map_or_else(String::new, |position| position.label.replace("{value}", &value(statement)))
    };
    let mut finding = Finding::at(context, rule, first.evidence.sentence, first.evidence.range).labelled(label(first));
    if let Some(understood) = understood(conflict, context, &statements) {
        finding = finding.noted(understood);
    }
    for statement in rest {
        finding = finding.also(Label::new(context.span(statement.evidence.range), label(statement)));
    }
    let other = rest.iter().find(|other| value(other) != value(first)).map_or_else(String::new, |other| value(other));
    let thing = first.thing.and_then(|thing| conflict.things.get(thing)).map_or("", |thing| &thing.label);
    let sentences: Vec<_> = statements.iter().map(|statement| statement.evidence.sentence).collect();
    Some(
        finding
            .filled(&[("one", &value(first)), ("other", &other), ("thing", thing)])
            .noted(note(conflict, context, &statements))
            .fingerprinted(context, &sentences)
            .done(),
    )
}

/// What was understood of two statements that differ.
fn understood(conflict: &Conflict, context: &Context<'_>, statements: &[&Statement]) -> Option<String> {
    let reading = context.facts.reading;
    let (first, rest) = statements.split_first()?;
    let other = rest.iter().find(|other| other.position != first.position).filter(|_| conflict.compare.flat)?;
    let position = |statement: &Statement| {
        let key = conflict.positions.get(statement.position).map_or("", |position| position.key.as_str());
        let thing = statement.thing.and_then(|thing| conflict.things.get(thing)).map_or("", |thing| &thing.label);
        let said = format!("{thing} {}", key.replace('-', " "));
        format!("\"{}\" ({})", reading.words(statement.evidence.range), said.trim())
    };
    Some(format!("understood as {} against {}", position(first), position(other)))
}

/// To whom the statements speak, which is what most often keeps two apart.
fn note(conflict: &Conflict, context: &Context<'_>, statements: &[&Statement]) -> String {
    let audiences = context.lexicon.audiences();
    let mut readers: Vec<String> = statements
        .iter()
        .map(|statement| audiences.label(&statement.readers))
        .map(|readers| if readers.is_empty() { "everyone".to_owned() } else { audiences.readers(&readers) })
        .collect();
    readers.sort_unstable();
    readers.dedup();
    let told = match readers.as_slice() {
        [one] => format!("all of it is said to {one}, and of the same products"),
        several => format!("it is said to {}, so some readers are told both", several.join(" and to ")),
    };
    let flat = if conflict.compare.flat { "; neither names an exception or another time" } else { "" };
    format!("{told}{flat}")
}
