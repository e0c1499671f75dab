//! The host of an address: where it ends, and whether mail can reach it by its name.

use std::ops::Range;

/// What the Public Suffix List says of a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::facts) enum Suffix {
    /// It ends in a suffix of the list's ICANN or private section, with a name before it.
    Listed,
    /// It ends in a name that is reserved for tests and documentation (RFC 2606 § 2).
    Reserved,
    /// It has a dot, but ends in nothing that is listed.
    Unlisted,
    /// It is one label.
    Missing,
}

/// Names nobody can register (RFC 2606 § 2).
const RESERVED: &[&str] = &["example", "invalid", "localhost", "test"];

/// A host is at most 254 bytes long (RFC 5321 § 4.5.3.1.2); beyond it nothing is looked at.
const LONGEST: usize = 254;

impl Suffix {
    /// What the list says of `host`, which is in lower case.
    pub(in crate::facts) fn of(host: &str) -> Self {
        let last = last_label(host);
        if last.len() == host.len() {
            return Self::Missing;
        }
        if RESERVED.contains(&last) {
            return Self::Reserved;
        }
        match psl::suffix(host.as_bytes()) {
            Some(suffix) if suffix.is_known() => Self::Listed,
            _ => Self::Unlisted,
        }
    }

    /// Whether a host with it is beyond doubt the name of a host.
    pub(in crate::facts) fn is_settled(self) -> bool {
        matches!(self, Self::Listed | Self::Reserved)
    }
}

/// Whether `labels`, in lower case, are all public suffix: `com`, `co.uk`.
pub(in crate::facts) fn is_suffix(labels: &str) -> bool {
    psl::suffix(labels.as_bytes()).is_some_and(|suffix| suffix.is_known() && suffix.as_bytes() == labels.as_bytes())
        || RESERVED.contains(&labels)
}

/// The last label of `host`.
pub(in crate::facts) fn last_label(host: &str) -> &str {
    host.rsplit('.').next().unwrap_or(host)
}

/// The label of `host` before its public suffix, and the suffix: `acme` and `co.uk`.
pub(in crate::facts) fn registrable(host: &str) -> Option<(&str, &str)> {
    let suffix = psl::suffix_str(host)?;
    let name = host.strip_suffix(suffix)?.strip_suffix('.')?;
    Some((last_label(name), suffix))
}

/// The part of a host that somebody has registered, in lower case: `acme.co.uk` of `mail.acme.co.uk`.
pub fn registrable_domain(host: &str) -> Option<String> {
    let host = host.to_lowercase();
    let (name, suffix) = registrable(&host)?;
    Suffix::of(&host).is_settled().then(|| format!("{name}.{suffix}"))
}

/// Where the characters that a host may have, or that one finds in a broken one, end.
pub(in crate::facts) fn run_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let unspaced = rest.chars().next().is_some_and(is_unspaced_script);
    let end = rest
        .char_indices()
        .take_while(|(at, character)| *at < LONGEST && is_host_character(*character, unspaced))
        .last()
        .map_or(0, |(at, character)| at + character.len_utf8());
    start + end
}

fn is_host_character(character: char, unspaced: bool) -> bool {
    matches!(character, '-' | '.' | '_') || character.is_alphanumeric() && (unspaced || !is_unspaced_script(character))
}

/// Scripts that put no space between words, so that the sentence goes on right after an address.
pub(in crate::facts) fn is_unspaced_script(character: char) -> bool {
    matches!(character, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{2E80}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The host within a run of its characters: the sentence's own punctuation and what is glued to it taken off.
pub(in crate::facts) fn within_run(text: &str, run: Range<usize>) -> Range<usize> {
    let whole = text.get(run.clone()).unwrap_or_default();
    let before_ellipsis = whole.find("...").map_or(whole, |at| &whole[..at]);
    let trimmed = before_ellipsis.trim_end_matches(['.', '-', '_']);
    run.start..run.start + unglued(trimmed).len()
}

/// `host` without the next word where that is run together with it: `acme.com.Please`, `acme.comPhone`, `acme.com-or`,
/// `acme.com1-800`.
fn unglued(host: &str) -> &str {
    let lower = host.to_lowercase();
    if lower.len() != host.len() {
        return host;
    }
    let whole = Suffix::of(&lower);
    if whole == Suffix::Reserved || whole == Suffix::Listed && !ends_in_word(host) {
        return host;
    }
    let mut previous = '.';
    for (at, character) in host.char_indices() {
        let glued = match character {
            '.' => host[at + 1..].starts_with(|next: char| next.is_uppercase() || next == '.'),
            '-' | '_' => true,
            _ => {
                previous.is_lowercase() && character.is_uppercase()
                    || previous.is_alphabetic() && character.is_ascii_digit()
            }
        };
        if glued && previous != '.' && Suffix::of(&lower[..at]).is_settled() {
            return &host[..at];
        }
        previous = character;
    }
    host
}

/// Whether the last label is written like a word that opens a sentence, after labels that are not.
fn ends_in_word(host: &str) -> bool {
    let mut labels = host.rsplit('.');
    let capital = |label: &str| label.starts_with(char::is_uppercase);
    let last = labels.next().unwrap_or_default();
    last.len() > 3 && capital(last) && !labels.next().is_some_and(capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(text: &str) -> &str {
        &text[within_run(text, 0..run_end(text, 0))]
    }

    #[test]
    fn knows_suffixes_of_both_sections_in_both_spellings() {
        for listed in ["acme.com", "acme.co.uk", "shop.github.io", "acme.xn--fiqs8s", "公司.中国", "acme.museum"] {
            assert_eq!(Suffix::of(listed), Suffix::Listed, "{listed}");
        }
        assert_eq!(Suffix::of("acme.example"), Suffix::Reserved);
        assert_eq!(Suffix::of("localhost"), Suffix::Missing);
        assert_eq!(Suffix::of("acme.con"), Suffix::Unlisted);
        assert_eq!(Suffix::of("acme"), Suffix::Missing);
    }

    #[test]
    fn takes_off_what_the_sentence_adds() {
        for text in [
            "acme.com.",
            "acme.com...",
            "acme.com—",
            "acme.com-",
            "acme.com]",
            "acme.com.Please",
            "acme.comPlease",
            "acme.com-or",
            "acme.com1-800",
            "acme.com_",
            "acme.com请",
            "acme.com..Then",
            "acme.com.Contact",
        ] {
            assert_eq!(host(text), "acme.com", "{text}");
        }
    }

    #[test]
    fn leaves_hosts_whole() {
        for text in ["Acme.Com", "acme.co.Uk", "ACME.COM", "my-acme.com", "acme24.com", "Mail.Acme-Shop.Example"] {
            assert_eq!(host(text), text);
        }
        assert_eq!(host("公司.cn"), "公司.cn");
    }

    #[test]
    fn splits_name_and_suffix() {
        assert_eq!(registrable("mail.acme.co.uk"), Some(("acme", "co.uk")));
        assert_eq!(registrable("com"), None);
    }
}
