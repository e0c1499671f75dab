//! The verb group of a clause: auxiliaries, negation, adverbs and the verb itself.

use crate::lexicon::{Action, ActionSet, Cue, CueSet, Punctuation};

use super::objects::is_adverb;
use super::words::Run;

/// What a clause says of its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Predicate {
    /// It does something: a verb of practice at this position, of so many words.
    Verb { actions: ActionSet, at: usize, length: usize },
    /// It has something as its part: "contains".
    Hold,
    /// It is free of something.
    FreeOf,
    /// It is something.
    Copula,
    /// Anything else.
    Other,
}

/// A verb group.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    pub(super) negations: u8,
    pub(super) possible: bool,
    pub(super) unreal: bool,
    pub(super) past: bool,
    /// Whether it says "never", and not of the future.
    pub(super) ever: bool,
    pub(super) passive: bool,
    pub(super) only: bool,
    pub(super) now: bool,
    pub(super) future: bool,
    pub(super) narrows: bool,
    /// Whether it holds an adverb that leaves exceptions open or is not known.
    pub(super) hedged: bool,
    pub(super) predicate: Predicate,
    /// The position behind it.
    pub(super) end: usize,
}

/// A longer row of auxiliaries and adverbs is no verb group.
const LONGEST_GROUP: usize = 14;
const AUXILIARIES: CueSet = CueSet::of(&[Cue::Not]).union(CueSet::AUXILIARIES);

impl Group {
    pub(super) fn empty(at: usize) -> Self {
        Self {
            negations: 0,
            possible: false,
            unreal: false,
            past: false,
            ever: false,
            passive: false,
            only: false,
            now: false,
            future: false,
            narrows: false,
            hedged: false,
            predicate: Predicate::Other,
            end: at,
        }
    }
}

/// The verb group at a position. `None` where no finite verb begins there.
pub(super) fn group(run: Run<'_>, start: usize) -> Option<Group> {
    Reader { run, group: Group::empty(start), seen: Seen::default() }.read(start)
}

/// Which auxiliaries have been read.
#[derive(Debug, Default)]
struct Seen {
    any: bool,
    be: bool,
    have: bool,
    will: bool,
    catenative: bool,
}

struct Reader<'a> {
    run: Run<'a>,
    group: Group,
    seen: Seen,
}

