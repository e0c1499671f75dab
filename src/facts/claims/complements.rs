//! What stands around verb and object: where, when, what for, to whom, by what means, without whose consent.

mod purposes;
mod recipients;
mod taken;

use crate::lexicon::{Cue, CueSet, Punctuation, TermId, TermKind};

use super::adjuncts::{is_circumstance, is_means, look_back};
use super::details::Details;
use super::device::device;
use super::model::{Actor, Exception, Object, Slot, Time};
use super::objects::{is_adverb, object_list, object_list_of, separator};
use super::parties::{ends_noun, party, product};
use super::words::Run;

/// How many words may stand before "consent": "your prior express".
const LONGEST_PREMODIFIER: usize = 4;
/// More objects than this are not read at once where a list goes on behind a complement.
const MOST_FURTHER: usize = 12;
/// How many words "but is not limited to" takes.
const LONGEST_LIMIT: usize = 6;
/// What may lie in the tail of a clause beside complements.
const WHERE: CueSet = CueSet::of(&[Cue::Place, Cue::From, Cue::By, Cue::For, Cue::With, Cue::Of, Cue::To]);

/// Reads the complements from a position up to the end of a run. With `hands_on`, "to" and "with" name recipients.
pub(super) fn read_complements(run: Run<'_>, start: usize, hands_on: bool, details: &mut Details) {
    let mut reader = Reader { run, details, hands_on, purpose_open: false, start };
    let mut at = start;
    while at < run.len() {
        at = reader.step(at).max(at + 1);
    }
}

/// Reads recipients that stand before the object: "transfer to third parties your data". The position behind them.
pub(super) fn read_recipients(run: Run<'_>, at: usize, details: &mut Details) -> Option<usize> {
    let mut reader = Reader { run, details, hands_on: true, purpose_open: false, start: at };
    reader.recipient(at)
}

struct Reader<'a, 'd> {
    run: Run<'a>,
    details: &'d mut Details,
    hands_on: bool,
    /// Whether a purpose is being told: places within it are not where the practice takes place.
    purpose_open: bool,
    /// Where the complements begin.
    start: usize,
}

impl Reader<'_, '_> {
    /// Reads one complement, or one word that is none; the position behind it.
    fn step(&mut self, at: usize) -> usize {
        let run = self.run;
        for read in [
            Self::taken,
            Self::harmless,
            Self::window,
            Self::consent,
            Self::exception,
            Self::examples,
            Self::companions,
            Self::place,
            Self::people,
            Self::agent,
            Self::instrument,
            Self::recipient,
            Self::purpose,
        ] {
            if let Some(next) = read(self, at) {
                return next;
            }
        }
        if let Some(end) = self.further_objects(at) {
            return end;
        }
        if run.any(at, CueSet::of(&[Cue::And, Cue::Or, Cue::Nor])) && self.is_complement(at + 1) {
            return at + 1;
        }
        if !self.purpose_open && run.is(at, Cue::Place) && !is_means(run.form(at)) && !is_circumstance(run, at) {
            self.details.product = Slot::Unknown(Some(run.range(at, at + 1)));
        }
        self.unread(at, at + 1);
        at + 1
    }

    /// "information from our visitors and their names": the list of what is taken goes on behind a complement.
    fn further_objects(&mut self, at: usize) -> Option<usize> {
        if self.purpose_open {
            return None;
        }
        let next = separator(self.run, at).filter(|next| *next > at)?;
        let list = object_list_of(self.run, next, MOST_FURTHER).filter(|list| !list.negated && !list.open)?;
        let data = |term: &TermId| self.run.words.ontology.term(*term).kind == TermKind::Data;
        let known = list.objects.iter().all(|object| !object.terms.is_empty() && object.terms.iter().all(data));
        if !known || list.objects.is_empty() {
            return None;
        }
        self.details.examples.extend(list.objects);
        Some(list.end)
    }

    fn is_complement(&self, at: usize) -> bool {
        self.run.any(at, WHERE) || self.run.is(at, Cue::Using) || self.run.is(at, Cue::Without)
    }

    fn unread(&mut self, start: usize, end: usize) {
        let range = self.run.range(start, end);
        self.details.unread.get_or_insert(range);
    }

