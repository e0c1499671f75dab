//! What an element means once its `role` and its way of being used are considered (WAI-ARIA 1.2, "roles").

use super::attributes::{Attribute, Attributes};
use super::element::{Element, Landmark, Meaning};

/// The meaning of an element with these attributes.
pub(crate) fn meaning_of(element: Element, attributes: &Attributes) -> Meaning {
    let meaning = element.meaning();
    if folds(meaning, attributes) {
        return Meaning::Summary;
    }
    let Some(role) = attributes.get(Attribute::Role) else { return meaning };
    if !matches!(
        meaning,
        Meaning::Inline | Meaning::Italic | Meaning::Block | Meaning::Landmark(_) | Meaning::Heading(_)
    ) {
        return meaning;
    }
    match role.trim().to_ascii_lowercase().as_str() {
        "heading" => Meaning::Heading(heading_level(meaning, attributes)),
        "list" => Meaning::List { numbered: false },
        "listitem" => Meaning::Item,
        "table" | "grid" | "treegrid" => Meaning::Table,
        "rowgroup" => Meaning::RowGroup { head: false },
        "row" => Meaning::Row,
        "cell" | "gridcell" => Meaning::Cell { head: false },
        "columnheader" | "rowheader" => Meaning::Cell { head: true },
        "main" | "article" => Meaning::Landmark(Landmark::Content),
        role => landmark_of_role(role).map_or(meaning, Meaning::Landmark),
    }
}

/// The part of the page that a lower-case role names.
pub(crate) fn landmark_of_role(role: &str) -> Option<Landmark> {
    match role {
        "navigation" | "menu" | "menubar" | "tablist" | "toolbar" | "doc-toc" => Some(Landmark::Navigation),
        "banner" => Some(Landmark::Header),
        "contentinfo" => Some(Landmark::Footer),
        "complementary" => Some(Landmark::Aside),
        "dialog" | "alertdialog" | "search" => Some(Landmark::Overlay),
        _ => None,
    }
}

/// Whether the element is the button by which a section of the text unfolds: its title.
fn folds(meaning: Meaning, attributes: &Attributes) -> bool {
    let button = match meaning {
        Meaning::Button => true,
        Meaning::Inline | Meaning::Italic | Meaning::Block => attributes.is(Attribute::Role, "button"),
        _ => false,
    };
    let signs = [Attribute::AriaControls, Attribute::AriaExpanded, Attribute::DataTarget, Attribute::DataBsTarget];
    button && signs.iter().any(|sign| attributes.has(*sign))
}

/// `aria-level`; without one, the element's own level, else 2 as ARIA has it.
fn heading_level(meaning: Meaning, attributes: &Attributes) -> u8 {
    let own = if let Meaning::Heading(level) = meaning { level } else { 2 };
    let level = attributes.number(Attribute::AriaLevel).unwrap_or(i64::from(own));
    u8::try_from(level.clamp(1, 6)).unwrap_or(own)
}
