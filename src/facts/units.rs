//! What phrases are held against: a sentence; a list item together with the lead-in that it completes.

use crate::doc::{BlockKind, Reading, SentenceId};
use crate::lexicon::{Analysis, Phrase};
use crate::text::ProseRange;

/// A sentence as a unit of matching.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Its place among all token numbers, or among those of units with a lead-in.
    tokens: std::ops::Range<usize>,
    joined: bool,
    /// How many of its tokens are the lead-in's.
    lead: usize,
    /// Whether it is a heading.
    pub heading: bool,
    /// Whether it is page furniture, code or a quotation: no statement of the policy's own.
    pub aside: bool,
}

/// All units of a reading; unit numbers are sentence numbers.
#[derive(Debug, Default)]
pub struct Units {
    units: Vec<Unit>,
    /// Every token number in order, so that a plain sentence is a slice of it.
    all: Vec<u32>,
    /// Token numbers of units with a lead-in.
    joined: Vec<u32>,
    /// The unit to which each token belongs.
    owner: Vec<u32>,
    /// For each unit, the units that it leads in: indices into `followers`.
    follower_starts: Vec<u32>,
    followers: Vec<u32>,
}

/// A lead-in may be long; what a phrase can still reach is at its end.
const LEAD_WORDS: usize = 96;
/// An item of a list within a list within a list.
const LEAD_DEPTH: usize = 3;

impl Units {
    /// Cuts the words of `analysis` along the sentences of `reading`.
    pub fn new(reading: &Reading, analysis: &Analysis) -> Self {
        let count = reading.sentences.len();
        let mut units = Self {
            all: (0..number(analysis.tokens().len())).collect(),
            owner: vec![u32::MAX; analysis.tokens().len()],
            ..Self::default()
        };
        let own: Vec<_> = reading.sentences.iter().map(|sentence| analysis.tokens_in(sentence.prose)).collect();
        let mut leads = Vec::with_capacity(count);
        for (at, sentence) in reading.sentences.iter().enumerate() {
            let block = reading.block(sentence.block);
            units.owner[own[at].clone()].fill(number(at));
            let first = block.sentences.start == at;
            let lead = block.lead_in.filter(|_| first);
            let chain: Vec<usize> = lead_chain(reading, lead).map(SentenceId::index).collect();
            let mut lead: Vec<u32> = chain.iter().rev().flat_map(|lead| own[*lead].clone()).map(number).collect();
            lead.drain(..lead.len().saturating_sub(LEAD_WORDS));
            let start = units.joined.len();
            if !lead.is_empty() {
                units.joined.extend(&lead);
                units.joined.extend(own[at].clone().map(number));
            }
            units.units.push(Unit {
                tokens: if lead.is_empty() { own[at].clone() } else { start..units.joined.len() },
                joined: !lead.is_empty(),
                lead: lead.len(),
                heading: matches!(block.kind, BlockKind::Heading { .. }),
                aside: block.furniture || block.quoted || block.kind == BlockKind::Code,
            });
            leads.push(chain);
        }
        units.index_followers(&leads);
        units
    }

    fn index_followers(&mut self, leads: &[Vec<usize>]) {
        let mut counts = vec![0_u32; leads.len() + 1];
        for lead in leads.iter().flatten() {
            counts[*lead + 1] += 1;
        }
        for at in 1..counts.len() {
            counts[at] += counts[at - 1];
        }
        self.followers = vec![0; counts.last().map_or(0, |last| *last as usize)];
        let mut next = counts.clone();
        for (follower, chain) in leads.iter().enumerate() {
            for lead in chain {
                self.followers[next[*lead] as usize] = number(follower);
                next[*lead] += 1;
            }
        }
        self.follower_starts = counts;
    }

    /// The unit of a sentence.
    pub fn unit(&self, id: SentenceId) -> &Unit {
        &self.units[id.index()]
    }

    /// The token numbers of a unit, lead-in first, and how many of them are the lead-in's.
    pub fn tokens(&self, id: SentenceId) -> (&[u32], usize) {
        let unit = self.unit(id);
        let numbers = if unit.joined { &self.joined } else { &self.all };
        (&numbers[unit.tokens.clone()], unit.lead)
    }

    /// The sentence that holds a token.
    pub fn owner(&self, token: u32) -> Option<SentenceId> {
        self.owner.get(token as usize).filter(|owner| **owner != u32::MAX).map(|owner| SentenceId(*owner))
    }

    /// The sentences that complete this one: the items of the list that it leads in.
    pub fn followers(&self, id: SentenceId) -> impl Iterator<Item = SentenceId> {
        let at = id.index();
        let range = self.follower_starts[at] as usize..self.follower_starts[at + 1] as usize;
        self.followers[range].iter().map(|follower| SentenceId(*follower))
    }

    /// The units in which `phrase` can match at all, in order, each once.
    pub fn candidates(&self, phrase: &Phrase, analysis: &Analysis) -> Vec<SentenceId> {
        let mut found = Vec::new();
        for token in phrase.gate(analysis).into_iter().flatten() {
            let owner = self.owner[*token as usize];
            if owner != u32::MAX {
                found.push(SentenceId(owner));
                found.extend(self.followers(SentenceId(owner)));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The prose of some tokens of a unit, given as indices into [`Units::tokens`]. Where a match reaches from the lead-in into the
    /// item, the item's part is its place.
    pub fn prose(&self, id: SentenceId, analysis: &Analysis, start: usize, end: usize) -> ProseRange {
        let (tokens, lead) = self.tokens(id);
        let start = if start < lead && end > lead { lead } else { start };
        let range = |at: usize| tokens.get(at).map(|token| analysis.tokens()[*token as usize].range);
        match (range(start), range(end.saturating_sub(1))) {
            (Some(first), Some(last)) => first.join(last),
            _ => ProseRange::empty(0),
        }
    }
}

/// The sentences that lead in, nearest first: of an item of a list within a list within a list, all three.
pub fn lead_chain(reading: &Reading, nearest: Option<SentenceId>) -> impl Iterator<Item = SentenceId> {
    let above = |sentence: &SentenceId| reading.block(reading.sentence(*sentence).block).lead_in;
    std::iter::successors(nearest, above).take(LEAD_DEPTH)
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
