//! Companies that speak as the author and are another one, and the author's own name in several legal forms.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{Chosen, fault};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::company::Company;
use crate::ruleset::ValueCheck;
use crate::text::ProseRange;

/// A company that stands so often is the author, or one that the text tells of.
const OFTEN: usize = 3;

/// All defects of the companies that the rule speaks of.
pub(super) fn faults(value: &ValueCheck, chosen: &Chosen, context: &Context<'_>) -> Vec<Fault> {
    let wanted = |name: &str| value.defects.iter().any(|defect| defect == name);
    let companies = context.facts.companies();
    let mut found = Vec::new();
    if wanted("other-form") {
        found.extend(forms(companies, chosen, context));
    }
    if wanted("other-company") {
        found.extend(others(companies, chosen, context));
    }
    found
}

/// One name with several forms of one place, never side by side: the rarer ones are told of.
fn forms(companies: &[Company], chosen: &Chosen, context: &Context<'_>) -> Vec<Fault> {
    let mut by_name: BTreeMap<(&str, &str), BTreeMap<usize, Vec<&Company>>> = BTreeMap::new();
    for company in companies.iter().filter(|company| chosen.holds(company.prose, context)) {
        let place = context.lexicon.legal_forms.get(company.form).map_or("", |form| form.place.as_str());
        let name = (company.stem.as_str(), place);
        by_name.entry(name).or_default().entry(company.form).or_default().push(company);
    }
    let mut found = Vec::new();
    for forms in by_name.values().filter(|forms| forms.len() > 1) {
        let Some((usual, places)) = forms.iter().max_by_key(|(form, places)| (places.len(), std::cmp::Reverse(**form)))
        else {
            continue;
        };
        let beside: BTreeSet<_> = places.iter().map(|company| company.block).collect();
        for company in forms.iter().filter(|(form, _)| *form != usual).flat_map(|(_, places)| places) {
            if !beside.contains(&company.block) && !stands_alone(company, context) {
                let usual = context.facts.reading.words(places[0].prose);
                found.extend(fault("other-form", company.prose, context).map(|fault| fault.with("usual", usual)));
            }
        }
    }
    found
}

/// Whether nothing stands there but the name: a line of a list of companies.
fn stands_alone(company: &Company, context: &Context<'_>) -> bool {
    let line = context.facts.reading.words(context.facts.reading.block(company.block).prose).trim();
    line.len() <= company.prose.len() + 1
}

/// The company that the text's beginning gives a short name or calls "we": `Larkfield Cycles, Inc. ("Larkfield", "we")`.
fn introduced<'a>(companies: &'a [Company], context: &Context<'_>) -> Option<&'a str> {
    let prose = context.facts.reading.prose.text();
    let opening = super::own_domain::opening(context);
    let named = companies.iter().find(|company| {
        let behind = prose.get(company.prose.end()..).unwrap_or_default().trim_start_matches(['.', ',', ' ']);
        let inner = behind.strip_prefix('(').and_then(|rest| rest.get(..rest.find(')')?));
        let called = inner
            .is_some_and(|inner| inner.starts_with(['"', '\'', '\u{201c}', '\u{2018}']) || inner.starts_with("the \""));
        called && opening.contains(&company.stem)
    });
    named.map(|company| company.stem.as_str())
}

/// Companies of which the rule's words say what an author says of itself, in a text whose author is another one.
fn others(companies: &[Company], chosen: &Chosen, context: &Context<'_>) -> Vec<Fault> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for company in companies {
        *counts.entry(&company.stem).or_default() += 1;
    }
    let author = counts.iter().filter(|(_, count)| **count >= OFTEN).max_by_key(|(_, count)| **count);
    let author = author.map(|(stem, _)| *stem).or_else(|| introduced(companies, context));
    let Some(author) = author else { return Vec::new() };
    let Some(named) = companies.iter().find(|company| company.stem == author) else { return Vec::new() };
    // Who is introduced where the text begins is no stranger.
    let opening = super::own_domain::opening(context);
    let mut found = Vec::new();
    for company in companies {
        let related = company.stem.contains(author) || author.contains(company.stem.as_str());
        let strange = counts[company.stem.as_str()] < OFTEN && !related && !opening.contains(&company.stem);
        if strange && chosen.holds(company.prose, context) {
            let own = context.facts.reading.words(named.prose);
            found.extend(fault("other-company", company.prose, context).map(|fault| fault.with("own", own)));
        }
    }
    let own = context.facts.reading.words(named.prose);
    found
        .extend(speakers(author, companies, &opening, chosen, context).into_iter().map(|fault| fault.with("own", own)));
    found
}

/// Names without a legal form of which the rule's words say what an author says of itself: "Pinecrest Media respects your privacy".
/// None of their words is one of the author's name, of the text's beginning or of another company's, and they stand hardly anywhere else.
fn speakers(
    author: &str,
    companies: &[Company],
    opening: &HashSet<String>,
    chosen: &Chosen,
    context: &Context<'_>,
) -> Vec<Fault> {
    let reading = context.facts.reading;
    let prose = reading.prose.text();
    let known = |word: &str| {
        let word = word.to_lowercase();
        author.contains(&word)
            || opening.iter().any(|name| name.to_lowercase().contains(&word))
            || companies.iter().any(|company| company.stem.contains(&word))
    };
    let mut found = Vec::new();
    for evidence in chosen.found.iter().flatten() {
        let sentence = reading.sentence(evidence.sentence).prose;
        let words = reading.words(evidence.range);
        if evidence.range.start() != sentence.start() || chosen.others.binary_search(&evidence.sentence).is_ok() {
            continue;
        }
        let capital = |word: &&str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphanumeric);
        let name: Vec<&str> = words.split(' ').take_while(capital).collect();
        let written = name.join(" ");
        let several = (2..=4).contains(&name.len()) && !STARTS.contains(&name[0]);
        let rare = || prose.matches(&written).take(OFTEN).count() < OFTEN;
        if several && !name.iter().any(|word| known(word)) && rare() {
            let place = ProseRange::new(sentence.start(), sentence.start() + written.len());
            found.extend(fault("other-company", place, context));
        }
    }
    found
}

/// Words that begin sentences with a capital and are no part of a name.
const STARTS: [&str; 12] = ["We", "Our", "The", "This", "It", "They", "All", "Each", "Every", "Any", "As", "In"];
