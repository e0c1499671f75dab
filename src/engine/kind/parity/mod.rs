//! A translation must be in step with what it was made from: one diagnostic for each aspect that isn't.

mod dates;
mod links;
mod structure;

use crate::doc::{BlockId, SentenceId};
use crate::engine::context::Context;
use crate::engine::finding::Finding;
use crate::engine::project::FileSummary;
use crate::report::{Diagnostic, Label};
use crate::ruleset::{Aspect, Rule};
use crate::text::Span;

/// Tells of where a translation is out of step; silent about a file that is none.
pub(super) fn check(rule: &Rule, aspects: &[Aspect], context: &Context<'_>) -> Vec<Diagnostic> {
    let Some(reference) = context.project.reference(context.path) else { return Vec::new() };
    let own = FileSummary::of(context.facts.reading, context.source);
    let pair = Pair { own: &own, reference };
    let differences = aspects.iter().filter_map(|aspect| match aspect {
        Aspect::Date => dates::compare(&pair, context),
        Aspect::Links => links::compare(&pair),
        Aspect::Anchors => links::compare_anchors(&pair),
        Aspect::Headings => structure::headings(&pair),
        Aspect::Items => structure::count(["item in a list", "items in lists"], pair.own.items, pair.reference.items),
        Aspect::Rows => structure::count(["row in a table", "rows in tables"], pair.own.rows, pair.reference.rows),
        Aspect::Language => structure::untranslated(&pair, context),
    });
    differences.filter_map(|difference| told(rule, difference, reference, context)).collect()
}

/// A translation and what it was made from.
struct Pair<'a> {
    own: &'a FileSummary,
    reference: &'a FileSummary,
}

/// How the two differ.
#[derive(Debug, Default)]
struct Difference {
    /// What stands here, and what stands there.
    here: String,
    there: String,
    /// Where to look here; the title, where nothing stands.
    at: Option<Span>,
    /// Where to look there.
    beside: Option<Span>,
    /// What else is to be known.
    notes: Vec<String>,
}

fn told(rule: &Rule, difference: Difference, reference: &FileSummary, context: &Context<'_>) -> Option<Diagnostic> {
    let reading = context.facts.reading;
    let document = reading.documents.first()?;
    let start = document.title.unwrap_or(BlockId::at(document.blocks.start));
    let block = reading.blocks.get(start.index())?;
    let sentence = SentenceId::at(block.sentences.start);
    reading.sentences.get(sentence.index())?;
    let mut finding = Finding::at(context, rule, sentence, block.prose);
    if let Some(at) = difference.at {
        finding = finding.placed(at);
    }
    if let Some(beside) = difference.beside {
        let text = "the text that it is a translation of".to_owned();
        finding = finding.also(Label { span: beside, text, path: Some(reference.path.clone()) });
    }
    for note in difference.notes {
        finding = finding.noted(note);
    }
    let values = [
        ("here", difference.here.as_str()),
        ("there", difference.there.as_str()),
        ("reference", reference.path.as_str()),
    ];
    Some(finding.filled(&values).done())
}
