//! Cuts the words of a block into sentences.
//!
//! The boundaries are those of UAX #29 with what legal English needs on top: abbreviations, lone numbers, initials and
//! parentheses join; a period without a space behind it ("data.We") cuts. The common implementation of UAX #29 looks ahead
//! from every closing mark behind a period, which takes quadratic time on "....)))))"; this one looks at each byte once.

use std::ops::Range;

use super::super::shape::{Class, bare, is};
use super::{abbreviations, enclosures};

/// Bytes looked at on either side of a period; no word that matters is longer.
const WORD: usize = 64;

/// The sentences of `text`, the folded words of one block, as byte ranges in order. They hold everything but the white
/// space between them; a text without letters or digits is one sentence.
pub(super) fn split(text: &str) -> Vec<Range<usize>> {
    let enclosed = enclosures::find(text);
    let mut guard = enclosed.iter().peekable();
    let mut sentences = Vec::new();
    let (mut start, mut at) = (0, 0);
    let mut has_words = false;
    while let Some(offset) = text[at..].find(is_terminator) {
        let stop = at + offset;
        has_words = has_words || text[at..stop].contains(char::is_alphanumeric);
        let marks = text[stop..].find(|c: char| !is_terminator(c)).map_or(text.len(), |length| stop + length);
        let end = text[marks..].find(|c: char| !is_closing(c)).map_or(text.len(), |length| marks + length);
        at = end;
        while guard.peek().is_some_and(|span| span.end <= end) {
            guard.next();
        }
        if end == text.len() || !has_words || guard.peek().is_some_and(|span| span.start < end) {
            continue;
        }
        if (Stop { text, start, marks: stop..marks, end }).ends_sentence() {
            sentences.push(start..end);
            start = end + usize::from(text[end..].starts_with(' '));
            has_words = false;
        }
    }
    let rest = &text[start..];
    match sentences.last_mut() {
        Some(last) if !rest.contains(char::is_alphanumeric) => last.end = start + rest.trim_end().len(),
        _ if !rest.is_empty() => sentences.push(start..text.len()),
        _ => {}
    }
    sentences
}

/// Terminal punctuation and its surroundings.
struct Stop<'a> {
    text: &'a str,
    /// Where the sentence starts.
    start: usize,
    /// The punctuation.
    marks: Range<usize>,
    /// Behind the closing quotes and parentheses.
    end: usize,
}

impl Stop<'_> {
    fn ends_sentence(&self) -> bool {
        let rest = head(&self.text[self.end..]);
        let marks = &self.text[self.marks.clone()];
        if marks.contains(['\u{3002}', '\u{FF01}', '\u{FF1F}']) {
            return true;
        }
        let Some(following) = rest.strip_prefix(' ') else { return self.is_glued(rest) };
        if !self.text[self.start..self.end].contains(char::is_alphanumeric)
            || following.starts_with(|c: char| is_continuation(c))
        {
            return false;
        }
        let word = self.word();
        let next = first_word(following);
        if next.starts_with(char::is_lowercase) {
            return self.ends_before_lower_case(word, next);
        }
        if marks != "." {
            return true;
        }
        let sentence = tail(&self.text[self.start..self.marks.start]);
        let before = sentence.rsplit(' ').nth(1).map_or("", first_word);
        let opens = !self.text[self.start..self.marks.start].contains(' ');
        !abbreviations::read(word, before, next, opens).joins(next)
    }

    /// The last word without what opens before it.
    fn word(&self) -> &str {
        let sentence = tail(&self.text[self.start..self.marks.start]);
        let word = sentence.rsplit(' ').next().unwrap_or_default();
        word.trim_start_matches(|character: char| !character.is_alphanumeric())
    }

    /// Whether a sentence ends although the next word is in lower case: a question, or a writer who uses no capitals.
    fn ends_before_lower_case(&self, word: &str, next: &str) -> bool {
        let quoted = self.text[self.marks.end..self.end].contains(['"', '\'']);
        let plain = word.chars().count() >= 3 && word.chars().all(char::is_lowercase);
        let subject = matches!(next, "we" | "you" | "our" | "your" | "this" | "these" | "if");
        let question = self.text[self.marks.clone()].ends_with('?');
        !quoted
            && (question || plain)
            && subject
            && (question || !abbreviations::read(word, "", next, false).joins(next))
    }

    /// Whether the period stands between two sentences whose space got lost, and not in a name or an address.
    fn is_glued(&self, rest: &str) -> bool {
        let next = rest.split([' ', ',']).next().unwrap_or_default();
        let word = self.word();
        let capital = next.starts_with(char::is_uppercase) && next.chars().nth(1).is_none_or(char::is_lowercase);
        let address = |part: &str| part.contains(['@', '/', ':', '.', '_', '\\']);
        if self.marks.len() != 1
            || !capital
            || address(word)
            || next.contains(['@', '/', '_'])
            || next.trim_end_matches('.').contains('.')
        {
            return false;
        }
        let sentence_case =
            word.chars().count() >= 3 && word.chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '-' | ')' | '"'));
        let opener = is(&bare(next), Class::SentenceOpener);
        let domain = matches!(bare(next).as_ref(), "com" | "net" | "org" | "io" | "co" | "js");
        !domain && (sentence_case || (opener && word.chars().count() >= 3))
    }
}

