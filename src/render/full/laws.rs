//! Why a law is held to apply: told once for each law that a shown finding rests on.

use std::collections::BTreeMap;

use crate::render::escape::one_line;
use crate::render::options::Options;
use crate::render::place::positions;
use crate::render::style::painted;
use crate::render::summary::counted;
use crate::render::wrap::{shortened, without_tags};
use crate::report::{FileReport, LawInPlay, LawStatus, Severity};
use crate::text::Span;

/// Quoted words are cut to this many columns.
const QUOTED: usize = 60;

/// A law in play in the file.
pub(super) fn law_of<'r>(id: &str, report: &'r FileReport) -> Option<&'r LawInPlay> {
    report.laws.iter().find(|law| law.id == id)
}

/// A line for each law that a finding rests on and whose reason is not among those `told`, in the order of the report's laws.
pub(super) fn lines(report: &FileReport, told: &[&str], options: &Options<'_>) -> Vec<String> {
    let asked = |law: &LawInPlay| report.diagnostics.iter().any(|found| found.law.as_deref() == Some(law.id.as_str()));
    let laws = report.laws.iter().filter(|law| asked(law) && !told.contains(&law.id.as_str()));
    laws.map(|law| {
        let note = painted("note", Severity::Note, options.colour);
        format!("{note}: {} is in play: {}", one_line(&law.id), reason(law, report, options))
    })
    .collect()
}

fn reason(law: &LawInPlay, report: &FileReport, options: &Options<'_>) -> String {
    let status = match law.status {
        LawStatus::Configured => return law.status.name().to_owned(),
        LawStatus::Named => "named at",
        LawStatus::Inferred => "inferred from",
    };
    let Some(first) = law.because.first() else { return law.status.name().to_owned() };
    let (start, _) = positions(&report.source, *first);
    let place = format!("{}:{}:{}", one_line(&report.path), start.line, start.column);
    format!("{status} {place} {}", words(law, report, options))
}

/// The words that brought a law in, and how many more places there are.
fn words(law: &LawInPlay, report: &FileReport, options: &Options<'_>) -> String {
    let Some((first, more)) = law.because.split_first() else { return String::new() };
    let (open, close) = options.charset.quotes();
    let also = if more.is_empty() { String::new() } else { format!(" and {}", counted(more.len(), "more place")) };
    format!("{open}{}{close}{also}", quoted(report, *first, options))
}

/// Where to look for what brought a block's laws in, as `line:column`, and why they are in play, save those already told.
pub(super) fn reasons(
    ids: &[&str],
    told: &[&str],
    report: &FileReport,
    options: &Options<'_>,
) -> (Option<String>, Vec<String>) {
    let untold = ids.iter().filter(|law| !told.contains(law));
    let laws: Vec<&LawInPlay> = untold.filter_map(|law| law_of(law, report)).collect();
    if let ([law], [_]) = (laws.as_slice(), ids) {
        let why = match (law.status, law.because.is_empty()) {
            (LawStatus::Configured, _) | (_, true) => vec![law.status.name().to_owned()],
            (LawStatus::Named, false) => vec![format!("names it: {}", words(law, report, options))],
            (LawStatus::Inferred, false) => vec![format!("points to it: {}", words(law, report, options))],
        };
        let place = law.because.first().map(|first| {
            let (start, _) = positions(&report.source, *first);
            format!("{}:{}", start.line, start.column)
        });
        return (place, why);
    }
    let all = laws.len() == ids.len();
    let mut by_reason: BTreeMap<(std::cmp::Reverse<LawStatus>, usize), Vec<&str>> = BTreeMap::new();
    for law in laws {
        let line = law.because.first().map_or(0, |first| positions(&report.source, *first).0.line);
        by_reason.entry((std::cmp::Reverse(law.status), line)).or_default().push(&law.short);
    }
    // Where one reason brought in all that the header names, it need not name them again.
    let only = all && by_reason.len() == 1;
    let why = by_reason.into_iter().map(|((status, line), laws)| {
        let lead = match status.0 {
            LawStatus::Configured => "configured".to_owned(),
            LawStatus::Named => format!("named at line {line}"),
            LawStatus::Inferred => format!("inferred from line {line}"),
        };
        if only { lead } else { format!("{lead}: {}", laws.join(", ")) }
    });
    (None, why.collect())
}

/// The words at `span` on one line, cut after a word where they are many.
fn quoted(report: &FileReport, span: Span, options: &Options<'_>) -> String {
    shortened(&without_tags(report.source.slice(span)), QUOTED, options.charset.ellipsis())
}
