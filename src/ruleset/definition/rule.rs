//! One check: what every kind of rule has in common.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{DuplicateCheck, Kind, Pattern, PhraseId, SlipCheck, TermCheck};
use crate::lexicon::{AudienceId, Later};
use crate::report::{Citation, Confidence, Persona, RuleId, Severity};

/// One check.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Rule {
    /// Its id.
    pub id: RuleId,
    /// The rule that it takes after.
    pub like: Option<String>,
    /// Ids it had before.
    pub aliases: Vec<String>,
    /// The statement it asks for, where other rules ask for the same one.
    pub cause: Option<String>,
    /// What it checks, in a few words.
    pub title: String,
    /// What it looks for.
    pub kind: Later<Kind>,
    /// The law that asks for it.
    pub law: Option<String>,
    /// How grave a finding is.
    pub severity: Severity,
    /// How sure a finding is.
    pub confidence: Confidence,
    /// For whom a finding is.
    pub persona: Persona,
    /// Whether `check` tells of it or only `coverage` counts it.
    pub report: Reporting,
    /// Whether it runs.
    pub enabled: bool,
    /// First day of effect.
    pub since: Option<Date>,
    /// Last day of effect.
    pub until: Option<Date>,
    /// Document types that it speaks to; empty means all. A disclosure that a law asks for and that names none belongs into a policy.
    pub documents: Vec<String>,
    /// Audiences that it speaks to; empty means all.
    pub audiences: Vec<AudienceId>,
    /// Whether it is told only where no law is in play, whose own rules say more.
    pub lawless: bool,
    /// The languages that it holds for, as tags without regions; `any` is all of them.
    pub languages: Vec<String>,
    /// What of the markup it reads.
    pub needs: Vec<Need>,
    /// Formats in which it can be decided; empty means all.
    pub formats: Vec<ExampleFormat>,
    /// What it tells the author.
    pub wording: Wording,
    /// A further remark.
    pub note: Option<String>,
    /// The provision.
    pub citation: Option<Citation>,
    /// Whether the provision was read, not remembered.
    pub verified: bool,
    /// Headings under which a missing disclosure belongs.
    pub belongs: Vec<PhraseId>,
    /// It applies only to documents that hold one of these; always, where empty.
    pub when: Vec<Pattern>,
    /// It does not apply to documents that hold one of these.
    pub unless: Vec<Pattern>,
    /// What explains it; checking a document needs none of this.
    pub explanation: Later<Explanation>,
    /// The file it comes from, for messages about the rule itself.
    pub path: String,
}

/// What explains a rule to people, and shows that it works.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Explanation {
    /// What the law asks, in our words.
    pub about: String,
    /// A clause to start from.
    pub model_clause: Option<String>,
    /// Texts on which it must stay silent.
    pub pass: Vec<Example>,
    /// Texts on which it must speak.
    pub fail: Vec<Example>,
}

/// Whether an unmet requirement is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reporting {
    /// By `check`.
    Diagnostic,
    /// Only by `coverage`.
    Coverage,
}

/// What of the markup a rule reads; without it the rule gives the same in every format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Need {
    /// Link targets.
    Links,
    /// Headings, as more than the source of audiences.
    Headings,
    /// Images.
    Images,
    /// Attributes.
    Attributes,
    /// Tables.
    Tables,
}

/// The words of a diagnostic.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Wording {
    /// What is wrong.
    pub message: String,
    /// Why at this place.
    pub label: String,
    /// What to write.
    pub help: Option<String>,
}

/// A text that shows a rule at work.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Example {
    /// The text.
    pub text: String,
    /// How often its last line stands there.
    pub times: u16,
    /// The words that the first diagnostic points at.
    pub excerpt: Option<String>,
    /// Words that its message holds.
    pub says: Option<String>,
    /// `markdown`, `html` or `plain`.
    pub format: ExampleFormat,
    /// The files that are there beside the text.
    pub files: Vec<String>,
    /// The document type, where it is to be given.
    pub document_type: Option<String>,
    /// The day on which it is checked.
    pub today: Option<Date>,
    /// The text's name in the run, where that matters.
    pub path: Option<String>,
    /// Other files of the run: their names and their texts.
    pub beside: Vec<(String, String)>,
    /// Bytes of the text in the rule's file.
    pub place: (usize, usize),
}

