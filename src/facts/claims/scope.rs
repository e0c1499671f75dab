//! What headings and neighbouring words say of whom and which product a sentence speaks.

use crate::doc::{BlockId, BlockKind, SectionId};
use crate::facts::Facts;
use crate::lexicon::{Cue, CueSet, TermId, TermKind};
use crate::text::ProseRange;

use super::model::Slot;
use super::parties::product;
use super::words::{Products, Run, Words};

/// The tag of data that are named by whose they are, where that is the readers.
const OF_READERS: &str = "of-readers";

/// Who and what a sentence speaks of by where it stands.
#[derive(Debug, Clone)]
pub(super) struct Scope {
    pub(super) audience: Slot<String>,
    pub(super) product: Slot<TermId>,
    /// What the heading, or one above it, is about: statistics, advertising.
    pub(super) purposes: Slot<Vec<TermId>>,
    /// Whether the heading names somebody else, of whom a passive may speak.
    pub(super) others: bool,
}

/// What headings say, by section.
pub(super) struct Scopes {
    sections: Vec<Scope>,
}

impl Scopes {
    pub(super) fn new(words: &Words<'_>, facts: &Facts<'_>) -> Self {
        let reading = facts.reading;
        let mut sections: Vec<Scope> = Vec::with_capacity(reading.sections.len());
        for (at, section) in reading.sections.iter().enumerate() {
            let id = SectionId(u32::try_from(at).unwrap_or(u32::MAX));
            let above = section.parent.and_then(|parent| sections.get(parent.index()));
            let product = above.map_or(Slot::Absent, |above| above.product.clone());
            let purposes = above.map_or(Slot::Absent, |above| above.purposes.clone());
            let mut scope = Scope { audience: Slot::Absent, product, purposes, others: false };
            if let Some(heading) = section.heading {
                read_heading(words, reading.block(heading).prose, &mut scope);
            }
            let audience = facts.section_audience(id);
            if !audience.is_everyone() {
                let range = section.heading.map_or(ProseRange::empty(0), |heading| reading.block(heading).prose);
                scope.audience = Slot::Known(words.audiences.label(audience), range);
            } else if let Some(above) = above.filter(|_| scope.audience.is_absent()) {
                scope.audience = above.audience.clone();
            }
            sections.push(scope);
        }
        Self { sections }
    }

    /// The scope of a block before its own words.
    pub(super) fn of(&self, words: &Words<'_>, block: BlockId) -> Scope {
        let section = words.reading.block(block).section;
        let none = Scope { audience: Slot::Absent, product: Slot::Absent, purposes: Slot::Absent, others: false };
        self.sections.get(section.index()).cloned().unwrap_or(none)
    }
}

fn read_heading(words: &Words<'_>, heading: ProseRange, scope: &mut Scope) {
    let tokens: Vec<u32> = words.analysis.tokens_in(heading).filter_map(|token| u32::try_from(token).ok()).collect();
    let run = Run { words, tokens: &tokens };
    if let Some((audience, range)) = audience_in(run) {
        scope.audience = Slot::Known(audience, range);
    }
    for at in 0..run.len() {
        if let Some((product, length)) =
            run.term(at, |kind| kind == TermKind::Product).filter(|(term, _)| is_separate(words, *term))
        {
            scope.product = Slot::Known(product, run.range(at, at + length));
        }
        scope.others |= run.term(at, |kind| kind == TermKind::Recipient).is_some();
    }
    scope.others |= name_in(run, 0).is_some();
    let purposes: Vec<TermId> = purposes_in(run).map(|(term, _)| term).collect();
    if !purposes.is_empty() {
        scope.purposes = Slot::Known(purposes, run.range(0, run.len()));
    }
}

/// The purposes that a run names.
fn purposes_in(run: Run<'_>) -> impl Iterator<Item = (TermId, ProseRange)> {
    (0..run.len()).filter_map(move |at| {
        let (term, length) = run.term(at, |kind| kind == TermKind::Purpose)?;
        Some((term, run.range(at, at + length)))
    })
}

/// A capitalised word from a position on that no pack knows and that is no name of the drafter: it may be anybody's.
fn name_in(run: Run<'_>, start: usize) -> Option<ProseRange> {
    let mut at = 0;
    while at < run.len() {
        match run.name(at) {
            Some(length) => at += length,
            None if at >= start
                && run.is_unknown(at)
                && run.form(at).starts_with(char::is_uppercase)
                && !is_common(run.form(at)) =>
            {
                return Some(run.range(at, at + 1));
            }
            None => at += 1,
        }
    }
    None
}

/// Whether a word is built like a common noun: "Accessibility", "Tickets".
fn is_common(form: &str) -> bool {
    const ENDINGS: [&str; 6] = ["tion", "ity", "ness", "ance", "ence", "ing"];
    let form = form.to_lowercase();
    let plural = form.ends_with('s') && !form.ends_with("ss") && !form.ends_with("us");
    form.len() > 6 && (plural || ENDINGS.iter().any(|ending| form.ends_with(ending)))
}

/// What sentences of a block said of whom and what; it counts against the denials behind them, which may speak of the same.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Before {
    pub(super) audience: Option<ProseRange>,
    pub(super) product: Option<ProseRange>,
    /// Somebody else, of whose doing a clause without an actor may speak.
    pub(super) others: Option<ProseRange>,
    pub(super) purpose: Option<ProseRange>,
    /// The site, where the whole block speaks of it and of no other product.
    pub(super) site: Option<(TermId, ProseRange)>,
}

