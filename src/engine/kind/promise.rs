//! What a text says it gives must be there: one diagnostic for what is missing, at every place that says so.

use std::collections::{BTreeMap, HashSet};

use crate::doc::{BlockId, Format, SectionId, SentenceId};
use crate::engine::anchor::anchor;
use crate::engine::context::Context;
use crate::engine::finding::Finding;
use crate::engine::pattern::Evidence;
use crate::facts::contact::email::filtered;
use crate::facts::reference::Places;
use crate::report::{Diagnostic, Label};
use crate::ruleset::{Promise, PromiseCheck, Promised, Rule, Within, Wording};
use crate::text::ProseRange;

/// One in so many parts of a document is its beginning, and one its end.
const EDGE: usize = 10;

/// Tells of promises that nothing keeps.
pub(super) fn check(rule: &Rule, check: &PromiseCheck, context: &mut Context<'_>) -> Vec<Diagnostic> {
    let documents = context.documents(rule);
    if documents.is_empty() || context.applies(rule).is_none() {
        return Vec::new();
    }
    let others: Vec<SentenceId> =
        context.finder.find_any(&check.others).into_iter().map(|evidence| evidence.sentence).collect();
    let mut found = Vec::new();
    for promise in &check.promises {
        let kept = Kept::new(promise, &others, context);
        if promise.find.is_empty() {
            let bare = documents.iter().filter(|document| !kept.by_document(**document, promise.within, context));
            for document in bare.copied().collect::<Vec<_>>() {
                let place = anchor(context, rule, document);
                found.push(Finding::missing(context, rule, document, place).done());
            }
            continue;
        }
        found.extend(broken(rule, check, promise, &kept, &documents, context));
    }
    found
}

/// A place that promises something, and the words to tell it in.
type Place<'p> = (Evidence, Option<&'p Wording>);

fn broken(
    rule: &Rule,
    check: &PromiseCheck,
    promise: &Promise,
    kept: &Kept,
    documents: &[usize],
    context: &mut Context<'_>,
) -> Vec<Diagnostic> {
    let mut places: Vec<Place<'_>> = Vec::new();
    for pattern in &promise.find {
        let found = context.finder.find(pattern);
        places.extend(found.into_iter().map(|evidence| (evidence, pattern.wording.as_ref())));
    }
    places.retain(|(evidence, _)| {
        context.serves(rule, evidence)
            && documents.contains(&context.facts.document_of(evidence.sentence))
            && !kept.at(evidence, promise.within, context)
    });
    places.sort_by_key(|(evidence, _)| (evidence.sentence, evidence.range));
    places.dedup_by_key(|(evidence, _)| evidence.sentence);
    // What is missing once is told once: in the whole text, or in each section, or at each place.
    let mut causes: BTreeMap<usize, Vec<Place<'_>>> = BTreeMap::new();
    for place in places {
        let cause = match promise.within {
            Within::Here => place.0.sentence.index(),
            Within::Section => root_section(context, place.0.sentence).index(),
            Within::Edge | Within::Anywhere => 0,
        };
        causes.entry(cause).or_default().push(place);
    }
    let elsewhere = check.elsewhere.as_ref().zip(kept.best);
    let told = causes.into_values().filter_map(|places| {
        // Of a section, its first place stands for all.
        let shown = if promise.within == Within::Section { &places[..1] } else { &places[..] };
        let ((first, wording), further) = shown.split_first()?;
        let sentences: Vec<SentenceId> = shown.iter().map(|(evidence, _)| evidence.sentence).collect();
        let mut finding = Finding::at(context, rule, first.sentence, first.range);
        if let Some(wording) = wording {
            finding = finding.worded(wording);
        }
        if let Some(((severity, wording), value)) = elsewhere {
            finding = finding.worded(wording).graded(context, rule, *severity);
            finding = finding.also(Label::new(context.span(value), "it stands here"));
        }
        for (evidence, _) in further {
            finding = finding.also(Label::new(context.span(evidence.range), ""));
        }
        Some(finding.fingerprinted(context, &sentences).done())
    });
    told.collect()
}

/// What keeps a promise, in reading order.
struct Kept {
    /// Values of the promised kinds.
    values: Vec<ProseRange>,
    /// The first value of the kind that is named first.
    best: Option<ProseRange>,
    /// The outermost sections that hold one of them, where that matters.
    roots: HashSet<SectionId>,
    /// Whether something keeps it wherever it stands.
    anyway: bool,
}

impl Kept {
    fn new(promise: &Promise, others: &[SentenceId], context: &mut Context<'_>) -> Self {
        let own = |prose: &ProseRange| {
            let sentence = context.facts.reading.sentence_at(prose.start());
            sentence.is_none_or(|sentence| others.binary_search(&sentence).is_err())
        };
        let mut values: Vec<ProseRange> =
            promise.values.iter().flat_map(|value| places(*value, context)).filter(own).collect();
        let best = values.first().copied();
        values.sort_unstable();
        let dated = promise.values.contains(&Promised::Date) && has_dated_front_matter(context);
        let anyway = dated || !promise.kept.is_empty() && !context.finder.find_any(&promise.kept).is_empty();
        let sentences = values.iter().filter(|_| promise.within == Within::Section);
        let sentences = sentences.filter_map(|value| context.facts.reading.sentence_at(value.start()));
        let mut roots: HashSet<SectionId> = sentences.map(|sentence| root_section(context, sentence)).collect();
        if promise.within == Within::Section && promise.values.contains(&Promised::Link) {
            roots.extend(pointing(&roots, context));
        }
        Self { values, best, roots, anyway }
    }

