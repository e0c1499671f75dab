//! The grammar of a line, as far as closed word classes show it.

use std::borrow::Cow;

use super::line::Ending;
use super::words::{Class, Classes, bare};

/// Words looked at; what is longer is running text whatever it says.
pub(super) const LOOK: usize = 30;

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

/// A word and what is looked up for it.
pub(super) struct Word<'a> {
    pub(super) raw: &'a str,
    pub(super) bare: Cow<'a, str>,
    classes: Classes,
}

impl<'a> Word<'a> {
    pub(super) fn new(raw: &'a str) -> Self {
        let bare = bare(raw);
        let classes = Classes::of(&bare);
        Self { raw, bare, classes }
    }

    pub(super) fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    pub(super) fn has_letters(&self) -> bool {
        self.raw.chars().any(char::is_alphabetic)
    }

    /// Whether the word, or a part of it as in "eShop" and "non-EU", has a capital.
    pub(super) fn has_capital(&self) -> bool {
        self.raw.chars().any(char::is_uppercase)
    }

    pub(super) fn is_number(&self) -> bool {
        self.bare.starts_with(|first: char| first.is_ascii_digit())
    }
}

impl Clause {
    /// The grammar of a sentence that ends in `ending`.
    pub(super) fn of(words: &[Word<'_>], ending: Ending) -> Self {
        let Some(first) = words.first() else { return Self::Fragment };
        let has_comma = || words.iter().any(|word| word.raw.ends_with(','));
        let short = words.len() <= 12 && matches!(ending, Ending::Open | Ending::Period);
        if ending == Ending::Question || (first.is(Class::Question) && short && !has_comma()) {
            return Self::Question;
        }
        if first.is(Class::SubjectPronoun) {
            return if words.len() >= 3 { Self::Sentence } else { Self::Fragment };
        }
        if has_main_verb(words) || matches!(first.bare.as_ref(), "please" | "if" | "although" | "because") {
            return Self::Sentence;
        }
        let subject =
            |word: &Word<'_>| word.is(Class::SubjectPronoun) || matches!(word.bare.as_ref(), "our" | "please");
        let main_clause = || words.windows(2).any(|pair| pair[0].raw.ends_with(',') && subject(&pair[1]));
        let adverbial = first.is(Class::ClauseOpener) && main_clause();
        // A noun phrase this long has a verb behind it, one that no list of verbs holds.
        let long = words.len() > LOOK || (ending == Ending::Period && words.len() > 11);
        if adverbial || (first.is(Class::Determiner) && long) { Self::Sentence } else { Self::Fragment }
    }
}

/// Whether a finite verb has a subject of its own, not that of a relative clause ("data we may collect").
fn has_main_verb(words: &[Word<'_>]) -> bool {
    for (before, (at, word)) in words.iter().zip(words.iter().enumerate().skip(1)) {
        // "data about you is": the pronoun is no subject of a verb in the third person singular.
        let agrees = !matches!(before.bare.as_ref(), "we" | "you" | "they" | "i") || !word.bare.ends_with('s');
        let relative = at >= 2 && before.is(Class::SubjectPronoun) && agrees;
        if before.is(Class::Subordinator) {
            return false;
        }
        if (word.is(Class::Modal) || word.is(Class::FiniteVerb))
            && !relative
            && before.bare != "to"
            && !is_month(words, at)
        {
            return true;
        }
    }
    false
}

/// Whether "may" stands in a date.
fn is_month(words: &[Word<'_>], at: usize) -> bool {
    let number = |word: Option<&Word<'_>>| word.is_some_and(Word::is_number);
    words[at].bare == "may" && (number(words.get(at - 1)) || number(words.get(at + 1)))
}

#[cfg(test)]
mod tests {
    use super::super::Shape;
    use super::*;

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
}
