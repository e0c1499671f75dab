//! What start and end tags do.

use crate::doc::LinkKind;
use crate::text::TextRange;

use super::attributes::{Attribute, Attributes};
use super::builder::Builder;
use super::context::Context;
use super::element::{Element, Known, Landmark, Meaning};
use super::list::List;
use super::open_block::LinkTarget;
use super::open_elements::Open;
use super::role::meaning_of;

impl Builder<'_> {
    /// Reads a start tag that stands at `tag`; `self_closing` says that it ends in `/>`.
    pub(crate) fn start(&mut self, element: Element, attributes: &Attributes, tag: TextRange, self_closing: bool) {
        if self.open.context().foreign {
            if !element.meaning().is_block() {
                self.start_foreign(element, self_closing);
                return;
            }
            self.leave_foreign();
        }
        if let Some(position) = self.open.closed_by_start_of(element) {
            self.close_to(position, None);
        }
        let mut context = self.open.context();
        let meaning = if context.dropped { element.meaning() } else { meaning_of(element, attributes) };
        if meaning == Meaning::Root {
            self.read_root(element, attributes);
            return;
        }
        if context.dropped {
            // What is folded away or drawn by a script can still be led to.
            self.note_anchors(element, attributes);
            // A script in a hidden element is no text that is hidden.
            context.hidden &= !matches!(meaning, Meaning::Dropped | Meaning::Foreign);
        } else {
            if meaning.is_block() {
                self.end_block(None);
                self.block.start_at(if element.is(Known::Hr) { tag.end() } else { tag.start() });
            } else if meaning.is_text() {
                self.block.starts_by(tag.start());
            }
            self.enter(element, meaning, &mut context, attributes, tag);
        }
        if !matches!(element, Element::Known(known) if known.is_void()) {
            self.open.push(Open { element, meaning, context, ended: false });
        }
    }

    /// Whether tags at this point are of another vocabulary than HTML's.
    pub(crate) fn in_foreign(&self) -> bool {
        self.open.context().foreign
    }

    /// How many elements are open.
    pub(crate) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Opens an element without attributes at a byte of the source.
    pub(crate) fn start_plain(&mut self, known: Known, at: usize) {
        self.start(Element::Known(known), &Attributes::default(), TextRange::empty(at), false);
    }

    /// Reads an end tag that stands at `tag`.
    pub(crate) fn end(&mut self, element: Element, tag: TextRange) {
        if element.is(Known::Br) {
            self.line_break(tag); // As `<br>` (HTML, "in body" insertion mode).
            return;
        }
        let Some(position) = self.open.ended_by(element) else {
            if element.meaning().is_block() && element.meaning() != Meaning::Root && !self.open.context().dropped {
                self.end_block(None);
            }
            return;
        };
        if !element.meaning().is_block() && self.open.holds_block(position) {
            if matches!(element, Element::Known(known) if known.is_formatting())
                && let Some(open) = self.open.end_early(position)
            {
                self.leave(&open);
            }
            return;
        }
        self.close_to(position, Some(tag.end()));
    }

    /// Ends the elements down to the one at `position`. `end` is where the end tag of that one ends.
    pub(crate) fn close_to(&mut self, position: usize, end: Option<usize>) {
        while self.open.len() > position {
            let is_last = self.open.len() == position + 1;
            if self.open.top_is_read_block() {
                self.end_block(end.filter(|_| is_last));
            }
            match self.open.pop() {
                Some(open) if !open.ended => self.leave(&open),
                _ => {}
            }
        }
    }

    /// Undoes what an element that ends has changed for the text after it, beyond its context.
    fn leave(&mut self, open: &Open) {
        if open.context.dropped {
            return;
        }
        match open.meaning {
            Meaning::Bold => self.emphasis.bold = self.emphasis.bold.saturating_sub(1),
            Meaning::Underlined => self.emphasis.underlined = self.emphasis.underlined.saturating_sub(1),
            Meaning::Italic => self.emphasis.italic = self.emphasis.italic.saturating_sub(1),
            Meaning::Link => self.end_link(open.context.heading > 0),
            Meaning::Title => self.end_title(),
            _ => {}
        }
    }

    fn start_foreign(&mut self, element: Element, self_closing: bool) {
        if !self_closing {
            let context = self.open.context();
            self.open.push(Open { element, meaning: Meaning::Foreign, context, ended: false });
        }
    }

    /// A block of HTML ends a drawing or formula that was left open (HTML, "parsing tokens in foreign content").
    fn leave_foreign(&mut self) {
        while self.open.context().foreign {
            match self.open.innermost(Element::Known(Known::Svg)).max(self.open.innermost(Element::Known(Known::Math)))
            {
                Some(position) => self.close_to(position, None),
                None => break,
            }
        }
    }

    /// What an element changes for the text in it.
    fn enter(
        &mut self,
        element: Element,
        meaning: Meaning,
        context: &mut Context,
        attributes: &Attributes,
        tag: TextRange,
    ) {
        self.visibility.note_controls(attributes);
        if self.visibility.is_hidden(element, attributes) {
            self.note_anchors(element, attributes);
            (context.dropped, context.hidden) = (true, true);
            return;
        }
        self.note_attributes(element, attributes, tag);
        if meaning.is_block() || attributes.has(Attribute::Class) {
            self.zones.enter(element, meaning, attributes, context);
        }
        if meaning.is_block() {
            context.style = self.style(element, attributes.get(Attribute::Class).unwrap_or_default());
        }
        match meaning {
            Meaning::LineBreak => self.line_break(tag),
            Meaning::Image => self.read_image(attributes, tag),
            Meaning::Metadata => self.read_metadata(attributes),
            Meaning::Relation => self.read_relation(attributes),
            Meaning::Title => self.start_title(),
            Meaning::Dropped => context.dropped = true,
            Meaning::Foreign => (context.dropped, context.foreign) = (true, true),
            Meaning::Button => enter_button(context),
            Meaning::Bold => self.emphasis.bold += 1,
            Meaning::Underlined => self.emphasis.underlined += 1,
            Meaning::Italic => self.emphasis.italic += 1,
            Meaning::Link => self.start_link(attributes, tag),
            Meaning::Raised => context.raised = true,
            Meaning::Code if context.preformatted => self.block.mark_code(),
            Meaning::Heading(level) => context.heading = level,
            Meaning::Summary => context.fold_title = true,
            Meaning::Quote => {
                context.quoted = true;
                context.cited |= attributes.get(Attribute::Cite).is_some_and(|source| !source.trim().is_empty());
            }
            Meaning::Citation => self.block.mark_cited(),
            Meaning::Preformatted => context.preformatted = true,
            Meaning::List { numbered } => self.enter_list(List::new(numbered, attributes), context),
            Meaning::DescriptionList => self.enter_list(List::bullets(), context),
            Meaning::Item => self.enter_item(attributes.number(Attribute::Value), context),
            Meaning::Term => self.enter_term(context),
            Meaning::Description => self.enter_description(context),
            Meaning::Table => self.enter_table(attributes, context),
            Meaning::RowGroup { head } => self.enter_row_group(head, context),
            Meaning::Row => self.enter_row(context),
            Meaning::Cell { head } => self.enter_cell(head, attributes, context),
            Meaning::Caption => self.tables.mark_data(context.table),
            Meaning::Landmark(Landmark::Content) => context.content = true,
            Meaning::Landmark(_) | Meaning::Block | Meaning::Inline | Meaning::Code | Meaning::Void | Meaning::Root => {
            }
        }
    }

    fn note_anchors(&mut self, element: Element, attributes: &Attributes) {
        let name = attributes.located(Attribute::Name).filter(|_| element.is(Known::A));
        for (anchor, _) in attributes.located(Attribute::Id).into_iter().chain(name) {
            self.anchor(anchor);
        }
    }

    fn note_attributes(&mut self, element: Element, attributes: &Attributes, tag: TextRange) {
        self.note_anchors(element, attributes);
        if element.is_control() && !attributes.is(Attribute::Type, "hidden") {
            self.attribute("control", "", tag);
        }
        for (attribute, key) in
            [(Attribute::Datetime, "datetime"), (Attribute::Title, "title"), (Attribute::Lang, "lang")]
        {
            if let Some((value, source)) = attributes.located(attribute) {
                self.attribute(key, value, source);
            }
        }
    }

    /// Starts a link; an open one ends, since links don't nest. An `<a>` that only names a place is none.
    fn start_link(&mut self, attributes: &Attributes, tag: TextRange) {
        self.end_link(false);
        let (target, source) = attributes.located(Attribute::Href).unwrap_or(("", tag));
        if let Some(kind) = link_kind(attributes, target) {
            self.open_link(target, source, kind);
        }
    }

    /// Starts a link to `target`, which is written at `source`.
    pub(crate) fn start_link_to(&mut self, target: &str, source: TextRange) {
        self.open_link(target, source, if leads_nowhere(target) { LinkKind::Empty } else { LinkKind::Target });
    }

    fn open_link(&mut self, target: &str, source: TextRange, kind: LinkKind) {
        self.block.open_link();
        self.link = Some(LinkTarget { target: target.to_owned(), source, kind });
    }

    /// Says where the target of the open link is written.
    pub(crate) fn locate_link(&mut self, source: TextRange) {
        if let Some(link) = &mut self.link {
            link.source = source;
        }
    }

    /// Ends the link at this point. In a heading, a link that is only a sign points to the heading itself.
    fn end_link(&mut self, in_heading: bool) {
        let Some(link) = self.link.take() else { return };
        if in_heading && link.target.starts_with('#') {
            self.block.drop_link_sign(self.text);
        }
        self.block.close_link(&link);
    }
}

