//! Coverage as tables for people, within 100 columns.

use std::io;

use super::tally::Tally;
use super::{Group, MOST, lines, reason};
use crate::render::edition::edition_of;
use crate::render::escape::{columns, one_line};
use crate::render::options::{Charset, Options};
use crate::render::reports::ReportRenderer;
use crate::render::style::{Tone, toned};
use crate::render::summary::counted;
use crate::render::wrap::{NARROWEST, hanging, shortened, without_tags};
use crate::report::{CoverageReport, Passage, Requirement, RequirementStatus};

/// The widest page: more is hard to read and does not fit a half screen.
const WIDEST: usize = 100;
/// With less than this columns would be slivers; then the cells of a row stand below each other.
const NARROWEST_TABLE: usize = 90;
/// What stands before a row.
const INDENT: &str = "  ";
/// What stands between columns.
const GAP: usize = 2;
/// Columns of `✗ missing`.
const STATUS: usize = 9;
/// Columns that names take at most, and that the evidence takes at least.
const NAME: usize = 28;
const EVIDENCE: usize = 28;
/// Columns of a quotation below which it goes on a line of its own.
const LEAST_QUOTED: usize = 18;
/// What stands before the lines of near misses.
const NEAR: &str = "near, not it: ";

/// The renderer of the format.
pub(super) struct Table<'a> {
    out: &'a mut dyn io::Write,
    options: Options<'a>,
    width: usize,
    files: usize,
    total: Tally,
}

impl<'a> Table<'a> {
    pub(super) fn new(out: &'a mut dyn io::Write, options: Options<'a>) -> Self {
        let width = options.width.unwrap_or(WIDEST).min(WIDEST);
        Self { out, options, width, files: 0, total: Tally::default() }
    }

    fn bold(&self, text: &str) -> String {
        toned(text, Tone::Strong, self.options.colour)
    }

    fn group(&mut self, group: &Group<'_>) -> io::Result<()> {
        let id = group.id.filter(|id| *id != group.name()).map(|id| format!(" ({})", one_line(id))).unwrap_or_default();
        let name = one_line(group.name()).into_owned();
        let heading = hanging("", &format!("{name}{id}: {}", group.tally().share()), self.width);
        let heading = match heading.strip_prefix(&name) {
            Some(rest) => format!("{}{rest}", self.bold(&name)),
            None => heading,
        };
        writeln!(self.out, "{heading}")?;
        self.reason(group)?;
        let columns = Columns::new(group, self.width);
        for requirement in &group.asked {
            self.row(group, requirement, &columns)?;
        }
        if !group.not_applicable.is_empty() {
            let names: Vec<&str> = group.not_applicable.iter().map(|found| group.short(found)).collect();
            let text = hanging(&format!("{INDENT}not applicable: "), &names.join(", "), self.width);
            writeln!(self.out, "{}", self.dim_lines(&text))?;
        }
        writeln!(self.out)
    }

    /// What brought the law in, and in which edition it is.
    fn reason(&mut self, group: &Group<'_>) -> io::Result<()> {
        let Some(law) = group.law else { return Ok(()) };
        let mut words = reason(law);
        if let Some((first, more)) = law.because.split_first() {
            words.push_str(&format!(": {}", self.quoted(&without_tags(&first.text), 60)));
            if !more.is_empty() {
                words.push_str(&format!(" and {}", counted(more.len(), "more place")));
            }
        }
        if let Some(edition) = &law.edition {
            words.push_str(&format!("; edition: {}", edition_of(edition, &law.name)));
        }
        let text = hanging(INDENT, &words, self.width);
        writeln!(self.out, "{}", self.dim_lines(&text))
    }

