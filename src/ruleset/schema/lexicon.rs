//! Words, audiences and types of documents.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::*;
use crate::lexicon::ClassEntry;

/// A lexicon file holds classes, irregular forms, audiences, document types, legal forms and sources of law.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct LexiconFile {
    #[serde(default)]
    pub irregular: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub class: BTreeMap<Spanned<String>, ClassEntry>,
    #[serde(default)]
    pub audience: Vec<AudienceFile>,
    pub addressing: Option<AddressingFile>,
    #[serde(default)]
    pub document: Vec<DocumentFile>,
    #[serde(default, rename = "legal-form")]
    pub legal_form: Vec<LegalFormFile>,
    #[serde(default)]
    pub source: Vec<SourceFile>,
}

/// Where a law can be read.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct SourceFile {
    /// How citations of it begin, as a regular expression.
    pub cites: Text,
    /// The address, with `$1` for the expression's first group.
    pub url: Text,
}

/// A legal form of companies.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct LegalFormFile {
    pub name: String,
    /// Where companies have it.
    pub place: String,
    #[serde(default)]
    pub spellings: Vec<String>,
    /// Spellings that are words, too.
    #[serde(default)]
    pub capitals: Vec<String>,
}

/// Whom a section, a document or a sentence speaks to.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(in crate::ruleset) struct AudienceFile {
    pub id: Text,
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What its readers are called in messages, where that is not "people in" and the name.
    pub readers: Option<String>,
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
pub(in crate::ruleset) struct AddressingFile {
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
    pub limbs: Vec<Text>,
    #[serde(default)]
    pub further_limbs: Vec<Text>,
    #[serde(default)]
    pub joins: Vec<Text>,
    #[serde(default)]
    pub not_limbs: Vec<Text>,
    #[serde(default)]
    pub not_labels: Vec<Text>,
}

/// What type a document is, by its title and first sentences.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::ruleset) struct DocumentFile {
    pub id: Text,
    #[serde(default)]
    pub aliases: Vec<String>,
    #[serde(default)]
    pub titles: Vec<Text>,
    #[serde(default)]
    pub openings: Vec<Text>,
}
