//! From a reading to its claims.

use std::collections::{BTreeMap, BTreeSet};

use crate::doc::{Block, BlockId, BlockKind, SentenceId};
use crate::facts::Facts;
use crate::lexicon::{Cue, CueSet, Lexicon, TermId};
use crate::text::ProseRange;

use super::lists::Lead;
use super::model::{Actor, Claim, ClaimSet, Modality, Polarity, Quantity, Slot, Status};
use super::scope::{Before, Scope, Scopes, audience_in, has_several_products, site_of};
use super::sentence::{SentenceReading, Stated, read_sentence};
use super::tokens::Tokens;
use super::words::{Run, Words};

/// Reads the claims of a source. Linear in its words.
pub fn claims(facts: &Facts<'_>, lexicon: &Lexicon) -> ClaimSet {
    let words = Words::new(facts.reading, &facts.analysis, lexicon);
    read(&words, facts)
}

pub(super) fn read(words: &Words<'_>, facts: &Facts<'_>) -> ClaimSet {
    let reading = words.reading;
    let mut reader = Reader {
        words,
        scopes: Scopes::new(words, facts),
        leading: reading.blocks.iter().filter_map(|block| block.lead_in).collect(),
        leads: BTreeMap::new(),
        set: ClaimSet::default(),
        document: 0,
    };
    for (document, parts) in reading.documents.iter().enumerate() {
        reader.document = document;
        for at in parts.blocks.clone() {
            reader.block(BlockId::at(at));
        }
        reader.set.several_products.push(has_several_products(words, parts.blocks.clone()));
    }
    reader.set
}

struct Reader<'a> {
    words: &'a Words<'a>,
    scopes: Scopes,
    /// The sentences that lead in a list.
    leading: BTreeSet<SentenceId>,
    leads: BTreeMap<SentenceId, Lead>,
    set: ClaimSet,
    document: usize,
}

