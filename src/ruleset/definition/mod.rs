//! Rules as the engine uses them: checked, with compiled phrases. This is what the prepared packs hold.

mod force;
mod kind;
mod pack;
mod pattern;
mod rule;
mod search;
mod wording_checks;

pub use force::Force;
pub use kind::{Checklist, Disclosure, Element, Item, Kind, Limb, Literal, Prohibited, Subject, ValueCheck, ValueKind};
pub use pack::{Edition, ExpectedStatus, Law, LawExample, Pack};
pub use pattern::Pattern;
pub use rule::{Example, ExampleFormat, Explanation, Need, Reporting, Rule, Wording};
pub use search::{LiteralRegex, PhraseId, Scope, Search, SearchId, UnitKind};
pub use wording_checks::{Aspect, Difference, DuplicateCheck, SlipCheck, TermCheck, TermFault};
