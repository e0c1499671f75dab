//! Parts of a page that may be furniture: what their elements, roles and names say.

use super::attributes::{Attribute, Attributes};
use super::context::Context;
use super::element::{Element, Known, Landmark, Meaning};
use super::role::landmark_of_role;
use super::zone_name;

/// Why a part of a page may be furniture, and so how much of the page it may hold and still be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ZoneKind {
    /// A menu.
    Navigation,
    /// What is named as a menu is.
    Menu,
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
            Self::Menu | Self::Aside | Self::Overlay | Self::Consent | Self::CookieNotice => 25,
        }
    }

    /// How many words it may hold. A section of the policy may be named as a menu or a banner is, but is longer.
    fn max_words(self) -> u64 {
        match self {
            Self::Menu => 60,
            Self::CookieNotice => 150,
            _ => u64::MAX,
        }
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
        .find_map(zone_name::kind_of_name)
}

/// Whether the element is one that pages give the names of their parts to.
fn may_be_named(element: Element) -> bool {
    use Known::{Aside, Div, Footer, Form, Header, Menu, Nav, Ol, Section, Span, Table, Td, Ul};
    matches!(
        element,
        Element::Known(Aside | Div | Footer | Form | Header | Menu | Nav | Ol | Section | Span | Table | Td | Ul)
    )
}
