//! Prose to words: what counts as one word, and what stands between two.

use crate::text::ProseRange;

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Punctuation(u16);

impl Punctuation {
    /// A comma.
    pub const COMMA: Self = Self(1);
    /// A semicolon.
    pub const SEMICOLON: Self = Self(2);
    /// A colon.
    pub const COLON: Self = Self(4);
    /// A full stop, question mark or exclamation mark.
    pub const STOP: Self = Self(8);
    /// An opening parenthesis or bracket.
    pub const OPEN: Self = Self(16);
    /// A closing parenthesis or bracket.
    pub const CLOSE: Self = Self(32);
    /// A dash between words, not a hyphen.
    pub const DASH: Self = Self(64);
    /// A quotation mark.
    pub const QUOTE: Self = Self(128);
    /// A slash.
    pub const SLASH: Self = Self(256);
    /// The end of a block.
    pub const BREAK: Self = Self(512);
    /// What no compound word reaches across.
    pub const BARRIER: Self = Self(1 | 2 | 4 | 8 | 512);

    /// Whether any of `other` is among these.
    pub fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Those of them that are among `other`.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether it is nothing but space.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// One word of the prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    /// Where it stands.
    pub range: ProseRange,
    /// Its written form, possessive ending and expanded parts of contractions taken off; case as written.
    pub form: &'a str,
    /// What stands before it.
    pub before: Punctuation,
}

/// Calls `each` for every word of `prose`.
///
/// Words are runs of letters, digits and marks. Hyphens and slashes part words ("opt-out" is two), save "e-mail";
/// a contraction is its parts ("don't" is "do", "not"); a possessive ending is dropped; a number keeps its inner
/// points ("1798.105" is one).
pub fn each_word<'a>(prose: &'a str, mut each: impl FnMut(Word<'a>)) {
    let mut before = Punctuation::default();
    let mut at = 0;
    while let Some(character) = prose[at..].chars().next() {
        if !is_word_character(character) {
            before.add(punctuation(character, prose, at));
            at += character.len_utf8();
            continue;
        }
        let end = word_end(prose, at);
        emit(prose, at, end, before, &mut each);
        before = Punctuation::default();
        at = end;
    }
}

fn is_word_character(character: char) -> bool {
    character.is_alphanumeric() || character == '_' || is_mark(character)
}

/// A mark on a letter: an accent, a vowel sign of Arabic, what joins two letters of an Indian script.
fn is_mark(character: char) -> bool {
    matches!(
        character,
        '\u{0300}'..='\u{036F}'
            | '\u{064B}'..='\u{0652}'
            | '\u{093C}'
            | '\u{094D}'
            | '\u{09CD}'
            | '\u{0A4D}'
            | '\u{0ACD}'
            | '\u{0BCD}'
            | '\u{0C4D}'
            | '\u{0CCD}'
            | '\u{0D4D}'
    )
}

