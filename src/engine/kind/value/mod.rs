//! A value must be valid: one diagnostic for one broken value, with all the places where it stands.

mod company;
mod date;
mod email;
mod misspelt;
mod own_domain;
mod phone;
mod postal;
mod url;

use crate::doc::SentenceId;
use crate::engine::context::Context;
use crate::engine::finding::lack;
use crate::engine::pattern::Evidence;
use crate::report::Diagnostic;
use crate::ruleset::{Rule, ValueCheck, ValueKind};
use crate::text::ProseRange;

use super::fault::{Fault, told};

/// Tells of values with one of the rule's defects.
pub(super) fn check(rule: &Rule, value: &ValueCheck, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let documents = context.documents(rule);
    if documents.is_empty() || context.applies(rule).is_none() {
        return Vec::new();
    }
    let chosen = Chosen::new(rule, value, documents, context);
    let mut faults = match value.value {
        ValueKind::Email => email::faults(value, context),
        ValueKind::Phone => phone::faults(value, context),
        ValueKind::Url => url::faults(value, context),
        ValueKind::PostalAddress => postal::faults(value, context),
        ValueKind::Company => company::faults(value, &chosen, context),
        ValueKind::Date => date::faults(value, &chosen, context),
    };
    faults.retain(|fault| {
        value.defects.iter().any(|defect| defect == fault.defect) && chosen.holds(fault.range, context)
    });
    let mut told = told(rule, faults, context);
    if let Some(shortfall) = value.shortfall {
        told.iter_mut().for_each(|found| found.lack = Some(lack(rule, shortfall, &[])));
    }
    told
}

/// A defect of a value, shown at its own words, which are also the cause; `None` where they stand in no sentence.
fn fault(defect: &'static str, prose: ProseRange, context: &Context<'_>) -> Option<Fault> {
    let reading = context.facts.reading;
    let written = reading.words(prose);
    let fault = Fault::at(reading.sentence_at(prose.start())?, prose).called(defect);
    Some(fault.because(written.to_lowercase()).with("written", written))
}

/// The values that a rule speaks of, by where they stand.
struct Chosen {
    documents: Vec<usize>,
    /// Words that one of the rule's patterns found, in order; `None` where it has none.
    found: Option<Vec<Evidence>>,
    /// Sentences of somebody else's values, in order.
    others: Vec<SentenceId>,
}

impl Chosen {
    fn new(rule: &Rule, value: &ValueCheck, documents: Vec<usize>, context: &mut Context<'_>) -> Self {
        let found = (!value.find.is_empty()).then(|| {
            let mut found: Vec<Evidence> =
                value.find.iter().flat_map(|pattern| context.finder.find_each(pattern)).collect();
            found.retain(|evidence| context.serves(rule, evidence));
            found.sort_by_key(|evidence| (evidence.sentence, evidence.range));
            found.dedup();
            found
        });
        let others = context.finder.find_any(&value.others).into_iter().map(|evidence| evidence.sentence).collect();
        Self { documents, found, others }
    }

    /// Whether the rule speaks of a value that stands at `prose`.
    fn holds(&self, prose: ProseRange, context: &Context<'_>) -> bool {
        let Some(sentence) = context.facts.reading.sentence_at(prose.start()) else { return false };
        let document = context.facts.document_of(sentence);
        let found = self.found.as_ref().is_none_or(|found| {
            let from = found.partition_point(|evidence| evidence.sentence < sentence);
            let here = found[from..].iter().take_while(|evidence| evidence.sentence == sentence);
            here.into_iter().any(|evidence| evidence.range.overlaps(prose))
        });
        found && self.documents.contains(&document) && self.others.binary_search(&sentence).is_err()
    }
}
