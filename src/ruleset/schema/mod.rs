//! Rule and pack files as authors write them: unchecked, with the place of every value that is checked later.

mod kinds;
mod lexicon;
mod rule;

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

pub(in crate::ruleset) use kinds::*;
pub(in crate::ruleset) use lexicon::*;
pub(in crate::ruleset) use rule::*;

/// A string that remembers where it stands.
pub(in crate::ruleset) type Text = Spanned<String>;

/// `pack.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::ruleset) struct PackFile {
    pub id: Text,
    pub name: String,
    pub version: String,
    pub jurisdiction: Option<String>,
    /// Whether the rules run unless the configuration says otherwise; of a law, whether wording that only points to it brings it in.
    #[serde(default = "yes")]
    pub enabled: bool,
    pub law: Option<LawFile>,
    #[serde(default)]
    pub edition: Vec<EditionFile>,
    /// Conditions that several rules share, by name.
    #[serde(default)]
    pub condition: BTreeMap<String, PatternFile>,
}

fn yes() -> bool {
    true
}

/// The law that a pack speaks for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::ruleset) struct LawFile {
    pub name: String,
    /// The audiences of all rules of the pack that name none.
    #[serde(default)]
    pub audiences: Vec<Text>,
    /// The law whose words this one keeps: what a text misses alike under both is told once.
    pub follows: Option<Text>,
    /// Audiences whose being spoken to names the law.
    #[serde(default)]
    pub addressed: Vec<Text>,
    /// Words by which a text names the law or those it protects.
    #[serde(default)]
    pub named: Vec<PatternFile>,
    /// Wording that points to the law without naming it.
    #[serde(default)]
    pub inferred: Vec<PatternFile>,
    /// Where a text says that the law does not reach its author: no rule of the pack tells anything.
    #[serde(default)]
    pub unless: Vec<PatternFile>,
    /// Texts that show the triggers at work.
    #[serde(default)]
    pub example: Vec<LawExampleFile>,
}

/// A text and whether it brings the law into play.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::ruleset) struct LawExampleFile {
    pub text: Text,
    /// `named`, `inferred` or `none`.
    pub status: Text,
}

/// An edition of a law.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::ruleset) struct EditionFile {
    pub id: String,
    pub name: String,
    pub since: Spanned<Datetime>,
    pub until: Option<Spanned<Datetime>>,
}
