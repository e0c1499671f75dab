//! Names must be given once, and used as they are given.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::doc::SentenceId;
use crate::engine::context::Context;
use crate::engine::finding::Finding;
use crate::facts::terms::{Definition, TermKey, TermUse};
use crate::report::{Diagnostic, Label};
use crate::ruleset::{PhraseId, Rule, TermCheck, TermFault};
use crate::text::ProseRange;

/// Tells of names with the rule's fault.
pub(super) fn check(rule: &Rule, check: &TermCheck, context: &mut Context<'_>) -> Vec<Diagnostic> {
    if context.documents(rule).is_empty() || context.applies(rule).is_none() {
        return Vec::new();
    }
    match check {
        TermCheck::Names { fault, least, except, heads, elsewhere } => {
            if !context.finder.sentences_with(elsewhere).is_empty() {
                return Vec::new();
            }
            let is_excepted = |key: &TermKey| {
                let last = key.as_str().rsplit(' ').next().unwrap_or_default();
                except.iter().any(|name| name == key.as_str()) || heads.iter().any(|head| head == last)
            };
            match fault {
                TermFault::Unused => unused(rule, &is_excepted, context),
                TermFault::DefinedTwice => defined_twice(rule, &is_excepted, context),
                TermFault::Undefined => undefined(rule, *least, false, &is_excepted, context),
                TermFault::UndefinedAcronym => acronyms(rule, *least, &is_excepted, context),
                TermFault::UndefinedRole => undefined(rule, *least, true, &is_excepted, context),
            }
        }
        TermCheck::Variants { names, most, defined, equated } => {
            variants(rule, names, (*most, *defined), equated, context).into_iter().collect()
        }
    }
}

/// A diagnostic about one name, told at its first place, with the others.
fn named(rule: &Rule, places: &[(ProseRange, SentenceId)], name: &str, context: &Context<'_>) -> Option<Diagnostic> {
    let ((first, sentence), others) = places.split_first()?;
    let mut finding = Finding::at(context, rule, *sentence, *first);
    for (other, _) in others.iter().take(MOST_PLACES) {
        finding = finding.also(Label::new(context.span(*other), ""));
    }
    let count = places.len().to_string();
    let sentences: Vec<SentenceId> = places.iter().map(|(_, sentence)| *sentence).take(MOST_PLACES + 1).collect();
    let values = [("name", name), ("count", count.as_str())];
    Some(finding.filled(&values).fingerprinted(context, &sentences).done())
}

/// More places of one name tell nothing new.
const MOST_PLACES: usize = 8;

fn unused(rule: &Rule, is_excepted: &dyn Fn(&TermKey) -> bool, context: &Context<'_>) -> Vec<Diagnostic> {
    let reading = context.facts.reading;
    // A name may be used in any case and at the head of a sentence: its words are looked for, not its capitals.
    let prose = format!(" {} ", reading.prose.text().to_lowercase().replace(|mark: char| !mark.is_alphanumeric(), " "));
    let definitions = &context.facts.terms().definitions;
    let mut given: HashMap<&TermKey, usize> = HashMap::new();
    for definition in definitions {
        *given.entry(&definition.key).or_default() += 1;
    }
    let words: HashMap<&str, usize> = prose.split_whitespace().fold(HashMap::new(), |mut counts, word| {
        *counts.entry(word).or_default() += 1;
        counts
    });
    let lone = |definition: &&Definition| {
        let name = reading.words(definition.prose);
        let acronym = name.len() <= 6 && !name.chars().any(char::is_lowercase);
        let last = definition.key.as_str().rsplit(' ').next().unwrap_or_default();
        let first = definition.key.as_str().split(' ').next().unwrap_or_default();
        // As often as it is given, and no more. The rarest of its words says so for the whole name.
        let used = |word: &str| {
            let forms = [word.to_owned(), format!("{word}s"), format!("{word}es")];
            let plural = word.strip_suffix('y').map(|stem| format!("{stem}ies"));
            forms.iter().chain(&plural).filter_map(|form| words.get(form.as_str())).sum::<usize>()
        };
        let times = given.get(&definition.key).copied().unwrap_or(1);
        !acronym && !is_excepted(&definition.key) && used(last).min(used(first)) <= times
    };
    let found = definitions.iter().filter(lone).filter_map(|definition| {
        named(rule, &[(definition.prose, definition.sentence)], reading.words(definition.prose), context)
    });
    found.collect()
}

