//! Telephone numbers that nobody can reach, or that are not what the text says of them.

use std::collections::HashSet;

use super::occurrence::Occurrence;
use crate::engine::context::Context;
use crate::facts::contact::phone::{Phone, PhoneForm};
use crate::ruleset::ValueCheck;

/// All defects of all numbers.
pub(super) fn occurrences(value: &ValueCheck, context: &Context<'_>) -> Vec<Occurrence> {
    let phones = context.facts.phones();
    let in_digits: HashSet<&str> =
        phones.iter().filter(|phone| !has_letters(phone, context)).map(Phone::national).collect();
    phones.iter().flat_map(|phone| defects(phone, value, &in_digits, context)).collect()
}

fn has_letters(phone: &Phone, context: &Context<'_>) -> bool {
    context.facts.reading.words(phone.prose).contains(|letter: char| letter.is_ascii_alphabetic())
}

/// The defects of one number; `in_digits` are all numbers that the text gives in digits.
fn defects(phone: &Phone, value: &ValueCheck, in_digits: &HashSet<&str>, context: &Context<'_>) -> Vec<Occurrence> {
    let prose = context.facts.reading.prose.text();
    let at = |name| {
        let occurrence = Occurrence::at(name, phone.prose, context).because(phone.dialled.clone());
        occurrence.with("dialled", phone.dialled.clone())
    };
    let mut found = Vec::new();
    if let Some(digits) = phone.wrong_length() {
        found.push(at("length").with("detail", format!("{digits} digits, where a number there has 10")));
    }
    if value.listed.iter().any(|pattern| fits(pattern, phone)) {
        found.push(at("listed"));
    }
    if phone.form != PhoneForm::National && !phone.toll_free && phone.national().len() == 10 {
        found.push(at("charged"));
    }
    if has_letters(phone, context) {
        let after = &prose[phone.prose.end()..];
        match digits_beside(after) {
            None if !in_digits.contains(phone.national()) => found.push(at("letters-only")),
            Some(digits) if !phone.national().ends_with(tail(&digits)) => {
                found.push(at("letters-mismatch").with("digits", digits));
            }
            _ => {}
        }
    }
    found
}

/// Whether a number is one that a pattern of digits and `x` means, in its national or its full form.
fn fits(pattern: &str, phone: &Phone) -> bool {
    let same = |digits: &str| {
        digits.len() == pattern.len()
            && pattern.bytes().zip(digits.bytes()).all(|(want, is)| want == b'x' || want == is)
    };
    same(phone.national()) || same(phone.dialled.trim_start_matches('+'))
}

/// The digits in brackets right behind a number in letters.
fn digits_beside(after: &str) -> Option<String> {
    let inner = after.trim_start().strip_prefix(['(', '[', '/', '='])?;
    let end = inner.find([')', ']', ',', ';']).unwrap_or(inner.len());
    let inner = inner.get(..end.min(24))?;
    let digits: String = inner.chars().filter(char::is_ascii_digit).collect();
    let only = inner.chars().all(|character| !character.is_alphabetic());
    (only && digits.len() >= 4).then_some(digits)
}

/// What a shorter or a longer way of writing a number has in common with it.
fn tail(digits: &str) -> &str {
    let national = if digits.len() == 11 { digits.strip_prefix('1').unwrap_or(digits) } else { digits };
    &national[national.len().saturating_sub(10)..]
}
