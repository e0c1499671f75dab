//! Letters and numbers that count items and headings.

/// A letter or number with its punctuation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::doc) struct Ordinal {
    /// Without punctuation: `a`, `iv`, `3`, `2.1`.
    pub(in crate::doc) label: String,
    /// What siblings have in common.
    pub(in crate::doc) style: OrdinalStyle,
}

/// The look of an ordinal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::doc) struct OrdinalStyle {
    /// Its characters.
    pub(in crate::doc) digits: Digits,
    /// The punctuation around it.
    pub(in crate::doc) form: Form,
    /// How many numbers it is made of: 2 for `1.1`.
    pub(in crate::doc) levels: u8,
}

/// The characters of an ordinal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::doc) enum Digits {
    /// `1`, `2`.
    Decimal,
    /// `a`, `ii`.
    Lower,
    /// `A`, `II`.
    Upper,
}

/// The punctuation around an ordinal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::doc) enum Form {
    /// `1.`
    Period,
    /// `1)`
    Parenthesis,
    /// `(1)`
    Parentheses,
    /// `1-`, `1 –`
    Dash,
    /// `1:`, also after a word: `Article 1:`
    Colon,
    /// `1.1`
    Bare,
}

impl Ordinal {
    /// The ordinal of a list's item, by its label; `None` for a bullet.
    pub(in crate::doc) fn of_item(label: &str) -> Option<Self> {
        let (_, digits, levels) = split_label(label)?;
        Some(Self { label: label.to_owned(), style: OrdinalStyle { digits, form: Form::Period, levels } })
    }

    /// Whether a sequence starts with it: `1`, `a`, `i`, `2.1`.
    pub(in crate::doc) fn is_first(&self) -> bool {
        matches!(self.last_part(), "1" | "a" | "A" | "i" | "I")
    }

    /// Whether it is the next one after `before` in the same sequence.
    pub(in crate::doc) fn follows(&self, before: &Self) -> bool {
        let (prefix, last) = self.label.rsplit_once('.').unwrap_or(("", &self.label));
        let (prefix_before, last_before) = before.label.rsplit_once('.').unwrap_or(("", &before.label));
        self.style == before.style && prefix == prefix_before && next_of(last_before, last)
    }

    fn last_part(&self) -> &str {
        self.label.rsplit('.').next().unwrap_or_default()
    }
}

fn next_of(before: &str, after: &str) -> bool {
    if let (Ok(before), Ok(after)) = (before.parse::<u32>(), after.parse::<u32>()) {
        return after == before + 1;
    }
    let letters = |label: &str| match label.as_bytes() {
        [letter] if letter.is_ascii_alphabetic() => Some(u32::from(letter.to_ascii_lowercase() - b'a') + 1),
        _ => None,
    };
    let step = |before: Option<u32>, after: Option<u32>| matches!((before, after), (Some(b), Some(a)) if a == b + 1);
    step(letters(before), letters(after)) || step(roman_value(before), roman_value(after))
}

/// The value of a roman numeral up to 39, in either case.
pub(in crate::doc) fn roman_value(label: &str) -> Option<u32> {
    let label = label.to_ascii_lowercase();
    let tens = label.bytes().take_while(|&byte| byte == b'x').count();
    let ones = match &label[tens..] {
        "" => 0,
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        "v" => 5,
        "vi" => 6,
        "vii" => 7,
        "viii" => 8,
        "ix" => 9,
        _ => return None,
    };
    let tens = u32::try_from(tens).ok().filter(|tens| *tens <= 3)?;
    Some(tens * 10 + ones).filter(|value| *value > 0)
}

/// Splits the letters or digits off: up to three digits or letters, or several numbers with periods between.
pub(super) fn split_label(text: &str) -> Option<(&str, Digits, u8)> {
    let first = text.bytes().next()?;
    if first.is_ascii_digit() {
        let mut length = 0;
        let mut levels = 0;
        while levels < 5 {
            let start = if levels == 0 { 0 } else { length + 1 };
            let joined = levels == 0 || text.as_bytes().get(length) == Some(&b'.');
            let digits = text.bytes().skip(start).take(4).take_while(u8::is_ascii_digit).count();
            if !joined || digits == 0 || digits > 3 {
                break;
            }
            length = start + digits;
            levels += 1;
        }
        return (levels > 0).then(|| (&text[..length], Digits::Decimal, levels));
    }
    let length = text.bytes().take(7).take_while(u8::is_ascii_alphabetic).count();
    let label = &text[..length];
    let digits = match first {
        b'a'..=b'z' => Digits::Lower,
        b'A'..=b'Z' => Digits::Upper,
        _ => return None,
    };
    let same_case = label.bytes().all(|byte| byte.is_ascii_lowercase() == (digits == Digits::Lower));
    (same_case && (length == 1 || (length <= 6 && roman_value(label).is_some()))).then_some((label, digits, 1))
}

/// The punctuation behind a label, and what follows it.
pub(super) fn split_form(after: &str, open: bool, levels: u8) -> Option<(Form, &str)> {
    if open {
        return after.strip_prefix([')', ']']).map(|rest| (Form::Parentheses, rest));
    }
    let dashes = ['-', '\u{2013}', '\u{2014}'];
    if let Some(rest) = after.strip_prefix(')') {
        return Some((Form::Parenthesis, rest));
    }
    if let Some(rest) = after.strip_prefix('.') {
        return Some((Form::Period, rest.strip_prefix(dashes).unwrap_or(rest)));
    }
    if let Some(rest) = after.strip_prefix(':') {
        return Some((Form::Colon, rest));
    }
    if let Some(rest) = after.trim_start().strip_prefix(dashes) {
        let spaced = rest.starts_with(char::is_whitespace);
        return (spaced || !after.starts_with(char::is_whitespace)).then_some((Form::Dash, rest));
    }
    (levels > 1).then_some((Form::Bare, after))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::{Marker, MarkerKind};

    #[test]
    fn sequences() {
        let ordinal = |line: &str| match Marker::parse(line, false).unwrap().kind {
            MarkerKind::Ordinal(ordinal) => ordinal,
            MarkerKind::Bullet(_) => unreachable!("{line}"),
        };
        for (before, after) in [("a. x", "b. x"), ("(i) x", "(ii) x"), ("(h) x", "(i) x"), ("1.9 X", "1.10 X")] {
            assert!(ordinal(after).follows(&ordinal(before)), "{before} {after}");
        }
        for (before, after) in [("a. x", "b) x"), ("a. x", "c. x"), ("1.9 X", "2.10 X"), ("1. x", "1.1 X")] {
            assert!(!ordinal(after).follows(&ordinal(before)), "{before} {after}");
        }
        assert!(ordinal("(i) x").is_first() && ordinal("2.1 X").is_first() && !ordinal("b. x").is_first());
    }
}