impl Reader<'_> {
    fn block(&mut self, id: BlockId) {
        let reading = self.words.reading;
        let block = reading.block(id);
        if block.furniture || block.quoted || block.kind == BlockKind::Code {
            return;
        }
        let mut before = Before::default();
        let first = self.set.claims.len();
        before.site = site_of(self.words, block.prose);
        for at in block.sentences.clone() {
            let sentence = SentenceId(u32::try_from(at).unwrap_or(u32::MAX));
            self.sentence(id, block, sentence, &mut before);
        }
        self.exceptions_that_follow(first);
    }

    fn sentence(&mut self, id: BlockId, block: &Block, sentence: SentenceId, before: &mut Before) {
        let words = self.words;
        let prose = words.reading.sentence(sentence).prose;
        let tokens = Tokens::new(words, prose);
        let run = tokens.run(words);
        if run.len() == 0 {
            return;
        }
        let question = words.reading.words(prose).trim_end().ends_with('?');
        let leads = self.leading.contains(&sentence);
        let own = read_sentence(words, &tokens, question, leads);
        let lead = block.lead_in.and_then(|lead| self.leads.get(&lead)).cloned();
        let scope = self.scopes.of(words, id);
        let said = self.said(prose, &scope, before, lead.as_ref());
        if leads {
            let heading = matches!(block.kind, BlockKind::Heading { .. });
            self.leads.insert(
                sentence,
                Lead::new(sentence, run, &own, (said.audience.clone(), said.product.clone()), heading),
            );
        }
        self.set.clauses += own.practices;
        let place = Standing { id, block, sentence, scope: &scope, said: &said, lead: lead.as_ref() };
        let (stated, completes) = self.with_lead(own, run, &place);
        let known = |stated: &Stated| stated.draft.objects.iter().any(|object| !object.terms.is_empty());
        for stated in stated.into_iter().filter(known) {
            let claim = self.claim(stated, completes, &place);
            self.set.claims.push(claim);
        }
    }

    /// What a sentence, those before it in its block and its lead-in say of whom and what it speaks.
    fn said(&self, prose: ProseRange, scope: &Scope, before: &mut Before, lead: Option<&Lead>) -> Said {
        let all = Tokens::whole(self.words, prose);
        let whole = Run { words: self.words, tokens: &all };
        let own = audience_in(whole).map(|(audience, range)| Slot::Known(audience, range));
        let led = lead.map(|lead| lead.audience.clone()).filter(|audience| !audience.is_absent());
        let audience = own.or(led).unwrap_or_else(|| scope.audience.clone());
        let product = lead.map_or(Slot::Absent, |lead| lead.product.clone());
        let said = Said { audience, product, before: *before };
        before.add(whole);
        said
    }

    /// The statements of a sentence, or those that it completes; and whether it completes any.
    fn with_lead(&mut self, own: SentenceReading, run: Run<'_>, place: &Standing<'_>) -> (Vec<Stated>, bool) {
        let finite = own.stated.iter().any(|stated| matches!(stated.status, Status::Asserted | Status::Question));
        let first = place.block.sentences.start == place.sentence.index();
        let Some(lead) = place.lead.filter(|_| first && !finite) else { return (own.stated, false) };
        let mut completed = lead.complete(run);
        if let BlockKind::Cell(cell) = &place.block.kind {
            completed.retain(|stated| cell.column == 0 && !cell.header && stated.draft.polarity == Polarity::Positive);
        }
        if completed.is_empty() {
            return (own.stated, false);
        }
        self.set.clauses += usize::from(own.practices == 0);
        (completed, true)
    }

    fn claim(&self, stated: Stated, completes: bool, place: &Standing<'_>) -> Claim {
        let Stated { draft, status, mut condition, clause } = stated;
        let Standing { id, block, sentence, scope, said, lead } = place;
        let mut details = draft.details;
        let only = draft.objects.iter().any(|object| object.quantity == Quantity::Only);
        let universal = draft.polarity == Polarity::Negative || only;
        // What is said of the site is said of it under any heading and beside any tool.
        let placed = !details.product.is_absent();
        let purposes = match (&details.purposes, said.before.purpose) {
            (Slot::Absent, Some(range)) if universal && !placed => Slot::Unknown(Some(range)),
            (Slot::Absent, None) if universal && !placed => scope.purposes.clone(),
            (purposes, _) => purposes.clone(),
        };
        let product = product(&details.product, scope, said, universal);
        let audience = match (&said.audience, said.before.audience) {
            (Slot::Absent, Some(range)) if universal => Slot::Unknown(Some(range)),
            (audience, _) => audience.clone(),
        };
        if let Some(consented) = details.consented {
            condition = Slot::Unknown(Some(consented));
        }
        let mut limits = Vec::new();
        if let Some(lead) = lead.filter(|lead| lead.limits && !completes) {
            limits.push(lead.range);
            if condition.is_absent() {
                condition = lead.condition.clone();
            }
        }
        if self.leads_in(*sentence) || matches!(block.kind, BlockKind::Cell(_)) {
            limits.push(clause);
        }
        if details.hedged {
            limits.push(draft.verb);
        }
        if universal && let Some(limit) = limits.first() {
            details.unread.get_or_insert(*limit);
        }
        let mut actor = draft.actor;
        if scope.others
            && matches!(actor, Slot::Known(Actor::Anyone | Actor::Unnamed, _))
            && details.product.is_absent()
        {
            actor = Slot::Unknown(actor.range());
        }
        Claim {
            document: self.document,
            block: *id,
            sentence: *sentence,
            clause,
            status: if matches!(block.kind, BlockKind::Heading { .. }) { Status::Heading } else { status },
            polarity: draft.polarity,
            modality: if draft.possible { Modality::Possible } else { Modality::Plain },
            actor,
            action: draft.action,
            verb: draft.verb,
            objects: draft.objects,
            recipients: details.recipients,
            purposes,
            audience,
            product,
            time: details.time,
            condition,
            exception: details.exception,
            narrows: details.narrows || self.opens_with_contrast(*sentence) || self.adds(clause),
            completes: lead.filter(|_| completes).map(|lead| lead.sentence),
            unread: details.unread,
        }
    }

    /// Whether a clause adds to what was said: "we also use".
    fn adds(&self, clause: ProseRange) -> bool {
        let words = self.words;
        let mut tokens = words.analysis.tokens_in(clause).filter_map(|token| u32::try_from(token).ok());
        tokens.any(|token| matches!(words.form(token).to_ascii_lowercase().as_str(), "also" | "additionally"))
    }

    /// Whether a list follows that may limit what the sentence says.
    fn leads_in(&self, sentence: SentenceId) -> bool {
        let prose = self.words.reading.sentence(sentence).prose;
        self.leading.contains(&sentence) || self.words.reading.words(prose).trim_end().ends_with(':')
    }

    fn opens_with_contrast(&self, sentence: SentenceId) -> bool {
        let prose = self.words.reading.sentence(sentence).prose;
        let first = self.words.analysis.tokens_in(prose).start;
        u32::try_from(first).is_ok_and(|first| {
            (first as usize) < self.words.analysis.tokens().len()
                && self.words.cues(first).meets(CueSet::of(&[Cue::Contrast, Cue::But, Cue::Except, Cue::Only]))
        })
    }

    /// "We do not use cookies. However, …": what the next sentence sets against a denial may be its exception.
    fn exceptions_that_follow(&mut self, first: usize) {
        let reading = self.words.reading;
        for at in first..self.set.claims.len() {
            let next = SentenceId(self.set.claims[at].sentence.0 + 1);
            let contrasts = reading.sentences.get(next.index()).is_some_and(|sentence| {
                let other = reading.block(sentence.block);
                !matches!(other.kind, BlockKind::Heading { .. })
                    && other.section == reading.block(self.set.claims[at].block).section
            }) && self.opens_with_contrast(next);
            let claim = &mut self.set.claims[at];
            if contrasts && claim.polarity == Polarity::Negative {
                claim.exception = Slot::Unknown(Some(reading.sentence(next).prose));
            }
        }
    }
}

/// What a sentence, those before it in its block and its lead-in say of whom and what it speaks.
struct Said {
    audience: Slot<String>,
    product: Slot<TermId>,
    before: Before,
}

/// Where a sentence stands and what that says of it.
struct Standing<'a> {
    id: BlockId,
    block: &'a Block,
    sentence: SentenceId,
    scope: &'a Scope,
    said: &'a Said,
    lead: Option<&'a Lead>,
}

/// Where a practice takes place: by its own words, by those that lead it in, by its heading.
fn product(own: &Slot<TermId>, scope: &Scope, said: &Said, universal: bool) -> Slot<TermId> {
    if !own.is_absent() {
        return own.clone();
    }
    if !said.product.is_absent() {
        return said.product.clone();
    }
    match (&scope.product, said.before.product) {
        (Slot::Absent, Some(range)) if universal => Slot::Unknown(Some(range)),
        (Slot::Absent, _) if !universal => {
            said.before.site.map_or(Slot::Absent, |(site, range)| Slot::Known(site, range))
        }
        (product, _) => product.clone(),
    }
}
