//! A sentence cut into clauses.

use crate::lexicon::{Action, Cue, CueSet, Punctuation, TermKind};

use super::group::group;
use super::openings::{clause_start, inversion};
use super::parties::parties;
use super::words::Run;

/// How a clause is joined to the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opener {
    /// By nothing, a comma or "and".
    Main,
    /// "but", "however", "although".
    Contrast,
    /// "because", "so".
    Reason,
    /// "if", "when".
    Condition,
    /// "as soon as".
    Early,
    /// "whether", "how".
    Reported,
    /// "which", "that": limits what stands before it, unless a comma parts them.
    Relative {
        /// Whether a comma parts them.
        loose: bool,
    },
}

/// A clause: positions in its sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clause {
    pub(super) opener: Opener,
    /// First word of what opens it.
    pub(super) from: usize,
    /// First word behind what opens it.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where its subject begins, if it has one with a verb.
    pub(super) subject: Option<usize>,
    /// Whether a conjunction or the sentence's beginning stands before what opens it: then a condition belongs to what follows.
    pub(super) leads: bool,
}

/// What can turn subject and auxiliary about, or stands between a conjunction and a clause.
const PARTICLES: CueSet = CueSet::of(&[Cue::Adverb, Cue::Filler, Cue::Frame, Cue::Now, Cue::Contrast]);
const CONJUNCTIONS: CueSet = CueSet::of(&[Cue::And, Cue::Or, Cue::Nor, Cue::But]);

const OURS: CueSet = CueSet::of(&[Cue::We, Cue::Our]);

/// Cuts a sentence into clauses, in order. Linear in its words: every look ahead is bounded.
pub(super) fn clauses(run: Run<'_>) -> Vec<Clause> {
    let mut cutter = Cutter { run, done: Vec::new(), current: Clause::new(Opener::Main, 0, true) };
    let mut at = 0;
    while at < run.len() {
        at = cutter.step(at).max(at + 1);
    }
    cutter.close(run.len());
    cutter.done
}

impl Clause {
    fn new(opener: Opener, start: usize, leads: bool) -> Self {
        Self { opener, from: start, start, end: start, subject: None, leads }
    }
}

struct Cutter<'a> {
    run: Run<'a>,
    done: Vec<Clause>,
    current: Clause,
}

