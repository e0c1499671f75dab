//! The language that a file's path names: `de/privacy.md`, `privacy.pt-BR.html`, `notice/fr.md`.

/// A language as a path names it, and the path without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Localised {
    /// In small letters with hyphens: `pt-br`.
    pub(super) locale: String,
    /// The path with `*` in place of the language.
    pub(super) pattern: String,
}

impl Localised {
    /// What the path names: by its file's name first, then by the folder nearest to it.
    pub(super) fn read(path: &str) -> Option<Self> {
        let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
        let named = |locale: String, stem: &str, folders: &str| Self {
            locale,
            pattern: format!("{folders}/{stem}.{extension}").to_lowercase(),
        };
        if let Some(locale) = locale(stem) {
            return Some(named(locale, "*", folders));
        }
        // A tag may itself hold the mark before it: `privacy-pt-br`, `privacy_zh_hant`.
        for (at, _) in stem.match_indices(['.', '_', '-']) {
            if let Some(locale) = locale(&stem[at + 1..]) {
                return Some(named(locale, &format!("{}*", &stem[..at]), folders));
            }
        }
        let parts: Vec<&str> = folders.split('/').collect();
        let (at, locale) = parts.iter().enumerate().rev().find_map(|(at, part)| Some((at, locale(part)?)))?;
        let folders: Vec<&str> = parts.iter().enumerate().map(|(i, part)| if i == at { "*" } else { *part }).collect();
        Some(named(locale, stem, &folders.join("/")))
    }

    /// The pattern of the translations that lie beside a file whose path names no language: `privacy.de.md` beside `privacy.md`.
    pub(super) fn beside(path: &str) -> String {
        let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
        format!("{folders}/{stem}*.{extension}").to_lowercase()
    }

    /// The language without region and script.
    pub(super) fn language(&self) -> &str {
        self.locale.split('-').next().unwrap_or_default()
    }
}

/// A part of a path that is nothing but a language tag, with hyphens and in small letters.
pub(super) fn locale(part: &str) -> Option<String> {
    let tag = part.replace('_', "-").to_ascii_lowercase();
    let mut subtags = tag.split('-');
    let known = subtags.next().is_some_and(|language| LANGUAGES.binary_search(&language).is_ok());
    let is_region = |subtag: &str| subtag.len() == 2 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_area = |subtag: &str| subtag.len() == 3 && subtag.bytes().all(|byte| byte.is_ascii_digit());
    let is_script = |subtag: &str| ["hans", "hant", "latn", "cyrl", "arab"].contains(&subtag);
    let fits = subtags.all(|subtag| is_region(subtag) || is_area(subtag) || is_script(subtag));
    (known && fits).then_some(tag)
}

/// A link's target without the language that it leads to, whatever the case of its host: what it has in common with the same link in a
/// translation.
pub(in crate::engine) fn without_locale(target: &str) -> String {
    let lower = target.to_lowercase();
    let bare = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let (path, query) = bare.split_once('?').unwrap_or((bare, ""));
    let (path, fragment) = path.split_once('#').unwrap_or((path, ""));
    let parts: Vec<&str> = path.trim_end_matches('/').split('/').collect();
    let last = parts.len() - 1;
    let part = |(at, part): (usize, &&str)| match part.split_once('.') {
        _ if locale(part).is_some() => None,
        // The host, or a file whose name ends in its language.
        Some((head, rest)) if at == 0 && locale(head).is_some() => Some(rest.to_owned()),
        _ if at == last => Some(Localised::read(part).map_or_else(|| (*part).to_owned(), |named| named.pattern)),
        _ => Some((*part).to_owned()),
    };
    let path: Vec<String> = parts.iter().enumerate().filter_map(part).collect();
    let query: Vec<&str> = query
        .split('&')
        .filter(|pair| !pair.is_empty() && pair.split_once('=').is_none_or(|(_, value)| locale(value).is_none()))
        .collect();
    format!("{}?{}#{fragment}", path.join("/"), query.join("&"))
}

/// ISO 639-1 and the longer codes that software is translated into, in order.
const LANGUAGES: [&str; 199] = [
    "aa", "ab", "ace", "ach", "ae", "af", "ak", "am", "an", "ar", "as", "ast", "av", "ay", "az", "ba", "be", "bg",
    "bi", "bm", "bn", "bo", "br", "bs", "ca", "ce", "ceb", "ch", "ckb", "co", "cr", "cs", "cu", "cv", "cy", "da", "de",
    "dsb", "dv", "dz", "ee", "el", "en", "eo", "es", "et", "eu", "fa", "ff", "fi", "fil", "fj", "fo", "fr", "fur",
    "fy", "ga", "gd", "gl", "gn", "gsw", "gu", "gv", "ha", "haw", "he", "hi", "ho", "hr", "hsb", "ht", "hu", "hy",
    "hz", "ia", "id", "ie", "ig", "ii", "ik", "io", "is", "it", "iu", "ja", "jv", "ka", "kab", "kg", "ki", "kj", "kk",
    "kl", "km", "kn", "ko", "kr", "ks", "ku", "kv", "kw", "ky", "la", "lb", "lg", "li", "lij", "ln", "lo", "lt", "ltg",
    "lu", "lv", "mg", "mh", "mi", "mk", "ml", "mn", "mr", "ms", "mt", "my", "na", "nb", "nd", "ne", "ng", "nl", "nn",
    "no", "nr", "nv", "ny", "oc", "oj", "om", "or", "os", "pa", "pi", "pl", "ps", "pt", "qu", "rm", "rn", "ro", "ru",
    "rw", "sa", "sat", "sc", "sco", "sd", "se", "sg", "si", "sk", "sl", "sm", "sn", "so", "sq", "sr", "ss", "st", "su",
    "sv", "sw", "ta", "te", "tg", "th", "ti", "tk", "tl", "tn", "to", "tr", "ts", "tt", "tw", "ty", "ug", "uk", "ur",
    "uz", "ve", "vi", "vo", "wa", "wo", "xh", "yi", "yo", "za", "zh", "zu",
];
