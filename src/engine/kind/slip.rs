//! Nothing must stand that nobody means to write: one diagnostic for each slip, with all the places where it is made again.

use std::collections::BTreeMap;

use crate::doc::SentenceId;
use crate::engine::context::Context;
use crate::engine::finding::Finding;
use crate::facts::slip::{Repair, Slip, SlipKind};
use crate::report::{Diagnostic, Edit, Fix, Label};
use crate::ruleset::{Rule, SlipCheck};
use crate::text::Span;

/// What makes slips the same: the document, what is found and what was meant.
type Cause<'a> = (usize, &'a str, &'a str);

/// Tells of the rule's slips.
pub(super) fn check(rule: &Rule, slip: &SlipCheck, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let kinds: Vec<SlipKind> =
        SlipKind::ALL.into_iter().filter(|kind| slip.kinds.iter().any(|name| name == kind.name())).collect();
    let documents = context.documents(rule);
    let facts = context.facts;
    let mut groups: BTreeMap<Cause<'_>, Vec<(&Slip, SentenceId)>> = BTreeMap::new();
    for found in facts.slips(context.source).iter().filter(|found| kinds.contains(&found.kind)) {
        let doubled = found.kind == SlipKind::DoubledWord && !slip.words.is_empty();
        if doubled && !slip.words.contains(&found.found) {
            continue;
        }
        let Some(sentence) = facts.reading.sentence_at(found.prose.start()) else { continue };
        let document = facts.document_of(sentence);
        if documents.contains(&document) && !is_excepted(slip, sentence, context) {
            let (found_at, expected) = (found.found.as_str(), found.expected.as_str());
            groups.entry((document, found_at, expected)).or_default().push((found, sentence));
        }
    }
    groups.into_values().filter_map(|group| finding(rule, &group, context)).collect()
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

fn finding(rule: &Rule, group: &[(&Slip, SentenceId)], context: &Context<'_>) -> Option<Diagnostic> {
    let ((first, sentence), others) = group.split_first()?;
    let sentences: Vec<SentenceId> = group.iter().map(|(_, sentence)| *sentence).collect();
    let mut finding = Finding::at(context, rule, *sentence, first.prose).placed(place(first, context));
    for (other, _) in others {
        finding = finding.also(Label::new(place(other, context), ""));
    }
    let edits: Option<Vec<Edit>> = group.iter().map(|(slip, _)| edit(slip, context)).collect();
    if let Some(edits) = edits {
        finding = finding.fixed(Fix { title: title(first), safe: true, edits });
    }
    let values = [("found", first.found.as_str()), ("expected", first.expected.as_str())];
    Some(finding.filled(&values).fingerprinted(context, &sentences).done())
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
