//! The words of one block, with what stands between them.

use std::ops::Range;

use crate::lexicon::each_word;

/// The words of a text.
pub(super) struct Words<'a> {
    text: &'a str,
    ranges: Vec<Range<usize>>,
}

impl<'a> Words<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut ranges = Vec::new();
        each_word(text, |word| ranges.push(word.range.start()..word.range.end()));
        Self { text, ranges }
    }

    pub(super) fn len(&self) -> usize {
        self.ranges.len()
    }

    /// Bytes of a word in the text.
    pub(super) fn range(&self, at: usize) -> Range<usize> {
        self.ranges[at].clone()
    }

    /// A word as written; empty beyond the last one.
    pub(super) fn get(&self, at: usize) -> &'a str {
        self.ranges.get(at).map_or("", |range| &self.text[range.clone()])
    }

    /// What stands between a word and the next one; `None` where there is none, or where the two are one word ("don't").
    pub(super) fn gap(&self, at: usize) -> Option<&'a str> {
        let gap = self.ranges.get(at)?.end..self.ranges.get(at + 1)?.start;
        Some(&self.text[gap]).filter(|gap| !gap.is_empty())
    }

    /// Whether only space and one of `marks` stand between a word and the next one.
    pub(super) fn joined(&self, at: usize, marks: &[&str]) -> bool {
        self.gap(at).is_some_and(|gap| !gap.contains('\n') && marks.contains(&gap.trim()))
    }
}

/// A number of up to two digits, with or without the ending of an ordinal.
pub(super) fn day(word: &str) -> Option<i8> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let ending = word.get(digits..)?.to_ascii_lowercase();
    let is_day = (1..=2).contains(&digits) && ["", "st", "nd", "rd", "th", "er", "º"].contains(&ending.as_str());
    if is_day { word[..digits].parse().ok() } else { None }
}

/// A year of four digits.
pub(super) fn year(word: &str) -> Option<i16> {
    let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| digits && (1900..2200).contains(year))
}
