//! Rule and pack files as authors write them: unchecked, with the place of every value that is checked later.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::report::{Confidence, Persona, Severity};

/// A string that remembers where it stands.
pub(super) type Text = Spanned<String>;

/// `pack.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PackFile {
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
}

fn yes() -> bool {
    true
}

/// The law that a pack speaks for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LawFile {
    pub name: String,
    /// The audiences of all rules of the pack that name none.
    #[serde(default)]
    pub audiences: Vec<Text>,
    /// Audiences whose being spoken to names the law.
    #[serde(default)]
    pub addressed: Vec<Text>,
    /// Words by which a text names the law or those it protects.
    #[serde(default)]
    pub named: Vec<PatternFile>,
    /// Wording that points to the law without naming it.
    #[serde(default)]
    pub inferred: Vec<PatternFile>,
    /// Texts that show the triggers at work.
    #[serde(default)]
    pub example: Vec<LawExampleFile>,
}

/// A text and whether it brings the law into play.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LawExampleFile {
    pub text: Text,
    /// `named`, `inferred` or `none`.
    pub status: Text,
}

/// An edition of a law.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct EditionFile {
    pub id: String,
    pub name: String,
    pub since: Spanned<Datetime>,
    pub until: Option<Spanned<Datetime>>,
}

/// One rule. All fields but `id` may be inherited with `like`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RuleFile {
    pub id: Option<Text>,
    pub like: Option<Text>,
    pub aliases: Option<Vec<String>>,
    /// Several rules that ask for one and the same statement share a cause; that it is missing is told once.
    pub cause: Option<Text>,
    pub title: Option<String>,
    pub kind: Option<Text>,
    pub law: Option<String>,
    pub severity: Option<Severity>,
    pub confidence: Option<Confidence>,
    pub persona: Option<Persona>,
    pub report: Option<Text>,
    pub enabled: Option<bool>,
    pub since: Option<Spanned<Datetime>>,
    pub until: Option<Spanned<Datetime>>,
    pub documents: Option<Vec<Text>>,
    pub audiences: Option<Vec<Text>>,
    pub needs: Option<Vec<Text>>,
    pub about: Option<String>,
    pub message: Option<Text>,
    pub label: Option<Text>,
    pub help: Option<Text>,
    pub note: Option<Text>,
    pub citation: Option<CitationFile>,
    pub model_clause: Option<String>,
    /// Headings under which a missing disclosure belongs.
    pub belongs: Option<Vec<Text>>,
    pub when: Option<Vec<PatternFile>>,
    pub unless: Option<Vec<PatternFile>>,
    // disclosure
    pub meets: Option<Vec<PatternFile>>,
    pub partial: Option<Vec<PatternFile>>,
    pub near_miss: Option<Vec<PatternFile>>,
    pub spoilt: Option<Vec<PatternFile>>,
    pub element: Option<Vec<ElementFile>>,
    /// Keys of elements of the rule that this one is like and that it does not ask for.
    pub without: Option<Vec<Text>>,
    /// What to say where some elements are there and others are not.
    pub incomplete: Option<Text>,
    // checklist
    pub list: Option<ListFile>,
    pub item: Option<Vec<ItemFile>>,
    // literal
    pub text: Option<Text>,
    /// Other wordings that the law accepts, too.
    pub variants: Option<Vec<Text>>,
    /// What a near wording must hold, each of them.
    pub essential: Option<Vec<Text>>,
    // prohibited
    pub find: Option<Vec<PatternFile>>,
    pub also: Option<Vec<PatternFile>>,
    // value
    pub value: Option<Text>,
    pub defects: Option<Vec<Text>>,
    // contradiction
    pub subject: Option<SubjectFile>,
    // the text itself
    pub slip: Option<SlipFile>,
    pub term: Option<TermFile>,
    pub duplicate: Option<DuplicateFile>,
    pub parity: Option<ParityFile>,
    /// The languages that it holds for, as tags; `any` for all of them.
    pub languages: Option<Vec<Text>>,
    #[serde(default)]
    pub pass: Vec<ExampleFile>,
    #[serde(default)]
    pub fail: Vec<ExampleFile>,
}

/// The provision behind a rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CitationFile {
    pub text: String,
    pub url: Option<String>,
    #[serde(default = "yes")]
    pub verified: bool,
}

/// What to look for in one unit of text.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PatternFile {
    #[serde(default)]
    pub any: Vec<Text>,
    #[serde(default)]
    pub all: Vec<Text>,
    #[serde(default)]
    pub none: Vec<Text>,
    #[serde(default)]
    pub near: Vec<Text>,
    #[serde(default)]
    pub section: Vec<Text>,
    #[serde(default)]
    pub not_section: Vec<Text>,
    #[serde(default)]
    pub audience: Vec<Text>,
    /// Kinds of units that it speaks of.
    #[serde(default)]
    pub unit: Vec<Text>,
    /// What introduces the unit: the words before its list or table, the head of its column or row.
    #[serde(default)]
    pub lead_in: Vec<Text>,
    #[serde(default)]
    pub regex: Vec<RegexFile>,
    pub scope: Option<Text>,
    /// Whether headings are looked at; they claim nothing, so mostly not.
    #[serde(default)]
    pub headings: bool,
    pub stance: Option<Text>,
    /// From when to when it counts.
    pub since: Option<Spanned<Datetime>>,
    pub until: Option<Spanned<Datetime>>,
    /// How grave a finding is that rests on this condition only.
    pub severity: Option<Severity>,
    /// What a partial disclosure lacks.
    pub lacks: Option<String>,
    pub message: Option<Text>,
    pub label: Option<Text>,
    pub help: Option<Text>,
}

