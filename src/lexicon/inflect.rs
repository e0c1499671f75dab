//! English inflection for word classes and lemmas: regular by rule, irregular by the lexicon's own table.

use std::collections::BTreeMap;

/// Irregular forms by base form: what a word becomes besides itself.
pub(super) type Irregular = BTreeMap<String, Vec<String>>;

/// The forms of a verb: base, third person, past, participles.
pub(super) fn verb_forms(base: &str, irregular: &Irregular) -> Vec<String> {
    let mut forms = vec![base.to_owned()];
    if let Some(others) = irregular.get(base) {
        forms.extend(others.iter().cloned());
        return forms;
    }
    forms.push(with_s(base));
    let stem = match base.as_bytes() {
        [.., b'e'] => base[..base.len() - 1].to_owned(),
        [.., before, b'y'] if !is_vowel(*before) => {
            forms.push(format!("{}ied", &base[..base.len() - 1]));
            forms.push(format!("{base}ing"));
            return forms;
        }
        bytes if doubles_last(bytes) => format!("{base}{}", &base[base.len() - 1..]),
        _ => base.to_owned(),
    };
    forms.push(format!("{stem}ed"));
    let participle_stem = if base.ends_with("ee") { base } else { stem.as_str() };
    forms.push(format!("{participle_stem}ing"));
    forms
}

/// The forms of a noun: singular and plural.
pub(super) fn noun_forms(base: &str, irregular: &Irregular) -> Vec<String> {
    let mut forms = vec![base.to_owned()];
    match irregular.get(base) {
        Some(others) => forms.extend(others.iter().cloned()),
        None => forms.push(with_s(base)),
    }
    forms
}

fn with_s(base: &str) -> String {
    match base.as_bytes() {
        [.., before, b'y'] if !is_vowel(*before) => format!("{}ies", &base[..base.len() - 1]),
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// One syllable that ends in one vowel and one consonant: "log", "drop", "plan". Longer words that double
/// ("submit") are in the irregular table.
fn doubles_last(bytes: &[u8]) -> bool {
    match bytes {
        [start @ .., vowel, last] => {
            is_vowel(*vowel)
                && !is_vowel(*last)
                && !matches!(last, b'w' | b'x' | b'y')
                && !start.iter().any(|byte| is_vowel(*byte))
                && !start.is_empty()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_verbs() {
        let none = Irregular::new();
        assert_eq!(verb_forms("collect", &none), ["collect", "collects", "collected", "collecting"]);
        assert_eq!(verb_forms("share", &none), ["share", "shares", "shared", "sharing"]);
        assert_eq!(verb_forms("comply", &none), ["comply", "complies", "complied", "complying"]);
        assert_eq!(verb_forms("log", &none), ["log", "logs", "logged", "logging"]);
        assert_eq!(verb_forms("process", &none), ["process", "processes", "processed", "processing"]);
        assert_eq!(verb_forms("agree", &none), ["agree", "agrees", "agreed", "agreeing"]);
        assert_eq!(verb_forms("respond", &none), ["respond", "responds", "responded", "responding"]);
    }

    #[test]
    fn irregular_forms_replace_the_rule() {
        let irregular = Irregular::from([("sell".to_owned(), vec!["sells".to_owned(), "sold".to_owned()])]);
        assert_eq!(verb_forms("sell", &irregular), ["sell", "sells", "sold"]);
    }

    #[test]
    fn nouns() {
        let none = Irregular::new();
        assert_eq!(noun_forms("cookie", &none), ["cookie", "cookies"]);
        assert_eq!(noun_forms("party", &none), ["party", "parties"]);
        assert_eq!(noun_forms("address", &none), ["address", "addresses"]);
    }
}
