//! Lists: what an item takes over from the sentence that leads it in.

use crate::doc::SentenceId;
use crate::lexicon::{Cue, CueSet, Punctuation, TermId, TermKind};
use crate::text::ProseRange;

use super::adjuncts::look_back;
use super::complements::read_complements;
use super::details::Details;
use super::draft::{Draft, Open};
use super::group::{Group, Predicate, group};
use super::model::{Actor, Condition, Polarity, Quantity, Slot, Status, Time};
use super::objects::{object_list, separator};
use super::parties::{Party, parties};
use super::predicate::read_predicate;
use super::sentence::{SentenceReading, Stated};
use super::words::Run;

/// A sentence that leads in a list.
#[derive(Debug, Clone)]
pub(super) struct Lead {
    pub(super) sentence: SentenceId,
    open: Open,
    /// Whether it may limit what its items say: a condition, a place, words not understood.
    pub(super) limits: bool,
    /// Whether what completes it stands under a condition that is not understood.
    conditional: bool,
    pub(super) audience: Slot<String>,
    pub(super) product: Slot<TermId>,
    pub(super) condition: Slot<Condition>,
    /// The look-back that it names: the items are of that time.
    window: Slot<Time>,
    status: Status,
    pub(super) range: ProseRange,
}

/// Each item repeats what its lead-in says; more objects than this are not repeated, so that a long list stays linear.
const MOST_REPEATED: usize = 8;

impl Lead {
    pub(super) fn new(
        sentence: SentenceId,
        run: Run<'_>,
        reading: &SentenceReading,
        (audience, product): (Slot<String>, Slot<TermId>),
        heading: bool,
    ) -> Self {
        let mut open = reading.open.clone();
        if let Open::Objects(drafts) | Open::Purposes(drafts) | Open::Recipients(drafts) = &mut open {
            for draft in drafts {
                draft.objects.truncate(MOST_REPEATED);
                draft.details.instruments.truncate(MOST_REPEATED);
                draft.details.examples.truncate(MOST_REPEATED);
            }
        }
        let last = reading.stated.last();
        Self {
            sentence,
            open,
            limits: !is_harmless_lead(run) && (!reading.asserts || reading.conditional),
            conditional: reading.conditional && !reading.tells_list,
            audience,
            product,
            condition: last.map_or(Slot::Absent, |stated| stated.condition.clone()),
            window: window(run),
            status: match last {
                _ if heading || reading.tells_list => Status::Asserted,
                Some(stated) => stated.status,
                None => Status::Asserted,
            },
            range: run.range(0, run.len()),
        }
    }

    /// Gives the time of what stands in a table below: the look-back that the lead-in names, unless the table has its own.
    pub(super) fn time(&self, time: &mut Slot<Time>) {
        if time.is_absent() {
            *time = self.window.clone();
        }
    }

    /// What an item without a clause of its own says.
    pub(super) fn complete(&self, item: Run<'_>) -> Vec<Stated> {
        let drafts = match &self.open {
            Open::Closed => Vec::new(),
            Open::Objects(drafts) => self.with_objects(drafts, item),
            Open::Verb(subject, lead, front) => {
                let Some(own) = group(item, 0).filter(|group| matches!(group.predicate, Predicate::Verb { .. })) else {
                    return Vec::new();
                };
                let mut drafts = read_predicate(item, subject, under(lead, own)).drafts;
                for draft in &mut drafts {
                    draft.details = draft.details.behind(front);
                }
                drafts
            }
            Open::Purposes(drafts) => with_purposes(drafts, item),
            Open::Recipients(drafts) => with_recipients(drafts, item),
        };
        let clause = item.range(0, item.len());
        let condition = match &self.condition {
            Slot::Absent if self.conditional => Slot::Unknown(Some(self.range)),
            known => known.clone(),
        };
        let state = |draft: Draft| {
            let status = if draft.unreal { Status::Hypothetical } else { self.status };
            Stated { status, condition: condition.clone(), draft, clause }
        };
        drafts.into_iter().map(state).collect()
    }

