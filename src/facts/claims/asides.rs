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

/// Words in a parenthesis that may leave out some of what stands before it.
pub(super) const ASIDE_LIMITS: CueSet = CueSet::of(&[
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
    aside.any(0, CueSet::of(&[Cue::Some])) || (0..aside.len()).any(|at| aside.any(at, ASIDE_LIMITS))
}

/// What the parentheses of a sentence list right behind an object that ends at `end`.
pub(super) fn listed_behind(words: &Words<'_>, tokens: &Tokens, end: usize) -> Vec<Object> {
    behind(words, tokens, end).map(listed).unwrap_or_default()
}

/// Whether a parenthesis right behind an object that ends at `end` may leave some of it out: "your location (if you share it)".
pub(super) fn limited_behind(words: &Words<'_>, tokens: &Tokens, end: usize) -> bool {
    behind(words, tokens, end).is_some_and(limits)
}

fn behind<'a>(words: &'a Words<'a>, tokens: &'a Tokens, end: usize) -> Option<Run<'a>> {
    tokens.aside_from(words, end).filter(|aside| aside.range(0, 1).start() <= end + LONGEST_GAP)
}
