//! What a claim speaks of, as a region: all of something, or an instance of it.

use crate::doc::{BlockId, SentenceId};
use crate::facts::claims::{
    Actor, Claim, Condition, Exception, Modality, Object, Polarity, Quantity, Slot, Status, Time,
};
use crate::lexicon::{Action, Ontology, TermId, TermKind};
use crate::ruleset::{Denials, DeniedIn, Subject};

/// What a statement about all covers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cover {
    /// Whatever is each of these.
    Kinds(Vec<TermId>),
    /// Whatever is of none of these kinds: "only session cookies" denies all others.
    AllBut(Vec<Vec<TermId>>),
}

/// What is said of all of something: a denial, or "you can refuse every cookie".
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Universal {
    pub(super) polarity: Polarity,
    pub(super) actor: Actor,
    pub(super) cover: Cover,
    pub(super) place: Place,
    /// For these purposes only; for any where there are none.
    pub(super) purposes: Vec<TermId>,
    /// Whether data change hands: then it matters whose.
    pub(super) hands_on: bool,
    /// To this recipient only; to any where there is none.
    pub(super) recipient: Option<TermId>,
    pub(super) when: When,
    /// Said only of what happens without consent.
    pub(super) without_consent: bool,
    /// Whether it speaks of all products, as a table of categories does.
    pub(super) of_all_products: bool,
    /// Said only of what is done so to these: "your data are not used for advertising" leaves advertising without them open.
    pub(super) of: Option<(Action, Vec<TermId>)>,
}

/// What is said to happen at all.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Instance {
    pub(super) polarity: Polarity,
    pub(super) actor: Actor,
    /// It is each of these.
    pub(super) kinds: Vec<TermId>,
    pub(super) place: Place,
    /// Known purposes.
    pub(super) purposes: Vec<TermId>,
    pub(super) action: Action,
    /// Known recipients.
    pub(super) recipients: Vec<TermId>,
    pub(super) when: When,
    pub(super) possible: bool,
    pub(super) before_consent: bool,
    /// Whether it stands as a practice of every day: not in a case that need not arise, and not as what may be.
    pub(super) settled: bool,
    /// Whether it is not said but follows: then only a denial of the whole excludes it.
    pub(super) implied: bool,
    /// What it is done to, where the region is what it is done for.
    pub(super) of: Vec<TermId>,
}

/// When a practice takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum When {
    /// As a rule.
    Standing,
    /// At present.
    Present,
    /// In the twelve months before.
    LastYear,
    /// At no time, then or now.
    Ever,
}

/// Of whom and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) audience: Option<String>,
    pub(super) product: Option<TermId>,
}

/// Where a claim stands, for what no region tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stand {
    pub(super) sentence: SentenceId,
    pub(super) block: BlockId,
    pub(super) narrows: bool,
}

impl Stand {
    pub(super) fn of(claim: &Claim) -> Self {
        Self { sentence: claim.sentence, block: claim.block, narrows: claim.narrows }
    }
}

/// The tag of purposes that cannot be had without taking data in.
const TAKES_IN: &str = "takes-in";
/// A denial that names more recipients than this is held against what the first of them receive.
const MOST_RECIPIENTS: usize = 16;

/// What the claims of one subject are read against.
pub(super) struct Regions<'a> {
    pub(super) ontology: &'a Ontology,
    pub(super) subject: &'a Subject,
    pub(super) website: Option<TermId>,
}