    fn with_objects(&self, drafts: &[Draft], item: Run<'_>) -> Vec<Draft> {
        let start = item.skip(0, Cue::Adverb);
        let Some(list) = object_list(item, start).filter(|list| !list.negated) else { return Vec::new() };
        let ends = list.end >= item.len()
            || item.stops(list.end)
            || item.parted(list.end, Punctuation::DASH)
            || item.parted(list.end, Punctuation::COLON);
        let rest = list.end < item.len();
        let mut more = Details::default();
        read_complements(item, list.end, false, &mut more);
        let mut completed = drafts.to_vec();
        for draft in &mut completed {
            draft.objects.clone_from(&list.objects);
            if draft.polarity == Polarity::Positive {
                // "demographic data such as your age"
                draft.objects.extend(more.examples.iter().cloned());
            }
            if draft.polarity == Polarity::Positive && item.form(start).eq_ignore_ascii_case("its") {
                // "from your device: its location"
                draft.objects.iter_mut().for_each(|object| object.quantity = Quantity::Some);
            }
            // What else an item tells may limit a denial; what is affirmed of a kind of cookie stays affirmed.
            if draft.polarity == Polarity::Negative && (rest || !ends) {
                draft.details.unread.get_or_insert(item.range(list.end.min(item.len() - 1), item.len()));
            }
        }
        completed
    }
}

/// The look-back that a lead-in names.
fn window(run: Run<'_>) -> Slot<Time> {
    match (0..run.len()).find_map(|at| look_back(run, at).map(|(end, year)| (run.range(at, end), year))) {
        Some((range, true)) => Slot::Known(Time::LastYear, range),
        Some((range, false)) => Slot::Unknown(Some(range)),
        None => Slot::Absent,
    }
}

/// The verb group of an item under that of its lead-in.
fn under(lead: &Group, own: Group) -> Group {
    Group {
        negations: lead.negations + own.negations,
        possible: lead.possible || own.possible,
        unreal: lead.unreal || own.unreal,
        past: lead.past,
        passive: lead.passive || own.passive,
        now: lead.now || own.now,
        future: lead.future || own.future,
        hedged: lead.hedged || own.hedged,
        only: lead.only || own.only,
        ..own
    }
}

/// "advertising networks;" below "we share your data with:".
fn with_recipients(drafts: &[Draft], item: Run<'_>) -> Vec<Draft> {
    let Some(others) = parties(item, item.skip(0, Cue::Adverb)) else { return Vec::new() };
    let term = |party: &Party| match party.actor {
        Some(Actor::Party(term)) => Some(term),
        _ => None,
    };
    let Some(terms) = others.list.iter().map(term).collect::<Option<Vec<_>>>() else { return Vec::new() };
    let ends = item.stops(others.end);
    let mut more = Details::default();
    read_complements(item, others.end, false, &mut more);
    let rest = (!ends || others.end < item.len()).then(|| item.range(others.end.min(item.len() - 1), item.len()));
    let mut completed = drafts.to_vec();
    for draft in &mut completed {
        draft.details.recipients = Slot::Known(terms.clone(), item.range(0, others.end));
        if draft.details.purposes.is_absent() {
            draft.details.purposes.clone_from(&more.purposes);
        }
        if draft.polarity == Polarity::Negative || !ends {
            draft.details.unread = draft.details.unread.or(rest);
        }
    }
    completed
}

fn with_purposes(drafts: &[Draft], item: Run<'_>) -> Vec<Draft> {
    let range = item.range(0, item.len());
    let mut terms = Vec::new();
    let mut at = item.skip(item.skip(0, Cue::To), Cue::For);
    let mut whole = false;
    while let Some((term, length)) = item.term(item.skip(at, Cue::Article), |kind| kind == TermKind::Purpose) {
        terms.push(term);
        at = item.skip(at, Cue::Article) + length;
        whole = at >= item.len();
        match separator(item, at) {
            Some(next) => at = next,
            None => break,
        }
    }
    let purposes = if terms.is_empty() { Slot::Unknown(Some(range)) } else { Slot::Known(terms, range) };
    let mut completed = drafts.to_vec();
    for draft in &mut completed {
        draft.details.purposes = purposes.clone();
        if !whole {
            draft.details.unread.get_or_insert(range);
        }
    }
    completed
}

/// Whether a lead-in is one of those that limit nothing: "because:", "our promise:".
fn is_harmless_lead(run: Run<'_>) -> bool {
    const HARMLESS: [Cue; 7] =
        [Cue::Lead, Cue::Because, Cue::Filler, Cue::Frame, Cue::Adverb, Cue::And, Cue::Following];
    let mut at = 0;
    while at < run.len() {
        match HARMLESS.into_iter().filter_map(|cue| run.cue(at, cue)).max() {
            Some(length) => at += length,
            None => return false,
        }
    }
    !run.any(0, CueSet::of(&[Cue::If, Cue::Except]))
}
