//! Whether an instance lies inside what is said of all, dimension by dimension.

use crate::facts::claims::{Actor, Polarity};
use crate::lexicon::{Action, Audiences, Ontology, TermId, TermKind};
use crate::ruleset::States;

use super::recipients::Recipients;
use super::region::{Cover, Instance, Stand, Universal, When};

/// What regions are compared by.
pub(super) struct Ground<'a> {
    pub(super) ontology: &'a Ontology,
    pub(super) service: Option<TermId>,
    pub(super) website: Option<TermId>,
    /// Whether the document speaks of a product other than its site.
    pub(super) several_products: bool,
    pub(super) audiences: Audiences<'a>,
    pub(super) recipients: Recipients<'a>,
    pub(super) states: States,
    /// What the subject is, as a whole: a denial of it leaves nothing.
    pub(super) whole: Vec<TermId>,
}

/// The tag of purposes that are meant as all that is done for readers.
const WIDE: &str = "wide";
/// The tag of audiences that are told by something else than where they live.
const GROUP: &str = "group";
/// The tag of kinds that the law lets be set without consent (Directive 2002/58/EC, Art. 5(3)).
const CONSENT_EXEMPT: &str = "consent-exempt";

impl Ground<'_> {
    /// Whether `instance` is proved to lie inside `universal`. Unknown slots never get this far.
    pub(super) fn inside(&self, instance: &Instance, universal: &Universal) -> bool {
        let purposes = &universal.purposes;
        self.polarity(instance, universal)
            && self.actor(instance, universal)
            && self.kind(instance, &universal.cover)
            && self.audience(instance.place.audience.as_deref(), universal.place.audience.as_deref())
            && (universal.of_all_products || self.product(instance.place.product, universal.place.product))
            && (purposes.is_empty() || instance.implied || self.any_is_a(&instance.purposes, purposes))
            && self.when(instance, universal)
            && self.recipients.inside(instance, universal)
            && self.consent(instance, universal)
            && self.of(instance, universal)
            && (!instance.implied || self.is_of_the_whole(universal))
    }

    /// Whether it is done to what a denial speaks of, and in the same way.
    fn of(&self, instance: &Instance, universal: &Universal) -> bool {
        let Some((action, objects)) = &universal.of else { return true };
        // "process" is said of both.
        let taken = |action| matches!(action, Action::Use | Action::Collect);
        (instance.action == *action || taken(instance.action) && taken(*action))
            && objects.iter().all(|broad| instance.of.iter().any(|narrow| self.ontology.is_a(*narrow, *broad)))
    }

    /// Whether a denial leaves nothing of its subject, for no purpose and at no time.
    fn is_of_the_whole(&self, universal: &Universal) -> bool {
        let whole = |kinds: &[TermId]| !kinds.is_empty() && kinds.iter().all(|kind| self.whole.contains(kind));
        matches!(&universal.cover, Cover::Kinds(kinds) if whole(kinds))
            && universal.purposes.iter().all(|purpose| self.ontology.tagged(*purpose, WIDE))
            && universal.when != When::LastYear
            && !universal.without_consent
    }

    /// Whether two claims may meet where they stand: never in one sentence, and never where the later takes back what the earlier says.
    pub(super) fn may_meet(instance: Stand, universal: Stand) -> bool {
        instance.sentence != universal.sentence
            && !(instance.block == universal.block && instance.sentence > universal.sentence && instance.narrows)
    }

    /// A denial meets an affirmation, "only" another affirmation, "you can refuse all" a denial.
    fn polarity(&self, instance: &Instance, universal: &Universal) -> bool {
        match universal.cover {
            Cover::Kinds(_) => instance.polarity != universal.polarity,
            Cover::AllBut(_) => instance.polarity == Polarity::Positive,
        }
    }

    fn actor(&self, instance: &Instance, universal: &Universal) -> bool {
        let on_our_site = instance.place.product.is_some();
        match (universal.actor, instance.actor) {
            (Actor::FirstParty, Actor::FirstParty | Actor::Site) | (Actor::Site, Actor::FirstParty | Actor::Site) => {
                true
            }
            (Actor::Site, Actor::Unnamed) => on_our_site,
            (Actor::Anyone, Actor::FirstParty | Actor::Site | Actor::Unnamed) => true,
            // Somebody else's doing concerns the drafter where both speak of the drafter's site.
            (Actor::Anyone, Actor::Party(_)) => on_our_site && universal.place.product.is_some(),
            (Actor::Party(broad), Actor::Party(narrow)) => on_our_site && self.ontology.is_a(narrow, broad),
            (Actor::User, Actor::User | Actor::Anyone) => true,
            _ => false,
        }
    }

    fn kind(&self, instance: &Instance, cover: &Cover) -> bool {
        match cover {
            Cover::Kinds(kinds) => {
                kinds.iter().all(|broad| instance.kinds.iter().any(|narrow| self.ontology.is_a(*narrow, *broad)))
            }
            Cover::AllBut(spared) => spared.iter().all(|kinds| {
                let mut pairs = kinds.iter().flat_map(|spared| instance.kinds.iter().map(move |kind| (*kind, *spared)));
                pairs.any(|(kind, spared)| self.ontology.are_disjoint(kind, spared))
            }),
        }
    }

    /// What is said to all is said to the residents of a state, too, and what holds for them holds for some of all.
    fn audience(&self, narrow: Option<&str>, broad: Option<&str>) -> bool {
        let of_place = |audience: Option<&str>| audience.is_none_or(|ids| ids.split(", ").all(|id| self.is_place(id)));
        let meet = match self.states {
            States::Apart => false,
            States::Within => broad.is_none(),
            States::Alike => narrow.is_none() || broad.is_none(),
        };
        narrow == broad || meet && of_place(narrow) && of_place(broad)
    }

    /// Whether an audience is told by where it lives.
    fn is_place(&self, id: &str) -> bool {
        let tagged = self.ontology.find(id).is_some_and(|term| self.ontology.tagged(term, GROUP));
        !id.starts_with("not ") && !tagged && !self.audiences.is_group_named(id)
    }

    fn product(&self, narrow: Option<TermId>, broad: Option<TermId>) -> bool {
        let plain = |product| product == self.website || product == self.service;
        let of_site = |product| self.website.is_some_and(|website| self.ontology.is_a(product, website));
        match (narrow, broad) {
            (narrow, broad) if narrow == broad => true,
            (Some(product), None) => plain(narrow) || of_site(product),
            // The site is all there is, unless the document speaks of an app, too.
            (None, Some(_)) => plain(broad) && !self.several_products,
            (Some(narrow), Some(broad)) => {
                self.ontology.is_a(narrow, broad)
                    || (Some(narrow) == self.service && Some(broad) == self.website && !self.several_products)
            }
            (None, None) => true,
        }
    }

    fn consent(&self, instance: &Instance, universal: &Universal) -> bool {
        if !universal.without_consent {
            return true;
        }
        let exempt = self.ontology.iter().filter(|(_, term)| term.tags.iter().any(|tag| tag == CONSENT_EXEMPT));
        let mut exempt = exempt.map(|(id, _)| id);
        instance.before_consent
            && !exempt.any(|exempt| instance.kinds.iter().any(|kind| self.ontology.is_a(*kind, exempt)))
    }

    fn any_is_a(&self, narrow: &[TermId], broad: &[TermId]) -> bool {
        narrow.iter().any(|narrow| broad.iter().any(|broad| self.ontology.is_a(*narrow, *broad)))
    }

    /// What was so in the last year need not be so now, and what may happen need not happen now. But the yearly statement of which data were
    /// not taken in is drawn up beside the practices that the same text describes as its own: one that stands there without "may" or "if"
    /// went on.
    fn when(&self, instance: &Instance, universal: &Universal) -> bool {
        match (universal.when, instance.when) {
            (When::Ever, _) => true,
            (_, When::Ever) => false,
            (When::LastYear, When::Standing) => instance.settled && !universal.hands_on && self.is_of_data(universal),
            (When::LastYear, When::LastYear) | (When::Standing, When::Standing | When::Present) => true,
            (When::Present, When::Standing | When::Present) => !instance.possible,
            (When::LastYear, When::Present) | (When::Standing | When::Present, When::LastYear) => false,
        }
    }

    /// Whether a denial is one of kinds of data.
    fn is_of_data(&self, universal: &Universal) -> bool {
        let data = |kind: &TermId| self.ontology.term(*kind).kind == TermKind::Data;
        universal.polarity == Polarity::Negative
            && matches!(&universal.cover, Cover::Kinds(kinds) if kinds.iter().all(data))
    }
}
