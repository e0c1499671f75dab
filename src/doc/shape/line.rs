//! The form of a line or paragraph: its case, its ending, whether it is a clause of its own.

use super::clause::{Clause, LOOK, Word};
use super::words::{Class, is_abbreviation};

/// The form of a line or paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::doc) struct Shape {
    /// Number of words, counted up to a bound.
    pub(in crate::doc) words: usize,
    /// Its first word, bare.
    pub(in crate::doc) first: String,
    /// How it uses capitals.
    pub(in crate::doc) case: Case,
    /// Whether every word of weight has a capital.
    pub(in crate::doc) all_capitalised: bool,
    /// How it ends.
    pub(in crate::doc) ending: Ending,
    /// The grammar of its first sentence.
    pub(in crate::doc) clause: Clause,
    /// Whether it opens with a short label: `Cookies: small files`, `Web beacons. Pages may`.
    pub(in crate::doc) label: bool,
    /// Whether a sentence ends inside of it.
    pub(in crate::doc) inner_end: bool,
}

/// How a line uses capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::doc) enum Case {
    /// It begins in lower case.
    Lower,
    /// Only its first word, and names, are capitalised.
    Sentence,
    /// Most words of weight are capitalised.
    Title,
    /// All letters are capitals.
    Capitals,
}

/// How a line ends, closing quotes and parentheses aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::doc) enum Ending {
    /// In a word.
    Open,
    /// `.` or `!`
    Period,
    /// `?`
    Question,
    /// `:`
    Colon,
    /// `;`, also with "and" or "or" behind it.
    Semicolon,
    /// `,`, also with "and" or "or" behind it.
    Comma,
}

impl Shape {
    /// The form of `text`.
    pub(in crate::doc) fn of(text: &str) -> Self {
        let words: Vec<Word<'_>> = text.split_whitespace().take(LOOK + 1).map(Word::new).collect();
        let ending = Ending::of(text);
        let inner_end = inner_end(&words);
        let clause = match inner_end {
            Some(end) => Clause::of(&words[..=end], Ending::of(words[end].raw)),
            None => Clause::of(&words, ending),
        };
        // Of running text, only the first letter tells.
        let (capitalised, heavy) = if words.len() > LOOK { (0, LOOK) } else { capitalised(&words) };
        Self {
            words: words.len(),
            case: Case::of(&words, capitalised, heavy),
            all_capitalised: capitalised == heavy,
            ending,
            clause,
            label: has_label(&words),
            inner_end: inner_end.is_some(),
            first: words.into_iter().next().map(|word| word.bare.into_owned()).unwrap_or_default(),
        }
    }

    /// Whether it is a whole sentence, or begins with one.
    pub(in crate::doc) fn is_sentence(&self) -> bool {
        let closed = matches!(self.ending, Ending::Period | Ending::Question | Ending::Colon);
        self.clause == Clause::Sentence && (closed || self.inner_end || self.is_long())
    }

    /// Whether it is running text, of one sentence or many.
    pub(in crate::doc) fn is_prose(&self) -> bool {
        self.is_sentence() || self.inner_end || self.is_long()
    }

    /// Whether it is longer than any heading.
    pub(in crate::doc) fn is_long(&self) -> bool {
        self.words > LOOK
    }
}

impl Ending {
    /// How `text` ends.
    pub(in crate::doc) fn of(text: &str) -> Self {
        let text = text.trim_end_matches(|character: char| {
            character.is_whitespace()
                || matches!(character, ')' | ']' | '"' | '\'' | '\u{201D}' | '\u{2019}' | '\u{00BB}' | '*' | '_')
        });
        let (before, last) = text.rsplit_once(char::is_whitespace).unwrap_or(("", text));
        let conjunction = matches!(last, "and" | "or" | "and/or" | "but");
        match before.trim_end().chars().next_back().filter(|_| conjunction) {
            Some(';') => return Self::Semicolon,
            Some(',') => return Self::Comma,
            _ => {}
        }
        match last.chars().next_back() {
            Some('.' | '!' | '\u{2026}' | '\u{3002}') => Self::Period,
            Some('?') => Self::Question,
            Some(':') => Self::Colon,
            Some(';') => Self::Semicolon,
            Some(',') => Self::Comma,
            _ => Self::Open,
        }
    }
}

