//! Phrases of audiences held against headings and sentences.

use crate::doc::{Reading, SectionId, SentenceId};
use crate::lexicon::{Analysis, AudienceId, AudienceSet, Lexicon, Matcher, Phrase, PhraseMatch};
use crate::text::ProseRange;

use super::Addressed;
use crate::facts::units::Units;

/// Words of a heading or a sentence that name those whom it speaks to.
#[derive(Debug, Clone)]
pub(super) struct Spoken {
    /// Whom.
    pub(super) set: AudienceSet,
    /// Those of them that are named themselves, not through a law or a topic.
    pub(super) named: Vec<AudienceId>,
    /// The words.
    pub(super) range: ProseRange,
}

/// A name, or the name of a law, in a run of tokens.
struct Named {
    audience: AudienceId,
    law: bool,
}

/// Reads phrases against headings, first sentences and all others.
pub(in crate::facts) struct Reader<'a> {
    pub(in crate::facts) reading: &'a Reading,
    pub(in crate::facts) analysis: &'a Analysis,
    pub(in crate::facts) units: &'a Units,
    pub(in crate::facts) lexicon: &'a Lexicon,
    pub(in crate::facts) matcher: Matcher,
}

impl<'a> Reader<'a> {
    /// A sentence's words without the lead-in that it completes.
    pub(super) fn tokens(&self, sentence: SentenceId) -> &'a [u32] {
        let (tokens, lead) = self.units.tokens(sentence);
        &tokens[lead..]
    }

    pub(super) fn find(&mut self, phrases: &[Phrase], tokens: &[u32]) -> Option<PhraseMatch> {
        phrases.iter().find_map(|phrase| self.matcher.find(phrase, self.analysis, tokens, 0))
    }

    pub(super) fn matches(&mut self, phrases: &[Phrase], sentence: SentenceId) -> bool {
        self.find(phrases, self.tokens(sentence)).is_some()
    }

    pub(super) fn range(&self, tokens: &[u32]) -> ProseRange {
        let range = |token: &u32| self.analysis.tokens()[*token as usize].range;
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => range(first).join(range(last)),
            _ => ProseRange::empty(0),
        }
    }

    /// The audiences named in a run, each by the longest name: "UK GDPR" is no GDPR.
    fn names(&self, tokens: &[u32]) -> Vec<Named> {
        let mut names = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let addressing = &self.lexicon.addressing;
            let here = || {
                let hits = self.analysis.hits(*token as usize).iter();
                hits.filter_map(|hit| Some((addressing.audience_of(hit.class)?, hit)))
            };
            let longest = here().map(|(_, hit)| usize::from(hit.length)).max().unwrap_or(0);
            names.extend(here().filter(|(_, hit)| usize::from(hit.length) == longest).map(|(audience, hit)| {
                let names = self.lexicon.audience(audience).and_then(|audience| audience.names);
                Named { audience, law: names != Some(hit.class) }
            }));
            at += longest.max(1);
        }
        names
    }

    /// Whom a heading speaks to.
    pub(super) fn heading(&mut self, sentence: SentenceId) -> Option<Spoken> {
        self.addressed_in(self.tokens(sentence), false)
    }

    /// Whom a document's title speaks to.
    pub(super) fn title(&mut self, sentence: SentenceId) -> Option<Spoken> {
        self.addressed_in(self.tokens(sentence), true)
    }

    /// Whom the words of a heading or a label speak to.
    pub(super) fn addressed_in(&mut self, tokens: &'a [u32], title: bool) -> Option<Spoken> {
        let lexicon = self.lexicon;
        let tokens = self.without_ordinal(tokens);
        let mut spoken = Spoken { set: AudienceSet::default(), named: Vec::new(), range: self.range(tokens) };
        let names = self.names(tokens);
        let addresses = !names.is_empty()
            && self.find(&lexicon.addressing.headings, tokens).is_some()
            && self.find(&lexicon.addressing.not_headings, tokens).is_none();
        // "The Utah Consumer Privacy Act; and" is an item of a list.
        let listed = tokens.last().is_some_and(|last| {
            let after = self.analysis.tokens()[*last as usize].range.end();
            let rest = self.reading.prose.text().get(after..).unwrap_or_default();
            rest.trim_start_matches([')', '"', '\'', '\u{201d}', '\u{2019}']).starts_with([';', ',', '.'])
        });
        for Named { audience, law } in names.into_iter().filter(|named| if named.law { !listed } else { addresses }) {
            let refused = lexicon.audience(audience).map_or(&[][..], |audience| &audience.not_headings);
            if self.find(refused, tokens).is_none() {
                spoken.set.add(audience, &lexicon.audiences);
                spoken.named.extend((!law).then_some(audience));
            }
        }
        for (at, audience) in lexicon.audiences.iter().enumerate() {
            let phrases = if title && audience.group { &audience.titles } else { &audience.headings };
            let speaks = self.find(phrases, tokens).is_some();
            if speaks && self.find(&audience.not_headings, tokens).is_none() {
                spoken.set.add(AudienceId::at(at), &lexicon.audiences);
            }
        }
        (!spoken.set.is_everyone()).then_some(spoken)
    }

    /// Whether a heading speaks of one matter only to one of `set`.
    pub(super) fn is_one_matter(&mut self, sentence: SentenceId, set: &AudienceSet) -> bool {
        let lexicon = self.lexicon;
        let audiences = set.places.iter().filter_map(|id| lexicon.audience(*id));
        audiences.into_iter().any(|audience| self.matches(&audience.matters, sentence))
    }

    /// The heading without its number or letter.
    fn without_ordinal(&self, tokens: &'a [u32]) -> &'a [u32] {
        let is_ordinal = |token: &u32| {
            let word = self.reading.words(self.analysis.tokens()[*token as usize].range);
            let roman = || word.chars().all(|letter| "ivxIVX".contains(letter));
            word.len() == 1 || roman() || word.starts_with(|first: char| first.is_ascii_digit())
        };
        let ordinals = tokens.iter().take_while(|token| is_ordinal(token)).count();
        if ordinals < tokens.len() { &tokens[ordinals..] } else { tokens }
    }

    /// Those named where one of `phrases` matches; of laws, only where no place is named.
    pub(super) fn spoken(&mut self, phrases: &[Phrase], tokens: &'a [u32]) -> Option<Spoken> {
        for phrase in phrases {
            let Some(found) = self.matcher.find(phrase, self.analysis, tokens, 0) else { continue };
            let tokens = &tokens[found.start..found.end];
            let names = self.names(tokens);
            let by_law = names.iter().all(|named| named.law);
            let mut spoken = Spoken { set: AudienceSet::default(), named: Vec::new(), range: self.range(tokens) };
            for Named { audience, law } in names.into_iter().filter(|named| named.law == by_law) {
                spoken.set.add(audience, &self.lexicon.audiences);
                spoken.named.extend((!law).then_some(audience));
            }
            if !spoken.set.is_everyone() {
                return Some(spoken);
            }
        }
        None
    }

    /// Notes the names that speak to those named.
    pub(super) fn note(&self, spoken: &Spoken, sentence: SentenceId, addressed: &mut Vec<Addressed>) {
        let of = |audience: &AudienceId| Addressed { audience: *audience, sentence, range: spoken.range };
        addressed.extend(spoken.named.iter().map(of));
    }

    /// The section of each sentence.
    pub(super) fn sections_of_sentences(&self) -> impl Iterator<Item = SectionId> + use<'a> {
        let reading = self.reading;
        reading.sentences.iter().map(|sentence| reading.block(sentence.block).section)
    }
}
