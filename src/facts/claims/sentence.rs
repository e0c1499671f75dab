//! One sentence read into drafts, each with how it stands and what the rest of the sentence says of it.

use crate::lexicon::{Cue, CueSet, Punctuation, TermId};
use crate::text::ProseRange;

use super::asides::{limited_behind, listed, listed_behind};
use super::clause::read_clause;
use super::clauses::{Clause, Opener, clauses};
use super::conditions::{condition_of, product_of_condition, visited};
use super::draft::{ClauseReading, Draft, Open, Subject};
use super::group::{Predicate, group};
use super::implied::read_implied;
use super::inclusion::{read_continuation, read_inclusion, read_nominal};
use super::model::{Actor, Condition, Object, Polarity, Quantity, Slot, Status};
use super::objects::object_list;
use super::only::read_only;
use super::predicate::{read_bare_denial, read_predicate};
use super::tokens::{Tokens, is_harmless_aside, quotes};
use super::words::{Run, Words};

/// A draft and what its sentence says of it.
#[derive(Debug, Clone)]
pub(super) struct Stated {
    pub(super) draft: Draft,
    pub(super) status: Status,
    pub(super) condition: Slot<Condition>,
    pub(super) clause: ProseRange,
}

/// What a sentence reads as.
#[derive(Debug, Clone)]
pub(super) struct SentenceReading {
    pub(super) stated: Vec<Stated>,
    /// What a list behind it completes.
    pub(super) open: Open,
    /// What goes on telling of what the sentence before took in: "such data may include".
    pub(super) goes_on: Option<Draft>,
    /// How many of its clauses hold a verb of practice.
    pub(super) practices: usize,
    /// Whether a clause of it asserts something of the drafter.
    pub(super) asserts: bool,
    /// Whether it is a noun with its relative clause and no more, which a list completes: "the data that we do not collect:".
    pub(super) tells_list: bool,
    /// Whether a condition stands in it, or a clause that only tells of something.
    pub(super) conditional: bool,
}

/// Reads a sentence. One that leads in a list is read whatever it says; any other only where it names something that an action can be
/// done to.
pub(super) fn read_sentence<'a>(
    words: &'a Words<'a>,
    tokens: &'a Tokens,
    question: bool,
    leads: bool,
) -> SentenceReading {
    let run = tokens.run(words);
    if !leads && !run.has_object() && !run.has_deed() {
        let practices = if run.has_action() { practices(run, &clauses(run)) } else { 0 };
        return SentenceReading {
            stated: Vec::new(),
            open: Open::Closed,
            goes_on: None,
            practices,
            asserts: false,
            tells_list: false,
            conditional: false,
        };
    }
    let clauses = clauses(run);
    let quotes = quotes(run, tokens.start);
    let mut reader = Reader { run, readings: Vec::new(), clauses: &clauses, limits: Limits::default(), quotes };
    reader.read_clauses();
    reader.find_limits();
    let mut stated = reader.stated(question);
    let practices = practices(run, &clauses);
    let mut open = reader.readings.pop().map_or(Open::Closed, |reading| reading.open);
    if let Some((draft, list)) = read_inclusion(run).filter(|_| !question) {
        let clause = run.range(0, run.len());
        let state = |draft| Stated { draft, status: Status::Asserted, condition: Slot::Absent, clause };
        stated.extend(draft.map(state));
        if !matches!(list, Open::Closed) {
            open = list;
        }
    }
    let mut goes_on = read_continuation(run).filter(|_| !question);
    if let Some(draft) = read_nominal(run).filter(|_| !question) {
        let clause = run.range(0, run.len());
        stated.push(Stated { draft, status: Status::Asserted, condition: Slot::Absent, clause });
    }
    if let Some(draft) = &mut goes_on {
        draft.objects.extend(tokens.asides(words).flat_map(listed));
    }
    for stated in &mut stated {
        let objects = &mut stated.draft.objects;
        if tokens.has_asides() && stated.draft.polarity == Polarity::Positive {
            for object in objects.iter_mut().filter(|object| limited_behind(words, tokens, object.range.end())) {
                object.quantity = Quantity::Pointed;
            }
        }
        if let Some(end) = objects.last().map(|object| object.range.end()) {
            objects.extend(listed_behind(words, tokens, end));
        }
    }
    if let Some(draft) = read_only(run).filter(|_| !question) {
        let clause = run.range(0, run.len());
        stated.push(Stated { draft, status: Status::Asserted, condition: Slot::Absent, clause });
    }
    if clauses.len() == 1 && stated.is_empty() && clauses[0].subject.is_none() && !question {
        let clause = run.range(0, run.len());
        // A line without a stop is a label: "No cookies".
        let text = words.reading.words(ProseRange::new(tokens.start, clause.end().max(tokens.start)));
        let stopped = words.reading.prose.text()[tokens.start + text.len()..].starts_with(['.', '!']);
        let bare = read_bare_denial(run).filter(|_| stopped);
        stated.extend(bare.map(|draft| Stated { draft, status: Status::Asserted, condition: Slot::Absent, clause }));
    }
    if let Some(aside) = tokens.asides(words).find(|aside| !is_harmless_aside(*aside) && listed(*aside).is_empty()) {
        let range = aside.range(0, aside.len());
        for denial in stated.iter_mut().filter(|stated| is_universal(&stated.draft)) {
            denial.draft.details.unread.get_or_insert(range);
        }
    }
    if !question {
        let clause = run.range(0, run.len());
        let implied = read_implied(run).into_iter();
        stated.extend(implied.map(|draft| Stated { draft, status: Status::Implied, condition: Slot::Absent, clause }));
    }
    let asserts = stated.iter().any(|stated| stated.status == Status::Asserted);
    let conditional = |clause: &Clause| {
        matches!(clause.opener, Opener::Condition | Opener::Early | Opener::Reported | Opener::Contrast)
            || run.part(clause.start, clause.end).has(Cue::Except)
    };
    let tells_list = matches!(&clauses[..], [first, second]
        if first.opener == Opener::Main && first.subject.is_none()
            && matches!(second.opener, Opener::Relative { loose: false } | Opener::Reported)
            && second.subject.is_some());
    SentenceReading {
        stated,
        open,
        goes_on,
        practices,
        asserts,
        tells_list,
        conditional: clauses.iter().any(conditional),
    }
}

