//! One sentence read into drafts, each with how it stands and what the rest of the sentence says of it.

use crate::lexicon::{Cue, CueSet, Punctuation, TermKind};
use crate::text::ProseRange;

use super::clause::read_clause;
use super::clauses::{Clause, Opener, clauses};
use super::draft::{ClauseReading, Draft, Open, Subject};
use super::group::{Predicate, group};
use super::model::{Condition, Object, Polarity, Quantity, Slot, Status};
use super::objects::object_list;
use super::only::read_only;
use super::parties::product;
use super::predicate::{read_bare_denial, read_predicate};
use super::scope::{is_elsewhere, is_separate};
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
    /// How many of its clauses hold a verb of practice.
    pub(super) practices: usize,
    /// Whether a clause of it asserts something of the drafter.
    pub(super) asserts: bool,
    /// Whether a condition stands in it, or a clause that only tells of something.
    pub(super) conditional: bool,
}

/// A sentence without its parentheses, and those.
pub(super) struct Tokens {
    /// Where the sentence begins in the prose.
    start: usize,
    main: Vec<u32>,
    asides: Vec<Vec<u32>>,
}

impl Tokens {
    pub(super) fn new(words: &Words<'_>, range: ProseRange) -> Self {
        let mut tokens = Self { start: range.start(), main: Vec::new(), asides: Vec::new() };
        let mut inside = false;
        for token in words.analysis.tokens_in(range).filter_map(|token| u32::try_from(token).ok()) {
            let before = words.before(token);
            if before.intersects(Punctuation::CLOSE) {
                inside = false;
            }
            if before.intersects(Punctuation::OPEN) {
                inside = true;
                tokens.asides.push(Vec::new());
            }
            match tokens.asides.last_mut().filter(|_| inside) {
                Some(aside) => aside.push(token),
                None => tokens.main.push(token),
            }
        }
        tokens
    }

    /// All words of a sentence.
    pub(super) fn whole(words: &Words<'_>, range: ProseRange) -> Vec<u32> {
        words.analysis.tokens_in(range).filter_map(|token| u32::try_from(token).ok()).collect()
    }

