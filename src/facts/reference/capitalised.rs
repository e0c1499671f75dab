//! Titles without quotation marks, by their capitals: “see the section on How We Share below”.

use std::ops::Range;

/// A title of more words is a sentence.
const LONGEST: usize = 10;
/// So many small words in a row may stand within a title.
const SMALL: usize = 2;
/// Small words that stand within titles.
const WITHIN: [&str; 26] = [
    "a", "about", "an", "and", "are", "as", "at", "by", "do", "for", "from", "how", "in", "is", "of", "on", "or",
    "our", "that", "the", "to", "us", "we", "with", "you", "your",
];

/// A word of a text and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
    /// Whether nothing but a space stands before it.
    pub(super) joined: bool,
}

impl Word<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn lower(&self) -> String {
        self.text.to_lowercase()
    }

    fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

/// The words of a text.
pub(super) fn words_of(text: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let mut at = 0;
    for chunk in text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-')) {
        let start = at;
        at += chunk.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        if !chunk.is_empty() {
            let end = found.last().map_or(0, Word::end);
            let between = &text[end..start];
            let joined = !found.is_empty() && matches!(between, " " | " & " | ", ");
            found.push(Word { text: chunk, start, joined });
        }
    }
    found
}

/// The runs of capitalised words, each as a range of words: titles, names, and words that begin a sentence. Small words within are part of
/// them.
pub(super) fn runs(words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !words[at].is_capitalised() {
            at += 1;
            continue;
        }
        let (mut end, mut small) = (at + 1, 0);
        for (next, word) in words.iter().enumerate().take(at + LONGEST).skip(at + 1) {
            if !word.joined {
                break;
            }
            if word.is_capitalised() {
                (end, small) = (next + 1, 0);
            } else if small < SMALL && WITHIN.contains(&word.text) {
                small += 1;
            } else {
                break;
            }
        }
        found.push(at..end);
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_by_their_capitals() {
        let text = "See how it works in Who Gets It and Why, Your Choices or Lark & Sons below.";
        let words = words_of(text);
        let runs: Vec<&str> =
            runs(&words).into_iter().map(|run| &text[words[run.start].start..words[run.end - 1].end()]).collect();
        assert_eq!(runs, ["See", "Who Gets It and Why, Your Choices or Lark & Sons"]);
        assert_eq!(words_of("").len(), 0);
    }
}
