//! Which characters are read as others, and which not at all.

/// Whether a hyphen at a line's end joins the words around it; it doesn't in "first- and third-party".
pub(super) fn is_compound(before: &str, next: &str) -> bool {
    let hyphenated = before.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphanumeric));
    let word = next.split(|character: char| !character.is_alphanumeric()).next().unwrap_or_default();
    let suspended = ["and", "or", "nor", "to"].iter().any(|joint| word.eq_ignore_ascii_case(joint));
    hyphenated && word.starts_with(char::is_alphabetic) && !suspended
}

/// Bytes at the head of `text` that are read as they stand: characters that nothing folds, and single spaces between
/// those of ASCII.
pub(super) fn verbatim_run(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_graphic = |byte: &u8| matches!(byte, b'!'..=b'_' | b'a'..=b'~');
    let mut run = 0;
    loop {
        run += bytes[run..].iter().take_while(|byte| is_graphic(byte)).count();
        let inner_space = run > 0 && bytes.get(run) == Some(&b' ') && bytes.get(run + 1).is_some_and(is_graphic);
        match text[run..].chars().next() {
            Some(' ') if inner_space => run += 1,
            Some(character) if !character.is_ascii() && fold(character) == Folded::Same => run += character.len_utf8(),
            _ => return run,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Folded {
    Same,
    As(&'static str),
    Space,
    Nothing,
}

/// Typographic variants that carry no meaning of their own in a policy.
pub(super) fn fold(character: char) -> Folded {
    match character {
        ' ' => Folded::Space,
        '`' => Folded::As("'"),
        '!'..='~' => Folded::Same,
        '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' | '\u{2032}' | '\u{00B4}' | '\u{02BC}' => Folded::As("'"),
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '\u{2033}' | '\u{00AB}' | '\u{00BB}' => Folded::As("\""),
        '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}' => Folded::As("-"),
        '\u{2012}' | '\u{2013}' | '\u{2015}' => Folded::As("\u{2014}"),
        '\u{2026}' => Folded::As("..."),
        '\u{FB00}' => Folded::As("ff"),
        '\u{FB01}' => Folded::As("fi"),
        '\u{FB02}' => Folded::As("fl"),
        '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {
            Folded::Nothing
        }
        other if other.is_whitespace() || other.is_control() => Folded::Space,
        _ => Folded::Same,
    }
}
