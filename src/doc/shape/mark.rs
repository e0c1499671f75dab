//! The letter or number at the head of a text, for those who count them.

use super::marker::{Marker, MarkerKind};
use super::ordinal::{Digits, OrdinalStyle, roman_value};

/// A letter or number at the head of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Without punctuation: `a`, `iv`, `3`, `2.1`.
    pub label: String,
    /// What siblings have in common.
    pub style: MarkStyle,
    /// Bytes up to the first word behind it.
    pub length: usize,
}

/// How a mark looks: its characters and the punctuation around them. Of an item's label, the punctuation is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkStyle {
    digits: Digits,
    written: Option<OrdinalStyle>,
}

impl Mark {
    /// The mark that `text` begins with, if words follow it.
    pub fn at_head(text: &str) -> Option<Self> {
        let marker = Marker::parse(text, false)?;
        match marker.kind {
            MarkerKind::Ordinal(ordinal) => {
                let style = MarkStyle { digits: ordinal.style.digits, written: Some(ordinal.style) };
                Some(Self { label: ordinal.label, style, length: marker.length })
            }
            MarkerKind::Bullet(_) => None,
        }
    }

    /// The mark of an item that is labelled so; `None` for a bullet.
    pub fn of_label(label: &str) -> Option<Self> {
        let digits = match label.bytes().next()? {
            b'0'..=b'9' => Digits::Decimal,
            b'a'..=b'z' => Digits::Lower,
            b'A'..=b'Z' => Digits::Upper,
            _ => return None,
        };
        Some(Self { label: label.to_owned(), style: MarkStyle { digits, written: None }, length: 0 })
    }

    /// The numbers before the last, such as `2.` of `2.1`; empty for most.
    pub fn prefix(&self) -> &str {
        self.label.rfind('.').map_or("", |dot| &self.label[..=dot])
    }

    /// Its place, read as a number or a letter.
    pub fn place(&self) -> Option<u32> {
        let last = &self.label[self.prefix().len()..];
        match last.as_bytes() {
            [letter] if letter.is_ascii_alphabetic() => Some(u32::from(letter.to_ascii_lowercase() - b'a') + 1),
            _ => last.parse().ok(),
        }
    }

    /// Its place, read as a Roman numeral.
    pub fn roman_place(&self) -> Option<u32> {
        roman_value(&self.label)
    }

    /// The mark that stands at `place` where this one stands at another, in the same characters.
    pub fn labelled(&self, place: u32, roman: bool) -> String {
        let last = match self.style.digits {
            Digits::Decimal => place.to_string(),
            _ if roman => roman_numeral(place),
            _ => char::from_u32(u32::from(b'a') + place.saturating_sub(1)).map_or_else(String::new, String::from),
        };
        let last = if self.style.digits == Digits::Upper { last.to_ascii_uppercase() } else { last };
        format!("{}{last}", self.prefix())
    }
}

fn roman_numeral(place: u32) -> String {
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let tens = usize::try_from(place / 10).unwrap_or(0);
    format!("{}{}", "x".repeat(tens), ONES[(place % 10) as usize])
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_places() {
        let mark = |text: &str| Mark::at_head(text).unwrap();
        assert_eq!((mark("D. Commercial").place(), mark("2.1 Cookies").prefix()), (Some(4), "2."));
        assert_eq!(mark("(iv) names").roman_place(), Some(4));
        assert_eq!(mark("D. Commercial").labelled(5, false), "E");
        assert_eq!(mark("(ii) names").labelled(9, true), "ix");
        assert_eq!(mark("2.1 Cookies").labelled(3, false), "2.3");
        assert_eq!(Mark::at_head("- names"), None);
        assert_eq!(Mark::of_label("c").unwrap().place(), Some(3));
        assert_eq!(Mark::of_label(""), None);
    }
}
