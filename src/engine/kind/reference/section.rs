//! Sections that are named and do not exist.

use std::collections::HashSet;

use crate::doc::SentenceId;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::reference::{NamedSection, Numbers, named_sections, numbered_sections};
use crate::facts::structure::Titles;
use crate::ruleset::Reference;
use crate::text::ProseRange;

use super::{has_address, is_linked, letters_of, pointers, shown};

/// "… section of our terms": so many bytes behind the title, the link on the other document has begun.
const TAIL: usize = 60;

pub(super) fn faults(reference: &Reference, context: &mut Context<'_>) -> Vec<Fault> {
    let tells_of = |defect: &str| reference.defects.is_empty() || reference.defects.iter().any(|other| other == defect);
    let mut faults = Vec::new();
    if tells_of("title") {
        faults.extend(by_title(context));
    }
    if tells_of("renamed") {
        faults.extend(renamed(context));
    }
    if tells_of("number") {
        faults.extend(by_number(reference, context));
    }
    faults
}

fn by_title(context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let named = named_sections(reading, &context.lexicon.vocabulary);
    if named.is_empty() {
        return Vec::new();
    }
    let titles = Titles::new(reading);
    let lost = named.into_iter().filter(|named| {
        // A link on the title leads there, one or an address behind it to the document that has the section.
        let behind = ProseRange::new(named.title.start(), named.title.end() + TAIL);
        !titles.have(reading.words(named.title)) && !has_address(context, behind)
    });
    let mut lost: Vec<(String, NamedSection)> =
        lost.map(|named| (shown(reading.words(named.title)).to_lowercase(), named)).collect();
    let mut titles: Vec<&str> = lost.iter().map(|(title, _)| title.as_str()).collect();
    titles.sort_unstable();
    titles.dedup();
    // What stands in a menu is no part of the text.
    let own = reading.blocks.iter().filter(|block| !block.furniture).map(|block| reading.words(block.prose));
    let lower = own.collect::<Vec<_>>().join("\n").to_lowercase();
    let looked_up: Vec<String> = titles.into_iter().take(LOOKED_UP).map(str::to_owned).collect();
    let (run_in, others): (Vec<String>, Vec<String>) =
        looked_up.into_iter().partition(|title| is_run_in(&lower, title));
    let listed: HashSet<String> = reading
        .blocks
        .iter()
        .filter(|block| block.furniture)
        .map(|block| letters_of(reading.words(block.prose)))
        .collect();
    let pages: Vec<String> =
        others.into_iter().filter(|title| is_page(&lower, title) || listed.contains(&letters_of(title))).collect();
    // What is said to be "below" is no page of the site.
    let below = |named: &NamedSection| {
        let behind = reading.prose.text().get(named.title.end()..).unwrap_or_default();
        let mut words = behind.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        words.next() == Some("section") && matches!(words.next(), Some("below" | "above"))
    };
    lost.retain(|(title, named)| !run_in.contains(title) && (!pages.contains(title) || below(named)));
    lost.into_iter()
        .map(|(cause, named)| {
            let title = shown(reading.words(named.title));
            Fault::at(named.sentence, named.title).because(cause).with("title", title)
        })
        .collect()
}

/// Sections that are named by other words than their headings have.
fn renamed(context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let named = named_sections(reading, &context.lexicon.vocabulary);
    if named.is_empty() {
        return Vec::new();
    }
    let titles = Titles::new(reading);
    let meant = named.into_iter().filter_map(|named| {
        let heading = reading.block(titles.meant_by(reading.words(named.title))?);
        let words = reading.words(heading.prose);
        let fault = Fault::at(named.sentence, named.title).called("renamed").because(words.to_lowercase());
        let fault = fault.with("title", shown(reading.words(named.title))).with("heading", words);
        Some(fault.beside(SentenceId::at(heading.sentences.start), heading.prose, "the section"))
    });
    meant.collect()
}

/// No more lost titles than these are looked for in the running text.
const LOOKED_UP: usize = 40;

/// Whether a title of several words stands in the text at the end of a sentence or line, as it does where headings were run into it.
fn is_run_in(lower: &str, title: &str) -> bool {
    title.contains(' ')
        && lower.match_indices(title).any(|(at, _)| {
            let before = lower[..at].trim_end();
            before.is_empty() || before.ends_with(['.', ':', ';', '?', '!', ')'])
        })
}

/// Whether a title of several words is called a page elsewhere.
fn is_page(lower: &str, title: &str) -> bool {
    let behind = |at: usize| lower[at + title.len()..].trim_start_matches(['"', '\'']);
    title.contains(' ') && lower.match_indices(title).any(|(at, _)| behind(at).starts_with(" page"))
}

fn by_number(reference: &Reference, context: &mut Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let numbered = numbered_sections(reading);
    if numbered.is_empty() {
        return Vec::new();
    }
    let others: HashSet<SentenceId> =
        pointers(&reference.others, context).into_iter().map(|(evidence, _)| evidence.sentence).collect();
    let numbers = Numbers::new(reading);
    let lost = numbered.into_iter().filter(|section| {
        (section.here || !others.contains(&section.sentence))
            && !numbers.have(&section.number)
            && !is_linked(context, section.prose)
    });
    lost.map(|section| {
        let title = format!("Section {}", section.number);
        Fault::at(section.sentence, section.prose).because(title.to_lowercase()).with("title", title)
    })
    .collect()
}
