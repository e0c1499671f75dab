//! Rules as the engine uses them: checked, with compiled phrases. This is what the prepared packs hold.

mod force;
mod kind;
mod pack;
mod pattern;
mod rule;
mod search;

pub use force::Force;
pub use kind::{
    Checklist, Denials, DeniedIn, Disclosure, Element, Item, Kind, Limb, Literal, Prohibited, States, Subject,
    ValueCheck, ValueKind,
};
pub use pack::{Edition, ExpectedStatus, Law, LawExample, Pack};
pub use pattern::Pattern;
pub use rule::{Example, ExampleFormat, Explanation, Need, Reporting, Rule, Wording};
pub use search::{LiteralRegex, PhraseId, Scope, Search, SearchId, UnitKind};
