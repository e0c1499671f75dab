//! Whose words stand in a block quotation. Drafters set off in one what matters most, such as the right to object; somebody else's words
//! have a sentence before them, or a mark among them, that says whose they are.

use super::super::raw::RawBlock;
use super::sentences;

/// Words before a quotation that say that somebody else speaks in it.
const TOLD: [&str; 13] = [
    "says",
    "said",
    "say",
    "reads",
    "writes",
    "wrote",
    "quotes",
    "quoted",
    "quote",
    "quotation",
    "according",
    "testimonial",
    "testimonials",
];
/// Who is the author.
const AUTHOR: [&str; 2] = ["we", "i"];
/// More words behind a dash are no name of a source.
const SOURCE_WORDS: usize = 12;

/// Takes the quotations whose words are the author's own for text as any other.
pub(super) fn attribute(source: &str, blocks: &mut [RawBlock]) {
    let mut at = 0;
    while at < blocks.len() {
        let end = blocks[at..].iter().position(|block| !block.quoted).map_or(blocks.len(), |length| at + length);
        if end > at && !is_of_others(source, &blocks[..end], at) {
            blocks[at..end].iter_mut().for_each(|block| block.quoted = false);
        }
        at = end.max(at) + 1;
    }
}

/// Whether the quotation from `start` to the end of `blocks` holds somebody else's words.
fn is_of_others(source: &str, blocks: &[RawBlock], start: usize) -> bool {
    let quotation = &blocks[start..];
    let before = start.checked_sub(1).map(|before| text(source, &blocks[before]));
    let text: Vec<String> = quotation.iter().map(|block| text(source, block)).collect();
    quotation.iter().any(|block| block.cited)
        || before.is_some_and(|before| tells_of_others(&before))
        || text.first().is_some_and(|first| first.trim_start().starts_with(is_quotation_mark))
        || ends_in_source(&text.join("\n"))
}

fn text(source: &str, block: &RawBlock) -> String {
    block.pieces.iter().map(|piece| piece.text(source)).collect()
}

/// Whether the last sentence of a text says that somebody else speaks next.
fn tells_of_others(text: &str) -> bool {
    let last = sentences::split(text).pop().unwrap_or(0..0);
    let words: Vec<String> = text[last]
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.iter().enumerate().any(|(at, word)| {
        let author = at > 0 && AUTHOR.contains(&words[at - 1].as_str());
        TOLD.contains(&word.as_str()) && !author
    })
}

/// Whether a text ends in a source: "— Ann of Bristol".
fn ends_in_source(text: &str) -> bool {
    let text = text.trim_end();
    let Some((before, source)) = text.rsplit_once(is_dash) else { return false };
    let (before, words) = (before.trim_end_matches(is_dash), source.split_whitespace().count());
    let new_line = before.trim_end_matches([' ', '\t']).ends_with('\n');
    let before = before.trim_end();
    let listed = before.rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with(is_dash));
    let parted = before.ends_with(['.', '!', '?', '"', '\u{201d}', '\u{bb}']);
    (new_line || parted) && !listed && !before.is_empty() && (1..=SOURCE_WORDS).contains(&words)
}

fn is_dash(character: char) -> bool {
    matches!(character, '\u{2012}'..='\u{2015}')
}

fn is_quotation_mark(character: char) -> bool {
    matches!(character, '"' | '\'' | '\u{ab}' | '\u{2018}'..='\u{201f}' | '\u{2039}' | '\u{300c}' | '\u{300e}')
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::doc::{self, Format};
    use crate::text::SourceText;

    /// Whether the block that holds `words` is read as somebody else's, in Markdown and in HTML.
    fn is_quoted(before: &str, quotation: &[&str]) -> bool {
        let markdown = format!("{before}\n\n> {}\n\nWe bake bread.", quotation.join("\n>\n> "));
        let html = format!(
            "<p>{before}</p><blockquote><p>{}</p></blockquote><p>We bake bread.</p>",
            quotation.join("</p><p>")
        );
        let quoted = [(markdown, Format::Markdown), (html, Format::Html)].map(|(text, format)| {
            let reading = doc::read(&SourceText::new(text.as_bytes()).unwrap(), format);
            assert!(!reading.blocks[0].quoted && !reading.blocks.last().unwrap().quoted, "{text}");
            reading.blocks[1].quoted
        });
        assert_eq!(quoted[0], quoted[1], "{before} {quotation:?}");
        quoted[0]
    }

    #[test]
    fn what_is_set_off_is_the_authors_own() {
        let object = &["You may object to the use of your data at any time."][..];
        for before in [
            "Your right to object",
            "We want you to know this:",
            "This is what we say to everyone:",
            "In these states you have a right:",
            "Please read the following:",
        ] {
            assert!(!is_quoted(before, object), "{before}");
        }
        assert!(!is_quoted("Your rights", &["You may object \u{2013} at any time \u{2013} to the use of your data."]));
        assert!(!is_quoted("Your rights", &["You may:", "\u{2014} object at any time", "\u{2014} complain"]));
    }

    #[test]
    fn words_of_others_have_a_sentence_or_a_mark_that_says_so() {
        let words = &["They never sell what they know of me."][..];
        for before in [
            "What our customers say",
            "The statute reads:",
            "According to the regulator:",
            "As Ann of Bristol wrote us:",
        ] {
            assert!(is_quoted(before, words), "{before}");
        }
        assert!(is_quoted("Your rights", &["\u{201c}They never sell what they know of me.\u{201d}"]));
        assert!(is_quoted("Your rights", &["They never sell what they know of me.", "\u{2014} Ann of Bristol"]));
        assert!(is_quoted("Your rights", &["They never sell what they know of me. \u{2014} Ann of Bristol"]));
        assert!(!is_quoted("She says so. Your rights:", words), "the sentence before the last one");
    }

    #[test]
    fn marks_of_html_say_so_too() {
        let quoted = |html: &str| {
            let reading = doc::read(&SourceText::new(html.as_bytes()).unwrap(), Format::Html);
            reading.blocks[1].quoted
        };
        assert!(quoted("<p>Rights</p><blockquote cite=\"https://law.example/21\"><p>You may object.</p></blockquote>"));
        assert!(quoted("<p>Rights</p><blockquote><p>You may object.</p><p><cite>Article 21</cite></p></blockquote>"));
        assert!(!quoted("<p>Rights</p><blockquote cite=\"\"><p>You may object.</p></blockquote>"));
        assert!(!quoted("<p>See <cite>The Baker</cite>.</p><blockquote><p>You may object.</p></blockquote>"));
    }
}
