//! Which lines name a whole document, and which state its date.

use std::borrow::Cow;

use super::clause::Clause;
use super::line::Shape;
use super::marker::{Marker, MarkerKind};
use super::words::bare;

/// What kind of document a title names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::doc) enum TitleKind {
    /// A privacy policy, notice or statement, or a notice at collection.
    Privacy,
    /// A cookie policy.
    Cookies,
    /// Terms of use, service or sale; another agreement.
    Terms,
}

/// Bytes of the longest title.
const LONGEST: usize = 240;

/// The kind of document that `text` is the title of; `None` for a section heading that merely mentions one.
pub(in crate::doc) fn title_kind(text: &str) -> Option<TitleKind> {
    if text.len() > LONGEST || !mentions_document(text) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().take(19).collect();
    if words.len() > 18 || is_numbered(text) {
        return None;
    }
    let bare: Vec<Cow<'_, str>> = words.iter().map(|word| bare(word)).collect();
    let (start, end, kind) =
        (0..bare.len()).find_map(|at| named_at(&bare[at..]).map(|(length, kind)| (at, at + length, kind)))?;
    let before = (0..start).all(|at| is_name_part(words[at], &bare[at]));
    let after = words.get(end).is_none_or(|word| {
        ends_clause(words[end - 1]) || opens_tail(word, &bare[end]) || named_at(&bare[end..]).is_some()
    });
    let sentence = Shape::of(text).clause == Clause::Sentence && words.len() > 3;
    (before && after && !sentence).then_some(kind)
}

/// Whether a word occurs that the name of every document holds.
fn mentions_document(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let words = ["privacy", "cookie", "terms", "data", "agreement", "collection"];
    words.iter().any(|word| text.contains(word))
}

/// What stands before a bracket at the end: "Rights in Utah (effective December 31, 2023)" is no date.
fn before_bracket(text: &str) -> &str {
    let before = text.trim_end().strip_suffix(')').and_then(|inner| inner.rsplit_once('('));
    let names =
        |before: &&str| before.contains(' ') && !before.split_whitespace().any(|word| is_date_word(&bare(word)));
    before.map(|(before, _)| before.trim()).filter(names).unwrap_or(text)
}

/// Whether a word says that a date follows.
fn is_date_word(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 12] = [
        "effective", "updated", "revised", "modified", "reviewed", "revision", "version", "published", "posted", "dated", "date",
        "update",
    ];
    WORDS.contains(&word)
}

/// Whether `text` is a line that states when the document was made or takes effect.
pub(in crate::doc) fn is_date_line(text: &str) -> bool {
    if text.len() > LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let words: Vec<Cow<'_, str>> = before_bracket(text).split_whitespace().take(15).map(bare).collect();
    let dated = |word: &Cow<'_, str>| {
        (word.len() == 4
            && word.bytes().all(|byte| byte.is_ascii_digit())
            && (word.starts_with("19") || word.starts_with("20")))
            || is_month(word)
            || word.split(['/', '.', '-']).count() == 3 && word.bytes().any(|byte| byte.is_ascii_digit())
    };
    let stated = words.iter().take(8).any(|word| is_date_word(word));
    let date_part = |word: &Cow<'_, str>| {
        dated(word) || word == "of" || word == "may" || word.starts_with(|first: char| first.is_ascii_digit())
    };
    let only_date = words.len() <= 4 && words.iter().all(date_part);
    words.len() < 15 && words.iter().any(dated) && (stated || only_date)
}

fn is_month(word: &str) -> bool {
    #[rustfmt::skip]
    const MONTHS: &[&str] = &[
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ];
    MONTHS.contains(&word)
}

fn is_numbered(text: &str) -> bool {
    Marker::parse(text.trim_start(), false).is_some_and(|marker| matches!(marker.kind, MarkerKind::Ordinal(_)))
}