/// The first bytes of `text`, up to a character boundary.
fn head(text: &str) -> &str {
    let end = (0..=WORD.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or_default();
    &text[..end]
}

/// The last bytes of `text`, from a character boundary.
fn tail(text: &str) -> &str {
    let start = (text.len().saturating_sub(WORD)..=text.len()).find(|&start| text.is_char_boundary(start));
    &text[start.unwrap_or_default()..]
}

fn is_terminator(character: char) -> bool {
    matches!(character, '.' | '?' | '!' | '\u{3002}' | '\u{FF01}' | '\u{FF1F}')
}

fn is_closing(character: char) -> bool {
    matches!(character, ')' | ']' | '}' | '"' | '\'')
}

/// Punctuation that carries a sentence on.
fn is_continuation(character: char) -> bool {
    matches!(character, ',' | ';' | ':' | '-' | '\u{2014}')
}

/// The first word of `text` without punctuation around it.
fn first_word(text: &str) -> &str {
    let start = text.trim_start_matches(|character: char| !character.is_alphanumeric());
    let word = start.split(' ').next().unwrap_or_default();
    word.trim_end_matches(|character: char| !character.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        split(text).into_iter().map(|range| &text[range]).collect()
    }

    #[track_caller]
    fn one(text: &str) {
        assert_eq!(sentences(text), [text]);
    }

    #[track_caller]
    fn two(first: &str, second: &str) {
        assert_eq!(sentences(&format!("{first} {second}")), [first, second]);
    }

    #[test]
    fn plain_sentences() {
        two("We keep names.", "We keep places.");
        two("Do we sell data?", "No.");
        two("It is ours!", "You know it.");
        one("Names and places");
        assert!(split("").is_empty());
    }

    #[test]
    fn abbreviations_hold_together() {
        one("Lantern Inc. Privacy Team reads it.");
        one("The U.S. Department of Commerce lists us.");
        one("See Cal. Civ. Code \u{A7} 1798.105(d) on this.");
        one("Dr. Wren and J. Finch answer.");
        one("We use tools (e.g. Example Analytics) and Art. Thirteen applies.");
        one("Read Sec. 2.1 and No. 5 of the list.");
        one("We close at 5 p.m. Eastern time.");
        one("The law of 1. January applies.");
        one("Stand ist der 3. März 2026 nach Art. 6 Abs. 1 der Verordnung.");
        one("We follow the EU-U.S. Data Privacy Framework.");
    }

    #[test]
    fn abbreviations_that_end_a_sentence() {
        two("It belongs to Lantern Inc.", "We keep names.");
        two("We are in the U.S.", "Our servers are too.");
        two("It is Cal. Civ. Code \u{A7} 1798.105(d).", "You may ask.");
        two("Names, places, etc.", "Google reads them.");
        assert_eq!(sentences("Do you sell data? No. We keep it."), ["Do you sell data?", "No.", "We keep it."]);
    }

    #[test]
    fn numbers_and_letters_at_the_head() {
        one("1. We keep names.");
        one("a. We keep names.");
        two("Read section 4.", "We keep names.");
        two("This is category B.", "Personal data is more.");
    }

    #[test]
    fn lost_spaces() {
        assert_eq!(sentences("We keep data.We use it."), ["We keep data.", "We use it."]);
        assert_eq!(sentences("We use Cookies.These are files."), ["We use Cookies.", "These are files."]);
        one("Write to Privacy@lantern.example.We or see www.Lantern.Example/Terms.Page for more");
        one("We run on node.Js and lantern.Com");
    }

    #[test]
    fn parentheses_and_quotations_stay_whole() {
        one("We keep data (names. Places. Dates.) for you.");
        one("See the \"What do we keep? How long?\" section.");
        two("They are called \"cookies.\"", "A cookie is a file.");
        two("We keep names.", "(And places.)");
        assert_eq!(sentences("It (never closes. We go on. So it is.").len(), 3);
    }

    #[test]
    fn lower_case_goes_on() {
        one("We work with Yahoo! and others.");
        one("We wait... then we act.");
        two("we keep names.", "we keep places.");
    }

    #[test]
    fn punctuation_at_the_end_belongs_to_the_last_sentence() {
        assert_eq!(sentences("We keep names. ***"), ["We keep names. ***"]);
        assert_eq!(sentences("***"), ["***"]);
    }

    #[test]
    fn adversarial_text_is_split_in_one_pass() {
        for unit in [".)", ". ", "(", "\"a", "a. ", "?\" ", ").", ". 1"] {
            // What repeats is split alike however long it is; a quadratic pass would not come to the end of it.
            let count = |units: usize| split(&unit.repeat(units)).len();
            assert_eq!(count(100_000) - count(99_000), count(3_000) - count(2_000), "{unit:?}");
        }
    }
}
