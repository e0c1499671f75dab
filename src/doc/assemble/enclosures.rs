//! Parentheses and quotations.

use std::ops::Range;

/// Longer ones, in bytes, do not hold their sentences together.
const LONGEST: usize = 600;

/// Parentheses and quotations that close within a reasonable distance, from the opening mark to behind the closing one,
/// outermost only.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = Vec::new();
    let mut quote = None;
    // Folded text has no other white space than the space, and ASCII bytes are never part of another character.
    for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| matches!(byte, b'(' | b')' | b'[' | b']' | b'"')) {
        match byte {
            b'(' | b'[' => open.push(at),
            b')' | b']' => {
                if let Some(start) = open.pop() {
                    push_outermost(&mut found, start..at + 1);
                }
            }
            _ => {
                let before = &bytes[..at];
                let free = before.last().is_none_or(|byte| matches!(byte, b' ' | b'(' | b'['))
                    || before.ends_with("\u{2014}".as_bytes());
                if free && bytes.get(at + 1).is_some_and(|byte| *byte != b' ') {
                    quote = Some(at);
                } else if let Some(start) = quote.take() {
                    push_outermost(&mut found, start..at + 1);
                }
            }
        }
    }
    found
}

/// Spans arrive in the order of their ends.
fn push_outermost(found: &mut Vec<Range<usize>>, span: Range<usize>) {
    if span.len() > LONGEST {
        return;
    }
    while found.last().is_some_and(|last| last.start >= span.start) {
        found.pop();
    }
    found.push(span);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outermost_spans_that_close() {
        let text = "We (that is, (all of) us) keep \"a name\" and (never";
        let found: Vec<&str> = find(text).into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, ["(that is, (all of) us)", "\"a name\""]);
    }

    #[test]
    fn what_is_too_long_holds_nothing_together() {
        assert!(find(&format!("({})", "a ".repeat(400))).is_empty());
    }
}
