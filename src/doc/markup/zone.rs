//! Parts of a page that may be furniture: what their elements, roles and names say.

use super::attributes::{Attribute, Attributes};
use super::context::Context;
use super::element::{Element, Known, Landmark, Meaning};
use super::role::landmark_of_role;

/// Why a part of a page may be furniture, and so how much of the page it may hold and still be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ZoneKind {
    /// A menu.
    Navigation,
    /// The page's head.
    Header,
    /// The page's foot.
    Footer,
    /// Text beside the page's own.
    Aside,
    /// A dialog, a search form.
    Overlay,
    /// The box of a consent manager.
    Consent,
    /// A box whose name says that it speaks of cookies.
    CookieNotice,
}

#[derive(Debug)]
struct Zone {
    kind: ZoneKind,
    around: Option<u32>,
    /// Words outside of links, in it and in the zones within.
    words: u64,
}

/// All zones of a source.
#[derive(Debug, Default)]
pub(crate) struct Zones(Vec<Zone>);

impl Zones {
    /// Opens a zone, where an element is one.
    pub(crate) fn enter(&mut self, element: Element, meaning: Meaning, attributes: &Attributes, context: &mut Context) {
        let Some(kind) = kind_of(element, meaning, attributes, context) else { return };
        self.0.push(Zone { kind, around: context.zone, words: 0 });
        context.zone = u32::try_from(self.0.len() - 1).ok();
    }

    /// Adds the words of a block, those of links left out.
    pub(crate) fn add_words(&mut self, zone: Option<u32>, words: u32) {
        if let Some(zone) = zone.and_then(|zone| self.0.get_mut(zone as usize)) {
            zone.words += u64::from(words);
        }
    }

    /// For each zone, the kind of the outermost one around it that is furniture on a page of `page_words` words outside
    /// of links. A part that holds the policy itself is none, whatever its name.
    pub(crate) fn resolve(mut self, page_words: u64) -> Vec<Option<ZoneKind>> {
        for index in (0..self.0.len()).rev() {
            let Zone { around, words, .. } = self.0[index];
            if let Some(around) = around.and_then(|around| self.0.get_mut(around as usize)) {
                around.words += words;
            }
        }
        let mut resolved: Vec<Option<ZoneKind>> = Vec::with_capacity(self.0.len());
        for zone in &self.0 {
            let around = zone.around.and_then(|around| resolved.get(around as usize).copied().flatten());
            let fits = zone.words * 100 <= page_words * zone.kind.share() && zone.words <= zone.kind.max_words();
            let own = fits.then_some(zone.kind);
            resolved.push(around.or(own));
        }
        resolved
    }
}

impl ZoneKind {
    /// How much of the page's words it may hold, in per cent.
    fn share(self) -> u64 {
        match self {
            Self::Navigation | Self::Header | Self::Footer => 50,
            Self::Aside | Self::Overlay | Self::Consent | Self::CookieNotice => 25,
        }
    }

    /// How many words it may hold. A section of the policy on cookies may be named as a banner is, but is longer.
    fn max_words(self) -> u64 {
        if self == Self::CookieNotice { 150 } else { u64::MAX }
    }
}

fn kind_of(element: Element, meaning: Meaning, attributes: &Attributes, context: &Context) -> Option<ZoneKind> {
    let role = attributes.get(Attribute::Role).and_then(|role| landmark_of_role(&role.trim().to_ascii_lowercase()));
    let landmark = role.or(if let Meaning::Landmark(landmark) = meaning { Some(landmark) } else { None });
    match landmark {
        Some(Landmark::Navigation) => return Some(ZoneKind::Navigation),
        Some(Landmark::Overlay) => return Some(ZoneKind::Overlay),
        // Within an article, these hold its title and date, its notes, what it puts in a box.
        Some(Landmark::Header) if !context.content => return Some(ZoneKind::Header),
        Some(Landmark::Footer) if !context.content => return Some(ZoneKind::Footer),
        Some(Landmark::Aside) if !context.content => return Some(ZoneKind::Aside),
        Some(Landmark::Content) => return None,
        _ => {}
    }
    if !may_be_named(element) {
        return None;
    }
    [Attribute::Id, Attribute::Class]
        .iter()
        .filter_map(|attribute| attributes.get(*attribute))
        .flat_map(str::split_ascii_whitespace)
        .find_map(kind_of_name)
}

/// Whether the element is one that pages give the names of their parts to.
fn may_be_named(element: Element) -> bool {
    use Known::{Aside, Div, Footer, Form, Header, Menu, Nav, Ol, Section, Span, Table, Td, Ul};
    matches!(
        element,
        Element::Known(Aside | Div | Footer | Form | Header | Menu | Nav | Ol | Section | Span | Table | Td | Ul)
    )
}

/// What an id or a class tells: `cookie-banner`, `siteFooter`, `onetrust-consent-sdk`.
fn kind_of_name(name: &str) -> Option<ZoneKind> {
    let words = words_of_name(name);
    let has = |candidates: &[&str]| words.iter().any(|word| candidates.contains(&word.as_str()));
    // Consent managers, by the names that their boxes carry.
    const MANAGERS: [&str; 14] = [
        "onetrust",
        "optanon",
        "cookiebot",
        "cybot",
        "usercentrics",
        "didomi",
        "cky",
        "cmplz",
        "osano",
        "qc",
        "klaro",
        "borlabs",
        "cookieconsent",
        "cookiebanner",
    ];
    let asks = has(&["cookie", "cookies", "consent", "gdpr", "ccpa"]);
    if has(&MANAGERS) {
        return Some(ZoneKind::Consent);
    }
    const BOXES: [&str; 12] = [
        "banner", "bar", "popup", "modal", "dialog", "overlay", "bubble", "wall", "toast", "manager", "notice",
        "message",
    ];
    if asks && has(&BOXES) {
        return Some(ZoneKind::CookieNotice);
    }
    if has(&[
        "nav",
        "navbar",
        "navigation",
        "menu",
        "submenu",
        "megamenu",
        "breadcrumb",
        "breadcrumbs",
        "pagination",
        "offcanvas",
    ]) || has(&["skip", "share", "sharing", "social"])
        && has(&["link", "links", "to", "icons", "buttons", "bar", "media", "list"])
        || matches!(name, "share" | "social" | "skip" | "sharethis" | "addthis" | "skiplink")
    {
        return Some(ZoneKind::Navigation);
    }
    if has(&["masthead", "topbar"]) || has(&["header"]) && (words.len() == 1 || has(&["site", "main", "global", "top"]))
    {
        return Some(ZoneKind::Header);
    }
    if has(&["footer"]) {
        return Some(ZoneKind::Footer);
    }
    if has(&["sidebar"]) || has(&["side"]) && has(&["bar", "nav", "menu"]) {
        return Some(ZoneKind::Aside);
    }
    if has(&["search"]) && has(&["form", "box", "bar"]) || has(&["newsletter"]) && has(&["form", "signup", "popup"]) {
        return Some(ZoneKind::Overlay);
    }
    None
}

/// The words of a name, in lower case: `mainNav-left_2` has `main`, `nav`, `left` and `2`.
fn words_of_name(name: &str) -> Vec<String> {
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
