//! Why a law is held to apply: a line for each law that a shown finding rests on.

use std::collections::BTreeSet;

use crate::render::escape::one_line;
use crate::render::options::Options;
use crate::render::place::positions;
use crate::render::style::painted;
use crate::render::summary::counted;
use crate::render::wrap::shortened;
use crate::report::{FileReport, LawInPlay, LawStatus, Severity};
use crate::text::Span;

/// Quoted words are cut to this many columns.
const QUOTED: usize = 60;

/// The lines, in the order of the report's laws.
pub(super) fn lines(report: &FileReport, options: &Options<'_>) -> Vec<String> {
    let asked: BTreeSet<&str> = report.diagnostics.iter().filter_map(|found| found.law.as_deref()).collect();
    let laws = report.laws.iter().filter(|law| asked.contains(law.id.as_str()));
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
    let Some((first, more)) = law.because.split_first() else { return law.status.name().to_owned() };
    let (start, _) = positions(&report.source, *first);
    let place = format!("{}:{}:{}", one_line(&report.path), start.line, start.column);
    let (open, close) = options.charset.quotes();
    let also = if more.is_empty() { String::new() } else { format!(" and {}", counted(more.len(), "more place")) };
    format!("{status} {place} {open}{}{close}{also}", quoted(report, *first, options))
}

/// The words at `span` on one line, cut after a word where they are many.
fn quoted(report: &FileReport, span: Span, options: &Options<'_>) -> String {
    shortened(report.source.slice(span), QUOTED, options.charset.ellipsis())
}
