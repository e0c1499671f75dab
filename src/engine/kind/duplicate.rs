//! Nothing must stand twice: one diagnostic for each passage, with all the places where it stands again.

use std::collections::BTreeMap;

use crate::doc::SentenceId;
use crate::engine::context::Context;
use crate::engine::finding::Finding;
use crate::facts::duplicate::{Duplicate, DuplicateKind};
use crate::report::{Diagnostic, Label};
use crate::ruleset::{Difference, DuplicateCheck, Rule};

/// Tells of what stands twice.
pub(super) fn check(rule: &Rule, check: &DuplicateCheck, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let documents = context.documents(rule);
    let facts = context.facts;
    let mut groups: BTreeMap<SentenceId, Vec<&Duplicate>> = BTreeMap::new();
    let Some(kind) = DuplicateKind::ALL.into_iter().find(|kind| kind.name() == check.of) else { return Vec::new() };
    for found in facts.duplicates(kind) {
        let fits = found.length >= check.least && differs(check, found);
        if fits && documents.contains(&facts.document_of(found.second.sentence)) && !is_excepted(check, found, context)
        {
            groups.entry(found.first.sentence).or_default().push(found);
        }
    }
    groups.into_values().filter_map(|group| finding(rule, &group, context)).collect()
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
                let has_digits = |words: &str| words.bytes().any(|byte| byte.is_ascii_digit());
                has_digits(first) && has_digits(second)
            }
            Difference::Negation => either(|word| ["not", "never", "no", "nor", "cannot"].contains(&word)),
            Difference::Word => true,
        })
}

fn finding(rule: &Rule, group: &[&Duplicate], context: &Context<'_>) -> Option<Diagnostic> {
    let first = group.first()?;
    let line = |sentence: SentenceId| {
        let span = context.span(context.facts.reading.sentence(sentence).prose);
        context.source.positions(span).0.line.to_string()
    };
    // The later one is the one too many; the earlier one is shown beside it.
    let mut finding = Finding::at(context, rule, first.second.sentence, first.second.prose)
        .also(Label::new(context.span(first.first.prose), "it stands here already"));
    for other in &group[1..] {
        finding = finding.also(Label::new(context.span(other.second.prose), "and here again"));
    }
    if let Some((earlier, later)) = &first.differing {
        let side = |words: &str| if words.is_empty() { "nothing".to_owned() } else { format!("“{words}”") };
        finding = finding.noted(format!("they differ in this: {} there, {} here", side(earlier), side(later)));
    }
    let (earlier, later) = first.differing.as_ref().map_or(("", ""), |(one, two)| (one.as_str(), two.as_str()));
    let (length, line) = (first.length.to_string(), line(first.first.sentence));
    let values = [("length", length.as_str()), ("line", line.as_str()), ("earlier", earlier), ("later", later)];
    let sentences: Vec<SentenceId> =
        std::iter::once(first.first.sentence).chain(group.iter().map(|found| found.second.sentence)).collect();
    Some(finding.filled(&values).fingerprinted(context, &sentences).done())
}
