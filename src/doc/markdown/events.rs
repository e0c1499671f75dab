//! Takes what the Markdown parser finds and hands it to the builder with its place in the source.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::text::TextRange;

use super::super::html::{Fragment, read_fragment};
use super::super::markup::{Builder, Known};
use super::attribute_list::{AttributeList, AttributeLists};
use super::destination::{self, Targets};
use super::raw_html;

/// HTML elements that hold Markdown that holds such elements are followed no deeper than this.
const MAX_NESTING: usize = 16;

/// Drives a builder from the Markdown parser.
#[derive(Debug)]
pub(super) struct EventReader<'b, 't> {
    builder: &'b mut Builder<'t>,
    source: &'t str,
    lists: AttributeLists,
    /// How many elements were open when each Markdown container opened.
    depths: Vec<usize>,
    /// The lines of the HTML block that is being read.
    html: Vec<TextRange>,
    /// Whether the code block that is being read is HTML.
    code_is_html: bool,
    /// Where the text read so far ends.
    text_end: usize,
    /// The description of the picture that is being read, and where it starts.
    picture: Option<(String, usize)>,
    nesting: usize,
}

impl<'b, 't> EventReader<'b, 't> {
    pub(super) fn new(builder: &'b mut Builder<'t>, lists: AttributeLists) -> Self {
        let source = builder.text();
        Self {
            builder,
            source,
            lists,
            depths: Vec::new(),
            html: Vec::new(),
            code_is_html: false,
            text_end: 0,
            picture: None,
            nesting: 0,
        }
    }

    /// Reads a range of the source as Markdown.
    pub(super) fn read(&mut self, range: Range<usize>) {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_DEFINITION_LIST
            | Options::ENABLE_GFM;
        let base = range.start;
        let parser = Parser::new_ext(self.source.get(range).unwrap_or_default(), options);
        let targets = Targets::new(parser.reference_definitions(), self.source, base);
        for (event, at) in parser.into_offset_iter() {
            self.event(event, base + at.start..base + at.end, &targets);
        }
    }

    fn event(&mut self, event: Event<'_>, at: Range<usize>, targets: &Targets) {
        match event {
            Event::Start(tag) => self.start(tag, &at, targets),
            Event::End(tag) => self.end(tag, &at),
            Event::Text(text) => self.text(&text, at.clone()),
            Event::Code(code) => self.code(&code, at.clone()),
            Event::InlineHtml(tag) if is_placeholder(&tag) => self.text(&tag, at.clone()),
            Event::InlineHtml(_) => read_fragment(self.builder, &Fragment::of(self.source, range(&at))),
            Event::Html(_) => self.html.push(range(&at)),
            Event::SoftBreak if matches!(self.source.get(at.clone()), Some("\n" | "\r\n")) => {
                self.builder.verbatim(range(&at));
            }
            Event::SoftBreak => self.builder.replaced(range(&at), "\n"),
            Event::HardBreak => self.builder.line_break(range(&at)),
            Event::Rule => self.builder.start_plain(Known::Hr, at.end),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
            Event::InlineMath(text) | Event::DisplayMath(text) => self.builder.replaced(range(&at), &text),
        }
    }

