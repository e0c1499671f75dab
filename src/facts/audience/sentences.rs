//! Whom sentences speak to, where that is not their section: "If you live in Utah, …", "Residents of Iowa may:" with its items, a
//! label, a row of a table.

use std::collections::BTreeMap;

use crate::doc::{Block, BlockId, BlockKind, SentenceId};
use crate::lexicon::{AudienceId, AudienceSet, Punctuation};

use super::Addressed;
use super::limbs::Limb;
use super::reader::{Reader, Spoken};
use super::sections::Own;

/// The longest label.
const LABEL_WORDS: usize = 8;

/// What was read so far.
struct Progress<'s> {
    sections: &'s [AudienceSet],
    own: &'s [Own],
    /// Whether a sentence holds words that could address somebody.
    worth: Vec<bool>,
    /// What sentences say themselves or take over.
    sets: Vec<Option<AudienceSet>>,
    /// In reading order.
    limbs: Vec<Limb<AudienceSet>>,
    /// Of the items that are open, by depth: whom their labels speak to.
    labels: Vec<(u8, Option<AudienceSet>)>,
    /// The heads of rows and columns.
    heads: BTreeMap<BlockId, Option<AudienceSet>>,
}

impl Progress<'_> {
    /// Whom the end of a sentence speaks to, where it or one of its limbs says so.
    fn last(&self, sentence: SentenceId) -> Option<&AudienceSet> {
        let after = self.limbs.partition_point(|limb| limb.sentence <= sentence);
        let limb = after.checked_sub(1).map(|at| &self.limbs[at]).filter(|limb| limb.sentence == sentence);
        limb.map(|limb| &limb.readers).or_else(|| self.sets.get(sentence.index())?.as_ref())
    }
}

impl<'a> Reader<'a> {
    /// For each sentence, whom it speaks to where it says so, and the limbs that speak to others; headings say nothing here.
    pub(super) fn sentences(
        &mut self,
        sections: &[AudienceSet],
        own: &[Own],
        addressed: &mut Vec<Addressed>,
    ) -> (Vec<Option<AudienceSet>>, Vec<Limb<AudienceSet>>) {
        let reading = self.reading;
        let mut progress = Progress {
            sections,
            own,
            worth: self.worth(),
            sets: vec![None; reading.sentences.len()],
            limbs: Vec::new(),
            labels: Vec::new(),
            heads: BTreeMap::new(),
        };
        if progress.worth.contains(&true) {
            for at in 0..reading.blocks.len() {
                self.block(BlockId::at(at), &mut progress, addressed);
            }
        }
        (progress.sets, progress.limbs)
    }

    /// The sentences that name an audience or hold a phrase of one.
    fn worth(&self) -> Vec<bool> {
        let mut worth = vec![false; self.reading.sentences.len()];
        let mut mark = |sentence: SentenceId| worth[sentence.index()] = true;
        for class in &self.lexicon.addressing.all {
            let tokens = self.analysis.positions_of_class(*class).iter();
            tokens.filter_map(|token| self.units.owner(*token)).for_each(&mut mark);
        }
        let phrases = self.lexicon.audiences.iter().flat_map(|audience| &audience.sentences);
        phrases.flat_map(|phrase| self.units.candidates(phrase, self.analysis)).for_each(&mut mark);
        worth
    }

    fn block(&mut self, id: BlockId, progress: &mut Progress<'_>, addressed: &mut Vec<Addressed>) {
        let block = self.reading.block(id);
        if matches!(block.kind, BlockKind::Heading { .. } | BlockKind::Code) || block.furniture {
            return;
        }
        let section = progress.sections.get(block.section.index()).cloned().unwrap_or_default();
        let led = block.lead_in.and_then(|lead| progress.last(lead).cloned());
        let by_label = self.by_label(id, block, progress).map(|label| label.within(&section));
        let mut standing = led.or(by_label).or_else(|| self.by_head(id, block, progress));
        let mut before: Option<AudienceSet> = None;
        for at in block.sentences.clone() {
            let sentence = SentenceId::at(at);
            let worth = progress.worth[at];
            let first = worth && at == block.sentences.start;
            if first && let Some(label) = self.label_before(sentence, block) {
                self.note(&label, sentence, addressed);
                standing = Some(label.set.within(&section));
                progress.sets[at].clone_from(&standing);
                continue;
            }
            let around = standing.as_ref().unwrap_or(&section);
            let own = if worth { self.own(sentence, around) } else { None };
            let set = match own {
                Some(spoken) => {
                    self.note(&spoken, sentence, addressed);
                    let mut set = spoken.set;
                    let own = progress.own;
                    self.yield_to_own(&mut set, around, |audience, decided| {
                        !decided && own.iter().any(|(owner, section)| *owner == audience && *section <= block.section)
                    });
                    Some(set.within(around))
                }
                None => before.filter(|_| self.carries_on(sentence)),
            };
            let readers = set.as_ref().or(standing.as_ref()).unwrap_or(&section);
            let limbs = if worth { self.limbs(sentence, readers, set.is_some(), addressed) } else { Vec::new() };
            before = limbs.last().map(|limb| limb.readers.clone()).or_else(|| set.clone());
            progress.limbs.extend(limbs);
            progress.sets[at] = set.or_else(|| standing.clone());
        }
    }

