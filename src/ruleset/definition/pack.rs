//! Packs, and the laws that they speak for.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Pattern;
use crate::lexicon::AudienceId;

/// A pack of rules and the law it speaks for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Pack {
    /// Its id, which is also its law's.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Its version.
    pub version: String,
    /// ISO 3166 code of where the law holds, such as `US-CA`.
    pub jurisdiction: Option<String>,
    /// Whether its rules run unless configured otherwise. A law whose pack is not enabled comes into play only where the
    /// configuration or the text names it; wording that points to it is not enough.
    pub enabled: bool,
    /// The law, for packs that speak for one.
    pub law: Option<Law>,
    /// The law's editions, oldest first.
    pub editions: Vec<Edition>,
    /// The file it comes from, for messages about the pack itself.
    pub path: String,
}

/// A law and what brings it into play.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Law {
    /// Its name for people.
    pub name: String,
    /// The pack of the law whose words this one keeps: what a text misses alike under both is told once.
    pub follows: Option<String>,
    /// Audiences whose being spoken to names it.
    pub addressed: Vec<AudienceId>,
    /// Words by which a text names it.
    pub named: Vec<Pattern>,
    /// Wording that points to it.
    pub inferred: Vec<Pattern>,
    /// What rules of the pack have taken over as conditions of theirs.
    pub unless: Vec<Excuse>,
    /// Texts that show the triggers at work.
    pub examples: Vec<LawExample>,
}

/// Where rules of a law have nothing to tell: the text says that the law does not reach its author, or leaves its matter to another text.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Excuse {
    /// What says so.
    pub pattern: Pattern,
    /// The kinds of rules that it excuses from, by their names in rule files; all, where empty.
    pub kinds: Vec<String>,
    /// The rules that it doesn't excuse from.
    pub except: Vec<String>,
}

impl Excuse {
    /// Whether it excuses from a rule of the pack.
    pub fn covers(&self, rule: &str, kind: &str) -> bool {
        (self.kinds.is_empty() || self.kinds.iter().any(|own| own == kind))
            && !self.except.iter().any(|other| other == rule)
    }
}

/// A text and whether it brings a law into play.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LawExample {
    /// The text, Markdown.
    pub text: String,
    /// What it does.
    pub expected: ExpectedStatus,
    /// Bytes of the text in the pack's file.
    pub place: (usize, usize),
}

/// Whether a text brings a law into play.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExpectedStatus {
    /// It names the law.
    Named,
    /// It points to it.
    Inferred,
    /// Neither.
    None,
}

impl Pack {
    /// The edition in force on `day`.
    pub fn edition(&self, day: Date) -> Option<&Edition> {
        let on = |edition: &&Edition| edition.since <= day && edition.until.is_none_or(|until| day <= until);
        self.editions.iter().filter(on).max_by_key(|edition| edition.since)
    }

    /// Whether its law is in force on `day`: before its first edition and after its last one it asks for nothing.
    pub fn in_force(&self, day: Date) -> bool {
        self.editions.is_empty() || self.edition(day).is_some()
    }
}

/// An edition of a law.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Edition {
    /// Its id.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// First day in force.
    pub since: Date,
    /// Last day in force.
    pub until: Option<Date>,
}
