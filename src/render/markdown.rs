//! Text of others inside of Markdown.

use super::escape::one_line;

/// `text` as a code span, in which nothing is markup, a link or a mention; also within a table.
pub(super) fn code(text: &str) -> String {
    let line = one_line(text).replace('|', "\\|");
    let longest = line.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // Padding keeps a backquote at the edge from becoming part of the fence, and is taken off again.
    let pad = if line.is_empty() || line.starts_with(['`', ' ']) || line.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{pad}{line}{pad}{fence}")
}

/// `text` as plain words, also within a table.
pub(super) fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in one_line(text).chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$')
        {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out_of_a_code_span() {
        assert_eq!(code("plain"), "`plain`");
        assert_eq!(code("a `b` ``c"), "```a `b` ``c```");
        assert_eq!(code("`x`"), "`` `x` ``");
        assert_eq!(code("a | b\n<img>"), "`a \\| b <img>`");
    }

    #[test]
    fn punctuation_is_no_markup() {
        assert_eq!(cell("*a* <b> [c](d) | e_f & #1"), r"\*a\* \<b\> \[c\](d) \| e\_f \& \#1");
    }
}
