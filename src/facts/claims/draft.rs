//! Claims in the making: what a clause reads as before its sentence and section have their say.

use crate::lexicon::Action;
use crate::text::ProseRange;

use super::details::Details;
use super::group::Group;
use super::model::{Actor, Object, Polarity, Slot};
use super::parties::Party;

/// A claim before its sentence and section have their say.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) actor: Slot<Actor>,
    pub(super) polarity: Polarity,
    pub(super) possible: bool,
    pub(super) unreal: bool,
    pub(super) action: Action,
    pub(super) verb: ProseRange,
    pub(super) objects: Vec<Object>,
    pub(super) details: Details,
}

/// What a list can complete.
#[derive(Debug, Clone)]
pub(super) enum Open {
    /// Nothing.
    Closed,
    /// The objects of these drafts.
    Objects(Vec<Draft>),
    /// The verb of this subject, with what stands before it: "on our site, we do not:".
    Verb(Subject, Group, Box<Details>),
    /// The recipients of these drafts: "we share your data with these partners:".
    Recipients(Vec<Draft>),
    /// The purposes of these drafts: "we use cookies to:".
    Purposes(Vec<Draft>),
}

/// What a clause reads as.
#[derive(Debug, Clone)]
pub(super) struct ClauseReading {
    pub(super) drafts: Vec<Draft>,
    pub(super) open: Open,
    /// Its subject, where it has one with a verb.
    pub(super) subject: Option<Subject>,
}

/// The subject of a clause.
#[derive(Debug, Clone)]
pub(super) enum Subject {
    /// Those who act.
    Parties { list: Vec<Party>, either: bool, negations: u8 },
    /// What something is done to.
    Objects { objects: Vec<Object>, negations: u8 },
    /// "there is".
    There,
}

impl ClauseReading {
    pub(super) fn nothing() -> Self {
        Self { drafts: Vec::new(), open: Open::Closed, subject: None }
    }
}
