//! Postal addresses, by their two ends: a street or a box with its number, and a postal code with its town.
//!
//! No list of streets or towns is at hand, so this is a guess from structure; it errs on the side of seeing an address.

use crate::doc::{Block, BlockId, BlockKind, Reading};
use crate::lexicon::{ends_state_name, is_state_code};
use crate::text::ProseRange;

/// A postal address, or what there is of it, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostalAddress {
    /// From its street to its postal code; only the one that stands there.
    pub prose: ProseRange,
    /// The block in which it begins.
    pub block: BlockId,
    /// Whether it has a street with a number, or a box.
    pub street: bool,
    /// Whether it has a postal code.
    pub code: bool,
    /// Whether nothing that could be a town follows its street.
    pub alone: bool,
}

/// Words, from the end of a street to the postal code.
const REACH: usize = 14;
/// A line of an address has fewer words.
const SHORT: usize = 6;
/// Blocks in which the lines of one address may stand.
const LINES: usize = 4;

/// All postal addresses of a reading in the order of the prose, page furniture's included, code's left out.
pub fn postal_addresses(reading: &Reading) -> Vec<PostalAddress> {
    let mut found: Vec<PostalAddress> = Vec::new();
    // The last street without a code: how many words and blocks ago.
    let mut open: Option<(usize, usize)> = None;
    for (index, block) in reading.blocks.iter().enumerate().filter(|(_, block)| block.kind != BlockKind::Code) {
        let words = words(reading, block);
        let mut at = 0;
        while at < words.len() {
            if let Some(length) = street_at(&words, at) {
                let prose = words[at].1.join(words[at + length - 1].1);
                let alone = ends_at(reading, index, &words, at + length);
                found.push(PostalAddress { prose, block: BlockId::at(index), street: true, code: false, alone });
                open = Some((0, index));
                at += length;
            } else if let Some(length) = code_at(&words, at, open.is_some_and(|(passed, _)| passed <= REACH)) {
                let prose = words[at].1.join(words[at + length - 1].1);
                let street = open.take().filter(|(passed, line)| *passed <= REACH && index - line <= LINES);
                match found.last_mut().filter(|_| street.is_some()) {
                    Some(address) => {
                        address.prose = address.prose.join(prose);
                        address.code = true;
                    }
                    None => {
                        let block = BlockId::at(index);
                        found.push(PostalAddress { prose, block, street: false, code: true, alone: false });
                    }
                }
                at += length;
            } else {
                open = open.map(|(passed, line)| (passed + 1, line));
                at += 1;
            }
        }
    }
    found
}

/// The only country (ISO 3166-1) in which the postal codes of a text can be, where that is the United Kingdom, whose codes are like no
/// others and whose telephone numbers all have one length.
pub fn home_of_addresses(reading: &Reading, addresses: &[PostalAddress]) -> Option<&'static str> {
    let mut codes = addresses.iter().filter(|address| address.code).peekable();
    codes.peek()?;
    codes.all(|address| ends_in_british_code(reading.words(address.prose))).then_some("GB")
}

fn ends_in_british_code(address: &str) -> bool {
    let mut back = address.rsplit(|mark: char| !mark.is_alphanumeric());
    let (inward, outward) = (back.next().unwrap_or_default(), back.next().unwrap_or_default());
    is_british(outward, inward)
}

/// SW1A 1AA.
fn is_british(outward: &str, inward: &str) -> bool {
    inward.len() == 3
        && shape(inward) == "9AA"
        && matches!(shape(outward).as_str(), "A9" | "A99" | "AA9" | "AA99" | "A9A" | "AA9A")
}

/// Whether the words of an address are over before `next`: the sentence goes on in small letters, or the block ends and no short line
/// follows it.
fn ends_at(reading: &Reading, block: usize, words: &[(&str, ProseRange)], next: usize) -> bool {
    let next = behind_suite(words, next);
    match words.get(next) {
        Some((word, range)) => {
            word.starts_with(char::is_lowercase) || begins_sentence(reading, words, next, range.start())
        }
        None => reading.blocks.get(block + 1).is_none_or(|line| {
            reading.words(line.prose).split_whitespace().nth(SHORT).is_some()
                || matches!(line.kind, BlockKind::Heading { .. })
        }),
    }
}

/// Whether a sentence begins with a word, and goes on in small letters, as no line with a town does.
fn begins_sentence(reading: &Reading, words: &[(&str, ProseRange)], at: usize, start: usize) -> bool {
    let own = reading.sentence_at(start).map(|sentence| reading.sentence(sentence).prose);
    let small = |offset: usize| word(words, at + offset).starts_with(char::is_lowercase);
    own.is_some_and(|own| own.start() == start) && small(1)
}

