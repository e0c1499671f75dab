//! Companies that a text names with their legal form: "Lamplight Bakery, Inc.".

use crate::doc::{BlockId, BlockKind, Reading};
use crate::text::ProseRange;

/// A company's name as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    /// Name and legal form.
    pub prose: ProseRange,
    /// The block that it stands in.
    pub block: BlockId,
    /// The name without its form: letters and digits in lower case.
    pub stem: String,
    /// The form.
    pub form: LegalForm,
}

/// A legal form, and where companies have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LegalForm {
    /// One spelling for all of them.
    pub name: &'static str,
    /// Companies with forms of different places are different companies of one group.
    pub place: &'static str,
}

const fn form(name: &'static str, place: &'static str) -> LegalForm {
    LegalForm { name, place }
}

/// Spellings, without points and in lower case.
const FORMS: [(&str, LegalForm); 27] = [
    ("inc", form("Inc.", "us")),
    ("incorporated", form("Inc.", "us")),
    ("llc", form("LLC", "us")),
    ("corp", form("Corp.", "us")),
    ("corporation", form("Corp.", "us")),
    ("lp", form("LP", "us")),
    ("llp", form("LLP", "us")),
    ("ltd", form("Ltd", "uk")),
    ("limited", form("Ltd", "uk")),
    ("plc", form("plc", "uk")),
    ("gmbh", form("GmbH", "de")),
    ("ag", form("AG", "de")),
    ("ug", form("UG", "de")),
    ("bv", form("B.V.", "nl")),
    ("nv", form("N.V.", "nl")),
    ("sarl", form("SARL", "fr")),
    ("sas", form("SAS", "fr")),
    ("sa", form("S.A.", "fr")),
    ("srl", form("S.r.l.", "it")),
    ("spa", form("S.p.A.", "it")),
    ("ab", form("AB", "se")),
    ("oy", form("Oy", "fi")),
    ("as", form("AS", "no")),
    ("aps", form("ApS", "dk")),
    ("sro", form("s.r.o.", "cz")),
    ("kft", form("Kft.", "hu")),
    ("pbc", form("PBC", "us")),
];
/// Words in small letters that a name may hold.
const WITHIN: [&str; 5] = ["of", "and", "the", "for", "&"];
/// Words with a capital that begin a sentence, or stand beside a name, and are none of it.
const BESIDE: [&str; 25] = [
    "the",
    "by",
    "at",
    "to",
    "with",
    "and",
    "from",
    "contact",
    "write",
    "attn",
    "attention",
    "of",
    "for",
    "we",
    "if",
    "when",
    "in",
    "copyright",
    "this",
    "our",
    "about",
    "please",
    "ask",
    "see",
    "call",
];
/// The most words of a name.
const LONGEST: usize = 6;

/// All companies that a reading names so, in order, code left out.
pub fn companies(reading: &Reading) -> Vec<Company> {
    let mut found = Vec::new();
    for (at, block) in reading.blocks.iter().enumerate().filter(|(_, block)| block.kind != BlockKind::Code) {
        let text = reading.words(block.prose);
        let words = words(text);
        let mut after = 0;
        for (index, word) in words.iter().enumerate() {
            let Some(form) = form_of(word.text) else { continue };
            // A form ends a name.
            let before = &words[std::mem::replace(&mut after, index + 1)..index];
            let Some(first) = beginning(before) else { continue };
            let name = &before[first..];
            let stem: String = name.iter().flat_map(|word| word.text.chars()).filter(|c| c.is_alphanumeric()).collect();
            // In a sentence in capitals, "AS" is a word.
            let shouted = word.text.len() == 2 && name.iter().all(|word| !word.text.contains(char::is_lowercase));
            if !stem.is_empty() && !shouted {
                let start = block.prose.start();
                let prose = ProseRange::new(start + name[0].start, start + word.start + word.text.len());
                found.push(Company { prose, block: BlockId::at(at), stem: stem.to_lowercase(), form });
            }
        }
    }
    found
}

