//! Something must be said in the words that the law gives; near wordings are told as such.

use std::ops::Range;

use crate::doc::{BlockKind, SentenceId};
use crate::engine::anchor::anchor;
use crate::engine::context::Context;
use crate::engine::finding::Finding;
use crate::engine::pattern::Evidence;
use crate::lexicon::WordRun;
use crate::report::{Diagnostic, Shortfall};
use crate::ruleset::{Literal, Rule};
use crate::text::ProseRange;

use super::assessment::{Assessment, Status, gather};

/// Holds a source against a wording, whether or not its law applies.
pub(in crate::engine) fn assess(rule: &Rule, literal: &Literal, context: &mut Context<'_>) -> Assessment {
    let exact = literal.texts.iter().flat_map(|(_, run)| exact(run, context));
    let mut evidence: Vec<Evidence> = exact.filter(|evidence| context.serves(rule, evidence)).collect();
    evidence.sort_by_key(|evidence| (evidence.sentence, evidence.range));
    evidence.dedup_by_key(|evidence| evidence.sentence);
    if !evidence.is_empty() {
        return assessment(Status::Met, evidence, Vec::new());
    }
    for (_, run) in &literal.texts {
        evidence.extend(near(run, literal, context).into_iter().filter(|evidence| context.serves(rule, evidence)));
    }
    evidence.extend(gather(rule, &literal.partial, context, &[]).into_iter().map(|(_, evidence)| evidence));
    evidence.sort_by_key(|evidence| (evidence.sentence, evidence.range));
    evidence.dedup_by_key(|evidence| evidence.sentence);
    match evidence.is_empty() {
        true => assessment(Status::Missing, evidence, Vec::new()),
        false => assessment(Status::Partial, evidence, vec![format!("the words “{}”", literal.text())]),
    }
}

fn assessment(status: Status, evidence: Vec<Evidence>, lacks: Vec<String>) -> Assessment {
    Assessment { status, stance: None, evidence, lacks, near_misses: Vec::new() }
}

/// Every sentence that has a part in the wording, in all places of it. It may be quoted or stand in a footer: it is there.
fn exact(run: &WordRun, context: &Context<'_>) -> Vec<Evidence> {
    let analysis = &context.facts.analysis;
    run.occurrences(analysis).into_iter().flat_map(|found| sentences(found, context)).collect()
}

/// The best near wording of each block that is the policy speaking.
fn near(run: &WordRun, literal: &Literal, context: &mut Context<'_>) -> Vec<Evidence> {
    let (reading, analysis) = (context.facts.reading, &context.facts.analysis);
    if !run.is_conceivable(analysis) {
        return Vec::new();
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut short = None;
    for block in reading.blocks.iter().filter(|block| !block.furniture && block.kind != BlockKind::Code) {
        let own = analysis.tokens_in(block.prose);
        // "Notice:" at the head of a paragraph, or a line broken by hand, may be read as a block of its own.
        found.extend(run.nearest(analysis, short.unwrap_or(own.start)..own.end));
        short = (own.len() < run.len()).then_some(own.start);
    }
    let mut near = Vec::new();
    for run in found {
        let places = sentences(run, context);
        let holds = |phrase| places.iter().any(|place| context.finder.any_in(&[phrase], place.sentence));
        if literal.essential.iter().copied().all(holds) {
            near.extend(places);
        }
    }
    near
}

/// A run of tokens, cut along the sentences that it touches.
fn sentences(run: Range<usize>, context: &Context<'_>) -> Vec<Evidence> {
    let (reading, analysis) = (context.facts.reading, &context.facts.analysis);
    let mut places: Vec<Evidence> = Vec::new();
    for token in &analysis.tokens()[run] {
        let at = reading.sentences.partition_point(|sentence| sentence.prose.end() <= token.range.start());
        let Some(sentence) = reading.sentences.get(at) else { continue };
        if sentence.prose.start() > token.range.start() {
            continue;
        }
        match places.last_mut().filter(|place| place.sentence == SentenceId::at(at)) {
            Some(place) => place.range = ProseRange::new(place.range.start(), token.range.end()),
            None => places.push(Evidence { sentence: SentenceId::at(at), range: token.range }),
        }
    }
    places
}

/// Tells of a wording that is missing, or not the one that the law gives.
pub(super) fn check(rule: &Rule, literal: &Literal, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let documents = context.documents(rule);
    let Some(document) = documents.first().copied() else { return Vec::new() };
    let Some(severity) = context.applies(rule) else { return Vec::new() };
    let assessment = assess(rule, literal, context);
    let finding = match (assessment.status, assessment.place(rule, context)) {
        (Status::Met, _) => return Vec::new(),
        (Status::Partial, Some(evidence)) => {
            let finding = Finding::at(context, rule, evidence.sentence, evidence.range);
            let finding = finding.lacking(rule, Shortfall::Partial, &assessment.lacks);
            let own = literal.partial.iter().filter(|pattern| context.finder.find(pattern).contains(&evidence));
            match own.filter_map(|pattern| pattern.wording.as_ref()).next() {
                Some(wording) => finding.worded(wording),
                None => finding.says(literal.incomplete.as_deref().unwrap_or(OTHER_WORDS)),
            }
        }
        _ => {
            let place = anchor(context, rule, document);
            Finding::missing(context, rule, document, place)
        }
    };
    let asked = literal.texts.iter().map(|(text, _)| format!("“{text}”")).collect::<Vec<_>>().join(" or ");
    vec![finding.noted(format!("the words are: {asked}")).graded(context, rule, severity).done()]
}

const OTHER_WORDS: &str = "these are not the words that the law gives";
