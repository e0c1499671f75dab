//! Where something that is missing is told: one line, never a whole document (design §7.2).

use std::cmp::Reverse;

use crate::doc::{BlockId, BlockKind, Document, Reading, SectionId, SentenceId};
use crate::lexicon::AudienceId;
use crate::report::{LawInPlay, LawStatus};
use crate::ruleset::Rule;
use crate::text::{Span, TextRange};

use super::context::Context;
use super::kin::{Kin, LIST};

/// The line at which the author would put what is missing: the best heading for it; else the words that speak to the law's people, or
/// that bring the law in; else the words for which the rule asks for it; else the title, or the first line.
pub(super) fn anchor(context: &mut Context<'_>, rule: &Rule, document: usize) -> Span {
    let reading = context.facts.reading;
    let kin = Kin::of(rule, context);
    let best = best(places(context, rule, &kin, document), reading);
    // A right belongs beside the words that speak to its people, rather than under any heading on rights and choices.
    let is_right = kin.any() && rule.belongs.iter().all(|phrase| kin.shares(*phrase));
    let poor = best.is_none_or(|place| !place.serves || is_right && place.suits() == Suits::Title);
    let spoken = if poor { spoken_to(context, rule, document, is_right) } else { None };
    let occasion = if spoken.is_none() && best.is_none() { occasion(context, rule, document) } else { None };
    if let Some(span) = spoken.or(occasion) {
        return span;
    }
    let Document { title, blocks, .. } = &reading.documents[document];
    let first = || blocks.clone().find(|at| !reading.blocks[*at].prose.is_empty()).map(BlockId::at);
    match best.map(|place| place.block).or(*title).or_else(first) {
        Some(block) => one_line(context, reading.prose.to_source(reading.block(block).prose)),
        None => Span::empty(0),
    }
}

/// The words of a document for which a law asks for more, as the rule's `[[when]]` finds them, unless its title names the matter or its
/// people.
fn occasion(context: &mut Context<'_>, rule: &Rule, document: usize) -> Option<Span> {
    rule.law.as_ref()?;
    if !context.facts.documents[document].readers.is_everyone() {
        return None;
    }
    let title = context.facts.reading.documents[document].title?;
    let title = SentenceId::at(context.facts.reading.block(title).sentences.start);
    if context.finder.any_in(&rule.belongs, title) {
        return None;
    }
    let found = context.finder.find_any(&rule.when);
    let first = found
        .into_iter()
        .find(|evidence| context.facts.document_of(evidence.sentence) == document && context.serves(rule, evidence))?;
    let reading = context.facts.reading;
    Some(one_line(context, reading.prose.to_source(first.range)))
}

/// The best of some places; where it is one of the parts of a section whose title names the wider matter, that section.
fn best(places: Vec<Place>, reading: &Reading) -> Option<Place> {
    let mut best = *places.iter().min_by_key(|place| place.rank())?;
    while !best.alone
        && let Some(parent) = reading.section(best.section).parent
        && let Some(outer) = places.iter().find(|place| place.section == parent)
        && outer.belongs.is_some()
        && outer.people == best.people
    {
        best = *outer;
    }
    Some(best)
}

/// The words in a document that speak to the people of a rule's law, or, for a right, that name the law.
fn spoken_to(context: &Context<'_>, rule: &Rule, document: usize, is_right: bool) -> Option<Span> {
    let whole = context.span(context.facts.reading.documents[document].prose);
    let within = |span: &Span| whole.start() <= span.start() && span.end() <= whole.end();
    let addressed = context.addressed(rule).map(|addressed| context.span(addressed.range));
    let named = |law: &&LawInPlay| is_right && Some(&law.id) == rule.law.as_ref() && law.status == LawStatus::Named;
    let because = context.laws.iter().filter(named).flat_map(|law| law.because.iter().copied());
    addressed.into_iter().chain(because).find(within)
}

/// How a section suits what is missing, least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Suits {
    Title,
    People,
    Kin,
    List,
    Matter,
    PeopleAndKin,
    PeopleAndTitle,
    PeopleAndList,
    PeopleAndMatter,
}

/// What a section has to be at least to suit so well: whether it speaks to the law's people, what its title names, and how much of what
/// the law asks for beside this it says. The first one that is met counts; the last one is met by all.
const DEMANDS: [(Suits, bool, Titled, usize); 11] = [
    (Suits::PeopleAndMatter, true, Titled::Matter, 0),
    (Suits::PeopleAndList, true, Titled::Wider, 1),
    (Suits::PeopleAndList, true, Titled::Otherwise, LIST),
    (Suits::PeopleAndTitle, true, Titled::Wider, 0),
    (Suits::PeopleAndKin, true, Titled::Otherwise, 1),
    (Suits::Matter, false, Titled::Matter, 0),
    (Suits::List, false, Titled::Otherwise, LIST),
    (Suits::Kin, false, Titled::Wider, 1),
    (Suits::Kin, false, Titled::Otherwise, 2),
    (Suits::People, true, Titled::Otherwise, 0),
    (Suits::Title, false, Titled::Otherwise, 0),
];

