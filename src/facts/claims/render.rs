//! A claim in one line, as it was understood.

use std::collections::BTreeSet;

use crate::doc::Reading;
use crate::lexicon::{Audiences, Lexicon, Ontology, TermId};

use super::model::{Actor, Claim, Condition, Exception, Modality, Object, Polarity, Quantity, Slot, Time};

/// What was understood of a claim, in few words: `we may use cookies, for tracking`.
pub fn understood(claim: &Claim, reading: &Reading, lexicon: &Lexicon) -> String {
    let renderer = Renderer { reading, ontology: &lexicon.ontology, audiences: lexicon.audiences() };
    let mut line = renderer.core(claim);
    for part in [
        renderer.recipients(claim),
        renderer.place(claim),
        renderer.purposes(claim),
        renderer.condition(claim),
        renderer.exception(claim),
        renderer.time(claim),
        renderer.audience(claim),
    ]
    .into_iter()
    .flatten()
    {
        line.push_str(", ");
        line.push_str(&part);
    }
    line
}

struct Renderer<'a> {
    reading: &'a Reading,
    ontology: &'a Ontology,
    audiences: Audiences<'a>,
}

impl Renderer<'_> {
    fn core(&self, claim: &Claim) -> String {
        let objects = self.objects(&claim.objects);
        let verb = claim.action.name();
        let who = match &claim.actor {
            Slot::Known(Actor::FirstParty, _) => "we".to_owned(),
            Slot::Known(Actor::Site, _) => "our site".to_owned(),
            Slot::Known(Actor::User, _) => "you".to_owned(),
            Slot::Known(Actor::Party(term), _) => self.ontology.term(*term).name.clone(),
            Slot::Known(Actor::Anyone, _) => "nobody".to_owned(),
            Slot::Known(Actor::Unnamed, _) => "somebody".to_owned(),
            Slot::Absent | Slot::Unknown(_) => "(unclear who)".to_owned(),
        };
        let nobody = matches!(claim.actor, Slot::Known(Actor::Anyone, _));
        let site = matches!(claim.actor, Slot::Known(Actor::Site | Actor::Anyone | Actor::Unnamed, _));
        let says = match (claim.polarity, claim.modality) {
            (Polarity::Negative, _) if nobody => third_person(verb),
            (Polarity::Negative, Modality::Plain) if site => format!("does not {verb}"),
            (Polarity::Negative, Modality::Plain) => format!("do not {verb}"),
            (Polarity::Negative, Modality::Possible) => format!("cannot {verb}"),
            (Polarity::Positive, Modality::Possible) => format!("may {verb}"),
            (Polarity::Positive, Modality::Plain) if site => third_person(verb),
            (Polarity::Positive, Modality::Plain) => verb.to_owned(),
        };
        format!("{who} {says} {objects}")
    }

    fn objects(&self, objects: &[Object]) -> String {
        if objects.is_empty() {
            return "(unclear what)".to_owned();
        }
        let mut seen = BTreeSet::new();
        let names = objects.iter().map(|object| self.object(object)).filter(|name| seen.insert(name.clone()));
        names.collect::<Vec<String>>().join(", ")
    }

    fn object(&self, object: &Object) -> String {
        let name = match object.terms.len() {
            0 => self.reading.words(object.range).to_owned(),
            1 => self.ontology.term(object.terms[0]).name.clone(),
            _ => self.names(&object.terms, " that are "),
        };
        match object.quantity {
            Quantity::Only => format!("only {name}"),
            Quantity::Pointed => format!("certain {name}"),
            Quantity::Bare | Quantity::Every | Quantity::Some => name,
        }
    }

    fn names(&self, terms: &[TermId], between: &str) -> String {
        terms.iter().map(|term| self.ontology.term(*term).name.as_str()).collect::<Vec<_>>().join(between)
    }

    fn unclear(&self, what: &str, range: Option<crate::text::ProseRange>) -> String {
        range
            .map_or_else(|| format!("{what} unclear"), |range| format!("{what} unclear: {}", self.reading.words(range)))
    }

    fn recipients(&self, claim: &Claim) -> Option<String> {
        match &claim.recipients {
            Slot::Absent => None,
            Slot::Unknown(range) => Some(self.unclear("recipient", *range)),
            Slot::Known(terms, _) => Some(format!("to {}", self.names(terms, " and "))),
        }
    }

    fn place(&self, claim: &Claim) -> Option<String> {
        match &claim.product {
            Slot::Absent => None,
            Slot::Unknown(_) => Some("place unclear".to_owned()),
            Slot::Known(term, _) => Some(format!("on our {}", self.ontology.term(*term).name)),
        }
    }

    fn purposes(&self, claim: &Claim) -> Option<String> {
        match &claim.purposes {
            Slot::Absent => None,
            Slot::Unknown(_) => Some("for some purpose".to_owned()),
            Slot::Known(terms, _) => Some(format!("for {}", self.names(terms, " and "))),
        }
    }

    fn condition(&self, claim: &Claim) -> Option<String> {
        match &claim.condition {
            Slot::Absent => None,
            Slot::Unknown(range) => Some(self.unclear("condition", *range)),
            Slot::Known(Condition::Visit | Condition::Occasion | Condition::Case, range) => {
                Some(self.reading.words(*range).to_owned())
            }
            Slot::Known(Condition::BeforeConsent, _) => Some("before any consent".to_owned()),
        }
    }

    fn exception(&self, claim: &Claim) -> Option<String> {
        match &claim.exception {
            Slot::Absent => None,
            Slot::Unknown(_) => Some("with an exception".to_owned()),
            Slot::Known(Exception::Consent, _) => Some("without consent".to_owned()),
            Slot::Known(Exception::Objects(objects), _) => Some(format!("except {}", self.objects(objects))),
        }
    }

    fn time(&self, claim: &Claim) -> Option<String> {
        claim.time.known().map(|time| {
            match time {
                Time::Present => "at present",
                Time::Past => "in the past",
                Time::Future => "in the future",
                Time::LastYear => "in the last twelve months",
                Time::Ever => "at any time",
            }
            .to_owned()
        })
    }

    fn audience(&self, claim: &Claim) -> Option<String> {
        claim.audience.known().map(|audience| format!("for {}", self.audiences.readers(audience)))
    }
}

fn third_person(verb: &str) -> String {
    format!("{verb}s")
}
