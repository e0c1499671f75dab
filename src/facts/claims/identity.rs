//! What a claim says, as an id: a hash of its slots, so that equal claims of two versions of a policy have equal ids.

use std::fmt::Write;

use xxhash_rust::xxh3::xxh3_64;

use crate::lexicon::{Ontology, TermId};

use super::model::{Actor, Claim, Exception, Object, Slot};

/// The id of what `claim` says: 16 hexadecimal digits. No text, no offset and no number of a term goes into it.
pub fn identity(claim: &Claim, ontology: &Ontology) -> String {
    let id = |term: TermId| ontology.term(term).id.as_str();
    let ids = |terms: &Vec<TermId>| terms.iter().map(|term| id(*term)).collect::<Vec<_>>().join("+");
    let object = |object: &Object| format!("{}:{:?}:{}", ids(&object.terms), object.quantity, object.narrowed);
    let objects = |list: &[Object]| list.iter().map(object).collect::<Vec<_>>().join(",");
    let mut key = format!("{:?}|{:?}|{:?}|{}", claim.status, claim.polarity, claim.modality, claim.action.name());
    let mut slot = |text: String| {
        // Writing to a string cannot fail.
        let _ = write!(key, "|{text}");
    };
    slot(written(&claim.actor, |actor| match actor {
        Actor::Party(term) => id(*term).to_owned(),
        other => format!("{other:?}"),
    }));
    slot(objects(&claim.objects));
    slot(written(&claim.recipients, ids));
    slot(written(&claim.purposes, ids));
    slot(written(&claim.audience, Clone::clone));
    slot(written(&claim.product, |product| id(*product).to_owned()));
    slot(written(&claim.time, |time| format!("{time:?}")));
    slot(written(&claim.condition, |condition| format!("{condition:?}")));
    slot(written(&claim.exception, |exception| match exception {
        Exception::Consent => "consent".to_owned(),
        Exception::Objects(list) => objects(list),
    }));
    format!("{:016x}", xxh3_64(key.as_bytes()))
}

fn written<T>(slot: &Slot<T>, known: impl Fn(&T) -> String) -> String {
    match slot {
        Slot::Absent => String::new(),
        Slot::Unknown(_) => "unknown".to_owned(),
        Slot::Known(value, _) => known(value),
    }
}
