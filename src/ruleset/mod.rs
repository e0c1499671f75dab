//! Packs to checked, compiled rules. A bad rule is a diagnostic in its own file. Knows no document.

mod check;
mod definition;
mod elements;
mod inherit;
mod intern;
mod literals;
mod load;
mod schema;
mod set;

pub use check::kind_names;
pub use definition::{
    Apart, Aspect, Checklist, Compare, Conflict, Denials, DeniedIn, Difference, Disclosure, DuplicateCheck, Edition,
    Element, Example, ExampleFormat, Excuse, ExpectedStatus, Explanation, Force, Item, Kind, Landmark, Law, LawExample,
    Limb, Literal, LiteralRegex, Measure, Need, Pack, Part, Pattern, PhraseId, Position, Prohibited, Promise,
    PromiseCheck, Promised, Quantity, Readers, Reference, Referent, Reporting, Required, Rule, Scope, Search, SearchId,
    SlipCheck, States, Structure, Subject, TermCheck, TermFault, Thing, Together, Topic, Toward, UnitKind, ValueCheck,
    ValueKind, Within, Wording, Yardstick,
};
pub use load::{RuleOverride, load};
pub use set::RuleSet;
