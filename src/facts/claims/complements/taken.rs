//! Participles behind an object that leave all of it: "information gathered online".

use crate::facts::claims::model::Slot;
use crate::lexicon::Action;

use super::Reader;

impl Reader<'_, '_> {
    /// "information gathered online", "data collected by us": all that the drafter takes in, there or anywhere.
    pub(super) fn taken(&mut self, at: usize) -> Option<usize> {
        let run = self.run;
        let online = |at| run.form(at).eq_ignore_ascii_case("online");
        if online(at) && at > self.start && run.is_action(at - 1, Action::Collect) {
            self.details.product = match (&self.details.product, run.words.products.website) {
                (Slot::Absent, Some(website)) => Slot::Known(website, run.range(at, at + 1)),
                _ => Slot::Unknown(Some(run.range(at, at + 1))),
            };
            return Some(at + 1);
        }
        let participle = at == self.start
            && at > 0
            && !run.stops(at)
            && run.form(at).to_ascii_lowercase().ends_with("ed")
            && run.is_action(at, Action::Collect)
            && run.actions(at - 1).is_none();
        let behind = run.form(at + 1).to_ascii_lowercase();
        let by_us = behind == "by" && run.form(at + 2).eq_ignore_ascii_case("us");
        let ours = by_us || behind == "from" || online(at + 1) || matches!(behind.as_str(), "on" | "through" | "via");
        (participle && ours).then_some(at + 1)
    }
}
