//! Addresses of e-mail: broken, left over from a template, hidden, alike.

use std::collections::HashMap;

use super::{fault, own_domain};
use crate::doc::Format;
use crate::engine::context::Context;
use crate::engine::kind::fault::Fault;
use crate::facts::contact::email::{DefectKind, Email, Form, Placeholder, SyntaxError, TargetDefectKind, filtered};
use crate::report::Edit;
use crate::ruleset::ValueCheck;
use crate::text::ProseRange;

/// All defects of all addresses.
pub(super) fn faults(value: &ValueCheck, context: &Context<'_>) -> Vec<Fault> {
    let wanted = |name: &str| value.defects.iter().any(|defect| defect == name);
    let mut found: Vec<Fault> = context.facts.emails().iter().flat_map(|email| email_faults(email, context)).collect();
    if wanted("filtered") {
        found.extend(filter_marks(context));
    }
    if wanted("listed") {
        found.extend(on_listed_hosts(value, context));
    }
    if wanted("other-domain") {
        found.extend(own_domain::elsewhere(&value.listed, context));
    }
    if wanted("alike") {
        found.extend(alike(context));
    }
    found
}

/// What a script filter left. On a page the script itself puts the address back.
fn filter_marks(context: &Context<'_>) -> Vec<Fault> {
    let reading = context.facts.reading;
    let restored = |block: crate::doc::BlockId| {
        let markup = reading.block(block).source.of(context.source.text());
        context.format == Format::Html && (markup.contains("email-protection") || markup.contains("cfemail"))
    };
    let marks = filtered(reading).into_iter().filter(|mark| !restored(mark.block));
    marks.filter_map(|mark| Some(fault("filtered", mark.prose, context)?.because("filtered"))).collect()
}

/// Addresses on hosts that the rule lists, where the text gives none on another host.
fn on_listed_hosts(value: &ValueCheck, context: &Context<'_>) -> Vec<Fault> {
    let host = |email: &Email| email.address.rsplit('@').next().unwrap_or_default().to_owned();
    let is_listed = |email: &&Email| value.listed.contains(&host(email));
    let emails = || context.facts.emails().iter().filter(|email| !email.illustrative);
    if !emails().all(|email| is_listed(&email)) {
        return Vec::new();
    }
    let listed = emails().filter_map(|email| Some(fault("listed", email.prose, context)?.with("host", host(email))));
    listed.collect()
}

/// Addresses that differ from another one by one letter: one of the two is a slip. What only differs in a digit is a row of mailboxes.
fn alike(context: &Context<'_>) -> Vec<Fault> {
    let mut first: HashMap<String, ProseRange> = HashMap::new();
    let mut order: Vec<String> = Vec::new();
    for email in context.facts.emails().iter().filter(|email| !email.illustrative && email.defect.is_none()) {
        let address = email.address.to_lowercase();
        first.entry(address.clone()).or_insert_with(|| {
            order.push(address);
            email.prose
        });
    }
    // Two words one letter apart have a word in common that lacks one letter of each.
    let mut shortened: HashMap<String, usize> = HashMap::new();
    let mut found = Vec::new();
    for (at, address) in order.iter().enumerate() {
        let forms: Vec<String> = (std::iter::once(address.clone()))
            .chain(
                address
                    .char_indices()
                    .map(|(cut, letter)| format!("{}{}", &address[..cut], &address[cut + letter.len_utf8()..])),
            )
            .collect();
        let other = forms.iter().filter_map(|form| shortened.get(form)).map(|at| &order[*at]);
        let other = other.into_iter().find(|other| *other != address && is_slip(address, other)).cloned();
        for form in forms {
            shortened.entry(form).or_insert(at);
        }
        if let Some(other) = other {
            for one in [&other, address] {
                found.extend(fault("alike", first[one], context).map(|fault| {
                    let fault = fault.with("address", one.clone()).with("other", address.clone());
                    fault.because(format!("{other} {address}"))
                }));
            }
        }
    }
    found
}

