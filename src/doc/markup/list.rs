//! The letter or number that an item of a numbered list shows.

use super::attributes::{Attribute, Attributes};

/// How a list numbers its items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numbering {
    None,
    Decimal,
    Letters { upper: bool },
    Roman { upper: bool },
}

/// A list whose items are being read.
#[derive(Debug, Clone)]
pub(crate) struct List {
    numbering: Numbering,
    next: i64,
    step: i64,
    items: u32,
    /// The item that a description of the list's last term continues.
    pub(crate) open_item: Option<u32>,
}

impl List {
    /// A list as its start tag describes it.
    pub(crate) fn new(numbered: bool, attributes: &Attributes) -> Self {
        let reversed = attributes.has(Attribute::Reversed);
        let start = attributes.number(Attribute::Start);
        let numbering = match (numbered, reversed, start) {
            (false, ..) => Numbering::None,
            // Counts down from the number of its items, which is not known yet.
            (true, true, None) => Numbering::None,
            (true, ..) => numbering(attributes),
        };
        Self { numbering, next: start.unwrap_or(1), step: if reversed { -1 } else { 1 }, items: 0, open_item: None }
    }

    /// A list that does not number its items.
    pub(crate) fn bullets() -> Self {
        Self { numbering: Numbering::None, next: 1, step: 1, items: 0, open_item: None }
    }

    /// Whether the list has a single item.
    pub(crate) fn has_one_item(&self) -> bool {
        self.items == 1
    }

    /// The ordinal of the next item, which may set its own value.
    pub(crate) fn ordinal(&mut self, value: Option<i64>) -> String {
        let number = value.unwrap_or(self.next);
        self.next = number.saturating_add(self.step);
        self.items = self.items.saturating_add(1);
        match self.numbering {
            Numbering::None => String::new(),
            Numbering::Decimal => number.to_string(),
            Numbering::Letters { upper } => cased(letters(number), upper),
            Numbering::Roman { upper } => cased(roman(number), upper),
        }
    }
}

fn numbering(attributes: &Attributes) -> Numbering {
    match attributes.get(Attribute::Type).map(str::trim) {
        Some("a") => return Numbering::Letters { upper: false },
        Some("A") => return Numbering::Letters { upper: true },
        Some("i") => return Numbering::Roman { upper: false },
        Some("I") => return Numbering::Roman { upper: true },
        _ => {}
    }
    let style = attributes.get(Attribute::Style).unwrap_or_default().to_ascii_lowercase();
    let shows = |name: &str| style.contains("list-style") && style.contains(name);
    match () {
        () if shows("lower-alpha") || shows("lower-latin") => Numbering::Letters { upper: false },
        () if shows("upper-alpha") || shows("upper-latin") => Numbering::Letters { upper: true },
        () if shows("lower-roman") => Numbering::Roman { upper: false },
        () if shows("upper-roman") => Numbering::Roman { upper: true },
        () if shows("none") || shows("disc") || shows("circle") || shows("square") => Numbering::None,
        () => Numbering::Decimal,
    }
}

fn cased(ordinal: String, upper: bool) -> String {
    if upper { ordinal.to_ascii_uppercase() } else { ordinal }
}

/// `a` to `z`, `aa`, `ab` and so on; numbers that have no letters stay numbers.
fn letters(number: i64) -> String {
    let mut rest = number;
    let mut reversed = Vec::new();
    while rest > 0 {
        rest -= 1;
        reversed.push(b'a' + u8::try_from(rest % 26).unwrap_or(0));
        rest /= 26;
    }
    if reversed.is_empty() {
        return number.to_string();
    }
    reversed.iter().rev().map(|letter| char::from(*letter)).collect()
}

/// `i` to `mmmcmxcix`; other numbers stay numbers.
fn roman(number: i64) -> String {
    const SIGNS: [(i64, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut ordinal = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            ordinal.push_str(sign);
            rest -= value;
        }
    }
    ordinal
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    fn ordinals(attributes: &[(Attribute, &str)], count: usize) -> Vec<String> {
        let mut collected = Attributes::default();
        for (attribute, value) in attributes {
            collected.push(*attribute, value.as_bytes(), TextRange::empty(0));
        }
        let mut list = List::new(true, &collected);
        (0..count).map(|_| list.ordinal(None)).collect()
    }

    #[test]
    fn counts_as_the_start_tag_says() {
        assert_eq!(ordinals(&[], 3), ["1", "2", "3"]);
        assert_eq!(ordinals(&[(Attribute::Type, "a"), (Attribute::Start, "26")], 2), ["z", "aa"]);
        assert_eq!(ordinals(&[(Attribute::Type, "I"), (Attribute::Start, "3")], 2), ["III", "IV"]);
        assert_eq!(ordinals(&[(Attribute::Reversed, ""), (Attribute::Start, "2")], 2), ["2", "1"]);
        assert_eq!(ordinals(&[(Attribute::Reversed, "")], 1), [""]);
        assert_eq!(ordinals(&[(Attribute::Style, "list-style-type: lower-alpha")], 2), ["a", "b"]);
    }

    #[test]
    fn an_item_may_set_its_value() {
        let mut list = List::new(true, &Attributes::default());
        assert_eq!(list.ordinal(None), "1");
        assert_eq!(list.ordinal(Some(9)), "9");
        assert_eq!(list.ordinal(None), "10");
        assert_eq!(List::bullets().ordinal(None), "");
    }

    #[test]
    fn numbers_without_letters_stay_numbers() {
        assert_eq!(
            (letters(0), letters(-3), roman(0), roman(4000)),
            ("0".into(), "-3".into(), "0".into(), "4000".into())
        );
        assert_eq!(letters(i64::MAX).len(), 14);
    }
}
