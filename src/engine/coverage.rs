//! How far one source meets the requirements of the packs asked for.

use std::collections::HashSet;

use crate::config::Config;
use crate::doc::SentenceId;
use crate::report::{CoverageReport, CoveredLaw, Passage, Requirement, RequirementStatus};
use crate::ruleset::{Pack, Rule, RuleSet};
use crate::text::Span;

use super::check::{Source, summaries, with_context};
use super::context::Context;
use super::kind::assess;
use super::kind::assessment::{Assessment, Status};
use super::laws::edition_name;
use super::project::Project;
use super::settings::{Settings, Today};

/// Whose requirements are judged, besides those of no law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Those of the laws in play.
    InPlay,
    /// Those of these laws, in play or not.
    These(Vec<String>),
    /// Those of all laws, in play or not, in force or not, whatever the document's type and whether or not their conditions hold.
    All,
}

/// Judges one source.
pub fn coverage(rules: &RuleSet, config: &Config, asked: &Asked, today: Today, source: &Source) -> CoverageReport {
    let settings = Settings::resolve(config, rules);
    with_context(rules, &settings, today, source, &Project::default(), |context| {
        let wanted = |law: &str, context: &Context<'_>| match asked {
            Asked::All => true,
            Asked::These(laws) => laws.iter().any(|named| named == law),
            Asked::InPlay => context.laws.iter().any(|in_play| in_play.id == law),
        };
        let mut requirements = Vec::new();
        for rule in rules.rules() {
            if rule.kind.is_requirement() && rule.law.as_ref().is_none_or(|law| wanted(law, context)) {
                let due = *asked == Asked::All || is_due(rule, rules, context);
                requirements.extend(judge(rule, due, context));
            }
        }
        let laws = rules.packs().iter().filter(|pack| pack.law.is_some() && wanted(&pack.id, context));
        let mut laws: Vec<CoveredLaw> = laws.map(|pack| covered(pack, context)).collect();
        laws.sort_by(|a, b| a.id.cmp(&b.id));
        CoverageReport {
            path: source.path.clone(),
            documents: summaries(context.source, context.facts),
            laws,
            requirements,
        }
    })
}

fn covered(pack: &Pack, context: &Context<'_>) -> CoveredLaw {
    let in_play = context.laws.iter().find(|law| law.id == pack.id);
    CoveredLaw {
        id: pack.id.clone(),
        name: pack.law.as_ref().map_or(&pack.name, |law| &law.name).clone(),
        edition: edition_name(pack, context.today),
        in_force: pack.in_force(context.today.0),
        status: in_play.map(|law| law.status),
        because: in_play.iter().flat_map(|law| &law.because).map(|span| words(*span, context)).collect(),
    }
}

fn judge(rule: &Rule, due: bool, context: &mut Context<'_>) -> Option<Requirement> {
    let mut documents = context.facts.documents.iter();
    let spoken = documents.any(|document| rule.speaks(&document.languages.main));
    // What its words find in a text of another language is found by chance.
    let assessment = if spoken { assess(rule, context)? } else { Assessment::of_nothing() };
    let status = match assessment.status {
        Status::Met => RequirementStatus::Met,
        Status::Partial => RequirementStatus::Partial,
        Status::Missing if due && spoken => RequirementStatus::Missing,
        Status::Missing => RequirementStatus::NotApplicable,
    };
    Some(Requirement {
        id: rule.id.0.clone(),
        title: rule.title.clone(),
        law: rule.law.clone(),
        citation: rule.citation.as_ref().map(|citation| citation.text.clone()),
        status,
        stance: assessment.stance,
        lacks: assessment.lacks,
        evidence: distinct(assessment.evidence.iter().map(|evidence| passage(evidence.sentence, context))),
        near_misses: assessment.near_misses.iter().map(|evidence| passage(evidence.sentence, context)).collect(),
    })
}

/// Whether the requirement is asked of this source.
fn is_due(rule: &Rule, rules: &RuleSet, context: &mut Context<'_>) -> bool {
    let law = rule.law.as_ref().and_then(|law| rules.pack(law));
    law.is_none_or(|pack| pack.in_force(context.today.0))
        && context.in_force(rule)
        && !context.documents(rule).is_empty()
        && context.applies(rule).is_some()
}

fn passage(sentence: SentenceId, context: &Context<'_>) -> Passage {
    let reading = context.facts.reading;
    let prose = reading.sentence(sentence).prose;
    let span = context.span(prose);
    Passage {
        document: context.facts.document_of(sentence),
        span,
        line: context.source.positions(span).0.line,
        text: reading.prose.as_written(prose, context.source.text()),
    }
}

/// Fewer words than this may answer one question in one place and another in the next, as “yes” does in the rows of a table.
const FEWEST_WORDS: usize = 3;

/// Passages without those that repeat an earlier one of their document word for word: policies say one sentence under many headings,
/// and it is no more evidence the fifth time.
fn distinct(passages: impl Iterator<Item = Passage>) -> Vec<Passage> {
    let mut seen = HashSet::new();
    let is_new = |passage: &Passage| {
        let words: Vec<String> = passage
            .text
            .split(|character: char| !character.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        words.len() < FEWEST_WORDS || seen.insert((passage.document, words))
    };
    passages.filter(is_new).collect()
}

/// Words that brought a law in, as they stand in the file.
fn words(span: Span, context: &Context<'_>) -> Passage {
    let line = context.source.positions(span).0.line;
    let documents = &context.facts.reading.documents;
    let before = |document: &crate::doc::Document| context.span(document.prose).end() <= span.start();
    Passage { document: documents.partition_point(before), span, line, text: context.source.slice(span).to_owned() }
}