/// The escape hatch: a regular expression behind a literal.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RegexFile {
    pub pattern: Text,
    pub literal: Text,
}

/// Where a checklist's enumeration is.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ListFile {
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

/// What to say where a checklist's matter is not mentioned at all.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AbsentFile {
    pub severity: Severity,
    pub message: Text,
    pub label: Text,
    pub help: Text,
}

/// One item of a checklist.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ItemFile {
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
pub(super) struct LimbFile {
    pub label: String,
    pub any: Vec<Text>,
}

/// A part of a disclosure that the law names. All but `key` may be inherited with the rule's `like`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ElementFile {
    pub key: Text,
    pub label: Option<Text>,
    pub citation: Option<String>,
    pub since: Option<Spanned<Datetime>>,
    pub until: Option<Spanned<Datetime>>,
    /// The rule whose patterns show it.
    pub like: Option<Text>,
    pub meets: Option<Vec<PatternFile>>,
}

/// What a contradiction is about.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SubjectFile {
    pub actions: Vec<Text>,
    pub object: Text,
    pub positive_label: Text,
    pub negative_label: Text,
}

/// Slips of the pen and of machines.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SlipFile {
    pub kinds: Vec<Text>,
    /// Of doubled words, those that are never doubled on purpose.
    #[serde(default)]
    pub words: Vec<String>,
    /// It is none where one of these stands in its paragraph or in the heading above.
    #[serde(default)]
    pub except: Vec<Text>,
}

/// Names that a text gives to things.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TermFile {
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
pub(super) struct NameFile {
    pub label: String,
    pub any: Vec<Text>,
}

/// What stands twice.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DuplicateFile {
    pub of: Text,
    /// How long it must be, in words or items.
    pub least: usize,
    #[serde(default)]
    pub differs: Vec<Text>,
    /// It does not count where one of these stands in it.
    #[serde(default)]
    pub except: Vec<Text>,
}

/// What a translation is held to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ParityFile {
    pub compare: Vec<Text>,
}

/// A text that shows a rule at work.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ExampleFile {
    pub text: Text,
    /// The words that the diagnostic points at.
    pub excerpt: Option<Text>,
    /// Words that the message must hold.
    pub says: Option<String>,
    pub format: Option<Text>,
    pub document_type: Option<String>,
    pub today: Option<Spanned<Datetime>>,
    /// The text's name in the run, where that matters.
    pub path: Option<String>,
    /// Other files of the run, by their names.
    #[serde(default)]
    pub beside: BTreeMap<String, String>,
}

/// A lexicon file holds classes, irregular forms, audiences and document types.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LexiconFile {
    #[serde(default)]
    pub irregular: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub class: BTreeMap<Spanned<String>, ClassFile>,
    #[serde(default)]
    pub audience: Vec<AudienceFile>,
    pub addressing: Option<AddressingFile>,
    #[serde(default)]
    pub document: Vec<DocumentFile>,
}

/// A word class.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClassFile {
    #[serde(default)]
    pub words: Vec<String>,
    #[serde(default)]
    pub verbs: Vec<String>,
    #[serde(default)]
    pub nouns: Vec<String>,
    #[serde(default)]
    pub classes: Vec<Text>,
}

/// Whom a section, a document or a sentence speaks to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AudienceFile {
    pub id: Text,
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether it is a group of people, not a place.
    #[serde(default)]
    pub group: bool,
    /// The audiences that it is made of.
    #[serde(default)]
    pub includes: Vec<Text>,
    /// Those of them that it doesn't mean where they have a section of their own.
    #[serde(default)]
    pub yields: Vec<Text>,
    /// Words that name the place or its people.
    #[serde(default)]
    pub names: Vec<String>,
    /// Words that name its law.
    #[serde(default)]
    pub laws: Vec<String>,
    /// Headings that speak to it, whatever they name.
    #[serde(default)]
    pub headings: Vec<Text>,
    /// Titles of documents that speak to it, where it is a group.
    #[serde(default)]
    pub titles: Vec<Text>,
    /// Headings that don't, although they name it.
    #[serde(default)]
    pub not_headings: Vec<Text>,
    /// Headings that speak to it of one matter only.
    #[serde(default)]
    pub matters: Vec<Text>,
    /// Sentences that speak to it alone.
    #[serde(default)]
    pub sentences: Vec<Text>,
    /// First sentences that address a whole document to this audience.
    #[serde(default)]
    pub openings: Vec<Text>,
}

/// How texts address an audience that they name.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AddressingFile {
    /// Parts of phrases: `{name}` in a phrase below stands for the text.
    #[serde(default)]
    pub parts: BTreeMap<String, String>,
    /// Words that may stand between two names of a list: the class `{audience-between}`.
    #[serde(default)]
    pub between: Vec<String>,
    #[serde(default)]
    pub headings: Vec<Text>,
    #[serde(default)]
    pub not_headings: Vec<Text>,
    #[serde(default)]
    pub sentences: Vec<Text>,
    #[serde(default)]
    pub not_sentences: Vec<Text>,
    #[serde(default)]
    pub sections: Vec<Text>,
    #[serde(default)]
    pub documents: Vec<Text>,
    #[serde(default)]
    pub carries: Vec<Text>,
    #[serde(default)]
    pub not_labels: Vec<Text>,
}

/// What type a document is, by its title and first sentences.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DocumentFile {
    pub id: Text,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub titles: Vec<Text>,
    #[serde(default)]
    pub openings: Vec<Text>,
}
