//! Links to places of this page, or of other files of the run, that are not there.

use crate::doc::LinkKind;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::reference::Places;

use super::file::{relative_file, spellings};

pub(super) fn faults(context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let mut own: Option<Places> = None;
    let mut faults = Vec::new();
    for link in
        reading.links.iter().filter(|link| link.kind == LinkKind::Target && !reading.block(link.block).furniture)
    {
        let Some((path, fragment)) = link.target.split_once('#') else { continue };
        let page = if path.is_empty() {
            let there = own.get_or_insert_with(|| Places::new(reading)).have(fragment);
            if there { None } else { Some("this page".to_owned()) }
        } else {
            page_without(path, fragment, context).map(|page| format!("`{page}`"))
        };
        let (Some(page), Some(sentence)) = (page, reading.sentence_at(link.prose.start())) else { continue };
        let fault = Fault::at(sentence, link.prose).because(link.target.as_str());
        let mut fault = fault.with("target", format!("#{fragment}")).with("page", page);
        fault.place = Some(context.source.to_disk(link.target_source)).filter(|place| !place.is_empty());
        faults.push(fault);
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
