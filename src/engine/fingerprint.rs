//! Identity of a diagnostic across edits: no line, no path, no message (design §7.2).

use xxhash_rust::xxh3::Xxh3;

use crate::doc::SentenceId;
use crate::facts::Facts;

/// Of something that stands in the text: the rule and the sentences around its places.
pub(super) fn of_places(rule: &str, facts: &Facts<'_>, sentences: &[SentenceId]) -> String {
    let mut words: Vec<String> = sentences
        .iter()
        .map(|sentence| normalised(facts.reading.words(facts.reading.sentence(*sentence).prose)))
        .collect();
    words.sort();
    words.dedup();
    hash(std::iter::once(rule).chain(words.iter().map(String::as_str)))
}

/// Of something that is missing: the rule, the type of document and its audience.
pub(super) fn of_absence(rule: &str, document_type: &str, audience: &str) -> String {
    hash([rule, document_type, audience].into_iter())
}

/// Case, white space and punctuation may change without making it another finding.
fn normalised(words: &str) -> String {
    let mut normalised = String::with_capacity(words.len());
    for word in words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !normalised.is_empty() {
            normalised.push(' ');
        }
        normalised.extend(word.chars().flat_map(char::to_lowercase));
    }
    normalised
}

fn hash<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let mut hasher = Xxh3::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update(&[0]);
    }
    format!("v1:{:032x}", hasher.digest128())
}

/// Tells equal fingerprints apart by their order in the file.
pub(super) fn number_equals<'a>(fingerprints: impl Iterator<Item = &'a mut String>) {
    let mut seen: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    for fingerprint in fingerprints {
        let count = seen.entry(fingerprint.clone()).or_default();
        *count += 1;
        if *count > 1 {
            fingerprint.push_str(&format!("-{count}"));
        }
    }
}
