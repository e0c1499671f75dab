//! From a verb and what stands around it to drafts, one for each actor.

use crate::lexicon::{Action, ActionSet, TermId};

use super::details::Details;
use super::draft::{Draft, Subject};
use super::group::Group;
use super::model::{Actor, Exception, Object, Polarity, Quantity, Slot, Time};
use super::words::Run;

/// What a verb and all that stands around it have in common, whoever acts.
pub(super) struct Shape<'a> {
    pub(super) run: Run<'a>,
    pub(super) group: &'a Group,
    pub(super) details: &'a Details,
    /// The actions of the verb, its position and its length.
    pub(super) verb: (ActionSet, usize, usize),
    /// Negations beside those of the verb group.
    pub(super) negations: u8,
}

impl Shape<'_> {
    /// One draft for each actor; two where means are named: who collects with cookies uses cookies.
    pub(super) fn by_parties(&self, who: &Subject, objects: &[Object]) -> Vec<Draft> {
        let Subject::Parties { list, either, negations } = who else { return Vec::new() };
        let Some(polarity) = self.polarity(*negations) else { return Vec::new() };
        let range = self.run.range(0, self.verb.1.max(1));
        let mut drafts = Vec::new();
        for party in list {
            let actor = match party.actor {
                Some(actor) if !*either || polarity == Polarity::Negative => Slot::Known(actor, range),
                _ => Slot::Unknown(Some(range)),
            };
            drafts.extend(self.drafts(
                actor,
                party.product.map(|product| Slot::Known(product, range)),
                polarity,
                objects,
            ));
        }
        drafts
    }

    /// A draft whose actor is the agent behind "by", or nobody in particular.
    pub(super) fn agentless(&self, objects: &[Object]) -> Vec<Draft> {
        let Some(polarity) = self.polarity(0) else { return Vec::new() };
        let verb = self.run.range(self.verb.1, self.verb.1 + self.verb.2);
        let actor = match (&self.details.agent, polarity) {
            (Some((Some(actor), range)), _) => Slot::Known(*actor, *range),
            (Some((None, range)), _) => Slot::Unknown(Some(*range)),
            // "all cookies can be refused": by whom if not by the reader?
            (None, Polarity::Positive) if self.verb.0.has(Action::Refuse) => Slot::Known(Actor::User, verb),
            (None, Polarity::Negative) => Slot::Known(Actor::Anyone, verb),
            (None, Polarity::Positive) => Slot::Known(Actor::Unnamed, verb),
        };
        self.drafts(actor, None, polarity, objects)
    }

    /// `None` where negations cancel out: what is left then is not told by counting.
    fn polarity(&self, more: u8) -> Option<Polarity> {
        match self.group.negations + self.negations + more {
            0 => Some(Polarity::Positive),
            1 => Some(Polarity::Negative),
            _ => None,
        }
    }

    fn drafts(
        &self,
        actor: Slot<Actor>,
        product: Option<Slot<TermId>>,
        polarity: Polarity,
        objects: &[Object],
    ) -> Vec<Draft> {
        let ontology = self.run.words.ontology;
        let kind = objects.iter().flat_map(|object| object.terms.first()).map(|term| ontology.term(*term).kind).next();
        let Some(action) = self.verb.0.with_object(kind) else { return Vec::new() };
        let mut details = self.details.clone();
        if let Some(product) = product {
            details.product = match (&details.product, product) {
                (Slot::Absent, own) => own,
                (Slot::Known(said, range), Slot::Known(own, _))
                    if ontology.is_a(*said, own) || ontology.is_a(own, *said) =>
                {
                    Slot::Known(if ontology.is_a(*said, own) { *said } else { own }, *range)
                }
                (other, _) => Slot::Unknown(other.range()),
            };
        }
        let verb = self.run.range(self.verb.1, self.verb.1 + self.verb.2);
        let group = self.group;
        if group.now {
            details.time = Slot::Known(Time::Present, verb);
        }
        if group.past && details.time.known() != Some(&Time::LastYear) {
            details.time = Slot::Known(Time::Past, verb);
        }
        if group.ever && polarity == Polarity::Negative && details.time.known().is_none_or(|time| *time == Time::Past) {
            details.time = Slot::Known(Time::Ever, verb);
        }
        if group.future {
            details.time = Slot::Known(Time::Future, verb);
        }
        details.narrows |= group.narrows || group.only;
        details.hedged |= group.hedged;
        if action == Action::Refuse {
            // What a browser lets people do is not what the site lets them do.
            details.unread = details.unread.or(details.device);
        }
        let mut objects = objects.to_vec();
        self.apply_only(&mut objects, &details, polarity);
        let mut drafts = Vec::new();
        if polarity == Polarity::Positive && !details.instruments.is_empty() {
            // What the data are for need not be what the means are for.
            let purposes =
                if details.purposes.is_absent() { Slot::Absent } else { Slot::Unknown(details.purposes.range()) };
            let means = Details { purposes, ..details.clone() };
            drafts.push(self.draft(&actor, polarity, Action::Use, details.instruments.clone(), &means));
        }
        // What is denied of all is denied of its examples.
        objects.extend(details.examples.iter().cloned());
        drafts.push(self.draft(&actor, polarity, action, objects, &details));
        drafts
    }

    /// "we only use session cookies": "only" before the verb means the object where nothing else is left for it to mean.
    fn apply_only(&self, objects: &mut [Object], details: &Details, polarity: Polarity) {
        let free = details.purposes.is_absent() && details.unread.is_none() && details.exception.is_absent();
        if polarity == Polarity::Positive && (self.group.only && !self.group.passive || details.only) && free {
            for object in objects.iter_mut().filter(|object| object.quantity == Quantity::Bare) {
                object.quantity = Quantity::Only;
            }
        }
        // "no cookies other than session cookies" leaves a rest only where it is told what.
        if polarity == Polarity::Positive && matches!(details.exception.known(), Some(Exception::Objects(_))) {
            for object in objects {
                object.quantity = Quantity::Some;
            }
        }
    }

    fn draft(
        &self,
        actor: &Slot<Actor>,
        polarity: Polarity,
        action: Action,
        objects: Vec<Object>,
        details: &Details,
    ) -> Draft {
        Draft {
            actor: actor.clone(),
            polarity,
            possible: self.group.possible,
            unreal: self.group.unreal || self.group.future,
            action,
            verb: self.run.range(self.verb.1, self.verb.1 + self.verb.2),
            objects,
            details: details.clone(),
        }
    }
}
