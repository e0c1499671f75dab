//! Which laws are in play, and why.

use crate::report::{LawInPlay, LawStatus};
use crate::ruleset::{Law, RuleSet};
use crate::text::SourceText;

use super::pattern::{Evidence, Finder};
use super::settings::{LawChoice, Settings};

/// How many of the words that bring a law in are kept: enough to show why.
const MOST_REASONS: usize = 3;

/// The laws in play in one source, in order of id: configured, named by the text, or inferred from it.
pub(super) fn laws_in_play(
    rules: &RuleSet,
    settings: &Settings,
    finder: &mut Finder<'_>,
    source: &SourceText,
) -> Vec<LawInPlay> {
    let mut laws: Vec<LawInPlay> = Vec::new();
    for pack in rules.packs() {
        let Some(law) = &pack.law else { continue };
        let configured = match &settings.laws {
            LawChoice::All => true,
            LawChoice::These(ids) => ids.contains(&pack.id),
        };
        let named = if configured { Vec::new() } else { named(law, finder) };
        let inferred = if configured || !named.is_empty() { Vec::new() } else { finder.find_any(&law.inferred) };
        let (status, because) = match (configured, named.is_empty(), inferred.is_empty()) {
            (true, _, _) => (LawStatus::Configured, Vec::new()),
            (_, false, _) => (LawStatus::Named, named),
            (_, _, false) => (LawStatus::Inferred, inferred),
            _ => continue,
        };
        let span = |evidence: &Evidence| finder.facts.reading.span(source, evidence.range);
        let because = because.iter().take(MOST_REASONS).map(span).collect();
        laws.push(LawInPlay { id: pack.id.clone(), name: law.name.clone(), status, because });
    }
    laws.sort_by(|a, b| a.id.cmp(&b.id));
    laws
}

/// Where a text names the law, or speaks to those it protects, in reading order.
fn named(law: &Law, finder: &mut Finder<'_>) -> Vec<Evidence> {
    let mut named = finder.find_any(&law.named);
    let addressed = finder.facts.addressed().iter().filter(|addressed| law.addressed.contains(&addressed.audience));
    named.extend(addressed.map(|addressed| Evidence { sentence: addressed.sentence, range: addressed.range }));
    named.sort_by_key(|evidence| (evidence.sentence, evidence.range));
    named.dedup_by_key(|evidence| evidence.sentence);
    named
}