    fn start(&mut self, tag: Tag<'_>, at: &Range<usize>, targets: &Targets) {
        self.depths.push(self.builder.depth());
        self.text_end = at.start + 1;
        match tag {
            Tag::Paragraph => self.open(Known::P, at),
            Tag::Heading { level, id, attrs, .. } => {
                self.open(heading(level), at);
                self.heading_attributes(id.as_deref(), &attrs, at);
            }
            Tag::BlockQuote(_) => self.open(Known::Blockquote, at),
            Tag::CodeBlock(CodeBlockKind::Indented) if self.continues_html(at) => {
                self.html.clear();
                self.code_is_html = true;
            }
            Tag::CodeBlock(_) => {
                self.open(Known::Pre, at);
                self.open(Known::Code, at);
            }
            Tag::HtmlBlock => self.html.clear(),
            Tag::List(first) => self.builder.start_list(first, at.start),
            Tag::Item => self.open(Known::Li, at),
            Tag::FootnoteDefinition(_) => self.open(Known::Div, at),
            Tag::DefinitionList => self.open(Known::Dl, at),
            Tag::DefinitionListTitle => self.open(Known::Dt, at),
            Tag::DefinitionListDefinition => self.open(Known::Dd, at),
            Tag::Table(_) => self.open(Known::Table, at),
            Tag::TableHead => {
                self.open(Known::Thead, at);
                self.open(Known::Tr, at);
            }
            Tag::TableRow => self.open(Known::Tr, at),
            Tag::TableCell => self.open(Known::Td, at),
            Tag::Emphasis => self.open(Known::Em, at),
            Tag::Strong => self.open(Known::Strong, at),
            Tag::Strikethrough => self.open(Known::Del, at),
            Tag::Superscript | Tag::Subscript => self.open(Known::Sup, at),
            Tag::Link { link_type, dest_url, id, .. } => self.link(link_type, &dest_url, &id, at, targets),
            Tag::Image { .. } => self.picture = Some((String::new(), at.start)),
            Tag::MetadataBlock(_) => {}
        }
    }

    fn open(&mut self, element: Known, at: &Range<usize>) {
        self.builder.start_plain(element, at.start);
    }

    fn end(&mut self, tag: TagEnd, at: &Range<usize>) {
        let depth = self.depths.pop().unwrap_or_default();
        match tag {
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::CodeBlock if std::mem::take(&mut self.code_is_html) => {
                self.html_block();
                return;
            }
            TagEnd::Image => self.end_picture(),
            TagEnd::Link => self.end_link(at),
            _ => {}
        }
        let written = self.source.get(at.clone()).unwrap_or_default().trim_end().len();
        if !matches!(tag, TagEnd::HtmlBlock) {
            self.builder.close_to(depth, Some(at.start + written));
        }
        self.text_end = at.end;
    }

    /// Whether an indented block goes on with HTML that a blank line has cut: an indented row of an open table.
    fn continues_html(&self, at: &Range<usize>) -> bool {
        let within_html = self.builder.in_table() || (self.depths.len() == 1 && self.builder.depth() > 0);
        within_html && self.source.get(at.clone()).is_some_and(|text| text.trim_start().starts_with('<'))
    }

    fn text(&mut self, text: &str, at: Range<usize>) {
        if self.code_is_html {
            self.html.push(range(&at));
            return;
        }
        self.text_end = at.end;
        if let Some((description, _)) = &mut self.picture {
            description.push_str(text);
            return;
        }
        self.take_lists(&at);
        if self.source.get(at.clone()) == Some(text) {
            self.builder.verbatim(range(&at));
        } else {
            self.builder.replaced(range(&at), text);
        }
    }

    /// Program text within a line, which policies use for names of cookies and the like: it is read.
    fn code(&mut self, code: &str, at: Range<usize>) {
        self.text_end = at.end;
        let written = self.source.get(at.clone()).unwrap_or_default();
        let ticks = written.len() - written.trim_start_matches('`').len();
        let inner = written.get(ticks..written.len().saturating_sub(ticks)).unwrap_or_default();
        let inset = if inner == code { 0 } else { 1 };
        let start = at.start + ticks + inset;
        if self.source.get(start..start + code.len()) == Some(code) {
            self.builder.verbatim(TextRange::new(start, start + code.len()));
        } else {
            self.builder.replaced(range(&at), code);
        }
    }

    fn link(&mut self, kind: LinkType, target: &str, id: &str, at: &Range<usize>, targets: &Targets) {
        self.open(Known::A, at);
        let source = match kind {
            LinkType::Autolink | LinkType::Email => destination::of_autolink(self.source, at),
            LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut => targets.get(id),
            _ => None,
        };
        let source = range(&source.unwrap_or_else(|| at.clone()));
        if kind == LinkType::Email {
            self.builder.start_link_to(&format!("mailto:{target}"), source);
        } else {
            self.builder.start_link_to(target, source);
        }
    }

    /// The target of an inline link stands after its text, so its place is known only now.
    fn end_link(&mut self, at: &Range<usize>) {
        if let Some(source) = destination::of_inline(self.source, at, self.text_end) {
            self.builder.locate_link(range(&source));
        }
    }