    /// "at all", "on your device", "currently", "only".
    fn harmless(&mut self, at: usize) -> Option<usize> {
        let run = self.run;
        if let Some(length) = run.cue(at, Cue::AtAll) {
            return Some(at + length);
        }
        if let Some(length) = run.cue(at, Cue::NotQuite).or_else(|| run.cue(at, Cue::NotOnly)) {
            self.unread(at, at + length);
            return Some(at + length);
        }
        for (cue, time) in [(Cue::Now, Time::Present), (Cue::Future, Time::Future)] {
            if let Some(length) = run.cue(at, cue) {
                self.details.time = Slot::Known(time, run.range(at, at + length));
                return Some(at + length);
            }
        }
        for cue in [Cue::Hedge, Cue::Knowing] {
            if let Some(length) = run.cue(at, cue) {
                self.details.hedged = true;
                return Some(at + length);
            }
        }
        if let Some(length) = run.cue(at, Cue::Contrast) {
            self.details.narrows = true;
            self.unread(at, at + length);
            return Some(at + length);
        }
        if let Some(length) = run.cue(at, Cue::Only) {
            self.details.narrows = true;
            self.details.only |= run.stops(at + length) || run.is(at + length, Cue::Place);
            if !self.details.only {
                self.unread(at, at + length);
            }
            return Some(at + length);
        }
        if let Some(length) = run.cue(at, Cue::Adverb) {
            return Some(at + length);
        }
        if let Some(end) = device(run, at) {
            self.details.device = Some(run.range(at, end));
            return Some(end);
        }
        is_adverb(run.form(at)).then(|| {
            self.details.hedged = true;
            at + 1
        })
    }

    /// "in the last twelve months".
    fn window(&mut self, at: usize) -> Option<usize> {
        let run = self.run;
        let (end, year) = look_back(run, at)?;
        let range = run.range(at, end);
        self.details.time = if year { Slot::Known(Time::LastYear, range) } else { Slot::Unknown(Some(range)) };
        Some(end)
    }

    /// "from you", "about our visitors", "of consumers": the readers, so no limit. Whoever else it is, it isn't them.
    fn people(&mut self, at: usize) -> Option<usize> {
        let run = self.run;
        let preposition = [Cue::About, Cue::Of, Cue::From].into_iter().find_map(|cue| run.cue(at, cue))?;
        let start = [Cue::Every, Cue::Article, Cue::Our, Cue::Some]
            .into_iter()
            .fold(at + preposition, |at, cue| run.skip(at, cue));
        let Some(length) = run.cue(start, Cue::You) else {
            let first = self.details.recipients.is_absent() && self.details.product.is_absent() && !self.purpose_open;
            // "recordings of calls", "as part of": nobody else's.
            let nobody = run.is(start, Cue::Matter) || at > 0 && run.is(at - 1, Cue::Circumstance);
            if first && !nobody && !run.is(at, Cue::From) && !run.is(start, Cue::Your) {
                self.details.about.get_or_insert(run.range(at, start.max(at + 1)));
            }
            return None;
        };
        let end = start + length;
        (run.stops(end) || ends_noun(run, end)).then_some(end)
    }

    /// "without your prior consent"; "with your consent".
    fn consent(&mut self, at: usize) -> Option<usize> {
        let run = self.run;
        let without = run.cue(at, Cue::Without);
        let start = at + without.or_else(|| run.cue(at, Cue::With))?;
        // "with selected publishers" is no choice of the reader's.
        if without.is_none() && self.hands_on && run.is(start, Cue::Some) && party(run, start).is_some() {
            return None;
        }
        let way = (start..start + LONGEST_PREMODIFIER).take_while(|behind| *behind == start || !run.stops(*behind));
        let end = way.into_iter().find_map(|behind| run.cue(behind, Cue::Consent).map(|length| behind + length));
        let Some(end) = end else {
            without?;
            self.unread(at, at + 1);
            return Some(at + 1);
        };
        let range = run.range(at, end);
        if without.is_none() {
            self.details.consented = Some(range);
            self.unread(at, end);
        } else {
            self.details.exception = match self.details.exception {
                Slot::Absent => Slot::Known(Exception::Consent, range),
                _ => Slot::Unknown(Some(range)),
            };
        }
        Some(end)
    }

    /// "other than session cookies", "except as described".
    fn exception(&mut self, at: usize) -> Option<usize> {
        let run = self.run;
        let length = run.cue(at, Cue::Except)?;
        self.details.narrows = true;
        let list = object_list(run, at + length);
        match list.filter(|list| list.objects.iter().all(|object| !object.terms.is_empty()) && !list.open) {
            Some(list) if self.details.exception.is_absent() => {
                let range = run.range(at, list.end);
                self.details.exception = Slot::Known(Exception::Objects(list.objects), range);
                Some(list.end)
            }
            _ => {
                self.details.exception = Slot::Unknown(Some(run.range(at, at + length)));
                self.unread(at, at + length);
                Some(at + length)
            }
        }
    }

