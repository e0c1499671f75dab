//! Nothing must stand twice: one diagnostic for each passage, with all the places where it stands again.

use std::collections::BTreeMap;

use crate::doc::{BlockId, BlockKind, SentenceId};
use crate::engine::context::Context;
use crate::facts::duplicate::{Duplicate, DuplicateKind, Passage};
use crate::facts::period::small;
use crate::report::Diagnostic;
use crate::ruleset::{Difference, DuplicateCheck, Rule, Together};

use super::fault::{Fault, told};

/// What stands again so often in one place is said again on purpose.
const REFRAIN: usize = 3;

/// Tells of what stands twice.
pub(super) fn check(rule: &Rule, check: &DuplicateCheck, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let documents = context.documents(rule);
    let facts = context.facts;
    let mut faults = Vec::new();
    let Some(kind) = DuplicateKind::ALL.into_iter().find(|kind| kind.name() == check.of) else { return Vec::new() };
    let others: Vec<usize> = (facts.reading.blocks.iter())
        .scan(0, |others, block| {
            *others += usize::from(!matches!(block.kind, BlockKind::Item(_)));
            Some(*others)
        })
        .collect();
    let mut times: BTreeMap<SentenceId, usize> = BTreeMap::new();
    for found in facts.duplicates(kind).iter().filter(|found| are_together(check, found, &others, context)) {
        *times.entry(found.first.sentence).or_default() += 1;
    }
    let is_refrain = |found: &Duplicate| {
        !check.within.is_empty() && times.get(&found.first.sentence).is_some_and(|times| *times >= REFRAIN)
    };
    for found in facts.duplicates(kind) {
        let fits = found.length >= check.least
            && differs(check, found)
            && are_together(check, found, &others, context)
            && !is_refrain(found);
        if fits && documents.contains(&facts.document_of(found.second.sentence)) && !is_excepted(check, found, context)
        {
            faults.push(fault(check, found, context));
        }
    }
    told(rule, faults, context)
}

/// Whether one of the parts that the rule names holds both. `others` counts the blocks up to each one that are no items.
fn are_together(check: &DuplicateCheck, found: &Duplicate, others: &[usize], context: &Context<'_>) -> bool {
    let reading = context.facts.reading;
    let block = |passage: &Passage| reading.sentence(passage.sentence).block;
    let (first, second) = (block(&found.latest), block(&found.second));
    // Points of one list are all of the same depth, and hang on the same words; "Recipients: bakers" stands under many of them.
    let point = |block: BlockId| match (&reading.block(block).kind, reading.block(block).sentences.len()) {
        (BlockKind::Item(item), 1) if !reading.words(reading.block(block).prose).contains(':') => Some(item.depth),
        _ => None,
    };
    let in_list = || {
        let (depth, lead_in) = (point(first), reading.block(first).lead_in);
        lead_in.is_some() && depth.is_some() && depth == point(second) && lead_in == reading.block(second).lead_in
    };
    check.within.is_empty()
        || check.within.iter().any(|part| match part {
            Together::Paragraph => first == second,
            Together::List => first != second && in_list() && others[first.index()] == others[second.index()],
            Together::Section => reading.block(first).section == reading.block(second).section,
        })
}

fn is_excepted(check: &DuplicateCheck, found: &Duplicate, context: &mut Context<'_>) -> bool {
    if check.except.is_empty() {
        return false;
    }
    let sentences = &context.facts.reading.sentences;
    let from = found.second.sentence.index();
    let inside = (from..sentences.len()).take_while(|at| sentences[*at].prose.start() < found.second.prose.end());
    inside.into_iter().any(|at| context.finder.any_in(&check.except, SentenceId::at(at)))
}

/// Whether two passages differ in what the rule asks for.
fn differs(check: &DuplicateCheck, found: &Duplicate) -> bool {
    let Some((first, second)) = &found.differing else { return check.differs.is_empty() };
    let either = |is: fn(&str) -> bool| first.split(' ').any(is) || second.split(' ').any(is);
    check.differs.is_empty()
        || check.differs.iter().any(|difference| match difference {
            Difference::Number => {
                let numbered = |words: &str| words.split(' ').any(is_number);
                numbered(first) && numbered(second)
            }
            Difference::Negation => either(|word| ["not", "never", "no", "nor", "cannot"].contains(&word)),
            Difference::Word => true,
        })
}

/// The later one is the one too many; the earlier one, which makes them the same, is shown beside it.
fn fault(check: &DuplicateCheck, found: &Duplicate, context: &Context<'_>) -> Fault {
    let first = if check.within.is_empty() { &found.first } else { &found.latest };
    let second = &found.second;
    let span = context.span(context.facts.reading.sentence(first.sentence).prose);
    let line = context.source.positions(span).0.line.to_string();
    let (earlier, later) = found.differing.clone().unwrap_or_default();
    // What was pasted twice into one paragraph is one fault, however many sentences it has.
    let cause = match context.facts.reading.sentence(second.sentence).block {
        block if !check.within.is_empty() && block == context.facts.reading.sentence(first.sentence).block => {
            format!("{:010} block", block.index())
        }
        _ => format!("{:010}", first.sentence.index()),
    };
    let mut fault = Fault::at(second.sentence, second.prose).because(cause);
    fault = fault.beside(first.sentence, first.prose, "it stands here already");
    fault.again = "and here again";
    if found.differing.is_some() {
        let side = |words: &str| if words.is_empty() { "nothing".to_owned() } else { format!("“{words}”") };
        fault.note = Some(format!("they differ in this: {} there, {} here", side(&earlier), side(&later)));
    }
    let length = found.length.to_string();
    fault.with("length", length).with("line", line).with("earlier", earlier).with("later", later)
}

/// Whether a word in small letters is a number, or how many times; "one" is as often a pronoun.
fn is_number(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
        || small(word).is_some_and(|number| number > 1)
        || ["hundred", "thousand", "once", "twice"].contains(&word)
}
