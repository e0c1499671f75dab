//! To whom something is handed.

use crate::facts::claims::model::{Actor, Slot};
use crate::facts::claims::objects::separator;
use crate::facts::claims::parties::{Party, party};
use crate::lexicon::{Cue, CueSet};

use super::Reader;

/// How many words may name somebody by a role.
const LONGEST_ROLE: usize = 4;

impl Reader<'_, '_> {
    /// "to advertisers and data brokers", "with these partners:".
    pub(super) fn recipient(&mut self, at: usize) -> Option<usize> {
        if !self.hands_on {
            return None;
        }
        let run = self.run;
        let preposition = run.cue(at, Cue::To).or_else(|| run.cue(at, Cue::With))?;
        let mut end = at + preposition;
        let bare = run.skip(end, Cue::Article);
        let points = run.is(bare, Cue::Following) || run.is(bare, Cue::Demonstrative);
        if points && (bare + 1..=bare + LONGEST_ROLE).any(|at| at == run.len()) {
            self.details.recipients = Slot::Unknown(Some(run.range(at, run.len())));
            self.details.recipients_follow = true;
            return Some(run.len());
        }
        let mut terms = Vec::new();
        loop {
            let behind = match party(run, run.skip(end, Cue::Every)) {
                Some((Party { actor: Some(Actor::Party(term)), .. }, behind)) => {
                    terms.push(term);
                    behind
                }
                // "with tour guides and advertisers": one who is not known beside others who are.
                _ => match self.role(end) {
                    Some(behind) => {
                        self.unread(end, behind);
                        behind
                    }
                    None => break,
                },
            };
            end = behind;
            match separator(run, behind) {
                Some(next) => end = next,
                None => break,
            }
        }
        if terms.is_empty() {
            self.details.recipients = Slot::Unknown(Some(run.range(at, end)));
            return None;
        }
        self.details.recipients = Slot::Known(terms, run.range(at, end));
        Some(end)
    }

    /// A noun of a few words that is no recipient the lexicon knows, before another in the list.
    fn role(&self, start: usize) -> Option<usize> {
        const CLOSED: CueSet = CueSet::of(&[
            Cue::Your,
            Cue::You,
            Cue::Pronoun,
            Cue::Following,
            Cue::Relative,
            Cue::Not,
            Cue::If,
            Cue::Consent,
            Cue::Matter,
            Cue::Except,
            Cue::To,
        ])
        .union(CueSet::PREPOSITIONS)
        .union(CueSet::AUXILIARIES);
        let run = self.run;
        let end = (start + 1..=start + LONGEST_ROLE).find(|at| separator(run, *at).is_some())?;
        let open = (start..end).any(|at| run.any(at, CLOSED) || run.actions(at).is_some());
        (!open && separator(run, end).is_some_and(|next| next < run.len())).then_some(end)
    }
}
