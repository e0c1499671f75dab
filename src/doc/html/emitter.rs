//! Takes what the tokenizer finds and hands it to the builder with its place in the source.
//!
//! The tokenizer reports text decoded and in bits; its position tells where each bit was written. A bit that equals what
//! is written there is read verbatim, joined with its neighbours; another one replaces what is written.

use std::convert::Infallible;

use html5gum::{Emitter, Error, State, naive_next_state};

use super::super::markup::{Attribute, Attributes, Builder, Element, Known};
use super::fragment::Fragment;

/// Drives a builder from the tokenizer.
#[derive(Debug)]
pub(super) struct BlockEmitter<'b, 't, 'f> {
    builder: &'b mut Builder<'t>,
    fragment: &'f Fragment<'f>,
    /// How far the tokenizer has read, in bytes.
    position: usize,
    /// How far text and tags have been handed on.
    done: usize,
    /// Where text starts that is read as it stands and ends at `done`.
    verbatim_start: Option<usize>,
    /// Where the last `<` stands.
    tag_start: usize,
    tag: Tag,
    attributes: Attributes,
    /// The name of the last start tag, which alone ends raw text.
    last_start_name: Vec<u8>,
}

/// The tag that is being read.
#[derive(Debug, Default)]
struct Tag {
    is_end: bool,
    self_closing: bool,
    name: Vec<u8>,
    attribute_name: Vec<u8>,
    attribute_value: Vec<u8>,
    /// Where the value is written; empty at the end of the name where there is none.
    value: std::ops::Range<usize>,
}

impl<'b, 't, 'f> BlockEmitter<'b, 't, 'f> {
    pub(super) fn new(builder: &'b mut Builder<'t>, fragment: &'f Fragment<'f>) -> Self {
        Self {
            builder,
            fragment,
            position: 0,
            done: 0,
            verbatim_start: None,
            tag_start: 0,
            tag: Tag::default(),
            attributes: Attributes::default(),
            last_start_name: Vec::new(),
        }
    }

    /// Hands on the text that is read as it stands.
    fn flush(&mut self) {
        let Some(start) = self.verbatim_start.take() else { return };
        for range in self.fragment.sources(start..self.done) {
            self.builder.verbatim(range);
        }
    }

    fn flush_attribute(&mut self) {
        let tag = &mut self.tag;
        if let (false, Some(attribute)) = (tag.is_end, Attribute::from_name(&tag.attribute_name)) {
            self.attributes.push(attribute, &tag.attribute_value, self.fragment.source(tag.value.clone()));
        }
        tag.attribute_name.clear();
        tag.attribute_value.clear();
    }
}

impl Emitter for BlockEmitter<'_, '_, '_> {
    type Token = Infallible;

    fn emit_string(&mut self, bytes: &[u8]) {
        let written = self.fragment.text().as_bytes().get(self.done..self.position).unwrap_or_default();
        // A CR is reported as LF; the LF of a CRLF is not, but counts as read once the next bit is.
        let (break_before, rest) = match written {
            [b'\n', rest @ ..] if bytes.first() != Some(&b'\n') => (true, rest),
            _ => (false, written),
        };
        if rest == bytes || (rest == b"\r" && bytes == b"\n") {
            self.verbatim_start.get_or_insert(self.done);
        } else {
            self.flush();
            let start = self.done + usize::from(break_before);
            let source = self.fragment.source(start..self.position);
            self.builder.replaced(source, &String::from_utf8_lossy(bytes));
        }
        self.done = self.position;
    }

    fn start_open_tag(&mut self) {
        self.tag_start = self.position.saturating_sub(1);
    }

    fn init_start_tag(&mut self) {
        self.tag.is_end = false;
        self.tag.self_closing = false;
        self.tag.name.clear();
        self.attributes.clear();
    }

    fn init_end_tag(&mut self) {
        self.init_start_tag();
        self.tag.is_end = true;
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        self.tag.name.extend_from_slice(name);
    }

    fn set_self_closing(&mut self) {
        self.tag.self_closing = true;
    }

    fn init_attribute(&mut self) {
        self.flush_attribute();
        self.tag.value = self.position..self.position;
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        self.tag.attribute_name.extend_from_slice(name);
        self.tag.value = self.position..self.position;
    }

    fn init_attribute_value(&mut self) {
        self.tag.value = self.position..self.position;
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        self.tag.attribute_value.extend_from_slice(value);
        self.tag.value.end = self.position;
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.flush_attribute();
        self.flush();
        let source = self.fragment.source(self.tag_start..self.position);
        self.done = self.position;
        let element = self.builder.element(&self.tag.name);
        if self.tag.is_end {
            self.last_start_name.clear();
            self.builder.end(element, source);
            return None;
        }
        // `<svg><title/>` holds no text, whereas HTML's own `<title/>` does.
        let raw_text = !(self.tag.self_closing && self.builder.in_foreign());
        self.builder.start(element, &self.attributes, source, self.tag.self_closing);
        self.last_start_name.clone_from(&self.tag.name);
        if raw_text { next_state(element, &self.tag.name) } else { None }
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.tag.is_end && !self.last_start_name.is_empty() && self.last_start_name == self.tag.name
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start_name = name.unwrap_or_default().to_vec();
    }

    fn emit_current_comment(&mut self) {
        self.flush();
        let written = self.fragment.text().get(self.tag_start..self.position).unwrap_or_default();
        // Others, such as `<!doctype` misspelt or `<?xml`, are comments to a browser, yet nobody's words.
        if let Some(inner) = written.strip_prefix("<!--") {
            let ended = ["-->", "--!>"].iter().find_map(|mark| inner.strip_suffix(mark));
            let end = match inner {
                ">" | "->" => 0, // HTML, "comment start state".
                inner => ended.unwrap_or(inner).len(),
            };
            let start = self.tag_start + "<!--".len();
            self.builder.comment(self.fragment.source(start..start + end));
        }
        self.done = self.position;
    }

    fn emit_current_doctype(&mut self) {
        self.flush();
        self.done = self.position;
    }

    fn emit_eof(&mut self) {
        self.flush();
    }

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_error(&mut self, _: Error) {}
    fn init_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn init_doctype(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}

/// How the text after a start tag is read: raw, with references only, or as markup.
fn next_state(element: Element, name: &[u8]) -> Option<State> {
    if element == Element::Known(Known::Noframes) {
        return Some(State::RawText); // The tokenizer's own list misspells it.
    }
    naive_next_state(name)
}
