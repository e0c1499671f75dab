//! Closed word classes of English, as far as the form of a line hangs on them. All words are in lower case.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A word without the punctuation around it, in lower case, apostrophes straightened.
pub(in crate::doc) fn bare(word: &str) -> Cow<'_, str> {
    let word = word.trim_matches(|character: char| !character.is_alphanumeric());
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    let straight = |character| if character == '\u{2019}' { '\'' } else { character };
    Cow::Owned(if word.is_ascii() {
        word.to_ascii_lowercase()
    } else {
        word.chars().map(straight).flat_map(char::to_lowercase).collect()
    })
}

/// The classes that a word belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::doc) struct Classes(u16);

/// A class of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::doc) enum Class {
    /// Words that titles leave in lower case and that lines rarely end with.
    Function,
    /// Pronouns and demonstratives that open a sentence as its subject.
    SubjectPronoun,
    /// Verbs that need a main verb beside them and stand in full sentences.
    Modal,
    /// Finite verbs that a title in sentence case does not hold: forms of be and have, third persons of policy prose.
    FiniteVerb,
    /// Words that open a question, or a title that is one without its question mark.
    Question,
    /// Words that open a subordinate clause or an adverbial at the head of a sentence.
    ClauseOpener,
    /// Words that open a relative clause or an indirect question in mid-sentence.
    Subordinator,
    /// Words that open a noun phrase which, if it is long, is the subject of a sentence.
    Determiner,
    /// Words that, with a capital, begin a new sentence even after an abbreviation.
    SentenceOpener,
    /// Words before a number or letter that make it a reference: "section 4", "Article 6", "paragraph (a)".
    Reference,
    /// Abbreviations, without their last period.
    Abbreviation,
}

impl Classes {
    /// The classes of a bare word.
    pub(in crate::doc) fn of(bare: &str) -> Self {
        if bare.len() > LONGEST { Self::default() } else { TABLE.get(bare).copied().unwrap_or_default() }
    }

    /// Whether `class` is among them.
    pub(in crate::doc) fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u16) != 0
    }
}

/// Whether a bare word belongs to `class`.
pub(in crate::doc) fn is(bare: &str, class: Class) -> bool {
    Classes::of(bare).has(class)
}

/// Whether the period behind a word belongs to the word.
pub(in crate::doc) fn is_abbreviation(word: &str) -> bool {
    word.ends_with('.') && is(&bare(word), Class::Abbreviation)
}

/// Bytes of the longest word of any class.
const LONGEST: usize = 12;

/// All words with their classes. A line's words are looked up once each; searching the lists took a third of the time
/// of reading a plain text.
static TABLE: LazyLock<HashMap<&str, Classes>> = LazyLock::new(|| {
    let mut table: HashMap<&str, Classes> = HashMap::new();
    for (class, words) in CLASSES {
        for word in *words {
            table.entry(word).or_default().0 |= 1 << *class as u16;
        }
    }
    table
});

const CLASSES: &[(Class, &[&str])] = &[
    (Class::Function, FUNCTION_WORDS),
    (Class::SubjectPronoun, SUBJECT_PRONOUNS),
    (Class::Modal, MODALS),
    (Class::FiniteVerb, FINITE_VERBS),
    (Class::Question, QUESTION_WORDS),
    (Class::ClauseOpener, CLAUSE_OPENERS),
    (Class::Subordinator, SUBORDINATORS),
    (Class::Determiner, DETERMINERS),
    (Class::SentenceOpener, SENTENCE_OPENERS),
    (Class::Reference, REFERENCE_WORDS),
    (Class::Abbreviation, ABBREVIATIONS),
];

#[rustfmt::skip]
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "after", "all", "an", "and", "any", "as", "at", "be", "before", "between", "but", "by", "can",
    "do", "does", "during", "for", "from", "has", "have", "how", "if", "in", "into", "is", "its", "may", "no",
    "not", "of", "on", "or", "our", "over", "such", "than", "that", "the", "their", "these", "this", "those",
    "through", "to", "under", "upon", "us", "via", "we", "what", "when", "which", "who", "will", "with", "you",
    "your",
];

#[rustfmt::skip]
const SUBJECT_PRONOUNS: &[&str] = &[
    "he", "i", "i'm", "it", "it's", "she", "that", "there", "these", "they", "they'll", "they're", "they've",
    "this", "those", "we", "we'd", "we'll", "we're", "we've", "you", "you'll", "you're", "you've",
];

