//! What stands around verb and object, once read.

use crate::lexicon::TermId;
use crate::text::ProseRange;

use super::model::{Actor, Exception, Object, Slot, Time};

/// What the complements of a clause say.
#[derive(Debug, Clone)]
pub(super) struct Details {
    pub(super) recipients: Slot<Vec<TermId>>,
    pub(super) purposes: Slot<Vec<TermId>>,
    pub(super) product: Slot<TermId>,
    pub(super) time: Slot<Time>,
    pub(super) exception: Slot<Exception>,
    /// Who does it, behind "by"; `None` within where it can't be told who that is.
    pub(super) agent: Option<(Option<Actor>, ProseRange)>,
    /// By what means.
    pub(super) instruments: Vec<Object>,
    /// What "such as" adds to the objects.
    pub(super) examples: Vec<Object>,
    /// "with your consent".
    pub(super) consented: Option<ProseRange>,
    /// "in your browser": the means, where it is the reader who acts.
    pub(super) device: Option<ProseRange>,
    /// "about your friends": whose or what the object is, where it is not the reader's.
    pub(super) about: Option<ProseRange>,
    /// Whether a list behind the clause tells the recipients: "to the following:".
    pub(super) recipients_follow: bool,
    /// Whether "any" stands for the object of the clause before.
    pub(super) elliptic: bool,
    /// Whether "only" stands behind the object.
    pub(super) only: bool,
    /// Whether a condition or contrast is said.
    pub(super) narrows: bool,
    /// Whether an adverb leaves exceptions open.
    pub(super) hedged: bool,
    pub(super) unread: Option<ProseRange>,
}

impl Default for Details {
    fn default() -> Self {
        Self {
            recipients: Slot::Absent,
            purposes: Slot::Absent,
            product: Slot::Absent,
            time: Slot::Absent,
            exception: Slot::Absent,
            agent: None,
            instruments: Vec::new(),
            examples: Vec::new(),
            consented: None,
            device: None,
            about: None,
            recipients_follow: false,
            elliptic: false,
            only: false,
            narrows: false,
            hedged: false,
            unread: None,
        }
    }
}

impl Details {
    /// These details of a predicate together with those that stand before its subject.
    pub(super) fn behind(&self, front: &Self) -> Self {
        Self {
            recipients: both(&front.recipients, &self.recipients),
            purposes: both(&front.purposes, &self.purposes),
            product: both(&front.product, &self.product),
            time: times(&front.time, &self.time),
            exception: both(&front.exception, &self.exception),
            consented: front.consented.or(self.consented),
            narrows: front.narrows || self.narrows,
            hedged: front.hedged || self.hedged,
            unread: front.unread.or(self.unread),
            ..self.clone()
        }
    }
}

/// "in the last year, we have sold": the past that the year lies in adds nothing.
fn times(front: &Slot<Time>, own: &Slot<Time>) -> Slot<Time> {
    match (front.known(), own.known()) {
        (Some(Time::LastYear), Some(Time::Past)) => front.clone(),
        (Some(Time::Past), Some(Time::LastYear)) => own.clone(),
        _ => both(front, own),
    }
}

fn both<T: Clone + PartialEq>(front: &Slot<T>, own: &Slot<T>) -> Slot<T> {
    match (front, own) {
        (Slot::Absent, slot) | (slot, Slot::Absent) => slot.clone(),
        (one, other) if one.known().is_some() && one.known() == other.known() => other.clone(),
        (one, _) => Slot::Unknown(one.range()),
    }
}
