//! Links to places of the same page that are not there.

use crate::doc::LinkKind;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::reference::Places;

pub(super) fn faults(context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let links = || {
        let own =
            reading.links.iter().filter(|link| link.kind == LinkKind::Target && !reading.block(link.block).furniture);
        own.filter_map(|link| link.target.strip_prefix('#').map(|fragment| (link, fragment)))
    };
    if links().next().is_none() {
        return Vec::new();
    }
    let places = Places::new(reading);
    let lost = links().filter(|(_, fragment)| !places.have(fragment));
    lost.filter_map(|(link, fragment)| {
        let sentence = reading.sentence_at(link.prose.start())?;
        let mut fault = Fault::at(sentence, link.prose).because(fragment).with("target", format!("#{fragment}"));
        fault.place = Some(context.source.to_disk(link.target_source)).filter(|place| !place.is_empty());
        Some(fault)
    })
    .collect()
}
