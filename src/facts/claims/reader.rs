//! From a reading to its claims.

use std::collections::{BTreeMap, BTreeSet};

use crate::doc::{Block, BlockId, BlockKind, SentenceId};
use crate::facts::Facts;
use crate::lexicon::{Action, Cue, CueSet, Lexicon, TermId, TermKind};
use crate::text::ProseRange;

use super::asides::{limits, listed};
use super::definitions::Definitions;
use super::draft::Open;
use super::labelled::read_labelled;
use super::lists::Lead;
use super::model::{Actor, Claim, ClaimSet, Condition, Modality, Object, Polarity, Quantity, Slot, Status};
use super::scope::{Before, Scope, Scopes, audience_in, has_several_products, site_of};
use super::sentence::{SentenceReading, Stated, read_sentence};
use super::tables::{read_answer, refused_rows};
use super::tokens::Tokens;
use super::twins::twins;
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
        definitions: Definitions::find(words),
        scopes: Scopes::new(words, facts),
        twins: twins(reading),
        refused: refused_rows(words),
        leading: reading.blocks.iter().filter_map(|block| block.lead_in).collect(),
        leads: BTreeMap::new(),
        heading: None,
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
    definitions: Definitions,
    scopes: Scopes,
    /// The tables whose heads are those of another one.
    twins: BTreeSet<u32>,
    /// The rows of tables, by table and row, that some cell answers with "no".
    refused: BTreeSet<(u32, u32)>,
    /// The sentences that lead in a list.
    leading: BTreeSet<SentenceId>,
    leads: BTreeMap<SentenceId, Lead>,
    /// The heading "Information we collect", while only items of a list have followed it.
    heading: Option<(SentenceId, BlockId)>,
    set: ClaimSet,
    document: usize,
}

