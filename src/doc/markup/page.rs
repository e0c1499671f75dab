//! What a page says of itself: its title, its language, its metadata.

use crate::text::TextRange;

use super::attributes::{Attribute, Attributes};
use super::builder::{Builder, PageTitle};
use super::element::{Element, Known};

impl Builder<'_> {
    /// `<html>` and `<body>`. What they hide is the page while it loads, so that is passed over.
    pub(super) fn read_root(&mut self, element: Element, attributes: &Attributes) {
        if let Some((name, _)) = attributes.located(Attribute::Id) {
            self.anchor(name);
        }
        if element.is(Known::Html)
            && let Some((value, source)) = attributes.located(Attribute::Lang)
        {
            self.metadata("lang", value, source);
        }
    }

    /// `<meta name content>` and `<meta property content>`.
    pub(super) fn read_metadata(&mut self, attributes: &Attributes) {
        let key = attributes.located(Attribute::Name).or_else(|| attributes.located(Attribute::Property));
        if let (Some((key, _)), Some((value, source))) = (key, attributes.located(Attribute::Content)) {
            self.metadata(key, value, source);
        }
    }

    /// `<link rel="canonical">`.
    pub(super) fn read_relation(&mut self, attributes: &Attributes) {
        if let Some((value, source)) =
            attributes.located(Attribute::Href).filter(|_| attributes.is(Attribute::Rel, "canonical"))
        {
            self.metadata("canonical", value, source);
        }
    }

    /// A picture's description is no prose, yet rules may look at it.
    pub(super) fn read_image(&mut self, attributes: &Attributes, tag: TextRange) {
        if let Some((value, source)) = attributes.located(Attribute::Alt) {
            self.attribute("alt", value, source);
        }
        let key = if attributes.has(Attribute::Alt) { "image" } else { "undescribed-image" };
        self.attribute(key, "", tag);
    }

    pub(super) fn start_title(&mut self) {
        self.title = Some(PageTitle::default());
    }

    /// Ends the page's title, of which only the first counts.
    pub(super) fn end_title(&mut self) {
        let Some(PageTitle { words, source: Some(source) }) = self.title.take() else { return };
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !self.title_read && !words.is_empty() {
            self.title_read = true;
            self.metadata("title", &words, source);
        }
    }
}
