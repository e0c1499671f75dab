//! Telephone numbers that nobody can reach, or that are not what the text says of them.

use std::collections::HashSet;

use super::fault;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::contact::phone::{Phone, PhoneForm, Unreachable, calling_code, home_of};
use crate::facts::contact::postal::home_of_addresses;
use crate::ruleset::ValueCheck;

/// All defects of all numbers.
pub(super) fn faults(value: &ValueCheck, context: &Context<'_>) -> Vec<Fault> {
    let phones = context.facts.phones();
    let in_digits: HashSet<&str> =
        phones.iter().filter(|phone| !has_letters(phone, context)).map(Phone::national).collect();
    let american = phones.iter().any(|phone| phone.form == PhoneForm::NorthAmerican);
    let abroad = phones.iter().any(|phone| phone.form == PhoneForm::International && !phone.dialled.starts_with("+1"));
    // A text that gives no country's code gives its own address.
    let home = home_of(phones).or_else(|| home_of_addresses(context.facts.reading, context.facts.postal_addresses()));
    let others = Others { in_digits, home, american: american && !abroad };
    phones.iter().flat_map(|phone| defects(phone, value, &others, context)).collect()
}

/// What the other numbers of a text tell of one.
struct Others<'a> {
    /// All numbers that the text gives in digits.
    in_digits: HashSet<&'a str>,
    /// The only country that they are of.
    home: Option<&'static str>,
    /// Whether they are North American ones.
    american: bool,
}

fn has_letters(phone: &Phone, context: &Context<'_>) -> bool {
    context.facts.reading.words(phone.prose).contains(|letter: char| letter.is_ascii_alphabetic())
}

/// The defects of one number.
fn defects(phone: &Phone, value: &ValueCheck, others: &Others<'_>, context: &Context<'_>) -> Vec<Fault> {
    let prose = context.facts.reading.prose.text();
    let Some(fault) = fault("", phone.prose, context) else { return Vec::new() };
    let fault = fault.because(phone.dialled.clone()).with("dialled", phone.dialled.clone());
    let at = |name| fault.clone().called(name);
    let mut found = Vec::new();
    if !value.spared.iter().any(|pattern| fits(pattern, phone))
        && let Some((name, detail)) =
            miscounted(phone, others, context).or_else(|| unreachable(phone, value, others.home))
    {
        found.push(at(name).with("detail", detail));
    }
    if value.listed.iter().any(|pattern| fits(pattern, phone)) {
        found.push(at("listed"));
    }
    if phone.is_split(context.facts.reading.words(phone.prose)) {
        found.push(at("split"));
    }
    if phone.is_charged(others.home) {
        found.push(at("charged"));
    }
    if has_letters(phone, context) {
        let after = &prose[phone.prose.end()..];
        match digits_beside(after) {
            None if !others.in_digits.contains(phone.national()) => found.push(at("letters-only")),
            Some(digits) if !phone.national().ends_with(tail(&digits)) => {
                found.push(at("letters-mismatch").with("digits", digits));
            }
            _ => {}
        }
    }
    found
}

/// A number that is grouped as those of North America, among such, and has some digits too few or one too many in its last group.
fn miscounted(phone: &Phone, others: &Others<'_>, context: &Context<'_>) -> Option<(&'static str, String)> {
    let words = context.facts.reading.words(phone.prose);
    let groups: Vec<usize> =
        words.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).map(str::len).collect();
    let is_one = others.american && phone.form == PhoneForm::National && matches!(groups[..], [3, 3, 2 | 3 | 5]);
    is_one.then(|| ("length", format!("{} digits, where a number there has 10", groups.iter().sum::<usize>())))
}

/// Why a number reaches nobody: the defect, and the words for it.
fn unreachable(phone: &Phone, value: &ValueCheck, home: Option<&str>) -> Option<(&'static str, String)> {
    if let Some(digits) = phone.wrong_length() {
        return Some(("length", format!("{digits} digits, where a number there has 10")));
    }
    match shaped(phone, value, home).or_else(|| phone.unreachable(home))? {
        Unreachable::Length { digits, code, lengths } => {
            let lengths: Vec<String> = lengths.iter().map(u8::to_string).collect();
            let (last, first) = lengths.split_last()?;
            let lengths = if first.is_empty() { last.clone() } else { format!("{} or {last}", first.join(", ")) };
            let counted = if digits == 1 { "1 digit".to_owned() } else { format!("{digits} digits") };
            Some(("length", format!("{counted} behind +{code}, where a number there has {lengths}")))
        }
        Unreachable::Country => Some(("country", "no country has that code".to_owned())),
        Unreachable::Area { code } => Some(("area", format!("North America has no numbers that begin with {code}"))),
    }
}

/// A number that begins as one of the rule's shapes and is longer or shorter; where it fits one, its length is right whatever else is said.
fn shaped(phone: &Phone, value: &ValueCheck, home: Option<&str>) -> Option<Unreachable> {
    let worldwide = phone.worldwide(home)?;
    let begins = |shape: &&String| {
        let fixed = shape.trim_end_matches('x');
        worldwide.starts_with(fixed)
    };
    let shapes: Vec<&String> = value.shapes.iter().filter(begins).collect();
    let code = calling_code(&worldwide)?;
    let behind = |number: &str| number.len().saturating_sub(1 + code.to_string().len());
    if shapes.is_empty() || shapes.iter().any(|shape| shape.len() == worldwide.len()) {
        return None;
    }
    let mut lengths: Vec<u8> = shapes.iter().filter_map(|shape| u8::try_from(behind(shape)).ok()).collect();
    lengths.sort_unstable();
    lengths.dedup();
    Some(Unreachable::Length { digits: behind(&worldwide), code, lengths })
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
