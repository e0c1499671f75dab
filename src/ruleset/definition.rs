//! Rules as the engine uses them: checked, with compiled phrases. This is what the prepared packs hold.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::lexicon::{Action, Phrase, TermId};
use crate::report::{Citation, Confidence, Persona, RuleId, Severity};

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
    /// Whether its rules run unless configured otherwise.
    pub enabled: bool,
    /// The law, for packs that speak for one.
    pub law: Option<Law>,
    /// The law's editions, oldest first.
    pub editions: Vec<Edition>,
}

/// A law and what brings it into play.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Law {
    /// Its name for people.
    pub name: String,
    /// Words by which a text names it.
    pub named: Vec<Pattern>,
    /// Wording that points to it.
    pub inferred: Vec<Pattern>,
    /// Texts that show the triggers at work.
    pub examples: Vec<LawExample>,
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

/// One check.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Rule {
    /// Its id.
    pub id: RuleId,
    /// The rule that it takes after.
    pub like: Option<String>,
    /// Ids it had before.
    pub aliases: Vec<String>,
    /// What it checks, in a few words.
    pub title: String,
    /// What it looks for.
    pub kind: Kind,
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
    /// Document types that it speaks to; empty means all.
    pub documents: Vec<String>,
    /// Audiences that it speaks to; empty means all.
    pub audiences: Vec<String>,
    /// What of the markup it reads.
    pub needs: Vec<Need>,
    /// What the law asks, in our words.
    pub about: String,
    /// What it tells the author.
    pub wording: Wording,
    /// A further remark.
    pub note: Option<String>,
    /// The provision.
    pub citation: Option<Citation>,
    /// Whether the provision was read, not remembered.
    pub verified: bool,
    /// A clause to start from.
    pub model_clause: Option<String>,
    /// Headings under which a missing disclosure belongs.
    pub belongs: Vec<Phrase>,
    /// It applies only to documents that hold one of these; always, where empty.
    pub when: Vec<Pattern>,
    /// It does not apply to documents that hold one of these.
    pub unless: Vec<Pattern>,
    /// Texts on which it must stay silent.
    pub pass: Vec<Example>,
    /// Texts on which it must speak.
    pub fail: Vec<Example>,
    /// The file it comes from, for messages about the rule itself.
    pub path: String,
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

/// What a rule looks for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Kind {
    /// Something must be said.
    Disclosure(Disclosure),
    /// An enumeration that the law fixes must be complete.
    Checklist(Checklist),
    /// Something must not be said.
    Prohibited(Prohibited),
    /// A value must be valid.
    Value(ValueCheck),
    /// Two claims must not exclude each other.
    Contradiction(Subject),
}

impl Kind {
    /// The kind's name in rule files.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Disclosure(_) => "disclosure",
            Self::Checklist(_) => "checklist",
            Self::Prohibited(_) => "prohibited",
            Self::Value(_) => "value",
            Self::Contradiction(_) => "contradiction",
        }
    }
}

/// Something that must be said.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Disclosure {
    /// What meets it, each with the stance that it takes, if any.
    pub meets: Vec<Pattern>,
    /// What addresses it and lacks a named element.
    pub partial: Vec<Pattern>,
    /// Passages on neighbouring topics.
    pub near_miss: Vec<Pattern>,
    /// Sentences that try to say it and fail; told at the sentence in the pattern's own words.
    pub spoilt: Vec<Pattern>,
}

/// An enumeration that the law fixes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Checklist {
    /// What introduces it.
    pub lead_in: Vec<Pattern>,
    /// What says that it is open.
    pub open: Vec<Phrase>,
    /// How many recognised items make it this enumeration.
    pub minimum: usize,
    /// What shows that the matter is mentioned at all.
    pub mentioned: Vec<Pattern>,
    /// What to say where it is not.
    pub absent: Option<(Severity, Wording)>,
    /// The items.
    pub items: Vec<Item>,
}

/// An item of a checklist.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Item {
    /// Its key.
    pub key: String,
    /// What it is, for the message.
    pub label: String,
    /// Its own provision.
    pub citation: String,
    /// What shows that it is there.
    pub any: Vec<Phrase>,
    /// Parts that belong to it.
    pub limbs: Vec<Limb>,
}

/// A part of an item.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Limb {
    /// What it is, for the message.
    pub label: String,
    /// What shows that it is there.
    pub any: Vec<Phrase>,
}

/// Something that must not be said.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Prohibited {
    /// What must not stand.
    pub find: Vec<Pattern>,
    /// What is pointed at besides, once something is found.
    pub also: Vec<Pattern>,
}

/// A value that must be valid.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ValueCheck {
    /// Which values.
    pub value: ValueKind,
    /// Which defects of theirs this rule tells of.
    pub defects: Vec<String>,
}

