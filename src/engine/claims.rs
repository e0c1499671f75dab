//! The claims of one source, as plain data.

use crate::config::Config;
use crate::facts::claims::{
    Actor, Claim, Condition, Exception, Modality, Object, Polarity, Slot, Status, Time, identity, understood,
};
use crate::lexicon::TermId;
use crate::report::{ClaimsReport, ReportedClaim, Told};
use crate::ruleset::RuleSet;
use crate::text::ProseRange;

use super::check::{Source, with_context};
use super::context::Context;
use super::project::Project;
use super::settings::{Settings, Today};

/// Reads the claims of one source.
pub fn claims(rules: &RuleSet, config: &Config, today: Today, source: &Source) -> ClaimsReport {
    let settings = Settings::resolve(config, rules);
    with_context(rules, &settings, today, source, &Project::default(), |context| {
        let set = context.claims();
        let mut clauses: Vec<ProseRange> = set.claims.iter().map(|claim| claim.clause).collect();
        clauses.sort_unstable_by_key(|range| (range.start(), range.end()));
        clauses.dedup();
        ClaimsReport {
            path: source.path.clone(),
            clauses: set.clauses.max(clauses.len()),
            understood: clauses.len(),
            claims: set.claims.iter().map(|claim| Teller { context }.tell(claim)).collect(),
        }
    })
}

struct Teller<'c, 'a> {
    context: &'c Context<'a>,
}

impl Teller<'_, '_> {
    fn tell(&self, claim: &Claim) -> ReportedClaim {
        let context = self.context;
        let ontology = &context.lexicon.ontology;
        let reading = context.facts.reading;
        let span = context.span(claim.clause);
        ReportedClaim {
            id: identity(claim, ontology),
            document: claim.document,
            status: status(claim.status),
            polarity: match claim.polarity {
                Polarity::Positive => "positive",
                Polarity::Negative => "negative",
            },
            possible: claim.modality == Modality::Possible,
            actor: told(&claim.actor, |actor| self.actor(*actor)),
            action: claim.action.name(),
            data: claim.objects.iter().map(|object| self.object(object)).collect(),
            recipient: told(&claim.recipients, |terms| self.ids(terms)),
            purpose: told(&claim.purposes, |terms| self.ids(terms)),
            condition: told(&claim.condition, |condition| condition_name(*condition).to_owned()),
            exception: told(&claim.exception, |exception| match exception {
                Exception::Consent => vec!["consent".to_owned()],
                Exception::Objects(objects) => objects.iter().map(|object| self.object(object)).collect(),
            }),
            subject: told(&claim.audience, Clone::clone),
            scope: told(&claim.product, |product| self.id(*product)),
            time: told(&claim.time, |time| time_name(*time).to_owned()),
            line: understood(claim, reading, context.lexicon),
            words: reading.prose.as_written(claim.clause, context.source.text()),
            row: context.source.positions(span).0.line,
            span,
            slots: self.slots(claim),
            unread: claim.unread.map(|range| reading.words(range).to_owned()),
        }
    }

    fn slots(&self, claim: &Claim) -> Vec<(&'static str, crate::text::Span)> {
        let objects = claim.objects.iter().map(|object| object.range).reduce(ProseRange::join);
        let places = [
            ("action", Some(claim.verb)),
            ("actor", claim.actor.range()),
            ("condition", claim.condition.range()),
            ("data", objects),
            ("exception", claim.exception.range()),
            ("purpose", claim.purposes.range()),
            ("recipient", claim.recipients.range()),
            ("scope", claim.product.range()),
            ("subject", claim.audience.range()),
            ("time", claim.time.range()),
        ];
        places
            .into_iter()
            .filter_map(|(name, range)| Some((name, self.context.span(range.filter(|range| !range.is_empty())?))))
            .collect()
    }

    fn actor(&self, actor: Actor) -> String {
        match actor {
            Actor::FirstParty => "first-party".to_owned(),
            Actor::Site => "site".to_owned(),
            Actor::Party(term) => self.id(term),
            Actor::User => "user".to_owned(),
            Actor::Anyone => "anyone".to_owned(),
            Actor::Unnamed => "unnamed".to_owned(),
        }
    }

    fn id(&self, term: TermId) -> String {
        self.context.lexicon.ontology.term(term).id.clone()
    }

    fn ids(&self, terms: &[TermId]) -> Vec<String> {
        terms.iter().map(|term| self.id(*term)).collect()
    }

    /// The id of what it is, the narrowest kinds joined by `+`.
    fn object(&self, object: &Object) -> String {
        if object.terms.is_empty() { "unknown".to_owned() } else { self.ids(&object.terms).join("+") }
    }
}

fn told<T, U>(slot: &Slot<T>, known: impl FnOnce(&T) -> U) -> Told<U> {
    match slot {
        Slot::Absent => Told::Absent,
        Slot::Unknown(_) => Told::Unknown,
        Slot::Known(value, _) => Told::Known(known(value)),
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Asserted => "asserted",
        Status::Presupposed => "presupposed",
        Status::Implied => "implied",
        Status::Hypothetical => "hypothetical",
        Status::Reported => "reported",
        Status::Question => "question",
        Status::Heading => "heading",
    }
}

fn condition_name(condition: Condition) -> &'static str {
    match condition {
        Condition::Visit => "visit",
        Condition::Occasion => "occasion",
        Condition::Case => "case",
        Condition::BeforeConsent => "before-consent",
    }
}

fn time_name(time: Time) -> &'static str {
    match time {
        Time::Present => "present",
        Time::Past => "past",
        Time::Ever => "ever",
        Time::Future => "future",
        Time::LastYear => "last-year",
    }
}
