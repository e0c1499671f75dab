//! How many requirements are met.

use crate::report::{Requirement, RequirementStatus};

/// Counts of requirements by status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) met: usize,
    pub(super) partial: usize,
    pub(super) missing: usize,
    pub(super) not_applicable: usize,
}

impl Tally {
    pub(super) fn of<'r>(requirements: impl Iterator<Item = &'r Requirement>) -> Self {
        let mut tally = Self::default();
        for requirement in requirements {
            match requirement.status {
                RequirementStatus::Met => tally.met += 1,
                RequirementStatus::Partial => tally.partial += 1,
                RequirementStatus::Missing => tally.missing += 1,
                RequirementStatus::NotApplicable => tally.not_applicable += 1,
            }
        }
        tally
    }

    pub(super) fn add(&mut self, other: Self) {
        self.met += other.met;
        self.partial += other.partial;
        self.missing += other.missing;
        self.not_applicable += other.not_applicable;
    }

    /// How many are asked of the text.
    pub(super) fn asked(self) -> usize {
        self.met + self.partial + self.missing
    }

    /// `9 of 14 met, 2 partial`.
    pub(super) fn share(self) -> String {
        match (self.asked(), self.partial) {
            (0, _) => "nothing applies".to_owned(),
            (asked, 0) => format!("{} of {asked} met", self.met),
            (asked, partial) => format!("{} of {asked} met, {partial} partial", self.met),
        }
    }

    /// `9 of 14 met, 2 partial, 3 missing; 4 not applicable`.
    pub(super) fn in_full(self) -> String {
        let mut words = self.share();
        if self.missing > 0 {
            words.push_str(&format!(", {} missing", self.missing));
        }
        if self.not_applicable > 0 {
            words.push_str(&format!("; {} not applicable", self.not_applicable));
        }
        words
    }
}
