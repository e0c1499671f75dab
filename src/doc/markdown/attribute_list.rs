//! The attribute lists and extensions of kramdown: `{: #id .class key="value"}`, `{::comment}…{:/comment}`.
//!
//! They are no prose wherever they stand, and what they say belongs to the block they stand in, under or over
//! (kramdown, "Attribute List Definitions" and "Extensions").

use std::ops::Range;

use crate::text::TextRange;

/// A list is written on one line, which is no longer than this, in scalar values.
const MAX_LENGTH: usize = 2000;

/// One attribute list or extension tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AttributeList {
    /// All of it.
    pub(super) range: TextRange,
    /// The ids in it.
    pub(super) anchors: Vec<TextRange>,
    /// Its keys and where their values stand.
    pub(super) attributes: Vec<(String, TextRange)>,
}

/// All attribute lists of a source, in order.
#[derive(Debug, Default)]
pub(super) struct AttributeLists {
    lists: Vec<AttributeList>,
    comments: Vec<TextRange>,
    /// How many of them have been taken.
    taken: usize,
}

impl AttributeLists {
    /// Finds the lists from the byte at `from` on.
    pub(super) fn find(text: &str, from: usize) -> Self {
        let mut found = Self::default();
        let mut at = from;
        while let Some(start) = text[at..].find("{:").map(|offset| at + offset) {
            at = start + "{:".len();
            if let Some(end) = found.comment(text, start) {
                at = end;
            } else if let Some(list) = parse(text, start) {
                at = list.range.end();
                found.lists.push(list);
            }
        }
        found
    }

    /// Reads `{::comment}…{:/comment}` or `{:/}` at `start`; returns where it ends.
    fn comment(&mut self, text: &str, start: usize) -> Option<usize> {
        const OPEN: &str = "{::comment}";
        let inner = text[start..].strip_prefix(OPEN)?;
        let inner_start = start + OPEN.len();
        let (length, mark) = comment_end(inner);
        let end = inner_start + length + mark;
        self.comments.push(TextRange::new(inner_start, inner_start + length));
        self.lists.push(AttributeList {
            range: TextRange::new(start, end),
            anchors: Vec::new(),
            attributes: Vec::new(),
        });
        Some(end)
    }

    /// Where the lists stand.
    pub(super) fn ranges(&self) -> impl Iterator<Item = TextRange> {
        self.lists.iter().map(|list| list.range)
    }

    /// The comments among them, by their inner text.
    pub(super) fn comments(&self) -> Vec<TextRange> {
        self.comments.clone()
    }

    /// Takes the next list that starts in `range`; those before the range are passed over.
    pub(super) fn take_in(&mut self, range: &Range<usize>) -> Option<AttributeList> {
        while let Some(list) = self.lists.get(self.taken).filter(|list| list.range.start() < range.end) {
            self.taken += 1;
            if list.range.start() >= range.start {
                return Some(list.clone());
            }
        }
        None
    }
}

/// Where the text of a comment ends, and the length of the mark that ends it; unclosed, it goes on to the end.
fn comment_end(text: &str) -> (usize, usize) {
    let mut at = 0;
    while let Some(start) = text[at..].find("{:/").map(|offset| at + offset) {
        for mark in ["{:/comment}", "{:/}"] {
            if text[start..].starts_with(mark) {
                return (start, mark.len());
            }
        }
        at = start + 1;
    }
    (text.len(), 0)
}

/// Reads the list at `start`, where `{:` stands. `None` where what follows is no list.
fn parse(text: &str, start: usize) -> Option<AttributeList> {
    let line = line_at(text, start);
    let mut list = AttributeList { range: TextRange::empty(start), anchors: Vec::new(), attributes: Vec::new() };
    let mut at = "{:".len();
    if line[at..].starts_with([':', '/']) {
        let end = line.find('}')? + 1; // An extension's own tag: `{::options … /}`, `{:/nomarkdown}`.
        list.range = TextRange::new(start, start + end);
        return Some(list);
    }
    loop {
        at += line[at..].len() - line[at..].trim_start().len();
        let rest = &line[at..];
        if rest.starts_with('}') {
            list.range = TextRange::new(list_start(text, start, &list, &line[..at]), start + at + 1);
            return Some(list);
        }
        if rest.is_empty() {
            return None;
        }
        at += token(rest, start + at, &mut list)?;
    }
}

