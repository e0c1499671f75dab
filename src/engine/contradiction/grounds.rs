//! Why two claims exclude each other, in sentences.

use crate::facts::claims::Polarity;
use crate::lexicon::{Ontology, TermId};

use super::region::{Cover, Instance, Universal, When};

/// Why an instance is one of all that something is said of: the steps that the ontology was needed for.
pub(super) fn steps_up(ontology: &Ontology, instance: &Instance, universal: &Universal) -> Vec<String> {
    let name = |term: TermId| ontology.term(term).name.as_str();
    let mut grounds = Vec::new();
    match &universal.cover {
        Cover::Kinds(kinds) => {
            for broad in kinds {
                let narrow = instance.kinds.iter().find(|narrow| ontology.is_a(**narrow, *broad));
                let path = narrow.map(|narrow| ontology.path(*narrow, *broad)).unwrap_or_default();
                grounds.extend(steps(&path.into_iter().map(name).collect::<Vec<_>>()));
            }
        }
        Cover::AllBut(spared) => {
            for kinds in spared {
                let pairs = kinds.iter().flat_map(|spared| instance.kinds.iter().map(move |kind| (*kind, *spared)));
                let apart = pairs.into_iter().find(|(kind, spared)| ontology.are_disjoint(*kind, *spared));
                grounds.extend(apart.map(|(kind, spared)| format!("{} are no {}", name(kind), name(spared))));
            }
        }
    }
    grounds
}

/// The way from a term up to a broader one: `email addresses are contact information, identifiers`. That all of it is information goes
/// without saying.
fn steps(path: &[&str]) -> Option<String> {
    let (first, rest) = path.split_first()?;
    let rest = if rest.len() > 1 && rest.last() == Some(&"information") { &rest[..rest.len() - 1] } else { rest };
    let verb = if first.ends_with('s') { "are" } else { "counts as" };
    (!rest.is_empty()).then(|| format!("{first} {verb} {}", rest.join(", ")))
}

/// What a statement about all leaves unlimited: what could have been an exception and is none.
pub(super) fn what_is_not_said(universal: &Universal) -> String {
    let statement = match (&universal.cover, universal.polarity) {
        (Cover::AllBut(_), _) => "\"only\" leaves room for no other",
        (Cover::Kinds(_), Polarity::Negative) => "the denial is general",
        (Cover::Kinds(_), Polarity::Positive) => "the statement is general",
    };
    let mut open = Vec::new();
    if universal.purposes.is_empty() {
        open.push("purpose");
    }
    if universal.place.product.is_none() {
        open.push("place");
    }
    if matches!(universal.when, When::Standing | When::Ever) {
        open.push("time");
    }
    if !universal.without_consent {
        open.push("exception");
    }
    match open.split_last() {
        None => statement.to_owned(),
        Some((only, [])) => format!("{statement}: it names no {only}"),
        Some((last, rest)) => format!("{statement}: it names no {} or {last}", rest.join(", ")),
    }
}
