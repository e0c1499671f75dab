//! Lines of an address block: short lines that name a person, a street, a town, a telephone number.

use super::super::shape::{Case, Ending, Shape};
use super::unit::Unit;

/// How much a line looks like part of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Evidence {
    /// Too long, or a sentence.
    None,
    /// Short enough for a name, a department, a country.
    Possible,
    /// A street, a town with its postal code, a telephone number, an e-mail address.
    Address,
}

impl Evidence {
    /// What the words of a line tell.
    pub(super) fn of(words: &str, shape: &Shape) -> Self {
        if shape.words > 12 || words.len() > 90 || shape.is_sentence() || shape.ending == Ending::Question {
            return Self::None;
        }
        if is_instruction(shape) {
            return Self::None;
        }
        if has_address(words) {
            return Self::Address;
        }
        let short = shape.words <= 6 && matches!(shape.ending, Ending::Open | Ending::Comma | Ending::Period);
        let named =
            matches!(shape.case, Case::Title | Case::Capitals) || words.starts_with(|c: char| c.is_ascii_digit());
        if short && named { Self::Possible } else { Self::None }
    }
}

/// Marks the units that make up address blocks of at least two lines.
pub(super) fn blocks(units: &[Unit<'_>]) -> Vec<bool> {
    let mut marked = vec![false; units.len()];
    let mut at = 0;
    while at < units.len() {
        let joined =
            |unit: &Unit<'_>| unit.contact != Evidence::None && unit.marker.is_none() && !unit.row && !unit.date;
        let run = units[at..]
            .iter()
            .enumerate()
            .take_while(|(offset, unit)| joined(unit) && (*offset == 0 || !unit.after_gap))
            .count();
        if run >= 2 {
            mark_run(units, at, at + run, &mut marked);
        }
        at += run.max(1);
    }
    marked
}

/// Within short lines in a row, an address is what lies around its streets and numbers: up to three lines of names
/// before, single words (countries) behind.
fn mark_run(units: &[Unit<'_>], start: usize, end: usize, marked: &mut [bool]) {
    let is_address = |at: usize| units[at].contact == Evidence::Address;
    let Some(first) = (start..end).find(|&at| is_address(at)) else { return };
    let last = (start..end).rev().find(|&at| is_address(at)).unwrap_or(first);
    let mut from = first.saturating_sub(3).max(start);
    // The heading above an address is as short as its lines.
    let announced = |at: usize| at > 0 && units[at - 1].shape.ending == Ending::Colon;
    while from < first && is_heading(&units[from]) && !announced(from) {
        from += 1;
    }
    let to = (last + 1..end).take_while(|&at| units[at].shape.words <= 2).last().map_or(last + 1, |at| at + 1);
    let to = if to == units.len() || units.get(to).is_none_or(|next| next.after_gap) { to } else { last + 1 };
    if to - from >= 2 {
        marked[from..to].fill(true);
    }
}

fn is_heading(unit: &Unit<'_>) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "address", "contact", "contacting", "contacts", "data", "get", "how", "privacy", "questions", "reach", "who", "your",
    ];
    unit.is_marked() || (unit.shape.ending == Ending::Open && WORDS.contains(&unit.shape.first.as_str()))
}

/// Whether a line tells what to do with an address: "Call us at 555 0100".
fn is_instruction(shape: &Shape) -> bool {
    #[rustfmt::skip]
    const VERBS: &[&str] = &[
        "by", "call", "calling", "complete", "completing", "contact", "contacting", "email", "emailing", "fill", "log",
        "mail", "mailing", "send", "sending", "submit", "submitting", "through", "using", "via", "visit", "visiting",
        "write", "writing",
    ];
    shape.words >= 4 && VERBS.contains(&shape.first.as_str())
}

fn has_address(words: &str) -> bool {
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    let phone = digits >= 7 && words.split_whitespace().count() <= 6;
    phone || words.contains('@') || has_street(words) || has_postal_code(words)
}

/// A number and the name of a kind of street, a box or a floor.
fn has_street(words: &str) -> bool {
    #[rustfmt::skip]
    const KINDS: &[&str] = &[
        "ave", "avenue", "bldg", "blvd", "boulevard", "box", "broadway", "building", "court", "ct", "dr", "drive", "fl", "floor",
        "highway", "hwy", "lane", "ln", "parkway", "pkwy", "pl", "place", "plaza", "quay", "rd", "road", "room", "rue", "square",
        "st", "ste", "street", "suite", "terrace", "unit", "way",
    ];
    let mut number = false;
    let mut kind = false;
    for word in words.split_whitespace() {
        number |= word.starts_with(|first: char| first.is_ascii_digit() || first == '#');
        let word = word.trim_matches(|character: char| !character.is_alphanumeric()).to_lowercase();
        kind |= KINDS.contains(&word.as_str()) || word.ends_with("stra\u{00DF}e") || word.ends_with("strasse");
    }
    number && kind
}

/// A state with its ZIP code, or a postal code of Canada, the United Kingdom or the continent beside a town.
fn has_postal_code(words: &str) -> bool {
    let parts: Vec<&str> = words
        .split(|character: char| character.is_whitespace() || character == ',')
        .filter(|part| !part.is_empty())
        .collect();
    let all_digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    let zip = |part: &str| {
        all_digits(part, 5) || part.split_once('-').is_some_and(|(zip, four)| all_digits(zip, 5) && all_digits(four, 4))
    };
    let code = |part: &str| {
        (2..=4).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            && part.bytes().any(|byte| byte.is_ascii_digit())
            && part.bytes().any(|byte| byte.is_ascii_uppercase())
    };
    (parts.len() >= 2 && parts.iter().any(|part| zip(part)))
        || parts.windows(2).any(|pair| code(pair[0]) && code(pair[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence() {
        for line in [
            "12 Harbour Street",
            "Springfield, NC 28146",
            "Kelowna, BC V1Y 9X1",
            "London EC1A 1BB",
            "PO Box 12",
            "1-800-555-0100",
            "privacy@lantern.example",
            "Floor 3, Suite 20",
        ] {
            assert_eq!(Evidence::of(line, &Shape::of(line)), Evidence::Address, "{line}");
        }
        for line in ["Lantern Works Inc.", "USA", "Attn: Privacy Team"] {
            assert_eq!(Evidence::of(line, &Shape::of(line)), Evidence::Possible, "{line}");
        }
        for line in ["We keep names.", "names and places", "How We Use the Data That You Give to Us"] {
            assert_eq!(Evidence::of(line, &Shape::of(line)), Evidence::None, "{line}");
        }
    }
}
