//! Characters that show nothing, and those that change the order of what is shown.

use unicode_script::{Script, UnicodeScript};

use crate::doc::Unseen;
use crate::facts::Facts;
use crate::facts::near::{head, tail};
use crate::text::ProseRange;

use super::{Repair, Slip, SlipKind};

pub(super) fn find(facts: &Facts<'_>, found: &mut Vec<Slip>) {
    let reading = facts.reading;
    let unseen = reading.prose.unseen();
    let mut blocks = reading.blocks.iter().filter(|block| !block.prose.is_empty()).peekable();
    let mut last: Option<(ProseRange, bool)> = None;
    // Most texts have none, and then nothing is looked for.
    let addresses = if unseen.is_empty() { Vec::new() } else { addresses(facts) };
    for it in unseen {
        while blocks.peek().is_some_and(|block| block.prose.end() < it.at) {
            blocks.next();
        }
        let Some(block) = blocks.peek().filter(|block| !block.furniture) else { continue };
        let right_to_left = match last {
            Some((prose, known)) if prose == block.prose => known,
            _ => reading.words(block.prose).chars().any(is_right_to_left),
        };
        last = Some((block.prose, right_to_left));
        found.extend(judged(facts, right_to_left, it, &addresses));
    }
    for link in reading.links.iter().filter(|link| !reading.block(link.block).furniture) {
        if let Some(character) = link.target.chars().find(|character| is_invisible(*character)) {
            let slip = Slip::new(SlipKind::InvisibleInTarget, link.prose).placed(link.target_source);
            found.push(slip.found(name(character)));
        }
    }
}

/// Addresses of e-mail and of the web, in order.
fn addresses(facts: &Facts<'_>) -> Vec<ProseRange> {
    let emails = facts.emails().iter().map(|email| email.prose);
    let mut all: Vec<ProseRange> = emails.chain(facts.web_addresses().iter().map(|web| web.prose)).collect();
    all.sort_unstable();
    all
}

fn judged(facts: &Facts<'_>, right_to_left: bool, it: &Unseen, addresses: &[ProseRange]) -> Option<Slip> {
    let prose = facts.reading.prose.text();
    let (before, after) = (prose[..it.at].chars().next_back(), prose[it.at..].chars().next());
    if is_directional(it.character) {
        if right_to_left {
            return None;
        }
        let slip =
            Slip::new(SlipKind::Bidirectional, word_around(prose, it.at)).placed(it.source).found(name(it.character));
        // An override shows other words than it holds; which of them are meant, only the author knows.
        let overrides = matches!(it.character, '\u{202D}' | '\u{202E}');
        return Some(if overrides { slip } else { slip.repaired(Repair::Source(it.source, String::new())) });
    }
    if !is_invisible(it.character) && it.character != '\u{AD}' {
        return None;
    }
    let nearest = addresses.partition_point(|address| address.end() <= it.at);
    let inside = addresses.get(nearest).filter(|address| address.start() < it.at);
    let (kind, around) = match inside {
        Some(address) => (SlipKind::InvisibleInAddress, *address),
        // Where it shows nothing, a soft hyphen is just good setting; joiners and breaks belong to scripts that need them.
        None if it.character == '\u{AD}' => return None,
        None => {
            before.zip(after).filter(|(before, after)| is_joined(*before) && is_joined(*after))?;
            (SlipKind::InvisibleInWord, word_around(prose, it.at))
        }
    };
    let slip = Slip::new(kind, around).placed(it.source).found(name(it.character)).expected(around.of(prose));
    Some(slip.repaired(Repair::Source(it.source, String::new())))
}

/// How much of a word around a character is shown, in bytes.
const WORD: usize = 80;

/// The word that an offset lies in or at.
fn word_around(prose: &str, at: usize) -> ProseRange {
    let (before, after) = (tail(&prose[..at], WORD), head(&prose[at..], WORD));
    let start = at - before.len() + before.rfind(char::is_whitespace).map_or(0, |space| space + 1);
    // Between two words, both are shown: which of them it belongs to, nobody sees.
    let skipped = after.len() - after.trim_start().len();
    let end = at + skipped + after[skipped..].find(char::is_whitespace).unwrap_or(after.len() - skipped);
    ProseRange::new(start, end)
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

fn is_directional(character: char) -> bool {
    matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn is_right_to_left(character: char) -> bool {
    use Script::{Arabic, Hebrew, Nko, Syriac, Thaana};
    !character.is_ascii() && matches!(character.script(), Arabic | Hebrew | Nko | Syriac | Thaana)
}

/// Whether nothing may stand between this letter and the next.
fn is_joined(character: char) -> bool {
    use Script::{Cyrillic, Greek, Latin};
    character.is_ascii_alphanumeric()
        || character.is_alphabetic() && matches!(character.script(), Latin | Greek | Cyrillic)
}

/// What people call it.
pub(super) fn name(character: char) -> String {
    let name = match character {
        '\u{AD}' => "a soft hyphen",
        '\u{200B}' => "a zero-width space",
        '\u{200C}' => "a zero-width non-joiner",
        '\u{200D}' => "a zero-width joiner",
        '\u{2060}' => "a word joiner",
        '\u{FEFF}' => "a byte order mark",
        '\u{202A}' | '\u{202B}' => "a directional embedding",
        '\u{202D}' | '\u{202E}' => "a directional override",
        '\u{202C}' => "the end of a directional override",
        '\u{2010}' => "a typographic hyphen",
        '\u{2011}' => "a non-breaking hyphen",
        '\u{2212}' => "a minus sign",
        '\u{FE63}' => "a small hyphen",
        '\u{FF0D}' => "a full-width hyphen",
        '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => "a line separator",
        _ => "a directional isolate",
    };
    format!("{name} (U+{:04X})", u32::from(character))
}