/// Parts of a text that names are given for.
const PARTS: [&str; 9] =
    ["section", "paragraph", "part", "chapter", "clause", "supplement", "addendum", "appendix", "subsection"];

/// Names with two meanings, for the same readers.
fn defined_twice(rule: &Rule, is_excepted: &dyn Fn(&TermKey) -> bool, context: &Context<'_>) -> Vec<Diagnostic> {
    let facts = context.facts;
    let mut by_key: BTreeMap<&TermKey, Vec<&Definition>> = BTreeMap::new();
    // "In this section, "Order" means …" holds for the section.
    let scoped = |definition: &Definition| {
        let before =
            ProseRange::new(facts.reading.sentence(definition.sentence).prose.start(), definition.prose.start());
        let before = facts.reading.words(before).to_lowercase();
        let words: Vec<&str> =
            before.split(|mark: char| !mark.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let this = words.iter().position(|word| *word == "this");
        this.is_some_and(|this| words[this + 1..].iter().take(3).any(|word| PARTS.contains(word)))
    };
    let definitions = facts.terms().definitions.iter().filter(|definition| definition.meaning.is_some());
    for definition in definitions.filter(|definition| !scoped(definition)) {
        by_key.entry(&definition.key).or_default().push(definition);
    }
    let meaning = |definition: &Definition| {
        let words = definition.meaning.map_or("", |range| facts.reading.words(range)).to_lowercase();
        words.split(|mark: char| !mark.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let mut found = Vec::new();
    for (key, definitions) in by_key.into_iter().filter(|(key, _)| !is_excepted(key)) {
        let Some((first, others)) = definitions.split_first() else { continue };
        let other = others.iter().find(|other| {
            facts.document_of(first.sentence) == facts.document_of(other.sentence)
                && facts.audience(first.sentence) == facts.audience(other.sentence)
                && meaning(first) != meaning(other)
        });
        if let Some(other) = other {
            let places = [(other.prose, other.sentence), (first.prose, first.sentence)];
            found.extend(
                named(rule, &places, facts.reading.words(first.prose), context).filter(|_| !key.as_str().is_empty()),
            );
        }
    }
    found
}

/// Names that nothing explains. Of a role, both numbers stand somewhere, with an article or the like before one, and something goes to it
/// or comes from it; a company's own name before it tells whose it is.
fn undefined(
    rule: &Rule,
    least: usize,
    role: bool,
    is_excepted: &dyn Fn(&TermKey) -> bool,
    context: &Context<'_>,
) -> Vec<Diagnostic> {
    let facts = context.facts;
    let terms = facts.terms();
    let defined: HashSet<&TermKey> = terms.definitions.iter().map(|definition| &definition.key).collect();
    let mut by_key: BTreeMap<&TermKey, Vec<&TermUse>> = BTreeMap::new();
    for used in &terms.uses {
        by_key.entry(&used.key).or_default().push(used);
    }
    let companies: HashSet<&str> =
        terms.uses.iter().filter(|used| !used.determined && !used.plural).map(|used| used.key.as_str()).collect();
    let mut found = Vec::new();
    for (key, uses) in by_key {
        let of_company = key.as_str().split_once(' ').is_some_and(|(first, _)| companies.contains(first));
        let party = uses.iter().any(|used| used.party);
        let known = defined.contains(key) || terms.explained.contains(key) || is_excepted(key);
        let determined = uses.iter().any(|used| used.determined);
        let both = uses.iter().any(|used| used.plural) && uses.iter().any(|used| !used.plural);
        // Where it is mostly written small, the capital is a whim, not a name.
        let small = terms.small.get(key).copied().unwrap_or(0) > uses.len() / 2;
        if known || uses.len() < least || !determined || role && (!both || small || !party || of_company) {
            continue;
        }
        let places: Vec<(ProseRange, SentenceId)> = uses.iter().map(|used| (used.prose, used.sentence)).collect();
        let first = uses.iter().find(|used| !used.plural).unwrap_or(&uses[0]);
        found.extend(named(rule, &places, facts.reading.words(first.prose), context));
    }
    found
}

/// Abbreviations that are never spelt out.
fn acronyms(
    rule: &Rule,
    least: usize,
    is_excepted: &dyn Fn(&TermKey) -> bool,
    context: &Context<'_>,
) -> Vec<Diagnostic> {
    let mut by_key: BTreeMap<&TermKey, Vec<(ProseRange, SentenceId)>> = BTreeMap::new();
    for acronym in context.facts.terms().acronyms.iter().filter(|acronym| !is_excepted(&acronym.key)) {
        by_key.entry(&acronym.key).or_default().push((acronym.prose, acronym.sentence));
    }
    let told = by_key.into_values().filter(|places| places.len() >= least).filter_map(|places| {
        let name = context.facts.reading.words(places.first()?.0);
        named(rule, &places, name, context)
    });
    told.collect()
}

/// One thing that goes by more names than the rule allows, told at the first place of the rarest one.
fn variants(
    rule: &Rule,
    names: &[(String, Vec<PhraseId>)],
    (most, defined): (usize, usize),
    equated: &[PhraseId],
    context: &mut Context<'_>,
) -> Option<Diagnostic> {
    if !context.finder.sentences_with(equated).is_empty() {
        return None;
    }
    let mut standing: Vec<(&str, Vec<(ProseRange, SentenceId)>)> = Vec::new();
    for (label, phrases) in names {
        let mut places: Vec<(SentenceId, ProseRange)> = Vec::new();
        for phrase in phrases {
            for sentence in context.finder.sentences_with(std::slice::from_ref(phrase)) {
                if let Some(range) = context.finder.phrase_in(*phrase, sentence) {
                    places.push((sentence, range));
                }
            }
        }
        places.sort_unstable();
        places.dedup();
        if !places.is_empty() {
            standing.push((label, places.into_iter().map(|(sentence, range)| (range, sentence)).collect()));
        }
    }
    if standing.len() <= most {
        return None;
    }
    let given = context
        .facts
        .terms()
        .definitions
        .iter()
        .filter(|definition| standing.iter().any(|(label, _)| TermKey::of(label).0 == definition.key));
    let given: HashSet<&TermKey> = given.map(|definition| &definition.key).collect();
    if given.len() < defined {
        return None;
    }
    // The rarest one is the odd one; what is told of it shows the others, each once.
    standing.sort_by_key(|(_, places)| (places.len(), places[0].0));
    let labels: Vec<String> = standing.iter().map(|(label, _)| format!("“{label}”")).collect();
    let places: Vec<(ProseRange, SentenceId)> = standing.iter().map(|(_, places)| places[0]).collect();
    let (first, rest) = places.split_first()?;
    let mut finding = Finding::at(context, rule, first.1, first.0);
    for ((range, _), (label, _)) in rest.iter().zip(&standing[1..]) {
        finding = finding.also(Label::new(context.span(*range), format!("here it is “{label}”")));
    }
    let (all, count) = (labels.join(", "), labels.len().to_string());
    let sentences: Vec<SentenceId> = places.iter().map(|(_, sentence)| *sentence).collect();
    let values = [("names", all.as_str()), ("count", count.as_str()), ("name", standing[0].0)];
    Some(finding.filled(&values).fingerprinted(context, &sentences).done())
}
