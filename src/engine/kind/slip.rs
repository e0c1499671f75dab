//! Nothing must stand that nobody means to write: one diagnostic for each slip, with all the places where it is made again.

use crate::doc::SentenceId;
use crate::engine::context::Context;
use crate::facts::slip::{Repair, Slip, SlipKind};
use crate::report::{Diagnostic, Edit};
use crate::ruleset::{Rule, SlipCheck};
use crate::text::Span;

use super::fault::{Fault, told};

/// Tells of the rule's slips.
pub(super) fn check(rule: &Rule, slip: &SlipCheck, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let kinds: Vec<SlipKind> =
        SlipKind::ALL.into_iter().filter(|kind| slip.kinds.iter().any(|name| name == kind.name())).collect();
    let documents = context.documents(rule);
    let facts = context.facts;
    let mut faults = Vec::new();
    for found in facts.slips(context.source).iter().filter(|found| kinds.contains(&found.kind)) {
        if is_meant(found, slip) {
            continue;
        }
        let Some(sentence) = facts.reading.sentence_at(found.prose.start()) else { continue };
        if documents.contains(&facts.document_of(sentence)) && !is_excepted(slip, sentence, context) {
            faults.push(fault(found, sentence, context));
        }
    }
    told(rule, faults, context)
}

/// Whether words that look like a slip are right, by the rule's own lists.
fn is_meant(found: &Slip, slip: &SlipCheck) -> bool {
    match found.kind {
        SlipKind::DoubledWord if found.found.contains(' ') => slip.spared.contains(&found.found),
        SlipKind::DoubledWord | SlipKind::GluedSentence => !slip.words.is_empty() && !slip.words.contains(&found.found),
        SlipKind::Misspelt | SlipKind::GluedWord => slip.spared.contains(&found.found.to_lowercase()),
        _ => false,
    }
}

/// What is found and what was meant make slips the same, within a document.
fn fault(slip: &Slip, sentence: SentenceId, context: &Context<'_>) -> Fault {
    let document = context.facts.document_of(sentence);
    let cause = match slip.kind {
        // A text that lost its line breaks lost them in many places.
        SlipKind::GluedSentence | SlipKind::GluedWord => format!("{document:06}"),
        _ => format!("{document:06} {}\n{}", slip.found, slip.expected),
    };
    let fault = Fault::at(sentence, slip.prose).because(cause).placed(place(slip, context));
    let fault = fault.with("found", slip.found.clone()).with("expected", slip.expected.clone());
    fault.mended(title(slip), edit(slip, context).map(|edit| vec![edit]))
}

/// Whether the paragraph or the heading above says that it is none.
fn is_excepted(slip: &SlipCheck, sentence: SentenceId, context: &mut Context<'_>) -> bool {
    if slip.except.is_empty() {
        return false;
    }
    let reading = context.facts.reading;
    let block = reading.block(reading.sentence(sentence).block);
    let heading = reading.section(block.section).heading.map(|heading| reading.block(heading).sentences.clone());
    let around = block.sentences.clone().chain(heading.into_iter().flatten());
    around.into_iter().any(|at| context.finder.any_in(&slip.except, SentenceId::at(at)))
}

/// What is pointed at: the source text that the slip is, where the prose does not show it; a character alone would not be seen.
fn place(slip: &Slip, context: &Context<'_>) -> Span {
    match (slip.kind, slip.place) {
        (SlipKind::Mojibake | SlipKind::InvisibleInTarget, Some(place)) => context.source.to_disk(place),
        _ => context.span(slip.prose),
    }
}

fn title(slip: &Slip) -> String {
    match (&slip.kind, slip.repair.as_ref()) {
        (SlipKind::DoubledWord, _) => format!("write “{}” once", slip.found),
        (_, Some(Repair::Source(_, text))) if text.is_empty() => format!("take {} out", slip.found),
        _ => format!("write “{}”", slip.expected),
    }
}

/// The edit on disk. What the prose shows as one may hold markup in the source; such a place is left to the author.
fn edit(slip: &Slip, context: &Context<'_>) -> Option<Edit> {
    match slip.repair.as_ref()? {
        Repair::Source(place, text) => Some(Edit { span: context.source.to_disk(*place), text: text.clone() }),
        Repair::Prose(range, text) => {
            let reading = context.facts.reading;
            let source = reading.prose.to_source(*range);
            let behind: Vec<&str> = source.of(context.source.text()).split_whitespace().collect();
            let words: Vec<&str> = reading.words(*range).split_whitespace().collect();
            (behind == words).then(|| Edit { span: context.source.to_disk(source), text: text.clone() })
        }
    }
}