/// What makes a link of HTML work; `None` where it only names a place.
fn link_kind(attributes: &Attributes, target: &str) -> Option<LinkKind> {
    let named = [Attribute::Id, Attribute::Name].into_iter().any(|attribute| attributes.has(attribute));
    let handled =
        [Attribute::Class, Attribute::Onclick, Attribute::Role, Attribute::DataTarget, Attribute::DataBsTarget]
            .into_iter()
            .any(|attribute| attributes.has(attribute));
    let scheme = target.split_once(':').map_or("", |(scheme, _)| scheme);
    let script = scheme.eq_ignore_ascii_case("javascript");
    // A fragment that a script takes for the name of a window or a tab.
    let worked = target.starts_with('#')
        && [
            Attribute::AriaControls,
            Attribute::DataBsTarget,
            Attribute::DataBsToggle,
            Attribute::DataTarget,
            Attribute::DataToggle,
            Attribute::Onclick,
        ]
        .into_iter()
        .any(|attribute| attributes.has(attribute));
    match (target, attributes.has(Attribute::Href)) {
        _ if worked => Some(LinkKind::Control),
        _ if !leads_nowhere(target) && !script => Some(LinkKind::Target),
        ("", false) if named => None,
        // A script that does nothing, where no other can find the link by a name.
        _ if handled || named || script && !is_void(target) => Some(LinkKind::Control),
        _ => Some(LinkKind::Empty),
    }
}

/// Whether a script's address has nothing done: `javascript:void(0)`, `javascript:;`.
fn is_void(target: &str) -> bool {
    let script = target.split_once(':').map_or("", |(_, script)| script);
    matches!(script.trim_end_matches(';').replace(' ', "").as_str(), "" | "void(0)" | "void0" | "//")
}

/// Whether a target is none, or the page itself.
fn leads_nowhere(target: &str) -> bool {
    matches!(target, "" | "#" | "#!")
}

/// A button is worked, not read, except where it is part of a title.
fn enter_button(context: &mut Context) {
    context.dropped = context.heading == 0 && !context.fold_title;
}
