#![allow(clippy::unwrap_used)]

use super::*;
use crate::doc::{self, Format};
use crate::lexicon::Lexicon;

/// The slips of a text, each as its kind, the words shown and what ought to stand there.
fn found(format: Format, text: &str) -> Vec<String> {
    let source = SourceText::new(text.as_bytes()).unwrap();
    let reading = doc::read(&source, format);
    let lexicon = Lexicon::new();
    let facts = Facts::new(&reading, &lexicon);
    facts
        .slips(&source)
        .iter()
        .map(|slip| format!("{}: {} > {}", slip.kind.name(), reading.words(slip.prose), slip.expected))
        .collect()
}

fn kinds(text: &str) -> Vec<&'static str> {
    let source = SourceText::new(text.as_bytes()).unwrap();
    let reading = doc::read(&source, Format::Markdown);
    let lexicon = Lexicon::new();
    Facts::new(&reading, &lexicon).slips(&source).iter().map(|slip| slip.kind.name()).collect()
}

#[test]
fn what_was_decoded_wrongly_is_read_back() {
    let expected = |text: &str| {
        let found = found(Format::Markdown, text);
        // A low quotation mark among the wreckage is alone, too.
        found
            .into_iter()
            .filter(|line| line.starts_with("mojibake"))
            .map(|line| line.split(" > ").nth(1).unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(expected("We donâ€™t keep it."), ["’"]);
    assert_eq!(expected("Le CafÃ© Ã\u{A0} Paris"), ["é", "à"]);
    assert_eq!(expected("Â© 2026 â€œLarkbrookâ€\u{9d}"), ["©", "“", "”"]);
    assert_eq!(expected("twice: itÃ¢â‚¬â„¢s"), ["’"], "misread twice");
    assert_eq!(expected("cut off: â€ here"), [""], "a byte of it is gone, so nobody can tell");
    assert_eq!(expected("ãƒ—ãƒ©"), ["プラ"]);
    for right in ["CAFÉ», NÃO, IRMÃ, Â, â, É", "naïve — “Ångström” § 5 © 2026", "5 €, 10 £, ½"] {
        assert!(!kinds(right).contains(&"mojibake"), "{right}");
    }
}

#[test]
fn the_word_around_a_lost_character_is_shown() {
    assert_eq!(
        found(Format::Plain, "We don?t sell. Why? Ask us?s no."),
        ["replacement: don?t > ", "replacement: us?s > "]
    );
    assert_eq!(kinds("See https://a.example/x?s=1 or what?"), Vec::<&str>::new());
    assert_eq!(found(Format::Plain, "Larkbrook\u{FFFD}s bread"), ["replacement: Larkbrook\u{FFFD}s > "]);
}

#[test]
fn a_character_that_shows_nothing_is_told_in_every_format() {
    let word = "invisible-in-word: optout > optout";
    assert_eq!(found(Format::Markdown, "You may **opt\u{200B}out** now."), [word]);
    assert_eq!(found(Format::Html, "<p>You may opt&#8203;out now.</p>"), [word]);
    assert_eq!(found(Format::Plain, "You may opt\u{200B}out now."), [word]);
    let address = "invisible-in-address: a@larkbrook.com > a@larkbrook.com";
    assert_eq!(found(Format::Html, "<p>Write to a@lark&shy;brook.com now.</p>"), [address]);
    for right in ["opt\u{AD}out", "a \u{200B}b", "می\u{200C}خواهیم", "\u{1F469}\u{200D}\u{1F467}", "ไทย\u{200B}ไทย"]
    {
        assert!(kinds(right).is_empty(), "{right}");
    }
}

#[test]
fn directions_are_told_where_nothing_is_written_from_right_to_left() {
    assert_eq!(kinds("pay \u{202E}moc.elpmaxe\u{202C} now"), ["bidirectional", "bidirectional"]);
    assert!(kinds("שלום \u{2068}Larkbrook\u{2069}").is_empty());
}

#[test]
fn letters_of_two_scripts_in_a_word_are_told() {
    assert_eq!(found(Format::Plain, "p\u{430}yp\u{430}l or сайт"), ["mixed-script: p\u{430}yp\u{430}l > paypal"]);
    assert!(kinds("β-test, Москва, 5µg, Ωmega").is_empty(), "an omega looks like no Latin letter");
    assert_eq!(found(Format::Plain, "ｄａｔａ"), ["full-width: ｄａｔａ > data"]);
    assert!(kinds("株式会社ＡＢＣです").is_empty());
}

#[test]
fn numbers_in_words_are_read() {
    for right in
        ["thirty (30)", "forty-five (45)", "one hundred and twenty (120)", "ninety nine (99)", "A (1)", "see (3)"]
    {
        assert!(kinds(&format!("We answer within {right} days.")).is_empty(), "{right}");
    }
    assert_eq!(found(Format::Plain, "within sixty-five (60) days"), ["number-word: sixty-five (60) > 60"]);
    assert_eq!(found(Format::Plain, "one hundred ten (100) days"), ["number-word: one hundred ten (100) > 100"]);
    assert!(kinds("one of two: either two (1) or (2)").is_empty());
}

#[test]
fn brackets_and_quotation_marks_are_paired() {
    let marks = |text: &str| found(Format::Markdown, text);
    assert_eq!(marks("we (collectively, (\"Lark\") bake."), ["open-definition: (collectively, (\"Lark\") bake. > )"]);
    assert_eq!(marks("we bake [bread and rolls."), ["open-bracket: [bread and rolls. > ]"]);
    assert_eq!(marks("we bake) bread"), ["stray-bracket: bake) > "]);
    assert_eq!(marks("we \"bake and \"sell\" it"), ["lone-quote: \"bake > "]);
    for right in
        ["a) one b) two 12) three iv) four", ":) ;-) :(", "(a [b] {c})", "\"a,\" \"b\"", "a 12\" pan", "no marks"]
    {
        assert!(kinds(right).is_empty(), "{right}");
    }
}

#[test]
fn long_rows_of_marks_are_read_in_one_pass() {
    for mark in ["(", ")", "\"", "?", "[(", "\u{FFFD}", "â€", "a a ", "(1)", "\u{202E}"] {
        // A quadratic pass would not come to the end of the longer one.
        let told = |length: usize| kinds(&mark.repeat(length)).into_iter().collect::<std::collections::BTreeSet<_>>();
        assert_eq!(told(60_000), told(600), "{mark}");
    }
}
