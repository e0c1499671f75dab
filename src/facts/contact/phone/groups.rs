//! The runs of digits in a text, and which of them hold together.

use std::ops::Range;

/// A run of digits.
#[derive(Debug)]
pub(super) struct Group<'a> {
    pub(super) digits: &'a str,
    pub(super) range: Range<usize>,
    /// Whether a plus stands right before it.
    pub(super) plus: bool,
    /// Whether it stands in round brackets of its own.
    pub(super) paren: bool,
    /// What stands between it and the group before, where that is what parts a telephone number.
    pub(super) separator: &'a str,
    /// Whether it may belong to one number with the group before.
    pub(super) joined: bool,
    /// Whether something is written onto its front that makes it no number of its own.
    pub(super) glued_before: bool,
    /// The same, onto its end.
    pub(super) glued_after: bool,
}

/// What parts the groups of a telephone number.
const SEPARATORS: [&str; 12] = [" ", "-", ".", "(", ")", ") ", " (", ")-", "-(", " - ", ".(", ")."];

/// All runs of ASCII digits.
pub(super) fn groups(text: &str) -> Vec<Group<'_>> {
    let bytes = text.as_bytes();
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut at = 0;
    while let Some(offset) = bytes[at..].iter().position(u8::is_ascii_digit) {
        let start = at + offset;
        let end = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let between = groups.last().map_or("", |last| &text[last.range.end..start]);
        let joined = !groups.is_empty() && (SEPARATORS.contains(&between) || between == "/" && groups.len() == 1);
        let before = text[..start].chars().next_back();
        groups.push(Group {
            digits: &text[start..end],
            range: start..end,
            plus: before == Some('+'),
            paren: before == Some('(') && bytes.get(end) == Some(&b')'),
            separator: if joined { between } else { "" },
            joined,
            glued_before: is_glued_before(&text[..start]),
            glued_after: is_glued_after(&text[end..]),
        });
        at = end;
    }
    groups
}

fn is_glued_before(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        None => false,
        Some('+' | '(') => back.next().is_some_and(char::is_alphanumeric),
        Some('.' | ',' | '-' | '/') => back.next().is_some_and(|other| other.is_ascii_digit() || other == '/'),
        Some(other) => other.is_alphanumeric() || "_#$€£§@=&%".contains(other),
    }
}

fn is_glued_after(after: &str) -> bool {
    let mut ahead = after.chars();
    match ahead.next() {
        None => false,
        // An extension: "555-0100x12".
        Some('x' | 'X') => !ahead.next().is_some_and(|next| next.is_ascii_digit() || next == ' '),
        Some('-' | '.' | ',' | '/') => ahead.next().is_some_and(|next| next.is_ascii_digit()),
        Some(other) => other.is_alphabetic() || "_%@".contains(other),
    }
}
