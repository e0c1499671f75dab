//! Packs to checked, compiled rules. A bad rule is a diagnostic in its own file. Knows no document.

mod check;
mod definition;
mod elements;
mod inherit;
mod intern;
mod load;
mod schema;
mod set;

pub use check::kind_names;
pub use definition::{
    Aspect, Checklist, Difference, Disclosure, DuplicateCheck, Edition, Element, Example, ExampleFormat,
    ExpectedStatus, Explanation, Force, Item, Kind, Law, LawExample, Limb, Literal, LiteralRegex, Need, Pack, Pattern,
    PhraseId, Prohibited, Reporting, Rule, Scope, Search, SearchId, SlipCheck, Subject, TermCheck, TermFault, UnitKind,
    ValueCheck, ValueKind, Wording,
};
pub use load::{RuleOverride, load};
pub use set::RuleSet;
