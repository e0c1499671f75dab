//! The form of a line or paragraph: its case, its ending, whether it is a clause of its own.

use super::words::{
    bare, is_abbreviation, is_clause_opener, is_determiner, is_finite_verb, is_function_word, is_modal,
    is_question_word, is_subject_pronoun,
};

/// Words looked at; what is longer is running text whatever it says.
const LOOK: usize = 30;

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

/// What a line is, by its grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::doc) enum Clause {
    /// Subject and finite verb.
    Sentence,
    /// A question, with its mark or without.
    Question,
    /// No finite verb of its own: a noun phrase, an infinitive, an imperative.
    Fragment,
}

impl Shape {
    /// The form of `text`.
    pub(in crate::doc) fn of(text: &str) -> Self {
        let words: Vec<&str> = text.split_whitespace().take(LOOK + 1).collect();
        let bare: Vec<String> = words.iter().map(|word| bare(word)).collect();
        let ending = Ending::of(text);
        let inner_end = inner_end(&words);
        let clause = match inner_end {
            Some(end) => Clause::of(&words[..=end], &bare[..=end], Ending::of(words[end])),
            None => Clause::of(&words, &bare, ending),
        };
        let (capitalised, heavy) = capitalised(&words, &bare);
        Self {
            words: words.len(),
            case: Case::of(&words, capitalised, heavy),
            all_capitalised: capitalised == heavy,
            ending,
            clause,
            label: has_label(&words, &bare),
            inner_end: inner_end.is_some(),
            first: bare.into_iter().next().unwrap_or_default(),
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
    fn of(words: &[&str], capitalised: usize, heavy: usize) -> Self {
        let (upper, lower) = words.iter().flat_map(|word| word.chars()).fold((0, 0), |(upper, lower), character| {
            (upper + usize::from(character.is_uppercase()), lower + usize::from(character.is_lowercase()))
        });
        let first = words.iter().find(|word| has_letters(word)).copied().unwrap_or_default();
        if upper >= 4 && lower * 5 <= upper {
            Self::Capitals
        } else if !has_capital(first) && first.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase) {
            Self::Lower
        } else if (heavy == 0 && words.len() <= 3) || (heavy > 0 && capitalised * 3 >= heavy * 2) {
            Self::Title
        } else {
            Self::Sentence
        }
    }
}

/// How many words of weight behind the first word have a capital, and how many there are.
fn capitalised(words: &[&str], bare: &[String]) -> (usize, usize) {
    let behind_first = words.iter().zip(bare).skip_while(|(word, _)| !has_letters(word)).skip(1);
    let heavy = behind_first.filter(|(word, bare)| has_letters(word) && !is_function_word(bare));
    heavy.fold((0, 0), |(capitalised, all), (word, _)| (capitalised + usize::from(has_capital(word)), all + 1))
}

fn has_letters(word: &str) -> bool {
    word.chars().any(char::is_alphabetic)
}

/// Whether a word, or a part of it as in "eShop" and "non-EU", has a capital.
fn has_capital(word: &str) -> bool {
    word.chars().any(char::is_uppercase)
}

impl Clause {
    fn of(words: &[&str], bare: &[String], ending: Ending) -> Self {
        let first = bare.first().map_or("", String::as_str);
        let comma = words.iter().any(|word| word.ends_with(','));
        let short = words.len() <= 12 && !comma && matches!(ending, Ending::Open | Ending::Period);
        if ending == Ending::Question || (is_question_word(first) && short) {
            return Self::Question;
        }
        if is_subject_pronoun(first) {
            return if words.len() >= 3 { Self::Sentence } else { Self::Fragment };
        }
        if has_main_verb(bare) || matches!(first, "please" | "if" | "although" | "because") {
            return Self::Sentence;
        }
        let subject = |word: &String| is_subject_pronoun(word) || matches!(word.as_str(), "our" | "please");
        let main_clause =
            words.iter().zip(bare.iter().skip(1)).any(|(word, next)| word.ends_with(',') && subject(next));
        let adverbial = is_clause_opener(first) && main_clause;
        // A noun phrase this long has a verb behind it, one that no list of verbs holds.
        let subject_phrase =
            is_determiner(first) && (words.len() > LOOK || (ending == Ending::Period && words.len() > 11));
        if adverbial || subject_phrase { Self::Sentence } else { Self::Fragment }
    }
}

/// Whether a finite verb has a subject of its own, not that of a relative clause ("data we may collect").
fn has_main_verb(bare: &[String]) -> bool {
    let opener = |word: &str| {
        matches!(
            word,
            "that" | "which" | "who" | "what" | "how" | "where" | "when" | "if" | "whether" | "as" | "because"
        )
    };
    let opened = bare.iter().position(|word| opener(word)).unwrap_or(bare.len());
    (1..bare.len()).take_while(|at| *at <= opened).any(|at| {
        let before = bare[at - 1].as_str();
        // "data about you is": the pronoun is no subject of a verb in the third person singular.
        let agrees = !matches!(before, "we" | "you" | "they" | "i") || !bare[at].ends_with('s');
        let relative = (at >= 2 && is_subject_pronoun(before) && agrees) || opener(before) || before == "to";
        (is_modal(&bare[at]) || is_finite_verb(&bare[at])) && !relative && !is_month(bare, at)
    })
}

/// Whether "may" stands in a date.
fn is_month(bare: &[String], at: usize) -> bool {
    let number =
        |word: Option<&String>| word.is_some_and(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    bare[at] == "may" && (number(bare.get(at - 1)) || number(bare.get(at + 1)))
}

/// Whether a label of at most eleven words precedes a colon, a dash, or the first of several sentences.
fn has_label(words: &[&str], bare: &[String]) -> bool {
    let is_dash = |word: &str| matches!(word, "-" | "\u{2013}" | "\u{2014}");
    let ends = |word: &&str| is_dash(word) || (word.ends_with([':', '.', '?']) && !is_abbreviation(word));
    let Some(at) = words.iter().take(11).position(ends) else { return false };
    let Some(next) = words.get(at + 1).filter(|next| has_letters(next)) else { return false };
    if words[at].ends_with(':') || is_dash(words[at]) {
        return at > 0 || words[0].len() > 2;
    }
    let clause = Clause::of(&words[..=at], &bare[..=at], Ending::Period);
    clause != Clause::Sentence && !next.starts_with(char::is_lowercase) && words[0].len() > 2
}

/// The word at which the first of several sentences ends.
fn inner_end(words: &[&str]) -> Option<usize> {
    words.windows(2).position(|pair| {
        let end = pair[0].trim_end_matches([')', '"', '\u{201D}', '\u{2019}']);
        end.len() > 3
            && end.ends_with(['.', '?', '!'])
            && pair[1].starts_with(|first: char| first.is_uppercase() || matches!(first, '"' | '\u{201C}' | '('))
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
    fn clauses() {
        for text in [
            "We may use cookies for tracking purposes",
            "Your information may be shared",
            "Please read this page",
            "If you are a customer, we keep your name",
            "When you visit us, we keep your name",
            "It\u{2019}s also important to note",
            "The data we collect about you is used",
        ] {
            assert_eq!(Shape::of(text).clause, Clause::Sentence, "{text}");
        }
        for text in [
            "Information you disclose publicly",
            "Data we may collect",
            "Personal data that we have",
            "Deny you goods",
            "To create your account and let you log in",
            "Charge you prices that are higher",
            "Changes to this policy",
        ] {
            assert_eq!(Shape::of(text).clause, Clause::Fragment, "{text}");
        }
        for text in ["How we use your data", "Do we use cookies?", "Who we are"] {
            assert_eq!(Shape::of(text).clause, Clause::Question, "{text}");
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
