//! Raw HTML blocks in Markdown, and Markdown within them.

use std::ops::Range;

/// Parts of an HTML block whose element says `markdown="1"`: its tag, the Markdown inside, what follows.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MarkdownElement {
    /// The start tag.
    pub(super) tag: Range<usize>,
    /// What is read as Markdown.
    pub(super) inner: Range<usize>,
    /// The end tag and the rest of the block.
    pub(super) rest: Range<usize>,
}

/// Parts an HTML block that takes up `block`, where its first element asks for Markdown (kramdown, "HTML Blocks").
pub(super) fn markdown_element(source: &str, block: Range<usize>) -> Option<MarkdownElement> {
    let text = source.get(block.clone())?;
    let indent = text.len() - text.trim_start().len();
    let tag_length = tag_length(&text[indent..])?;
    let tag_end = indent + tag_length;
    if !asks_for_markdown(&text[indent..tag_end]) {
        return None;
    }
    let inner_length = text[tag_end..].rfind("</").unwrap_or(text.len() - tag_end);
    let at = |offset: usize| block.start + offset;
    Some(MarkdownElement {
        tag: at(indent)..at(tag_end),
        inner: at(tag_end)..at(tag_end + inner_length),
        rest: at(tag_end + inner_length)..block.end,
    })
}

/// The length of the start tag at the start of `text`.
fn tag_length(text: &str) -> Option<usize> {
    let name = text.strip_prefix('<')?;
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut quote = None;
    for (at, character) in text.char_indices() {
        match (quote, character) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), character) if open == character => quote = None,
            _ => {}
        }
    }
    None
}

fn asks_for_markdown(tag: &str) -> bool {
    let Some(at) = tag.find("markdown=") else { return false };
    let value = tag[at + "markdown=".len()..].trim_start_matches(['"', '\'']);
    ["1", "block", "span", "true"].iter().any(|word| value.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_an_element_that_asks_for_markdown() {
        let source = "<div class=\"a>b\" markdown=\"1\">\n**x**\n</div>\n";
        let element = markdown_element(source, 0..source.len()).unwrap_or_else(|| unreachable!("it asks"));
        assert_eq!(&source[element.tag], "<div class=\"a>b\" markdown=\"1\">");
        assert_eq!(&source[element.inner], "\n**x**\n");
        assert_eq!(&source[element.rest], "</div>\n");
    }

    #[test]
    fn leaves_other_html_alone() {
        assert_eq!(markdown_element("<div>\n**x**\n</div>", 0..18), None);
        assert_eq!(markdown_element("<div markdown=\"0\">", 0..18), None);
        assert_eq!(markdown_element("<!-- markdown=1 -->", 0..19), None);
    }
}