impl Regions<'_> {
    /// What `claim` says of all of something; empty where it says nothing of the kind or leaves anything unknown.
    pub(super) fn universals(&self, claim: &Claim) -> Vec<Universal> {
        let refuses = claim.action == Action::Refuse;
        let whole = match claim.polarity {
            _ if claim.objects.is_empty() => return Vec::new(),
            Polarity::Negative if refuses => return Vec::new(),
            Polarity::Negative => claim.modality == Modality::Plain && claim.condition_is_visit_or_none(),
            Polarity::Positive if refuses => claim.condition.is_absent() && claim.exception.is_absent(),
            Polarity::Positive => claim.condition.is_absent() && claim.exception.is_absent(),
        };
        let settled = claim.status == Status::Asserted
            && claim.unread.is_none()
            && !claim.recipients.is_unknown()
            && self.stands_where_denied(claim)
            && (self.subject.actions.contains(&claim.action) || self.denies_use_for_purpose(claim));
        let (Some(actor), Some(mut place)) = (claim.actor.known(), place(claim)) else { return Vec::new() };
        let purposes = match &claim.purposes {
            Slot::Absent => Vec::new(),
            Slot::Known(purposes, _) => purposes.clone(),
            Slot::Unknown(_) => return Vec::new(),
        };
        let Some(when) = when(claim).filter(|_| whole && settled) else { return Vec::new() };
        if matches!(claim.condition, Slot::Known(Condition::Visit, _)) && place.product.is_none() {
            place.product = self.website;
        }
        let universal = |cover, recipient| Universal {
            polarity: claim.polarity,
            actor: *actor,
            cover,
            place: place.clone(),
            purposes: purposes.clone(),
            hands_on: hands_on(claim.action),
            recipient,
            when,
            without_consent: matches!(claim.exception, Slot::Known(Exception::Consent, _)),
            of_all_products: claim.tabled && claim.product.is_absent(),
            of: None,
        };
        if self.denies_use_for_purpose(claim) {
            return self.of_purpose(claim, &purposes, universal);
        }
        let recipients: Vec<Option<TermId>> = match claim.recipients.known() {
            Some(known) => known.iter().take(MOST_RECIPIENTS).copied().map(Some).collect(),
            None => vec![None],
        };
        let covers = self.covers(claim, refuses, &purposes);
        let told = covers.into_iter().flat_map(|cover| recipients.iter().map(move |to| (cover.clone(), *to)));
        told.filter(|(_, recipient)| self.counts(*recipient, &purposes))
            .map(|(cover, recipient)| universal(cover, recipient))
            .collect()
    }

    /// "we do not use your data for advertising", where the subject is advertising.
    fn denies_use_for_purpose(&self, claim: &Claim) -> bool {
        self.is_of_purpose()
            && claim.action != Action::Conduct
            && claim.polarity == Polarity::Negative
            && self.subject.affirmed_by.contains(&claim.action)
            && claim.exception.is_absent()
    }

    fn of_purpose(
        &self,
        claim: &Claim,
        purposes: &[TermId],
        universal: impl Fn(Cover, Option<TermId>) -> Universal,
    ) -> Vec<Universal> {
        let whole = |object: &&Object| matches!(object.quantity, Quantity::Bare | Quantity::Every) && !object.narrowed;
        let objects = claim.objects.iter().filter(whole).filter(|object| !object.terms.is_empty());
        let of = |object: &Object, purpose: TermId| Universal {
            of: Some((claim.action, object.terms.clone())),
            purposes: Vec::new(),
            hands_on: false,
            ..universal(Cover::Kinds(vec![purpose]), None)
        };
        let denied = |purpose: &&TermId| self.concerns(&[**purpose]);
        objects
            .flat_map(|object| purposes.iter().filter(denied).map(move |purpose| (object, *purpose)))
            .map(|(object, purpose)| of(object, purpose))
            .collect()
    }

    fn stands_where_denied(&self, claim: &Claim) -> bool {
        match self.subject.denied_in {
            DeniedIn::Anywhere => true,
            DeniedIn::Text => !claim.tabled,
            DeniedIn::Table => claim.tabled,
        }
    }

    /// Whether the rule is about denials that name as much.
    fn counts(&self, recipient: Option<TermId>, purposes: &[TermId]) -> bool {
        let open = |term: &TermId| matches!(self.ontology.term(*term).id.as_str(), "anyone" | "third_party");
        let flat = purposes.is_empty() && recipient.as_ref().is_none_or(open);
        match self.subject.denials {
            Denials::Any => true,
            Denials::Flat => flat,
            Denials::Limited => !flat,
        }
    }

    fn covers(&self, claim: &Claim, refuses: bool, purposes: &[TermId]) -> Vec<Cover> {
        if claim.polarity == Polarity::Positive && !refuses {
            let only = purposes.is_empty()
                && claim.objects.iter().all(|object| {
                    object.quantity == Quantity::Only && !object.narrowed && self.concerns(&object.terms)
                });
            return if only { vec![all_but(&claim.objects)] } else { Vec::new() };
        }
        if let Slot::Known(Exception::Objects(spared), _) = &claim.exception {
            let plain = claim.objects.iter().any(|object| self.is_all_of_subject(object));
            let known = spared.iter().all(|object| self.concerns(&object.terms) && !object.narrowed);
            return if plain && known { vec![all_but(spared)] } else { Vec::new() };
        }
        if claim.exception.is_unknown() {
            return Vec::new();
        }
        let said_of_all = |object: &&Object| match object.quantity {
            Quantity::Every => true,
            Quantity::Bare => !refuses,
            Quantity::Some | Quantity::Only | Quantity::Pointed => false,
        };
        let objects = claim.objects.iter().filter(said_of_all).filter(|object| !object.narrowed);
        objects.filter(|object| self.concerns(&object.terms)).map(|object| Cover::Kinds(object.terms.clone())).collect()
    }

    /// What `claim` says to happen; empty where it says nothing of the kind or leaves what matters unknown.
    pub(super) fn instances(&self, claim: &Claim) -> Vec<Instance> {
        let refuses = claim.action == Action::Refuse;
        let happens = if refuses { claim.polarity == Polarity::Negative } else { claim.polarity == Polarity::Positive };
        // "cookies can be used to …" tells what cookies are for, not what is done.
        let told = claim.modality == Modality::Possible && matches!(claim.actor.known(), Some(Actor::Unnamed));
        // "the data that we collect, use and sell" is a template's row of verbs: only what is taken in is taken for granted in earnest.
        let presupposed = claim.status == Status::Presupposed && !hands_on(claim.action);
        let settled = (claim.status == Status::Asserted || presupposed || claim.status == Status::Implied)
            && !told
            && (self.affirms(claim.action) || self.may_gather(claim))
            && !claim.condition.is_unknown()
            && (claim.exception.is_absent() || matches!(claim.exception, Slot::Known(Exception::Consent, _)));
        let place = place(claim).or_else(|| {
            // Whoever advertises so on other sites advertises so.
            let somewhere = self.is_of_purpose() && claim.product.is_unknown() && claim.audience.is_absent();
            somewhere.then_some(Place { audience: None, product: None })
        });
        let (Some(actor), Some(mut place)) = (claim.actor.known(), place) else { return Vec::new() };
        let Some(when) = when(claim).filter(|_| happens && settled) else { return Vec::new() };
        if matches!(claim.condition, Slot::Known(Condition::Visit, _)) && place.product.is_none() {
            place.product = self.website;
        }
        // What the heading is about limits a denial; it is not what an affirmed practice is for.
        let own = claim.purposes.range().is_some_and(|range| claim.clause.covers(range));
        let purposes = claim.purposes.known().filter(|_| own).cloned().unwrap_or_default();
        let recipients = claim.recipients.known().cloned().unwrap_or_default();
        let gathers = self.gathers(claim, &purposes);
        let kinds: Vec<Vec<TermId>> = if gathers {
            vec![vec![self.subject.object]]
        } else if self.is_of_purpose() && claim.action != Action::Conduct {
            // Whoever uses something for advertising advertises.
            purposes.iter().filter(|purpose| self.concerns(&[**purpose])).map(|purpose| vec![*purpose]).collect()
        } else {
            let objects = claim.objects.iter().filter(|object| object.quantity != Quantity::Pointed);
            let objects = objects.filter(|object| self.concerns(&object.terms));
            objects.map(|object| self.with_made_kinds(&object.terms, &purposes)).collect()
        };
        kinds
            .into_iter()
            .map(|kinds| Instance {
                polarity: claim.polarity,
                actor: *actor,
                kinds,
                place: place.clone(),
                purposes: purposes.clone(),
                action: claim.action,
                recipients: recipients.clone(),
                when,
                possible: claim.modality == Modality::Possible,
                before_consent: matches!(claim.condition, Slot::Known(Condition::BeforeConsent, _))
                    || !claim.exception.is_absent(),
                settled: claim.modality == Modality::Plain
                    && !matches!(claim.condition, Slot::Known(Condition::Case, _))
                    && !claim.objects.iter().any(|object| object.narrowed),
                implied: claim.status == Status::Implied || gathers,
                of: if self.is_of_purpose() {
                    claim.objects.iter().flat_map(|object| object.terms.clone()).collect()
                } else {
                    Vec::new()
                },
            })
            .collect()
    }

    /// Whether using something may be taking data in: cookies for tracking.
    fn may_gather(&self, claim: &Claim) -> bool {
        let means = |object: &Object| {
            !object.terms.is_empty()
                && object.terms.iter().all(|term| self.ontology.term(*term).kind == TermKind::Mechanism)
        };
        self.subject.actions.contains(&Action::Collect)
            && matches!(claim.action, Action::Use | Action::Place)
            && claim.status == Status::Asserted
            && !claim.objects.is_empty()
            && claim.objects.iter().all(means)
    }

    fn gathers(&self, claim: &Claim, purposes: &[TermId]) -> bool {
        self.may_gather(claim) && purposes.iter().any(|purpose| self.ontology.tagged(*purpose, TAKES_IN))
    }

    fn affirms(&self, action: Action) -> bool {
        self.subject.actions.contains(&action) || self.subject.affirmed_by.contains(&action)
    }

    /// Whether the subject is what something is done for, not what it is done to.
    fn is_of_purpose(&self) -> bool {
        self.ontology.term(self.subject.object).kind == TermKind::Purpose
    }

    /// Whether something that is each of `terms` is a kind of the subject.
    fn concerns(&self, terms: &[TermId]) -> bool {
        terms.iter().any(|term| self.ontology.is_a(*term, self.subject.object))
    }

    fn is_all_of_subject(&self, object: &Object) -> bool {
        object.terms == [self.subject.object]
            && matches!(object.quantity, Quantity::Bare | Quantity::Every)
            && !object.narrowed
    }

    /// The kinds, and those that the purpose makes of them: a cookie for advertising is an advertising cookie.
    fn with_made_kinds(&self, terms: &[TermId], purposes: &[TermId]) -> Vec<TermId> {
        let mut kinds = terms.to_vec();
        for (id, term) in self.ontology.iter() {
            let Some(made_by) = term.made_by else { continue };
            let made = purposes.iter().any(|purpose| self.ontology.is_a(*purpose, made_by));
            let base = term.is_a.first();
            if made && base.is_some_and(|base| terms.iter().any(|term| self.ontology.is_a(*term, *base))) {
                kinds.push(id);
            }
        }
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}

