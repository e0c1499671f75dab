//! Web addresses as they are written in a text. Where links lead is another matter: plain text has none.

use std::ops::Range;

use crate::doc::{BlockId, BlockKind, Reading};
use crate::text::ProseRange;

use super::host::{Suffix, registrable, run_end, within_run};

/// A web address and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress {
    /// All of it, the sentence's own punctuation left out.
    pub prose: ProseRange,
    /// The block that it stands in.
    pub block: BlockId,
}

/// The host of an address on the web, with or without its scheme: `acme.example` of `https://acme.example:443/x`.
pub fn host_of(address: &str) -> Option<&str> {
    let (scheme, rest) = match address.split_once("://") {
        Some((scheme, rest)) => (Some(scheme), rest),
        None => (None, address.strip_prefix("//").unwrap_or(address)),
    };
    if scheme.is_some_and(|scheme| !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https")) {
        return None;
    }
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?.trim_end_matches('.');
    (!host.is_empty()).then_some(host)
}

/// All web addresses of a reading in the order of the prose, page furniture's included, code's left out.
pub fn web_addresses(reading: &Reading) -> Vec<WebAddress> {
    let mut found = Vec::new();
    for (index, block) in reading.blocks.iter().enumerate().filter(|(_, block)| block.kind != BlockKind::Code) {
        let start = block.prose.start();
        found.extend(in_text(reading.words(block.prose)).into_iter().map(|range| WebAddress {
            prose: ProseRange::new(start + range.start, start + range.end),
            block: BlockId::at(index),
        }));
    }
    found
}

/// What an address cannot hold, or what only encloses it.
fn parts(character: char) -> bool {
    character.is_whitespace() || "<>\"()[]{}|,;\u{201C}\u{201D}".contains(character)
}

fn in_text(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for chunk in text.split_inclusive(parts) {
        let start = from;
        from += chunk.len();
        let chunk = chunk.trim_end_matches(parts).trim_end_matches(['.', ':', '!', '?', '\'', '*', '_']);
        let lead = chunk.len() - chunk.trim_start_matches(['\'', '*', '_', ':']).len();
        if let Some(range) = in_chunk(&chunk[lead..]) {
            found.push(start + lead + range.start..start + lead + range.end);
        }
    }
    found
}

fn in_chunk(chunk: &str) -> Option<Range<usize>> {
    if !chunk.contains('.') || !chunk.is_ascii() && !chunk.contains("://") {
        return None;
    }
    let lower = chunk.to_ascii_lowercase();
    if let Some(scheme) = ["https://", "http://"].iter().find_map(|scheme| lower.find(scheme)) {
        return (lower.len() > scheme + 9).then_some(scheme..chunk.len());
    }
    if lower.contains('@') {
        return None;
    }
    let host = within_run(chunk, 0..run_end(chunk, 0));
    let rest = &chunk[host.end..];
    let name = lower.get(host.clone())?;
    let named =
        registrable(name).is_some_and(|(label, _)| label.len() > 1 && !label.bytes().all(|byte| byte.is_ascii_digit()));
    if !named || !Suffix::of(name).is_settled() {
        return None;
    }
    if rest.starts_with(['/', '?', '#']) || name.starts_with("www.") {
        return Some(0..if rest.starts_with(['/', '?', '#', ':']) { chunk.len() } else { host.end });
    }
    // "…your data.It is": the next sentence, glued to this one.
    let suffix = chunk[host.clone()].rsplit('.').next().unwrap_or_default();
    let shouted = !chunk.contains(|character: char| character.is_ascii_lowercase());
    (shouted || !suffix.contains(|character: char| character.is_ascii_uppercase())).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        in_text(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn addresses_with_and_without_scheme() {
        assert_eq!(found("See https://acme.example/privacy?x=1#y."), ["https://acme.example/privacy?x=1#y"]);
        assert_eq!(found("Visit www.acme.com, or (acme.co.uk/privacy)."), ["www.acme.com", "acme.co.uk/privacy"]);
        assert_eq!(found("at acme.com.Please or ACME.COM"), ["acme.com", "ACME.COM"]);
        assert_eq!(found("at 'acme.com/a_b': there"), ["acme.com/a_b"]);
    }

    #[test]
    fn what_only_has_a_point_is_none() {
        for text in [
            "Write to privacy@acme.com.",
            "e.g. the U.S. of 5.1.2024",
            "about your data.It is kept",
            "and/or 1798.100 and Node.js",
            "Section 3.com",
        ] {
            assert_eq!(found(text), [] as [&str; 0], "{text}");
        }
    }

    #[test]
    fn the_host_of_an_address() {
        assert_eq!(host_of("https://www.acme.example:443/x?y=http://z.example"), Some("www.acme.example"));
        assert_eq!(host_of("acme.example/x"), Some("acme.example"));
        assert_eq!(host_of("//acme.example"), Some("acme.example"));
        assert_eq!(host_of("ftp://acme.example"), None);
        assert_eq!(host_of("/privacy"), None);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,60}") {
            for range in in_text(&text) {
                proptest::prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end) && range.start < range.end);
            }
        }
    }
}
