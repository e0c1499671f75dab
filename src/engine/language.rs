//! Texts, and passages of texts, in a language that the rules do not speak.

use crate::doc::BlockId;
use crate::facts::Facts;
use crate::report::Diagnostic;
use crate::ruleset::{Rule, RuleSet};
use crate::text::Span;

use super::context::Context;

/// Takes away what rules of one language found in a passage that is in another. What a text lacks, it lacks as a whole.
pub(super) fn leave_out_passages(diagnostics: &mut Vec<Diagnostic>, rules: &RuleSet, context: &Context<'_>) {
    for document in &context.facts.documents {
        let Some(other) = &document.languages.other else { continue };
        let spans: Vec<Span> = document.languages.foreign.iter().map(|block| span(*block, context)).collect();
        diagnostics.retain(|found| {
            let foreign = rules.rule(&found.rule.0).is_some_and(|rule| !rule.speaks(other));
            !foreign || found.lack.is_some() || !holds(&spans, found.primary.span)
        });
    }
}

fn span(block: BlockId, context: &Context<'_>) -> Span {
    context.span(context.facts.reading.block(block).prose)
}

/// Whether a place lies in one of some spans that are in order.
fn holds(spans: &[Span], place: Span) -> bool {
    let after = spans.partition_point(|span| span.start() <= place.start());
    after.checked_sub(1).is_some_and(|at| place.start() < spans[at].end())
}

/// What to say of languages that the rules do not speak.
pub(super) fn notice(rules: &RuleSet, facts: &Facts<'_>) -> Option<String> {
    let main = |at: usize| facts.documents[at].languages.main.as_str();
    let (spoken, other): (Vec<usize>, Vec<usize>) = (0..facts.documents.len()).partition(|at| speaks(rules, main(*at)));
    if spoken.is_empty() {
        let language = facts.documents.first().map_or("und", |document| &document.languages.main);
        return Some(format!(
            "this text is in `{language}`; the rules speak English, so only those that hold in any language were run"
        ));
    }
    let passages = spoken.iter().filter_map(|at| facts.documents[*at].languages.other.as_deref());
    let mut languages: Vec<&str> = other.iter().map(|at| main(*at)).chain(passages).collect();
    languages.sort_unstable();
    languages.dedup();
    let languages: Vec<String> = languages.iter().map(|language| format!("`{language}`")).collect();
    (!languages.is_empty()).then(|| {
        format!(
            "parts of this text are in {}; the rules speak English, so only those that hold in any language were run on them",
            languages.join(", ")
        )
    })
}

/// Whether there are rules for texts in this language, besides those that hold in any.
fn speaks(rules: &RuleSet, language: &str) -> bool {
    let in_any = |rule: &Rule| rule.languages.iter().any(|own| own == Rule::ANY_LANGUAGE);
    rules.rules().iter().any(|rule| !in_any(rule) && rule.speaks(language))
}
