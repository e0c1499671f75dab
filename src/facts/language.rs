//! Which language a document is in.

use crate::doc::{Document, Reading};

/// The tag of a language that is not known.
pub(super) const UNKNOWN: &str = "und";
/// Shorter texts are not told apart reliably: whatlang calls "We collect your personal data." Catalan.
const SHORTEST: usize = 300;
/// What whatlang must say of fewer words; of 4,400 short English texts, four are called another language so surely.
const SURE: f64 = 0.9;
/// More than this adds nothing but time.
const LONGEST: usize = 4_000;

/// The BCP 47 tag of a document's language: what its words show where that is certain, else what the page declares, else `und`.
pub fn language_of(reading: &Reading, document: &Document) -> String {
    let words = reading.words(document.prose);
    let mut middle = (words.len() / 4).min(words.len().saturating_sub(LONGEST));
    while !words.is_char_boundary(middle) {
        middle += 1;
    }
    let mut end = (middle + LONGEST).min(words.len());
    while !words.is_char_boundary(end) {
        end += 1;
    }
    if let Some(found) = language_of_words(&words[middle..end]) {
        return found;
    }
    let declared = reading.metadata.iter().find(|(key, _, _)| key == "lang" || key == "language" || key == "locale");
    let primary = declared.and_then(|(_, value, _)| value.split(['-', '_']).next()).unwrap_or_default();
    if (2..=3).contains(&primary.len()) { primary.to_ascii_lowercase() } else { UNKNOWN.to_owned() }
}

/// The language of some words that are too few to tell languages apart, where they are beyond doubt not English. English ones are called
/// Catalan or Portuguese at times; so whoever asks looks for English words first. Scripts of one language leave no doubt.
pub(super) fn foreign_language_of(words: &str) -> Option<String> {
    let found = whatlang::detect(words).filter(|found| found.confidence() >= SURE)?;
    (found.lang() != whatlang::Lang::Eng).then(|| tag(found.lang()).to_owned())
}

/// The language of some words, where they are long enough to tell.
pub fn language_of_words(words: &str) -> Option<String> {
    let found = whatlang::detect(words).filter(|found| words.len() >= SHORTEST && found.is_reliable())?;
    Some(tag(found.lang()).to_owned())
}

/// ISO 639-1 where there is one, as BCP 47 asks (RFC 5646 § 2.2.1), for the languages that policies are found in.
fn tag(language: whatlang::Lang) -> &'static str {
    use whatlang::Lang;
    match language {
        Lang::Eng => "en",
        Lang::Deu => "de",
        Lang::Fra => "fr",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Nld => "nl",
        Lang::Pol => "pl",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Nob => "nb",
        Lang::Fin => "fi",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Hun => "hu",
        Lang::Ron => "ro",
        Lang::Bul => "bg",
        Lang::Ell => "el",
        Lang::Hrv => "hr",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Tur => "tr",
        Lang::Ara => "ar",
        Lang::Heb => "he",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Cmn => "zh",
        Lang::Vie => "vi",
        Lang::Tha => "th",
        Lang::Ind => "id",
        Lang::Cat => "ca",
        Lang::Est => "et",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        other => other.code(),
    }
}

#[cfg(test)]
mod tests {
    use super::foreign_language_of;

    #[test]
    fn a_few_words_may_leave_no_doubt() {
        let german = "Unsere Website verwendet Cookies, um den Warenkorb zu merken. Wir geben keine Daten weiter.";
        assert_eq!(foreign_language_of(german).as_deref(), Some("de"));
        assert_eq!(foreign_language_of("当社は、ご注文の際にお名前とご住所を収集します。").as_deref(), Some("ja"));
        for open in ["We collect your personal data.", "Privacy", "", "Datenschutz 2026"] {
            assert_eq!(foreign_language_of(open), None, "{open}");
        }
    }
}
