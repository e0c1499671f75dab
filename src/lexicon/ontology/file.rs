//! Ontology files, as authors write them.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::term::TermKind;
use crate::lexicon::vocabulary::ClassEntry;

/// One file: terms by kind and id, verbs by action, function words by their part in the grammar. Files add to each other; the same id
/// in two files is one term with the forms of both.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OntologyFile {
    /// Irregular forms by base form.
    #[serde(default)]
    pub irregular: BTreeMap<String, Vec<String>>,
    /// Types of data.
    #[serde(default)]
    pub data: Terms,
    /// Tracking mechanisms.
    #[serde(default)]
    pub mechanism: Terms,
    /// Browser signals.
    #[serde(default)]
    pub signal: Terms,
    /// Recipients and other actors.
    #[serde(default)]
    pub recipient: Terms,
    /// Purposes.
    #[serde(default)]
    pub purpose: Terms,
    /// Products and channels.
    #[serde(default)]
    pub product: Terms,
    /// Audiences.
    #[serde(default)]
    pub audience: Terms,
    /// Verbs by action.
    #[serde(default)]
    pub action: BTreeMap<Spanned<String>, ClassEntry>,
    /// Function words.
    #[serde(default)]
    pub cue: BTreeMap<Spanned<String>, ClassEntry>,
    /// Pairs of terms of which nothing is both.
    #[serde(default)]
    pub disjoint: Vec<(Spanned<String>, Spanned<String>)>,
}

/// Terms of one kind, by id.
type Terms = BTreeMap<Spanned<String>, TermEntry>;

/// A term as written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermEntry {
    /// How messages call it; else its first form, in the plural.
    pub name: Option<String>,
    /// What it strictly is.
    #[serde(default)]
    pub is_a: Vec<Spanned<String>>,
    /// What some take it for.
    #[serde(default)]
    pub may_be: Vec<Spanned<String>>,
    /// Forms as they stand.
    #[serde(default)]
    pub words: Vec<String>,
    /// Verb phrases; the first word is inflected.
    #[serde(default)]
    pub verbs: Vec<String>,
    /// Nouns; the last word is inflected.
    #[serde(default)]
    pub nouns: Vec<String>,
    /// Words that make it of a word for the first term of `is_a`: "session" before "cookie".
    #[serde(default)]
    pub modifiers: Vec<String>,
    /// The purpose that makes it of the first term of `is_a`.
    pub made_by: Option<Spanned<String>>,
    /// Classes of the law.
    #[serde(default)]
    pub tags: Vec<String>,
}

impl OntologyFile {
    /// The terms of one kind.
    pub(super) fn terms(&self, kind: TermKind) -> &Terms {
        match kind {
            TermKind::Data => &self.data,
            TermKind::Mechanism => &self.mechanism,
            TermKind::Signal => &self.signal,
            TermKind::Recipient => &self.recipient,
            TermKind::Purpose => &self.purpose,
            TermKind::Product => &self.product,
            TermKind::Audience => &self.audience,
        }
    }
}
