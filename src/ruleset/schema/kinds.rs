//! The tables that rules of one kind have.

use serde::Deserialize;

use super::*;

/// Where a checklist's enumeration is.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::ruleset) struct ListFile {
    /// What introduces the enumeration.
    pub lead_in: Vec<PatternFile>,
    /// What says that the list is open.
    #[serde(default)]
    pub open: Vec<Text>,
    /// How many recognised items make it an enumeration of this kind.
    #[serde(default = "two")]
    pub minimum: usize,
    /// What shows that the matter is mentioned at all.
    #[serde(default)]
    pub mentioned: Vec<PatternFile>,
    /// What to say where it is not; silence is no finding without it.
    pub absent: Option<AbsentFile>,
}

fn two() -> usize {
    2
}

/// What a text says it gives.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct PromiseFile {
    /// The values that keep it, any of them.
    pub values: Vec<Text>,
    /// Where they must stand; anywhere in the text, where nothing is said.
    pub within: Option<Text>,
    /// Where it is given; by every document, where nothing is said.
    #[serde(default)]
    pub find: Vec<PatternFile>,
    /// What else keeps it.
    #[serde(default)]
    pub kept: Vec<PatternFile>,
}

/// Something that a text cannot speak of before its day.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct LandmarkFile {
    pub label: String,
    pub since: Spanned<Datetime>,
    pub find: Vec<PatternFile>,
}

/// One item of a checklist.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct ItemFile {
    pub key: Text,
    pub label: String,
    pub citation: String,
    pub any: Vec<Text>,
    #[serde(default)]
    pub limb: Vec<LimbFile>,
}

/// A part of an item that belongs to it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct LimbFile {
    pub label: String,
    pub any: Vec<Text>,
}

/// What a contradiction is about.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct SubjectFile {
    pub actions: Vec<Text>,
    #[serde(default)]
    pub affirmed_by: Vec<Text>,
    pub object: Text,
    pub denials: Option<Text>,
    pub denied_in: Option<Text>,
    pub states: Option<Text>,
    pub positive_label: Text,
    pub negative_label: Text,
}

/// Slips of the pen and of machines.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct SlipFile {
    pub kinds: Vec<Text>,
    /// Of doubled words, and of first words of glued sentences, those that are never doubled on purpose.
    #[serde(default)]
    pub words: Vec<String>,
    /// Of misspellings, those that are names or right in some spelling.
    #[serde(default)]
    pub spared: Vec<String>,
    /// It is none where one of these stands in its paragraph or in the heading above.
    #[serde(default)]
    pub except: Vec<Text>,
}

/// Names that a text gives to things.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct TermFile {
    pub fault: Option<Text>,
    /// How often a name must be used to count.
    #[serde(default = "two")]
    pub least: usize,
    /// Names that need no explanation.
    #[serde(default)]
    pub except: Vec<String>,
    /// Words for common things: a name that ends in one of them speaks for itself.
    #[serde(default)]
    pub heads: Vec<String>,
    /// What says that names are explained elsewhere.
    #[serde(default)]
    pub elsewhere: Vec<Text>,
    /// Names of one and the same thing.
    #[serde(default)]
    pub name: Vec<NameFile>,
    /// How many of them may stand.
    #[serde(default = "one")]
    pub most: usize,
    /// How many of them the text must define itself.
    #[serde(default)]
    pub defined: usize,
    /// What says that two of them mean the same.
    #[serde(default)]
    pub equated: Vec<Text>,
}

fn one() -> usize {
    1
}

/// A name that a thing goes by.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct NameFile {
    pub label: String,
    pub any: Vec<Text>,
}

/// What stands twice.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct DuplicateFile {
    pub of: Text,
    /// How long it must be, in words or items.
    pub least: usize,
    #[serde(default)]
    pub differs: Vec<Text>,
    /// Of sentences, where both must stand.
    #[serde(default)]
    pub within: Vec<Text>,
    /// It does not count where one of these stands in it.
    #[serde(default)]
    pub except: Vec<Text>,
}

/// What a translation is held to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct ParityFile {
    pub compare: Vec<Text>,
}

/// Headings that promise something, and the words that keep the promise.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct TopicFile {
    #[serde(default)]
    pub label: String,
    #[serde(default)]
    pub heading: Vec<Text>,
    #[serde(default)]
    pub body: Vec<Text>,
    /// Headings that only look like it.
    #[serde(default)]
    pub none: Vec<Text>,
}

/// What is measured, and how much of it is too much.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::ruleset) struct MeasureFile {
    pub of: Text,
    pub over: u32,
    /// What is more than this is another rule's matter.
    pub up_to: Option<u32>,
}

/// What is compared, and what keeps statements apart.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct CompareFile {
    pub value: Option<Text>,
    pub readers: Option<Text>,
    pub apart: Option<Text>,
    pub documents: Option<Text>,
    /// With `apart = "sentence"`, sentences with one of these go on with what their paragraph said before.
    #[serde(default, rename = "turned-by")]
    pub turned_by: Vec<Text>,
    #[serde(default)]
    pub flat: bool,
    /// Whether things are looked for in the words of the match only.
    #[serde(default)]
    pub within: bool,
    #[serde(default)]
    pub none: Vec<Text>,
    /// A heading with one of these begins another text.
    #[serde(default, rename = "ended-by")]
    pub ended_by: Vec<Text>,
}

/// A position that statements take.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct PositionFile {
    pub key: Text,
    pub label: Text,
    /// The disclosure whose patterns of that stance show it, or the conflict that has such a position.
    pub like: Option<Text>,
    /// Whether what names no product is said of each.
    #[serde(default)]
    pub whole: bool,
    #[serde(default)]
    pub says: Vec<PatternFile>,
}

/// Something of which statements can speak.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct ThingFile {
    pub label: Text,
    pub any: Vec<Text>,
}
