//! Parts of a page by the ids and classes that pages give them.

use super::zone::ZoneKind;

/// A kind of part, words of which its name has one, and, unless there are none, words of which it has another.
type Name = (ZoneKind, &'static [&'static str], &'static [&'static str]);

/// Words for boxes that come up by themselves.
const BOXES: &[&str] = &[
    "alert",
    "banner",
    "bar",
    "box",
    "bubble",
    "confirmation",
    "dialog",
    "disclosure",
    "law",
    "manager",
    "message",
    "modal",
    "notice",
    "notif",
    "notification",
    "overlay",
    "popup",
    "prompt",
    "toast",
    "wall",
];

/// What names tell. The first that fits counts.
const NAMES: &[Name] = &[
    // Consent managers, by the names that their boxes carry.
    (
        ZoneKind::Consent,
        &[
            "borlabs",
            "cky",
            "cmplz",
            "cookiebot",
            "cookieconsent",
            "cybot",
            "didomi",
            "evidon",
            "klaro",
            "onetrust",
            "optanon",
            "osano",
            "qc",
            "truste",
            "usercentrics",
        ],
        &[],
    ),
    (ZoneKind::Consent, &["wt"], &["cli"]),
    (ZoneKind::CookieNotice, &["ccpa", "consent", "cookie", "cookies", "gdpr"], BOXES),
    (
        ZoneKind::Menu,
        &[
            "breadcrumb",
            "breadcrumbs",
            "megamenu",
            "menu",
            "nav",
            "navbar",
            "navigation",
            "offcanvas",
            "pagination",
            "submenu",
        ],
        &[],
    ),
    (ZoneKind::Menu, &["skip"], &["content", "link", "links", "main", "nav", "to"]),
    (ZoneKind::Menu, &["share", "sharing", "social"], &["bar", "buttons", "icons", "link", "links", "list", "media"]),
    (ZoneKind::Menu, &["addthis", "addtoany", "sharethis", "skiplink"], &[]),
    (ZoneKind::Header, &["masthead", "topbar"], &[]),
    (ZoneKind::Header, &["header"], &["global", "main", "site", "top"]),
    (ZoneKind::Footer, &["footer"], &[]),
    (ZoneKind::Aside, &["sidebar"], &[]),
    (ZoneKind::Overlay, &["search"], &["bar", "box", "form"]),
    (ZoneKind::Overlay, &["newsletter"], &["form", "popup", "signup"]),
];

/// What an id or a class tells: `cookie-banner`, `siteFooter`, `onetrust-consent-sdk`.
pub(super) fn kind_of_name(name: &str) -> Option<ZoneKind> {
    match name {
        "header" => return Some(ZoneKind::Header),
        "share" | "social" | "skip" => return Some(ZoneKind::Menu),
        _ => {}
    }
    let words = words_of(name);
    let has = |candidates: &[&str]| words.iter().any(|word| candidates.contains(&word.as_str()));
    let named = NAMES.iter().find(|(_, first, second)| has(first) && (second.is_empty() || has(second)));
    named
        .map(|(kind, ..)| *kind)
        .or_else(|| words.iter().any(|word| is_cookie_box(word)).then_some(ZoneKind::CookieNotice))
}

/// Whether a word is two run together: `cookiebanner`.
fn is_cookie_box(word: &str) -> bool {
    ["cookies", "cookie"].iter().any(|cookie| word.strip_prefix(cookie).is_some_and(|rest| BOXES.contains(&rest)))
}

/// The words of a name, in lower case: `mainNav-left_2` has `main`, `nav`, `left` and `2`.
fn words_of(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_lower = false;
    for character in name.chars().take(100) {
        let breaks = !character.is_ascii_alphanumeric() || (after_lower && character.is_ascii_uppercase());
        if breaks && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        after_lower = character.is_ascii_lowercase();
        if let (true, Some(word)) = (character.is_ascii_alphanumeric(), words.last_mut()) {
            word.push(character.to_ascii_lowercase());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_names_in_any_style() {
        assert_eq!(words_of("mainNav-left_2"), ["main", "nav", "left", "2"]);
        assert_eq!(kind_of_name("siteFooter"), Some(ZoneKind::Footer));
        assert_eq!(kind_of_name("CookieBanner"), Some(ZoneKind::CookieNotice));
        assert_eq!(kind_of_name("cookienotif"), Some(ZoneKind::CookieNotice));
        assert_eq!(kind_of_name("wt-cli-cookie-bar"), Some(ZoneKind::Consent));
        assert_eq!(kind_of_name("entry-header"), None);
        assert_eq!(kind_of_name("cookies"), None);
        assert_eq!(kind_of_name("section-2-sharing"), None);
    }
}
