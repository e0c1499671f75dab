//! The words of a sentence: its main line, its parentheses, its quotation marks.

use crate::lexicon::{Cue, CueSet, Punctuation, TermKind};
use crate::text::ProseRange;

use super::asides::ASIDE_LIMITS;
use super::model::{Object, Quantity};
use super::objects::object_list;
use super::words::{Run, Words};

/// A sentence without its parentheses, and those.
pub(super) struct Tokens {
    /// Where the sentence begins in the prose.
    pub(super) start: usize,
    main: Vec<u32>,
    asides: Vec<Vec<u32>>,
}

impl Tokens {
    pub(super) fn new(words: &Words<'_>, range: ProseRange) -> Self {
        let mut tokens = Self { start: range.start(), main: Vec::new(), asides: Vec::new() };
        let mut inside = false;
        for token in words.analysis.tokens_in(range).filter_map(|token| u32::try_from(token).ok()) {
            let before = words.before(token);
            if before.intersects(Punctuation::CLOSE) {
                inside = false;
            }
            if before.intersects(Punctuation::OPEN) {
                inside = true;
                tokens.asides.push(Vec::new());
            }
            match tokens.asides.last_mut().filter(|_| inside) {
                Some(aside) => aside.push(token),
                None => tokens.main.push(token),
            }
        }
        tokens
    }

    /// All words of a sentence.
    pub(super) fn whole(words: &Words<'_>, range: ProseRange) -> Vec<u32> {
        words.analysis.tokens_in(range).filter_map(|token| u32::try_from(token).ok()).collect()
    }

    pub(super) fn run<'a>(&'a self, words: &'a Words<'a>) -> Run<'a> {
        Run { words, tokens: &self.main }
    }

    /// The first parenthesis whose words begin at an offset of the prose or behind it.
    pub(super) fn aside_from<'a>(&'a self, words: &'a Words<'a>, offset: usize) -> Option<Run<'a>> {
        let run = |at: usize| Run { words, tokens: &self.asides[at] };
        let at = self.asides.partition_point(|tokens| Run { words, tokens }.range(0, 1).start() < offset);
        (at < self.asides.len()).then(|| run(at))
    }

    pub(super) fn has_asides(&self) -> bool {
        !self.asides.is_empty()
    }

    pub(super) fn asides<'a>(&'a self, words: &'a Words<'a>) -> impl Iterator<Item = Run<'a>> {
        self.asides.iter().map(move |tokens| Run { words, tokens })
    }
}

/// Where quotation marks stand: the prose offsets of the words behind them. One before the first word counts where it is the sentence's
/// own, not where it closes what was quoted before.
pub(super) fn quotes(run: Run<'_>, start: usize) -> Vec<usize> {
    let marked = (0..run.len()).filter(|at| run.parted(*at, Punctuation::QUOTE));
    let own = |at: &usize| {
        let first = run.range(*at, at + 1).start();
        *at > 0 || run.words.reading.words(ProseRange::new(start, first)).contains('"')
    };
    marked.filter(own).map(|at| run.range(at, at + 1).start()).collect()
}

/// A parenthesis that changes nothing: "(of any kind)", `("cookies")`, "(or similar technologies)", "(small text files)".
pub(super) fn is_harmless_aside(aside: Run<'_>) -> bool {
    const LIMITS: CueSet = ASIDE_LIMITS.union(CueSet::of(&[Cue::For, Cue::Some, Cue::Demonstrative, Cue::Including]));
    let start = aside.skip(aside.skip(0, Cue::Or), Cue::And);
    let plain = |object: &Object| matches!(object.quantity, Quantity::Bare | Quantity::Every);
    let listed =
        object_list(aside, start).is_some_and(|list| list.end == aside.len() && list.objects.iter().all(plain));
    let names = |kind| matches!(kind, TermKind::Product | TermKind::Audience | TermKind::Recipient | TermKind::Purpose);
    let limits = |at| aside.any(at, LIMITS) || aside.modifier(at).is_some() || aside.term(at, names).is_some();
    listed || aside.cue(0, Cue::AtAll) == Some(aside.len()) || !(0..aside.len()).any(limits)
}
