//! Rules as the engine uses them: checked, with compiled phrases. This is what the prepared packs hold.

mod conflict;
mod expression;
mod force;
mod kind;
mod pack;
mod pattern;
mod plain;
mod promise;
mod reference;
mod rule;
mod search;
mod value;
mod wording_checks;
mod yardstick;

pub use conflict::{Apart, Compare, Conflict, Measure, Position, Readers, Thing};
pub use expression::{LiteralRegex, Required};
pub use force::Force;
pub use kind::{
    Checklist, Denials, DeniedIn, Disclosure, Element, Item, Kind, Limb, Literal, Prohibited, States, Subject,
};
pub use pack::{Edition, Excuse, ExpectedStatus, Law, LawExample, Pack};
pub use pattern::{Pattern, Toward};
pub use promise::{Promise, PromiseCheck, Promised, Within};
pub use reference::{Part, Reference, Referent, Structure, Topic};
pub use rule::{Example, ExampleFormat, Explanation, Need, Reporting, Rule, Wording};
pub use search::{PhraseId, Scope, Search, SearchId, UnitKind};
pub use value::{Landmark, ValueCheck, ValueKind};
pub use wording_checks::{Aspect, Difference, DuplicateCheck, SlipCheck, TermCheck, TermFault, Together};
pub use yardstick::{Quantity, Yardstick};
