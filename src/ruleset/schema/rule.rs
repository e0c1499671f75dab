//! A rule's own fields, its patterns and its examples.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::*;
use crate::report::{Confidence, Persona, Severity};

/// One rule. All fields but `id` may be inherited with `like`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::ruleset) struct RuleFile {
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
    /// Whether it is told only where no law is in play, whose own rules say more.
    pub lawless: Option<bool>,
    pub needs: Option<Vec<Text>>,
    /// Formats in which it can be decided; all, where it names none.
    pub formats: Option<Vec<Text>>,
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
    /// Hosts, or numbers with `x` for any digit, that the defect `listed` means; of web addresses, the domains of one owner each.
    pub listed: Option<Vec<Text>>,
    /// Telephone numbers that are never told of, and how those that begin so look; `x` for any digit.
    pub spared: Option<Vec<Text>>,
    pub shapes: Option<Vec<Text>>,
    /// What a text cannot speak of before its day.
    pub landmark: Option<Vec<LandmarkFile>>,
    /// How many months make a date `old`.
    pub months: Option<Spanned<u16>>,
    /// How a text with such a value falls short of the law: `outdated`.
    pub shortfall: Option<Text>,
    // promise
    pub promise: Option<Vec<PromiseFile>>,
    /// Words beside a value that show that it is somebody else's.
    pub others: Option<Vec<PatternFile>>,
    /// What to say where the value stands somewhere else in the text.
    pub elsewhere: Option<AbsentFile>,
    // contradiction
    pub subject: Option<SubjectFile>,
    // the text itself
    pub slip: Option<SlipFile>,
    pub term: Option<TermFile>,
    pub duplicate: Option<DuplicateFile>,
    pub parity: Option<ParityFile>,
    /// The languages that it holds for, as tags; `any` for all of them.
    pub languages: Option<Vec<Text>>,
    // reference: what is pointed to, and what shows that it is there
    pub reference: Option<Text>,
    pub there: Option<Vec<PatternFile>>,
    // structure
    pub structure: Option<Text>,
    /// Headings and what their sections speak of.
    pub topic: Option<Vec<TopicFile>>,
    pub measure: Option<MeasureFile>,
    // conflict
    pub compare: Option<CompareFile>,
    pub position: Option<Vec<PositionFile>>,
    pub thing: Option<Vec<ThingFile>>,
    #[serde(default)]
    pub pass: Vec<ExampleFile>,
    #[serde(default)]
    pub fail: Vec<ExampleFile>,
}

/// The provision behind a rule.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct CitationFile {
    pub text: String,
    pub url: Option<String>,
    #[serde(default = "yes")]
    pub verified: bool,
}

/// What to look for in one unit of text.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::ruleset) struct PatternFile {
    /// Of a condition: the one of a pack, by name, that it is.
    pub like: Option<Text>,
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
    /// Where what the words point to stands: `above` or `below`.
    pub toward: Option<Text>,
    /// Whether headings are looked at; they claim nothing, so mostly not.
    #[serde(default)]
    pub headings: bool,
    /// Whether page furniture is looked at, such as the line on copyright; it is not the policy's own text, so mostly not.
    #[serde(default)]
    pub furniture: bool,
    /// Whether expressions are also held against where links lead.
    #[serde(default)]
    pub targets: bool,
    /// Whether no comma, colon, bracket or other mark may part the words that match.
    #[serde(default)]
    pub unbroken: bool,
    /// Whether it counts only where no other pattern of its list matches: a mention in passing is evidence for want of a better one.
    #[serde(default)]
    pub fallback: bool,
    pub stance: Option<Text>,
    /// From when to when it counts.
    pub since: Option<Spanned<Datetime>>,
    pub until: Option<Spanned<Datetime>>,
    /// How grave a finding is that rests on this condition only.
    pub severity: Option<Severity>,
    /// Of a law's `unless`: the kinds of rules that it is a condition of; all, where it names none.
    #[serde(default)]
    pub kinds: Vec<Text>,
    /// Of a law's `unless`: the rules that it is no condition of.
    #[serde(default)]
    pub except: Vec<Text>,
    /// What a partial disclosure lacks.
    pub lacks: Option<String>,
    pub message: Option<Text>,
    pub label: Option<Text>,
    pub help: Option<Text>,
}

impl PatternFile {
    /// Whether it says nothing but what it is like, and how grave that is.
    pub(in crate::ruleset) fn says_nothing_else(&self) -> bool {
        let Self { any, all, none, near, section, not_section, audience, unit, lead_in, regex, kinds, except, .. } =
            self;
        let lists = [any, all, none, near, section, not_section, audience, unit, lead_in, kinds, except];
        let Self {
            scope,
            toward,
            stance,
            message,
            label,
            help,
            lacks,
            since,
            until,
            headings,
            furniture,
            targets,
            unbroken,
            fallback,
            ..
        } = self;
        let texts = [scope, toward, stance, message, label, help];
        lists.iter().all(|list| list.is_empty())
            && regex.is_empty()
            && texts.iter().all(|text| text.is_none())
            && lacks.is_none()
            && since.is_none()
            && until.is_none()
            && !(*headings || *furniture || *targets || *unbroken || *fallback)
    }
}

/// The escape hatch: a regular expression behind a literal.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct RegexFile {
    pub pattern: Text,
    pub literal: Text,
}

/// What to say where a checklist's matter is not mentioned at all, or what is promised stands elsewhere.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct AbsentFile {
    pub severity: Severity,
    pub message: Text,
    pub label: Text,
    pub help: Text,
}

/// A part of a disclosure that the law names. All but `key` may be inherited with the rule's `like`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct ElementFile {
    pub key: Text,
    pub label: Option<Text>,
    pub citation: Option<String>,
    pub since: Option<Spanned<Datetime>>,
    pub until: Option<Spanned<Datetime>>,
    /// The rule whose patterns show it.
    pub like: Option<Text>,
    pub meets: Option<Vec<PatternFile>>,
}

/// A text that shows a rule at work.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::ruleset) struct ExampleFile {
    pub text: Text,
    /// How often the last line stands there, where a text has to be long.
    pub times: Option<u16>,
    /// The words that the diagnostic points at.
    pub excerpt: Option<Text>,
    /// Words that the message must hold.
    pub says: Option<String>,
    pub format: Option<Text>,
    /// The files that are there beside the text.
    #[serde(default)]
    pub files: Vec<String>,
    pub document_type: Option<String>,
    pub today: Option<Spanned<Datetime>>,
    /// The text's name in the run, where that matters.
    pub path: Option<String>,
    /// Other files of the run, by their names.
    #[serde(default)]
    pub beside: BTreeMap<String, String>,
}
