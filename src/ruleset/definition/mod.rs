//! Rules as the engine uses them: checked, with compiled phrases. This is what the prepared packs hold.

mod kind;
mod pack;
mod pattern;
mod rule;

pub use kind::{Checklist, Disclosure, Element, Item, Kind, Limb, Prohibited, Subject, ValueCheck, ValueKind};
pub use pack::{Edition, ExpectedStatus, Law, LawExample, Pack};
pub use pattern::{LiteralRegex, Pattern, Scope};
pub use rule::{Example, ExampleFormat, Need, Reporting, Rule, Wording};
