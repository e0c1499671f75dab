//! Where a match must stand: under which headings, near what, introduced by which words.

use crate::doc::{BlockId, BlockKind, Reading, SentenceId};
use crate::facts::lead_chain;
use crate::ruleset::{PhraseId, Search};

use super::pattern::Finder;

/// How many neighbours on either side count as near.
const NEAR: usize = 2;
/// From so many matches on it is cheaper to find out once where the phrases hold than to try them around each match.
const MANY: usize = 16;

/// What a search asks of the surroundings of a match.
pub(super) struct Surroundings<'s> {
    near: Wanted<'s>,
    section: Wanted<'s>,
    not_section: Wanted<'s>,
    lead_in: Wanted<'s>,
}

impl<'s> Surroundings<'s> {
    /// Prepares for `matches` questions.
    pub(super) fn new(search: &'s Search, finder: &mut Finder<'_>, matches: usize) -> Self {
        let mut wanted = |phrases, labels| Wanted::new(phrases, labels, finder, matches);
        Self {
            near: wanted(&search.near, false),
            section: wanted(&search.section, false),
            not_section: wanted(&search.not_section, false),
            lead_in: wanted(&search.lead_in, true),
        }
    }

    /// Whether a sentence stands where the search asks for.
    pub(super) fn fit(&self, finder: &mut Finder<'_>, sentence: SentenceId) -> bool {
        self.near.is_empty_or_holds(finder, |finder| neighbours(finder, sentence))
            && self.section.is_empty_or_holds(finder, |finder| headings(finder.facts.reading, sentence))
            && self.lead_in.is_empty_or_holds(finder, |finder| introductions(finder.facts.reading, sentence))
            && (self.not_section.phrases.is_empty()
                || !self.not_section.is_empty_or_holds(finder, |finder| headings(finder.facts.reading, sentence)))
    }
}

/// Phrases of which one is to hold in one of several sentences.
struct Wanted<'s> {
    phrases: &'s [PhraseId],
    /// Whether what they are held against introduces others.
    labels: bool,
    /// Where one of them holds, in order, where that was found out beforehand.
    held: Option<Vec<SentenceId>>,
}

impl<'s> Wanted<'s> {
    fn new(phrases: &'s [PhraseId], labels: bool, finder: &mut Finder<'_>, matches: usize) -> Self {
        let held = (matches >= MANY && !phrases.is_empty()).then(|| match labels {
            true => finder.labels_with(phrases),
            false => finder.sentences_with(phrases),
        });
        Self { phrases, labels, held }
    }

    fn is_empty_or_holds(
        &self,
        finder: &mut Finder<'_>,
        sentences: impl FnOnce(&Finder<'_>) -> Vec<SentenceId>,
    ) -> bool {
        if self.phrases.is_empty() {
            return true;
        }
        sentences(finder).into_iter().any(|sentence| match &self.held {
            Some(held) => held.binary_search(&sentence).is_ok(),
            None if self.labels => finder.any_in_label(self.phrases, sentence),
            None => finder.any_in(self.phrases, sentence),
        })
    }
}

/// The sentence and those around it in its document.
fn neighbours(finder: &Finder<'_>, sentence: SentenceId) -> Vec<SentenceId> {
    let document = &finder.facts.reading.documents[finder.facts.document_of(sentence)];
    let at = sentence.index();
    let start = at.saturating_sub(NEAR).max(document.sentences.start);
    let end = (at + NEAR + 1).min(document.sentences.end);
    (start..end).map(SentenceId::at).collect()
}

/// The headings above a sentence, and the heading that it is.
fn headings(reading: &Reading, sentence: SentenceId) -> Vec<SentenceId> {
    let section = reading.block(reading.sentence(sentence).block).section;
    let headings = reading.section_path(section).filter_map(|section| section.heading);
    headings.map(|heading| SentenceId::at(reading.block(heading).sentences.start)).collect()
}

/// The sentences that a list or table is led in by, outwards, and the heads of a cell's column and row.
fn introductions(reading: &Reading, sentence: SentenceId) -> Vec<SentenceId> {
    let block = reading.block(reading.sentence(sentence).block);
    let mut found: Vec<SentenceId> = lead_chain(reading, block.lead_in).collect();
    if let BlockKind::Cell(cell) = &block.kind {
        let of = |head: BlockId| reading.block(head).sentences.clone().map(SentenceId::at);
        found.extend(cell.column_head.into_iter().chain(cell.row_head).flat_map(of));
    }
    found
}
