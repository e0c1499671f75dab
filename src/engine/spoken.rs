//! The notation of phrases in words that a reader of laws can follow.

/// More alternatives than these are cut short.
const ALTERNATIVES: usize = 4;

/// `{we} ...8!{not} (monitor | track | [closely] follow)` as `we … monitor/track/follow`.
pub(super) fn spoken(phrase: &str) -> String {
    let mut characters = phrase.chars().peekable();
    let mut words = sequence(&mut characters);
    while words.first().is_some_and(|word| word == GAP) {
        words.remove(0);
    }
    while words.last().is_some_and(|word| word == GAP) {
        words.pop();
    }
    words.join(" ")
}

const GAP: &str = "…";

type Characters<'p> = std::iter::Peekable<std::str::Chars<'p>>;

/// The words up to the end, or to what closes the group or parts its alternatives.
fn sequence(characters: &mut Characters<'_>) -> Vec<String> {
    let mut words = Vec::new();
    while let Some(character) = characters.peek().copied() {
        match character {
            ')' | ']' | '|' => break,
            '(' => {
                characters.next();
                words.push(alternatives(characters));
            }
            '[' => {
                characters.next();
                // What may be left out is.
                alternatives(characters);
            }
            '{' => {
                characters.next();
                let class: String = characters.by_ref().take_while(|character| *character != '}').collect();
                words.push(class.replace('-', " "));
            }
            '<' => {
                characters.next();
                words.push(characters.by_ref().take_while(|character| *character != '>').collect());
            }
            '.' => {
                // A gap: dots, perhaps how many words, perhaps what must not stand in it.
                while characters.next_if(|character| !character.is_whitespace()).is_some() {}
                if words.last().is_none_or(|word| word != GAP) {
                    words.push(GAP.to_owned());
                }
            }
            '^' | '$' => {
                characters.next();
            }
            _ if character.is_whitespace() => {
                characters.next();
            }
            _ => {
                let mut word = String::new();
                while let Some(part) = characters.next_if(|c| !c.is_whitespace() && !"()[]|{}<>".contains(*c)) {
                    word.push(part);
                }
                // A bracket that opens nothing cannot stand in a phrase that was compiled.
                if word.is_empty() {
                    characters.next();
                }
                words.push(word);
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// `a | b c | d)` as `a/b c/d`.
fn alternatives(characters: &mut Characters<'_>) -> String {
    let mut all = vec![sequence(characters).join(" ")];
    while let Some(character) = characters.next() {
        if character != '|' {
            break;
        }
        all.push(sequence(characters).join(" "));
    }
    all.retain(|words| !words.is_empty());
    let more = if all.len() > ALTERNATIVES { "/…" } else { "" };
    all.truncate(ALTERNATIVES);
    all.join("/") + more
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_become_words() {
        let cases = [
            ("{we} ...8!{not} (monitor | track | [closely] follow)", "we … monitor/track/follow"),
            ("^ [our] (cookie | cookies) ...2 notice $", "cookie/cookies … notice"),
            ("<disclose> {personal-information}", "disclose personal information"),
            ("(a | (b | c) d | e | f | g)", "a/b/c d/e/f/…"),
            ("california consumer privacy act", "california consumer privacy act"),
            ("... ...3 x ...", "x"),
            ("cal. code", "cal. code"),
        ];
        for (phrase, expected) in cases {
            assert_eq!(spoken(phrase), expected, "{phrase}");
        }
    }

    #[test]
    fn nothing_makes_it_hang() {
        for phrase in ["((((", "))))", "{", "<", "|||", "[a", "", "}", "a}b"] {
            spoken(phrase);
        }
    }
}
