//! Companies that a text names with their legal form: "Lamplight Bakery, Inc.".

use crate::doc::{BlockId, BlockKind, Reading};
use crate::lexicon::LegalForm;
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
    /// The form, by its place in [`crate::lexicon::Lexicon::legal_forms`].
    pub form: usize,
}

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
pub fn companies(reading: &Reading, forms: &[LegalForm]) -> Vec<Company> {
    let mut found = Vec::new();
    for (at, block) in reading.blocks.iter().enumerate().filter(|(_, block)| block.kind != BlockKind::Code) {
        let text = reading.words(block.prose);
        let words = words(text);
        let mut after = 0;
        for (index, word) in words.iter().enumerate() {
            let Some(form) = forms.iter().position(|form| form.is_written(word.text)) else { continue };
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

    /// The shipped forms.
    fn forms() -> Vec<LegalForm> {
        #[derive(serde::Deserialize)]
        struct File {
            #[serde(rename = "legal-form")]
            forms: Vec<Form>,
        }
        #[derive(serde::Deserialize)]
        struct Form {
            name: String,
            place: String,
            #[serde(default)]
            spellings: Vec<String>,
            #[serde(default)]
            capitals: Vec<String>,
        }
        let file: File = toml::from_str(include_str!("../../rules/lexicon/companies.toml")).unwrap();
        let form = |Form { name, place, spellings, capitals }| LegalForm { name, place, spellings, capitals };
        file.forms.into_iter().map(form).collect()
    }

    fn named(text: &str) -> Vec<(String, String, String)> {
        let reading = read(&SourceText::new(text.as_bytes()).unwrap(), Format::Plain);
        let forms = forms();
        let told = |company: &Company| {
            (reading.words(company.prose).to_owned(), company.stem.clone(), forms[company.form].name.clone())
        };
        companies(&reading, &forms).iter().map(told).collect()
    }

    #[test]
    fn names_end_in_their_form() {
        let found = named(
            "Contact Lamplight Bakery, Inc. or the Bank of Larkfield LLC. Brambles & Sons Ltd (\"Brambles\") is ours. \
             This is by Meadow G.m.b.H., St. Mary Corporation and Otter B.V. too.",
        );
        let found: Vec<(&str, &str, &str)> =
            found.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
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
