//! List markers and heading numbers as they stand at the head of a line.

use super::ordinal::{Digits, Form, Ordinal, OrdinalStyle, split_form, split_label};

/// A marker and the white space after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::doc) struct Marker {
    /// What it is.
    pub(in crate::doc) kind: MarkerKind,
    /// Bytes up to the first word behind it.
    pub(in crate::doc) length: usize,
}

/// A bullet or a place in a sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::doc) enum MarkerKind {
    /// A bullet, by its character.
    Bullet(char),
    /// A letter or number.
    Ordinal(Ordinal),
}

impl Marker {
    /// The marker at the head of a line without leading white space. Of `tight` bullets such as `-word`, which are
    /// hyphens as often, the caller says whether they count.
    pub(in crate::doc) fn parse(line: &str, tight: bool) -> Option<Self> {
        Self::bullet(line, tight).or_else(|| Self::ordinal(line))
    }

    fn bullet(line: &str, tight: bool) -> Option<Self> {
        let mut characters = line.chars();
        let bullet = characters.next()?;
        let rest = characters.as_str();
        let spaced = rest.starts_with(char::is_whitespace);
        let unmistakable = match bullet {
            '\u{2022}' | '\u{2023}' | '\u{2043}' | '\u{25AA}' | '\u{25CF}' | '\u{25CB}' | '\u{25E6}' | '\u{25A0}'
            | '\u{25A1}' | '\u{25B8}' | '\u{25BA}' | '\u{25B6}' | '\u{25C6}' | '\u{2219}' | '\u{27A2}' | '\u{2713}'
            | '\u{2714}' | '\u{F0B7}' | '\u{F0A7}' | '\u{00B7}' => true,
            '-' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2212}' | '*' | '+'
            | '\u{2192}' | '\u{00BB}' | '\u{203A}' => false,
            'o' if spaced && rest.trim_start().starts_with(char::is_alphabetic) => false,
            _ => return None,
        };
        let touching = tight && bullet != '+' && rest.starts_with(char::is_alphabetic);
        if !(unmistakable || spaced || touching) {
            return None;
        }
        let words = rest.trim_start();
        let has_words = words.starts_with(|first: char| first.is_alphanumeric() || is_opening(first));
        has_words.then(|| Self { kind: MarkerKind::Bullet(bullet), length: line.len() - words.len() })
    }

    fn ordinal(line: &str) -> Option<Self> {
        let (rest, named) = strip_division(line);
        let (rest, open) = match rest.strip_prefix(['(', '[']) {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let (label, digits, levels) = split_label(rest)?;
        let after = &rest[label.len()..];
        let (form, after) = split_form(after, open, levels)?;
        let words = after.trim_start();
        let separated = words.len() < after.len() || (form != Form::Bare && words.starts_with(char::is_alphabetic));
        let plausible = match (form, digits) {
            // "12 months", "1.5 million" and "A policy" are no numbered headings; "3.5 @Handles" is one.
            (Form::Bare, Digits::Decimal) => words.strip_prefix('@').unwrap_or(words).starts_with(char::is_uppercase),
            (Form::Bare | Form::Dash | Form::Colon, Digits::Lower | Digits::Upper) => named,
            // "(c) 2024" is a copyright sign; "a.example" and "U.S" are names.
            (Form::Parentheses, _) => !(label == "c" && words.starts_with(|first: char| first.is_ascii_digit())),
            (_, Digits::Decimal) => !words.starts_with(|first: char| first.is_ascii_digit()),
            _ => words.len() < after.len(),
        };
        let ordinal = Ordinal { label: label.to_owned(), style: OrdinalStyle { digits, form, levels } };
        (separated && plausible && !words.is_empty())
            .then(|| Self { kind: MarkerKind::Ordinal(ordinal), length: line.len() - words.len() })
    }

    /// Its letter or number; empty for a bullet.
    pub(in crate::doc) fn label(&self) -> &str {
        match &self.kind {
            MarkerKind::Bullet(_) => "",
            MarkerKind::Ordinal(ordinal) => &ordinal.label,
        }
    }
}

/// Drops "Article", "Section" and the like before a number.
fn strip_division(line: &str) -> (&str, bool) {
    for name in ["Article ", "ARTICLE ", "Section ", "SECTION ", "Part ", "PART ", "\u{00A7} ", "\u{00A7}"] {
        if let Some(rest) = line.strip_prefix(name) {
            return (rest, true);
        }
    }
    (line, false)
}

/// Characters that words may begin with.
fn is_opening(character: char) -> bool {
    "([\"'\u{201C}\u{2018}\u{00AB}\u{A7}$\u{20AC}\u{A3}&<@/".contains(character)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn label(line: &str) -> Option<(String, String)> {
        let marker = Marker::parse(line, false)?;
        Some((marker.label().to_owned(), line[marker.length..].to_owned()))
    }

    #[test]
    fn bullets() {
        for line in ["- Names", "\u{2022} Names", "\u{2022}Names", "* Names", "\u{00B7}\tNames", "o Names", "+ Names"] {
            assert_eq!(label(line), Some((String::new(), "Names".to_owned())), "{line}");
        }
        for line in ["-Names", "*Names", "our names", "o", "\u{2014}", "--- x", "", "- - -"] {
            assert_eq!(label(line), None, "{line}");
        }
        assert!(Marker::parse("-Names", true).is_some());
    }

    #[test]
    fn ordinals() {
        for (line, expected) in [
            ("a. Names", "a"),
            ("a) Names", "a"),
            ("(a) Names", "a"),
            ("(ii) Names", "ii"),
            ("IV. Names", "IV"),
            ("1. Names", "1"),
            ("12) Names", "12"),
            ("(1) Names", "1"),
            ("1- Names", "1"),
            ("2 \u{2013} Names", "2"),
            ("1.Names", "1"),
            ("1.1 Names", "1.1"),
            ("1.2.3. Names", "1.2.3"),
            ("Article 6 \u{2013} Names", "6"),
            ("Section 2: Names", "2"),
        ] {
            assert_eq!(label(line), Some((expected.to_owned(), "Names".to_owned())), "{line}");
        }
    }

    #[test]
    fn what_only_looks_like_an_ordinal() {
        for line in [
            "12 months after",
            "1.5 million users",
            "2024. A year",
            "U.S. residents",
            "e.g. names",
            "(c) 2024 Example Works",
            "A policy",
            "I read it",
            "mix. Names",
            "1.",
            "24/7 support",
            "a.example is ours",
        ] {
            assert_eq!(label(line), None, "{line}");
        }
    }
}