impl Cutter<'_> {
    fn close(&mut self, end: usize) {
        self.current.end = end;
        if end > self.current.start || self.current.opener != Opener::Main {
            self.done.push(self.current);
        }
    }

    /// Ends the clause before `cut` and begins one at `start`.
    fn open(&mut self, opener: Opener, cut: usize, start: usize, leads: bool) -> usize {
        self.close(cut);
        self.current = Clause { from: cut, ..Clause::new(opener, start, leads) };
        // "before you consent, we place": what opens it was all of it.
        let empty = start > cut && self.run.parted(start, Punctuation::COMMA);
        match clause_start(self.run, start).filter(|_| !empty) {
            Some(end) => {
                self.current.subject = Some(start);
                end
            }
            None => start,
        }
    }

    fn step(&mut self, at: usize) -> usize {
        let run = self.run;
        if at == self.current.start
            && self.current.subject.is_none()
            && let Some(length) = run.cue(at, Cue::Frame).filter(|length| !run.is(at + length, Cue::To))
        {
            return at + length;
        }
        if let Some(length) = run.cue(at, Cue::Including).filter(|length| *length > 1) {
            // "which includes, but is not limited to": no clause of its own.
            let behind = at + length;
            let limited = run.is(behind, Cue::But) && run.form(behind + 1) == "is" || run.form(behind + 1) == "are";
            return if limited { behind + 5 } else { behind };
        }
        if at == 0 {
            if let Some((opener, behind)) = self.subordinator(0) {
                return self.open(opener, 0, behind, true);
            }
        } else {
            if let Some(next) = self.conjunction(at) {
                return next;
            }
            let within_group = self.current.subject.is_none()
                && self.current.opener == Opener::Main
                && self.done.is_empty()
                && at == 1;
            if let Some((opener, behind)) = self.subordinator(at).filter(|_| !within_group) {
                return self.open(opener, at, behind, false);
            }
            let hard = run.parted(at, Punctuation::SEMICOLON)
                || run.parted(at, Punctuation::STOP)
                || run.parted(at, Punctuation::DASH);
            if hard {
                return self.open(Opener::Main, at, at, true);
            }
        }
        self.plain(at)
    }

    /// A clause that begins at a position without conjunction.
    fn plain(&mut self, at: usize) -> usize {
        let run = self.run;
        let parted =
            at == self.current.start || run.parted(at, Punctuation::COMMA) || run.parted(at, Punctuation::COLON);
        let begins = if parted || at == self.current.start || self.at_particle_end(at) {
            clause_start(run, at)
        } else {
            self.personal_start(at)
        };
        let Some(end) = begins else { return at + 1 };
        let fronted = self.current.subject.is_none();
        match self.current.opener {
            // What stands before the subject belongs to its clause: "on this site, we".
            Opener::Condition | Opener::Early if fronted && parted && at > self.current.from => {
                self.open(Opener::Main, at, at, false)
            }
            // "to understand what readers like, we": what is told comes to its end.
            Opener::Reported | Opener::Relative { .. }
                if fronted
                    && at > self.current.start + 1
                    && run.parted(at, Punctuation::COMMA)
                    && run.any(at, OURS) =>
            {
                self.open(Opener::Main, at, at, false)
            }
            _ if fronted && (at == self.current.start || self.is_fronted(at)) => {
                self.current.subject = Some(at);
                end
            }
            Opener::Main | Opener::Contrast | Opener::Reason if !parted => self.nested(at, end),
            Opener::Relative { .. } | Opener::Reported if !parted => end,
            Opener::Condition | Opener::Early if !parted && self.behind_object(at) => self.nested(at, end),
            _ => self.open(Opener::Main, at, at, false),
        }
    }

    /// A subject inside a clause that has its verb, or behind a noun: "the cookies we use".
    fn nested(&mut self, at: usize, end: usize) -> usize {
        if at > 0 && self.run.is_action(at - 1, Action::Permit) {
            return at + 1;
        }
        self.close(at);
        let opener = if self.behind_object(at) { Opener::Relative { loose: false } } else { Opener::Reported };
        self.current = Clause { subject: Some(at), ..Clause::new(opener, at, false) };
        end
    }

    fn behind_object(&self, at: usize) -> bool {
        let run = self.run;
        (1..=3.min(at)).any(|back| run.term(at - back, TermKind::is_object).is_some_and(|(_, length)| length == back))
    }

    /// Whether all words from the beginning of the clause up to a position are what may stand before its subject.
    fn is_fronted(&self, at: usize) -> bool {
        const FRONTS: CueSet = CueSet::of(&[
            Cue::Adverb,
            Cue::Filler,
            Cue::Frame,
            Cue::Now,
            Cue::Future,
            Cue::To,
            Cue::Without,
            Cue::Except,
            Cue::Contrast,
            Cue::Yes,
            Cue::Including,
            Cue::Hedge,
            Cue::AsWellAs,
            Cue::Using,
        ])
        .union(CueSet::PREPOSITIONS);
        let run = self.run;
        run.any(self.current.start, FRONTS)
            || run.parted(at, Punctuation::COMMA)
            || run.parted(at, Punctuation::COLON)
            || self.current.opener != Opener::Main && at <= self.current.start + 1
    }

    fn at_particle_end(&self, at: usize) -> bool {
        at > self.current.start && self.current.subject.is_none() && {
            let run = self.run;
            [Cue::Filler, Cue::Frame, Cue::Adverb, Cue::Now, Cue::Yes, Cue::Contrast]
                .into_iter()
                .any(|cue| run.cue(self.current.start, cue).is_some_and(|length| self.current.start + length == at))
        }
    }

    /// Without a comma before it, only a subject of its own words begins a clause.
    fn personal_start(&self, at: usize) -> Option<usize> {
        const PERSONAL: CueSet =
            CueSet::of(&[Cue::We, Cue::Our, Cue::You, Cue::Pronoun, Cue::Article, Cue::Demonstrative]);
        let run = self.run;
        let begins = run.any(at, PERSONAL)
            || run.name(at).is_some()
            || run.term(at, |kind| kind == TermKind::Recipient).is_some();
        if !begins
            || at > 0
                && run.any(
                    at - 1,
                    CueSet::of(&[Cue::And, Cue::Or, Cue::Neither, Cue::Nor, Cue::To]).union(CueSet::PREPOSITIONS),
                )
        {
            return None;
        }
        let subject = parties(run, at)?;
        // "to keep you signed in": the reader is no subject unless a verb is known to follow.
        if !run.is(at, Cue::We) {
            group(run, subject.end)?;
        }
        clause_start(run, at)
    }

    /// A conjunction before a clause, or before what opens one.
    fn conjunction(&mut self, at: usize) -> Option<usize> {
        let run = self.run;
        if inversion(run, at).is_some() && run.is(at, Cue::Nor) {
            clause_start(run, at)?;
            return Some(self.open(Opener::Main, at, at, false));
        }
        let nothing_but = run.cue(at - 1, Cue::Only).is_some_and(|length| length > 1);
        if !run.any(at, CONJUNCTIONS) || nothing_but {
            return None;
        }
        let length = [Cue::And, Cue::Or, Cue::Nor, Cue::But].into_iter().filter_map(|cue| run.cue(at, cue)).max()?;
        let opener = if run.is(at, Cue::But) { Opener::Contrast } else { Opener::Main };
        let mut behind = at + length;
        if let Some((opener, behind)) = self.subordinator(behind) {
            return Some(self.open(opener, at, behind, true));
        }
        while run.any(behind, PARTICLES) && clause_start(run, behind).is_none() {
            let particle = [Cue::Frame, Cue::Filler, Cue::Contrast, Cue::Adverb, Cue::Now];
            behind += particle.into_iter().filter_map(|cue| run.cue(behind, cue)).max().unwrap_or(1);
        }
        if opener == Opener::Contrast {
            return Some(self.open(opener, at, behind, false));
        }
        // "we and our partners use": the conjunction joins subjects, which are read as one.
        clause_start(run, behind)?;
        Some(self.open(opener, at, behind, false))
    }

    /// A word that opens a clause of another rank, and the position behind it.
    fn subordinator(&self, at: usize) -> Option<(Opener, usize)> {
        let run = self.run;
        if let Some(length) = run.cue(at, Cue::Early) {
            return Some((Opener::Early, at + length));
        }
        if let Some(length) = run.cue(at, Cue::If) {
            return Some((Opener::Condition, at + length));
        }
        // "while you browse" tells when, "while others use cookies" sets against.
        if matches!(run.form(at).to_ascii_lowercase().as_str(), "while" | "whilst") && run.is(at + 1, Cue::You) {
            return Some((Opener::Condition, at + 1));
        }
        if run.is(at, Cue::Frame) {
            return None;
        }
        if let Some(length) = run.cue(at, Cue::Because) {
            let behind = at + length;
            let opens = clause_start(run, behind).is_some() || run.form(behind - 1) == "that" && run.form(at) == "so";
            return opens.then_some((Opener::Reason, behind));
        }
        if let Some(length) = run.cue(at, Cue::Contrast) {
            let within =
                self.current.subject.is_some_and(|subject| clause_start(run, subject).is_some_and(|end| at < end));
            return (!within).then_some((Opener::Contrast, at + length));
        }
        if let Some(length) = run.cue(at, Cue::Whether) {
            return Some((Opener::Reported, at + length));
        }
        if run.cue(at, Cue::Including).is_some_and(|length| length > 1) {
            // "which includes" lists what stands before it.
            return None;
        }
        let length = run.cue(at, Cue::Relative)?;
        let behind = at + length;
        let loose = run.parted(at, Punctuation::COMMA) && run.form(at) != "that";
        let follows = clause_start(run, behind).is_some() || group(run, behind).is_some() || run.form(at) != "that";
        // "that" before a noun points; it opens nothing.
        (follows && at > 0).then_some((Opener::Relative { loose }, behind))
    }
}