#[rustfmt::skip]
const MODALS: &[&str] = &[
    "can", "can't", "cannot", "could", "did", "didn't", "do", "does", "doesn't", "don't", "may", "might",
    "must", "shall", "should", "will", "won't", "would", "wouldn't",
];

#[rustfmt::skip]
const FINITE_VERBS: &[&str] = &[
    "agrees", "allows", "am", "applies", "are", "aren't", "became", "becomes", "believes", "collects",
    "complies", "consists", "constitutes", "contains", "creates", "depends", "describes", "determines",
    "discloses", "does", "employs", "enables", "encompasses", "engages", "ensures", "explains", "gives",
    "governs", "had", "has", "hasn't", "have", "haven't", "identifies", "includes", "is", "isn't", "keeps",
    "lets", "maintains", "obtains", "operates", "outlines", "owns", "permits", "prohibits", "protects",
    "provides", "receives", "requires", "reserves", "respects", "sells", "sends", "tells", "was", "wasn't",
    "were", "weren't",
];

#[rustfmt::skip]
const QUESTION_WORDS: &[&str] = &[
    "are", "can", "could", "did", "do", "does", "has", "have", "how", "is", "may", "must", "should", "what",
    "when", "where", "which", "who", "whom", "whose", "why", "will", "would",
];

#[rustfmt::skip]
const CLAUSE_OPENERS: &[&str] = &[
    "additionally", "after", "also", "although", "as", "at", "because", "before", "by", "depending", "during",
    "finally", "following", "for", "further", "furthermore", "however", "if", "in", "lastly", "like",
    "moreover", "no", "note", "on", "once", "please", "should", "similar", "since", "specifically", "that",
    "therefore", "though", "thus", "to", "unless", "until", "upon", "when", "where", "while", "with",
];

#[rustfmt::skip]
const SUBORDINATORS: &[&str] = &[
    "as", "because", "how", "if", "that", "what", "when", "where", "whether", "which", "who",
];

#[rustfmt::skip]
const DETERMINERS: &[&str] = &[
    "a", "all", "an", "any", "certain", "each", "every", "many", "most", "no", "our", "several", "some", "such",
    "the", "your",
];

#[rustfmt::skip]
const SENTENCE_OPENERS: &[&str] = &[
    "a", "accordingly", "additionally", "after", "all", "also", "although", "an", "any", "as", "at", "because",
    "before", "both", "but", "by", "certain", "during", "each", "either", "every", "finally", "following",
    "for", "from", "further", "furthermore", "he", "here", "how", "however", "i", "if", "in", "it", "it's",
    "its", "many", "moreover", "most", "my", "neither", "no", "nor", "note", "nothing", "once", "only", "other",
    "otherwise", "our", "please", "pursuant", "several", "she", "should", "some", "such", "that", "the",
    "their", "then", "there", "therefore", "these", "they", "this", "those", "to", "under", "unless", "upon",
    "we", "we'll", "we're", "we've", "what", "when", "where", "whether", "which", "while", "who", "with",
    "within", "without", "you", "your",
];

#[rustfmt::skip]
const REFERENCE_WORDS: &[&str] = &[
    "annex", "appendix", "art", "article", "articles", "category", "chapter", "class", "clause", "clauses",
    "division", "exhibit", "figure", "group", "item", "items", "letter", "level", "lit", "no", "nos", "number",
    "option", "page", "para", "paragraph", "paragraphs", "part", "phase", "point", "points", "reg",
    "regulation", "rule", "schedule", "sec", "section", "sections", "see", "step", "subparagraph", "subsection",
    "table", "tier", "title", "type", "version", "vitamin",
];

#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    "art", "co", "corp", "dr", "e.g", "etc", "i.e", "inc", "ltd", "mr", "mrs", "ms", "no", "sec", "st", "u.k",
    "u.s",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_in_its_classes() {
        for (class, words) in CLASSES {
            for word in *words {
                assert!(is(word, *class), "{word}");
                assert_eq!(bare(word), *word);
            }
        }
        assert!(!is("we", Class::Modal) && !is("lantern", Class::Function));
    }

    #[test]
    fn bare_words_lose_punctuation_and_case() {
        assert_eq!(bare("\u{201C}We\u{2019}ll,\u{201D}"), "we'll");
        assert_eq!(bare("(e.g.)"), "e.g");
        assert_eq!(bare("Names:"), "names");
        assert_eq!(bare("\u{2014}"), "");
    }
}