    fn row(&mut self, group: &Group<'_>, requirement: &Requirement, columns: &Columns) -> io::Result<()> {
        let name = group.short(requirement);
        let provision = requirement.citation.as_deref().unwrap_or_default();
        let status = self.status(requirement.status);
        let Some(columns) = &columns.0 else {
            writeln!(self.out, "{INDENT}{status} {}", one_line(name))?;
            let indent = " ".repeat(INDENT.len() + GAP);
            for text in [provision.to_owned()].into_iter().chain(self.evidence(requirement, self.width - indent.len()))
            {
                if !text.is_empty() {
                    let text = hanging(&indent, &text, self.width);
                    writeln!(self.out, "{}", self.dim_lines(&text))?;
                }
            }
            return Ok(());
        };
        let evidence = self.evidence(requirement, columns.evidence);
        let cells = [
            (cell(name, columns.name), columns.name, Tone::Plain),
            (cell(provision, columns.provision), columns.provision, Tone::Faint),
            (evidence.iter().flat_map(|text| cell(text, columns.evidence)).collect(), columns.evidence, Tone::Plain),
        ];
        let height = cells.iter().map(|(lines, ..)| lines.len()).max().unwrap_or(0).max(1);
        for at in 0..height {
            let mut line = if at == 0 { format!("{INDENT}{status}") } else { " ".repeat(INDENT.len() + STATUS) };
            let mut gap = GAP;
            for (lines, width, tone) in &cells {
                let text = lines.get(at).map_or("", String::as_str);
                if !text.is_empty() {
                    line.extend(std::iter::repeat_n(' ', gap));
                    line.push_str(&toned(text, *tone, self.options.colour));
                    gap = width.saturating_sub(columns_of(text)) + GAP;
                } else {
                    gap += width + GAP;
                }
            }
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    /// Sign and word, padded.
    fn status(&self, status: RequirementStatus) -> String {
        let ascii = self.options.charset == Charset::Ascii;
        let (sign, tone) = match status {
            RequirementStatus::Met => (if ascii { '+' } else { '✓' }, Tone::Good),
            RequirementStatus::Partial => ('~', Tone::Fair),
            RequirementStatus::Missing => (if ascii { 'x' } else { '✗' }, Tone::Bad),
            RequirementStatus::NotApplicable => (' ', Tone::Faint),
        };
        toned(&format!("{sign} {:7}", status.name()), tone, self.options.colour)
    }

    /// What speaks to the requirement, what it lacks, or what is near: a paragraph each.
    fn evidence(&self, requirement: &Requirement, width: usize) -> Vec<String> {
        let mut parts = Vec::new();
        if let Some(first) = requirement.evidence.first() {
            let lines = fitting(&requirement.evidence, width);
            match width.saturating_sub(columns(&lines) + 2) {
                // Nothing worth reading would be left of it.
                0..LEAST_QUOTED => parts.extend([lines, self.quoted(&first.text, width)]),
                left => parts.push(format!("{lines}: {}", self.quoted(&first.text, left))),
            }
        }
        parts.extend(requirement.stance.as_ref().map(|stance| format!("stance: {stance}")));
        parts.extend(requirement.lacks.iter().map(|lacks| format!("lacks {lacks}")));
        if requirement.evidence.is_empty() && !requirement.near_misses.is_empty() {
            parts.push(format!("{NEAR}{}", fitting(&requirement.near_misses, width.saturating_sub(columns(NEAR)))));
        }
        parts
    }

    /// Words of the document between quotation marks, `width` columns at most.
    fn quoted(&self, words: &str, width: usize) -> String {
        let (open, close) = self.options.charset.quotes();
        let inner = width.saturating_sub(columns(open) + columns(close));
        format!("{open}{}{close}", shortened(words, inner, self.options.charset.ellipsis()))
    }

    fn dim_lines(&self, text: &str) -> String {
        let lines = text.lines().map(|line| toned(line, Tone::Faint, self.options.colour));
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// The columns of a group's table; `None` where the page is too narrow for one.
struct Columns(Option<Widths>);

struct Widths {
    name: usize,
    provision: usize,
    evidence: usize,
}

impl Columns {
    fn new(group: &Group<'_>, width: usize) -> Self {
        if width < NARROWEST_TABLE {
            return Self(None);
        }
        // What a column takes once its cells are wrapped to what it may take.
        let widest = |texts: &mut dyn Iterator<Item = &str>, most: usize| {
            texts
                .flat_map(|text| cell(text, most))
                .map(|line| columns_of(&line))
                .max()
                .unwrap_or(0)
                .clamp(NARROWEST, most)
        };
        let all = width - INDENT.len() - STATUS - 3 * GAP;
        let name = widest(&mut group.asked.iter().map(|found| group.short(found)), NAME);
        let provision =
            widest(&mut group.asked.iter().filter_map(|found| found.citation.as_deref()), all - name - EVIDENCE);
        let evidence = all - name - provision;
        Self(Some(Widths { name, provision, evidence }))
    }
}

/// The lines of passages, as many as `width` columns hold.
fn fitting(passages: &[Passage], width: usize) -> String {
    let fits = |most: &usize| columns(&lines(passages, *most)) <= width;
    lines(passages, (1..=MOST).rev().find(fits).unwrap_or(1))
}

fn columns_of(text: &str) -> usize {
    columns(text)
}

/// The lines of a cell.
fn cell(text: &str, width: usize) -> Vec<String> {
    hanging("", text, width).lines().map(str::to_owned).collect()
}

impl ReportRenderer<CoverageReport> for Table<'_> {
    fn file(&mut self, report: &CoverageReport) -> io::Result<()> {
        let tally = Tally::of(report.requirements.iter());
        self.files += 1;
        self.total.add(tally);
        let path = one_line(&report.path).into_owned();
        writeln!(self.out, "{}\n", self.bold(&path))?;
        for group in Group::all(report) {
            self.group(&group)?;
        }
        writeln!(self.out, "{}", hanging("", &format!("{path}: {}", tally.in_full()), self.width))
    }

    fn end(&mut self) -> io::Result<()> {
        if self.files < 2 {
            return Ok(());
        }
        writeln!(self.out, "{} files: {}", self.files, self.total.in_full())
    }
}
