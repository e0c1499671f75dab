//! Patterns held against the units of a reading.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::doc::{BlockKind, SentenceId};
use crate::facts::Facts;
use crate::lexicon::{Analysis, Matcher, Phrase, PhraseMatch};
use crate::ruleset::{Law, Pattern, PhraseId, Rule, RuleSet, Scope, Search, SearchId, UnitKind};
use crate::text::ProseRange;

use super::letters::Letters;
use super::settings::Today;
use super::surroundings::Surroundings;

/// What parts the words of a sentence.
const MARKS: [char; 7] = [',', ';', ':', '(', ')', '–', '—'];

/// A place where a pattern holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Evidence {
    /// The sentence.
    pub(super) sentence: SentenceId,
    /// The words that matched.
    pub(super) range: ProseRange,
}

/// The first piece of evidence of each sentence, as they are read.
pub(super) fn in_reading_order(mut found: Vec<Evidence>) -> Vec<Evidence> {
    found.sort_by_key(|evidence| (evidence.sentence, evidence.range));
    found.dedup_by_key(|evidence| evidence.sentence);
    found
}

/// Finds the places of patterns in one source. What is searched for twice is found once.
pub(super) struct Finder<'a> {
    pub(super) facts: &'a Facts<'a>,
    rules: &'a RuleSet,
    today: Today,
    matcher: Matcher,
    /// Its prose by pairs of letters, once an expression is looked for.
    pub(super) letters: OnceCell<Letters<'a>>,
    /// By search: where it holds, whomever the place speaks to.
    found: Vec<Option<Rc<[Evidence]>>>,
}

impl<'a> Finder<'a> {
    pub(super) fn new(facts: &'a Facts<'a>, rules: &'a RuleSet, today: Today) -> Self {
        let found = vec![None; rules.search_count()];
        Self { facts, rules, today, matcher: Matcher::default(), letters: OnceCell::new(), found }
    }

