//! Whom sections speak to: the nearest heading that names somebody decides, and where it names only "certain states", the first
//! sentences that list them.

use crate::doc::{BlockKind, SectionId, SentenceId};
use crate::lexicon::{AudienceId, AudienceSet};

use super::reader::{Reader, Spoken};
use super::{Addressed, DocumentFacts};

/// How many sentences introduce a section.
const INTRODUCTION: usize = 3;

/// A section of its own: the audience and the section.
pub(super) type Own = (AudienceId, SectionId);

impl Reader<'_> {
    /// The audience of each section, and which audiences have a section of their own.
    pub(super) fn sections(
        &mut self,
        documents: &[DocumentFacts],
        addressed: &mut Vec<Addressed>,
    ) -> (Vec<AudienceSet>, Vec<Own>) {
        let reading = self.reading;
        let introductions = self.introductions();
        let mut sets: Vec<AudienceSet> = Vec::with_capacity(reading.sections.len());
        let mut own: Vec<Own> = Vec::new();
        for (at, section) in reading.sections.iter().enumerate() {
            let id = SectionId::at(at);
            let around = match section.parent.and_then(|parent| sets.get(parent.index())) {
                Some(parent) => parent.clone(),
                None => {
                    let readers = documents.get(section.document).map(|document| document.readers.clone());
                    let readers = readers.unwrap_or_default();
                    note_own(&mut own, &readers, id);
                    readers
                }
            };
            let title = reading.documents.get(section.document).and_then(|document| document.title);
            let heading = section.heading.filter(|heading| Some(*heading) != title);
            let heading = heading.map(|heading| SentenceId::at(reading.block(heading).sentences.start));
            let spoken = heading.and_then(|heading| Some((self.heading(heading)?, heading)));
            if let Some((spoken, heading)) = &spoken {
                self.note(spoken, *heading, addressed);
                if spoken.set.groups.is_empty() && !self.is_one_matter(*heading, &spoken.set) {
                    note_own(&mut own, &spoken.set, id);
                }
            }
            let named =
                spoken.as_ref().is_some_and(|(spoken, _)| !spoken.named.is_empty() && !self.is_general(&spoken.set));
            let heads = spoken.map(|(spoken, _)| spoken.set);
            let introduced = heading.and_then(|_| self.introduced(&introductions[at], heads.as_ref()));
            let mut set = heads.unwrap_or_default();
            if let Some((spoken, sentence)) = introduced {
                self.note(&spoken, sentence, addressed);
                set.places = spoken.set.places;
            }
            let parent = section.parent;
            self.yield_to_own(&mut set, &around, |audience, decided| {
                let mut own = own.iter().filter(|(owner, _)| *owner == audience);
                let counts = |own: &SectionId| *own < id && (!decided || parent.is_some_and(|parent| parent < *own));
                own.any(|(_, section)| counts(section) && !self.is_within(id, *section))
            });
            let mut set = set.within(&around);
            if heading.is_some() && !named {
                self.widen(&mut set, &introductions[at]);
            }
            sets.push(set);
        }
        (sets, own)
    }

    /// The first sentences of each section.
    fn introductions(&self) -> Vec<Vec<SentenceId>> {
        let mut introductions = vec![Vec::new(); self.reading.sections.len()];
        for (at, sentence) in self.reading.sentences.iter().enumerate() {
            let block = self.reading.block(sentence.block);
            let text = !block.furniture && !matches!(block.kind, BlockKind::Heading { .. } | BlockKind::Code);
            if let Some(list) = introductions.get_mut(block.section.index()).filter(|list| list.len() < INTRODUCTION)
                && text
            {
                list.push(SentenceId::at(at));
            }
        }
        introductions
    }

    /// Whom the first sentences say that the section is for, where its heading leaves that open.
    fn introduced(
        &mut self,
        introduction: &[SentenceId],
        heading: Option<&AudienceSet>,
    ) -> Option<(Spoken, SentenceId)> {
        let lexicon = self.lexicon;
        if heading.is_some_and(|set| !self.is_general(set)) {
            return None;
        }
        introduction.iter().find_map(|sentence| {
            let tokens = self.tokens(*sentence);
            if self.find(&lexicon.addressing.not_sentences, tokens).is_some() {
                return None;
            }
            let spoken = self.spoken(&lexicon.addressing.sections, tokens)?;
            Some((spoken, *sentence))
        })
    }

    /// Whether all its places take in others.
    fn is_general(&self, set: &AudienceSet) -> bool {
        let mut places = set.places.iter().filter_map(|id| self.lexicon.audience(*id));
        places.all(|audience| audience.members.len() > 1)
    }

    /// Where the heading names nobody, first sentences that name all whom its section speaks to among others ("Residents of California,
    /// Oregon and Utah …" within the part for Californians) speak for the section.
    fn widen(&mut self, set: &mut AudienceSet, introduction: &[SentenceId]) {
        if set.places.is_empty() {
            return;
        }
        for sentence in introduction {
            let Some(spoken) = self.own(*sentence, &AudienceSet::default()).filter(|spoken| spoken.named.len() > 1)
            else {
                continue;
            };
            set.without.retain(|place| !spoken.named.contains(place));
            if set.places.iter().all(|place| spoken.named.contains(place)) {
                set.places.clone_from(&spoken.set.places);
            }
        }
    }

    /// What is said to all states doesn't mean the one that had a section of its own before, unless `around` speaks to both. One that
    /// follows adds to what is said to all; plain text doesn't tell whether it stands within or beside. `before` says whether one had; where
    /// `around` speaks to all states and means that one, too, only a section within that counts.
    pub(super) fn yield_to_own(
        &self,
        set: &mut AudienceSet,
        around: &AudienceSet,
        before: impl Fn(AudienceId, bool) -> bool,
    ) {
        let audience = |place: &AudienceId| self.lexicon.audience(*place);
        let yields = set.places.iter().filter_map(audience).flat_map(|audience| audience.yields.iter().copied());
        let yields: Vec<AudienceId> = yields.collect();
        for yielded in yields {
            let yields =
                |place: &AudienceId| audience(place).is_some_and(|audience| audience.yields.contains(&yielded));
            let both = around.places.contains(&yielded) && around.places.iter().any(yields);
            let decided = around.places.iter().any(yields) && !around.without.contains(&yielded);
            if !both && before(yielded, decided) && !set.places.contains(&yielded) && !set.without.contains(&yielded) {
                set.without.push(yielded);
            }
        }
    }

    fn is_within(&self, inner: SectionId, outer: SectionId) -> bool {
        let parent = |section: &SectionId| self.reading.section(*section).parent;
        std::iter::successors(Some(inner), parent).any(|section| section == outer)
    }
}

/// Notes sections of their own: of each audience the first two, which is enough to find one that isn't around a given section.
fn note_own(own: &mut Vec<Own>, set: &AudienceSet, section: SectionId) {
    for place in &set.places {
        if own.iter().filter(|(owner, _)| owner == place).count() < 2 {
            own.push((*place, section));
        }
    }
}
