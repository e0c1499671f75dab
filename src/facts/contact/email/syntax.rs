//! The form of an address: which character breaks it.

use std::ops::Range;

use email_address::{EmailAddress, Error, Options};

use super::defect::SyntaxError;

/// What is malformed about `address`, which has one `@`, and which bytes of it are at fault.
///
/// `email_address` decides what is an address; why one is none is told here, and so is what it lets pass although no
/// mail server would.
pub(super) fn malformed(address: &str) -> Option<(SyntaxError, Range<usize>)> {
    let at = address.find('@')?;
    let options = Options::default().with_required_tld().without_domain_literal().without_display_text();
    dots(address, at).or_else(|| labels(address, at)).or_else(|| {
        let error = EmailAddress::parse_with_options(address, options).err()?;
        match error {
            // A host of one label is a matter of its suffix, not of its form.
            Error::DomainTooFew => None,
            Error::LocalPartTooLong => Some((SyntaxError::TooLong, 0..at)),
            Error::DomainTooLong | Error::SubDomainTooLong => Some((SyntaxError::TooLong, at + 1..address.len())),
            _ => Some(stray_character(address, at)),
        }
    })
}

fn dots(address: &str, at: usize) -> Option<(SyntaxError, Range<usize>)> {
    if let Some(dots) = address.find("..") {
        return Some((SyntaxError::DoubledDot, dots..dots + 2));
    }
    if address.starts_with('.') {
        return Some((SyntaxError::LeadingDot, 0..1));
    }
    if address[..at].ends_with('.') {
        return Some((SyntaxError::TrailingDot, at - 1..at));
    }
    address[at + 1..].starts_with('.').then(|| (SyntaxError::LeadingDot, at + 1..at + 2))
}

fn labels(address: &str, at: usize) -> Option<(SyntaxError, Range<usize>)> {
    let mut start = at + 1;
    for label in address[at + 1..].split('.') {
        let end = start + label.len();
        if label.starts_with('-') {
            return Some((SyntaxError::HyphenAtEdge, start..start + 1));
        }
        if label.ends_with('-') {
            return Some((SyntaxError::HyphenAtEdge, end - 1..end));
        }
        if let Some(underscore) = label.find('_') {
            let index = start + underscore;
            return Some((SyntaxError::Character('_'), index..index + 1));
        }
        start = end + 1;
    }
    None
}

fn stray_character(address: &str, at: usize) -> (SyntaxError, Range<usize>) {
    let stray = |(index, character): &(usize, char)| {
        let allowed = if *index < at { ".-_+'&%" } else { ".-" };
        *index != at && !character.is_alphanumeric() && !allowed.contains(*character)
    };
    let (index, character) = address.char_indices().find(stray).unwrap_or((at, '@'));
    (SyntaxError::Character(character), index..index + character.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_character_at_fault() {
        for (address, error, part) in [
            ("privacy@acme..example", SyntaxError::DoubledDot, ".."),
            ("first..last@acme.example", SyntaxError::DoubledDot, ".."),
            (".privacy@acme.example", SyntaxError::LeadingDot, "."),
            ("privacy@.acme.example", SyntaxError::LeadingDot, "."),
            ("privacy.@acme.example", SyntaxError::TrailingDot, "."),
            ("privacy@-acme.example", SyntaxError::HyphenAtEdge, "-"),
            ("privacy@acme-.example", SyntaxError::HyphenAtEdge, "-"),
            ("privacy@acme_shop.example", SyntaxError::Character('_'), "_"),
            ("privacy@acme.example]", SyntaxError::Character(']'), "]"),
        ] {
            let found = malformed(address).map(|(error, range)| (error, &address[range]));
            assert_eq!(found, Some((error, part)), "{address}");
        }
        assert_eq!(malformed(&format!("{}@acme.example", "a".repeat(65))), Some((SyntaxError::TooLong, 0..65)));
    }

    #[test]
    fn lets_sound_addresses_pass() {
        for address in [
            "privacy@acme.example",
            "first.last+ccpa@mail.acme.example",
            "dpo@acme.co.uk",
            "x@xn--bcher-kva.example",
            "o'neil@acme.example",
            "PRIVACY@ACME.EXAMPLE",
            "müller@bücher.example",
            "privacy@acme",
            "-@acme.example",
        ] {
            assert_eq!(malformed(address), None, "{address}");
        }
    }
}
