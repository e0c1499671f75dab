//! Coverage as GitHub-flavoured Markdown: what a pull request or a step summary shows, the summary first.

use std::io;

use super::tally::Tally;
use super::{ANY_POLICY, Group, MOST, lines, reason};
use crate::render::markdown::{cell, code};
use crate::render::reports::ReportRenderer;
use crate::render::wrap::without_tags;
use crate::report::{CoverageReport, Requirement, RequirementStatus};

/// Quoted words are cut to this many columns.
const QUOTED: usize = 80;

/// The renderer of the format.
pub(super) struct Markdown<'a> {
    out: &'a mut dyn io::Write,
    files: usize,
    total: Tally,
}

impl<'a> Markdown<'a> {
    pub(super) fn new(out: &'a mut dyn io::Write) -> Self {
        Self { out, files: 0, total: Tally::default() }
    }

    fn summary(&mut self, groups: &[Group<'_>]) -> io::Result<()> {
        writeln!(self.out, "| law | in play | met | partial | missing |\n| --- | --- | ---: | ---: | ---: |")?;
        for group in groups {
            let Tally { met, partial, missing, .. } = group.tally();
            writeln!(self.out, "| {} | {} | {met} | {partial} | {missing} |", title(group), why(group))?;
        }
        writeln!(self.out)
    }

    fn group(&mut self, group: &Group<'_>) -> io::Result<()> {
        let out = &mut self.out;
        // A table inside of `<details>` needs the empty lines around it.
        writeln!(out, "<details>\n<summary>{}: {}</summary>\n", summary(group), group.tally().share())?;
        if let Some(edition) = group.law.and_then(|law| law.edition.as_ref()) {
            writeln!(out, "Edition: {}.\n", cell(edition))?;
        }
        if !group.asked.is_empty() {
            writeln!(out, "| | requirement | provision | where |\n| --- | --- | --- | --- |")?;
            for requirement in &group.asked {
                let provision = requirement.citation.as_deref().map(cell).unwrap_or_default();
                let (mark, id) = (mark(requirement.status), code(&requirement.id));
                writeln!(out, "| {mark} | {id} | {provision} | {} |", place(requirement))?;
            }
            writeln!(out)?;
        }
        if !group.not_applicable.is_empty() {
            let ids: Vec<String> = group.not_applicable.iter().map(|found| code(&found.id)).collect();
            writeln!(out, "Not applicable: {}\n", ids.join(", "))?;
        }
        writeln!(out, "</details>\n")
    }
}

impl ReportRenderer<CoverageReport> for Markdown<'_> {
    fn file(&mut self, report: &CoverageReport) -> io::Result<()> {
        let groups = Group::all(report);
        let tally = Tally::of(report.requirements.iter());
        self.files += 1;
        self.total.add(tally);
        writeln!(self.out, "## Coverage of {}\n\n**{}**\n", code(&report.path), tally.in_full())?;
        if groups.is_empty() {
            return Ok(());
        }
        self.summary(&groups)?;
        groups.iter().try_for_each(|group| self.group(group))
    }

    fn end(&mut self) -> io::Result<()> {
        if self.files == 1 {
            return Ok(());
        }
        writeln!(self.out, "**{} files: {}**", self.files, self.total.in_full())
    }
}

fn title(group: &Group<'_>) -> String {
    match group.id {
        Some(id) => format!("{} ({})", cell(group.name()), code(id)),
        None => ANY_POLICY.to_owned(),
    }
}

/// The same for a place that Markdown does not reach.
fn summary(group: &Group<'_>) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    match group.id {
        Some(id) => format!("{} (<code>{}</code>)", escaped(group.name()), escaped(id)),
        None => ANY_POLICY.to_owned(),
    }
}

fn why(group: &Group<'_>) -> String {
    let Some(law) = group.law else { return String::new() };
    match law.because.first() {
        Some(first) => format!("{}: {}", reason(law), quoted(&without_tags(&first.text))),
        None => reason(law),
    }
}

fn mark(status: RequirementStatus) -> &'static str {
    match status {
        RequirementStatus::Met => "✅ met",
        RequirementStatus::Partial => "🟡 partial",
        RequirementStatus::Missing => "❌ missing",
        RequirementStatus::NotApplicable => "not applicable",
    }
}

fn place(requirement: &Requirement) -> String {
    let mut parts: Vec<String> = Vec::new();
    if let Some(first) = requirement.evidence.first() {
        parts.push(format!("{}: {}", lines(&requirement.evidence, MOST), quoted(&first.text)));
    }
    parts.extend(requirement.stance.as_ref().map(|stance| format!("stance: {}", cell(stance))));
    parts.extend(requirement.lacks.iter().map(|lacks| format!("**lacks** {}", cell(lacks))));
    if requirement.evidence.is_empty() && !requirement.near_misses.is_empty() {
        parts.push(format!("near, but this does not say it: {}", lines(&requirement.near_misses, MOST)));
    }
    parts.join("<br>")
}

/// Words of the document: in a code span nothing of them is markup, a link or a mention.
fn quoted(words: &str) -> String {
    code(&crate::render::wrap::shortened(words, QUOTED, "…"))
}
