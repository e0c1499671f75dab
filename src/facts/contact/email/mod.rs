//! Addresses of e-mail: where each stands, what it is when written right, what is wrong with it.
//!
//! Addresses are found by their `@` and judged with the words around it, since most of what is broken about an address
//! also occurs in prose that holds none: a space after `@` in a price, a host without suffix in a product's name.

mod candidate;
mod defect;
mod filtered;
mod gap;
mod judge;
mod link;
mod mailto;
mod misspelling;
mod obfuscated;
mod passage;
mod placeholder;
mod surroundings;
mod syntax;
mod unsigned;
mod words;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use crate::doc::{BlockId, BlockKind, Reading};
use crate::lexicon::Vocabulary;
use crate::text::ProseRange;

pub use defect::{Defect, DefectKind, Placeholder, Repair, SyntaxError, TargetDefect, TargetDefectKind};
pub use filtered::{Filtered, filtered};

use super::host;
use candidate::Candidate;
use passage::Passage;
use words::MailWords;

/// An address and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    /// All of it, white space inside included; the words of the link where only a link's target holds it.
    pub prose: ProseRange,
    /// The address as it was meant: white space and brackets taken out, the host in lower case. Two that reach the same
    /// mailbox are equal, save for the case of their local parts.
    pub address: String,
    /// The block that it stands in.
    pub block: BlockId,
    /// How it is given.
    pub form: Form,
    /// Whether it shows what an address looks like and is not one to write to.
    pub illustrative: bool,
    /// What is wrong with it as written.
    pub defect: Option<Defect>,
    /// The link on it, by its place in [`Reading::links`].
    pub link: Option<usize>,
    /// What is wrong with the link's target, unless `defect` explains it.
    pub target_defect: Option<TargetDefect>,
}

/// How an address is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Written out.
    Plain,
    /// Written so that programs don't find it: `privacy [at] acme [dot] com`, `privacy @ acme.com (remove spaces)`.
    Obfuscated,
    /// Only in the target of a link on other words. Formats without links don't have these.
    Target,
}

/// All addresses of a reading in the order of the prose, page furniture's included, code's left out.
pub fn emails(reading: &Reading, vocabulary: &Vocabulary) -> Vec<Email> {
    let mail = MailWords::of(vocabulary);
    let mut found = Vec::new();
    for (index, block) in reading.blocks.iter().enumerate() {
        let Ok(id) = u32::try_from(index) else { break };
        if block.kind != BlockKind::Code {
            found.extend(in_block(&Passage::new(reading, BlockId(id), mail)));
        }
    }
    take_explained_spaces(&mut found);
    link::attach(reading, &mut found);
    found
}

fn in_block(passage: &Passage<'_>) -> Vec<Email> {
    let mut found = obfuscated::find(passage);
    found.extend(unsigned::find(passage));
    found.sort_by_key(|email| email.prose);
    let taken: Vec<ProseRange> = found.iter().map(|email| email.prose).collect();
    let mut floor = 0;
    for (at, sign) in passage.text.match_indices('@') {
        let sign = passage.prose(at..at + sign.len());
        let next = taken.partition_point(|range| range.end() <= sign.start());
        if at < floor || taken.get(next).is_some_and(|range| range.overlaps(sign)) {
            continue;
        }
        let Some(candidate) = Candidate::at(passage.text, passage.mail, floor, at) else { continue };
        let email = judge::judge(passage, &candidate);
        floor = if email.is_some() { candidate.range().end } else { candidate.after_ats() };
        found.extend(email);
    }
    found.sort_by_key(|email| email.prose);
    found.dedup_by(|next, before| next.prose.overlaps(before.prose));
    found
}

/// An author who says once that the spaces in an address are to be removed means it wherever the address stands.
fn take_explained_spaces(found: &mut [Email]) {
    let explained: HashSet<String> =
        found.iter().filter(|email| email.form == Form::Obfuscated).map(|email| email.address.to_lowercase()).collect();
    for email in found {
        let spaced = email.defect.as_ref().is_some_and(|defect| defect.kind == DefectKind::Space);
        if spaced && explained.contains(&email.address.to_lowercase()) {
            email.defect = None;
            email.form = Form::Obfuscated;
        }
    }
}
