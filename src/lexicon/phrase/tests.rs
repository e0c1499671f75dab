#![allow(clippy::unwrap_used)]

use super::*;
use crate::lexicon::{Analysis, ClassEntry, Vocabulary};

fn vocabulary() -> Vocabulary {
    let mut vocabulary = Vocabulary::new();
    let mut class = |name: &str, words: &[&str], verbs: &[&str]| {
        let id = vocabulary.declare_class(name);
        let owned = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect();
        let entry = ClassEntry { words: owned(words), verbs: owned(verbs), ..ClassEntry::default() };
        vocabulary.add_members(id, &entry);
    };
    class("we", &["we", "our company"], &[]);
    class("sell", &[], &["sell", "rent", "trade"]);
    class("not", &["not", "never"], &[]);
    class("data", &["personal information", "personal data", "information"], &[]);
    class("empty", &[], &[]);
    vocabulary
}

/// The words that the phrase matches in the prose.
fn matched<'a>(phrase: &str, prose: &'a str) -> Option<&'a str> {
    let mut vocabulary = vocabulary();
    let phrase = Phrase::compile(phrase, &mut vocabulary).unwrap();
    vocabulary.index();
    let analysis = Analysis::new(prose, &vocabulary);
    let tokens: Vec<u32> = (0..analysis.tokens().len()).map(|at| u32::try_from(at).unwrap()).collect();
    let found = Matcher::default().find(&phrase, &analysis, &tokens, 0)?;
    let (first, last) = (analysis.tokens()[found.start].range, analysis.tokens()[found.end - 1].range);
    Some(first.join(last).of(prose))
}

#[test]
fn the_example_of_the_design() {
    let phrase = "{we} [do] {not} {sell} ... {data}";
    assert_eq!(
        matched(phrase, "But we don't rent your personal information, ever."),
        Some("we don't rent your personal information")
    );
    assert_eq!(
        matched(phrase, "Our company never trades any such data or Personal Data"),
        Some("Our company never trades any such data or Personal Data")
    );
    assert_eq!(matched(phrase, "We sell personal information"), None);
}

#[test]
fn a_gap_is_as_long_as_it_says_and_avoids_what_it_excludes() {
    assert_eq!(matched("sell ...2 data", "sell one two data"), Some("sell one two data"));
    assert_eq!(matched("sell ...2 data", "sell one two three data"), None);
    assert_eq!(matched("we ...4!{not} <share> it", "we may share it"), Some("we may share it"));
    assert_eq!(matched("we ...4!{not} <share> it", "we may not share it"), None);
}

#[test]
fn alternatives_options_inflections_and_anchors() {
    assert_eq!(matched("(honor | respond to) [any] <signal>", "They respond to signals"), Some("respond to signals"));
    assert_eq!(matched("^ we <respond>", "we responded"), Some("we responded"));
    assert_eq!(matched("^ we <respond>", "and we responded"), None);
    assert_eq!(matched("opt-out $", "how to opt out."), Some("opt out"));
}

#[test]
fn classes_of_several_words_stop_at_commas() {
    assert_eq!(matched("{data} here", "personal information here"), Some("personal information here"));
    assert_eq!(matched("our {data}", "our personal, information"), None);
}

#[test]
fn what_is_repeated_matches_once_or_more() {
    let phrase = "we ({sell} | and | or)+ {data}";
    assert_eq!(matched(phrase, "We sell personal data"), Some("We sell personal data"));
    assert_eq!(
        matched(phrase, "We sell or rent and trade information."),
        Some("We sell or rent and trade information")
    );
    assert_eq!(matched(phrase, "We personal data"), None);
    assert_eq!(matched("we [({sell} [and])+] {data}", "we information"), Some("we information"));
    let error = Phrase::compile("([we])+", &mut vocabulary()).unwrap_err();
    assert_eq!(error.message, "every word of the phrase may be absent, so it matches anything");
}

#[test]
fn the_point_of_a_single_letter_parts_no_name() {
    let mut vocabulary = vocabulary();
    let class = vocabulary.declare_class("states");
    let entry = ClassEntry { words: vec!["u.s. state".to_owned()], ..ClassEntry::default() };
    vocabulary.add_members(class, &entry);
    vocabulary.index();
    let at = |prose: &str| Analysis::new(prose, &vocabulary).class_at(1, class);
    assert_eq!(at("Your U.S. state rights"), Some(3));
    assert_eq!(at("Your US. State rights"), None);
    assert_eq!(at("Your U, S. State rights"), None);
}

#[test]
fn mistakes_are_named_at_their_place() {
    let error = |phrase: &str| Phrase::compile(phrase, &mut vocabulary()).unwrap_err();
    let misspelt = error("we {sel} it");
    assert_eq!((misspelt.offset, misspelt.length, misspelt.suggestion.as_deref()), (3, 5, Some("sell")));
    assert_eq!(error("we {empty}").message, "the word class `empty` has no member");
    assert_eq!(error("we (share | sell").message, "this bracket is never closed by `)`");
    assert_eq!(error("[we] ...").message, "every word of the phrase may be absent, so it matches anything");
    assert_eq!(error("").message, "an empty phrase matches nothing");
    assert_eq!(error("we ...99 sell").message, "a gap is 1 to 40 words long");
    assert_eq!(error("a } b").message, "`}` closes nothing");
}

#[test]
fn a_match_within_the_lead_in_does_not_count_for_the_item() {
    let mut vocabulary = vocabulary();
    let phrase = Phrase::compile("{we} {sell}", &mut vocabulary).unwrap();
    vocabulary.index();
    let analysis = Analysis::new("we sell the following: names", &vocabulary);
    let tokens: Vec<u32> = (0..5).collect();
    assert!(Matcher::default().find(&phrase, &analysis, &tokens, 0).is_some());
    assert!(Matcher::default().find(&phrase, &analysis, &tokens, 4).is_none());
}

proptest::proptest! {
    #[test]
    fn any_text_as_phrase_is_an_error_or_a_phrase(text in "[a-z{}<>()|. !^$0-9\\[\\]]{0,40}") {
        let _ = Phrase::compile(&text, &mut vocabulary());
    }
}