    /// Whether a document keeps it that nothing in it says it gives.
    fn by_document(&self, document: usize, within: Within, context: &Context<'_>) -> bool {
        let prose = context.facts.reading.documents[document].prose;
        match within {
            Within::Edge => self.anyway || self.on_edge(prose),
            Within::Here | Within::Section | Within::Anywhere => self.anyway || !self.values.is_empty(),
        }
    }

    fn at(&self, evidence: &Evidence, within: Within, context: &Context<'_>) -> bool {
        let reading = context.facts.reading;
        let among = |prose: ProseRange| {
            let from = self.values.partition_point(|value| value.end() <= prose.start());
            self.values.get(from).is_some_and(|value| value.start() < prose.end())
        };
        let sentence = |at: SentenceId| reading.sentences.get(at.index()).map(|sentence| sentence.prose);
        self.anyway
            || match within {
                Within::Anywhere => !self.values.is_empty(),
                Within::Edge => self.on_edge(reading.documents[context.facts.document_of(evidence.sentence)].prose),
                Within::Here => {
                    let here = [evidence.sentence, SentenceId(evidence.sentence.0 + 1)];
                    here.into_iter().filter_map(sentence).any(among)
                }
                Within::Section => self.roots.contains(&root_section(context, evidence.sentence)),
            }
    }

    /// Whether a value stands at the beginning or at the end of a document.
    fn on_edge(&self, document: ProseRange) -> bool {
        let part = document.len() / EDGE;
        let edge = |value: &ProseRange| {
            let inside = document.covers(*value);
            inside && (value.start() <= document.start() + part || value.end() + part >= document.end())
        };
        self.values.iter().any(edge)
    }
}

/// The outermost sections with a link to a place within one of those.
fn pointing(roots: &HashSet<SectionId>, context: &Context<'_>) -> Vec<SectionId> {
    let reading = context.facts.reading;
    let places = Places::new(reading);
    let root_of = |block: BlockId| {
        let first = reading.block(block).sentences.start;
        (first < reading.sentences.len()).then(|| root_section(context, SentenceId::at(first)))
    };
    let inner = reading.links.iter().filter_map(|link| Some((link, link.target.trim().strip_prefix('#')?)));
    let leading = inner.filter_map(|(link, fragment)| {
        let there = root_of(places.block(fragment)?)?;
        roots.contains(&there).then(|| root_of(link.block)).flatten()
    });
    leading.collect()
}

/// The outermost section around a sentence that is not the document itself.
fn root_section(context: &Context<'_>, sentence: SentenceId) -> SectionId {
    let reading = context.facts.reading;
    let mut at = reading.block(reading.sentence(sentence).block).section;
    let title = reading.documents[context.facts.document_of(sentence)].title;
    while let Some(parent) = reading.section(at).parent {
        let outer = reading.section(parent);
        if outer.heading.is_none() || outer.heading == title {
            break;
        }
        at = parent;
    }
    at
}

/// Whether the front matter of a Markdown file gives the day of the text, which the page then shows.
fn has_dated_front_matter(context: &Context<'_>) -> bool {
    let dated =
        |key: &str| ["date", "updated", "modified", "lastmod", "effective"].iter().any(|name| key.contains(name));
    let year = |value: &str| value.bytes().filter(u8::is_ascii_digit).count() >= 4;
    context.format == Format::Markdown
        && context.facts.reading.metadata.iter().any(|(key, value, _)| dated(key) && year(value))
}

/// Where values of a kind stand.
fn places(value: Promised, context: &Context<'_>) -> Vec<ProseRange> {
    let facts = context.facts;
    let links = |leads: fn(&str) -> bool| {
        let links = facts.reading.links.iter().filter(move |link| leads(link.target.trim()));
        links.map(|link| link.prose).collect::<Vec<_>>()
    };
    match value {
        Promised::Email => {
            let written = facts.emails().iter().filter(|email| !email.illustrative).map(|email| email.prose);
            written.chain(filtered(facts.reading).into_iter().map(|mark| mark.prose)).collect()
        }
        Promised::Phone => {
            let written = facts.phones().iter().filter(|phone| !phone.fax).map(|phone| phone.prose);
            written.chain(links(|target| target.starts_with("tel:"))).collect()
        }
        Promised::PostalAddress => facts.postal_addresses().iter().map(|address| address.prose).collect(),
        Promised::WebAddress => facts.web_addresses().iter().map(|address| address.prose).collect(),
        Promised::Link => links(|target| !target.is_empty() && !target.starts_with('#')),
        Promised::Date => facts.dates().iter().map(|date| date.prose).collect(),
    }
}
