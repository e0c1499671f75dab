#![allow(clippy::unwrap_used)]

use super::*;
use crate::doc::{self, Format};
use crate::lexicon::Lexicon;
use crate::text::SourceText;

type Found = (DuplicateKind, usize, Option<(String, String)>);

fn found(text: &str) -> Vec<Found> {
    let source = SourceText::new(text.as_bytes()).unwrap();
    let reading = doc::read(&source, Format::Markdown);
    let lexicon = Lexicon::new();
    let facts = Facts::new(&reading, &lexicon);
    let all = DuplicateKind::ALL.into_iter().flat_map(|kind| facts.duplicates(kind));
    all.filter(|one| one.kind != DuplicateKind::Sentence)
        .map(|one| (one.kind, one.length, one.differing.clone()))
        .collect()
}

fn lines(range: std::ops::Range<usize>) -> String {
    range.map(|at| format!("- point {at} of the book of bakers\n")).collect()
}

#[test]
fn lists_may_differ_in_one_point_here_and_there() {
    let first = lines(0..6);
    let second = first.replace("point 2", "place 2");
    let all = found(&format!("We bake all of this:\n\n{first}\nRolls.\n\nWe bake all of this:\n\n{second}"));
    let list = all.iter().find(|(kind, ..)| *kind == DuplicateKind::List).unwrap();
    assert_eq!((list.1, list.2.clone()), (6, Some(("point".into(), "place".into()))));
    let copy =
        format!("We bake all of this:\n\n{first}\nWe sell all of this:\n\n{}\nRolls.\n\n", lines(20..26)).repeat(2);
    assert!(found(&copy).iter().all(|(kind, ..)| *kind != DuplicateKind::List), "a second copy");
    let thrice = format!("We bake all of this:\n\n{first}\nRolls.\n\n").repeat(3);
    assert!(found(&thrice).iter().all(|(kind, ..)| *kind != DuplicateKind::List), "by design");
    let apart = lines(10..16);
    assert!(
        found(&format!("We bake all of this:\n\n{first}\nRolls.\n\nWe bake all of this:\n\n{apart}"))
            .iter()
            .all(|(kind, ..)| *kind != DuplicateKind::List)
    );
}

#[test]
fn paragraphs_that_differ_in_a_word_are_alike() {
    let text = "We keep what you order for as long as the guild asks us to keep it and then we burn the papers in the oven within 30 days of the fair.";
    let all = found(&format!("{text}\n\nBread.\n\n{}", text.replace("30", "45")));
    assert_eq!(all, [(DuplicateKind::NearParagraph, 31, Some(("30".into(), "45".into())))]);
    let all = found(&format!("{text}\n\nBread.\n\n**{text}**"));
    assert_eq!(all.iter().map(|one| one.0).collect::<Vec<_>>(), [DuplicateKind::Paragraph], "markup is no difference");
}

#[test]
fn titles_are_told_by_their_main_words() {
    assert_eq!(found("# Privacy Policy\n\n## Privacy & Policy\n\nBread.")[0].0, DuplicateKind::Title);
    assert!(found("# Larkbrook\n\n## Privacy Policy\n\nThis privacy policy is short.").is_empty());
}

#[test]
fn long_texts_are_read_in_one_pass() {
    let same = "- the same words again and again\n".repeat(20_000);
    let pairs = lines(0..3).repeat(5_000);
    let near: String = (0..4_000).map(|at| format!("We keep what you order for as long as the guild number {at} asks us to keep it and then we burn the papers in the oven.\n\n")).collect();
    for text in [same, pairs, near] {
        // A quadratic pass would take minutes, and be missed by nobody.
        assert!(found(&text).len() < text.lines().count());
    }
}
