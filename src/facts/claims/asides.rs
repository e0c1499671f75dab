//! Parentheses behind a noun: "personal information (such as your name)".

use crate::lexicon::{Cue, CueSet};

use super::model::Object;
use super::objects::object_list_of;
use super::tokens::Tokens;
use super::words::{Run, Words};

/// More than this many are not read out of one parenthesis.
const MOST_LISTED: usize = 24;
/// How many characters may stand between a noun and its parenthesis.
const LONGEST_GAP: usize = 2;

/// What a parenthesis that opens with "including" or "such as" lists.
pub(super) fn listed(aside: Run<'_>) -> Vec<Object> {
    let Some(length) = aside.cue(0, Cue::Including) else { return Vec::new() };
    let mut objects = Vec::new();
    let mut at = length;
    while at < aside.len() && objects.len() < MOST_LISTED {
        let starts = at == length || aside.stops(at) || aside.any(at - 1, CueSet::of(&[Cue::And, Cue::Or]));
        match object_list_of(aside, at, 1).filter(|list| starts && !list.negated) {
            Some(list) => {
                objects.extend(list.objects);
                at = list.end.max(at + 1);
            }
            None => at += 1,
        }
    }
    objects
}

/// Whether a parenthesis may leave something out of what stands before it.
pub(super) fn limits(aside: Run<'_>) -> bool {
    const LIMITS: CueSet = CueSet::of(&[
        Cue::Except,
        Cue::If,
        Cue::Contrast,
        Cue::But,
        Cue::Only,
        Cue::Not,
        Cue::No,
        Cue::Without,
        Cue::Hedge,
        Cue::Now,
        Cue::LookBack,
    ]);
    aside.any(0, CueSet::of(&[Cue::Some])) || (0..aside.len()).any(|at| aside.any(at, LIMITS))
}

/// What the parentheses of a sentence list right behind an object that ends at `end`.
pub(super) fn listed_behind(words: &Words<'_>, tokens: &Tokens, end: usize) -> Vec<Object> {
    let behind = |aside: &Run<'_>| {
        let start = aside.range(0, 1).start();
        start >= end && start <= end + LONGEST_GAP
    };
    tokens.asides(words).find(behind).map(listed).unwrap_or_default()
}
