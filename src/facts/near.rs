//! The close surroundings of an offset: a look back or ahead that goes no further keeps a pass over a text linear.

/// At most the last `length` bytes of `text`, from a character on.
pub(in crate::facts) fn tail(text: &str, length: usize) -> &str {
    let mut start = text.len().saturating_sub(length);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// At most the first `length` bytes of `text`, up to a character.
pub(in crate::facts) fn head(text: &str, length: usize) -> &str {
    let mut end = text.len().min(length);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
