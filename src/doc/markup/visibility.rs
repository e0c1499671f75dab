//! Which elements are hidden from view, and which of those a reader can unfold.

use std::collections::HashSet;

use super::attributes::{Attribute, Attributes};
use super::element::{Element, Known};

/// What has been seen of hidden elements so far.
#[derive(Debug, Default)]
pub(crate) struct Visibility {
    /// Ids of elements that a control or link on the page opens.
    opened_by_control: HashSet<String>,
    /// Whether nothing is taken for hidden.
    show_all: bool,
    /// Bytes of text that was read and that was hidden.
    read: usize,
    hidden: usize,
}

impl Visibility {
    /// Takes nothing for hidden.
    pub(crate) fn showing_all() -> Self {
        Self { show_all: true, ..Self::default() }
    }

    /// Counts text that is shown, or hidden from view.
    pub(crate) fn count(&mut self, text: &str, hidden: bool) {
        *(if hidden { &mut self.hidden } else { &mut self.read }) += text.trim().len();
    }

    /// Whether most of the page was hidden: then it is a page whose sections unfold by script, saved while folded.
    pub(crate) fn hid_most(&self) -> bool {
        self.hidden > 2 * self.read
    }

    /// Notes which elements a tag lets the reader open.
    pub(crate) fn note_controls(&mut self, attributes: &Attributes) {
        for attribute in [Attribute::AriaControls, Attribute::DataTarget, Attribute::DataBsTarget, Attribute::Href] {
            let Some(value) = attributes.get(attribute) else { continue };
            let fragment = value.strip_prefix('#');
            match attribute {
                Attribute::AriaControls => {
                    self.opened_by_control.extend(value.split_ascii_whitespace().map(str::to_owned));
                }
                _ => self.opened_by_control.extend(fragment.filter(|id| !id.is_empty()).map(str::to_owned)),
            }
        }
    }

    /// Whether an element is hidden for good. Sections that fold are closed when the page is saved, yet are part of the
    /// text: those that a control opens, panels of tabs, and `<details>`.
    pub(crate) fn is_hidden(&self, element: Element, attributes: &Attributes) -> bool {
        if self.show_all {
            return false;
        }
        if attributes.is_empty() {
            return element.is(Known::Dialog);
        }
        let role = attributes.get(Attribute::Role).map(|role| role.trim().to_ascii_lowercase());
        let overlay = element.is(Known::Dialog) || matches!(role.as_deref(), Some("dialog" | "alertdialog"));
        let hidden = is_marked_hidden(attributes) || (element.is(Known::Dialog) && !attributes.has(Attribute::Open));
        hidden && (overlay || !self.unfolds(role.as_deref(), attributes))
    }

    fn unfolds(&self, role: Option<&str>, attributes: &Attributes) -> bool {
        role == Some("tabpanel") || attributes.get(Attribute::Id).is_some_and(|id| self.opened_by_control.contains(id))
    }
}

fn is_marked_hidden(attributes: &Attributes) -> bool {
    let hidden = attributes.has(Attribute::Hidden) && !attributes.is(Attribute::Hidden, "until-found");
    hidden || attributes.is(Attribute::AriaHidden, "true") || attributes.get(Attribute::Style).is_some_and(style_hides)
}

/// Whether a `style` attribute hides its element.
fn style_hides(style: &str) -> bool {
    style.split(';').any(|declaration| {
        let Some((property, value)) = declaration.split_once(':') else { return false };
        let value = value.trim().trim_end_matches("!important").trim_end();
        let is =
            |name: &str, hiding: &str| property.trim().eq_ignore_ascii_case(name) && value.eq_ignore_ascii_case(hiding);
        is("display", "none") || is("visibility", "hidden") || is("visibility", "collapse")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    fn hidden(pairs: &[(Attribute, &str)], visibility: &Visibility) -> bool {
        let mut attributes = Attributes::default();
        for (attribute, value) in pairs {
            attributes.push(*attribute, value.as_bytes(), TextRange::empty(0));
        }
        visibility.is_hidden(Element::Known(Known::Div), &attributes)
    }

    #[test]
    fn knows_the_ways_to_hide() {
        let none = Visibility::default();
        assert!(hidden(&[(Attribute::Hidden, "")], &none));
        assert!(hidden(&[(Attribute::AriaHidden, "true")], &none));
        assert!(hidden(&[(Attribute::Style, "color: red; DISPLAY : none !important")], &none));
        assert!(hidden(&[(Attribute::Style, "visibility:hidden")], &none));
        assert!(!hidden(&[(Attribute::Style, "display:block")], &none));
        assert!(!hidden(&[(Attribute::AriaHidden, "false")], &none));
        assert!(!hidden(&[(Attribute::Hidden, "until-found")], &none));
    }

    #[test]
    fn what_a_control_opens_is_read() {
        let mut visibility = Visibility::default();
        let mut control = Attributes::default();
        control.push(Attribute::AriaControls, b"panel-1 panel-2", TextRange::empty(0));
        visibility.note_controls(&control);
        assert!(!hidden(&[(Attribute::Id, "panel-2"), (Attribute::Hidden, "")], &visibility));
        assert!(hidden(&[(Attribute::Id, "panel-3"), (Attribute::Hidden, "")], &visibility));
        let dialog = [(Attribute::Id, "panel-2"), (Attribute::Hidden, ""), (Attribute::Role, "dialog")];
        assert!(hidden(&dialog, &visibility));
    }
}
