//! Breaking text into lines of a given width.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

use super::escape::{columns, one_line};

/// Fewer columns than this make no readable paragraph.
pub(super) const NARROWEST: usize = 20;

/// `text`, escaped and wrapped to `width` columns; `lead` goes before the first line and its width indents the others.
///
/// The text's own line breaks stay. A web address is never broken, so that it can be copied.
pub(super) fn hanging(lead: &str, text: &str, width: usize) -> String {
    let indent = columns(lead);
    let available = width.saturating_sub(indent).max(NARROWEST);
    let mut out = lead.to_owned();
    for (index, line) in text.trim().lines().enumerate() {
        if index > 0 {
            break_line(&mut out, indent);
        }
        push_wrapped(&mut out, &one_line(line), indent, available);
    }
    out
}

/// `text` on one line, escaped, cut after a word where it takes more than `width` columns; `ellipsis` then stands for the rest.
pub(super) fn shortened(text: &str, width: usize, ellipsis: &str) -> String {
    // A character takes at most four bytes, so that no more than this can be shown of a text of any length.
    let head = text.char_indices().nth(4 * width.max(1)).map_or(text, |(end, _)| &text[..end]);
    let line = one_line(head);
    if head.len() == text.len() && columns(&line) <= width {
        return line.into_owned();
    }
    let available = width.saturating_sub(columns(ellipsis));
    let mut cut = String::new();
    for word in line.split(' ') {
        let gap = usize::from(!cut.is_empty());
        if columns(&cut) + gap + columns(word) > available {
            if cut.is_empty() {
                push_part(&mut cut, word, available);
            }
            break;
        }
        if gap > 0 {
            cut.push(' ');
        }
        cut.push_str(word);
    }
    cut + ellipsis
}

/// Words as they stand in a file without the tags among them, for quoting in passing.
pub(super) fn without_tags(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let opens = after.strip_prefix('/').unwrap_or(after).starts_with(|c: char| c.is_ascii_alphabetic());
        match after.split_once('>').filter(|_| opens) {
            Some((_, tail)) => {
                // Words of two blocks must not run together.
                out.push(' ');
                rest = tail;
            }
            None => {
                out.push('<');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// As much of a word as fits.
fn push_part(out: &mut String, word: &str, available: usize) {
    let mut used = 0;
    for character in word.chars() {
        used += character.width().unwrap_or(0);
        if used > available {
            return;
        }
        out.push(character);
    }
}

fn push_wrapped(out: &mut String, line: &str, indent: usize, available: usize) {
    let mut used = 0;
    for word in words(line) {
        let wide = columns(word);
        if used > 0 && used + 1 + wide > available {
            break_line(out, indent);
            used = 0;
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        if wide <= available || word.contains("://") {
            out.push_str(word);
            used += wide;
            continue;
        }
        // A name breaks after a hyphen; scripts that put no space between words break anywhere.
        for part in word.split_inclusive('-') {
            if used > 0 && used + columns(part) > available && columns(part) <= available {
                break_line(out, indent);
                used = 0;
            }
            for character in part.chars() {
                let wide = character.width().unwrap_or(0);
                if used + wide > available {
                    break_line(out, indent);
                    used = 0;
                }
                out.push(character);
                used += wide;
            }
        }
    }
}

/// What a line is broken between. A section sign stays with its number.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = text.match_indices(' ').map(|(at, _)| at).find(|at| !text[..*at].ends_with('§'));
        rest = end.map(|end| &text[end + 1..]);
        Some(&text[..end.unwrap_or(text.len())])
    })
}

fn break_line(out: &mut String, indent: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hang_below_the_text() {
        let wrapped = hanging("note: ", "the policy says so twice and means other things", 30);
        assert_eq!(wrapped, "note: the policy says so twice\n      and means other things");
    }

    #[test]
    fn line_breaks_of_the_text_stay() {
        assert_eq!(hanging("help: ", "one\ntwo\r\n", 80), "help: one\n      two");
    }

    #[test]
    fn an_address_stays_whole_and_other_scripts_break_anywhere() {
        let address = "https://law.example/statutes/privacy/1798/130";
        assert_eq!(hanging("", address, 20), address);
        assert_eq!(hanging("", "個人情報の取り扱いについて定めます", 20), "個人情報の取り扱いに\nついて定めます");
    }

    #[test]
    fn what_is_cut_ends_after_a_word() {
        assert_eq!(shortened("We keep\n it a year.", 40, "…"), "We keep it a year.");
        assert_eq!(shortened("We keep it a year.", 12, "…"), "We keep it…");
        assert_eq!(shortened("個人情報の取り扱い", 9, "…"), "個人情報…");
        assert_eq!(shortened("We keep it a year.", 10, "..."), "We keep...");
    }

    #[test]
    fn a_section_sign_stays_with_its_number() {
        assert_eq!(hanging("", "Cal. Bus. & Prof. Code § 22575(b)(5)", 28), "Cal. Bus. & Prof. Code\n§ 22575(b)(5)");
    }

    #[test]
    fn tags_are_not_quoted() {
        assert_eq!(without_tags("Date:</strong><em>2 May</em>"), "Date:  2 May ");
        assert_eq!(without_tags("a < b, 3<4 > 1 and <a href"), "a < b, 3<4 > 1 and <a href");
        assert_eq!(without_tags("plain"), "plain");
    }

    #[test]
    fn escape_sequences_do_not_pass() {
        assert_eq!(hanging("note: ", "a\u{1b}]8;;x", 80), "note: a<U+001B>]8;;x");
    }
}
