//! Numbers in words with another number in brackets behind them: "thirty (45) days".

use crate::facts::Facts;
use crate::lexicon::Punctuation;
use crate::text::ProseRange;

use super::{Slip, SlipKind};

/// The longest number in words that is read: "one hundred and twenty five".
const LONGEST: usize = 6;

pub(super) fn find(facts: &Facts<'_>, found: &mut Vec<Slip>) {
    let reading = facts.reading;
    let tokens = facts.analysis.tokens();
    for sentence in &reading.sentences {
        if reading.block(sentence.block).furniture {
            continue;
        }
        let range = facts.analysis.tokens_in(sentence.prose);
        for at in range.clone().skip(1) {
            let digits = reading.words(tokens[at].range);
            let Some(value) = digits.parse::<u32>().ok().filter(|_| tokens[at].before.intersects(Punctuation::OPEN))
            else {
                continue;
            };
            let from = at.saturating_sub(LONGEST).max(range.start);
            let words: Vec<&str> = tokens[from..at].iter().map(|token| reading.words(token.range)).collect();
            let Some((length, number)) = number_before(&words) else { continue };
            // "in one of two (1) …, (2) …" counts what comes.
            let next = value + 1;
            let counts = tokens[at + 1..range.end].iter().any(|token| {
                token.before.intersects(Punctuation::OPEN) && reading.words(token.range).parse() == Ok(next)
            });
            if number == value || counts {
                continue;
            }
            let all = ProseRange::new(tokens[at - length].range.start(), tokens[at].range.end());
            let closed = reading.prose.text()[all.end()..].starts_with(')');
            let all = ProseRange::new(all.start(), all.end() + usize::from(closed));
            let spelt = ProseRange::new(all.start(), tokens[at - 1].range.end());
            found.push(Slip::new(SlipKind::NumberWord, all).found(reading.words(spelt)).expected(digits));
        }
    }
}

/// The longest number that the last words spell, and how many words it takes.
fn number_before(words: &[&str]) -> Option<(usize, u32)> {
    (1..=words.len()).rev().find_map(|length| Some((length, spelt(&words[words.len() - length..])?)))
}

/// The number that these words spell, from 1 to 999.
fn spelt(words: &[&str]) -> Option<u32> {
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let hundred = lower.iter().position(|word| word == "hundred");
    let Some(hundred) = hundred else { return below_hundred(&lower) };
    let hundreds = match &lower[..hundred] {
        [one] if one == "a" => 1,
        [one] => unit(one)?,
        _ => return None,
    };
    let rest = match &lower[hundred + 1..] {
        [] => 0,
        [and, rest @ ..] if and == "and" => below_hundred(rest)?,
        rest => below_hundred(rest)?,
    };
    Some(hundreds * 100 + rest)
}

fn below_hundred(words: &[String]) -> Option<u32> {
    match words {
        [word] => unit(word).or_else(|| teen(word)).or_else(|| ten(word)),
        [tens, units] => Some(ten(tens)? + unit(units)?),
        _ => None,
    }
}

fn place(names: &[&str], word: &str) -> Option<u32> {
    names.iter().position(|name| *name == word).and_then(|at| u32::try_from(at).ok())
}

fn unit(word: &str) -> Option<u32> {
    Some(place(&["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], word)? + 1)
}

fn teen(word: &str) -> Option<u32> {
    const NAMES: [&str; 10] =
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    Some(place(&NAMES, word)? + 10)
}

fn ten(word: &str) -> Option<u32> {
    const NAMES: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    // A frequent misspelling says the same number.
    let word = if word == "fourty" { "forty" } else { word };
    Some((place(&NAMES, word)? + 2) * 10)
}
