//! What a text says it gives, and what keeps its word.

use serde::{Deserialize, Serialize};

use super::{Pattern, Wording};
use crate::report::Severity;

/// What a text says it gives must be there: a number where it tells people to call.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PromiseCheck {
    /// What is promised, each told on its own.
    pub promises: Vec<Promise>,
    /// Values in sentences that one of these finds are somebody else's and keep nothing.
    pub others: Vec<Pattern>,
    /// How grave it is, and what to say, where the value stands in another part of the text than it should.
    pub elsewhere: Option<(Severity, Wording)>,
}

/// Something that is promised.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Promise {
    /// Where it is given; by every document, where empty.
    pub find: Vec<Pattern>,
    /// The values that keep it, any of them.
    pub values: Vec<Promised>,
    /// Where they must stand.
    pub within: Within,
    /// What else keeps it, wherever it stands.
    pub kept: Vec<Pattern>,
}

/// A value that keeps a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Promised {
    /// An address of e-mail, written or linked.
    Email,
    /// A telephone number, written or linked.
    Phone,
    /// A postal address.
    PostalAddress,
    /// A web address, as written.
    WebAddress,
    /// A link that leads out of the page.
    Link,
    /// A date.
    Date,
}

/// Where what is promised must stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Within {
    /// In the same sentence or the next one.
    Here,
    /// In the same section, with all sections around it but the whole document.
    Section,
    /// In the first or the last tenth of the document.
    Edge,
    /// Anywhere in the text.
    #[default]
    Anywhere,
}

impl Promised {
    /// Names in rules.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("email", Self::Email),
        ("phone", Self::Phone),
        ("postal-address", Self::PostalAddress),
        ("web-address", Self::WebAddress),
        ("link", Self::Link),
        ("date", Self::Date),
    ];
}

impl Within {
    /// Names in rules.
    pub const NAMES: [(&'static str, Self); 4] =
        [("here", Self::Here), ("section", Self::Section), ("edge", Self::Edge), ("anywhere", Self::Anywhere)];
}

impl PromiseCheck {
    /// All its patterns.
    pub fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        self.promises.iter().flat_map(|promise| promise.find.iter().chain(&promise.kept)).chain(&self.others)
    }
}
