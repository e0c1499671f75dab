//! What a check of one kind is given.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::doc::{Format, SectionId};
use crate::facts::Facts;
use crate::facts::claims::{ClaimSet, claims};
use crate::lexicon::{AudienceId, Lexicon};
use crate::report::{LawInPlay, LawStatus, RuleId, Severity};
use crate::ruleset::Rule;
use crate::text::{ProseRange, SourceText, Span};

use super::check::Source;
use super::pattern::{Evidence, Finder};
use super::project::Project;
use super::settings::{Level, Settings, Today};

/// One source with everything that checks ask of it.
pub(super) struct Context<'a> {
    /// The file's name in reports.
    pub(super) path: &'a str,
    pub(super) source: &'a SourceText,
    pub(super) format: Format,
    pub(super) facts: &'a Facts<'a>,
    pub(super) settings: &'a Settings,
    pub(super) laws: &'a [LawInPlay],
    /// The other files of the run.
    pub(super) project: &'a Project,
    pub(super) today: Today,
    pub(super) finder: Finder<'a>,
    pub(super) lexicon: &'a Lexicon,
    /// The sections in which a requirement is met, of each that was asked for.
    pub(super) said: HashMap<&'a RuleId, Rc<[SectionId]>>,
    claims: OnceCell<ClaimSet>,
}

impl<'a> Context<'a> {
    #[allow(clippy::too_many_arguments)]
    pub(super) fn new(
        source: &'a Source,
        facts: &'a Facts<'a>,
        lexicon: &'a Lexicon,
        settings: &'a Settings,
        laws: &'a [LawInPlay],
        project: &'a Project,
        today: Today,
        finder: Finder<'a>,
    ) -> Self {
        let Source { path, text, format, .. } = source;
        let format = *format;
        Self {
            path,
            source: text,
            format,
            facts,
            settings,
            laws,
            project,
            today,
            finder,
            lexicon,
            said: HashMap::new(),
            claims: OnceCell::new(),
        }
    }

    /// The claims of the source, read when the first rule asks for them.
    pub(super) fn claims(&self) -> &ClaimSet {
        self.claims.get_or_init(|| claims(self.facts, self.lexicon))
    }

    /// The bytes on disk behind a range of the prose.
    pub(super) fn span(&self, range: ProseRange) -> Span {
        self.facts.reading.span(self.source, range)
    }

    /// Why the rule's law applies; `None` where it doesn't. A rule of no law always applies.
    pub(super) fn law(&self, rule: &Rule) -> Option<Option<LawStatus>> {
        match &rule.law {
            None => Some(None),
            Some(id) => self.laws.iter().find(|law| law.id == *id).map(|law| Some(law.status)),
        }
    }

    /// The severity of a finding of `rule`: the user's word first, then one lower where its law is only inferred.
    pub(super) fn severity(&self, rule: &Rule, own: Severity) -> Severity {
        if let Some(Level::At(severity)) = self.settings.levels.get(&rule.id.0) {
            return *severity;
        }
        match self.law(rule) {
            Some(Some(LawStatus::Inferred)) => own.lowered(),
            _ => own,
        }
    }

    /// Whether the rule is in force on the day of the check.
    pub(super) fn in_force(&self, rule: &Rule) -> bool {
        rule.since.is_none_or(|since| since <= self.today.0) && rule.until.is_none_or(|until| self.today.0 <= until)
    }

    /// The documents of the source to which the rule speaks, by language, type and audience.
    pub(super) fn documents(&self, rule: &Rule) -> Vec<usize> {
        let audiences = self.lexicon.audiences();
        let documents = self.facts.documents.iter().enumerate();
        documents
            .filter(|(_, document)| rule.speaks(&document.languages.main))
            .filter(|(_, document)| rule.documents.is_empty() || rule.documents.contains(&document.kind))
            .filter(|(_, document)| audiences.serve(&rule.audiences, &document.readers))
            .map(|(at, _)| at)
            .collect()
    }

    /// Whether what stands at the evidence speaks to the rule's audience: a right given to one doesn't serve another.
    pub(super) fn serves(&self, rule: &Rule, evidence: &Evidence) -> bool {
        self.lexicon.audiences().serve(&rule.audiences, self.facts.audience_of(evidence.sentence, evidence.range))
    }

    /// The people of the rule's law; `None` where it has no law, or one that protects people wherever they live.
    pub(super) fn people(&self, rule: &Rule) -> Option<Vec<AudienceId>> {
        let law = self.finder.law(rule.law.as_deref()?)?;
        let patterns = law.named.iter().chain(&law.inferred).flat_map(|pattern| &pattern.audience);
        let people: Vec<AudienceId> = law.addressed.iter().chain(patterns).copied().collect();
        (!people.is_empty()).then_some(people)
    }

    /// The first words that speak to the people of the rule's law.
    pub(super) fn addressed(&self, rule: &Rule) -> Option<Evidence> {
        let people = self.people(rule)?;
        let first = self.facts.addressed().iter().find(|addressed| people.contains(&addressed.audience))?;
        Some(Evidence { sentence: first.sentence, range: first.range })
    }

    /// Whether the source holds what excuses it from the rule.
    pub(super) fn excused(&mut self, rule: &Rule) -> bool {
        rule.unless.iter().any(|excuse| !self.finder.find(excuse).is_empty())
    }

    /// How grave a finding of the rule is in this source, by the gravest of its conditions that holds; `None` where the rule does not
    /// apply.
    pub(super) fn applies(&mut self, rule: &Rule) -> Option<Severity> {
        if self.excused(rule) {
            return None;
        }
        if rule.when.is_empty() {
            return Some(rule.severity);
        }
        let mut gravest = None;
        for condition in &rule.when {
            let severity = Some(condition.severity.unwrap_or(rule.severity));
            if severity > gravest && self.finder.find(condition).iter().any(|evidence| self.serves(rule, evidence)) {
                gravest = severity;
            }
        }
        gravest
    }
}
