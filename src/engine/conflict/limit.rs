//! Whether a sentence names an exception, leaves one open or speaks of another time.

use crate::doc::{Reading, SentenceId};
use crate::lexicon::{Analysis, Cue, CueSet, Lexicon, Meaning};

/// What may keep a statement from holding always and everywhere.
const LIMITS: CueSet =
    CueSet::of(&[Cue::Except, Cue::Hedge, Cue::Future, Cue::LookBack, Cue::NotQuite, Cue::NotOnly, Cue::Knowing]);

/// Whether some word of the sentence limits what it says.
pub(super) fn is_limited(reading: &Reading, analysis: &Analysis, lexicon: &Lexicon, sentence: SentenceId) -> bool {
    let mut hits = analysis.tokens_in(reading.sentence(sentence).prose).flat_map(|token| analysis.hits(token));
    hits.any(|hit| matches!(lexicon.ontology.meaning(hit.class), Some(Meaning::Cue(cue)) if LIMITS.has(cue)))
}
