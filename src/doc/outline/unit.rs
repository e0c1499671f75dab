//! One candidate for a block: lines of a plain text that belong together, or a block of a marked-up text.

use std::borrow::Cow;

use super::super::raw::Look;
use super::super::shape::{Case, Clause, Ending, Marker, MarkerKind, Ordinal, Shape, is_date_line, title_kind};
use super::contact;

/// A paragraph, item, heading or table row to be.
#[derive(Debug)]
pub(in crate::doc) struct Unit<'a> {
    /// Its words, without marker or decoration.
    pub(super) words: Cow<'a, str>,
    /// Its marker.
    pub(super) marker: Option<Marker>,
    /// Columns before it.
    pub(super) indent: usize,
    /// The column at which its words start.
    pub(super) words_column: usize,
    /// Whether an empty line stands before it.
    pub(super) after_gap: bool,
    /// The level that markup, an underline or leading `#` gives.
    pub(super) level: Option<u8>,
    /// Whether markup makes it look like a heading, and gives no level.
    pub(super) titled: bool,
    /// How it looks.
    pub(super) look: Look,
    /// Whether it is written as the document's headings are and little else.
    pub(super) heading_style: bool,
    number: Option<Ordinal>,
    /// Whether it is but a link to elsewhere.
    pub(super) leads_away: bool,
    /// Whether markup says that it is page furniture.
    pub(super) furniture: bool,
    /// Its form.
    pub(super) shape: Shape,
    /// How much it looks like a heading.
    pub(super) heading: Heading,
    /// Whether it could be a line of an address.
    pub(super) contact: contact::Evidence,
    /// Whether it states the document's date.
    pub(super) date: bool,
    /// Whether it is a row or a cell of a table.
    pub(super) row: bool,
}

/// What is known of a unit before its words are looked at.
#[derive(Debug, Default)]
pub(in crate::doc) struct Layout {
    /// The marker at its head.
    pub(in crate::doc) marker: Option<Marker>,
    /// Columns before it.
    pub(in crate::doc) indent: usize,
    /// The column at which its words start.
    pub(in crate::doc) words_column: usize,
    /// Whether an empty line stands before it.
    pub(in crate::doc) after_gap: bool,
    /// The heading level that markup, an underline or leading `#` gives.
    pub(in crate::doc) level: Option<u8>,
    /// Whether markup makes it look like a heading, and gives no level.
    pub(in crate::doc) titled: bool,
    /// How it looks.
    pub(in crate::doc) look: Look,
    /// Its number, where that is neither a marker nor among its words.
    pub(in crate::doc) number: Option<Ordinal>,
    /// Whether it is but a link to elsewhere.
    pub(in crate::doc) leads_away: bool,
    /// Whether markup says that it is page furniture.
    pub(in crate::doc) furniture: bool,
    /// How many lines it takes.
    pub(in crate::doc) lines: usize,
    /// Whether it is a row or a cell of a table.
    pub(in crate::doc) row: bool,
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

impl<'a> Unit<'a> {
    /// The unit of these words.
    pub(in crate::doc) fn new(words: Cow<'a, str>, layout: Layout) -> Self {
        let shape = Shape::of(&words);
        let contact = contact::Evidence::of(&words, &shape);
        let date = !shape.is_long() && is_date_line(&words);
        let lines = layout.lines;
        let mut unit = Self {
            words,
            marker: layout.marker,
            indent: layout.indent,
            words_column: layout.words_column,
            after_gap: layout.after_gap,
            level: layout.level,
            titled: layout.titled,
            look: layout.look,
            heading_style: false,
            number: layout.number,
            leads_away: layout.leads_away,
            furniture: layout.furniture,
            heading: Heading::No,
            shape,
            contact,
            date,
            row: layout.row,
        };
        unit.heading = unit.heading_strength(lines);
        unit
    }

    /// Its letter or number, if it has one.
    pub(super) fn ordinal(&self) -> Option<&Ordinal> {
        match self.marker.as_ref().map(|marker| &marker.kind) {
            Some(MarkerKind::Ordinal(ordinal)) => Some(ordinal),
            _ => None,
        }
    }

    /// Whether its words, or its markup, look like those of a heading.
    pub(in crate::doc) fn looks_like_heading(&self) -> bool {
        self.is_marked() || (self.heading > Heading::No && self.marker.is_none())
    }

    /// Says whether it is written as the document's headings are and little else.
    pub(in crate::doc) fn set_heading_style(&mut self, is_heading_style: bool) {
        self.heading_style = is_heading_style;
    }

    /// Whether markup says that it is a heading, or makes it look like one.
    pub(super) fn is_marked(&self) -> bool {
        self.level.is_some() || self.titled
    }

    /// The letter or number that counts it, be it read with its words as in a heading that is marked.
    pub(super) fn number(&self) -> Option<Ordinal> {
        let own = || match Marker::parse(&self.words, false)?.kind {
            MarkerKind::Ordinal(ordinal) => Some(ordinal),
            MarkerKind::Bullet(_) => None,
        };
        self.number.clone().or_else(|| self.ordinal().cloned()).or_else(|| own().filter(|_| self.is_marked()))
    }

    /// Whether it asks to follow a link.
    pub(super) fn is_invitation(&self) -> bool {
        self.words.get(..10).is_some_and(|start| start.eq_ignore_ascii_case("click here"))
    }

    /// Whether it says for whom in a company a letter is.
    pub(super) fn is_addressee(&self) -> bool {
        matches!(self.shape.first.as_str(), "attn" | "attention" | "c/o")
    }

    /// Whether it announces what follows it: it ends in a colon, or in "as follows".
    pub(super) fn is_lead_in(&self) -> bool {
        let words = self.words.trim_end_matches(['.', ' ']);
        self.shape.ending == Ending::Colon || words.ends_with("as follows") || words.ends_with("the following")
    }

    fn heading_strength(&self, lines: usize) -> Heading {
        let words = self.words.as_ref();
        if self.level.is_some() {
            return Heading::Certain;
        }
        let shape = &self.shape;
        let question = shape.ending == Ending::Question && shape.words <= 25;
        let limit = if shape.case == Case::Capitals { 20 } else { 15 };
        if self.row
            || self.date
            || self.is_addressee()
            || self.is_invitation()
            || lines > 2
            || (shape.words > limit && !question)
            || words.len() > 160
            || shape.inner_end
            || words.contains('@')
            || words.contains("://")
            || words.chars().filter(|character| character.is_alphabetic()).take(2).count() < 2
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
