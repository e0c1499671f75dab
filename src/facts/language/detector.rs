//! What whatlang says of some words, by their letters.

/// Shorter texts are not told apart reliably: whatlang calls "We collect your personal data." Catalan.
const SHORTEST: usize = 300;
/// What whatlang must say of fewer words; of 4,400 short English texts, four are called another language so surely.
const SURE: f64 = 0.9;
/// More than this adds nothing but time.
pub(super) const LONGEST: usize = 4_000;

/// The language of words that are long enough to tell.
pub(super) fn detected(words: &str) -> Option<String> {
    let words = beginning(words);
    let found = whatlang::detect(words).filter(|found| words.len() >= SHORTEST && found.is_reliable())?;
    Some(tag(found.lang()).to_owned())
}

/// The language of some words that are too few to tell languages apart, where they are beyond doubt not English. English ones are called
/// Catalan or Portuguese at times; so whoever asks looks for English words first.
pub(super) fn detected_surely(words: &str) -> Option<String> {
    let found = whatlang::detect(beginning(words)).filter(|found| found.confidence() >= SURE)?;
    (found.lang() != whatlang::Lang::Eng).then(|| tag(found.lang()).to_owned())
}

/// The language of words most of which are not in Latin letters; those that are, are names.
pub(super) fn of_other_script(words: &str) -> Option<String> {
    let own: String = beginning(words).chars().filter(|character| !character.is_ascii_alphanumeric()).collect();
    whatlang::detect(&own).map(|found| tag(found.lang()).to_owned())
}

fn beginning(words: &str) -> &str {
    let mut end = LONGEST.min(words.len());
    while !words.is_char_boundary(end) {
        end += 1;
    }
    &words[..end]
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