    /// A law, by the id of its pack.
    pub(super) fn law(&self, id: &str) -> Option<&'a Law> {
        self.rules.pack(id)?.law.as_ref()
    }

    /// The rules of a law; none where there is no law.
    pub(super) fn rules_of<'l>(&self, law: Option<&'l str>) -> impl Iterator<Item = &'a Rule> + use<'a, 'l> {
        self.rules.rules().iter().filter(move |rule| law.is_some() && rule.law.as_deref() == law)
    }

    /// Every unit in which the pattern holds, in reading order, over all documents.
    pub(super) fn find(&mut self, pattern: &Pattern) -> Vec<Evidence> {
        if !pattern.force.on(self.today.0) {
            return Vec::new();
        }
        let found = self.search(pattern.search);
        let audiences = self.rules.lexicon().audiences();
        let speaks_to = |evidence: &&Evidence| {
            let readers = || self.facts.audience_of(evidence.sentence, evidence.range);
            pattern.audience.is_empty() || audiences.name(&pattern.audience, readers())
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
        let surroundings = Surroundings::new(search, self, found.len());
        found.retain(|evidence| surroundings.fit(self, evidence.sentence));
        let found: Rc<[Evidence]> = found.into();
        self.found[id.index()] = Some(Rc::clone(&found));
        found
    }

    /// Every place at which one of the pattern's leading phrases matches, several in one sentence included.
    pub(super) fn find_each(&mut self, pattern: &Pattern) -> Vec<Evidence> {
        let phrases = self.rules.search(pattern.search).any.clone();
        let mut found = self.find(pattern);
        for at in 0..found.len() {
            let sentence = found[at].sentence;
            let ranges = phrases.iter().filter_map(|phrase| self.phrase_in(*phrase, sentence));
            found.extend(ranges.map(|range| Evidence { sentence, range }).collect::<Vec<_>>());
        }
        found
    }

    /// All places of several patterns, in reading order, one for each sentence.
    pub(super) fn find_any(&mut self, patterns: &[Pattern]) -> Vec<Evidence> {
        in_reading_order(patterns.iter().flat_map(|pattern| self.find(pattern)).collect())
    }

    /// Where one of `any` matches; where the pattern has no `any`, the first of `all` or an expression stands for it; where it looks for no
    /// words, everywhere.
    fn positive(&mut self, search: &Search) -> Vec<Evidence> {
        let leading = if search.any.is_empty() { search.all.get(..1).unwrap_or_default() } else { &search.any[..] };
        let mut found: Vec<Evidence> = Vec::new();
        for phrase in leading {
            for sentence in self.candidates(*phrase) {
                if self.speaks(sentence, search) {
                    let places = self.places_in(*phrase, sentence);
                    found.extend(places.into_iter().filter(|place| !search.unbroken || self.is_unbroken(place.range)));
                }
            }
        }
        if search.is_wordless() {
            let all = self.facts.reading.sentences.iter().enumerate();
            let all = all.map(|(at, sentence)| Evidence { sentence: SentenceId::at(at), range: sentence.prose });
            found.extend(all.filter(|evidence| !evidence.range.is_empty() && self.speaks(evidence.sentence, search)));
        }
        for expression in &search.regex {
            found.extend(self.expression(expression, search));
        }
        found.sort_by_key(|evidence| (evidence.sentence, evidence.range));
        found.dedup_by_key(|evidence| (evidence.sentence, self.limb_of(evidence)));
        found
    }

    /// Whether no mark parts the words of a range.
    fn is_unbroken(&self, range: ProseRange) -> bool {
        !self.facts.reading.words(range).trim_end_matches(MARKS).contains(MARKS)
    }

    /// The number of the limb in which evidence ends.
    fn limb_of(&self, Evidence { sentence, range }: &Evidence) -> usize {
        self.facts.limb_starts(*sentence).take_while(|start| *start < range.end()).count()
    }

    /// Where a phrase matches in a unit: once for each limb that speaks to others than the rest, whose words begin there or end there.
    fn places_in(&mut self, phrase: PhraseId, sentence: SentenceId) -> Vec<Evidence> {
        let first = self.phrase_in(phrase, sentence);
        let starts: Vec<usize> = self.facts.limb_starts(sentence).collect();
        let mut found: Vec<Evidence> = first.map(|range| Evidence { sentence, range }).into_iter().collect();
        if starts.is_empty() || found.is_empty() {
            return found;
        }
        let analysis = &self.facts.analysis;
        let (tokens, _) = self.facts.units.tokens(sentence);
        let cut =
            |start: usize| tokens.partition_point(|token| analysis.tokens()[*token as usize].range.start() < start);
        let cuts: Vec<usize> = starts.iter().map(|start| cut(*start)).chain([tokens.len()]).collect();
        let phrase = self.phrase(phrase);
        for limb in cuts.windows(2).filter(|limb| limb[0] < limb[1]) {
            let own = self.matcher.find(phrase, analysis, &tokens[limb[0]..limb[1]], 0);
            let own = own.map(|own| PhraseMatch { start: own.start + limb[0], end: own.end + limb[0] });
            let reaching = || self.matcher.find(phrase, analysis, &tokens[..limb[1]], limb[0]);
            if let Some(PhraseMatch { start, end }) = own.or_else(reaching) {
                let range = self.facts.units.prose(sentence, analysis, start, end);
                found.push(Evidence { sentence, range });
            }
        }
        found
    }

    /// Where a phrase matches in a unit.
    pub(super) fn phrase_in(&mut self, phrase: PhraseId, sentence: SentenceId) -> Option<ProseRange> {
        let phrase = self.phrase(phrase);
        let (tokens, lead) = self.facts.units.tokens(sentence);
        let found = self.matcher.find(phrase, &self.facts.analysis, tokens, lead)?;
        Some(self.facts.units.prose(sentence, &self.facts.analysis, found.start, found.end))
    }

    /// Where one of a pattern's words match in a sentence that may be furniture; nothing else of the pattern is looked at.
    pub(super) fn words_in(&mut self, pattern: &Pattern, sentence: SentenceId) -> Option<ProseRange> {
        let phrases = &self.rules.search(pattern.search).any;
        phrases.iter().find_map(|phrase| self.phrase_in(*phrase, sentence))
    }

    /// Whether one of some patterns' words match in a text that is not part of the source; nothing else of the patterns is looked at.
    pub(super) fn words_match(&mut self, patterns: &[Pattern], text: &str) -> bool {
        let rules = self.rules;
        let analysis = Analysis::new(text, &rules.lexicon().vocabulary);
        let tokens: Vec<u32> = (0_u32..).take(analysis.tokens().len()).collect();
        let mut phrases = patterns.iter().flat_map(|pattern| &rules.search(pattern.search).any);
        phrases.any(|phrase| self.matcher.find(rules.phrase(*phrase), &analysis, &tokens, 0).is_some())
    }

    /// Whether one of the phrases matches anywhere in a unit, its lead-in included.
    pub(super) fn any_in(&mut self, phrases: &[PhraseId], sentence: SentenceId) -> bool {
        phrases.iter().any(|phrase| self.holds(*phrase, sentence))
    }

    /// Whether one of the phrases matches in those words of a sentence, its lead-in's left out, that stand within a range.
    pub(super) fn any_within(&mut self, phrases: &[PhraseId], sentence: SentenceId, range: ProseRange) -> bool {
        let (tokens, lead) = self.facts.units.tokens(sentence);
        let all = self.facts.analysis.tokens();
        let inside = |token: &&u32| range.covers(all[**token as usize].range);
        let tokens: Vec<u32> = tokens[lead..].iter().filter(inside).copied().collect();
        let mut phrases = phrases.iter();
        phrases.any(|phrase| self.matcher.find(self.phrase(*phrase), &self.facts.analysis, &tokens, 0).is_some())
    }

    /// Whether one of the phrases matches a unit that introduces others: with its own lead-in, or as a label of its own.
    pub(super) fn any_in_label(&mut self, phrases: &[PhraseId], sentence: SentenceId) -> bool {
        phrases.iter().any(|phrase| self.holds_in_label(*phrase, sentence))
    }

    fn holds_in_label(&mut self, phrase: PhraseId, sentence: SentenceId) -> bool {
        let (tokens, lead) = self.facts.units.tokens(sentence);
        let alone = if lead > 0 { &tokens[lead..] } else { &[] };
        self.matcher.find(self.phrase(phrase), &self.facts.analysis, alone, 0).is_some() || self.holds(phrase, sentence)
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
                if finder.speaks(sentence, search) && finder.holds(phrase, sentence) {
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

    /// The sentences, in order, in which one of the phrases matches, their lead-ins included.
    pub(super) fn sentences_with(&mut self, phrases: &[PhraseId]) -> Vec<SentenceId> {
        self.sentences_where(phrases, Self::holds)
    }

    /// The same, of sentences that introduce others.
    pub(super) fn labels_with(&mut self, phrases: &[PhraseId]) -> Vec<SentenceId> {
        self.sentences_where(phrases, Self::holds_in_label)
    }

    fn sentences_where(
        &mut self,
        phrases: &[PhraseId],
        holds: fn(&mut Self, PhraseId, SentenceId) -> bool,
    ) -> Vec<SentenceId> {
        let mut found = Vec::new();
        for phrase in phrases {
            let candidates = self.candidates(*phrase);
            found.extend(candidates.into_iter().filter(|sentence| holds(self, *phrase, *sentence)));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether a unit is the policy speaking, and one of those that the search speaks of: no furniture and no heading unless they are
    /// asked for.
    pub(super) fn speaks(&self, sentence: SentenceId, search: &Search) -> bool {
        let unit = self.facts.units.unit(sentence);
        let reading = self.facts.reading;
        let block = reading.block(reading.sentence(sentence).block);
        let aside = unit.aside && !(search.furniture && block.furniture);
        if aside || unit.heading && !search.headings {
            return false;
        }
        let kind = || match block.kind {
            BlockKind::Paragraph => Some(UnitKind::Sentence),
            BlockKind::Item(_) => Some(UnitKind::Item),
            BlockKind::Cell(_) => Some(UnitKind::Cell),
            BlockKind::Heading { .. } | BlockKind::Code => None,
        };
        search.units.is_empty() || kind().is_some_and(|kind| search.units.contains(&kind))
    }
}