impl Reader<'_> {
    fn block(&mut self, id: BlockId) {
        let reading = self.words.reading;
        let block = reading.block(id);
        if block.furniture || block.quoted || block.set_off || block.kind == BlockKind::Code {
            return;
        }
        let mut before = Before::default();
        let first = self.set.claims.len();
        before.site = site_of(self.words, block.prose);
        for at in block.sentences.clone() {
            let sentence = SentenceId(u32::try_from(at).unwrap_or(u32::MAX));
            self.sentence(id, block, sentence, &mut before);
        }
        self.answer(id, block);
        self.labelled(id, block);
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
        let lead =
            block.lead_in.and_then(|lead| self.leads.get(&lead)).or_else(|| self.heading_lead(id, block)).cloned();
        let lead = lead.or_else(|| self.column_lead(block).cloned());
        let scope = self.scopes.of(words, id);
        let said = self.said(prose, &scope, before, lead.as_ref());
        let heading = matches!(block.kind, BlockKind::Heading { .. });
        if heading {
            self.heading = None;
            let affirms = own.stated.iter().all(|stated| stated.draft.polarity == Polarity::Positive);
            if affirms && !question && matches!(own.open, Open::Objects(_)) {
                self.heading = Some((sentence, id));
            }
        } else if !matches!(block.kind, BlockKind::Item(_)) {
            self.heading = None;
        }
        // "Personal information we collect" over a column.
        let heads = matches!(&block.kind, BlockKind::Cell(cell) if cell.header && cell.column == 0)
            && matches!(own.open, Open::Objects(_))
            && !question
            && own.stated.iter().all(|stated| stated.draft.polarity == Polarity::Positive);
        let heading = heading || heads;
        if leads || heads || self.heading.is_some_and(|(own, _)| own == sentence) {
            self.leads.insert(
                sentence,
                Lead::new(sentence, run, &own, (said.audience.clone(), said.product.clone()), heading),
            );
        }
        self.set.clauses += own.practices;
        let place = Standing { id, block, sentence, scope: &scope, said: &said, lead: lead.as_ref() };
        let goes_on = own.goes_on.clone();
        let (stated, completes) = self.with_lead(own, (&tokens, run), &place);
        let known = |stated: &Stated| {
            let draft = &stated.draft;
            // What is used for a purpose is used for it, whatever it is.
            draft.objects.iter().any(|object| !object.terms.is_empty())
                || draft.polarity == Polarity::Positive
                    && draft.details.purposes.known().is_some()
                    && matches!(draft.action, Action::Use | Action::Collect)
        };
        for stated in stated.into_iter().filter(known) {
            let claim = self.claim(stated, completes, &place);
            self.set.claims.push(claim);
        }
        if let Some(draft) = goes_on {
            let clause = draft.verb.join(run.range(run.len() - 1, run.len()));
            self.go_on(Stated { draft, status: Status::Asserted, condition: Slot::Absent, clause }, &place);
        }
    }

    /// "Such data may include your name": the drafter takes that in where the sentence before says that it takes data in.
    fn go_on(&mut self, stated: Stated, place: &Standing<'_>) {
        let before = self.set.claims.iter().rev().take(MOST_BEFORE).find(|claim| {
            let near = claim.sentence.0 + 1 == place.sentence.0
                || claim.block == place.id && claim.sentence.0 + 2 == place.sentence.0;
            near && claim.document == self.document && claim.status == Status::Asserted
        });
        let Some(before) = before.filter(|claim| is_taking_in(claim)).cloned() else { return };
        let claim = self.claim(stated, false, place);
        self.set.claims.push(Claim {
            actor: before.actor,
            condition: before.condition,
            product: if claim.product.is_absent() { before.product } else { claim.product },
            audience: if claim.audience.is_absent() { before.audience } else { claim.audience },
            time: before.time,
            ..claim
        });
    }

    /// The heading above a list that nothing else leads in.
    fn heading_lead(&self, id: BlockId, block: &Block) -> Option<&Lead> {
        let (sentence, heading) = self.heading?;
        let below = self.words.reading.block(heading).section == self.words.reading.block(id).section;
        let leads = block.lead_in.is_none() && below && matches!(block.kind, BlockKind::Item(_));
        self.leads.get(&sentence).filter(|_| leads)
    }

    /// The head of the column that a cell stands in, where it tells what is taken in.
    fn column_lead(&self, block: &Block) -> Option<&Lead> {
        let BlockKind::Cell(crate::doc::Cell { header: false, column: 0, column_head: Some(head), .. }) = block.kind
        else {
            return None;
        };
        let last = self.words.reading.block(head).sentences.clone().next_back()?;
        self.leads.get(&SentenceId::at(last))
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
    fn with_lead(
        &mut self,
        own: SentenceReading,
        (tokens, run): (&Tokens, Run<'_>),
        place: &Standing<'_>,
    ) -> (Vec<Stated>, bool) {
        let finite = own.stated.iter().any(|stated| matches!(stated.status, Status::Asserted | Status::Question));
        let first = place.block.sentences.start == place.sentence.index();
        let Some(lead) = place.lead.filter(|_| first && !finite) else { return (own.stated, false) };
        let mut completed = lead.complete(run);
        self.add_asides(&mut completed, tokens);
        if let BlockKind::Cell(cell) = &place.block.kind {
            let refused = self.refused.contains(&(cell.table, cell.row));
            let told = cell.column == 0 && !cell.header && !refused;
            completed.retain(|stated| told && stated.draft.polarity == Polarity::Positive);
        }
        if completed.is_empty() {
            return (own.stated, false);
        }
        self.set.clauses += usize::from(own.practices == 0);
        (completed, true)
    }

    /// An item's parentheses: what they list is what the item names; what they leave out, a denial does not deny.
    fn add_asides(&self, completed: &mut [Stated], tokens: &Tokens) {
        let words = self.words;
        for aside in tokens.asides(words) {
            let listed = listed(aside);
            for stated in completed.iter_mut() {
                if limits(aside) && stated.draft.polarity == Polarity::Negative {
                    stated.draft.details.unread.get_or_insert(aside.range(0, aside.len()));
                } else if !stated.draft.objects.is_empty() && !listed.is_empty() {
                    stated.draft.objects.extend(listed.iter().cloned());
                    stated.clause = stated.clause.join(aside.range(0, aside.len()));
                }
            }
        }
    }

    /// What a cell answers to the head of its column about its row.
    fn answer(&mut self, id: BlockId, block: &Block) {
        let BlockKind::Cell(crate::doc::Cell { row_head: Some(row), table, .. }) = block.kind else { return };
        let Some((drafts, clause)) = read_answer(self.words, block) else { return };
        let row = self.words.reading.block(row);
        let Some(sentence) = row.sentences.clone().next().and_then(|at| u32::try_from(at).ok()) else { return };
        let lead = block.lead_in.and_then(|lead| self.leads.get(&lead)).cloned();
        let scope = self.scopes.of(self.words, id);
        let mut before = Before::default();
        let said = self.said(row.prose, &scope, &mut before, lead.as_ref());
        let place =
            Standing { id, block, sentence: SentenceId(sentence), scope: &scope, said: &said, lead: lead.as_ref() };
        self.set.clauses += drafts.len();
        for draft in drafts {
            let stated = Stated { draft, status: Status::Asserted, condition: Slot::Absent, clause };
            let mut claim = self.claim(stated, true, &place);
            claim.tabled = true;
            claim.completes = None;
            if self.twins.contains(&table) {
                claim.audience = Slot::Unknown(None);
            }
            if let Some(lead) = &lead {
                lead.time(&mut claim.time);
            }
            self.set.claims.push(claim);
        }
    }

    /// What lines of labels answer that were rows of a table once.
    fn labelled(&mut self, id: BlockId, block: &Block) {
        let words = self.words;
        let tokens = Tokens::whole(words, block.prose);
        let run = Run { words, tokens: &tokens };
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Item(_)) || !run.has_action() {
            return;
        }
        let scope = self.scopes.of(words, id);
        let said = self.said(block.prose, &scope, &mut Before::default(), None);
        for (draft, clause) in read_labelled(run) {
            let at = block.sentences.clone().map(SentenceId::at);
            let sentence = at.into_iter().find(|at| words.reading.sentence(*at).prose.end() > clause.start());
            let Some(sentence) = sentence else { continue };
            let place = Standing { id, block, sentence, scope: &scope, said: &said, lead: None };
            let stated = Stated { draft, status: Status::Asserted, condition: Slot::Absent, clause };
            let mut claim = self.claim(stated, true, &place);
            claim.tabled = true;
            claim.completes = None;
            self.set.claims.push(claim);
        }
    }

    fn claim(&self, stated: Stated, completes: bool, place: &Standing<'_>) -> Claim {
        let Stated { draft, status, mut condition, clause } = stated;
        let Standing { id, block, sentence, scope, said, lead } = place;
        let mut details = draft.details;
        let only = draft.objects.iter().any(|object| object.quantity == Quantity::Only);
        let universal = draft.polarity == Polarity::Negative || only;
        // What is said of the site is said of it under any heading and beside any tool.
        let placed = !details.product.is_absent();
        let ours = matches!(draft.actor.known(), Some(Actor::FirstParty));
        // A flat "we do not sell personal information" speaks of no purpose that a sentence before it names.
        let personal = Some(self.words.personal).filter(Option::is_some);
        let whole = personal.is_some_and(|personal| {
            draft.objects.iter().all(|object| object.terms.len() == 1 && object.terms.first().copied() == personal)
        });
        let flat = ours && whole && matches!(draft.action, Action::Share | Action::Sell);
        let purposes = match (&details.purposes, said.before.purpose.filter(|_| !flat)) {
            (Slot::Absent, Some(range)) if universal && !placed => Slot::Unknown(Some(range)),
            (Slot::Absent, None) if universal && !placed => scope.purposes.clone(),
            (purposes, _) => purposes.clone(),
        };
        let beside = said.before.product.or(said.before.others.filter(|_| !flat));
        let product = product(&details.product, scope, (said, beside), universal);
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
        if self.leads_in(*sentence) || matches!(block.kind, BlockKind::Cell(_)) && !completes {
            limits.push(clause);
        }
        if details.hedged {
            limits.push(draft.verb);
        }
        limits.extend(self.own_meaning(&draft.objects, &product));
        if universal && let Some(limit) = limits.first() {
            details.unread.get_or_insert(*limit);
        }
        let about = details.about.filter(|_| audience.is_absent());
        let audience = about.map_or(audience, |range| Slot::Unknown(Some(range)));
        let of_visit = matches!(condition, Slot::Known(Condition::Visit | Condition::BeforeConsent, _));
        let mut actor = draft.actor;
        if self.is_ours(&actor, &draft.objects, product.known().is_some() || of_visit, (scope, said)) {
            actor = Slot::Known(Actor::FirstParty, draft.verb);
        }
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
            tabled: false,
            unread: details.unread,
        }
    }

    /// Where the document gives the words of a claim a meaning of its own.
    fn own_meaning(&self, objects: &[Object], product: &Slot<TermId>) -> Option<ProseRange> {
        let mut terms = objects.iter().flat_map(|object| &object.terms);
        let of_object = terms.find_map(|term| self.definitions.of_object(self.words, *term));
        of_object.or_else(|| self.definitions.of_product(*product.known()?))
    }

    /// Whether a passive that names nobody tells what the drafter does: of data, where nobody else is spoken of.
    fn is_ours(&self, actor: &Slot<Actor>, objects: &[Object], placed: bool, (scope, said): (&Scope, &Said)) -> bool {
        let ontology = self.words.ontology;
        let foreign = self.words.third_party_cookie;
        let ours = |term: &TermId| match ontology.term(*term).kind {
            TermKind::Data => true,
            TermKind::Mechanism => placed && !foreign.is_some_and(|foreign| ontology.is_a(*term, foreign)),
            _ => false,
        };
        let data = objects.iter().flat_map(|object| &object.terms).all(ours);
        data && matches!(actor, Slot::Known(Actor::Unnamed, _))
            && !scope.others
            && said.before.product.is_none()
            && said.before.others.is_none()
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

/// More claims of the sentence before are not looked through.
const MOST_BEFORE: usize = 12;

/// Whether a claim says that the drafter takes data in.
fn is_taking_in(claim: &Claim) -> bool {
    claim.polarity == Polarity::Positive
        && claim.action == Action::Collect
        && matches!(claim.actor.known(), Some(Actor::FirstParty | Actor::Site))
        && claim.exception.is_absent()
        && claim.time.is_absent()
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
fn product(
    own: &Slot<TermId>,
    scope: &Scope,
    (said, beside): (&Said, Option<ProseRange>),
    universal: bool,
) -> Slot<TermId> {
    if !own.is_absent() {
        return own.clone();
    }
    if !said.product.is_absent() {
        return said.product.clone();
    }
    match (&scope.product, beside) {
        (Slot::Absent, Some(range)) if universal => Slot::Unknown(Some(range)),
        (Slot::Absent, _) if !universal => {
            said.before.site.map_or(Slot::Absent, |(site, range)| Slot::Known(site, range))
        }
        (product, _) => product.clone(),
    }
}