impl Reader<'_> {
    fn read(mut self, start: usize) -> Option<Group> {
        let run = self.run;
        let mut at = start;
        while at < run.len() && at - start < LONGEST_GROUP {
            if at > start && self.is_parted(at) {
                break;
            }
            let verb = run.actions(at).map_or(0, |(_, length)| length);
            if let Some(length) = self.catenative(at, verb) {
                at += length;
                continue;
            }
            if let Some(length) = self.deed(at) {
                return self.verb(ActionSet::default().with(Action::Conduct), at, length);
            }
            if let Some((actions, length)) = run.actions(at).filter(|_| !run.any(at, AUXILIARIES)) {
                return self.verb(actions, at, length);
            }
            match self.particle(at) {
                Some(length) => at += length,
                None => break,
            }
        }
        self.without_verb(at)
    }

    /// "track you", "serve targeted ads": a purpose where the verb stands, unless it only continues one that has its own object.
    fn deed(&self, at: usize) -> Option<usize> {
        let length = self.run.deed(at)?;
        let verb = self.run.actions(at).map_or(0, |(_, length)| length);
        // "to show you targeted ads": the purpose is what is shown, not what the reader does.
        let begins = verb > 0 || self.run.is(at, Cue::Deed);
        (begins && length > verb && !self.run.any(at, AUXILIARIES)).then_some(length)
    }

    /// A comma may set off an adverb within a group ("we, however, use"), nothing else may.
    fn is_parted(&self, at: usize) -> bool {
        let harder = self.run.parted(at, Punctuation::SEMICOLON)
            || self.run.parted(at, Punctuation::COLON)
            || self.run.parted(at, Punctuation::STOP)
            || self.run.parted(at, Punctuation::BREAK);
        harder
            || (self.run.parted(at, Punctuation::COMMA)
                && self.run.any(at, CueSet::of(&[Cue::And, Cue::Or, Cue::But, Cue::We])))
    }

    /// Verbs that take another: "refrain from", "choose not to", "reserve the right to".
    fn catenative(&mut self, at: usize, verb: usize) -> Option<usize> {
        let run = self.run;
        let (length, negates, unreal) = if let Some(length) = run.cue(at, Cue::Refrain) {
            (length, true, false)
        } else if let Some(length) = run.cue(at, Cue::Decline) {
            (length, true, false)
        } else if let Some(length) = run.cue(at, Cue::Pledge) {
            (length, false, false)
        } else {
            // "ask for" takes an object, "ask" another verb.
            (run.cue(at, Cue::Intend).filter(|length| *length > verb || verb == 1)?, false, true)
        };
        self.group.negations += u8::from(negates);
        self.group.unreal |= unreal;
        self.seen.any = true;
        self.seen.catenative = true;
        Some(length)
    }

    fn particle(&mut self, at: usize) -> Option<usize> {
        let run = self.run;
        if let Some(length) = run.cue(at, Cue::NotOnly) {
            self.group.hedged = true;
            return Some(length);
        }
        if let Some(length) = run.cue(at, Cue::NotQuite) {
            self.group.hedged = true;
            self.group.negations += 1;
            self.seen.any = true;
            return Some(length);
        }
        if let Some(length) = run.cue(at, Cue::Unreal) {
            (self.group.unreal, self.seen.any) = (true, true);
            return Some(length);
        }
        if let Some(length) = run.cue(at, Cue::Inverting).filter(|_| !run.is(at, Cue::Not)) {
            self.group.negations += 1;
            return Some(length);
        }
        for cue in [Cue::Not, Cue::Neither] {
            if let Some(length) = run.cue(at, cue) {
                self.group.ever |= run.form(at).eq_ignore_ascii_case("never") && !self.seen.will;
                self.group.negations += 1;
                self.seen.any = true;
                return Some(length);
            }
        }
        const MARKS: [Cue; 8] =
            [Cue::Now, Cue::Future, Cue::Hedge, Cue::Knowing, Cue::Only, Cue::Contrast, Cue::May, Cue::PastAuxiliary];
        if let Some((cue, length)) = MARKS.into_iter().find_map(|cue| Some((cue, run.cue(at, cue)?))) {
            self.mark(cue, at);
            return Some(length);
        }
        for cue in [Cue::Do, Cue::Have, Cue::Be, Cue::Will] {
            if let Some(length) = run.cue(at, cue) {
                self.seen.any = true;
                self.seen.be |= cue == Cue::Be;
                self.seen.have |= cue == Cue::Have;
                self.seen.will |= cue == Cue::Will;
                return Some(length);
            }
        }
        if let Some(length) = run.cue(at, Cue::Adverb) {
            return Some(length);
        }
        // "does not, under any circumstances, sell"
        if let Some(length) = run.cue(at, Cue::AtAll).filter(|length| *length > 1 && self.group.negations > 0) {
            return Some(length);
        }
        if self.seen.any && is_adverb(run.form(at)) {
            self.group.hedged = true;
            return Some(1);
        }
        None
    }

    fn mark(&mut self, cue: Cue, at: usize) {
        let group = &mut self.group;
        match cue {
            Cue::Now => group.now = true,
            Cue::Future => group.future = true,
            Cue::Only => group.only = true,
            Cue::Contrast => group.narrows = true,
            Cue::May => (group.possible, self.seen.any) = (true, true),
            Cue::PastAuxiliary => {
                (group.past, self.seen.any) = (true, true);
                self.seen.be |= matches!(self.run.form(at), "was" | "were");
            }
            _ => group.hedged = true,
        }
    }

    fn verb(mut self, actions: ActionSet, at: usize, length: usize) -> Option<Group> {
        let form = self.run.form(at).to_ascii_lowercase();
        let gerund = form.ends_with("ing");
        if gerund && !self.seen.be && !self.seen.catenative {
            return None;
        }
        let participle = form.ends_with("ed") || self.run.is(at, Cue::PastVerb);
        self.group.passive = self.seen.be && !gerund;
        // "we have used" is of the past, "we have been using" goes on.
        self.group.past |= (self.seen.have && !self.seen.be && !gerund) || (participle && !self.seen.any);
        self.group.predicate = Predicate::Verb { actions, at, length };
        self.group.end = at + length;
        Some(self.group)
    }

    fn without_verb(mut self, at: usize) -> Option<Group> {
        let run = self.run;
        self.group.end = at;
        if let Some(length) = run.cue(at, Cue::FreeOf).filter(|_| self.seen.be) {
            self.group.end += length;
            self.group.predicate = Predicate::FreeOf;
        } else if let Some(length) = run.cue(at, Cue::Hold).filter(|_| !self.seen.be) {
            self.group.end += length;
            self.group.predicate = Predicate::Hold;
        } else if self.seen.be {
            self.group.predicate = Predicate::Copula;
        } else if self.seen.have {
            self.group.predicate = Predicate::Hold;
        } else if !self.seen.any {
            return None;
        }
        Some(self.group)
    }
}
