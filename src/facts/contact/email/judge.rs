//! Whether a candidate is an address, and what is wrong with it.

use std::ops::Range;

use super::candidate::Candidate;
use super::defect::{Defect, DefectKind, Placeholder, Repair, SyntaxError};
use super::gap::{Joint, JointKind};
use super::host::{Suffix, last_label};
use super::misspelling::{meant_host, only_suffix_differs};
use super::passage::Passage;
use super::placeholder::{is_reserved, placeholder};
use super::surroundings::Surroundings;
use super::syntax::malformed;
use super::words::{MailWord, MailWords};
use super::{Email, Form};

/// The address that a candidate is; `None` where it is something else: a name on a network, a price, a product.
pub(super) fn judge(passage: &Passage<'_>, candidate: &Candidate) -> Option<Email> {
    let around = passage.around(candidate.range());
    let judged = if candidate.ats.len() > 1 {
        several_ats(passage, candidate, &around)?
    } else if candidate.is_spaced() || !candidate.host.joints.is_empty() {
        broken_apart(passage, candidate, &around)?
    } else {
        in_one_piece(passage, candidate, &around)?
    };
    let local = candidate.local_name(passage.text);
    let address = if candidate.ats.len() > 1 {
        passage.words(candidate.range()).replace(' ', "")
    } else {
        format!("{local}@{}", candidate.host.name)
    };
    Some(Email {
        prose: passage.prose(candidate.range()),
        address,
        block: passage.id,
        form: judged.form,
        illustrative: around.illustrates(),
        defect: judged.defect,
        link: None,
        target_defect: None,
    })
}

struct Judged {
    form: Form,
    defect: Option<Defect>,
}

fn several_ats(passage: &Passage<'_>, candidate: &Candidate, around: &Surroundings<'_>) -> Option<Judged> {
    if candidate.is_spaced() || !candidate.host.joints.is_empty() || !is_address(passage, candidate, around) {
        return None;
    }
    let (first, last) = (*candidate.ats.first()?, *candidate.ats.last()?);
    let doubled = last - first == candidate.ats.len() - 1;
    let part = if doubled { first..last + 1 } else { last..last + 1 };
    let edits = vec![(passage.prose(first + 1..last + 1), String::new())];
    let repair = doubled.then_some(Repair { edits, safe: false });
    Some(Judged::with(DefectKind::Syntax(SyntaxError::SeveralAts), passage, part, repair))
}

fn broken_apart(passage: &Passage<'_>, candidate: &Candidate, around: &Surroundings<'_>) -> Option<Judged> {
    let whole = candidate.host.suffix.is_settled();
    if !whole
        || candidate.space_before.is_some() && !is_mailbox(candidate.local_name(passage.text), passage.mail, around)
    {
        return None;
    }
    if let Some(comma) = candidate.host.joints.iter().find(|joint| joint.kind == JointKind::CommaForDot) {
        let edits = vec![(passage.prose(comma.range.clone()), ".".to_owned())];
        let kind = DefectKind::Syntax(SyntaxError::CommaForDot);
        return Some(Judged::with(kind, passage, comma.range.clone(), Some(Repair { edits, safe: false })));
    }
    if around.explains_spaces() {
        return Some(Judged { form: Form::Obfuscated, defect: None });
    }
    let spaces: Vec<Joint> = [&candidate.space_before, &candidate.space_after]
        .into_iter()
        .flatten()
        .map(|range| Joint { range: range.clone(), kind: JointKind::Space })
        .chain(candidate.host.joints.iter().cloned())
        .collect();
    let first = spaces.first()?.range.clone();
    Some(Judged::with(DefectKind::Space, passage, first, close_gaps(passage, &spaces)))
}

/// The edits that take white space out; none where a hyphen may have to go with it.
fn close_gaps(passage: &Passage<'_>, spaces: &[Joint]) -> Option<Repair> {
    let with = |joint: &Joint| match joint.kind {
        JointKind::SpaceAfterHyphen => None,
        JointKind::Space if passage.words(joint.range.clone()).trim().is_empty() => Some(""),
        _ => Some("."),
    };
    let edit = |joint: &Joint| Some((passage.prose(joint.range.clone()), with(joint)?.to_owned()));
    let edits = spaces.iter().map(edit).collect::<Option<_>>()?;
    Some(Repair { edits, safe: spaces.iter().all(|joint| joint.kind == JointKind::Space) })
}

fn in_one_piece(passage: &Passage<'_>, candidate: &Candidate, around: &Surroundings<'_>) -> Option<Judged> {
    let range = candidate.range();
    let written = passage.words(range.clone());
    let host = &candidate.host;
    let Some(fault) = fault(written) else { return Some(Judged { form: Form::Plain, defect: None }) };
    let needs_cue = !matches!(fault.kind, DefectKind::Placeholder(_) | DefectKind::MisspeltHost { .. });
    if (needs_cue || host.suffix == Suffix::Missing) && !is_address(passage, candidate, around) {
        return None;
    }
    let fits_illustration =
        matches!(fault.kind, DefectKind::Placeholder(_) | DefectKind::MissingSuffix | DefectKind::UnknownSuffix { .. });
    if fits_illustration && around.illustrates() {
        return Some(Judged { form: Form::Plain, defect: None });
    }
    let part = range.start + fault.part.start..range.start + fault.part.end;
    let edit = |(edited, text): (Range<usize>, String)| {
        (passage.prose(range.start + edited.start..range.start + edited.end), text)
    };
    let repair = fault.edit.map(|edited| Repair { edits: vec![edit(edited)], safe: false });
    Some(Judged::with(fault.kind, passage, part, repair))
}

