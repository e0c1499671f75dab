//! What something is done for.

use crate::facts::claims::model::Slot;
use crate::facts::claims::objects::separator;
use crate::lexicon::{Cue, CueSet, Punctuation, TermKind};

use super::Reader;

impl Reader<'_, '_> {
    /// "for advertising", "to track you". A purpose counts as known where nothing else is told with it.
    pub(super) fn purpose(&mut self, at: usize) -> Option<usize> {
        let run = self.run;
        let mut end = at + run.cue(at, Cue::To).or_else(|| run.cue(at, Cue::For))?;
        self.purpose_open = true;
        let mut terms = Vec::new();
        let mut whole;
        loop {
            let bare = [Cue::Article, Cue::Our, Cue::Every].into_iter().fold(end, |at, cue| run.skip(at, cue));
            let Some((term, length)) = run.term(bare, |kind| kind == TermKind::Purpose) else {
                whole = false;
                break;
            };
            terms.push(term);
            end = bare + length;
            if matches!(run.form(end), "purposes" | "purpose" | "reasons") {
                end += 1;
            }
            whole = self.ends_purpose(end);
            match separator(run, end) {
                Some(next) => end = run.skip(run.skip(next, Cue::To), Cue::For),
                None => break,
            }
        }
        let range = run.range(at, end);
        self.details.purposes = match (&self.details.purposes, terms.is_empty()) {
            (Slot::Absent, false) if whole => Slot::Known(terms, range),
            (Slot::Known(before, first), false) if whole => {
                Slot::Known(before.iter().copied().chain(terms).collect(), first.join(range))
            }
            // A purpose that is known stands for what is affirmed; a denial needs them all.
            (_, false) => {
                self.details.unread.get_or_insert(range);
                Slot::Known(terms, range)
            }
            (known @ Slot::Known(..), true) => {
                self.details.unread.get_or_insert(range);
                known.clone()
            }
            (_, true) => Slot::Unknown(Some(range)),
        };
        Some(end.max(at + 1))
    }

    fn ends_purpose(&self, at: usize) -> bool {
        let run = self.run;
        run.stops(at)
            || run.parted(at, Punctuation::CLOSE)
            || run.any(at, CueSet::of(&[Cue::And, Cue::Or, Cue::Nor, Cue::AtAll, Cue::Place, Cue::Adverb]))
    }
}
