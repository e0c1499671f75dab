//! What is done in a claim, as families of verbs.

use serde::{Deserialize, Serialize};

use super::term::TermKind;

/// A family of verbs that make one kind of statement about practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Takes in: collect, gather, receive.
    Collect,
    /// Makes use of: use, process, analyse.
    Use,
    /// Puts on a device: set, place, store (a cookie).
    Place,
    /// Hands on: share, disclose, transfer.
    Share,
    /// Hands on for value: sell, rent, trade.
    Sell,
    /// Observes people: track, monitor, profile.
    Track,
    /// Keeps: retain, store (data), archive.
    Retain,
    /// Removes: delete, erase, anonymise.
    Delete,
    /// Lets others do: allow, permit.
    Permit,
    /// Obeys a signal: honor, respond to.
    Honor,
    /// Turns away, as users do: refuse, block, decline.
    Refuse,
    /// Does what is named by its purpose: "engage in profiling", "track you".
    Conduct,
}

impl Action {
    /// All actions.
    pub const ALL: [Self; 12] = [
        Self::Collect,
        Self::Use,
        Self::Place,
        Self::Share,
        Self::Sell,
        Self::Track,
        Self::Retain,
        Self::Delete,
        Self::Permit,
        Self::Honor,
        Self::Refuse,
        Self::Conduct,
    ];

    /// Its name in files and output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Collect => "collect",
            Self::Use => "use",
            Self::Place => "place",
            Self::Share => "share",
            Self::Sell => "sell",
            Self::Track => "track",
            Self::Retain => "retain",
            Self::Delete => "delete",
            Self::Permit => "permit",
            Self::Honor => "honor",
            Self::Refuse => "refuse",
            Self::Conduct => "conduct",
        }
    }

    /// The action of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.name() == name)
    }

    /// The kind of object that tells this action from others of the same verb: one stores data and stores a cookie.
    pub fn object(self) -> Option<TermKind> {
        match self {
            Self::Place | Self::Refuse => Some(TermKind::Mechanism),
            Self::Honor => Some(TermKind::Signal),
            Self::Conduct => Some(TermKind::Purpose),
            Self::Collect | Self::Share | Self::Sell | Self::Retain | Self::Delete => Some(TermKind::Data),
            Self::Use | Self::Track | Self::Permit => None,
        }
    }
}

/// The actions that one verb can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ActionSet(u16);

impl ActionSet {
    /// With one more.
    #[must_use]
    pub fn with(self, action: Action) -> Self {
        Self(self.0 | 1 << action as u16)
    }

    /// Whether an action is among them.
    pub fn has(self, action: Action) -> bool {
        self.0 & (1 << action as u16) != 0
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The action that the verb stands for with an object of this kind.
    pub fn with_object(self, kind: Option<TermKind>) -> Option<Action> {
        let mut among = Action::ALL.into_iter().filter(|action| self.has(*action));
        among.clone().find(|action| kind.is_some() && action.object() == kind).or_else(|| among.next())
    }
}
