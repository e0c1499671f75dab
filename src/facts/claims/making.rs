//! "We make our list of subscribers available to advertisers": handing on, with the object between the words of the verb.

use crate::lexicon::{Action, ActionSet};

use super::complements::read_complements;
use super::details::Details;
use super::draft::{Draft, Subject};
use super::group::{Group, Predicate, group};
use super::objects::object_list;
use super::parties::parties;
use super::shape::Shape;
use super::words::Run;

/// How far "available" may stand from what is made so.
const LONGEST_WAY: usize = 12;

/// What a clause with its subject at `start` makes available.
pub(super) fn read_making(run: Run<'_>, start: usize) -> Vec<Draft> {
    let Some(who) = parties(run, start) else { return Vec::new() };
    let group = group(run, who.end).unwrap_or_else(|| Group::empty(who.end));
    let at = match group.predicate {
        Predicate::Verb { at, .. } => at,
        _ => group.end,
    };
    let makes = matches!(run.form(at).to_ascii_lowercase().as_str(), "make" | "makes" | "made");
    let Some(list) = object_list(run, at + 1).filter(|_| makes) else { return Vec::new() };
    let mut way = list.end..run.len().min(list.end + LONGEST_WAY);
    let Some(available) = way.find(|at| run.form(*at).eq_ignore_ascii_case("available")) else { return Vec::new() };
    let mut details = Details::default();
    if available > list.end {
        details.unread = Some(run.range(list.end, available));
    }
    read_complements(run, available + 1, true, &mut details);
    let past = run.form(at).eq_ignore_ascii_case("made");
    let group = Group { past: group.past || past, ..group };
    let verb = (ActionSet::default().with(Action::Share), at, 1);
    let shape = Shape { run, group: &group, details: &details, verb, negations: u8::from(list.negated) };
    let subject = Subject::Parties { negations: u8::from(who.negated), list: who.list, either: who.either };
    shape.by_parties(&subject, &list.objects)
}
