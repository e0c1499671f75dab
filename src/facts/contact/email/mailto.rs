//! Link targets as mail programs read them (RFC 6068).

use super::defect::{DefectKind, SyntaxError, TargetDefectKind};
use super::judge::fault;

/// What a link target says about mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// A page, a telephone number, a field that a template fills: nothing to do with mail that can be judged.
    Other,
    /// `mailto:` and the addresses in it.
    Mailto(Vec<String>),
    /// An address, but not as `mailto:`; the addresses that it was to hold.
    Wrong(TargetDefectKind, Vec<String>),
}

/// Schemes that people write for `mailto`.
const WRONG_SCHEMES: &[&str] = &["e-mail", "email", "mail"];

impl Target {
    /// Reads a target whose entities are decoded already.
    pub(super) fn read(target: &str) -> Self {
        // Browsers take line breaks and tabs out of a URL (WHATWG URL, basic URL parser, step 3).
        let target: String =
            target.trim().chars().filter(|character| !matches!(character, '\n' | '\r' | '\t')).collect();
        if target.contains(['{', '$', '[']) || target.contains("%%") {
            return Self::Other;
        }
        let Some((scheme, rest)) = target.split_once(':') else { return Self::without_scheme(&target) };
        let scheme = scheme.to_ascii_lowercase();
        let misspelt = WRONG_SCHEMES.contains(&scheme.as_str()) || strsim::osa_distance(&scheme, "mailto") <= 1;
        match scheme.as_str() {
            "mailto" => Self::after_scheme(rest),
            "http" | "https" => Self::without_scheme(rest.trim_start_matches('/').trim_end_matches('/')),
            _ if misspelt => Self::Wrong(TargetDefectKind::NotMailto, recipients(rest)),
            _ => Self::Other,
        }
    }

    fn after_scheme(rest: &str) -> Self {
        let bare = rest.trim_start_matches('/');
        let again = bare.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
        let inner = again.map_or(bare, |scheme| &bare[scheme.len()..]);
        if inner.len() < rest.len() {
            Self::Wrong(TargetDefectKind::MalformedScheme, recipients(inner))
        } else {
            Self::Mailto(recipients(rest))
        }
    }

    /// `privacy@acme.com` as a target leads to a page of that name, `https://privacy@acme.com` to the host's start page.
    fn without_scheme(target: &str) -> Self {
        let address = !target.contains(['/', '#', ' ']) && target.matches('@').count() == 1;
        let recipients = recipients(target);
        if address && recipients.iter().all(|recipient| fault(recipient).is_none()) {
            Self::Wrong(TargetDefectKind::NotMailto, recipients)
        } else {
            Self::Other
        }
    }
}

/// The addresses of what follows `mailto:`, and those of a `to=` in its query.
fn recipients(rest: &str) -> Vec<String> {
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let to =
        query.split('&').filter_map(|field| field.split_once('=')).filter(|(key, _)| key.eq_ignore_ascii_case("to"));
    let lists = std::iter::once(path).chain(to.map(|(_, value)| value));
    lists.flat_map(|list| list.split([',', ';'])).map(recipient).filter(|address| !address.is_empty()).collect()
}

/// One address: percent signs decoded, a name around it and punctuation after it taken off.
fn recipient(encoded: &str) -> String {
    let decoded = percent_decoded(encoded);
    let bare = decoded.rsplit_once('<').map_or(decoded.as_str(), |(_, address)| address.trim_end_matches('>'));
    let bare = bare.trim().trim_matches(['"', '\'']).trim_end_matches(['.', ',', ';']);
    bare.trim().to_owned()
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escape = tail.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match escape.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// What is wrong with an address in a target, where no words around it can tell what it was meant to be.
pub(super) fn target_fault(address: &str) -> Option<DefectKind> {
    if address.contains(char::is_whitespace) {
        return Some(DefectKind::Space);
    }
    match address.matches('@').count() {
        0 => Some(DefectKind::Syntax(SyntaxError::MissingAt)),
        1 => fault(address).map(|fault| fault.kind),
        _ => Some(DefectKind::Syntax(SyntaxError::SeveralAts)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mailto(addresses: &[&str]) -> Target {
        Target::Mailto(addresses.iter().map(|address| (*address).to_owned()).collect())
    }

    #[test]
    fn reads_recipients() {
        for (target, addresses) in [
            ("mailto:a@acme.example", &["a@acme.example"][..]),
            ("MAILTO:a@acme.example?subject=b@c", &["a@acme.example"]),
            ("mailto:%20a%40acme.example.", &["a@acme.example"]),
            (
                "mailto:a@acme.example,b@acme.example;c@acme.example",
                &["a@acme.example", "b@acme.example", "c@acme.example"],
            ),
            ("mailto:?to=a@acme.example&cc=b@acme.example", &["a@acme.example"]),
            ("mailto:Acme%20%3Ca@acme.example%3E", &["a@acme.example"]),
            ("mailto:a-\n b@acme.example", &["a- b@acme.example"]),
            ("mailto:?subject=Look", &[]),
            ("mailto:%zz@acme.example", &["%zz@acme.example"]),
        ] {
            assert_eq!(Target::read(target), mailto(addresses), "{target}");
        }
    }

    #[test]
    fn knows_targets_that_open_no_mail() {
        let address = || vec!["a@acme.com".to_owned()];
        for (target, kind) in [
            ("a@acme.com", TargetDefectKind::NotMailto),
            ("https://a@acme.com/", TargetDefectKind::NotMailto),
            ("mail:a@acme.com", TargetDefectKind::NotMailto),
            ("malito:a@acme.com", TargetDefectKind::NotMailto),
            ("mailto:mailto:a@acme.com", TargetDefectKind::MalformedScheme),
            ("mailto://a@acme.com", TargetDefectKind::MalformedScheme),
        ] {
            assert_eq!(Target::read(target), Target::Wrong(kind, address()), "{target}");
        }
    }

    #[test]
    fn leaves_other_targets_alone() {
        for target in [
            "https://acme.com/contact",
            "https://social.example/@acme",
            "tel:+15550100",
            "#contact",
            "",
            "sip:a@acme.com",
            "mailto:{{ email }}",
            "mailto:%%EMAIL%%",
            "/cdn-cgi/l/email-protection#ab12",
        ] {
            assert_eq!(Target::read(target), Target::Other, "{target}");
        }
    }
}
