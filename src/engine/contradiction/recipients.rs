//! Whether data are handed to those to whom it is said that they aren't.
//!
//! What a denial of sharing leaves open is read as drafters mean it: whoever works for the drafter, affiliates, authorities and buyers of
//! the business are no third parties there. Only who receives data for ends of its own is.

use crate::lexicon::{Action, Ontology, TermId};

use super::region::{Instance, Universal};

/// The tag of recipients that have ends of their own, and of purposes that are the recipients' own.
const OWN_ENDS: &str = "own-ends";
/// The tag of purposes for which any drafter hands data on: the service itself, the law, a sale of the business.
const EXPECTED: &str = "expected";

/// What recipients are compared by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recipients<'a> {
    pub(super) ontology: &'a Ontology,
    pub(super) anyone: Option<TermId>,
    pub(super) third_party: Option<TermId>,
}

impl Recipients<'_> {
    /// Whether some recipient of `instance` is proved to be one that `universal` speaks of.
    pub(super) fn inside(&self, instance: &Instance, universal: &Universal) -> bool {
        if !universal.hands_on {
            return true;
        }
        match universal.recipient.filter(|broad| !self.is_open(*broad)) {
            Some(broad) => instance.recipients.iter().any(|narrow| self.ontology.is_a(*narrow, broad)),
            // Who pays for data buys them for ends of its own.
            None if instance.action == Action::Sell => true,
            None => {
                instance.recipients.iter().any(|narrow| self.has_own_ends(*narrow, instance))
                    && !self.is_expected(instance)
            }
        }
    }

    /// "third parties", "anyone".
    fn is_open(&self, recipient: TermId) -> bool {
        Some(recipient) == self.anyone || Some(recipient) == self.third_party
    }

    /// Whether it is known for ends of its own, or receives the data for such.
    fn has_own_ends(&self, recipient: TermId, instance: &Instance) -> bool {
        let third_party = self.third_party.is_some_and(|third_party| self.ontology.is_a(recipient, third_party));
        self.ontology.tagged(recipient, OWN_ENDS)
            || third_party && instance.purposes.iter().any(|purpose| self.ontology.tagged(*purpose, OWN_ENDS))
    }

    fn is_expected(&self, instance: &Instance) -> bool {
        instance.purposes.iter().any(|purpose| self.ontology.tagged(*purpose, EXPECTED))
    }
}