/// The end of the word that starts at `start`, with its apostrophes and inner points.
fn word_end(prose: &str, start: usize) -> usize {
    let mut end = start;
    let mut characters = prose[start..].char_indices().peekable();
    let mut last = ' ';
    while let Some((offset, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let inner = match character {
            '\'' => last.is_alphabetic() && next.is_some_and(char::is_alphabetic),
            '.' | ',' => last.is_ascii_digit() && next.is_some_and(|next| next.is_ascii_digit()),
            '-' => {
                prose[start..start + offset].eq_ignore_ascii_case("e") && prose[start + offset..].len() > 4 && {
                    prose
                        .get(start + offset + 1..start + offset + 5)
                        .is_some_and(|next| next.eq_ignore_ascii_case("mail"))
                }
            }
            other => is_word_character(other),
        };
        if !inner {
            break;
        }
        last = character;
        end = start + offset + character.len_utf8();
    }
    end
}

/// Contractions whose second half is a word of its own; the first halves that change are spelt out.
const CONTRACTIONS: [(&str, &str); 5] =
    [("n't", "not"), ("'re", "are"), ("'ll", "will"), ("'ve", "have"), ("'d", "would")];

/// Words that are written with a hyphen or without, and what both are looked up as.
const HYPHENATED: [(&str, &str); 4] =
    [("e-mail", "email"), ("e-mails", "emails"), ("e-mailed", "emailed"), ("e-mailing", "emailing")];

fn emit<'a>(prose: &'a str, start: usize, end: usize, before: Punctuation, each: &mut impl FnMut(Word<'a>)) {
    let whole = &prose[start..end];
    let mut one = |from: usize, to: usize, form: &'a str, before| {
        each(Word { range: ProseRange::new(from, to), form, before });
    };
    if whole.eq_ignore_ascii_case("cannot") {
        one(start, start + 3, "can", before);
        return one(start + 3, end, "not", Punctuation::default());
    }
    let Some(apostrophe) = whole.find('\'') else {
        let joined = HYPHENATED.iter().find(|(hyphenated, _)| whole.eq_ignore_ascii_case(hyphenated));
        return one(start, end, joined.map_or(whole, |(_, form)| form), before);
    };
    for (ending, second) in CONTRACTIONS {
        let Some(cut) = whole.len().checked_sub(ending.len()).filter(|cut| *cut > 0 && whole.is_char_boundary(*cut))
        else {
            continue;
        };
        if whole[cut..].eq_ignore_ascii_case(ending) {
            let first = match whole[..cut].to_ascii_lowercase().as_str() {
                "wo" => "will",
                "ca" => "can",
                "sha" => "shall",
                _ => &whole[..cut],
            };
            one(start, start + cut, first, before);
            return one(start + cut, end, second, Punctuation::default());
        }
    }
    one(start, end, &whole[..apostrophe], before);
}

fn punctuation(character: char, prose: &str, at: usize) -> Punctuation {
    match character {
        ',' => Punctuation::COMMA,
        ';' => Punctuation::SEMICOLON,
        ':' => Punctuation::COLON,
        '.' | '?' | '!' => Punctuation::STOP,
        '(' | '[' | '{' => Punctuation::OPEN,
        ')' | ']' | '}' => Punctuation::CLOSE,
        '\u{2014}' => Punctuation::DASH,
        '-' if prose[..at].ends_with([' ', '-']) => Punctuation::DASH,
        '"' => Punctuation::QUOTE,
        '/' => Punctuation::SLASH,
        '\n' => Punctuation::BREAK,
        _ => Punctuation::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(prose: &str) -> Vec<&str> {
        let mut forms = Vec::new();
        each_word(prose, |word| forms.push(word.form));
        forms
    }

    #[test]
    fn contractions_are_their_parts() {
        assert_eq!(
            forms("We don't; you won't, it can't"),
            ["We", "do", "not", "you", "will", "not", "it", "can", "not"]
        );
        assert_eq!(forms("We cannot say we're sure"), ["We", "can", "not", "say", "we", "are", "sure"]);
    }

    #[test]
    fn possessives_hyphens_and_numbers() {
        assert_eq!(forms("California's opt-out, § 1798.105(d)"), ["California", "opt", "out", "1798.105", "d"]);
        assert_eq!(forms("e-mail E-Mail e-book"), ["email", "email", "e", "book"]);
        assert_eq!(forms("users' data"), ["users", "data"]);
    }

    #[test]
    fn punctuation_is_kept_before_the_word() {
        let mut before = Vec::new();
        each_word("No, we (almost) never: stop. Go\nOn", |word| before.push(word.before));
        let expected = [
            Punctuation::COMMA,
            Punctuation::OPEN,
            Punctuation::CLOSE,
            Punctuation::COLON,
            Punctuation::STOP,
            Punctuation::BREAK,
        ];
        assert_eq!(before[0], Punctuation::default());
        assert_eq!(before.len(), expected.len() + 1);
        for (found, expected) in before[1..].iter().zip(expected) {
            assert!(found.intersects(expected), "{found:?} holds {expected:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_word_lies_in_the_prose_in_order(prose in "\\PC{0,80}") {
            let mut last = 0;
            each_word(&prose, |word| {
                assert!(prose.is_char_boundary(word.range.start()) && prose.is_char_boundary(word.range.end()));
                assert!(word.range.start() >= last && !word.range.is_empty());
                last = word.range.end();
            });
        }
    }
}
