//! What holds for any text: linear work, no panic.

use super::*;

/// Looks at words, counted, for texts of growing length made of one sentence over and over, with or without full stops.
#[test]
fn the_work_is_linear_in_the_words() {
    let sentences = [
        "We do not use cookies, web beacons and pixels to track you on our site. ",
        "we, our partners and you use cookies and we ",
        "cookies, cookies and session, persistent and ",
        "if when (as soon as \"we use, set or place cookies\" ",
        "We do not allow third parties to set cookies other than those, except ",
        "Example Ltd. (\"we\", \"Example\") uses At Example, we ",
    ];
    for sentence in sentences {
        let looks = |times: usize| {
            let reading = reading(&sentence.repeat(times));
            let facts = Facts::new(&reading, &LEXICON);
            let words = words::Words::new(&reading, &facts.analysis, &LEXICON);
            reader::read(&words, &facts);
            words.looks.get()
        };
        let (small, large) = (looks(50), looks(800));
        assert!(large < small * 16 * 13 / 10, "{sentence}: {small} looks for 50, {large} for 800");
    }
}

/// The same for lists, where every item repeats its lead-in.
#[test]
fn the_work_is_linear_in_the_items() {
    let looks = |times: usize| {
        let text = format!(
            "We do not use cookies, {}pixels to:\n{}",
            "web beacons, ".repeat(times),
            "- track you\n".repeat(times)
        );
        let reading = reading(&text);
        let facts = Facts::new(&reading, &LEXICON);
        let words = words::Words::new(&reading, &facts.analysis, &LEXICON);
        let set = reader::read(&words, &facts);
        let objects: usize = set.claims.iter().map(|claim| claim.objects.len()).sum();
        words.looks.get() + objects as u64
    };
    let (small, large) = (looks(50), looks(800));
    assert!(large < small * 16 * 13 / 10, "{small} for 50 items, {large} for 800");
}

/// Words of every part of speech that the grammar knows, and marks that part them.
const PIECES: [&str; 48] = [
    "we",
    "our",
    "you",
    "your",
    "they",
    "these",
    "the",
    "any",
    "no",
    "some",
    "only",
    "do",
    "have",
    "are",
    "was",
    "will",
    "may",
    "would",
    "to",
    "not",
    "neither",
    "nor",
    "at no time",
    "also",
    "on",
    "for",
    "with",
    "by",
    "without",
    "and",
    "or",
    "but",
    "however",
    "except",
    "if",
    "as soon as",
    "which",
    "consent",
    "the following",
    "such as",
    "of any kind",
    "site",
    "cookies",
    "session",
    "third party",
    "advertising",
    "use",
    "allow",
];
const MARKS: [&str; 10] = [" ", " ", " ", " ", ", ", "; ", ": ", " (", ") ", " \""];

proptest::proptest! {
    #[test]
    fn any_words_are_read_without_panic(pieces in proptest::collection::vec((0..PIECES.len(), 0..MARKS.len()), 0..60)) {
        let mut text: String = pieces.iter().map(|(piece, mark)| format!("{}{}", PIECES[*piece], MARKS[*mark])).collect();
        text.insert_str(text.len() / 2, ".\n- ");
        let reading = reading(&text);
        let facts = Facts::new(&reading, &LEXICON);
        for claim in claims(&facts, &LEXICON).claims {
            let _ = understood(&claim, &reading, &LEXICON);
            proptest::prop_assert!(!identity(&claim, &LEXICON.ontology).is_empty());
            proptest::prop_assert!(!claim.clause.is_empty());
        }
    }
}