impl Judged {
    fn with(kind: DefectKind, passage: &Passage<'_>, part: Range<usize>, repair: Option<Repair>) -> Self {
        Self { form: Form::Plain, defect: Some(Defect { kind, part: passage.prose(part), repair }) }
    }
}

/// A defect of an address that stands in one piece, with offsets into it.
pub(super) struct Fault {
    /// What is wrong.
    pub(super) kind: DefectKind,
    /// The bytes at fault.
    pub(super) part: Range<usize>,
    /// What would have to change, where that can be guessed.
    pub(super) edit: Option<(Range<usize>, String)>,
}

/// What tells most of all that is wrong with `address`, which has one `@` and no white space.
pub(super) fn fault(address: &str) -> Option<Fault> {
    let at = address.find('@')?;
    let lower = address.to_lowercase();
    let (local, host) = lower.split_once('@')?;
    let host_range = at + 1..address.len();
    let suffix_range = address.len() - last_label(&address[at + 1..]).len()..address.len();
    let plain = |kind, part| Some(Fault { kind, part, edit: None });
    if let Some((error, part)) = malformed(address) {
        let edit = (error == SyntaxError::DoubledDot).then(|| (part.clone(), ".".to_owned()));
        return Some(Fault { kind: DefectKind::Syntax(error), part, edit });
    }
    match placeholder(local, host) {
        Some(stand_in @ Placeholder::LocalPart) => return plain(DefectKind::Placeholder(stand_in), 0..at),
        Some(stand_in) => return plain(DefectKind::Placeholder(stand_in), host_range),
        None => {}
    }
    if let Some(suggestion) = meant_host(host) {
        let part = if only_suffix_differs(host, &suggestion) { suffix_range } else { host_range.clone() };
        let edit = Some((host_range, suggestion.clone()));
        return Some(Fault { kind: DefectKind::MisspeltHost { suggestion }, part, edit });
    }
    match Suffix::of(host) {
        _ if is_reserved(host) => plain(DefectKind::Placeholder(Placeholder::ReservedSuffix), host_range),
        Suffix::Missing => plain(DefectKind::MissingSuffix, host_range),
        Suffix::Unlisted => plain(DefectKind::UnknownSuffix { suffix: last_label(host).to_owned() }, suffix_range),
        Suffix::Listed | Suffix::Reserved => None,
    }
}

/// Whether a candidate is meant as an address, where its form alone does not show it.
fn is_address(passage: &Passage<'_>, candidate: &Candidate, around: &Surroundings<'_>) -> bool {
    if candidate.host.suffix.is_settled() {
        return true;
    }
    let local = candidate.local_name(passage.text);
    let host = passage.words(candidate.host.range.clone());
    let rest = &passage.text[candidate.host.range.end..];
    if rest.starts_with(['/', '\\', '(', '=']) || rest.starts_with(':') && !rest[1..].starts_with(' ') && rest.len() > 1
    {
        return false;
    }
    let capitals = local.starts_with(char::is_uppercase) && host.starts_with(char::is_uppercase);
    let shouted = !local.contains(char::is_lowercase) && !host.contains(char::is_lowercase);
    let product = capitals && !shouted;
    let mail = around.speaks_of_mail();
    if product {
        return mail && around.is_introduced() && has_role(local, passage.mail);
    }
    has_role(local, passage.mail) && (mail || around.is_empty()) || mail && around.is_introduced()
}

/// Whether a word before ` @host` is a mailbox and not just the word before.
fn is_mailbox(local: &str, mail: MailWords<'_>, around: &Surroundings<'_>) -> bool {
    let local = local.to_lowercase();
    if local.chars().count() < 2 || around.speaks_of_handles() || around.describes_host() {
        return false;
    }
    let role = has_role(&local, mail);
    let unlike_a_word =
        local.contains(|character: char| !character.is_alphabetic()) || mail.are(MailWord::RoleAlone, &local);
    if unlike_a_word && (role || around.speaks_of_mail()) {
        return true;
    }
    around.is_introduced() && (role || around.speaks_of_mail())
}

/// Whether a mailbox name names a role: `privacy`, `eu-privacy`, `customer.service`, `acmesupport`.
pub(super) fn has_role(local: &str, mail: MailWords<'_>) -> bool {
    let local = local.to_lowercase();
    let telling = ["privacy", "support", "service", "legal", "dataprotection"];
    local.split(['.', '-', '_', '+']).any(|part| mail.are(MailWord::Role, part))
        || telling.iter().any(|role| local.contains(role))
}
