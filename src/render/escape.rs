//! Untrusted text on a terminal: nothing that moves the cursor, reorders the line or hides in it goes out as it is.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

/// How a character is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Glyph {
    /// As it is.
    Itself(char),
    /// As spaces: a tab, whose own width depends on where it stands.
    Tab,
    /// Not at all: it only shapes the emoji before it.
    Joined,
    /// As its number, such as `<U+200B>`: a control or a character that cannot be seen.
    Code(char),
}

const TAB: &str = "    ";

impl Glyph {
    /// How `character`, which stands right after `before`, is printed.
    pub(super) fn of(before: &str, character: char) -> Self {
        match character {
            '\t' => Self::Tab,
            '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' if ends_in_symbol(before) => Self::Joined,
            _ if character.is_control() || is_invisible(character) => Self::Code(character),
            _ => Self::Itself(character),
        }
    }

    /// How many columns of the terminal it takes.
    pub(super) fn columns(self) -> usize {
        match self {
            Self::Itself(character) => character.width().unwrap_or(0),
            Self::Tab => TAB.len(),
            Self::Joined => 0,
            Self::Code(character) if character > '\u{FFFF}' => "<U+E0000>".len(),
            Self::Code(_) => "<U+200B>".len(),
        }
    }

    /// Appends what is printed.
    pub(super) fn push_to(self, out: &mut String) {
        match self {
            Self::Itself(character) => out.push(character),
            Self::Tab => out.push_str(TAB),
            Self::Joined => {}
            Self::Code(character) => out.push_str(&format!("<U+{:04X}>", u32::from(character))),
        }
    }
}

/// Whether a joiner or a variation selector may stand after `before`, as in an emoji or a Han variant.
fn ends_in_symbol(before: &str) -> bool {
    before.chars().next_back().is_some_and(|character| {
        character.width() == Some(2) || matches!(character, '\u{203C}'..='\u{3299}' | '\u{FE0F}' | '©' | '®')
    })
}

/// Unicode's `Default_Ignorable_Code_Point`, which holds the bidirectional controls, and the two separators that
/// terminals treat as line breaks.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{3164}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// `text` on one line: white space runs become one space, the rest as [`Glyph`] has it.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    let plain = |byte: u8| matches!(byte, b' '..=b'~');
    if text.bytes().all(plain) && !text.contains("  ") && text.trim_ascii() == text {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for (offset, character) in text.char_indices() {
        match Glyph::of(&text[..offset], character) {
            _ if matches!(character, ' ' | '\t' | '\n' | '\r') => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            glyph => glyph.push_to(&mut out),
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    Cow::Owned(out)
}

/// How many columns of the terminal printed text takes.
pub(super) fn columns(text: &str) -> usize {
    text.chars().filter_map(UnicodeWidthChar::width).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_deceive_is_shown_by_number() {
        assert_eq!(one_line("a\u{1b}[31mb"), "a<U+001B>[31mb");
        assert_eq!(one_line("pay\u{202e}lap"), "pay<U+202E>lap");
        assert_eq!(one_line("pri\u{200b}vacy"), "pri<U+200B>vacy");
        assert_eq!(one_line("\u{85}\u{2028}"), "<U+0085><U+2028>");
        assert_eq!(one_line("tag\u{e0041}"), "tag<U+E0041>");
    }

    #[test]
    fn letters_of_any_script_stay() {
        for text in ["é", "e\u{301}", "個人情報", "개인정보", "ไทย", "שלום", "20€"] {
            assert_eq!(one_line(text), text);
        }
    }

    #[test]
    fn selectors_hide_only_behind_an_emoji() {
        assert_eq!(one_line("❤\u{fe0f} 👩\u{200d}💻"), "❤ 👩💻");
        assert_eq!(one_line("v\u{fe0f} pri\u{200d}vacy"), "v<U+FE0F> pri<U+200D>vacy");
    }

    #[test]
    fn white_space_becomes_one_space() {
        assert_eq!(one_line(" a\r\n\tb  c\n"), "a b c");
        assert_eq!(one_line("plain words"), "plain words");
    }

    #[test]
    fn columns_agree_with_what_is_printed() {
        for character in (0..0x11_0000).filter_map(char::from_u32) {
            let glyph = Glyph::of("", character);
            let mut printed = String::new();
            glyph.push_to(&mut printed);
            assert_eq!(columns(&printed), glyph.columns(), "{:x}", u32::from(character));
        }
    }
}
