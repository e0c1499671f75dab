//! Periods that end no sentence.

use super::super::shape::{Class, is, roman_value};

/// What the word before a period says about it. The word comes without the period and what opens before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    /// It ends a sentence as far as the word goes.
    Ends,
    /// It belongs to the word.
    Belongs,
    /// It belongs to the word, and may end the sentence as well: what follows decides.
    Either,
}

/// Reads the period behind `word`; `next` is the word that follows, `opens` whether `word` opens the sentence.
pub(super) fn read(word: &str, before: &str, next: &str, opens: bool) -> Period {
    let lower = word.to_lowercase();
    // Of "EU-U.S." the last part tells.
    let lower = lower.rsplit(['-', '/', '\u{2014}']).next().unwrap_or_default();
    if opens && is_enumerator(word) {
        return Period::Belongs;
    }
    if lower == "no" || lower == "nos" {
        return if starts_with_digit(next) { Period::Belongs } else { Period::Ends };
    }
    if is_always_abbreviated(lower) {
        return Period::Belongs;
    }
    if is_often_abbreviated(lower) || is_dotted(lower) {
        return Period::Either;
    }
    let mut letters = word.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && letter.is_uppercase()
    {
        return if is(&before.to_lowercase(), Class::Reference) { Period::Ends } else { Period::Either };
    }
    let day = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    if day && is_month(next) { Period::Belongs } else { Period::Ends }
}

impl Period {
    /// Whether the sentence goes on with `next`, a word with a capital.
    pub(super) fn joins(self, next: &str) -> bool {
        match self {
            Self::Ends => false,
            Self::Belongs => true,
            Self::Either => !is(&next.to_lowercase(), Class::SentenceOpener),
        }
    }
}

/// A number or letter at the head of a sentence, such as "1", "2.3", "a" and "iv".
fn is_enumerator(word: &str) -> bool {
    let number = word.len() <= 7
        && word.starts_with(|first: char| first.is_ascii_digit())
        && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    number || letter || roman_value(word).is_some()
}

/// Letters with periods between them: "u.s", "a.m".
fn is_dotted(word: &str) -> bool {
    word.len() >= 3 && word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

fn is_always_abbreviated(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "abs", "adm", "approx", "art", "arts", "attn", "avv", "bus", "bzw", "cal", "capt", "cf", "ch", "civ", "col", "conn", "dept",
        "dr", "e.g", "eg", "ext", "fed", "fig", "figs", "fla", "gen", "ggf", "gov", "hon", "i.e", "ie", "incl", "lett", "lit", "lt",
        "messrs", "mr", "mrs", "ms", "mt", "nr", "op", "par", "para", "paras", "pen", "pp", "prob", "prof", "reg", "regs", "rep",
        "resp", "rev", "sec", "secs", "sect", "sen", "sgt", "subd", "subsec", "supp", "tel", "tél", "ul", "v", "viz", "vol", "vs",
    ];
    WORDS.contains(&word)
}

fn is_often_abbreviated(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "al", "apr", "apt", "aug", "ave", "bhd", "blvd", "bros", "co", "corp", "ct", "dec", "esq", "et", "feb", "fl", "ft", "hwy", "inc",
        "jan", "jr", "jul", "jun", "ln", "ltd", "mar", "mass", "nov", "oct", "p", "ph.d", "pkwy", "pl", "plc", "pte", "pty", "rd", "rm", "sdn", "sep",
        "sept", "seq", "sq", "sr", "st", "stat", "ste", "wash",
    ];
    WORDS.contains(&word)
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
}

fn is_month(word: &str) -> bool {
    #[rustfmt::skip]
    const MONTHS: &[&str] = &[
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        // German writes "3. März".
        "Januar", "Jänner", "Februar", "März", "Mai", "Juni", "Juli", "Oktober", "Dezember",
    ];
    MONTHS.contains(&word)
}
