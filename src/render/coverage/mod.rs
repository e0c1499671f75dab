//! How far policies say what laws ask for: as tables for people, as Markdown for a pull request, as JSON (design §7.3).

mod json;
mod markdown;
mod table;
mod tally;
#[cfg(test)]
mod tests;

use std::io;

use self::tally::Tally;
use super::options::Options;
use super::reports::{JsonFiles, ReportRenderer};
use crate::report::{CoverageReport, CoveredLaw, LawStatus, Requirement, RequirementStatus};

/// The output formats of `coverage`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoverageFormat {
    /// A table for each law, for people.
    Full,
    /// The same for a pull request or a step summary.
    Markdown,
    /// Everything, as one JSON document.
    Json,
}

impl CoverageFormat {
    /// The format's renderer, which writes to `out`; small writes are many, so `out` should be buffered.
    pub fn renderer<'a>(
        self,
        out: &'a mut dyn io::Write,
        options: Options<'a>,
    ) -> Box<dyn ReportRenderer<CoverageReport> + 'a> {
        match self {
            Self::Full => Box::new(table::Table::new(out, options)),
            Self::Markdown => Box::new(markdown::Markdown::new(out)),
            Self::Json => Box::new(JsonFiles::new(out, json::file)),
        }
    }
}

/// The requirements of one law, or those that any policy should meet.
struct Group<'r> {
    law: Option<&'r CoveredLaw>,
    /// The law's id; `None` where no law asks.
    id: Option<&'r str>,
    /// What is to be acted on first: missing, partial, met.
    asked: Vec<&'r Requirement>,
    /// Those that are not asked of this text.
    not_applicable: Vec<&'r Requirement>,
}

/// What the last group is called.
const ANY_POLICY: &str = "any policy";

impl<'r> Group<'r> {
    /// The groups of a file, in order of law, that of no law last.
    fn all(report: &'r CoverageReport) -> Vec<Self> {
        let mut ids: Vec<Option<&str>> = report.requirements.iter().map(|found| found.law.as_deref()).collect();
        ids.sort_by_key(|id| (id.is_none(), *id));
        ids.dedup();
        ids.into_iter().map(|id| Self::of(id, report)).collect()
    }

    fn of(id: Option<&'r str>, report: &'r CoverageReport) -> Self {
        let all = report.requirements.iter().filter(|found| found.law.as_deref() == id);
        let (not_applicable, mut asked): (Vec<&Requirement>, Vec<&Requirement>) =
            all.partition(|found| found.status == RequirementStatus::NotApplicable);
        asked.sort_by_key(|found| match found.status {
            RequirementStatus::Missing => 0,
            RequirementStatus::Partial => 1,
            RequirementStatus::Met | RequirementStatus::NotApplicable => 2,
        });
        let law = report.laws.iter().find(|law| Some(law.id.as_str()) == id);
        Self { law, id, asked, not_applicable }
    }

    /// The law's name, or what stands for it.
    fn name(&self) -> &'r str {
        self.law.map_or_else(|| self.id.unwrap_or(ANY_POLICY), |law| law.name.as_str())
    }

    fn tally(&self) -> Tally {
        Tally::of(self.asked.iter().chain(&self.not_applicable).copied())
    }

    /// A requirement's name below the law's: its id without the law.
    fn short<'s>(&self, requirement: &'s Requirement) -> &'s str {
        let own = |law: &str| requirement.id.strip_prefix(law)?.strip_prefix('/');
        self.id.and_then(own).unwrap_or(&requirement.id)
    }
}

/// Why a law is in play, in words, up to the quotation of the words that brought it in.
fn reason(law: &CoveredLaw) -> String {
    let lead = match law.status {
        None if law.in_force => return "not in play".to_owned(),
        None => return "not in play: not in force on this day".to_owned(),
        Some(LawStatus::Configured) => return "configured".to_owned(),
        Some(LawStatus::Named) => "named at line",
        Some(LawStatus::Inferred) => "inferred from line",
    };
    let first = law.because.first().map_or(1, |first| first.line);
    format!("{lead} {first}")
}

/// The lines of passages are told up to this many.
const MOST: usize = 3;

/// `line 4`, `lines 4, 9`, `lines 4, 9, 12 and 3 more`: the lines of passages, each once, in order, `most` of them by number.
fn lines(passages: &[crate::report::Passage], most: usize) -> String {
    let mut lines: Vec<usize> = passages.iter().map(|passage| passage.line).collect();
    lines.sort_unstable();
    lines.dedup();
    let shown: Vec<String> = lines.iter().take(most).map(usize::to_string).collect();
    let noun = if lines.len() == 1 { "line" } else { "lines" };
    let more = lines.len().saturating_sub(most);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{noun} {}{more}", shown.join(", "))
}
