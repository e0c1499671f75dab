//! The places in a page that a link can lead to.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::doc::{BlockId, BlockKind, Reading};

/// All names by which a link can lead to a place in the same page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    names: HashMap<String, BlockId>,
}

impl Places {
    /// Gathers the anchors of a reading, and what site generators make of its headings.
    pub fn new(reading: &Reading) -> Self {
        let mut names = HashMap::new();
        for (name, block) in &reading.anchors {
            names.entry(folded(name)).or_insert(*block);
        }
        let headings = reading.blocks.iter().enumerate();
        for (at, block) in headings.filter(|(_, block)| matches!(block.kind, BlockKind::Heading { .. })) {
            let words = reading.words(block.prose);
            names.entry(folded(words)).or_insert(BlockId::at(at));
            // Some generators drop the number, others what follows a colon or bracket.
            let unnumbered = words.trim_start_matches(|c: char| !c.is_alphabetic());
            names.entry(folded(unnumbered)).or_insert(BlockId::at(at));
            // Some leave the marks of letters out: "ubersicht".
            if !words.is_ascii() {
                let plain: String = words.nfd().filter(|c| !is_combining_mark(*c)).collect();
                names.entry(folded(&plain)).or_insert(BlockId::at(at));
            }
        }
        names.remove("");
        Self { names }
    }

    /// Whether a fragment, without `#`, leads somewhere. Generators differ in how they treat punctuation and case and in
    /// the number that they add to a title that stands twice.
    pub fn have(&self, fragment: &str) -> bool {
        let fragment = decoded(fragment);
        // GitHub's page has the name with this before it, and takes both.
        let fragment = fragment.strip_prefix("user-content-").unwrap_or(&fragment);
        // The top of the page; text, comment and player fragments of browsers; routes and states of scripts.
        if fragment.is_empty()
            || fragment.eq_ignore_ascii_case("top")
            || fragment.starts_with([':', '!', '/'])
            || fragment.contains(['=', '&', '/'])
            || is_footnote(fragment)
        {
            return true;
        }
        let name = folded(fragment);
        let unnumbered = name.trim_end_matches(|c: char| c.is_ascii_digit());
        self.names.contains_key(&name) || name.is_empty() || !unnumbered.is_empty() && self.counted(fragment)
    }

    /// The block that a fragment, without `#`, leads to, where it has that very name.
    pub fn block(&self, fragment: &str) -> Option<BlockId> {
        self.names.get(&folded(&decoded(fragment))).copied()
    }

    /// `rights-1`, the second heading of that title.
    fn counted(&self, fragment: &str) -> bool {
        let Some((title, number)) = fragment.rsplit_once(['-', '_']) else { return false };
        number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit()) && self.names.contains_key(&folded(title))
    }
}

/// `fn1`, `fnref:1`: what generators call footnotes and the marks that lead to them.
fn is_footnote(fragment: &str) -> bool {
    let behind = fragment.strip_prefix("fnref").or_else(|| fragment.strip_prefix("fn"));
    let number = behind.map(|behind| behind.trim_start_matches([':', '-', '_']));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Letters and digits only, in lower case.
fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A fragment with its percent escapes resolved, where they are sound.
fn decoded(fragment: &str) -> String {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let escape = (*first == b'%').then(|| tail.get(..2)).flatten();
        let value = escape.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        bytes.push(value.unwrap_or(*first));
        rest = if value.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| fragment.to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::doc::{Format, read};
    use crate::text::SourceText;

    #[test]
    fn leads_to_headings_and_anchors() {
        let text =
            "# Notice\n\n<a name=\"why\"></a>Because.\n\n## 1. Your Rights & Choices\n\nText.\n\n## \u{c9}tat\n\nMore.";
        let places = Places::new(&read(&SourceText::new(text.as_bytes()).unwrap(), Format::Markdown));
        for there in [
            "why",
            "1-your-rights--choices",
            "your-rights-choices",
            "your-rights-choices-1",
            "%C3%A9tat",
            "top",
            "",
            ":~:text=a",
            "user-content-why",
            "etat",
            "fn1",
            "fnref:2",
        ] {
            assert!(places.have(there), "{there}");
        }
        for lost in ["fna", "section5", "_Toc123456", "cookies", "rights"] {
            assert!(!places.have(lost), "{lost}");
        }
    }
}
