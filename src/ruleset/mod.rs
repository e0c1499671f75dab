//! Packs to checked, compiled rules. A bad rule is a diagnostic in its own file. Knows no document.

mod check;
mod definition;
mod inherit;
mod load;
mod schema;
mod set;

pub use check::kind_names;
pub use definition::{
    Checklist, Disclosure, Edition, Example, ExampleFormat, ExpectedStatus, Item, Kind, Law, LawExample, Limb,
    LiteralRegex, Need, Pack, Pattern, Prohibited, Reporting, Rule, Scope, Subject, ValueCheck, ValueKind, Wording,
};
pub use load::{RuleOverride, load};
pub use set::RuleSet;