impl Example {
    /// The text with its last line as often as it is to stand there.
    pub fn whole(&self) -> Cow<'_, str> {
        let text = self.text.trim_end();
        let last = text.rsplit('\n').next().unwrap_or_default();
        match self.times {
            0 | 1 => Cow::Borrowed(&self.text),
            times => Cow::Owned(format!("{text}{}", format!("\n{last}").repeat(usize::from(times) - 1))),
        }
    }
}

/// The format of an example.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExampleFormat {
    /// Markdown.
    #[default]
    Markdown,
    /// HTML.
    Html,
    /// Plain text.
    Plain,
}

impl Rule {
    /// What stands for all languages in `languages`.
    pub const ANY_LANGUAGE: &str = "any";

    /// Whether it holds for texts in this language.
    pub fn speaks(&self, language: &str) -> bool {
        let primary = language.split('-').next().unwrap_or_default();
        // A text in an unknown language is read as if it were the rule's own.
        language == "und" || self.languages.iter().any(|own| own == Self::ANY_LANGUAGE || own == primary)
    }

    /// All patterns that the rule itself gives, whatever their part; not those that its elements take from other rules.
    pub fn patterns(&self) -> Vec<&Pattern> {
        let mut patterns: Vec<&Pattern> = self.when.iter().chain(&self.unless).collect();
        match &*self.kind {
            Kind::Disclosure(disclosure) => patterns.extend(
                disclosure
                    .meets
                    .iter()
                    .chain(&disclosure.partial)
                    .chain(&disclosure.near_miss)
                    .chain(&disclosure.spoilt)
                    .chain(
                        disclosure.elements.iter().filter(|element| element.like.is_none()).flat_map(|own| &own.meets),
                    ),
            ),
            Kind::Checklist(checklist) => patterns.extend(checklist.lead_in.iter().chain(&checklist.mentioned)),
            Kind::Literal(literal) => patterns.extend(&literal.partial),
            Kind::Prohibited(prohibited) => patterns.extend(prohibited.find.iter().chain(&prohibited.also)),
            Kind::Value(value) => {
                let landmarks = value.landmarks.iter().flat_map(|landmark| &landmark.find);
                patterns.extend(value.find.iter().chain(&value.others).chain(landmarks));
            }
            Kind::Promise(promise) => patterns.extend(promise.patterns()),
            Kind::Reference(reference) => {
                patterns.extend(reference.find.iter().chain(&reference.there).chain(&reference.others))
            }
            Kind::Structure(structure) => patterns.extend(&structure.find),
            Kind::Conflict(conflict) => {
                patterns.extend(conflict.positions.iter().flat_map(|position| &position.says[..position.own]));
            }
            Kind::Contradiction(_) | Kind::Slip(_) | Kind::Term(_) | Kind::Duplicate(_) | Kind::Parity(_) => {}
        }
        patterns
    }

    /// The phrases that are not part of a pattern.
    pub fn loose_phrases(&self) -> Vec<PhraseId> {
        let mut phrases: Vec<PhraseId> = self.belongs.clone();
        if let Kind::Checklist(checklist) = &*self.kind {
            phrases.extend(&checklist.open);
            for item in &checklist.items {
                phrases.extend(&item.any);
                phrases.extend(item.limbs.iter().flat_map(|limb| limb.any.iter().copied()));
            }
        }
        if let Kind::Literal(literal) = &*self.kind {
            phrases.extend(&literal.essential);
        }
        match &*self.kind {
            Kind::Slip(SlipCheck { except, .. }) | Kind::Duplicate(DuplicateCheck { except, .. }) => {
                phrases.extend(except);
            }
            Kind::Term(TermCheck::Names { elsewhere, .. }) => phrases.extend(elsewhere),
            Kind::Term(TermCheck::Variants { names, equated, .. }) => {
                phrases.extend(names.iter().flat_map(|(_, any)| any).chain(equated));
            }
            Kind::Structure(structure) => {
                let topics = structure.topics.iter();
                phrases.extend(topics.flat_map(|topic| topic.heading.iter().chain(&topic.body).chain(&topic.none)));
            }
            Kind::Conflict(conflict) => {
                phrases.extend(
                    conflict.compare.none.iter().chain(&conflict.compare.ended_by).chain(&conflict.compare.turned_by),
                );
                phrases.extend(conflict.things.iter().flat_map(|thing| thing.any.iter().copied()));
            }
            _ => {}
        }
        phrases
    }
}
