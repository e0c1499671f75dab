//! Hosts that are a slip of the finger away from one that everybody knows.

use super::host::{Suffix, last_label};
use super::words::COMMON_SUFFIXES;

/// Misspellings of the great mail hosts' names, with the name that is meant. Each is registered by nobody who offers mail
/// to the public.
const MISSPELT_NAMES: &[(&str, &str)] = &[
    ("gamil", "gmail"),
    ("gmai", "gmail"),
    ("gmaii", "gmail"),
    ("gmaill", "gmail"),
    ("gmal", "gmail"),
    ("gmali", "gmail"),
    ("gmial", "gmail"),
    ("gmil", "gmail"),
    ("gnail", "gmail"),
    ("hotmai", "hotmail"),
    ("hotmaill", "hotmail"),
    ("hotmal", "hotmail"),
    ("hotmial", "hotmail"),
    ("hotmil", "hotmail"),
    ("hotnail", "hotmail"),
    ("icoud", "icloud"),
    ("iclod", "icloud"),
    ("outlok", "outlook"),
    ("outloo", "outlook"),
    ("outlool", "outlook"),
    ("outllok", "outlook"),
    ("protonmial", "protonmail"),
    ("yaho", "yahoo"),
    ("yahooo", "yahoo"),
    ("yahho", "yahoo"),
    ("yhaoo", "yahoo"),
    ("yhoo", "yahoo"),
];

/// Mail hosts that exist under `.com` alone.
const COM_ONLY: &[&str] = &["gmail", "icloud"];
/// Suffixes that remain of `.com` when a letter is missed.
const CLIPPED_COM: &[&str] = &["cm", "co", "om"];

/// The host that was probably meant by `host`, in lower case.
///
/// A suffix counts as misspelt only where the Public Suffix List does not know it: `.co`, `.cm` and `.om` are countries.
pub(super) fn meant_host(host: &str) -> Option<String> {
    match Suffix::of(host) {
        Suffix::Unlisted => {
            let (name, suffix) = host.rsplit_once('.')?;
            meant_suffix(suffix).map(|meant| format!("{}.{meant}", meant_name(name).unwrap_or(name)))
        }
        Suffix::Listed => {
            let (name, suffix) = host.split_once('.')?;
            if CLIPPED_COM.contains(&suffix) && COM_ONLY.contains(&name) {
                return Some(format!("{name}.com"));
            }
            meant_name(name).map(|meant| format!("{meant}.{suffix}"))
        }
        Suffix::Missing | Suffix::Reserved => None,
    }
}

fn meant_name(name: &str) -> Option<&'static str> {
    MISSPELT_NAMES.iter().find(|(misspelt, _)| *misspelt == name).map(|(_, meant)| *meant)
}

/// The common suffix that is one missed, added, changed or swapped letter away, if it is only one.
fn meant_suffix(suffix: &str) -> Option<&'static str> {
    let mut near = COMMON_SUFFIXES.iter().copied().filter(|meant| strsim::osa_distance(meant, suffix) == 1);
    let meant = near.next()?;
    near.next().is_none().then_some(meant)
}

/// Whether only the suffix of `host` differs from what was meant.
pub(super) fn only_suffix_differs(host: &str, meant: &str) -> bool {
    host.strip_suffix(last_label(host)).is_some_and(|name| meant.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_what_was_meant() {
        for (host, meant) in [
            ("acme.con", "acme.com"),
            ("acme.cmo", "acme.com"),
            ("acme.comm", "acme.com"),
            ("acme.ogr", "acme.org"),
            ("mail.acme.couk", "mail.acme.co.uk"),
            ("gmial.com", "gmail.com"),
            ("gmial.con", "gmail.com"),
            ("hotnail.co.uk", "hotmail.co.uk"),
            ("gmail.co", "gmail.com"),
        ] {
            assert_eq!(meant_host(host).as_deref(), Some(meant), "{host}");
        }
    }

    #[test]
    fn leaves_real_hosts_alone() {
        for host in [
            "gmail.com",
            "acme.co",
            "acme.cm",
            "acme.community",
            "ymail.com",
            "acme.gmial.com",
            "acme.local",
            "acme",
            "yahoo.co",
            "acme.example",
            "gmial.example",
            "icloud.com",
        ] {
            assert_eq!(meant_host(host), None, "{host}");
        }
    }

    #[test]
    fn tells_suffixes_from_names() {
        assert!(only_suffix_differs("acme.con", "acme.com"));
        assert!(!only_suffix_differs("gmial.com", "gmail.com"));
    }
}