    /// "in conjunction with pixels": something else beside the object.
    fn companions(&mut self, at: usize) -> Option<usize> {
        let behind = at + self.run.cue(at, Cue::AsWellAs)?;
        let end = object_list(self.run, behind).map_or(behind, |list| list.end);
        self.unread(at, end);
        Some(end)
    }

    fn examples(&mut self, at: usize) -> Option<usize> {
        let length = self.run.cue(at, Cue::Including)?;
        // Within a purpose they are what another verb is done to, unless a relative clause goes back to the object.
        let goes_back = self.run.parted(at, Punctuation::COMMA) && self.run.is(at, Cue::Relative);
        if self.purpose_open && !goes_back {
            return None;
        }
        let mut start = at + length;
        if self.run.is(start, Cue::But) {
            // "includes, but is not limited to, "
            let end = (start..self.run.len().min(start + LONGEST_LIMIT)).find(|at| self.run.form(*at) == "to")?;
            start = end + 1;
        }
        let list = object_list(self.run, start)?;
        self.details.examples.extend(list.objects);
        Some(list.end)
    }

    /// "on our website", "through the app".
    fn place(&mut self, at: usize) -> Option<usize> {
        let run = self.run;
        let preposition = [Cue::Place, Cue::From, Cue::For, Cue::By, Cue::Of, Cue::With, Cue::To]
            .into_iter()
            .find_map(|cue| run.cue(at, cue))?;
        let behind = at + preposition;
        let located = run.any(at, CueSet::of(&[Cue::Place, Cue::From]));
        let (end, found) = self.product_at(behind, located)?;
        let range = run.range(at, end);
        self.details.product = match (&self.details.product, found) {
            (Slot::Absent, Some(product)) => Slot::Known(product, range),
            (Slot::Known(before, _), Some(product)) if *before == product => Slot::Known(product, range),
            _ => Slot::Unknown(Some(range)),
        };
        Some(end)
    }

    /// A product of the drafter's behind a preposition: "our site", "any of our pages", "email".
    fn product_at(&self, start: usize, located: bool) -> Option<(usize, Option<TermId>)> {
        let run = self.run;
        let site = run.skip(start, Cue::Every);
        if let Some((found, end)) = party(run, site) {
            return (found.actor == Some(Actor::Site)).then_some((end, found.product));
        }
        let bare = [Cue::Article, Cue::Our, Cue::Some].into_iter().fold(site, |at, cue| run.skip(at, cue));
        let (found, end) = product(run, bare)?;
        // "to store" is no place; "on websites" may be anybody's.
        if bare == start && !located {
            return None;
        }
        let any = matches!(run.form(site), "a" | "an" | "A" | "An");
        let bound = (bare > start && !any) || Some(found) != run.words.products.website;
        Some((end, bound.then_some(found)))
    }

    fn agent(&mut self, at: usize) -> Option<usize> {
        let run = self.run;
        let behind = at + run.cue(at, Cue::By)?;
        if run.form(behind).eq_ignore_ascii_case("us") {
            self.details.agent = Some((Some(Actor::FirstParty), run.range(behind, behind + 1)));
            return Some(behind + 1);
        }
        let Some((found, end)) = party(run, behind) else {
            // "by changing your settings" is no agent, "by whoever runs the map" is one.
            if !run.form(behind).ends_with("ing") {
                self.details.agent = Some((None, run.range(behind, behind + 1)));
            }
            return None;
        };
        self.details.agent = Some((found.actor, run.range(behind, end)));
        if separator(run, end).is_some() {
            self.details.agent = Some((None, run.range(behind, end)));
        }
        Some(end)
    }

    fn instrument(&mut self, at: usize) -> Option<usize> {
        let run = self.run;
        let behind = at + run.cue(at, Cue::Using)?;
        let list = object_list(run, behind)?;
        let is_means = |object: &Object| {
            object.terms.iter().any(|term| run.words.ontology.term(*term).kind == TermKind::Mechanism)
        };
        if !list.objects.iter().any(is_means) {
            return None;
        }
        self.unread(at, list.end);
        self.details.instruments.extend(list.objects);
        Some(list.end)
    }
}