/// Past "Suite 400" or "Floor 2", which is no town.
fn behind_suite(words: &[(&str, ProseRange)], next: usize) -> usize {
    const PARTS: [&str; 11] =
        ["apartment", "apt", "bldg", "building", "fl", "floor", "office", "room", "ste", "suite", "unit"];
    let part = PARTS.contains(&word(words, next).to_lowercase().as_str());
    let numbered =
        part && word(words, next + 1).len() <= 5 && word(words, next + 1).contains(|c: char| c.is_ascii_digit());
    if numbered { next + 2 } else { next + usize::from(word(words, next).starts_with('#')) }
}

/// Words as written, without the punctuation around them, and where each stands with what is written onto it.
fn words<'r>(reading: &'r Reading, block: &Block) -> Vec<(&'r str, ProseRange)> {
    let text = reading.words(block.prose);
    let mut found = Vec::new();
    let mut end = 0;
    for word in text.split([' ', '\n', '\t', '\u{a0}', ',', ';', '|']) {
        let start = end;
        end += word.len();
        // All separators but the no-break space are one byte long.
        end += text[end..].chars().next().map_or(0, char::len_utf8);
        let bare = word.trim_matches(|character: char| !character.is_alphanumeric() && character != '#');
        let from = block.prose.start() + start + word.find(bare).unwrap_or(0);
        if !bare.is_empty() {
            found.push((bare, ProseRange::new(from, from + bare.len())));
        }
    }
    found
}

fn word<'r>(words: &[(&'r str, ProseRange)], at: usize) -> &'r str {
    words.get(at).map_or("", |(word, _)| word)
}

/// How many words make up a street with its number, or a box, at `at`.
fn street_at(words: &[(&str, ProseRange)], at: usize) -> Option<usize> {
    post_box(words, at).or_else(|| numbered_street(words, at)).or_else(|| street_numbered(words, at))
}

/// `P.O. Box 12`, `Post Office Box 12`, `PO Box 12`.
fn post_box(words: &[(&str, ProseRange)], at: usize) -> Option<usize> {
    let is = |offset: usize, name: &str| word(words, at + offset).eq_ignore_ascii_case(name);
    let lead = if is(0, "po") || is(0, "p.o") || is(0, "pob") {
        1
    } else if is(0, "p") && is(1, "o") || is(0, "post") && is(1, "office") {
        2
    } else {
        return None;
    };
    (is(lead, "box") && starts_with_digit(word(words, at + lead + 1))).then_some(lead + 2)
}

/// `1200 West Mill Road`: a number, up to four capitalised words, the kind of street.
fn numbered_street(words: &[(&str, ProseRange)], at: usize) -> Option<usize> {
    let number = word(words, at);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let ordinal = ["st", "nd", "rd", "th"].iter().any(|ending| number.ends_with(ending));
    if !starts_with_digit(number) || number.len() > 7 || digits > 5 || number.contains(['.', '%', '/']) || ordinal {
        return None;
    }
    // "1. When You Place": the number of a list.
    if words.get(at + 1).is_some_and(|next| next.1.start() - words[at].1.end() > 1) {
        return None;
    }
    for length in 1..=4 {
        let next = word(words, at + length);
        if is_street_kind(next) && length > 1 {
            return Some(length + 1);
        }
        if next == "The" || !next.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit()) {
            return None;
        }
    }
    None
}

/// `Mühlenstraße 12`, `Rue du Moulin 12`: the number comes after.
fn street_numbered(words: &[(&str, ProseRange)], at: usize) -> Option<usize> {
    if !starts_with_digit(word(words, at + 1)) {
        return None;
    }
    let name = word(words, at).to_lowercase();
    let german = ["straße", "strasse", "str", "weg", "platz", "allee", "gasse", "damm", "ufer"];
    let compound = name.chars().count() > 6 && german.iter().any(|kind| name.ends_with(kind));
    let capital = word(words, at).starts_with(char::is_uppercase);
    (capital && compound).then_some(2)
}

