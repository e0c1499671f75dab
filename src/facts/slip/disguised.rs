//! Characters that only look like the hyphen or the space of an address.

use crate::facts::Facts;
use crate::text::{ProseRange, SourceText};

use super::characters::name;
use super::{Repair, Slip, SlipKind};

/// In addresses of e-mail and of the web no hyphen but that of keyboards; in telephone numbers no break of lines. A space in an address of
/// e-mail is found with the address.
pub(super) fn find(facts: &Facts<'_>, source: &SourceText, found: &mut Vec<Slip>) {
    // Most texts have none of them, and then nothing is looked for.
    if !source
        .text()
        .contains(['\u{2010}', '\u{2011}', '\u{2212}', '\u{FE63}', '\u{FF0D}', '\u{2028}', '\u{2029}', '&'])
    {
        return;
    }
    let addresses = facts.emails().iter().map(|email| email.prose);
    let addresses: Vec<ProseRange> = addresses.chain(facts.web_addresses().iter().map(|web| web.prose)).collect();
    let numbers = facts.phones().iter().map(|phone| phone.prose);
    let places = addresses.into_iter().map(|place| (place, HYPHENS)).chain(numbers.map(|place| (place, BREAKS)));
    for (place, (disguised, plain)) in places {
        if facts
            .reading
            .sentence_at(place.start())
            .is_some_and(|at| facts.reading.block(facts.reading.sentence(at).block).furniture)
        {
            continue;
        }
        for written in facts.reading.prose.replaced(place) {
            let Some(character) =
                character(written.of(source.text())).filter(|character| disguised.contains(character))
            else {
                continue;
            };
            let slip = Slip::new(SlipKind::Disguised, place).placed(written).found(name(character));
            let expected = place.of(facts.reading.prose.text());
            found.push(slip.expected(expected).repaired(Repair::Source(written, plain.to_owned())));
        }
    }
}

/// What looks like a hyphen, and the hyphen.
const HYPHENS: (&[char], &str) = (&['\u{2010}', '\u{2011}', '\u{2212}', '\u{FE63}', '\u{FF0D}'], "-");
/// What breaks a line, and the space.
const BREAKS: (&[char], &str) = (&['\u{2028}', '\u{2029}', '\u{85}', '\u{B}', '\u{C}'], " ");

/// The character that a piece of source is, also as a reference: `&#8209;`, `&#x2011;`.
fn character(source: &str) -> Option<char> {
    let mut characters = source.chars();
    if let (Some(own), None) = (characters.next(), characters.next()) {
        return Some(own);
    }
    let reference = source.strip_prefix('&')?.strip_suffix(';')?;
    if let Some(digits) = reference.strip_prefix('#') {
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => digits.parse(),
        };
        return code.ok().and_then(char::from_u32);
    }
    match reference {
        "hyphen" | "dash" => Some('\u{2010}'),
        "minus" => Some('\u{2212}'),
        _ => None,
    }
}
