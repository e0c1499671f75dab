//! Links to places of this page, or of other files of the run, that are not there.

use std::collections::BTreeMap;

use crate::doc::{BlockKind, LinkKind};
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::reference::Places;

use super::file::{relative_file, spellings};

pub(super) fn faults(context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut own: Option<Places> = None;
    let mut lost: BTreeMap<String, BTreeMap<String, Vec<Fault>>> = BTreeMap::new();
    let entries = entries(context);
    for (at, link) in reading.links.iter().enumerate().filter(|(_, link)| link.kind == LinkKind::Target) {
        if reading.block(link.block).furniture && entries.binary_search(&at).is_err() {
            continue;
        }
        let Some((path, fragment)) = link.target.split_once('#') else { continue };
        let page = if path.is_empty() {
            let there = own.get_or_insert_with(|| Places::new(reading)).have(fragment);
            if there { None } else { Some("this page".to_owned()) }
        } else {
            page_without(path, fragment, context).map(|page| format!("`{page}`"))
        };
        let (Some(page), Some(sentence)) = (page, reading.sentence_at(link.prose.start())) else { continue };
        let mut fault = Fault::at(sentence, link.prose).because(link.target.as_str());
        fault.place = Some(context.source.to_disk(link.target_source)).filter(|place| !place.is_empty());
        lost.entry(page).or_default().entry(format!("`#{fragment}`")).or_default().push(fault);
    }
    lost.into_iter().flat_map(|(page, targets)| of_page(&page, targets)).collect()
}

/// The links of tables of contents that are laid out as the page's furniture: links to this page one after the other, most of which lead to
/// headings of the text.
fn entries(context: &Context<'_>) -> Vec<usize> {
    let reading = context.facts.reading;
    let inner = |at: &usize| {
        let link = &reading.links[*at];
        link.kind == LinkKind::Target && reading.block(link.block).furniture && link.target.starts_with('#')
    };
    let inner: Vec<usize> = (0..reading.links.len()).filter(inner).collect();
    if inner.len() < CONTENTS {
        return Vec::new();
    }
    let places = Places::new(reading);
    let titled = |at: &&usize| {
        let place = places.block(&reading.links[**at].target[1..]);
        place.is_some_and(|place| matches!(reading.block(place).kind, BlockKind::Heading { level } if level > 1))
    };
    let near = |one: usize, other: usize| {
        other == one + 1 && reading.links[other].block.index() - reading.links[one].block.index() <= 1
    };
    let runs = inner.chunk_by(|one, other| near(*one, *other));
    let contents = runs.filter(|run| run.len() >= CONTENTS && run.iter().filter(titled).count() * 2 >= run.len());
    contents.flatten().copied().collect()
}

/// Fewer links are no table of contents.
const CONTENTS: usize = 3;

/// Where so many places of one page are lost, the page has lost its names, and that is told once.
const MANY: usize = 4;
/// So many of them are named.
const NAMED: usize = 3;

/// The faults of links to one page, one cause for each place that it lacks, or one for all.
fn of_page(page: &str, targets: BTreeMap<String, Vec<Fault>>) -> Vec<Fault> {
    let all = (targets.len() >= MANY).then(|| {
        let mut first: Vec<(&String, &Fault)> =
            targets.iter().filter_map(|(name, faults)| Some((name, faults.first()?))).collect();
        first.sort_by_key(|(_, fault)| fault.range);
        let named: Vec<&str> = first.iter().take(NAMED).map(|(name, _)| name.as_str()).collect();
        format!("{} and {} more", named.join(", "), targets.len() - NAMED)
    });
    let mut faults = Vec::new();
    for (target, lost) in targets {
        let name = all.as_ref().unwrap_or(&target);
        faults.extend(lost.into_iter().map(|fault| {
            let mut fault = fault.with("target", name.clone()).with("page", page);
            if all.is_some() {
                fault = fault.because(page);
                fault.again = "this one, too";
            }
            fault
        }));
    }
    faults
}

/// The other file of the run that a relative link leads to, where it has no such place.
fn page_without(path: &str, fragment: &str, context: &Context<'_>) -> Option<String> {
    let file = relative_file(path)?;
    let other = spellings(&file).iter().find_map(|spelling| context.project.resolve(context.path, spelling))?;
    let places = other.places.as_ref()?;
    (!places.have(fragment)).then_some(file)
}