impl Case {
    fn of(words: &[Word<'_>], capitalised: usize, heavy: usize) -> Self {
        let (upper, lower) =
            words.iter().flat_map(|word| word.raw.chars()).fold((0, 0), |(upper, lower), character| {
                (upper + usize::from(character.is_uppercase()), lower + usize::from(character.is_lowercase()))
            });
        let first = words.iter().find(|word| word.has_letters());
        let opens_lower = first.is_some_and(|first| {
            !first.has_capital() && first.raw.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase)
        });
        if upper >= 4 && lower * 5 <= upper {
            Self::Capitals
        } else if opens_lower {
            Self::Lower
        } else if (heavy == 0 && words.len() <= 3) || (heavy > 0 && capitalised * 3 >= heavy * 2) {
            Self::Title
        } else {
            Self::Sentence
        }
    }
}

/// How many words of weight behind the first word have a capital, and how many there are.
fn capitalised(words: &[Word<'_>]) -> (usize, usize) {
    let behind_first = words.iter().skip_while(|word| !word.has_letters()).skip(1);
    let heavy = behind_first.filter(|word| word.has_letters() && !word.is(Class::Function));
    heavy.fold((0, 0), |(capitalised, all), word| (capitalised + usize::from(word.has_capital()), all + 1))
}

/// Whether a label of at most eleven words precedes a colon, a dash, or the first of several sentences.
fn has_label(words: &[Word<'_>]) -> bool {
    let is_dash = |word: &str| matches!(word, "-" | "\u{2013}" | "\u{2014}");
    let ends =
        |word: &Word<'_>| is_dash(word.raw) || (word.raw.ends_with([':', '.', '?']) && !is_abbreviation(word.raw));
    let Some(at) = words.iter().take(11).position(ends) else { return false };
    let Some(next) = words.get(at + 1).filter(|next| next.has_letters()) else { return false };
    let long_enough = at > 0 || words[0].raw.len() > 2;
    if words[at].raw.ends_with(':') || is_dash(words[at].raw) {
        return long_enough;
    }
    let clause = Clause::of(&words[..=at], Ending::Period);
    clause != Clause::Sentence && !next.raw.starts_with(char::is_lowercase) && words[0].raw.len() > 2
}

/// The word at which the first of several sentences ends.
fn inner_end(words: &[Word<'_>]) -> Option<usize> {
    words.windows(2).position(|pair| {
        let end = pair[0].raw.trim_end_matches([')', '"', '\u{201D}', '\u{2019}']);
        end.len() >= 3
            && end.ends_with(['.', '?', '!'])
            && pair[1].raw.starts_with(|first: char| first.is_uppercase() || matches!(first, '"' | '\u{201C}' | '('))
            && !is_abbreviation(end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        for (text, expected) in [
            ("names and places", Case::Lower),
            ("Names and places of our users", Case::Sentence),
            ("Third-party disclosure", Case::Sentence),
            ("How We Use the Information", Case::Title),
            ("Changes to this Policy", Case::Title),
            ("Phishing", Case::Title),
            ("YOUR RIGHTS", Case::Capitals),
            ("eShop", Case::Title),
        ] {
            assert_eq!(Shape::of(text).case, expected, "{text}");
        }
    }

    #[test]
    fn endings() {
        for (text, expected) in [
            ("names", Ending::Open),
            ("names.", Ending::Period),
            ("(names.)", Ending::Period),
            ("Do we?", Ending::Question),
            ("as follows:", Ending::Colon),
            ("names; and", Ending::Semicolon),
            ("names, or", Ending::Comma),
            ("this and", Ending::Open),
        ] {
            assert_eq!(Ending::of(text), expected, "{text}");
        }
    }

    #[test]
    fn labels_and_inner_ends() {
        for text in ["Cookies: small files", "Web beacons. Pages may hold them.", "Names \u{2013} yours and others"] {
            assert!(Shape::of(text).label, "{text}");
        }
        for text in ["We keep it. You know it.", "Lantern Inc. keeps names", "names and places", "a: b"] {
            assert!(!Shape::of(text).label, "{text}");
        }
        assert!(Shape::of("Cookies. We use them.").inner_end);
        assert!(!Shape::of("We work with Lantern Inc. America and others.").inner_end);
    }
}
