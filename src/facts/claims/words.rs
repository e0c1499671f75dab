//! The words of a source as the grammar of claims asks for them.

use crate::doc::Reading;
use crate::lexicon::{
    Action, ActionSet, Analysis, Audiences, Cue, CueSet, Lexicon, Meaning, Ontology, Punctuation, TermId, TermKind,
    WordId,
};
use crate::text::ProseRange;

use super::aliases::Aliases;
use super::names::Names;

/// The products that the grammar itself knows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Products {
    /// All that the drafter offers.
    pub(super) service: Option<TermId>,
    /// The site.
    pub(super) website: Option<TermId>,
    /// Servers and systems: what acts for the drafter wherever it acts.
    pub(super) infrastructure: Option<TermId>,
}

/// What kinds of words start at a token.
#[derive(Debug, Clone, Copy, Default)]
struct Starts {
    name: bool,
    object: bool,
    term: bool,
    modifier: bool,
    action: bool,
    /// A purpose of several words, or a verb that takes one as its object.
    deed: bool,
}

/// All words of a source with what each can mean.
pub(super) struct Words<'a> {
    pub(super) reading: &'a Reading,
    pub(super) analysis: &'a Analysis,
    pub(super) ontology: &'a Ontology,
    pub(super) audiences: Audiences<'a>,
    pub(super) names: Names,
    pub(super) aliases: Aliases,
    pub(super) products: Products,
    /// Personal information as a whole.
    pub(super) personal: Option<TermId>,
    /// What others set, whoever is named.
    pub(super) third_party_cookie: Option<TermId>,
    /// By token: the cues that start there.
    cues: Vec<CueSet>,
    /// By token: what else starts there, so that most questions are answered without a search.
    starts: Vec<Starts>,
    /// How often the grammar looked at a word; a test holds it to be linear in the words.
    #[cfg(test)]
    pub(super) looks: std::cell::Cell<u64>,
}

impl<'a> Words<'a> {
    pub(super) fn new(reading: &'a Reading, analysis: &'a Analysis, lexicon: &'a Lexicon) -> Self {
        let ontology = &lexicon.ontology;
        let count = analysis.tokens().len();
        let mut cues = vec![CueSet::default(); count];
        let mut starts = vec![Starts::default(); count];
        for token in 0..count {
            for meaning in analysis.hits(token).iter().filter_map(|hit| ontology.meaning(hit.class)) {
                match meaning {
                    Meaning::Cue(cue) => cues[token] = cues[token].with(cue),
                    Meaning::Term(id) => {
                        starts[token].term = true;
                        starts[token].deed |=
                            ontology.term(id).kind == TermKind::Purpose && hit_length(analysis, token) > 1;
                        starts[token].object |= ontology.term(id).kind.is_object();
                    }
                    Meaning::Modifier(_) => starts[token].modifier = true,
                    Meaning::Action(action) => {
                        starts[token].action = true;
                        starts[token].deed |= action == Action::Conduct;
                    }
                }
            }
        }
        let mut words = Self {
            reading,
            analysis,
            ontology,
            audiences: lexicon.audiences(),
            names: Names::default(),
            aliases: Aliases::default(),
            products: Products {
                service: ontology.find("service"),
                website: ontology.find("website"),
                infrastructure: ontology.find("infrastructure"),
            },
            personal: ontology.find("personal_information"),
            third_party_cookie: ontology.find("third_party_cookie"),
            cues,
            starts,
            #[cfg(test)]
            looks: std::cell::Cell::new(0),
        };
        words.aliases = Aliases::find(&words);
        for token in words.aliases.tokens() {
            let starts = &mut words.starts[token as usize];
            (starts.term, starts.object) = (true, true);
        }
        words.names = Names::find(&words);
        for token in words.names.tokens() {
            words.starts[token as usize].name = true;
        }
        words
    }

    /// Whether personal information as such is named at a position.
    pub(super) fn is_all_personal(&self, run: Run<'_>, at: usize) -> bool {
        let pointed = at > 0 && run.any(at - 1, CueSet::of(&[Cue::Demonstrative, Cue::Your]));
        !pointed && run.term(at, |kind| kind == TermKind::Data).is_some_and(|(term, _)| Some(term) == self.personal)
    }

