//! Closed word classes of English, as far as the form of a line hangs on them. All words are in lower case.

/// A word without the punctuation around it, in lower case, apostrophes straightened.
pub(in crate::doc) fn bare(word: &str) -> String {
    word.trim_matches(|character: char| !character.is_alphanumeric())
        .chars()
        .map(|character| if character == '\u{2019}' { '\'' } else { character })
        .flat_map(char::to_lowercase)
        .collect()
}

/// Words that titles leave in lower case and that lines rarely end with.
pub(in crate::doc) fn is_function_word(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "a", "about", "after", "all", "an", "and", "any", "as", "at", "be", "before", "between", "but", "by",
        "can", "do", "does", "during", "for", "from", "has", "have", "how", "if", "in", "into", "is", "its",
        "may", "no", "not", "of", "on", "or", "our", "over", "such", "than", "that", "the", "their", "these", "this", "those", "through",
        "to", "under", "upon", "us", "via", "we", "what", "when", "which", "who", "will", "with", "you", "your",
    ];
    WORDS.contains(&word)
}

/// Pronouns and demonstratives that open a sentence as its subject.
pub(in crate::doc) fn is_subject_pronoun(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "he", "i", "i'm", "it", "it's", "she", "that", "there", "these", "they", "they'll", "they're",
        "they've", "this", "those", "we", "we'd", "we'll", "we're", "we've", "you", "you'll", "you're",
        "you've",
    ];
    WORDS.contains(&word)
}

/// Verbs that need a main verb beside them and stand in full sentences.
pub(in crate::doc) fn is_modal(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "can", "can't", "cannot", "could", "did", "didn't", "do", "does", "doesn't", "don't", "may", "might",
        "must", "shall", "should", "will", "won't", "would", "wouldn't",
    ];
    WORDS.contains(&word)
}

/// Finite verbs that a title in sentence case does not hold: forms of be and have, and third persons of policy prose.
pub(in crate::doc) fn is_finite_verb(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "agrees", "allows", "am", "applies", "are", "aren't", "became", "becomes", "believes", "collects",
        "complies", "consists", "constitutes", "contains", "creates", "depends", "describes",
        "determines", "discloses", "does", "employs", "enables", "encompasses", "engages", "ensures",
        "explains", "gives", "governs", "had", "has", "hasn't", "have", "haven't", "identifies",
        "includes", "is", "isn't", "keeps", "lets", "maintains", "obtains", 
        "operates", "outlines", "owns", "permits", "prohibits", "protects", "provides", "receives",
        "requires", "reserves", "respects", "sells", "sends", "tells",
        "was", "wasn't", "were", "weren't",
    ];
    WORDS.contains(&word)
}

/// Words that open a question, or a title that is one without its question mark.
pub(super) fn is_question_word(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "are", "can", "could", "did", "do", "does", "has", "have", "how", "is", "may", "must", "should", "what",
        "when", "where", "which", "who", "whom", "whose", "why", "will", "would",
    ];
    WORDS.contains(&word)
}

/// Words that open a subordinate clause or an adverbial at the head of a sentence.
pub(super) fn is_clause_opener(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "additionally", "after", "also", "although", "as", "at", "because", "before", "by", "depending",
        "during", "finally", "following", "for", "further", "furthermore", "however", "if", "in", "lastly",
        "like", "moreover", "no", "note", "on", "once", "please", "should", "similar", "since", "specifically", "that",
        "therefore", "though", "thus", "to", "unless", "until", "upon", "when", "where", "while", "with",
    ];
    WORDS.contains(&word)
}

/// Words that open a noun phrase which, if it is long, is the subject of a sentence.
pub(super) fn is_determiner(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "a", "all", "an", "any", "certain", "each", "every", "many", "most", "no", "our", "several", "some", "such", "the",
        "your",
    ];
    WORDS.contains(&word)
}

/// Words that, with a capital, begin a new sentence even after an abbreviation.
pub(in crate::doc) fn is_sentence_opener(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "a", "accordingly", "additionally", "all", "also", "although", "an", "any", "as", "at", "because",
        "but", "by", "certain", "each", "every", "finally", "for", "from", "further", "furthermore", "he",
        "how", "however", "i", "if", "in", "it", "it's", "its", "moreover", "most", "my", "no", "note", "once",
        "our", "please", "she", "should", "some", "such", "that", "the", "their", "then", "there", "therefore",
        "these", "they", "this", "those", "to", "unless", "upon", "we", "we'll", "we're", "we've", "what",
        "when", "where", "which", "while", "who", "you", "your",
    ];
    WORDS.contains(&word)
}

/// Words before a number or letter that make it a reference: "section 4", "Article 6", "paragraph (a)".
pub(in crate::doc) fn is_reference_word(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "annex", "appendix", "art", "article", "articles", "category", "chapter", "class", "clause", "clauses",
        "division", "exhibit", "figure", "group", "item", "items", "letter", "level", "lit", "no", "nos",
        "number", "option", "page", "para", "paragraph", "paragraphs", "part", "phase", "point", "points",
        "reg", "regulation", "rule", "schedule", "sec", "section", "sections", "see", "step", "subparagraph",
        "subsection", "table", "tier", "title", "type", "version", "vitamin",
    ];
    WORDS.contains(&word)
}

/// Whether the period behind a word belongs to the word.
pub(in crate::doc) fn is_abbreviation(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "art", "co", "corp", "dr", "e.g", "etc", "i.e", "inc", "ltd", "mr", "mrs", "ms", "no", "sec", "st", "u.k", "u.s",
    ];
    word.ends_with('.') && WORDS.contains(&bare(word).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_hold_their_words() {
        for word in ["a", "your", "of", "between"] {
            assert!(is_function_word(word), "{word}");
        }
        for word in ["he", "you've", "it's", "this"] {
            assert!(is_subject_pronoun(word), "{word}");
        }
        for word in ["can", "wouldn't", "don't", "may"] {
            assert!(is_modal(word), "{word}");
        }
        for word in ["agrees", "was", "weren't", "is", "haven't"] {
            assert!(is_finite_verb(word), "{word}");
        }
        for word in ["annex", "vitamin", "sec", "see"] {
            assert!(is_reference_word(word), "{word}");
        }
    }

    #[test]
    fn bare_words_lose_punctuation_and_case() {
        assert_eq!(bare("\u{201C}We\u{2019}ll,\u{201D}"), "we'll");
        assert_eq!(bare("(e.g.)"), "e.g");
    }
}
