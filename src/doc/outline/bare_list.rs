//! Lists whose items carry no marker: lines of one form after a sentence that announces them.

use super::super::shape::{Case, Class, Clause, Ending, bare, is};
use super::unit::{Heading, Unit};

/// First words kept to recognise a further item by.
const FIRSTS: usize = 8;

/// What the items of a list without markers have in common so far.
#[derive(Debug)]
pub(super) struct BareList {
    lower: bool,
    title: bool,
    label: bool,
    /// Whether the items are whole sentences that begin alike.
    sentences: bool,
    spaced: bool,
    punctuated: usize,
    count: usize,
    firsts: Vec<String>,
    ending: Ending,
    /// Whether an item ended in "; and", so that the one after it is the last.
    last_announced: bool,
    finished: bool,
}

impl BareList {
    /// The list that `units[at]` opens after a sentence that announces it, if it does.
    pub(super) fn open(units: &[Unit<'_>], at: usize) -> Option<Self> {
        let (item, lead_in) = (units.get(at)?, units.get(at.checked_sub(1)?)?);
        let next = units.get(at + 1);
        let shape = &item.shape;
        let alike = next.is_some_and(|next| next.is_text() && next.shape.first == shape.first);
        let heads_text =
            item.heading == Heading::Strong && item.after_gap && next.is_some_and(|next| next.shape.is_prose());
        let opens = match shape.ending {
            _ if !item.is_text() || !lead_in.is_lead_in() || item.heading == Heading::Certain => false,
            Ending::Question => false,
            // "Data We Collect:" above a long paragraph is its heading.
            _ if lead_in.heading == Heading::Strong && shape.is_long() && !shape.label => false,
            Ending::Semicolon => true,
            _ if shape.case == Case::Lower || shape.label => true,
            _ if shape.clause == Clause::Sentence => alike && next.is_some_and(|next| next.shape.is_sentence()),
            _ if shape.clause == Clause::Question => alike || shape.ending != Ending::Open,
            Ending::Colon => next.is_some_and(|next| next.marker.is_some()),
            Ending::Open => !heads_text,
            _ => true,
        };
        opens.then(|| Self {
            lower: shape.case == Case::Lower,
            title: shape.case == Case::Capitals || (shape.case == Case::Title && shape.words >= 2),
            label: shape.label,
            sentences: shape.clause == Clause::Sentence,
            spaced: item.after_gap,
            punctuated: 0,
            count: 0,
            firsts: Vec::new(),
            ending: shape.ending,
            last_announced: false,
            finished: false,
        })
    }

    /// Takes an item in.
    pub(super) fn push(&mut self, item: &Unit<'_>) {
        self.count += 1;
        self.punctuated += usize::from(!matches!(item.shape.ending, Ending::Open | Ending::Colon));
        self.finished = self.last_announced && item.shape.ending == Ending::Period;
        self.last_announced = ends_in_conjunction(&item.words);
        self.ending = item.shape.ending;
        self.spaced |= item.after_gap && self.count == 2;
        if self.firsts.len() < FIRSTS {
            self.firsts.push(item.shape.first.clone());
        }
    }

    /// Whether `units[at]` is a further item.
    pub(super) fn continues(&self, units: &[Unit<'_>], at: usize) -> bool {
        let Some(unit) = units.get(at).filter(|unit| unit.is_text()) else { return false };
        let shape = &unit.shape;
        if matches!(self.ending, Ending::Semicolon | Ending::Comma) {
            return unit.heading < Heading::Certain && shape.case != Case::Capitals;
        }
        if shape.case == Case::Lower || self.lower {
            return shape.case == Case::Lower;
        }
        if self.finished || self.is_heading(units, at) {
            return false;
        }
        let fragment = shape.clause != Clause::Sentence;
        if unit.is_lead_in() {
            let opens_sublist = units.get(at + 1).is_some_and(|next| next.marker.is_some());
            let phrase = shape.case == Case::Sentence || (self.ending == Ending::Colon && opens_sublist);
            return fragment && phrase && !self.label;
        }
        let same_first = self.firsts.contains(&shape.first);
        if self.label {
            return shape.label;
        }
        if shape.label {
            return fragment && (same_first || self.is_item(units.get(at + 1)));
        }
        if !fragment {
            return same_first && (self.sentences || !is_usual_subject(&shape.first));
        }
        same_first || shape.ending == self.ending || (shape.ending == Ending::Open && self.ending == Ending::Period)
    }

    /// Whether the last item opened a list of its own.
    pub(super) fn expects_sublist(&self) -> bool {
        self.ending == Ending::Colon
    }

    /// Whether a unit has the form of the items beyond doubt.
    fn is_item(&self, unit: Option<&Unit<'_>>) -> bool {
        unit.is_some_and(|unit| {
            let shape = &unit.shape;
            let fragment = shape.clause == Clause::Fragment && !shape.label && shape.ending == self.ending;
            unit.is_text() && fragment && unit.heading < Heading::Strong
        })
    }

    /// Whether a line that could be an item is the heading of what follows it.
    fn is_heading(&self, units: &[Unit<'_>], at: usize) -> bool {
        let unit = &units[at];
        let shape = &unit.shape;
        if unit.heading == Heading::No || shape.ending == Ending::Colon {
            return false;
        }
        let Some(next) = units.get(at + 1) else { return false };
        let shouted = shape.case == Case::Capitals && !self.title;
        if unit.heading == Heading::Certain || shape.ending == Ending::Question || shouted {
            return true;
        }
        if shape.ending == Ending::Open && self.punctuated * 2 > self.count {
            return true;
        }
        let opens_text = next.shape.is_prose() || next.marker.is_some() || next.shape.ending == Ending::Colon;
        let other_style =
            (unit.heading == Heading::Strong && !self.title && shape.words >= 2) || shape.clause == Clause::Question;
        let spaced = unit.after_gap && !self.spaced;
        opens_text && (spaced || other_style || (shape.words <= 8 && announces(unit, next)))
    }
}

impl Unit<'_> {
    /// Whether it is a line of text, neither marked nor part of a table.
    fn is_text(&self) -> bool {
        self.marker.is_none() && !self.row && !self.is_marked() && !self.date
    }
}

/// Words that the text after a list begins with as often as its items do.
fn is_usual_subject(first: &str) -> bool {
    matches!(first, "we" | "you" | "the" | "this" | "our" | "your" | "it" | "if" | "please")
}

fn ends_in_conjunction(words: &str) -> bool {
    let words = words.trim_end();
    [" and", " or", " and/or"].iter().any(|conjunction| words.ends_with(conjunction))
}

/// Whether the text after a line takes a word of it up, as the text under a heading does.
fn announces(heading: &Unit<'_>, next: &Unit<'_>) -> bool {
    let stems = |unit: &Unit<'_>, limit: usize| -> Vec<String> {
        let words = unit.words.split_whitespace().take(limit).map(bare);
        words
            .filter(|word| word.len() > 3 && !is(word, Class::Function))
            .map(|word| word.chars().take(5).collect())
            .collect()
    };
    let taken_up = stems(next, 25);
    stems(heading, 8).iter().any(|stem| taken_up.contains(stem))
}