    /// The written form of a token.
    pub(super) fn form(&self, token: u32) -> &'a str {
        self.reading.words(self.analysis.tokens()[token as usize].range)
    }

    /// What stands before a token.
    pub(super) fn before(&self, token: u32) -> Punctuation {
        self.analysis.tokens()[token as usize].before
    }

    /// The cues that start at a token.
    #[inline]
    pub(super) fn cues(&self, token: u32) -> CueSet {
        self.cues[token as usize]
    }

    #[inline]
    fn count_look(&self) {
        #[cfg(test)]
        self.looks.set(self.looks.get() + 1);
    }
}

/// The length of the longest that starts at a token.
fn hit_length(analysis: &Analysis, token: usize) -> u8 {
    analysis.hits(token).iter().map(|hit| hit.length).max().unwrap_or(0)
}

/// Some words in order: a sentence or a part of one. Positions are counted from its first word.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) tokens: &'a [u32],
}

/// What parts a word from the one before it so that no noun phrase reaches across.
const STOPS: Punctuation = Punctuation::BARRIER;

impl<'a> Run<'a> {
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The part from `start` up to `end`.
    pub(super) fn part(&self, start: usize, end: usize) -> Self {
        let end = end.min(self.tokens.len());
        Self { words: self.words, tokens: &self.tokens[start.min(end)..end] }
    }

    /// The prose of some words.
    pub(super) fn range(&self, start: usize, end: usize) -> ProseRange {
        let range = |at: usize| self.tokens.get(at).map(|token| self.words.analysis.tokens()[*token as usize].range);
        match (range(start), range(end.max(start + 1) - 1)) {
            (Some(first), Some(last)) => first.join(last),
            _ => ProseRange::empty(0),
        }
    }

