//! Where something that is missing is told: one line, never a whole document (design §7.2).

use crate::doc::{BlockId, BlockKind, SentenceId};
use crate::ruleset::Rule;
use crate::text::{Span, TextRange};

use super::context::Context;

/// The heading under which the disclosure belongs, else that of the law's people, else the title, else the first line.
pub(super) fn anchor(context: &mut Context<'_>, rule: &Rule, document: usize) -> Span {
    let facts = context.facts;
    let reading = facts.reading;
    let blocks = reading.documents[document].blocks.clone();
    let headings: Vec<(BlockId, SentenceId)> = blocks
        .clone()
        .filter(|at| matches!(reading.blocks[*at].kind, BlockKind::Heading { .. }) && !reading.blocks[*at].furniture)
        .map(|at| (BlockId::at(at), SentenceId::at(reading.blocks[at].sentences.start)))
        .collect();
    let title = reading.documents[document].title;
    let belongs = headings
        .iter()
        .find(|(block, sentence)| Some(*block) != title && context.finder.any_in(&rule.belongs, *sentence));
    let of_people = || {
        let audiences = context.lexicon.audiences();
        // A rule may count what is said to others, too; its law's people are those whom the law's own words speak to.
        let people = context.people(rule).unwrap_or_else(|| rule.audiences.clone());
        headings.iter().find(|(_, sentence)| audiences.name(&people, facts.audience(*sentence)))
    };
    let block = belongs.or_else(of_people).map(|(block, _)| *block).or(title);
    let first = blocks.clone().find(|at| !reading.blocks[*at].prose.is_empty()).map(BlockId::at);
    match block.or(first) {
        Some(block) => one_line(context, reading.prose.to_source(reading.block(block).prose)),
        None => Span::empty(0),
    }
}

/// The part of a range that lies on its first line.
fn one_line(context: &Context<'_>, range: TextRange) -> Span {
    let text = context.source.text();
    let line = context.source.lines().line_of(range.start());
    let end = context.source.lines().line_range(text, line).end;
    context.source.to_disk(TextRange::new(range.start(), range.end().min(end)))
}
