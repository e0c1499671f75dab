//! The lines that belong together, each as one candidate for a block, with what its own words tell.

use std::ops::Range;

use crate::text::TextRange;

use super::super::shape::{Case, Clause, Ending, Marker, MarkerKind, Ordinal, Shape, is_date_line, title_kind};
use super::contact;
use super::lines::Line;

/// A paragraph, item, heading or table row to be.
#[derive(Debug)]
pub(super) struct Unit {
    /// All of it.
    pub(super) source: TextRange,
    /// Without marker or decoration.
    pub(super) words: TextRange,
    /// Its marker.
    pub(super) marker: Option<Marker>,
    /// Columns before it.
    pub(super) indent: usize,
    /// The column at which its words start.
    pub(super) words_column: usize,
    /// Whether an empty line stands before it.
    pub(super) after_gap: bool,
    /// The level that an underline or leading `#` gives.
    pub(super) level: Option<u8>,
    /// Its form.
    pub(super) shape: Shape,
    /// How much it looks like a heading.
    pub(super) heading: Heading,
    /// Whether it could be a line of an address.
    pub(super) contact: contact::Evidence,
    /// Whether it states the document's date.
    pub(super) date: bool,
    /// The row of a table, by the table's index and the row's.
    pub(super) row: Option<(usize, usize)>,
}

/// How much a line by itself looks like a heading. Its surroundings decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Heading {
    /// It can't be one.
    No,
    /// A noun phrase in sentence case.
    Weak,
    /// Capitals, title case or a question.
    Strong,
    /// Underlined or marked by `#`, or the title of a document.
    Certain,
}

impl Unit {
    /// The unit that a group of lines makes up.
    pub(super) fn new(text: &str, lines: &[Line], group: Range<usize>, row: Option<(usize, usize)>) -> Option<Self> {
        let (first, last) = (lines.get(group.start)?, lines.get(group.end.checked_sub(1)?)?);
        let mut words = TextRange::new(first.words.start(), last.range.end());
        let mut level = first.underlined;
        if let Some((hashes, length)) = hash_level(words.of(text)) {
            level = Some(hashes);
            words = TextRange::new(words.start() + length, words.end());
        }
        let content = words.of(text);
        let shape = Shape::of(content);
        let contact = contact::Evidence::of(content, &shape);
        let date = !shape.is_long() && is_date_line(content);
        let unit = Self {
            source: first.range.join(last.range),
            words,
            marker: first.marker.clone(),
            indent: first.indent,
            words_column: first.words_column(),
            after_gap: first.after_gap,
            level,
            heading: Heading::No,
            shape,
            contact,
            date,
            row,
        };
        let heading = unit.heading_strength(text, group.len());
        Some(Self { heading, ..unit })
    }

    /// Its letter or number, if it has one.
    pub(super) fn ordinal(&self) -> Option<&Ordinal> {
        match self.marker.as_ref().map(|marker| &marker.kind) {
            Some(MarkerKind::Ordinal(ordinal)) => Some(ordinal),
            _ => None,
        }
    }

    /// Whether it announces what follows it: it ends in a colon, or in "as follows".
    pub(super) fn is_lead_in(&self, text: &str) -> bool {
        let words = self.words.of(text).trim_end_matches(['.', ' ']);
        self.shape.ending == Ending::Colon || words.ends_with("as follows") || words.ends_with("the following")
    }

    fn heading_strength(&self, text: &str, lines: usize) -> Heading {
        let words = self.words.of(text);
        if self.level.is_some() {
            return Heading::Certain;
        }
        let shape = &self.shape;
        let question = shape.ending == Ending::Question && shape.words <= 25;
        let limit = if shape.case == Case::Capitals { 20 } else { 15 };
        if self.row.is_some()
            || self.date
            || lines > 2
            || (shape.words > limit && !question)
            || words.len() > 160
            || shape.inner_end
            || words.contains('@')
            || words.contains("://")
            || has_long_number(words)
            || self.contact >= contact::Evidence::Address
        {
            return Heading::No;
        }
        if self.marker.is_none() && title_kind(words).is_some() {
            return Heading::Certain;
        }
        let styled = matches!(shape.case, Case::Capitals | Case::Title);
        let punctuated = match shape.ending {
            Ending::Open | Ending::Question => true,
            Ending::Colon => styled && shape.words <= 10,
            Ending::Period => shape.words <= 8 && shape.clause != Clause::Sentence && (styled || shape.first != "the"),
            Ending::Semicolon | Ending::Comma => false,
        };
        let labelled = shape.label && !(styled && shape.ending == Ending::Question) && !shape.all_capitalised;
        if !punctuated || labelled || shape.case == Case::Lower && shape.ending != Ending::Question {
            return Heading::No;
        }
        match shape.clause {
            Clause::Question => Heading::Strong,
            Clause::Sentence if !(styled && shape.all_capitalised) || has_lower_verb(words) => Heading::No,
            _ if styled => Heading::Strong,
            _ if shape.words <= 11 => Heading::Weak,
            _ => Heading::No,
        }
    }
}

/// Whether a modal or auxiliary stands in lower case, or in capitals like all other words of a shouted sentence.
fn has_lower_verb(words: &str) -> bool {
    let shouted = !words.contains(char::is_lowercase);
    let verbs = ["may", "can", "will", "is", "are", "must", "shall", "do", "does", "has", "have", "cannot"];
    words
        .split_whitespace()
        .any(|word| verbs.contains(&word) || (shouted && verbs.contains(&word.to_lowercase().as_str())))
}

/// Whether a telephone number or postal code stands in a line.
fn has_long_number(words: &str) -> bool {
    words.split(|character: char| !character.is_ascii_digit()).any(|digits| digits.len() >= 5)
}

/// The level and length of `#` marks at the head of a line.
fn hash_level(words: &str) -> Option<(u8, usize)> {
    let hashes = words.bytes().take_while(|&byte| byte == b'#').count();
    let rest = words.get(hashes..)?;
    let level = u8::try_from(hashes).ok().filter(|level| (1..=6).contains(level))?;
    let content = rest.trim_start();
    (content.len() < rest.len() && !content.is_empty()).then(|| (level, words.len() - content.len()))
}
