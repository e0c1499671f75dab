//! "Did you mean": the known word that a misspelt one is nearest to.

/// The candidate nearest to `word`, if one is near enough to be meant; the first among equals.
///
/// Case and `_` for `-` count as no difference. One edit in three characters is forgiven, as rustc does; failing that,
/// a candidate that begins with `word` is meant (`warn` for `warning`).
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let fold = |word: &str| word.to_lowercase().replace('_', "-");
    let word = fold(word);
    let allowed = (word.chars().count() / 3).max(1);
    let distance = |candidate: &str| {
        let candidate = fold(candidate);
        let edits = strsim::osa_distance(&word, &candidate);
        if edits <= allowed {
            Some(edits)
        } else {
            // Worse than any number of edits that is forgiven.
            (word.len() >= 3 && candidate.starts_with(&word)).then_some(usize::MAX)
        }
    };
    candidates
        .into_iter()
        .filter_map(|candidate| Some((distance(candidate)?, candidate)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn forgives_typing_and_nothing_more() {
        let known = ["fail-on", "persona", "exclude", "packs"];
        assert_eq!(closest("fail_on", known), Some("fail-on"));
        assert_eq!(closest("Excludes", known), Some("exclude"));
        assert_eq!(closest("perosna", known), Some("persona"));
        assert_eq!(closest("colour", known), None);
        assert_eq!(closest("", known), None);
    }

    #[test]
    fn completes_what_is_cut_short() {
        let known = ["note", "warning", "ccpa/deletion-exceptions", "ccpa/deletions"];
        assert_eq!(closest("warn", known), Some("warning"));
        assert_eq!(closest("ccpa/deletion", known), Some("ccpa/deletions"), "an edit is nearer than a beginning");
        assert_eq!(closest("wa", known), None);
    }
}