    /// The written form at a position; empty behind the end.
    pub(super) fn form(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| self.words.form(*token))
    }

    /// Whether any of `marks` stands before the word at a position.
    pub(super) fn parted(&self, at: usize, marks: Punctuation) -> bool {
        self.tokens.get(at).is_some_and(|token| self.words.before(*token).intersects(marks))
    }

    /// Whether a comma, a stop or the like stands before the word at a position, or nothing follows.
    pub(super) fn stops(&self, at: usize) -> bool {
        at >= self.len() || self.parted(at, STOPS)
    }

    /// Whether one of `cues` starts at a position.
    #[inline]
    pub(super) fn any(&self, at: usize, cues: CueSet) -> bool {
        self.words.count_look();
        self.tokens.get(at).is_some_and(|token| self.words.cues(*token).meets(cues))
    }

    /// Whether `cue` starts at a position and lies in the run.
    pub(super) fn is(&self, at: usize, cue: Cue) -> bool {
        self.cue(at, cue).is_some()
    }

    /// How many words the longest member of `cue` at a position takes.
    ///
    /// Most questions end at the set: measured, a quarter of the time for claims goes into asking them.
    #[inline]
    pub(super) fn cue(&self, at: usize, cue: Cue) -> Option<usize> {
        self.words.count_look();
        let token = *self.tokens.get(at)?;
        if self.words.cues(token).has(cue) { self.cue_length(at, cue) } else { None }
    }

    fn cue_length(&self, at: usize, cue: Cue) -> Option<usize> {
        self.longest(at, |meaning| meaning == Meaning::Cue(cue)).map(|(_, length)| length)
    }

    /// How many words a deed takes that is named by its purpose, at the place of a verb: "track you".
    pub(super) fn deed(&self, at: usize) -> Option<usize> {
        let (_, length) = self.term(at, |kind| kind == TermKind::Purpose)?;
        (length > 1).then_some(length)
    }

    /// Whether a deed may be told in the run by its purpose alone.
    pub(super) fn has_deed(&self) -> bool {
        let deed = |token: &u32| self.words.starts[*token as usize].deed;
        self.tokens.iter().any(deed)
    }

    /// Whether anything that an action can be done to stands in the run.
    pub(super) fn has_object(&self) -> bool {
        self.tokens.iter().any(|token| self.words.starts[*token as usize].object)
    }

    /// Whether a verb of practice stands in the run.
    pub(super) fn has_action(&self) -> bool {
        self.tokens.iter().any(|token| self.words.starts[*token as usize].action)
    }

    /// Whether a word of this form, in small letters, stands in the run.
    pub(super) fn has_form(&self, form: &str) -> bool {
        (0..self.len()).any(|at| self.form(at).eq_ignore_ascii_case(form))
    }

    /// Whether `cue` starts anywhere in the run.
    pub(super) fn has(&self, cue: Cue) -> bool {
        (0..self.len()).any(|at| self.is(at, cue))
    }

    /// The position behind the longest member of `cue` at a position, or the position itself.
    pub(super) fn skip(&self, at: usize, cue: Cue) -> usize {
        at + self.cue(at, cue).unwrap_or(0)
    }

    /// The longest term at a position of which `wanted` says yes.
    pub(super) fn term(&self, at: usize, wanted: impl Fn(TermKind) -> bool) -> Option<(TermId, usize)> {
        self.starts(at).filter(|starts| starts.term)?;
        let ontology = self.words.ontology;
        let found = self.longest(at, |meaning| matches!(meaning, Meaning::Term(id) if wanted(ontology.term(id).kind)));
        let found = found.and_then(|(meaning, length)| match meaning {
            Meaning::Term(id) => Some((id, length)),
            _ => None,
        });
        let alias = self.tokens.get(at).and_then(|token| self.words.aliases.at(*token));
        let alias = alias.filter(|(term, length)| wanted(ontology.term(*term).kind) && self.fits(at, *length));
        match (found, alias) {
            (Some((_, length)), Some((_, longer))) if longer < length => found,
            _ => alias.or(found),
        }
    }

    /// The longest word at a position that makes a term of the one it stands before.
    pub(super) fn modifier(&self, at: usize) -> Option<(TermId, usize)> {
        self.starts(at).filter(|starts| starts.modifier)?;
        match self.longest(at, |meaning| matches!(meaning, Meaning::Modifier(_)))? {
            (Meaning::Modifier(id), length) => Some((id, length)),
            _ => None,
        }
    }

    /// The actions of the longest verb at a position.
    pub(super) fn actions(&self, at: usize) -> Option<(ActionSet, usize)> {
        self.starts(at).filter(|starts| starts.action)?;
        let mut set = ActionSet::default();
        let mut longest = 0;
        for (action, length) in self.meanings(at).filter_map(|(meaning, length)| match meaning {
            Meaning::Action(action) => Some((action, length)),
            _ => None,
        }) {
            if length > longest {
                (set, longest) = (ActionSet::default(), length);
            }
            if length == longest {
                set = set.with(action);
            }
        }
        (longest > 0).then_some((set, longest))
    }

    /// Whether a verb of practice of this action starts at a position.
    pub(super) fn is_action(&self, at: usize, action: Action) -> bool {
        self.actions(at).is_some_and(|(set, _)| set.has(action))
    }

    /// Whether no pack knows the word at a position.
    pub(super) fn is_unknown(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| self.words.analysis.tokens()[*token as usize].word == WordId::UNKNOWN)
    }

    /// How many words a name of the drafter takes at a position.
    pub(super) fn name(&self, at: usize) -> Option<usize> {
        let token = *self.tokens.get(at)?;
        self.starts(at).filter(|starts| starts.name)?;
        self.words.names.at(token).filter(|length| self.fits(at, *length))
    }

    fn starts(&self, at: usize) -> Option<Starts> {
        self.words.count_look();
        self.tokens.get(at).map(|token| self.words.starts[*token as usize])
    }

    fn longest(&self, at: usize, wanted: impl Fn(Meaning) -> bool) -> Option<(Meaning, usize)> {
        self.meanings(at).filter(|(meaning, _)| wanted(*meaning)).max_by_key(|(_, length)| *length)
    }

    /// What starts at a position, with its length in words. What reaches out of the run is left out.
    fn meanings(&self, at: usize) -> impl Iterator<Item = (Meaning, usize)> {
        let hits = self.tokens.get(at).map_or(&[][..], |token| self.words.analysis.hits(*token as usize));
        hits.iter().filter_map(move |hit| {
            let length = usize::from(hit.length);
            let meaning = self.words.ontology.meaning(hit.class)?;
            self.fits(at, length).then_some((meaning, length))
        })
    }

    /// Whether `length` words from a position are neighbours in the text, too.
    fn fits(&self, at: usize, length: usize) -> bool {
        let last = self.tokens.get(at + length - 1);
        last.is_some_and(|last| *last as usize == self.tokens[at] as usize + length - 1)
    }
}