/// Whether two addresses one letter apart are one address and a slip.
fn is_slip(one: &str, other: &str) -> bool {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    let long = |text: &str| text.split('@').next().is_some_and(|local| local.len() > 3);
    strsim::osa_distance(one, other) == 1 && digits(one) == digits(other) && long(one) && long(other)
}

/// The defects of an address and of the link on it.
fn email_faults(email: &Email, context: &Context<'_>) -> Vec<Fault> {
    let Some(fault) = fault("", email.prose, context).filter(|_| !email.illustrative) else { return Vec::new() };
    let fault = fault.with("address", email.address.clone());
    let mut faults = Vec::new();
    if email.form == Form::Obfuscated {
        faults.push(fault.clone().called("obfuscated"));
    }
    // What stands only in a link's target is told of the target.
    if let Some(defect) = email.defect.as_ref().filter(|_| email.form != Form::Target) {
        let repair = defect.repair.as_ref().filter(|repair| repair.safe);
        let edits = repair.and_then(|repair| edits(&repair.edits, context));
        let mut fault = fault.clone().called(defect.kind.name()).because(email.address.to_lowercase());
        fault.values.extend(described(&defect.kind));
        faults.push(fault.mended(format!("write `{}`", email.address), edits));
    }
    if let Some(defect) = &email.target_defect {
        let target = match &defect.kind {
            TargetDefectKind::Differs { target } | TargetDefectKind::Address { target, .. } => target.clone(),
            TargetDefectKind::MalformedScheme | TargetDefectKind::NotMailto | TargetDefectKind::NoRecipient => {
                defect.part.of(context.source.text()).to_owned()
            }
        };
        let fault = fault.called(defect.kind.name()).because(format!("{} {target}", email.address.to_lowercase()));
        faults.push(fault.with("target", target).placed(context.source.to_disk(defect.part)));
    }
    faults
}

/// What the message of a rule on this defect can say.
fn described(kind: &DefectKind) -> Vec<(&'static str, String)> {
    match kind {
        DefectKind::Space | DefectKind::MissingSuffix => Vec::new(),
        DefectKind::Syntax(error) => vec![("detail", syntax(*error))],
        DefectKind::Placeholder(placeholder) => vec![("detail", stand_in(*placeholder).to_owned())],
        DefectKind::MisspeltHost { suggestion } => vec![("suggestion", suggestion.clone())],
        DefectKind::Glued { word } => vec![("word", word.clone())],
        DefectKind::UnknownSuffix { suffix } => vec![("suffix", suffix.clone())],
    }
}

fn syntax(error: SyntaxError) -> String {
    match error {
        SyntaxError::SeveralAts => "it has more than one `@`".to_owned(),
        SyntaxError::MissingAt => "it has no `@`".to_owned(),
        SyntaxError::CommaForDot => "it has a comma where a dot belongs".to_owned(),
        SyntaxError::DoubledDot => "it has two dots in a row".to_owned(),
        SyntaxError::LeadingDot => "a part of it begins with a dot".to_owned(),
        SyntaxError::TrailingDot => "the part before the `@` ends in a dot".to_owned(),
        SyntaxError::HyphenAtEdge => "a part of its host begins or ends with a hyphen".to_owned(),
        SyntaxError::Character(character) => format!("`{character}` may not stand in it"),
        SyntaxError::TooLong => "it is too long".to_owned(),
    }
}

fn stand_in(placeholder: Placeholder) -> &'static str {
    match placeholder {
        Placeholder::ReservedSuffix => "nobody can own a domain with this suffix",
        Placeholder::Host => "its domain stands for “your domain here”",
        Placeholder::LocalPart => "its name stands for “your name here”",
    }
}

/// Edits on disk. White space in the prose may hide markup in the source; such a place is left to the author.
fn edits(repairs: &[(ProseRange, String)], context: &Context<'_>) -> Option<Vec<Edit>> {
    let reading = context.facts.reading;
    let one = |(range, text): &(ProseRange, String)| {
        let source = reading.prose.to_source(*range);
        let behind = source.of(context.source.text());
        let plain = behind == reading.words(*range) || behind.trim().is_empty();
        plain.then(|| Edit { span: context.source.to_disk(source), text: text.clone() })
    };
    repairs.iter().map(one).collect()
}