    /// A label that begins a block: a short sentence of its own, or the words before a colon.
    fn label_before(&mut self, sentence: SentenceId, block: &Block) -> Option<Spoken> {
        let tokens = self.tokens(sentence);
        let colon = |token: &u32| self.analysis.tokens()[*token as usize].before.intersects(Punctuation::COLON);
        // What stands before the first word belongs to the sentence before.
        match tokens.iter().skip(1).position(colon) {
            Some(end) => self.label(&tokens[..=end]),
            None if block.sentences.len() > 1 => self.label(tokens),
            None => None,
        }
    }

    /// Whom the words of a sentence restrict it to.
    pub(super) fn own(&mut self, sentence: SentenceId, around: &AudienceSet) -> Option<Spoken> {
        let lexicon = self.lexicon;
        let tokens = self.tokens(sentence);
        if self.find(&lexicon.addressing.not_sentences, tokens).is_some() {
            return None;
        }
        // A law that is named within the section of those it protects takes nobody out of it; in a section for several states it does.
        let place = self.spoken(&lexicon.addressing.sentences, tokens);
        let mut place = place.filter(|spoken| {
            !spoken.named.is_empty() || around.places.is_empty() || self.is_narrower(&spoken.set, around)
        });
        for (at, audience) in lexicon.audiences.iter().enumerate() {
            if let Some(found) = self.find(&audience.sentences, tokens) {
                let range = self.range(&tokens[found.start..found.end]);
                let spoken =
                    place.get_or_insert_with(|| Spoken { set: AudienceSet::default(), named: Vec::new(), range });
                spoken.set.add(AudienceId::at(at), &lexicon.audiences);
            }
        }
        place
    }

    /// Whether a set holds only some of those whom a more general place takes in.
    fn is_narrower(&self, set: &AudienceSet, around: &AudienceSet) -> bool {
        let includes = |wide: &AudienceId, place: &AudienceId| {
            wide != place && self.lexicon.audience(*wide).is_some_and(|audience| audience.members.contains(place))
        };
        set.places
            .iter()
            .all(|place| !around.places.contains(place) && around.places.iter().any(|wide| includes(wide, place)))
    }

    fn carries_on(&mut self, sentence: SentenceId) -> bool {
        let lexicon = self.lexicon;
        self.matches(&lexicon.addressing.carries, sentence)
    }

    /// A few words that say for whom the rest of the block is: "Residents of Utah."
    fn label(&mut self, tokens: &'a [u32]) -> Option<Spoken> {
        let lexicon = self.lexicon;
        if tokens.len() > LABEL_WORDS || self.find(&lexicon.addressing.not_labels, tokens).is_some() {
            return None;
        }
        // Places only: "employees" over a row may well be those who get the data.
        self.addressed_in(tokens, false).filter(|spoken| !spoken.named.is_empty() && spoken.set.groups.is_empty())
    }

    /// Whom the label of the item speaks to that a block goes on with or stands in: the term that a description follows.
    fn by_label(&mut self, id: BlockId, block: &Block, progress: &mut Progress<'_>) -> Option<AudienceSet> {
        let BlockKind::Item(item) = &block.kind else {
            progress.labels.clear();
            return None;
        };
        progress.labels.retain(|(depth, _)| *depth < item.depth || item.continues && *depth == item.depth);
        if !item.continues {
            let goes_on = |next: &Block| matches!(&next.kind, BlockKind::Item(next) if next.continues && next.depth == item.depth);
            let one = block.sentences.len() == 1 && progress.worth[block.sentences.start];
            let label = one && self.reading.blocks.get(id.index() + 1).is_some_and(goes_on);
            let label = label.then(|| self.label(self.tokens(SentenceId::at(block.sentences.start)))).flatten();
            progress.labels.push((item.depth, label.map(|label| label.set)));
        }
        progress.labels.iter().rev().find_map(|(_, label)| label.clone())
    }

    /// Whom the head of a cell's row or column speaks to.
    fn by_head(&mut self, id: BlockId, block: &Block, progress: &mut Progress<'_>) -> Option<AudienceSet> {
        let BlockKind::Cell(cell) = &block.kind else { return None };
        let heads = [cell.row_head, cell.column_head];
        let own = cell.row_head.is_none() && !cell.header;
        let heads: Vec<BlockId> = heads.into_iter().flatten().chain(own.then_some(id)).collect();
        let section = progress.sections.get(block.section.index()).cloned().unwrap_or_default();
        heads.into_iter().find_map(|head| {
            if !progress.heads.contains_key(&head) {
                let sentences = self.reading.block(head).sentences.clone();
                let one = sentences.len() == 1 && progress.worth[sentences.start];
                let label = one.then(|| self.label(self.tokens(SentenceId::at(sentences.start)))).flatten();
                progress.heads.insert(head, label.map(|label| label.set));
            }
            let set = progress.heads.get(&head).cloned().flatten()?;
            Some(set.within(&section))
        })
    }
}