/// Whether a draft speaks of all of something, so that words not understood may limit it.
fn is_universal(draft: &Draft) -> bool {
    draft.polarity == Polarity::Negative
        || draft.objects.iter().any(|object| matches!(object.quantity, Quantity::Only | Quantity::Every))
}

struct Reader<'a> {
    run: Run<'a>,
    clauses: &'a [Clause],
    readings: Vec<ClauseReading>,
    limits: Limits,
    /// Where quotation marks stand: the prose offsets of the words behind them.
    quotes: Vec<usize>,
}

/// The clauses of a sentence that may limit what the others say, in order.
#[derive(Default)]
struct Limits {
    /// Exceptions and words without a verb that add something.
    always: Vec<usize>,
    contrasts: Vec<usize>,
    conditions: Vec<usize>,
}

impl<'a> Reader<'a> {
    fn part(&self, clause: &Clause) -> Run<'a> {
        self.run.part(clause.start, clause.end)
    }

    fn read_clauses(&mut self) {
        let mut last: Option<Subject> = None;
        for clause in self.clauses {
            let part = self.part(clause);
            let reading = match clause.subject {
                Some(subject) => read_clause(part, subject - clause.start),
                None => self.read_tail(part, clause, last.as_ref()),
            };
            if reading.subject.is_some() && matches!(clause.opener, Opener::Main | Opener::Contrast | Opener::Reason) {
                last.clone_from(&reading.subject);
            }
            self.readings.push(reading);
        }
    }

    /// "… but do not set any": a predicate that shares the subject before it.
    fn read_tail(&self, part: Run<'a>, clause: &Clause, last: Option<&Subject>) -> ClauseReading {
        let start = part.skip(0, Cue::Adverb);
        let joins = matches!(clause.opener, Opener::Contrast | Opener::Main);
        let verb = group(part, start).filter(|group| joins && matches!(group.predicate, Predicate::Verb { .. }));
        match (last, verb) {
            (Some(subject), Some(verb)) => read_predicate(part, subject, verb),
            _ => ClauseReading::nothing(),
        }
    }

    fn stated(&self, question: bool) -> Vec<Stated> {
        let mut stated = Vec::new();
        for (at, (clause, reading)) in self.clauses.iter().zip(&self.readings).enumerate() {
            let part = self.part(clause);
            let condition = condition_of(self.run, self.clauses, at);
            let limit = self.limit_of(at);
            for draft in &reading.drafts {
                let mut draft = draft.clone();
                if draft.details.elliptic && draft.objects.is_empty() {
                    draft.objects = self.objects_before(at);
                    draft.details.product.clone_from(&self.product_before(at));
                }
                let placed = product_of_condition(self.run, self.clauses, at).or_else(|| self.visitors_of(at));
                if let Some((product, range)) = placed {
                    draft.details.product = match draft.details.product {
                        Slot::Absent => Slot::Known(product, range),
                        Slot::Known(own, own_range) if own == product => Slot::Known(own, own_range),
                        _ => Slot::Unknown(Some(range)),
                    };
                }
                if is_universal(&draft) {
                    let beyond =
                        limit.or(condition.range().filter(|_| !matches!(condition, Slot::Known(Condition::Visit, _))));
                    draft.details.unread = draft.details.unread.or(beyond);
                }
                let mut status = self.status(clause, &draft, question);
                let mut range = part.range(0, part.len());
                if status == Status::Reported
                    && matches!(clause.opener, Opener::Relative { .. })
                    && draft.objects.is_empty()
                {
                    let head = self.head_of(at);
                    if draft.polarity == Polarity::Positive
                        && self.is_asserted_before(at)
                        && let Some(first) = head.first()
                    {
                        range = first.range.join(draft.verb);
                        draft.objects = head;
                        status = Status::Presupposed;
                    }
                }
                stated.push(Stated { draft, status, condition: condition.clone(), clause: range });
            }
        }
        stated
    }

    fn status(&self, clause: &Clause, draft: &Draft, question: bool) -> Status {
        let quoted = self.is_quoted(draft);
        match clause.opener {
            _ if question => Status::Question,
            Opener::Reported | Opener::Relative { .. } => Status::Reported,
            _ if quoted => Status::Reported,
            Opener::Condition | Opener::Early => Status::Hypothetical,
            _ if draft.unreal => Status::Hypothetical,
            Opener::Main | Opener::Contrast | Opener::Reason => Status::Asserted,
        }
    }

    /// Whether the verb stands within quotation marks.
    fn is_quoted(&self, draft: &Draft) -> bool {
        self.quotes.partition_point(|quote| *quote <= draft.verb.start()) % 2 == 1
    }

    /// Words elsewhere in the sentence that may limit what a clause says of all of something.
    fn limit_of(&self, at: usize) -> Option<ProseRange> {
        let other_than = |list: &[usize], spared: &[usize]| {
            // More entries than are spared hold one that isn't.
            list.iter().take(spared.len() + 1).copied().find(|other| !spared.contains(other))
        };
        let next = self
            .clauses
            .get(at + 1)
            .filter(|clause| matches!(clause.opener, Opener::Relative { loose: false } | Opener::Reported))
            .filter(|_| !self.is_all_of_ours(at + 1) && self.visitors_of(at).is_none());
        let contrasts = match self.clauses[at].opener {
            // A contrast that stands before one takes nothing from it.
            Opener::Contrast => self.limits.contrasts.last().copied().filter(|last| *last > at),
            _ => self.limits.contrasts.first().copied(),
        };
        let found = other_than(&self.limits.always, &[at])
            .or(next.map(|_| at + 1))
            .or(contrasts)
            // The condition beside it is told by `condition_of`, which knows whose it is; any other makes the sentence too much.
            .or_else(|| other_than(&self.limits.conditions, &[at.wrapping_sub(1), at, at + 1]));
        found.map(|other| self.run.range(self.clauses[other].from, self.clauses[other].end))
    }

    /// What the clause before speaks of.
    fn objects_before(&self, at: usize) -> Vec<Object> {
        let before = at.checked_sub(1).and_then(|before| self.readings[before].drafts.last());
        before.map_or_else(Vec::new, |draft| draft.objects.clone())
    }

    fn product_before(&self, at: usize) -> Slot<TermId> {
        let before = at.checked_sub(1).and_then(|before| self.readings[before].drafts.last());
        before.map_or(Slot::Absent, |draft| draft.details.product.clone())
    }

    /// "the people who visit this website": where, behind whom a clause speaks of.
    fn visitors_of(&self, at: usize) -> Option<(TermId, ProseRange)> {
        let next = self.clauses.get(at + 1)?;
        let part = self.part(next);
        let who = self.run.form(next.from).eq_ignore_ascii_case("who");
        let reader = next.from > 0 && self.run.is(next.from - 1, Cue::You);
        let product = visited(part).filter(|_| who && reader && next.opener == Opener::Relative { loose: false })?;
        Some((product, part.range(0, part.len())))
    }

    /// "the data that we collect": all that there is, so no limit.
    fn is_all_of_ours(&self, at: usize) -> bool {
        let drafts = &self.readings[at].drafts;
        let whole = |draft: &Draft| {
            let details = &draft.details;
            matches!(draft.actor.known(), Some(Actor::FirstParty))
                && draft.polarity == Polarity::Positive
                && draft.objects.is_empty()
                && !draft.unreal
                && !details.hedged
                && details.unread.is_none()
                && [details.product.is_absent(), details.purposes.is_absent(), details.recipients.is_absent()]
                    == [true; 3]
                && [details.time.is_absent(), details.exception.is_absent()] == [true; 2]
        };
        let last = at + 1 == self.clauses.len();
        matches!(self.clauses[at].opener, Opener::Relative { loose: false })
            && last
            && !drafts.is_empty()
            && drafts.iter().all(whole)
    }

    /// Which clauses may limit the others.
    fn find_limits(&mut self) {
        for (at, clause) in self.clauses.iter().enumerate() {
            let part = self.part(clause);
            let finite = self.readings[at].subject.is_some() || clause.subject.is_some();
            match clause.opener {
                // "session cookies, which vanish when you leave": the condition is the relative clause's.
                Opener::Condition | Opener::Early if self.is_behind_loose(at) => {}
                Opener::Condition | Opener::Early => self.limits.conditions.push(at),
                _ if part.has(Cue::Except) => self.limits.always.push(at),
                // "so that we can sell": what for.
                Opener::Reason if self.run.part(clause.from, clause.from + 2).has_form("that") => {
                    self.limits.always.push(at)
                }
                Opener::Contrast => self.limits.contrasts.push(at),
                // "your details stay with us; we …": a sentence of its own.
                Opener::Main if !finite && self.is_apart(at) => {}
                Opener::Main | Opener::Reason if !finite && !is_harmless(part) => self.limits.always.push(at),
                Opener::Main | Opener::Reason | Opener::Reported | Opener::Relative { .. } => {}
            }
        }
    }

    /// Whether semicolons part a clause from those around it.
    fn is_apart(&self, at: usize) -> bool {
        let semicolon = |at: usize| self.run.parted(at, Punctuation::SEMICOLON);
        let clause = &self.clauses[at];
        (at == 0 || semicolon(clause.from)) && clause.end < self.run.len() && semicolon(clause.end)
    }

    fn is_behind_loose(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.clauses[before].opener);
        before == Some(Opener::Relative { loose: true }) && !self.clauses[at].leads
    }

    /// The noun phrase right before a clause: what its relative clause is about.
    fn head_of(&self, at: usize) -> Vec<Object> {
        let Some(before) = at.checked_sub(1).map(|before| self.part(&self.clauses[before])) else { return Vec::new() };
        let starts = (1..=4).rev().filter_map(|back| before.len().checked_sub(back));
        let mut lists = starts.filter_map(|start| object_list(before, start).filter(|list| list.end == before.len()));
        let mut objects = lists.next().map_or_else(Vec::new, |list| list.objects);
        for object in &mut objects {
            object.quantity = Quantity::Some;
        }
        objects
    }

    fn is_asserted_before(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| matches!(self.clauses[before].opener, Opener::Main | Opener::Reason))
    }
}

/// How many clauses hold a verb of practice, as a verb.
fn practices(run: Run<'_>, clauses: &[Clause]) -> usize {
    const NOMINAL: CueSet = CueSet::of(&[Cue::Article, Cue::Our, Cue::Your, Cue::Of, Cue::Demonstrative]);
    let has_verb = |clause: &&Clause| {
        let part = run.part(clause.start, clause.end);
        part.has_action()
            && (0..part.len()).any(|at| part.actions(at).is_some() && (at == 0 || !part.any(at - 1, NOMINAL)))
    };
    clauses.iter().filter(has_verb).count()
}

/// Whether all words of a part add nothing: "ever", "in short".
pub(super) fn is_harmless(part: Run<'_>) -> bool {
    let mut at = 0;
    while at < part.len() {
        let harmless = [Cue::AtAll, Cue::Adverb, Cue::Filler, Cue::Frame, Cue::Yes, Cue::And, Cue::Because];
        match harmless.into_iter().filter_map(|cue| part.cue(at, cue)).max() {
            Some(length) => at += length,
            None => return false,
        }
    }
    true
}
