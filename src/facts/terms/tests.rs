#![allow(clippy::unwrap_used)]

use super::*;
use crate::doc::{self, Format};
use crate::lexicon::Lexicon;
use crate::text::SourceText;

fn read<T>(text: &str, ask: impl FnOnce(&Terms, &doc::Reading) -> T) -> T {
    let source = SourceText::new(text.as_bytes()).unwrap();
    let reading = doc::read(&source, Format::Markdown);
    let lexicon = Lexicon::new();
    let facts = Facts::new(&reading, &lexicon);
    ask(facts.terms(), &reading)
}

fn given(text: &str) -> Vec<String> {
    read(text, |terms, reading| {
        let words = |definition: &Definition| {
            let meaning = definition.meaning.map(|range| format!(" ={}", reading.words(range))).unwrap_or_default();
            format!("{}{meaning}", reading.words(definition.prose))
        };
        terms.definitions.iter().map(words).collect()
    })
}

#[test]
fn names_are_given_in_many_ways() {
    assert_eq!(
        given("Larkbrook Ltd (“we,” “us” or “our”) bakes (collectively, the “Services”)."),
        ["we", "us", "our", "Services"]
    );
    assert_eq!(
        given("“Guest” means whoever eats. Those are referred to as the “Hosts”."),
        ["Guest = whoever eats.", "Hosts"]
    );
    assert_eq!(given("Personal Data means what tells who you are."), ["Personal Data = what tells who you are."]);
    assert_eq!(given("- **Guest** refers to whoever eats."), ["Guest = whoever eats."]);
    assert!(given("Press “Send” to send (see “Bread” below). He said “we bake”.").is_empty());
}

#[test]
fn quotations_headings_and_labels_explain() {
    read("# Outriders\n\n- Guides: people who walk.\n\nThe so-called “Lodgers” eat.", |terms, _| {
        for name in ["outrider", "guide", "lodger"] {
            assert!(terms.explained.contains(&TermKey::of(name).0), "{name}");
        }
    });
}

#[test]
fn capitals_within_sentences_are_uses() {
    let uses = |text: &str| {
        read(text, |terms, reading| {
            let words =
                |used: &TermUse| format!("{}{}", reading.words(used.prose), if used.determined { "!" } else { "" });
            terms.uses.iter().map(words).collect::<Vec<_>>()
        })
    };
    assert_eq!(
        uses("You and your Guide walk. Guides like the Content Partners of Rolandsoft."),
        ["Guide!", "Content Partners!", "Rolandsoft"]
    );
    assert!(uses("Guides Like Content Partners Of Rolandsoft").is_empty(), "a title");
    assert!(uses("NASA and the FBI. “Guides” walk: Guides sing.").is_empty());
}

#[test]
fn plurals_have_the_key_of_their_singular() {
    for (one, many) in [
        ("guide", "Guides"),
        ("third party", "Third Parties"),
        ("third-party", "third parties"),
        ("address", "Addresses"),
    ] {
        assert_eq!(TermKey::of(one).0, TermKey::of(many).0);
        assert!(TermKey::of(many).1 && !TermKey::of(one).1);
    }
    assert!(!TermKey::of("Business").1 && !TermKey::of("Status").1);
}

#[test]
fn small_letters_are_counted() {
    read(
        "Each guide walks, and guides sing. We pay a Guide. Third parties look; the Third Party is old.",
        |terms, _| {
            assert_eq!(terms.small.get(&TermKey::of("guide").0), Some(&2));
            assert_eq!(
                terms.small.get(&TermKey::of("third party").0),
                None,
                "at the head of a sentence it has a capital"
            );
        },
    );
}

#[test]
fn long_texts_are_read_in_one_pass() {
    for text in ["\"a\" ", "(\"", "A means ", "Guide of Guides ", "\"", "( ) \""] {
        let text = text.repeat(40_000);
        // A quadratic pass would take minutes, and be missed by nobody.
        read(&text, |terms, _| assert!(terms.definitions.len() <= text.len()));
    }
}
