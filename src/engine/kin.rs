//! What a law asks for beside a requirement, and where a text says it: people's rights stand together.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use crate::doc::SectionId;
use crate::report::RuleId;
use crate::ruleset::{PhraseId, Rule};

use super::context::Context;
use super::kind::assess;

/// So many requirements of one kind make a list of them.
pub(super) const LIST: usize = 3;

/// The requirements of a rule's law that belong under the same headings as the rule's own, and which of them each section meets.
pub(super) struct Kin<'r> {
    wide: Vec<PhraseId>,
    sections: HashMap<SectionId, BTreeSet<&'r RuleId>>,
}

impl<'r> Kin<'r> {
    /// The kin of a rule in one source.
    pub(super) fn of(rule: &Rule, context: &mut Context<'r>) -> Self {
        let rules = context.finder.rules_of(rule.law.as_deref()).filter(|other| other.id != rule.id);
        let others: Vec<&'r Rule> = rules.collect();
        let holders = |phrase: &PhraseId| others.iter().filter(|other| other.belongs.contains(phrase)).count();
        let wide: Vec<PhraseId> = rule.belongs.iter().filter(|phrase| holders(phrase) >= LIST).copied().collect();
        let mut sections: HashMap<SectionId, BTreeSet<&'r RuleId>> = HashMap::new();
        for other in others.into_iter().filter(|other| wide.iter().any(|phrase| other.belongs.contains(phrase))) {
            for section in sections_that_say(other, context).iter() {
                sections.entry(*section).or_default().insert(&other.id);
            }
        }
        let entries: Vec<_> = sections
            .iter()
            .filter(|(_, rules)| rules.len() < LIST)
            .map(|(section, rules)| (*section, rules.clone()))
            .collect();
        for (section, rules) in entries {
            if let Some(parent) = context.facts.reading.section(section).parent {
                sections.entry(parent).or_default().extend(rules);
            }
        }
        Self { wide, sections }
    }

    /// Whether the rule has any.
    pub(super) fn any(&self) -> bool {
        !self.wide.is_empty()
    }

    /// Whether several of them belong under such headings.
    pub(super) fn shares(&self, phrase: PhraseId) -> bool {
        self.wide.contains(&phrase)
    }

    /// How many of them a section says, those counted that its subsections say by ones and twos, as entries of a list.
    pub(super) fn in_section(&self, section: SectionId) -> usize {
        self.sections.get(&section).map_or(0, BTreeSet::len)
    }
}

/// The sections that say something of what a rule asks for; looked for once in a source, since each right that is missing asks.
fn sections_that_say<'r>(rule: &'r Rule, context: &mut Context<'r>) -> Rc<[SectionId]> {
    if let Some(known) = context.said.get(&rule.id) {
        return Rc::clone(known);
    }
    let evidence = assess(rule, context).map(|assessment| assessment.evidence).unwrap_or_default();
    let reading = context.facts.reading;
    let section = |sentence| reading.block(reading.sentence(sentence).block).section;
    let sections: Rc<[SectionId]> = evidence.iter().map(|one| section(one.sentence)).collect();
    context.said.insert(&rule.id, Rc::clone(&sections));
    sections
}
