//! What a preposition of place opens beside places: spans of time, means, circumstances.

use crate::lexicon::Cue;

use super::words::Run;

/// How many words may stand between "the last" and "months".
const LONGEST_COUNT: usize = 3;

/// Whether a preposition of place may tell the means as well: "through the camera of your phone".
pub(super) fn is_means(form: &str) -> bool {
    matches!(form.to_ascii_lowercase().as_str(), "through" | "via")
}

/// "in certain cases", "in response": no place.
pub(super) fn is_circumstance(run: Run<'_>, at: usize) -> bool {
    let start = at + run.cue(at, Cue::Place).unwrap_or(1);
    let noun =
        [Cue::Article, Cue::Every, Cue::Some, Cue::Demonstrative].into_iter().fold(start, |at, cue| run.skip(at, cue));
    run.is(noun, Cue::Circumstance)
}

/// The position behind "in the preceding twelve months" or "over the past year", and whether it is a year.
pub(super) fn look_back(run: Run<'_>, at: usize) -> Option<(usize, bool)> {
    let start = run.skip(at + run.cue(at, Cue::Place).or_else(|| run.cue(at, Cue::For))?, Cue::Article);
    let counted = start + run.cue(start, Cue::LookBack)?;
    let unit = (counted..counted + LONGEST_COUNT).find(|at| run.is(*at, Cue::Period))?;
    let twelve = (counted..unit).any(|at| matches!(run.form(at).to_ascii_lowercase().as_str(), "12" | "twelve"));
    let year = if run.form(unit).to_ascii_lowercase().starts_with("month") {
        twelve
    } else {
        unit == counted && run.part(unit, unit + 2).has_form("year")
    };
    Some((unit + run.cue(unit, Cue::Period)?, year))
}
