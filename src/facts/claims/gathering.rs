//! Data that are taken in with a means: whoever uses tools to record something records it.

use crate::lexicon::{Action, ActionSet, Cue, CueSet, TermKind};

use super::complements::read_complements;
use super::details::Details;
use super::draft::{Draft, Subject};
use super::group::Group;
use super::model::Object;
use super::objects::object_list;
use super::shape::Shape;
use super::words::Run;

/// How many words the means may take: "cookies, web beacons and similar technologies".
const LONGEST_MEANS: usize = 14;
/// Verbs that can mean nothing else than taking in.
const TAKES_IN: [&str; 6] = ["collect", "gather", "record", "capture", "log", "obtain"];

/// "we use analytics tools to record your IP address": who uses something to take data in takes them in.
pub(super) fn read_gathering(run: Run<'_>, who: &Subject, group: &Group, end: usize) -> Vec<Draft> {
    let positive = matches!(who, Subject::Parties { negations: 0, .. }) && group.negations == 0;
    let way = end..run.len().min(end + LONGEST_MEANS);
    let closed = |at: &usize| {
        run.any(*at, CueSet::AUXILIARIES.union(CueSet::of(&[Cue::Relative, Cue::Not, Cue::For, Cue::We, Cue::You])))
    };
    let to = way.take_while(|at| !closed(at)).find(|at| run.is(*at, Cue::To));
    let Some(verb) = to.filter(|_| positive).map(|to| run.skip(to + 1, Cue::Adverb)) else { return Vec::new() };
    if !TAKES_IN.iter().any(|word| run.form(verb).eq_ignore_ascii_case(word)) {
        return Vec::new();
    }
    let data = |object: &Object| {
        !object.terms.is_empty()
            && object.terms.iter().all(|term| run.words.ontology.term(*term).kind == TermKind::Data)
    };
    let list = object_list(run, verb + 1).filter(|list| !list.negated && !list.open && list.objects.iter().any(data));
    let Some(mut list) = list else { return Vec::new() };
    list.objects.retain(data);
    let mut details = Details::default();
    read_complements(run, list.end, false, &mut details);
    let actions = ActionSet::default().with(Action::Collect);
    Shape { run, group, details: &details, verb: (actions, verb, 1), negations: 0 }.by_parties(who, &list.objects)
}
