//! What is pointed to must be there: one diagnostic for each thing that is not, with all the places that point to it.

mod annex;
mod contents;
mod document;
mod exhibit;
mod file;
mod footnote;
mod fragment;
mod link;
mod list;
mod section;

use crate::doc::{BlockId, Reading, SentenceId};
use crate::engine::context::Context;
use crate::engine::pattern::Evidence;
use crate::report::Diagnostic;
use crate::ruleset::{Pattern, Reference, Referent, Rule, Toward};
use crate::text::ProseRange;

use super::fault::{Fault, told};

pub(super) use file::files;

/// Tells of pointers of the rule's kind that lead nowhere.
pub(super) fn check(rule: &Rule, reference: &Reference, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let documents = context.documents(rule);
    if documents.is_empty() || context.applies(rule).is_none() {
        return Vec::new();
    }
    let faults = match reference.to {
        Referent::Section => section::faults(reference, context),
        Referent::Fragment => fragment::faults(context),
        Referent::Link => link::unlinked(reference, context),
        Referent::Target => link::without_target(reference, context),
        Referent::Exhibit => exhibit::faults(reference, context),
        Referent::Form => exhibit::forms(reference, context),
        Referent::List => list::faults(reference, context),
        Referent::Annex => annex::faults(reference, context),
        Referent::Document => document::faults(reference, context),
        Referent::Footnote => footnote::faults(context),
        // Only the disk can tell.
        Referent::File => Vec::new(),
        Referent::Contents => contents::faults(reference, context),
        Referent::Wording => link::unclear(reference, context),
    };
    let faults = faults.into_iter().filter(|fault| documents.contains(&context.facts.document_of(fault.sentence)));
    told(rule, faults.collect(), context)
}

/// Where some patterns hold, each with the direction that its pattern points in, in reading order, one for each sentence and
/// direction.
fn pointers(patterns: &[Pattern], context: &mut Context<'_>) -> Vec<(Evidence, Option<Toward>)> {
    let mut found = Vec::new();
    for pattern in patterns {
        found.extend(context.finder.find(pattern).into_iter().map(|evidence| (evidence, pattern.toward)));
    }
    found.sort_by_key(|(evidence, toward)| {
        (evidence.sentence, toward.map(|toward| toward == Toward::Below), evidence.range)
    });
    found.dedup_by_key(|(evidence, toward)| (evidence.sentence, *toward));
    found
}

/// The block of a sentence.
fn block_of(reading: &Reading, sentence: SentenceId) -> BlockId {
    reading.sentence(sentence).block
}

/// Whether a reader of the words at `range` has an address there: one that is written or one that is linked.
fn has_address(context: &Context<'_>, range: ProseRange) -> bool {
    let facts = context.facts;
    let at = facts.web_addresses().partition_point(|address| address.prose.end() <= range.start());
    let web = facts.web_addresses().get(at).is_some_and(|address| address.prose.overlaps(range));
    let emails = facts.emails();
    let at = emails.partition_point(|email| email.prose.start() < range.start());
    web || is_linked(context, range) || emails.get(at).is_some_and(|email| email.prose.start() < range.end())
}

/// Whether a link, also one without target, shares words with a range.
fn is_linked(context: &Context<'_>, range: ProseRange) -> bool {
    let links = &context.facts.reading.links;
    let at = links.partition_point(|link| link.prose.end() <= range.start());
    links[at..].iter().take_while(|link| link.prose.start() < range.end()).any(|link| link.prose.overlaps(range))
}

/// A title for a message: quotes would clash with its own.
fn shown(words: &str) -> String {
    words.trim().trim_matches(['"', '\'']).to_owned()
}

/// The letters of a title in small letters: the same with a number before it, other spaces or other marks.
fn letters_of(title: &str) -> String {
    title.chars().filter(|letter| letter.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// A fault at evidence.
fn fault(evidence: &Evidence) -> Fault {
    Fault::at(evidence.sentence, evidence.range)
}
