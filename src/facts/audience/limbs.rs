//! Limbs of a sentence that speak to others than the rest: "In Oregon you may have a list of them; in Delaware, one of their categories."

use crate::doc::SentenceId;
use crate::lexicon::{AudienceSet, Phrase, Punctuation};

use super::Addressed;
use super::reader::{Reader, Spoken};

/// A limb: where it begins in the prose, and whom it speaks to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Limb<S> {
    /// Its sentence.
    pub(super) sentence: SentenceId,
    /// Where it begins in the prose; it ends where the next one begins.
    pub(super) start: usize,
    /// Whom it speaks to.
    pub(super) readers: S,
}

/// Fewer words behind the names say nothing of their own.
const LEAST_WORDS: usize = 3;

impl<'a> Reader<'a> {
    /// The limbs of a sentence from the first one that names those whom it speaks to. One behind it that names nobody speaks to all of
    /// them.
    ///
    /// `first` is whom the words before the first limb speak to, and `named` whether these say so.
    pub(super) fn limbs(
        &mut self,
        sentence: SentenceId,
        first: &AudienceSet,
        named: bool,
        addressed: &mut Vec<Addressed>,
    ) -> Vec<Limb<AudienceSet>> {
        let tokens = self.tokens(sentence);
        let mut limbs: Vec<Limb<AudienceSet>> = Vec::new();
        for at in 1..tokens.len() {
            let token = self.analysis.tokens()[tokens[at] as usize];
            let parted = token.before.intersects(Punctuation::SEMICOLON);
            let readers = match self.limb(tokens, at, parted, parted || named || !limbs.is_empty()) {
                Some(spoken) => {
                    self.note(&spoken, sentence, addressed);
                    spoken.set.within(&AudienceSet { places: Vec::new(), without: Vec::new(), ..first.clone() })
                }
                None if parted && !limbs.is_empty() => {
                    limbs.iter().fold(first.clone(), |all, limb| all.and(&limb.readers))
                }
                None => continue,
            };
            limbs.push(Limb { sentence, start: token.range.start(), readers });
        }
        limbs
    }

    /// Whom the limb that begins at a word speaks to, if one begins there.
    fn limb(&mut self, tokens: &'a [u32], at: usize, parted: bool, further: bool) -> Option<Spoken> {
        let addressing = &self.lexicon.addressing;
        let (before, limb) = tokens.split_at(at);
        let joined = self.find(&addressing.joins, limb).map(|join| join.end);
        if !parted && (joined.is_none() || self.find(&addressing.not_limbs, before).is_some()) {
            return None;
        }
        let limb = &limb[joined.unwrap_or(0)..];
        let further: &[Phrase] = if further { &addressing.further_limbs } else { &[] };
        let spoken = self.spoken(&addressing.limbs, limb).or_else(|| self.spoken(further, limb))?;
        let behind = |token: &&u32| self.analysis.tokens()[**token as usize].range.start() >= spoken.range.end();
        let says = limb.iter().filter(behind).count() >= LEAST_WORDS;
        (says && self.find(&addressing.not_sentences, limb).is_none()).then_some(spoken)
    }
}