/// How many words at the head of `words` name a document, and which kind.
fn named_at(words: &[Cow<'_, str>]) -> Option<(usize, TitleKind)> {
    let word = |at: usize| words.get(at).map_or("", AsRef::as_ref);
    let document = |word: &str| {
        matches!(
            word,
            "policy" | "policies" | "notice" | "notices" | "statement" | "declaration" | "charter" | "disclosure"
        )
    };
    let joint = |at: usize| {
        matches!(word(at), "" | "and" | "security" | "cookie" | "cookies" | "rights" | "protection" | "data" | "online")
    };
    match (word(0), word(1)) {
        ("privacy", next) if document(next) => Some((2, TitleKind::Privacy)),
        ("privacy", _) if words.len() > 2 && joint(1) && document(word(2)) => Some((3, TitleKind::Privacy)),
        ("privacy", _) if words.len() > 3 && joint(1) && joint(2) && document(word(3)) => Some((4, TitleKind::Privacy)),
        ("data", "protection" | "privacy") if document(word(2)) => Some((3, TitleKind::Privacy)),
        ("notice", "at" | "of") if word(2) == "collection" => Some((3, TitleKind::Privacy)),
        ("notice" | "statement" | "declaration", "of" | "on") if word(2) == "privacy" => {
            Some((if word(3) == "practices" { 4 } else { 3 }, TitleKind::Privacy))
        }
        ("cookie" | "cookies", next) if document(next) => Some((2, TitleKind::Cookies)),
        ("terms", "of") if matches!(word(2), "use" | "service" | "services" | "sale") => Some((3, TitleKind::Terms)),
        ("terms", _) if matches!(word(1), "and" | "") && word(2) == "conditions" => Some((3, TitleKind::Terms)),
        ("user" | "service" | "license", "agreement") => Some((2, TitleKind::Terms)),
        _ => None,
    }
}

/// Whether a word before the name may be part of a title: a proper name or an adjective, not a preposition or possessive.
fn is_name_part(word: &str, bare: &str) -> bool {
    #[rustfmt::skip]
    const NO_PART: &[&str] = &[
        "about", "acceptance", "additional", "agreement", "amendments", "application", "changes", "change",
        "contact", "contacting", "definitions", "effective", "home", "how", "introduction", "links", "modifications",
        "my", "of", "other", "our", "overview", "purpose", "questions", "read", "related", "review",
        "revisions", "scope", "see", "these", "this", "to", "under", "update", "updates", "updating", "view",
        "violations", "what", "who", "why", "your",
    ];
    let joint = matches!(bare, "" | "the" | "and" | "for" | "a");
    joint || (word.chars().any(|c| c.is_uppercase() || c.is_ascii_digit() || c == '.') && !NO_PART.contains(&bare))
}

fn ends_clause(word: &str) -> bool {
    word.ends_with([':', ',', '-', '\u{2013}', '\u{2014}', '|', '.'])
}

/// Whether a word behind the name opens what titles add: an addressee, a company, a date.
fn opens_tail(word: &str, bare: &str) -> bool {
    word.starts_with(['(', '[', '-', '\u{2013}', '\u{2014}', '|', '/', ':'])
        || matches!(
            bare,
            "" | "for"
                | "of"
                | "to"
                | "and"
                | "last"
                | "effective"
                | "version"
                | "updated"
                | "summary"
                | "addendum"
                | "agreement"
                | "supplement"
                | "statement"
        )
        || bare.starts_with(|first: char| first.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        for title in [
            "Privacy Policy",
            "PRIVACY POLICY",
            "Lantern Works Privacy Notice",
            "Privacy & Policy",
            "Privacy Policy of LANTERN and LANTERN.EXAMPLE",
            "Privacy Policy for California Residents",
            "Privacy Notice to California Residents",
            "Privacy and Cookie Policy",
            "Data Protection Notice",
            "Notice at Collection",
            "Notice of Privacy Practices",
            "Privacy Statement (Effective 1 May 2024)",
            "The Lantern Privacy Policy \u{2013} Summary",
        ] {
            assert_eq!(title_kind(title), Some(TitleKind::Privacy), "{title}");
        }
        assert_eq!(title_kind("Cookie Policy"), Some(TitleKind::Cookies));
        assert_eq!(title_kind("Terms of Service"), Some(TitleKind::Terms));
        assert_eq!(title_kind("Lantern Terms & Conditions"), Some(TitleKind::Terms));
    }

    #[test]
    fn headings_that_only_mention_a_document() {
        for heading in [
            "Our Privacy Policy",
            "Privacy Policy changes",
            "Changes to the Privacy Policy",
            "California Privacy Rights",
            "About this privacy notice",
            "1. Privacy Policy",
            "This Privacy Policy describes how we work",
            "Your Privacy",
            "Links to other privacy policies",
            "Acceptance of this Policy",
            "How to contact us about this privacy policy",
        ] {
            assert_eq!(title_kind(heading), None, "{heading}");
        }
    }

    #[test]
    fn date_lines() {
        for line in [
            "Effective Date: May 3, 2024",
            "Last updated on 2024-05-03",
            "Last updated (May 3, 2024)",
            "(Effective May 3, 2024)",
            "Revised 5/3/2024",
            "May 2024",
        ] {
            assert!(is_date_line(line), "{line}");
        }
        for line in [
            "How we update this policy",
            "Privacy Policy",
            "Data from 2019",
            "Rights in Utah (effective December 31, 2023)",
        ] {
            assert!(!is_date_line(line), "{line}");
        }
    }
}
