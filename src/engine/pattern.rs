//! Patterns held against the units of a reading.

use std::rc::Rc;

use regex::RegexBuilder;

use crate::doc::SentenceId;
use crate::facts::Facts;
use crate::lexicon::{Matcher, Phrase};
use crate::ruleset::{LiteralRegex, Pattern, PhraseId, RuleSet, Scope, Search, SearchId};
use crate::text::ProseRange;

use super::settings::Today;

/// A place where a pattern holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Evidence {
    /// The sentence.
    pub(super) sentence: SentenceId,
    /// The words that matched.
    pub(super) range: ProseRange,
}

/// How many neighbours on either side count as near.
const NEAR: usize = 2;

/// Finds the places of patterns in one source. What is searched for twice is found once.
pub(super) struct Finder<'a> {
    pub(super) facts: &'a Facts<'a>,
    rules: &'a RuleSet,
    today: Today,
    matcher: Matcher,
    /// By search: where it holds, whomever the place speaks to.
    found: Vec<Option<Rc<[Evidence]>>>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(facts: &'a Facts<'a>, rules: &'a RuleSet, today: Today) -> Self {
        Self { facts, rules, today, matcher: Matcher::default(), found: vec![None; rules.search_count()] }
    }

    /// Every unit in which the pattern holds, in reading order, over all documents.
    pub(super) fn find(&mut self, pattern: &Pattern) -> Vec<Evidence> {
        if !pattern.force.on(self.today.0) {
            return Vec::new();
        }
        let found = self.search(pattern.search);
        let audiences = self.rules.lexicon().audiences();
        let speaks_to = |evidence: &&Evidence| {
            pattern.audience.is_empty() || audiences.name(&pattern.audience, self.facts.audience(evidence.sentence))
        };
        found.iter().filter(speaks_to).cloned().collect()
    }

    fn search(&mut self, id: SearchId) -> Rc<[Evidence]> {
        if let Some(found) = &self.found[id.index()] {
            return Rc::clone(found);
        }
        let search = self.rules.search(id);
        let mut found = self.positive(search);
        match search.scope {
            Scope::Sentence => found.retain(|evidence| self.all_match(search, evidence.sentence)),
            Scope::Section => self.retain_wide(search, &mut found, Self::section_of),
            Scope::Document => self.retain_wide(search, &mut found, |finder, at| finder.facts.document_of(at)),
        }
        found.retain(|evidence| self.surroundings_fit(search, evidence.sentence));
        let found: Rc<[Evidence]> = found.into();
        self.found[id.index()] = Some(Rc::clone(&found));
        found
    }

    /// All places of several patterns, in reading order, one for each sentence.
    pub(super) fn find_any(&mut self, patterns: &[Pattern]) -> Vec<Evidence> {
        let mut found: Vec<Evidence> = patterns.iter().flat_map(|pattern| self.find(pattern)).collect();
        found.sort_by_key(|evidence| (evidence.sentence, evidence.range));
        found.dedup_by_key(|evidence| evidence.sentence);
        found
    }

    /// Where one of `any` matches; where the pattern has no `any`, the first of `all` or an expression stands for it.
    fn positive(&mut self, search: &Search) -> Vec<Evidence> {
        let leading = if search.any.is_empty() { search.all.get(..1).unwrap_or_default() } else { &search.any[..] };
        let mut found: Vec<Evidence> = Vec::new();
        for phrase in leading {
            for sentence in self.candidates(*phrase) {
                if self.speaks(sentence, search.headings)
                    && let Some(range) = self.phrase_in(*phrase, sentence)
                {
                    found.push(Evidence { sentence, range });
                }
            }
        }
        for expression in &search.regex {
            found.extend(self.expression(expression, search.headings));
        }
        found.sort_by_key(|evidence| (evidence.sentence, evidence.range));
        found.dedup_by_key(|evidence| evidence.sentence);
        found
    }

    /// Where a phrase matches in a unit.
    pub(super) fn phrase_in(&mut self, phrase: PhraseId, sentence: SentenceId) -> Option<ProseRange> {
        let phrase = self.phrase(phrase);
        let (tokens, lead) = self.facts.units.tokens(sentence);
        let found = self.matcher.find(phrase, &self.facts.analysis, tokens, lead)?;
        Some(self.facts.units.prose(sentence, &self.facts.analysis, found.start, found.end))
    }

    /// Whether one of the phrases matches anywhere in a unit, its lead-in included.
    pub(super) fn any_in(&mut self, phrases: &[PhraseId], sentence: SentenceId) -> bool {
        phrases.iter().any(|phrase| self.holds(*phrase, sentence))
    }

    fn holds(&mut self, phrase: PhraseId, sentence: SentenceId) -> bool {
        let (tokens, _) = self.facts.units.tokens(sentence);
        self.matcher.find(self.phrase(phrase), &self.facts.analysis, tokens, 0).is_some()
    }

    /// The units in which a phrase can match at all.
    fn candidates(&self, phrase: PhraseId) -> Vec<SentenceId> {
        self.facts.units.candidates(self.phrase(phrase), &self.facts.analysis)
    }

    /// A phrase, the values that it asks for found.
    fn phrase(&self, id: PhraseId) -> &'a Phrase {
        let phrase = self.rules.phrase(id);
        self.facts.mark(phrase.values());
        phrase
    }

    fn all_match(&mut self, search: &Search, sentence: SentenceId) -> bool {
        search.all.iter().all(|phrase| self.holds(*phrase, sentence)) && !self.any_in(&search.none, sentence)
    }

    /// For wide scopes: `all` must match, and `none` must not, somewhere in the same region.
    fn retain_wide(&mut self, search: &Search, found: &mut Vec<Evidence>, region: fn(&Self, SentenceId) -> usize) {
        let regions = |finder: &mut Self, phrase: PhraseId| -> Vec<usize> {
            let mut regions = Vec::new();
            for sentence in finder.candidates(phrase) {
                if finder.speaks(sentence, search.headings) && finder.holds(phrase, sentence) {
                    regions.push(region(finder, sentence));
                }
            }
            regions
        };
        for phrase in &search.all {
            let held = regions(self, *phrase);
            found.retain(|evidence| held.contains(&region(self, evidence.sentence)));
        }
        for phrase in &search.none {
            let held = regions(self, *phrase);
            found.retain(|evidence| !held.contains(&region(self, evidence.sentence)));
        }
    }

    fn section_of(&self, sentence: SentenceId) -> usize {
        let reading = self.facts.reading;
        reading.block(reading.sentence(sentence).block).section.index()
    }

    fn surroundings_fit(&mut self, search: &Search, sentence: SentenceId) -> bool {
        if !search.near.is_empty() && !self.neighbours(sentence).any(|near| self.any_in(&search.near, near)) {
            return false;
        }
        (search.section.is_empty() || self.under_heading(&search.section, sentence))
            && (search.not_section.is_empty() || !self.under_heading(&search.not_section, sentence))
    }

    fn neighbours(&self, sentence: SentenceId) -> impl Iterator<Item = SentenceId> + use<> {
        let document = &self.facts.reading.documents[self.facts.document_of(sentence)];
        let at = sentence.index();
        let start = at.saturating_sub(NEAR).max(document.sentences.start);
        let end = (at + NEAR + 1).min(document.sentences.end);
        (start..end).map(SentenceId::at)
    }

    /// Whether a heading above the sentence, or the heading that it is, matches.
    pub(super) fn under_heading(&mut self, phrases: &[PhraseId], sentence: SentenceId) -> bool {
        let reading = self.facts.reading;
        let section = reading.block(reading.sentence(sentence).block).section;
        let headings: Vec<SentenceId> = reading
            .section_path(section)
            .filter_map(|section| section.heading)
            .map(|heading| SentenceId::at(reading.block(heading).sentences.start))
            .collect();
        headings.into_iter().any(|heading| self.any_in(phrases, heading))
    }

    /// Whether a unit is the policy speaking: no furniture, and no heading unless headings are asked for.
    fn speaks(&self, sentence: SentenceId, headings: bool) -> bool {
        let unit = self.facts.units.unit(sentence);
        !unit.aside && (headings || !unit.heading)
    }

    fn expression(&self, expression: &LiteralRegex, headings: bool) -> Vec<Evidence> {
        let reading = self.facts.reading;
        let prose = reading.prose.text();
        if !contains_ignoring_case(prose, &expression.literal) {
            return Vec::new();
        }
        let Ok(regex) = RegexBuilder::new(&expression.pattern).case_insensitive(true).size_limit(1 << 20).build()
        else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for (at, sentence) in reading.sentences.iter().enumerate() {
            let id = SentenceId::at(at);
            if let Some(hit) = self.speaks(id, headings).then(|| regex.find(reading.words(sentence.prose))).flatten() {
                let start = sentence.prose.start();
                let range = ProseRange::new(start + hit.start(), start + hit.end());
                found.push(Evidence { sentence: id, range });
            }
        }
        found
    }
}

/// Whether ASCII-insensitively lower-case `needle` stands in `haystack`.
fn contains_ignoring_case(haystack: &str, needle: &str) -> bool {
    haystack.as_bytes().windows(needle.len().max(1)).any(|window| window.eq_ignore_ascii_case(needle.as_bytes()))
}
