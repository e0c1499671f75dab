//! Rules as the engine uses them: checked, with compiled phrases. This is what the prepared packs hold.

mod force;
mod kind;
mod pack;
mod pattern;
mod reference;
mod rule;
mod search;

pub use force::Force;
pub use kind::{Checklist, Disclosure, Element, Item, Kind, Limb, Literal, Prohibited, Subject, ValueCheck, ValueKind};
pub use pack::{Edition, ExpectedStatus, Law, LawExample, Pack};
pub use pattern::{Pattern, Toward};
pub use reference::{Part, Reference, Referent, Structure, Topic};
pub use rule::{Example, ExampleFormat, Explanation, Need, Reporting, Rule, Wording};
pub use search::{LiteralRegex, PhraseId, Scope, Search, SearchId, UnitKind};
