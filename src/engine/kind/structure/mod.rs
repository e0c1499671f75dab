//! The text must be built in a certain way.

mod closed_list;
mod count;
mod edge;
mod enumeration;
mod headings;
mod language;
mod measure;
mod media;
mod paragraph;
mod repeated_topic;
mod section;
mod stray_topic;
mod title;
mod topic;

use crate::doc::{BlockId, Reading};
use crate::engine::context::Context;
use crate::report::Diagnostic;
use crate::ruleset::{Part, Rule, Structure};

use super::fault::{Fault, told};

/// Tells of what is built otherwise.
pub(super) fn check(rule: &Rule, structure: &Structure, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let documents = context.documents(rule);
    if documents.is_empty() || context.applies(rule).is_none() {
        return Vec::new();
    }
    let faults = match structure.part {
        Part::Enumeration => enumeration::faults(structure, context),
        Part::Section => section::faults(context),
        Part::Headings => headings::faults(structure, context),
        Part::Topic => topic::faults(structure, context),
        Part::RepeatedTopic => repeated_topic::faults(structure, context),
        Part::StrayTopic => stray_topic::faults(structure, context),
        Part::ClosedList => closed_list::faults(structure, context),
        Part::Count => count::faults(structure, context),
        Part::Edge => edge::faults(structure, context),
        Part::Paragraph => paragraph::faults(context),
        Part::Table => media::tables(structure, context),
        Part::Image => media::images(context),
        Part::Language => language::faults(structure, context),
        Part::Title => title::faults(structure, context),
        Part::Measure => structure.measure.map_or_else(Vec::new, |yardstick| measure::faults(&yardstick, context)),
    };
    let faults = faults.into_iter().filter(|fault| documents.contains(&context.facts.document_of(fault.sentence)));
    told(rule, faults.collect(), context)
}

/// A fault at the words of a block; `None` where it has none.
fn fault_at(reading: &Reading, block: BlockId) -> Option<Fault> {
    let block = reading.block(block);
    let first = block.sentences.clone().next()?;
    Some(Fault::at(crate::doc::SentenceId::at(first), block.prose))
}
