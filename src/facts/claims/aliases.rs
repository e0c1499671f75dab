//! Names that a document gives to personal information: `"Member Data", that is, your personal information`, `personal data ("User Data")`.

use std::collections::BTreeMap;

use crate::lexicon::{Cue, Punctuation, TermId, TermKind};

use super::words::{Run, Words};

/// The longest name, in words.
const LONGEST_NAME: u32 = 4;
/// How many words may stand between a name and what it means.
const LONGEST_WAY: u32 = 6;
/// No document gives more; it keeps the search linear.
const MOST_NAMES: usize = 8;

/// Where such names stand: what they mean and their length, by token.
#[derive(Debug, Default)]
pub(super) struct Aliases {
    places: BTreeMap<u32, (TermId, u8)>,
}

impl Aliases {
    /// Finds the names and all their places. Linear in the words.
    pub(super) fn find(words: &Words<'_>) -> Self {
        let count = u32::try_from(words.analysis.tokens().len()).unwrap_or(u32::MAX);
        let quoted = |at: u32| at < count && words.before(at).intersects(Punctuation::QUOTE);
        let mut names: Vec<(Vec<&str>, TermId)> = Vec::new();
        for start in (0..count).filter(|at| quoted(*at)) {
            if names.len() == MOST_NAMES {
                break;
            }
            let Some(end) = (start + 1..count.min(start + 1 + LONGEST_NAME)).find(|at| quoted(*at)) else { continue };
            let capital = (start..end).all(|at| words.form(at).starts_with(char::is_uppercase));
            // One word is a name of too much; a term that the lexicon knows means what it means.
            let known = Run { words, tokens: &(start..end).collect::<Vec<_>>() }
                .term(0, |_| true)
                .is_some_and(|(_, length)| length == (end - start) as usize);
            if !capital || known || end - start < 2 {
                continue;
            }
            if let Some(term) = meaning(words, start, end, count) {
                names.push(((start..end).map(|at| words.form(at)).collect(), term));
            }
        }
        Self { places: places(words, &names, count) }
    }

    /// What a name at a token means, and how many words it takes.
    pub(super) fn at(&self, token: u32) -> Option<(TermId, usize)> {
        self.places.get(&token).map(|(term, length)| (*term, usize::from(*length)))
    }

    /// The tokens at which one begins.
    pub(super) fn tokens(&self) -> Vec<u32> {
        self.places.keys().copied().collect()
    }
}

/// Personal information, where a name is said to be that and nothing else.
fn meaning(words: &Words<'_>, start: u32, end: u32, count: u32) -> Option<TermId> {
    let tokens: Vec<u32> = (start.saturating_sub(LONGEST_WAY)..count.min(end + LONGEST_WAY + LONGEST_NAME)).collect();
    let run = Run { words, tokens: &tokens };
    let personal =
        |at: usize| run.term(at, |kind| kind == TermKind::Data).filter(|(term, _)| Some(*term) == words.personal);
    let (own, behind) = ((start - tokens[0]) as usize, (end - tokens[0]) as usize);
    // `personal data ("User Data")`
    let before = (0..own).find_map(|at| personal(at).filter(|(_, length)| at + length == own));
    if let Some((term, _)) = before.filter(|_| run.parted(own, Punctuation::OPEN)) {
        return Some(term);
    }
    // `"User Data", that is, personal data.`, `"User Data" means personal data.`
    let says = run.is(behind, Cue::Define)
        || matches!(run.form(behind), "that" | "meaning") && !run.parted(behind, Punctuation::STOP);
    let way = behind + 1..behind + LONGEST_WAY as usize;
    let (at, (term, length)) = way.clone().find_map(|at| Some((at, personal(at)?))).filter(|_| says)?;
    let plain = (behind..at).all(|at| {
        run.is(at, Cue::Define)
            || matches!(
                run.form(at),
                "that" | "is" | "meaning" | "your" | "any" | "all" | "the" | "to" | "shall" | "mean"
            )
    });
    let ends = run.parted(at + length, Punctuation::STOP)
        || run.parted(at + length, Punctuation::BREAK)
        || at + length >= run.len();
    (plain && ends).then_some(term)
}

fn places(words: &Words<'_>, names: &[(Vec<&str>, TermId)], count: u32) -> BTreeMap<u32, (TermId, u8)> {
    let mut places = BTreeMap::new();
    if names.is_empty() {
        return places;
    }
    for token in 0..count {
        for (name, term) in names {
            if name.iter().zip(token..).all(|(word, at)| at < count && words.form(at) == *word) {
                places.insert(token, (*term, u8::try_from(name.len()).unwrap_or(u8::MAX)));
            }
        }
    }
    places
}
