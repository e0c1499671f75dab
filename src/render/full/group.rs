//! Findings that belong together: what one law asks for at one place is told below one excerpt.

use super::notes::{Page, notes, rule};
use crate::render::escape::one_line;
use crate::render::wrap::hanging;
use crate::report::{Diagnostic, FileReport, Severity};

/// What indents the lines about one finding of several.
const INDENT: &str = "  ";

/// Findings that share an excerpt: one, or several of one law.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group<'r> {
    /// The one whose labels are drawn.
    pub(super) first: &'r Diagnostic,
    /// All of them, in order.
    pub(super) all: &'r [Diagnostic],
}

/// The findings in order, grouped.
pub(super) fn groups(diagnostics: &[Diagnostic]) -> impl Iterator<Item = Group<'_>> {
    diagnostics.chunk_by(together).filter_map(|all| Some(Group { first: all.first()?, all }))
}

/// Whether one excerpt serves both: same law, same place in the file, same words beside it, and no further place.
fn together(one: &Diagnostic, other: &Diagnostic) -> bool {
    one.law.is_some()
        && one.law == other.law
        && one.primary == other.primary
        && one.primary.path.is_none()
        && one.secondary.is_empty()
        && other.secondary.is_empty()
}

impl Group<'_> {
    /// The gravest severity.
    pub(super) fn severity(&self) -> Severity {
        self.all.iter().map(|found| found.severity).max().unwrap_or(self.first.severity)
    }

    /// What the header of several says.
    pub(super) fn title(&self, report: &FileReport) -> String {
        let id = self.first.law.as_deref().unwrap_or_default();
        let name = report.laws.iter().find(|law| law.id == id).map_or(id, |law| law.name.as_str());
        format!("{} findings at one place under {}", self.all.len(), one_line(name))
    }
}

/// One finding of a group, all its lines.
pub(super) fn entry(diagnostic: &Diagnostic, page: Page<'_>) -> String {
    let id = one_line(&diagnostic.rule.0);
    let header = format!("{}[{id}]: {}", diagnostic.severity.name(), diagnostic.message);
    // The link goes in after wrapping, which would count it.
    let header = hanging("", &header, page.width).replacen(&*id, &rule(diagnostic, page.options), 1);
    let mut lines = vec![header];
    let inner = Page { width: page.width.saturating_sub(INDENT.len()), ..page };
    let below = notes(diagnostic, &[], inner);
    lines.extend(below.iter().flat_map(|note| note.lines()).map(|line| format!("{INDENT}{line}")));
    lines.join("\n")
}
