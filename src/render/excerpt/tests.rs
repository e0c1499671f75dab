#![allow(clippy::unwrap_used)]

use codespan_reporting::files::Files;
use proptest::prelude::*;

use super::*;
use crate::render::escape::{Glyph, columns};
use crate::render::place::positions;

/// Text with long and short lines, every line break, wide, zero-width and control characters.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[a-z]{1,12} ",
        1 => "[a-z]{30,60}",
        2 => "[\\n\\r]|\\r\\n",
        1 => "[個人情報😀é\u{301}\u{fe0f}\u{200d}]{1,9}",
        1 => "[\t\u{1b}\u{202e}\u{200b}\u{7}\u{e0041}\u{a0}]{1,4}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

/// What is printed for `text[range]`.
fn printed(text: &str, range: std::ops::Range<usize>) -> String {
    let mut out = String::new();
    for (offset, character) in text[range.clone()].char_indices() {
        Glyph::of(&text[..range.start + offset], character).push_to(&mut out);
    }
    out
}

proptest! {
    #[test]
    fn excerpts_of_anything_hold_what_they_promise(
        text in texts(),
        spans in prop::collection::vec((0_usize..900, 0_usize..400), 1..6),
        budget in 0_usize..160,
        ascii in any::<bool>(),
    ) {
        let Ok(source) = SourceText::new(text.as_bytes()) else { return Ok(()) };
        let charset = if ascii { Charset::Ascii } else { Charset::Unicode };
        let fitting = marks_per_line(budget, charset);
        let spans: Vec<_> = spans.into_iter().map(|(start, length)| Span::new(start, start + length)).take(fitting).collect();
        let excerpt = Excerpt::new("policy.md".to_owned(), &source, &spans, budget, charset);

        for row in excerpt.text().split_terminator('\n') {
            prop_assert!(columns(row) <= budget.max(NARROWEST), "{} columns: {row:?}", columns(row));
            prop_assert!(!row.chars().any(char::is_control));
        }
        let files = Excerpts(vec![excerpt]);
        let excerpt = &files.0[0];
        for (span, mark) in spans.iter().zip(excerpt.marks()) {
            let range = shown_range(&source, *span);
            let shown = &excerpt.text()[mark.clone()];
            let whole = printed(source.text(), range.indices());
            let (first, last) = shown_lines(&source, *span);
            let cut = shown.contains(charset.ellipsis());
            prop_assert!(shown == whole || cut || first < last, "{shown:?} for {whole:?}");
            if first < last {
                let words = range.of(source.text());
                let end = |character: Option<char>, before: usize| {
                    let mut printed = String::new();
                    Glyph::of(&source.text()[..before], character.unwrap()).push_to(&mut printed);
                    printed
                };
                let start = end(words.chars().next(), range.start());
                let last = words.chars().next_back();
                let last = end(last, range.end() - last.unwrap().len_utf8());
                prop_assert!(words.starts_with(['\n', '\r']) || shown.starts_with(&start), "{shown:?}");
                prop_assert!(shown.ends_with(&last), "{shown:?}");
            }

            let (start, _) = positions(&source, *span);
            let location = files.location(0, mark.start).unwrap();
            // Several marks that print nothing may share a place; the first one's location counts.
            if excerpt.marks().iter().filter(|other| other.start == mark.start).count() == 1 {
                prop_assert_eq!((location.line_number, location.column_number), (start.line, start.column));
            }
        }
    }

    #[test]
    fn the_ends_of_a_mark_are_always_seen(
        before in "[a-z ]{0,300}", words in "[a-z]{3,9}( [a-z]{3,9}){0,30}", after in "[a-z ]{0,300}",
    ) {
        let text = format!("{before}{words}{after}");
        let source = SourceText::new(text.as_bytes()).unwrap();
        let span = Span::new(before.len(), before.len() + words.len());
        let excerpt = Excerpt::new(String::new(), &source, &[span], 80, Charset::Unicode);
        let shown = &excerpt.text()[excerpt.marks()[0].clone()];
        prop_assert!(shown.starts_with(&words[..3]) && shown.ends_with(&words[words.len() - 3..]), "{shown:?}");
        prop_assert!(words.len() > 40 || shown == words);
    }
}

fn excerpt(text: &str, words: &[&str], budget: usize) -> String {
    let source = SourceText::new(text.as_bytes()).unwrap();
    let spans: Vec<_> = words
        .iter()
        .map(|words| text.find(words).map(|start| Span::new(start, start + words.len())).unwrap())
        .collect();
    Excerpt::new(String::new(), &source, &spans, budget, Charset::Unicode).text().to_owned()
}

const LINE: &str = "We collect what you give us and what your browser sends, we use it to run the shop and to keep it safe, \
    and we never sell it; we delete it once you close your account or ask us to, whichever comes first.";

#[test]
fn a_line_that_fits_stays_whole() {
    assert_eq!(excerpt(LINE, &["never"], 300), format!("{LINE}\n"));
}

#[test]
fn cuts_fall_between_words() {
    assert_eq!(excerpt(LINE, &["never sell"], 60), "…to keep it safe, and we never sell it; we delete it once…\n");
}

#[test]
fn windows_near_each_other_become_one() {
    assert_eq!(excerpt(LINE, &["never sell", "delete it"], 50), "…and we never sell it; we delete it once you…\n");
    assert_eq!(excerpt(LINE, &["never sell", "delete it"], 40), "…we never sell it; we delete it once…\n");
}

#[test]
fn windows_far_from_each_other_share_the_line() {
    assert_eq!(excerpt(LINE, &["collect", "account"], 50), "We collect what you…your account or ask us…\n");
}

#[test]
fn a_pile_of_accents_does_not_fill_the_screen() {
    let text = format!("a{} b", "\u{301}".repeat(100_000));
    assert!(excerpt(&text, &["b"], 80).len() < 400);
}