/// What the title of a section names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Titled {
    /// Something else.
    Otherwise,
    /// The wider matter.
    Wider,
    /// The very matter.
    Matter,
}

/// How closely a section speaks to the law's people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum People {
    /// It names nobody, or nobody that its document doesn't speak to.
    Everyone,
    /// It speaks to them among others.
    Among,
    /// It speaks to them.
    Own,
}

/// A heading under which something that is missing may belong.
#[derive(Debug, Clone, Copy)]
struct Place {
    block: BlockId,
    section: SectionId,
    /// Whether what is said there counts for the law's people.
    serves: bool,
    people: People,
    /// Which phrase of the rule's `belongs` the heading matches first; the first ones are the closest.
    belongs: Option<usize>,
    /// Whether that phrase is the rule's alone, as are those before it: it names the very matter.
    alone: bool,
    /// How much of what the law asks for beside this stands here, and whether its people are spoken to.
    kin: usize,
}

impl Place {
    fn suits(&self) -> Suits {
        let speaks = self.people > People::Everyone;
        let titled = match self.belongs {
            Some(_) if self.alone => Titled::Matter,
            Some(_) => Titled::Wider,
            None => Titled::Otherwise,
        };
        let met = |(_, people, least, kin): &&(Suits, bool, Titled, usize)| {
            (speaks || !people) && titled >= *least && self.kin >= *kin
        };
        DEMANDS.iter().find(met).map_or(Suits::Title, |(suits, ..)| *suits)
    }

    /// The best place has the lowest rank; among equals the first one.
    fn rank(&self) -> impl Ord + use<> {
        let belongs = self.belongs.unwrap_or(usize::MAX);
        let suits = self.suits();
        let kin = if suits == Suits::PeopleAndMatter { 0 } else { self.kin };
        let people = if suits == Suits::People { People::Own } else { self.people };
        (!self.serves, Reverse(suits), Reverse(people), Reverse(kin), belongs, self.block)
    }
}

/// The headings of a document under which what a rule misses may belong: never its title or what stands before that.
fn places(context: &mut Context<'_>, rule: &Rule, kin: &Kin<'_>, document: usize) -> Vec<Place> {
    let facts = context.facts;
    let reading = facts.reading;
    let of_document = &reading.documents[document];
    let first = of_document.title.map_or(of_document.blocks.start, |title| title.index() + 1);
    // A rule may count what is said to others, too; its law's people are those whom the law's own words speak to.
    let people = context.people(rule).unwrap_or_else(|| rule.audiences.clone());
    let addressed = facts.addressed().iter().filter(|addressed| people.contains(&addressed.audience));
    let spoken: Vec<SectionId> =
        addressed.map(|addressed| reading.block(reading.sentence(addressed.sentence).block).section).collect();
    let mut places = Vec::new();
    for at in first..of_document.blocks.end {
        let block = &reading.blocks[at];
        if !matches!(block.kind, BlockKind::Heading { .. }) || block.furniture {
            continue;
        }
        let sentence = SentenceId::at(block.sentences.start);
        let readers = facts.section_audience(block.section);
        let belongs = rule.belongs.iter().position(|phrase| context.finder.any_in(&[*phrase], sentence));
        let place = Place {
            block: BlockId::at(at),
            section: block.section,
            serves: context.lexicon.audiences().serve(&rule.audiences, readers),
            people: closeness(context, &people, block.section, document),
            belongs,
            alone: belongs.is_some_and(|at| !rule.belongs[..=at].iter().any(|phrase| kin.shares(*phrase))),
            kin: kin.in_section(block.section) + usize::from(belongs.is_some() && spoken.contains(&block.section)),
        };
        if belongs.is_some() || place.kin > 0 || place.people > People::Everyone {
            places.push(place);
        }
    }
    places
}

fn closeness(context: &Context<'_>, people: &[AudienceId], section: SectionId, document: usize) -> People {
    let readers = context.facts.section_audience(section);
    let audiences = context.lexicon.audiences();
    if *readers == context.facts.documents[document].readers
        || readers.is_everyone()
        || !audiences.name(people, readers)
    {
        return People::Everyone;
    }
    match readers.places.iter().chain(&readers.groups).all(|reader| people.contains(reader)) {
        true => People::Own,
        false => People::Among,
    }
}

/// The part of a range that lies on its first line.
fn one_line(context: &Context<'_>, range: TextRange) -> Span {
    let text = context.source.text();
    let line = context.source.lines().line_of(range.start());
    let end = context.source.lines().line_range(text, line).end;
    context.source.to_disk(TextRange::new(range.start(), range.end().min(end)))
}