    pub(super) fn run<'a>(&'a self, words: &'a Words<'a>) -> Run<'a> {
        Run { words, tokens: &self.main }
    }

    fn asides<'a>(&'a self, words: &'a Words<'a>) -> impl Iterator<Item = Run<'a>> {
        self.asides.iter().map(move |tokens| Run { words, tokens })
    }
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
    if !leads && !run.has_object() {
        let practices = if run.has_action() { practices(run, &clauses(run)) } else { 0 };
        return SentenceReading {
            stated: Vec::new(),
            open: Open::Closed,
            practices,
            asserts: false,
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
    let open = reader.readings.pop().map_or(Open::Closed, |reading| reading.open);
    if let Some(draft) = read_only(run).filter(|_| !question) {
        let clause = run.range(0, run.len());
        stated.push(Stated { draft, status: Status::Asserted, condition: Slot::Absent, clause });
    }
    if clauses.len() == 1 && stated.is_empty() && clauses[0].subject.is_none() && !question {
        let clause = run.range(0, run.len());
        let bare = read_bare_denial(run);
        stated.extend(bare.map(|draft| Stated { draft, status: Status::Asserted, condition: Slot::Absent, clause }));
    }
    if let Some(aside) = tokens.asides(words).find(|aside| !is_harmless_aside(*aside)) {
        let range = aside.range(0, aside.len());
        for denial in stated.iter_mut().filter(|stated| is_universal(&stated.draft)) {
            denial.draft.details.unread.get_or_insert(range);
        }
    }
    let asserts = stated.iter().any(|stated| stated.status == Status::Asserted);
    let conditional = |clause: &Clause| {
        matches!(clause.opener, Opener::Condition | Opener::Early | Opener::Reported | Opener::Contrast)
            || run.part(clause.start, clause.end).has(Cue::Except)
    };
    SentenceReading { stated, open, practices, asserts, conditional: clauses.iter().any(conditional) }
}

/// Where quotation marks stand: the prose offsets of the words behind them. One before the first word counts where it is the sentence's
/// own, not where it closes what was quoted before.
fn quotes(run: Run<'_>, start: usize) -> Vec<usize> {
    let marked = (0..run.len()).filter(|at| run.parted(*at, Punctuation::QUOTE));
    let own = |at: &usize| {
        let first = run.range(*at, at + 1).start();
        *at > 0 || run.words.reading.words(ProseRange::new(start, first)).contains('"')
    };
    marked.filter(own).map(|at| run.range(at, at + 1).start()).collect()
}

/// A parenthesis that changes nothing: "(of any kind)", `("cookies")`, "(or similar technologies)", "(small text files)".
fn is_harmless_aside(aside: Run<'_>) -> bool {
    const LIMITS: CueSet = CueSet::of(&[
        Cue::Except,
        Cue::If,
        Cue::Contrast,
        Cue::But,
        Cue::Only,
        Cue::Not,
        Cue::No,
        Cue::Without,
        Cue::For,
        Cue::Some,
        Cue::Demonstrative,
        Cue::Including,
        Cue::Hedge,
        Cue::Now,
    ]);
    let start = aside.skip(aside.skip(0, Cue::Or), Cue::And);
    let plain = |object: &Object| matches!(object.quantity, Quantity::Bare | Quantity::Every);
    let listed =
        object_list(aside, start).is_some_and(|list| list.end == aside.len() && list.objects.iter().all(plain));
    let names = |kind| matches!(kind, TermKind::Product | TermKind::Audience | TermKind::Recipient | TermKind::Purpose);
    let limits = |at| aside.any(at, LIMITS) || aside.modifier(at).is_some() || aside.term(at, names).is_some();
    listed || aside.cue(0, Cue::AtAll) == Some(aside.len()) || !(0..aside.len()).any(limits)
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

/// No clause stands under more conditions than this.
const MOST_CONDITIONS: usize = 3;

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
            let condition = self.condition_of(at);
            let limit = self.limit_of(at);
            for draft in &reading.drafts {
                let mut draft = draft.clone();
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

    /// The condition that a clause stands under.
    fn condition_of(&self, at: usize) -> Slot<Condition> {
        let is_condition = |clause: &&Clause| matches!(clause.opener, Opener::Condition | Opener::Early);
        let before =
            self.clauses[..at].iter().rev().take_while(|clause| is_condition(clause)).filter(|clause| clause.leads);
        let after =
            self.clauses[at + 1..].iter().take_while(|clause| is_condition(clause)).filter(|clause| !clause.leads);
        let mut found = Slot::Absent;
        for clause in before.take(MOST_CONDITIONS).chain(after.take(MOST_CONDITIONS)) {
            let range = self.run.range(clause.from, clause.end);
            found = match (&found, self.condition(clause)) {
                (Slot::Absent, Some(condition)) => Slot::Known(condition, range),
                (Slot::Known(one, _), Some(other)) if *one == other => Slot::Known(other, range),
                _ => Slot::Unknown(Some(range)),
            };
        }
        found
    }

    fn condition(&self, clause: &Clause) -> Option<Condition> {
        let opening = self.run.part(clause.from, clause.start);
        let part = self.part(clause);
        let refers = |part: Run<'_>, cue: Cue| part.has(cue);
        if clause.opener == Opener::Early {
            let of_consent = refers(opening, Cue::Consent);
            let of_visit =
                opening.has(Cue::Visit) || part.has(Cue::Visit) || opening.form(1).eq_ignore_ascii_case("arrival");
            let arrival = (0..opening.len()).any(|at| opening.form(at).eq_ignore_ascii_case("arrival"));
            return (of_consent || of_visit || arrival).then_some(Condition::BeforeConsent);
        }
        let of_reader = part.any(0, CueSet::of(&[Cue::You, Cue::Your]))
            || part.any(1, CueSet::of(&[Cue::You]))
            || opening.has(Cue::You)
            || opening.has(Cue::Your);
        if part.has(Cue::Consent) || part.has(Cue::Not) || part.has(Cue::Except) || !of_reader {
            return None;
        }
        // Another product, or any site whatever: "when you visit a website".
        let elsewhere = (0..part.len()).any(|at| {
            let product = part.term(at, |kind| kind == TermKind::Product);
            let any = at > 0 && matches!(part.form(at - 1), "a" | "an" | "any" | "other" | "another" | "many" | "most");
            product.is_some_and(|(term, _)| any || is_elsewhere(part.words, term))
        });
        match opening.form(0).eq_ignore_ascii_case("if") {
            _ if elsewhere => None,
            false if is_visit(part) => Some(Condition::Visit),
            _ => Some(Condition::Occasion),
        }
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
            .filter(|clause| matches!(clause.opener, Opener::Relative { loose: false } | Opener::Reported));
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

    /// Which clauses may limit the others.
    fn find_limits(&mut self) {
        for (at, clause) in self.clauses.iter().enumerate() {
            let part = self.part(clause);
            let finite = self.readings[at].subject.is_some() || clause.subject.is_some();
            match clause.opener {
                Opener::Condition | Opener::Early => self.limits.conditions.push(at),
                _ if part.has(Cue::Except) => self.limits.always.push(at),
                Opener::Contrast => self.limits.contrasts.push(at),
                Opener::Main | Opener::Reason if !finite && !is_harmless(part) => self.limits.always.push(at),
                Opener::Main | Opener::Reason | Opener::Reported | Opener::Relative { .. } => {}
            }
        }
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

/// Whether a condition is that a product is used and nothing else: "you visit our site".
fn is_visit(part: Run<'_>) -> bool {
    const WAY: CueSet = CueSet::of(&[
        Cue::You,
        Cue::May,
        Cue::Visit,
        Cue::Place,
        Cue::Article,
        Cue::Our,
        Cue::Demonstrative,
        Cue::Every,
        Cue::Or,
        Cue::Adverb,
    ]);
    let mut at = 0;
    while at < part.len() {
        if let Some((found, end)) = product(part, at) {
            return !is_separate(part.words, found)
                && part.part(0, at).has(Cue::Visit)
                && is_harmless(part.part(end, part.len()));
        }
        if !part.any(at, WAY) {
            return false;
        }
        at += [Cue::Visit, Cue::Place, Cue::Every].into_iter().filter_map(|cue| part.cue(at, cue)).max().unwrap_or(1);
    }
    false
}

/// Whether all words of a part add nothing: "ever", "in short".
fn is_harmless(part: Run<'_>) -> bool {
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