/// The rest of the line from the byte at `start`, up to the length that is looked at.
fn line_at(text: &str, start: usize) -> &str {
    let rest = &text[start..];
    let end = rest.char_indices().take(MAX_LENGTH).find(|(_, character)| *character == '\n').map(|(at, _)| at);
    let limit = || rest.char_indices().nth(MAX_LENGTH).map_or(rest.len(), |(at, _)| at);
    &rest[..end.unwrap_or_else(limit)]
}

/// Reads one token of a list: `#id`, `.class`, `key="value"` or the name of another list. Returns its length.
fn token(rest: &str, offset: usize, list: &mut AttributeList) -> Option<usize> {
    let name_end =
        |text: &str| text.find(|c: char| c.is_whitespace() || matches!(c, '}' | '=' | '{')).unwrap_or(text.len());
    if let Some(name) = rest.strip_prefix(['#', '.']) {
        let length = name_end(name);
        if rest.starts_with('#') && length > 0 {
            list.anchors.push(TextRange::new(offset + 1, offset + 1 + length));
        }
        return (length > 0).then_some(length + 1);
    }
    let key_length = name_end(rest);
    let key = &rest[..key_length];
    if key.is_empty() || !key.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '#')) {
        return None;
    }
    let Some(value) = rest[key_length..].strip_prefix('=') else { return Some(key_length) };
    let value_at = key_length + 1;
    let (inner, length) = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let inner = value[1..].find(quote)?;
            (1..1 + inner, inner + 2)
        }
        _ => {
            let length = name_end(value);
            (0..length, length)
        }
    };
    let start = offset + value_at;
    list.attributes.push((key.to_lowercase(), TextRange::new(start + inner.start, start + inner.end)));
    Some(value_at + length)
}

/// Where a list begins: `{:toc}` stands for the item above it, which is only there to be replaced.
fn list_start(text: &str, start: usize, list: &AttributeList, line: &str) -> usize {
    let is_contents = line.trim_start_matches("{:").split_whitespace().any(|token| token == "toc");
    if !is_contents || !list.attributes.is_empty() {
        return start;
    }
    let before = text[..start].trim_end_matches([' ', '\t']);
    let Some(before) = before.strip_suffix('\n') else { return start };
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let item = before[line_start..].trim_start();
    if item.starts_with(['*', '-', '+', '1']) { line_start } else { start }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists(text: &str) -> Vec<AttributeList> {
        AttributeLists::find(text, 0).lists
    }

    #[test]
    fn reads_ids_and_values() {
        let text = "Title\n{: #collect .big datetime=\"2026-05-04\" lang=en}\n";
        let [list] = lists(text).try_into().expect("there is one list");
        assert_eq!(list.range.of(text), "{: #collect .big datetime=\"2026-05-04\" lang=en}");
        assert_eq!(list.anchors.iter().map(|range| range.of(text)).collect::<Vec<_>>(), ["collect"]);
        let attributes: Vec<_> = list.attributes.iter().map(|(key, range)| (key.as_str(), range.of(text))).collect();
        assert_eq!(attributes, [("datetime", "2026-05-04"), ("lang", "en")]);
    }

    #[test]
    fn tells_lists_from_other_braces() {
        assert_eq!(lists("{:.no_toc}").len(), 1);
        assert_eq!(lists("{:target: #x}").len(), 1);
        assert!(lists("{: \"quoted\" }").is_empty());
        assert!(lists("{: #open\nnext }").is_empty());
        assert!(lists("{ : #x }").is_empty());
    }

    #[test]
    fn extensions_are_no_prose() {
        let text = "a {::comment}hidden{:/comment} b {::options x=\"y\" /} c {::comment}to the end";
        let found = AttributeLists::find(text, 0);
        assert_eq!(found.ranges().map(|range| range.of(text)).collect::<Vec<_>>()[0], "{::comment}hidden{:/comment}");
        assert_eq!(found.comments().iter().map(|range| range.of(text)).collect::<Vec<_>>(), ["hidden", "to the end"]);
        assert_eq!(found.lists.len(), 3);
    }

    #[test]
    fn the_place_of_a_table_of_contents_goes_with_it() {
        assert_eq!(lists("* TOC\n{:toc}\ntext")[0].range, TextRange::new(0, 12));
        assert_eq!(lists("text\n{:toc}")[0].range, TextRange::new(5, 11));
    }
}