/// A word without the marks around it.
struct Word<'a> {
    text: &'a str,
    start: usize,
    /// Whether something parts it from the word before.
    parted: bool,
    /// Whether a comma does, which may stand before a legal form.
    comma: bool,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let (mut at, mut comma, mut parted) = (0, false, false);
    for chunk in text.split_inclusive(char::is_whitespace) {
        let start = at;
        at += chunk.len();
        let chunk = chunk.trim_end();
        let bare = chunk.trim_start_matches(['(', '"', '\'', '[', '\u{201C}', '\u{2018}']);
        let lead = chunk.len() - bare.len();
        let trimmed =
            bare.trim_end_matches([',', ';', ':', ')', '"', '\'', ']', '.', '\u{201D}', '\u{2019}', '!', '?']);
        if trimmed.is_empty() {
            parted = true;
            continue;
        }
        found.push(Word { text: trimmed, start: start + lead, parted: parted || lead > 0, comma });
        let after = &bare[trimmed.len()..];
        comma = after == ",";
        // "St. Mary": a point after a short word parts nothing.
        let short = after == "." && trimmed.len() < 4;
        parted = !(after.is_empty() || comma || short);
    }
    found
}

/// The form that a word is; forms that are words, too, are written in capitals.
fn form_of(word: &str) -> Option<LegalForm> {
    let plain: String = word.chars().filter(|c| *c != '.').collect();
    if !plain.starts_with(char::is_alphabetic) || !plain.is_ascii() {
        return None;
    }
    let lower = plain.to_lowercase();
    let form = FORMS.iter().find(|(spelling, _)| *spelling == lower).map(|(_, form)| *form)?;
    let short = lower.len() == 2 || lower == "spa" || lower == "sas";
    let capitals = plain.chars().all(char::is_uppercase);
    let capital = plain.starts_with(char::is_uppercase);
    let spelled_so = capitals || word == form.name;
    (if short { spelled_so } else { capital || word == form.name }).then_some(form)
}

/// Where the name before a form begins.
fn beginning(before: &[Word<'_>]) -> Option<usize> {
    let mut first = before.len();
    let mut parted = false;
    for (index, word) in before.iter().enumerate().rev().take(LONGEST) {
        let capital = word.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        // A comma stands before the form only.
        if parted || !(capital || WITHIN.contains(&word.text) && first < before.len()) {
            break;
        }
        first = index;
        parted = word.parted || word.comma;
    }
    let skipped = |word: &Word<'_>| {
        let lower = word.text.to_lowercase();
        BESIDE.contains(&lower.as_str()) || WITHIN.contains(&lower.as_str())
    };
    let first = first + before[first..].iter().take_while(|word| skipped(word)).count();
    (first < before.len()).then_some(first)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::doc::{Format, read};
    use crate::text::SourceText;

    fn named(text: &str) -> Vec<(String, String, &'static str)> {
        let reading = read(&SourceText::new(text.as_bytes()).unwrap(), Format::Plain);
        let told =
            |company: &Company| (reading.words(company.prose).to_owned(), company.stem.clone(), company.form.name);
        companies(&reading).iter().map(told).collect()
    }

    #[test]
    fn names_end_in_their_form() {
        let found = named(
            "Contact Lamplight Bakery, Inc. or the Bank of Larkfield LLC. Brambles & Sons Ltd (\"Brambles\") is ours. \
             This is by Meadow G.m.b.H., St. Mary Corporation and Otter B.V. too.",
        );
        let found: Vec<(&str, &str, &str)> = found.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), *c)).collect();
        assert_eq!(
            found,
            [
                ("Lamplight Bakery, Inc", "lamplightbakery", "Inc."),
                ("Bank of Larkfield LLC", "bankoflarkfield", "LLC"),
                ("Brambles & Sons Ltd", "bramblessons", "Ltd"),
                ("Meadow G.m.b.H", "meadow", "GmbH"),
                ("St. Mary Corporation", "stmary", "Corp."),
                ("Otter B.V", "otter", "B.V."),
            ]
        );
    }

    #[test]
    fn other_words_are_no_form() {
        assert_eq!(named("THIS POLICY IS CURRENT AS OF THE DATE ABOVE."), []);
        assert_eq!(named("Our service is limited. AS we said, a corporation is none; see the Spa, and SA."), []);
    }
}
