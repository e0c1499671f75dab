//! Stand-ins: addresses that a template left for somebody to fill in.

use super::defect::Placeholder;
use super::host::{Suffix, last_label, registrable};
use super::words::holds;

/// Names of hosts that mean "put your own here", under any suffix, with hyphens taken out; in English, German,
/// French, Spanish, Italian and Portuguese.
const STAND_INS: &[&str] = &[
    "businessname",
    "companydomain",
    "companyname",
    "domainname",
    "emaildomain",
    "example",
    "exampledomain",
    "ihredomain",
    "ihrefirma",
    "ihreseite",
    "musterfirma",
    "mybusiness",
    "mycompany",
    "mydomain",
    "mysite",
    "mywebsite",
    "nombredelaempresa",
    "organisationname",
    "organizationname",
    "seudominio",
    "sitename",
    "somecompany",
    "somedomain",
    "somewebsite",
    "suaempresa",
    "sudominio",
    "suempresa",
    "tuaazienda",
    "tudominio",
    "tuempresa",
    "tuodominio",
    "votredomaine",
    "votreentreprise",
    "votresite",
    "websitename",
    "yourapp",
    "yourbrand",
    "yourbusiness",
    "yourcompany",
    "yourcompanyname",
    "yourdomain",
    "yourdomainname",
    "youremail",
    "yourorganisation",
    "yourorganization",
    "yoursite",
    "yourstore",
    "yourwebsite",
];

/// Names that mean the same under the suffixes that anybody would think of first; under others they have real owners.
const PLAIN_STAND_INS: &[&str] = &["business", "company", "domain", "email", "organization", "test", "website"];

/// Suffixes under which [`PLAIN_STAND_INS`] stand for nothing else.
const PLAIN_SUFFIXES: &[&str] = &["com", "net", "org"];

/// Local parts that mean "put your own here", with separators taken out.
const LOCAL_STAND_INS: &[&str] = &[
    "emailaddress",
    "firstnamelastname",
    "ihreemail",
    "ihrname",
    "name",
    "nameofcontact",
    "seuemail",
    "seunome",
    "somebody",
    "someone",
    "sucorreo",
    "sunombre",
    "tucorreo",
    "tunombre",
    "tuonome",
    "user",
    "username",
    "uwnaam",
    "votreemail",
    "votrenom",
    "you",
    "your",
    "youremail",
    "youremailaddress",
    "yourname",
    "yourusername",
];

/// Which stand-in an address of these lower-case parts is, save one that is only under a reserved suffix.
pub(super) fn placeholder(local: &str, host: &str) -> Option<Placeholder> {
    if is_stand_in_host(host) || is_filler(local) && is_filler(registrable(host)?.0) {
        return Some(Placeholder::Host);
    }
    let local: String = local.chars().filter(|character| !matches!(character, '.' | '-' | '_')).collect();
    holds(LOCAL_STAND_INS, &local).then_some(Placeholder::LocalPart)
}

/// Whether nobody can own the host.
pub(super) fn is_reserved(host: &str) -> bool {
    Suffix::of(host) == Suffix::Reserved
}

fn is_stand_in_host(host: &str) -> bool {
    let (name, suffix) = match Suffix::of(host) {
        Suffix::Missing => (host, "com"),
        Suffix::Reserved => (host.rsplit('.').nth(1).unwrap_or_default(), last_label(host)),
        _ => registrable(host).unwrap_or_default(),
    };
    let name = name.replace('-', "");
    holds(STAND_INS, &name) || holds(PLAIN_STAND_INS, &name) && PLAIN_SUFFIXES.contains(&suffix)
}

/// `xxx`, the blank of a form.
fn is_filler(label: &str) -> bool {
    label.len() >= 3 && label.bytes().all(|byte| byte == b'x')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_order() {
        for list in [STAND_INS, PLAIN_STAND_INS, PLAIN_SUFFIXES, LOCAL_STAND_INS] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn tells_stand_ins_from_real_names() {
        for (local, host, expected) in [
            ("privacy", "yourdomain.com", Some(Placeholder::Host)),
            ("privacy", "your-company.co.uk", Some(Placeholder::Host)),
            ("info", "example.com", Some(Placeholder::Host)),
            ("info", "mail.example.org", Some(Placeholder::Host)),
            ("info", "company.com", Some(Placeholder::Host)),
            ("dpo", "company", Some(Placeholder::Host)),
            ("xxx", "xxx.com", Some(Placeholder::Host)),
            ("your-email", "acme.com", Some(Placeholder::LocalPart)),
            ("your.name", "acme.example", Some(Placeholder::LocalPart)),
            ("info", "test.de", None),
            ("info", "acme.com", None),
            ("info", "mycompanystore.com", None),
            ("privacy", "acme.example", None),
            ("privacy", "xxx.example", None),
        ] {
            assert_eq!(placeholder(local, host), expected, "{local}@{host}");
        }
        assert!(is_reserved("acme.example") && !is_reserved("example.com"));
    }
}