/// The values that are extracted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ValueKind {
    /// E-mail addresses.
    Email,
}

/// What a contradiction is about.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Subject {
    /// Actions of the claims, which count as one practice: who sets a cookie uses it.
    pub actions: Vec<Action>,
    /// What both claims speak of, or a kind of it.
    pub object: TermId,
    /// Label of the affirming claims.
    pub positive_label: String,
    /// Label of the denying claims.
    pub negative_label: String,
}

/// What to look for in one unit of text, and where.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Pattern {
    /// One of these must match.
    pub any: Vec<Phrase>,
    /// Each of these must match.
    pub all: Vec<Phrase>,
    /// None of these may match.
    pub none: Vec<Phrase>,
    /// One of these must match in the unit or one of the two on either side.
    pub near: Vec<Phrase>,
    /// One of these must match a heading above.
    pub section: Vec<Phrase>,
    /// None of these may match a heading above.
    pub not_section: Vec<Phrase>,
    /// The audience must be one of these.
    pub audience: Vec<String>,
    /// One of these must match the unit's prose, where its literal stands.
    pub regex: Vec<LiteralRegex>,
    /// What counts as the unit.
    pub scope: Scope,
    /// Whether headings count.
    pub headings: bool,
    /// How grave a finding is that rests on this condition only; the rule's own severity where nothing is said.
    pub severity: Option<Severity>,
    /// The stance that a match takes.
    pub stance: Option<String>,
    /// What a match lacks.
    pub lacks: Option<String>,
    /// What to say of a match, instead of the rule's own words.
    pub wording: Option<Wording>,
}

/// A regular expression behind a literal.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LiteralRegex {
    /// The expression; matched on prose, case-insensitively.
    pub pattern: String,
    /// Lower-case text without which the expression is not tried.
    pub literal: String,
}

/// What a pattern is held against.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// A sentence; a list item together with its lead-in.
    #[default]
    Sentence,
    /// All sentences under one heading.
    Section,
    /// All sentences of the document.
    Document,
}

/// A text that shows a rule at work.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Example {
    /// The text.
    pub text: String,
    /// The words that the first diagnostic points at.
    pub excerpt: Option<String>,
    /// Words that its message holds.
    pub says: Option<String>,
    /// `markdown`, `html` or `plain`.
    pub format: ExampleFormat,
    /// The document type, where it is to be given.
    pub document_type: Option<String>,
    /// The day on which it is checked.
    pub today: Option<Date>,
    /// Bytes of the text in the rule's file.
    pub place: (usize, usize),
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
    /// All patterns of the rule, whatever their part.
    pub fn patterns(&self) -> Vec<&Pattern> {
        let mut patterns: Vec<&Pattern> = self.when.iter().chain(&self.unless).collect();
        match &self.kind {
            Kind::Disclosure(disclosure) => patterns.extend(
                disclosure
                    .meets
                    .iter()
                    .chain(&disclosure.partial)
                    .chain(&disclosure.near_miss)
                    .chain(&disclosure.spoilt),
            ),
            Kind::Checklist(checklist) => patterns.extend(checklist.lead_in.iter().chain(&checklist.mentioned)),
            Kind::Prohibited(prohibited) => patterns.extend(prohibited.find.iter().chain(&prohibited.also)),
            Kind::Value(_) | Kind::Contradiction(_) => {}
        }
        patterns
    }

    /// The phrases that are not part of a pattern.
    pub fn loose_phrases(&self) -> Vec<&Phrase> {
        let mut phrases: Vec<&Phrase> = self.belongs.iter().collect();
        if let Kind::Checklist(checklist) = &self.kind {
            phrases.extend(&checklist.open);
            for item in &checklist.items {
                phrases.extend(&item.any);
                phrases.extend(item.limbs.iter().flat_map(|limb| &limb.any));
            }
        }
        phrases
    }
}

impl Pattern {
    /// All its phrases.
    pub fn phrases(&self) -> impl Iterator<Item = &Phrase> {
        [&self.any, &self.all, &self.none, &self.near, &self.section, &self.not_section].into_iter().flatten()
    }
}

impl ValueKind {
    /// The defects that such a value can have, by the names that rules use.
    pub fn defects(self) -> &'static [&'static str] {
        match self {
            Self::Email => &[
                "space",
                "syntax",
                "missing-suffix",
                "unknown-suffix",
                "placeholder",
                "reserved",
                "typo",
                "mailto-mismatch",
                "mailto-broken",
            ],
        }
    }

    /// Whether a defect is one of the link's, not of the words.
    pub fn reads_links(defect: &str) -> bool {
        defect.starts_with("mailto-")
    }
}
