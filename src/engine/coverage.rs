//! How far one source meets the requirements of the packs asked for.

use crate::config::Config;
use crate::doc::SentenceId;
use crate::report::{CoverageReport, Passage, Requirement, RequirementStatus};
use crate::ruleset::{Rule, RuleSet};

use super::check::{Source, summaries, with_context};
use super::context::Context;
use super::kind::assess;
use super::kind::assessment::Status;
use super::settings::{LawChoice, Settings, Today};

/// Judges one source. With laws configured, their requirements and those of no law are judged; with all of them, whatever is in play,
/// whatever the document's type and whether or not the law is in force; with none, those in play.
pub fn coverage(rules: &RuleSet, config: &Config, today: Today, source: &Source) -> CoverageReport {
    let settings = Settings::resolve(config, rules);
    with_context(rules, &settings, today, source, |context| {
        let asked: Vec<&Rule> = rules.rules().iter().filter(|rule| asked_for(rule, context)).collect();
        CoverageReport {
            path: source.path.clone(),
            documents: summaries(context.source, context.facts),
            requirements: asked.into_iter().filter_map(|rule| judge(rule, context)).collect(),
        }
    })
}

fn asked_for(rule: &Rule, context: &Context<'_>) -> bool {
    let Some(law) = &rule.law else { return true };
    match &context.settings.laws {
        LawChoice::All => true,
        LawChoice::These(laws) if !laws.is_empty() => laws.contains(law),
        LawChoice::These(_) => context.law(rule).is_some(),
    }
}

fn judge(rule: &Rule, context: &mut Context<'_>) -> Option<Requirement> {
    let assessment = assess(rule, context)?;
    let status = match assessment.status {
        Status::Met => RequirementStatus::Met,
        Status::Partial => RequirementStatus::Partial,
        Status::Missing if is_due(rule, context) => RequirementStatus::Missing,
        Status::Missing => RequirementStatus::NotApplicable,
    };
    Some(Requirement {
        id: rule.id.0.clone(),
        law: rule.law.clone(),
        citation: rule.citation.as_ref().map(|citation| citation.text.clone()),
        status,
        stance: assessment.stance,
        lacks: assessment.lacks,
        evidence: assessment.evidence.iter().map(|evidence| passage(evidence.sentence, context)).collect(),
        near_misses: assessment.near_misses.iter().map(|evidence| passage(evidence.sentence, context)).collect(),
    })
}

/// Whether the requirement is asked of this source.
fn is_due(rule: &Rule, context: &mut Context<'_>) -> bool {
    context.settings.laws == LawChoice::All
        || (context.in_force(rule) && !context.documents(rule).is_empty() && context.applies(rule).is_some())
}

fn passage(sentence: SentenceId, context: &Context<'_>) -> Passage {
    let reading = context.facts.reading;
    let prose = reading.sentence(sentence).prose;
    let span = context.span(prose);
    Passage {
        document: context.facts.document_of(sentence),
        span,
        line: context.source.positions(span).0.line,
        text: reading.words(prose).to_owned(),
    }
}
