//! Titles that do not say what the text is.

use crate::doc::{BlockId, BlockKind, Document, Reading};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::ruleset::Structure;

use super::fault_at;

/// Documents whose title, or first heading, has none of the words of the rule. What the page or its front matter gives as the title counts
/// for the first of them; a text without any heading has another fault.
pub(super) fn faults(structure: &Structure, context: &mut Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let titled: Vec<BlockId> = context
        .finder
        .find_any(&structure.find)
        .into_iter()
        .map(|evidence| reading.sentence(evidence.sentence).block)
        .collect();
    let mut faults = Vec::new();
    for (at, document) in reading.documents.iter().enumerate() {
        let Some(title) = title(reading, document) else { continue };
        let declared =
            || reading.metadata.iter().filter(|(key, ..)| key == "title").map(|(_, value, _)| value.as_str());
        let told = titled.binary_search(&title).is_ok()
            || at == 0 && declared().any(|declared| context.finder.words_match(&structure.find, declared));
        if !told {
            let words = reading.words(reading.block(title).prose);
            faults.extend(fault_at(reading, title).map(|fault| fault.with("title", words)));
        }
    }
    faults
}

fn title(reading: &Reading, document: &Document) -> Option<BlockId> {
    let first = || {
        let mut blocks = document.blocks.clone().filter(|at| !reading.blocks[*at].furniture);
        blocks.find(|at| matches!(reading.blocks[*at].kind, BlockKind::Heading { .. })).map(BlockId::at)
    };
    document.title.or_else(first)
}