    fn end_picture(&mut self) {
        let Some((description, start)) = self.picture.take() else { return };
        let key = if description.trim().is_empty() { "undescribed-image" } else { "image" };
        if !description.trim().is_empty() {
            self.builder.attribute("alt", description.trim(), TextRange::new(start, self.text_end));
        }
        self.builder.attribute(key, "", TextRange::new(start, self.text_end));
    }

    fn heading_attributes(
        &mut self,
        id: Option<&str>,
        attributes: &[(CowStr<'_>, Option<CowStr<'_>>)],
        at: &Range<usize>,
    ) {
        if let Some(id) = id {
            self.builder.anchor(id);
        }
        for (key, value) in attributes {
            let Some(value) = value.as_deref().filter(|_| key.chars().any(char::is_alphanumeric)) else { continue };
            let value = value.trim_matches(['"', '\'']);
            let written = self.source.get(at.clone()).unwrap_or_default();
            let start = at.start + written.rfind(value).unwrap_or(0);
            self.builder.attribute(&key.to_lowercase(), value, TextRange::new(start, start + value.len()));
        }
    }

    /// Reads the attribute lists that stand in a stretch of text.
    fn take_lists(&mut self, at: &Range<usize>) {
        while let Some(list) = self.lists.take_in(at) {
            self.apply(&list);
        }
    }

    /// A list within a block is the block's. One that stands alone is that of the block right above, else of the next.
    fn apply(&mut self, list: &AttributeList) {
        let source = self.source;
        let before = source.get(..list.range.start()).unwrap_or_default();
        let gap = &before[before.trim_end().len()..];
        let alone = self.builder.at_block_start();
        let above = alone && gap.matches('\n').count() == 1;
        let anchors = list.anchors.iter().map(|range| range.of(source).to_owned());
        let attributes = list.attributes.iter().map(|(key, range)| (key.clone(), range.of(source).to_owned(), *range));
        if let (true, Some(block)) = (above, self.builder.last_block()) {
            block.anchors.extend(anchors);
            block.attributes.extend(attributes);
            return;
        }
        for anchor in anchors {
            self.builder.anchor(&anchor);
        }
        for (key, value, range) in attributes {
            self.builder.attribute(&key, &value, range);
        }
    }

    fn html_block(&mut self) {
        let lines = std::mem::take(&mut self.html);
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let block = first.start()..last.end();
        let whole = lines.windows(2).all(|pair| pair[0].end() == pair[1].start());
        let element = if whole && self.nesting < MAX_NESTING {
            raw_html::markdown_element(self.source, block.clone())
        } else {
            None
        };
        match element {
            Some(element) => {
                read_fragment(self.builder, &Fragment::of(self.source, range(&element.tag)));
                self.nesting += 1;
                self.read(element.inner);
                self.nesting -= 1;
                read_fragment(self.builder, &Fragment::of(self.source, range(&element.rest)));
            }
            None if whole => read_fragment(self.builder, &Fragment::of(self.source, range(&block))),
            None => read_fragment(self.builder, &Fragment::joined(self.source, &lines)),
        }
        self.take_lists(&block);
    }
}

fn range(at: &Range<usize>) -> TextRange {
    TextRange::new(at.start, at.end)
}

fn heading(level: HeadingLevel) -> Known {
    match level {
        HeadingLevel::H1 => Known::H1,
        HeadingLevel::H2 => Known::H2,
        HeadingLevel::H3 => Known::H3,
        HeadingLevel::H4 => Known::H4,
        HeadingLevel::H5 => Known::H5,
        HeadingLevel::H6 => Known::H6,
    }
}

/// Whether what looks like a tag is a mark that somebody was to fill in, `<Company Name>`: words with no attribute, of which the first is no
/// element. Browsers show nothing of it, and what it stood for is lost.
fn is_placeholder(tag: &str) -> bool {
    let Some(inner) = tag.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) else { return false };
    let words: Vec<&str> = inner.split([' ', '-', '_']).collect();
    let plain = words.iter().all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let named =
        inner.split(' ').next().is_some_and(|name| Known::from_name(name.to_ascii_lowercase().as_bytes()).is_some());
    plain && words.len() > 1 && !named
}
