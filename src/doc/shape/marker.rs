//! List markers and heading numbers as they stand at the head of a line.

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
        let joined = tight && bullet != '+' && rest.starts_with(char::is_alphabetic);
        if !(unmistakable || spaced || joined) {
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
        let (label, digits, levels) = ordinal_label(rest)?;
        let after = &rest[label.len()..];
        let (form, after) = ordinal_form(after, open, levels)?;
        let words = after.trim_start();
        let separated = words.len() < after.len() || (form != Form::Bare && words.starts_with(char::is_alphabetic));
        let plausible = match (form, digits) {
            // "12 months", "1.5 million" and "A policy" are no numbered headings.
            (Form::Bare, Digits::Decimal) => words.starts_with(char::is_uppercase),
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

impl Ordinal {
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

/// Drops "Article", "Section" and the like before a number.
fn strip_division(line: &str) -> (&str, bool) {
    for name in ["Article ", "ARTICLE ", "Section ", "SECTION ", "Part ", "PART ", "\u{00A7} ", "\u{00A7}"] {
        if let Some(rest) = line.strip_prefix(name) {
            return (rest, true);
        }
    }
    (line, false)
}

/// Splits the letters or digits off: up to three digits or letters, or several numbers with periods between.
fn ordinal_label(text: &str) -> Option<(&str, Digits, u8)> {
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
fn ordinal_form(after: &str, open: bool, levels: u8) -> Option<(Form, &str)> {
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

fn is_opening(character: char) -> bool {
    matches!(character, '(' | '[' | '"' | '\'' | '\u{201C}' | '\u{2018}' | '\u{00AB}' | '$' | '\u{20AC}' | '<' | '@')
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
