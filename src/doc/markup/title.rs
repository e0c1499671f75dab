//! Titles that no heading element marks, since many policies have few others: bold lines, numbered lines, lines in
//! capitals, the only item of a list.

use crate::doc::raw::{RawBlock, RawKind};

use super::context::Context;
use super::finished::Finished;
use super::list::List;
use super::note::Note;

/// A title has no more words than this.
const MAX_WORDS: u32 = 12;
/// A block of as many words is running text, such as stands under a title; less may be an address or a date.
const MIN_TEXT_WORDS: u32 = 12;

/// Parts the first line of a paragraph from the rest, where it is a title: bold, and the rest is running text that is not.
pub(super) fn split_first_line(
    finished: Finished,
    kind: &RawKind,
    context: &Context,
    source: &str,
) -> (Finished, Option<Finished>) {
    let bold_line = finished.line_counts().is_some_and(|(first, rest)| {
        first.all_stressed() && first.words <= MAX_WORDS && rest.stressed < rest.words && rest.words >= MIN_TEXT_WORDS
    });
    let alone = *kind == RawKind::Paragraph && context.item.is_none() && !context.quoted;
    let is_title = |line: &str| is_title_text(line) && !line.ends_with([':', '：']);
    if bold_line && alone && is_title(finished.first_line_text(source).trim()) {
        return finished.split_first_line();
    }
    (finished, None)
}

/// Marks the titles that text follows; the assembler gives them their levels.
pub(super) fn promote(blocks: &mut [RawBlock], notes: &[Note], lists: &[List], source: &str) {
    let mut titles = vec![false; blocks.len()];
    for index in (0..blocks.len().saturating_sub(1)).rev() {
        titles[index] = is_title(blocks, notes, lists, index, titles[index + 1], source);
    }
    for (block, _) in blocks.iter_mut().zip(titles).filter(|(_, is_title)| *is_title) {
        let ordinal = match &mut block.kind {
            RawKind::Item { ordinal, .. } => std::mem::take(ordinal),
            _ => String::new(),
        };
        block.kind = RawKind::Title { ordinal };
    }
}

/// Whether the block at `index` is a title. `before_title` says that the next one is.
fn is_title(
    blocks: &[RawBlock],
    notes: &[Note],
    lists: &[List],
    index: usize,
    before_title: bool,
    source: &str,
) -> bool {
    let (block, note, next) = (&blocks[index], &notes[index], &blocks[index + 1]);
    let counts = note.counts;
    if !matches!(block.kind, RawKind::Paragraph | RawKind::Item { first: true, .. })
        || block.quoted
        || block.furniture
        || next.furniture
        || !(1..=MAX_WORDS).contains(&counts.words)
    {
        return false;
    }
    let text = words(block, source);
    if !is_title_text(&text) {
        return false;
    }
    let styled = match &block.kind {
        RawKind::Paragraph if note.fold_title || counts.all_stressed() => return true,
        RawKind::Paragraph => is_numbered(&text) || (counts.words > 1 && is_capitalised(&text)),
        RawKind::Item { ordinal, .. } => {
            let alone = note.list.and_then(|list| lists.get(list as usize)).is_some_and(List::has_one_item);
            alone && (!ordinal.is_empty() || counts.all_stressed() || is_capitalised(&text))
        }
        _ => false,
    };
    if !styled || counts.linked > 0 || text.contains([':', '：']) {
        return false;
    }
    let before_text = next.kind == RawKind::Paragraph && notes[index + 1].unlinked() >= MIN_TEXT_WORDS;
    let before_part = before_title || matches!(next.kind, RawKind::Heading { .. } | RawKind::Item { .. });
    let introduced = || index > 0 && words(&blocks[index - 1], source).ends_with([':', ',', ';', '：', '、']);
    (before_text || (before_part && is_numbered(&text))) && !introduced()
}

/// The text of a block; of a long one, only the end counts.
pub(super) fn words(block: &RawBlock, source: &str) -> String {
    let tail = block.pieces.len().saturating_sub(20);
    block.pieces[tail..].iter().map(|piece| piece.text(source)).collect::<String>().trim().to_owned()
}

/// Whether a short text may be a title: no sentence, neither a date nor an address.
fn is_title_text(text: &str) -> bool {
    let closed = text.ends_with(['.', ';', ',', '。', '；', '，', '、']);
    let address = text.contains('@') || text.contains("://") || text.contains("www.");
    !closed && !address && text.chars().any(char::is_alphabetic) && !is_dated(text)
}

/// Whether the text ends in a year and says what happened then, as in "Last updated: May 4, 2026".
fn is_dated(text: &str) -> bool {
    let ending = text.chars().rev().take_while(char::is_ascii_digit).count();
    let all = text.chars().filter(char::is_ascii_digit).count();
    (ending >= 2 && all >= 5) || (ending == 4 && text.contains([':', '：']))
}

/// Whether the text starts with the number of a section: `2.`, `3.1`, `iv.`, `B)`.
fn is_numbered(text: &str) -> bool {
    let Some((number, rest)) = text.split_once(char::is_whitespace) else { return false };
    let bare = number.trim_end_matches(['.', ')']);
    let is_decimal =
        bare.starts_with(|c: char| c.is_ascii_digit()) && bare.chars().all(|c| c.is_ascii_digit() || c == '.');
    let is_letters = !bare.is_empty() && bare.chars().all(|c| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x'));
    let is_letter = bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic);
    let marked = bare.len() < number.len();
    (marked && (is_decimal || is_letters || is_letter) || (is_decimal && bare.contains('.')))
        && rest.trim_start().starts_with(char::is_uppercase)
}

/// Whether all words are in capitals, or all longer ones start with one.
fn is_capitalised(text: &str) -> bool {
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    let mut long =
        text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/')).filter(|word| letters(word) >= 5).peekable();
    long.peek().is_some() && long.all(|word| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_no_sentences() {
        assert!(is_title_text("How do we use cookies?"));
        assert!(is_title_text("Your rights:"));
        assert!(is_title_text("California Privacy Rights Act of 2020"));
        assert!(!is_title_text("We never sell your data."));
        assert!(!is_title_text("* * *"));
    }

    #[test]
    fn dates_and_addresses_are_no_titles() {
        assert!(!is_title_text("Last updated: May 4, 2026"));
        assert!(!is_title_text("Effective 05/04/2026"));
        assert!(!is_title_text("Effective: May 2026"));
        assert!(!is_title_text("privacy@acme.example"));
    }

    #[test]
    fn knows_section_numbers() {
        for title in ["2. Cookies", "3.1 What we collect", "iv. Sharing", "B) Your choices", "2.3.4. Rights"] {
            assert!(is_numbered(title), "{title}");
        }
        for text in ["2024 was a good year", "I agree", "2. and more", "Cookies", "a new law"] {
            assert!(!is_numbered(text), "{text}");
        }
    }

    #[test]
    fn knows_capitals() {
        assert!(is_capitalised("Changes to this Policy"));
        assert!(is_capitalised("Changes to Our Privacy Policy"));
        assert!(is_capitalised("DATA RETENTION"));
        assert!(!is_capitalised("We do not sell data"));
    }
}
