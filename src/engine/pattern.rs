//! Patterns held against the units of a reading.

use regex::RegexBuilder;

use crate::doc::SentenceId;
use crate::facts::Facts;
use crate::lexicon::{Lexicon, Matcher, Phrase};
use crate::ruleset::{LiteralRegex, Pattern, Scope};
use crate::text::ProseRange;

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

/// Finds the places of patterns in one source.
pub(super) struct Finder<'a> {
    pub(super) facts: &'a Facts<'a>,
    lexicon: &'a Lexicon,
    matcher: Matcher,
}

impl<'a> Finder<'a> {
    pub(super) fn new(facts: &'a Facts<'a>, lexicon: &'a Lexicon) -> Self {
        Self { facts, lexicon, matcher: Matcher::default() }
    }

    /// Every unit in which the pattern holds, in reading order, over all documents.
    pub(super) fn find(&mut self, pattern: &Pattern) -> Vec<Evidence> {
        let mut found = self.positive(pattern);
        match pattern.scope {
            Scope::Sentence => found.retain(|evidence| self.all_match(pattern, evidence.sentence)),
            Scope::Section => self.retain_wide(pattern, &mut found, Self::section_of),
            Scope::Document => self.retain_wide(pattern, &mut found, |finder, at| finder.facts.document_of(at)),
        }
        found.retain(|evidence| self.surroundings_fit(pattern, evidence.sentence));
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
    fn positive(&mut self, pattern: &Pattern) -> Vec<Evidence> {
        let leading = if pattern.any.is_empty() { pattern.all.get(..1).unwrap_or_default() } else { &pattern.any[..] };
        let mut found: Vec<Evidence> = Vec::new();
        for phrase in leading {
            for sentence in self.facts.units.candidates(phrase, &self.facts.analysis) {
                if self.speaks(sentence, pattern.headings)
                    && let Some(range) = self.phrase_in(phrase, sentence)
                {
                    found.push(Evidence { sentence, range });
                }
            }
        }
        for expression in &pattern.regex {
            found.extend(self.expression(expression, pattern.headings));
        }
        found.sort_by_key(|evidence| (evidence.sentence, evidence.range));
        found.dedup_by_key(|evidence| evidence.sentence);
        found
    }

    /// Where a phrase matches in a unit.
    pub(super) fn phrase_in(&mut self, phrase: &Phrase, sentence: SentenceId) -> Option<ProseRange> {
        let (tokens, lead) = self.facts.units.tokens(sentence);
        let found = self.matcher.find(phrase, &self.facts.analysis, tokens, lead)?;
        Some(self.facts.units.prose(sentence, &self.facts.analysis, found.start, found.end))
    }

    /// Whether one of the phrases matches anywhere in a unit, its lead-in included.
    pub(super) fn any_in(&mut self, phrases: &[Phrase], sentence: SentenceId) -> bool {
        let (tokens, _) = self.facts.units.tokens(sentence);
        phrases.iter().any(|phrase| self.matcher.find(phrase, &self.facts.analysis, tokens, 0).is_some())
    }

    fn all_match(&mut self, pattern: &Pattern, sentence: SentenceId) -> bool {
        pattern.all.iter().all(|phrase| self.any_in(std::slice::from_ref(phrase), sentence))
            && !self.any_in(&pattern.none, sentence)
    }

    /// For wide scopes: `all` must match, and `none` must not, somewhere in the same region.
    fn retain_wide(&mut self, pattern: &Pattern, found: &mut Vec<Evidence>, region: fn(&Self, SentenceId) -> usize) {
        let regions = |finder: &mut Self, phrase: &Phrase| -> Vec<usize> {
            let mut regions = Vec::new();
            for sentence in finder.facts.units.candidates(phrase, &finder.facts.analysis) {
                if finder.speaks(sentence, pattern.headings) && finder.any_in(std::slice::from_ref(phrase), sentence) {
                    regions.push(region(finder, sentence));
                }
            }
            regions
        };
        for phrase in &pattern.all {
            let held = regions(self, phrase);
            found.retain(|evidence| held.contains(&region(self, evidence.sentence)));
        }
        for phrase in &pattern.none {
            let held = regions(self, phrase);
            found.retain(|evidence| !held.contains(&region(self, evidence.sentence)));
        }
    }

    fn section_of(&self, sentence: SentenceId) -> usize {
        let reading = self.facts.reading;
        reading.block(reading.sentence(sentence).block).section.index()
    }

    fn surroundings_fit(&mut self, pattern: &Pattern, sentence: SentenceId) -> bool {
        let audiences = self.lexicon.audiences();
        if !pattern.audience.is_empty() && !audiences.name(&pattern.audience, self.facts.audience(sentence)) {
            return false;
        }
        if !pattern.near.is_empty() && !self.neighbours(sentence).any(|near| self.any_in(&pattern.near, near)) {
            return false;
        }
        (pattern.section.is_empty() || self.under_heading(&pattern.section, sentence))
            && (pattern.not_section.is_empty() || !self.under_heading(&pattern.not_section, sentence))
    }

    fn neighbours(&self, sentence: SentenceId) -> impl Iterator<Item = SentenceId> + use<> {
        let document = &self.facts.reading.documents[self.facts.document_of(sentence)];
        let at = sentence.index();
        let start = at.saturating_sub(NEAR).max(document.sentences.start);
        let end = (at + NEAR + 1).min(document.sentences.end);
        (start..end).map(SentenceId::at)
    }

    /// Whether a heading above the sentence, or the heading that it is, matches.
    pub(super) fn under_heading(&mut self, phrases: &[Phrase], sentence: SentenceId) -> bool {
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