fn starts_with_digit(word: &str) -> bool {
    word.trim_start_matches('#').starts_with(|first: char| first.is_ascii_digit())
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_street_kind(word: &str) -> bool {
    #[rustfmt::skip]
    const KINDS: &[&str] = &[
        "alley", "ave", "avenue", "blvd", "boulevard", "broadway", "circle", "close", "court", "crescent", "ct", "dr", "drive", "freeway",
        "highway", "hwy", "lane", "ln", "loop", "mews", "parkway", "pike", "pkwy", "pl", "place", "plaza", "quay", "rd", "road", "row",
        "square", "st", "street", "terrace", "trail", "turnpike", "way", "wharf",
    ];
    let capital = word.starts_with(char::is_uppercase);
    capital && KINDS.binary_search(&word.trim_end_matches('.').to_lowercase().as_str()).is_ok()
}

/// How many words make up a postal code with what shows that it is one, at `at`.
///
/// After a street, a number before a name is one; elsewhere only where it stands apart.
fn code_at(words: &[(&str, ProseRange)], at: usize, after_street: bool) -> Option<usize> {
    let (first, second) = (word(words, at), word(words, at + 1));
    if !has_digit(first) && !has_digit(second) {
        return None;
    }
    // Nevada 89501, NV 89501-1234.
    if is_zip(second) && (is_state(first) || ends_state_name(&first.to_lowercase())) {
        return Some(2);
    }
    // SW1A 1AA, H2X 1Y4, D02 X285.
    if is_british(first, second) {
        return Some(2);
    }
    let canadian = shape(first) == "A9A" && shape(second) == "9A9" || shape(first) == "A9A9A9";
    let irish = first.len() == 3
        && first.starts_with(|c: char| c.is_ascii_uppercase())
        && first[1..].bytes().all(|byte| byte.is_ascii_digit() || byte == b'W')
        && second.len() == 4
        && shape(second).contains('9')
        && shape(second).contains('A');
    if canadian || irish {
        return Some(if shape(first) == "A9A9A9" { 1 } else { 2 });
    }
    // 10115 Berlin, 1016 AB Amsterdam, D-10115 Berlin: a code before its town.
    let bare = first.rsplit('-').next().unwrap_or(first);
    let continental = bare.len() == 5 && bare.bytes().all(|byte| byte.is_ascii_digit());
    let dutch = shape(first) == "9999" && shape(second) == "AA" && is_name(word(words, at + 2));
    if dutch {
        return Some(3);
    }
    (continental && is_name(second) && (after_street || is_apart(words, at))).then_some(2)
}

/// Whether a number stands apart from what comes before it: after a comma, or on a line of its own.
fn is_apart(words: &[(&str, ProseRange)], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| words[at].1.start() - words[before].1.end() > 1)
}

fn is_name(word: &str) -> bool {
    word.chars().count() > 2
        && word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(|character| character.is_lowercase() || character == '-')
}

fn is_zip(word: &str) -> bool {
    matches!(shape(word).as_str(), "99999" | "99999-9999")
}

/// Letters as `A`, digits as `9`; capitals only, so that words are no codes.
fn shape(word: &str) -> String {
    if word.len() > 10 {
        return String::new();
    }
    let one = |character: char| match character {
        'A'..='Z' => 'A',
        '0'..='9' => '9',
        other => other,
    };
    word.chars().map(one).collect()
}

fn is_state(word: &str) -> bool {
    let bare: String = word.chars().filter(|character| *character != '.').collect();
    is_state_code(&bare)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::doc::{Format, read};
    use crate::text::SourceText;

    fn found(text: &str) -> Vec<(String, bool, bool)> {
        let reading = read(&SourceText::new(text.as_bytes()).unwrap(), Format::Markdown);
        let one = |address: PostalAddress| (reading.words(address.prose).to_owned(), address.street, address.code);
        postal_addresses(&reading).into_iter().map(one).collect()
    }

    #[test]
    fn whole_addresses_in_many_countries() {
        for text in [
            "Write to Fernhollow Inc., 1200 West Mill Road, Suite 4, Reno, NV 89501.",
            "Fernhollow\n\n12 Kiln St.\n\nBoston, Massachusetts 02101-1234\n",
            "P.O. Box 77, Fresno, CA 93711",
            "Post Office Box 77, Albany, New York 12201",
            "Fernhollow Ltd, 4 Potters Lane, Leeds LS1 4DY, United Kingdom",
            "4 Potters Road, Toronto, ON H2X 1Y4",
            "4 Potters Quay, Dublin D02 X285",
            "Fernhollow GmbH, Töpferstraße 4, 10115 Berlin",
        ] {
            let all = found(text);
            assert_eq!(all.len(), 1, "{text}: {all:?}");
            assert!(all[0].1 && all[0].2, "{text}: {all:?}");
        }
    }

    #[test]
    fn half_addresses_say_so() {
        assert_eq!(found("Our shop is at 1200 West Mill Road."), [("1200 West Mill Road".to_owned(), true, false)]);
        assert_eq!(found("We are in Reno, NV 89501."), [("NV 89501".to_owned(), false, true)]);
    }

    #[test]
    fn numbers_and_words_that_are_no_address() {
        for text in [
            "Section 1798.100 of the Civil Code gives 45 days in any way.",
            "We keep it for 24 months, in our own way. Articles 15 to 22 apply.",
            "In 2024 The Court ruled on it. Over 10000 People read this.",
            "We collect 5 Types of data: the street, the city, the ZIP code.",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,80}") {
            let _ = found(&text);
        }
    }
}