fn all_but(objects: &[Object]) -> Cover {
    let mut spared: Vec<Vec<TermId>> = objects.iter().map(|object| object.terms.clone()).collect();
    spared.sort_unstable();
    spared.dedup();
    Cover::AllBut(spared)
}

/// When it takes place; `None` where that is unknown or over.
fn when(claim: &Claim) -> Option<When> {
    match claim.time {
        Slot::Absent => Some(When::Standing),
        Slot::Known(Time::Present, _) => Some(When::Present),
        Slot::Known(Time::LastYear, _) => Some(When::LastYear),
        Slot::Known(Time::Ever, _) => Some(When::Ever),
        Slot::Known(Time::Past | Time::Future, _) | Slot::Unknown(_) => None,
    }
}

fn hands_on(action: Action) -> bool {
    matches!(action, Action::Share | Action::Sell)
}

/// Of whom and where; `None` where either is unknown.
fn place(claim: &Claim) -> Option<Place> {
    let audience = match &claim.audience {
        Slot::Absent => None,
        Slot::Known(audience, _) => Some(audience.clone()),
        Slot::Unknown(_) => return None,
    };
    match claim.product {
        Slot::Absent => Some(Place { audience, product: None }),
        Slot::Known(product, _) => Some(Place { audience, product: Some(product) }),
        Slot::Unknown(_) => None,
    }
}

trait Conditions {
    fn condition_is_visit_or_none(&self) -> bool;
}

impl Conditions for Claim {
    fn condition_is_visit_or_none(&self) -> bool {
        matches!(self.condition, Slot::Absent | Slot::Known(Condition::Visit, _))
    }
}