impl Before {
    /// Takes in a further sentence.
    pub(super) fn add(&mut self, run: Run<'_>) {
        let other = || {
            let party = (0..run.len()).find_map(|at| {
                let (_, length) = run.term(at, |kind| kind == TermKind::Recipient)?;
                Some(run.range(at, at + length))
            });
            // The first word of a sentence is capitalised whatever it is.
            party.or_else(|| name_in(run, 1))
        };
        let audience = audience_in(run).map(|(_, range)| range);
        // A sentence on everybody's personal information speaks of those no longer.
        let general = audience.is_none() && (0..run.len()).any(|at| run.words.is_all_personal(run, at));
        self.audience = if general { None } else { self.audience.or(audience) };
        self.product = self.product.or_else(|| separate_product_in(run).map(|(_, range)| range));
        self.others = self.others.or_else(other);
        self.purpose = self.purpose.or_else(|| purposes_in(run).next().map(|(_, range)| range));
    }
}

/// The audiences that a run names, in one string, and where the first of them stands.
pub(super) fn audience_in(run: Run<'_>) -> Option<(String, ProseRange)> {
    let mut ids: Vec<&str> = Vec::new();
    let mut first = None;
    let mut at = 0;
    while at < run.len() {
        if let Some(length) = of_readers(run, at) {
            at += length;
            continue;
        }
        let found = run.term(at, |kind| kind == TermKind::Audience).filter(|_| !acts_for_drafter(run, at));
        if let Some((term, length)) = found {
            ids.push(run.words.ontology.term(term).id.as_str());
            first.get_or_insert_with(|| run.range(at, at + length));
        }
        at += 1;
    }
    ids.sort_unstable();
    ids.dedup();
    Some((ids.join(", "), first?))
}

/// How many words at a position name data of the readers by a word for people: "list of members", "Member Data".
fn of_readers(run: Run<'_>, at: usize) -> Option<usize> {
    let (term, length) = run.term(at, |kind| kind == TermKind::Data)?;
    let named = run.tokens.get(at).is_some_and(|token| run.words.aliases.at(*token).is_some());
    (named || run.words.ontology.tagged(term, OF_READERS)).then_some(length)
}

/// "our employees", where it is the reader's data that they see.
fn acts_for_drafter(run: Run<'_>, at: usize) -> bool {
    at > 0 && run.is(at - 1, Cue::Our) && run.form(0).eq_ignore_ascii_case("your")
}

/// Whether a product is another than the site or the service as a whole.
pub(super) fn is_separate(words: &Words<'_>, product: TermId) -> bool {
    let Products { service, website, infrastructure } = words.products;
    ![service, website, infrastructure].contains(&Some(product))
}

/// Whether a product is neither the site, nor a part of it, nor the service as a whole.
pub(super) fn is_elsewhere(words: &Words<'_>, product: TermId) -> bool {
    is_separate(words, product) && !words.products.website.is_some_and(|website| words.ontology.is_a(product, website))
}

/// The first product in a run that is another than the site and its parts, and no mere means of contact.
pub(super) fn separate_product_in(run: Run<'_>) -> Option<(TermId, ProseRange)> {
    (0..run.len()).find_map(|at| {
        let (term, length) = run.term(at, |kind| kind == TermKind::Product)?;
        let separate = is_elsewhere(run.words, term) && !run.form(at).to_lowercase().starts_with("email");
        separate.then(|| (term, run.range(at, at + length)))
    })
}

/// Where a block speaks of the drafter's site, if it speaks of no other product: then what it affirms, it affirms of the site.
pub(super) fn site_of(words: &Words<'_>, block: ProseRange) -> Option<(TermId, ProseRange)> {
    let tokens: Vec<u32> = words.analysis.tokens_in(block).filter_map(|token| u32::try_from(token).ok()).collect();
    let run = Run { words, tokens: &tokens };
    let owned = |at: usize| {
        at > 0 && (run.any(at - 1, CueSet::of(&[Cue::Our, Cue::Demonstrative])) || run.form(at - 1) == "the")
    };
    let site = (0..run.len()).filter(|at| owned(*at)).find_map(|at| {
        let (term, length) = run.term(at, |kind| kind == TermKind::Product)?;
        (Some(term) == words.products.website).then(|| (term, run.range(at, at + length)))
    })?;
    separate_product_in(run).is_none().then_some(site)
}

/// Whether a document speaks of a product other than its site.
pub(super) fn has_several_products(words: &Words<'_>, blocks: std::ops::Range<usize>) -> bool {
    let reading = words.reading;
    blocks
        .filter_map(|at| reading.blocks.get(at))
        .filter(|block| !block.furniture && block.kind != BlockKind::Code)
        .any(|block| {
            let tokens: Vec<u32> =
                words.analysis.tokens_in(block.prose).filter_map(|token| u32::try_from(token).ok()).collect();
            let run = Run { words, tokens: &tokens };
            let mut at = 0;
            while at < run.len() {
                let Some((term, end)) = product(run, at) else {
                    at += 1;
                    continue;
                };
                // "our website or app" speaks of both alike.
                let separate = is_elsewhere(words, term)
                    && words.products.service.is_some_and(|service| words.ontology.is_a(term, service));
                if separate {
                    return true;
                }
                at = end;
            }
            false
        })
}
