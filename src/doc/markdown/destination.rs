//! Where the target of a link is written. The parser decodes targets and does not tell their place.

use std::ops::Range;

use pulldown_cmark::RefDefs;

/// Where reference links lead, by label.
#[derive(Debug)]
pub(super) struct Targets(Vec<(String, Range<usize>)>);

impl Targets {
    /// The targets of a parser whose text starts at the byte `base` of the source.
    pub(super) fn new(definitions: &RefDefs<'_>, source: &str, base: usize) -> Self {
        let mut targets = Vec::new();
        for (label, definition) in definitions.iter() {
            let span = base + definition.span.start..base + definition.span.end;
            if let Some(target) = of_definition(source, &span) {
                targets.push((label.to_lowercase(), target));
            }
        }
        targets.sort_by(|(left, _), (right, _)| left.cmp(right));
        Self(targets)
    }

    /// Where the target of a label, as a link writes it, stands.
    pub(super) fn get(&self, label: &str) -> Option<Range<usize>> {
        let label = label.to_lowercase();
        let index = self.0.binary_search_by(|(other, _)| other.cmp(&label)).ok()?;
        self.0.get(index).map(|(_, range)| range.clone())
    }
}

/// The destination of `[text](destination "title")`, a link that takes up `link`; its text ends at `text_end`.
pub(super) fn of_inline(source: &str, link: &Range<usize>, text_end: usize) -> Option<Range<usize>> {
    let rest = source.get(text_end..link.end)?;
    let start = text_end + rest.find("](")? + "](".len();
    destination(source, start, link.end)
}

/// The destination of `[label]: destination "title"`, a definition that takes up `definition`.
fn of_definition(source: &str, definition: &Range<usize>) -> Option<Range<usize>> {
    let start = definition.start + source.get(definition.clone())?.find("]:")? + "]:".len();
    destination(source, start, definition.end)
}

/// The address within `<…>`.
pub(super) fn of_autolink(source: &str, link: &Range<usize>) -> Option<Range<usize>> {
    let inner = source.get(link.clone())?.strip_prefix('<')?.strip_suffix('>')?;
    Some(link.start + 1..link.start + 1 + inner.len())
}

/// A destination that starts after white space at `start` (CommonMark 0.31, "link destination").
fn destination(source: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let rest = source.get(start..end)?;
    let start = start + (rest.len() - rest.trim_start().len());
    let rest = source.get(start..end)?;
    if let Some(inner) = rest.strip_prefix('<') {
        return Some(start + 1..start + 1 + inner.find('>')?);
    }
    let mut depth = 0_u32;
    let mut escaped = false;
    for (at, character) in rest.char_indices() {
        let ends = match character {
            _ if escaped => false,
            '(' => {
                depth += 1;
                false
            }
            ')' if depth == 0 => true,
            ')' => {
                depth -= 1;
                false
            }
            character => character.is_whitespace(),
        };
        if ends {
            return Some(start..start + at);
        }
        escaped = !escaped && character == '\\';
    }
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inline(source: &str, text_end: usize) -> &str {
        of_inline(source, &(0..source.len()), text_end).map_or("", |range| &source[range])
    }

    #[test]
    fn finds_where_the_target_is_written() {
        assert_eq!(inline("[a](https://x.example/p_(q) \"title\")", 2), "https://x.example/p_(q)");
        assert_eq!(inline("[a]( <a b> )", 2), "a b");
        assert_eq!(inline("[a](b\\)c)", 2), "b\\)c");
        assert_eq!(inline("[a]()", 2), "");
        let definition = "[a]: /target 'title'";
        assert_eq!(of_definition(definition, &(0..definition.len())).map(|range| &definition[range]), Some("/target"));
        assert_eq!(of_autolink("<a@b.example>", &(0..13)), Some(1..12));
    }
}
