//! The lines below an excerpt: notes, help, citation, fixes.

use crate::render::escape::{columns, one_line};
use crate::render::options::Options;
use crate::render::place::positions;
use crate::render::style::linked;
use crate::render::wrap::hanging;
use crate::report::{Citation, Diagnostic, FileReport, Fix};

/// How the lines below an excerpt are laid out.
#[derive(Clone, Copy)]
pub(super) struct Page<'o> {
    /// Columns beside the gutter and the bullet.
    pub(super) width: usize,
    /// What the caller wants.
    pub(super) options: &'o Options<'o>,
}

/// Everything a diagnostic says below its excerpt, each wrapped; `extra` are notes about its labels.
pub(super) fn notes(diagnostic: &Diagnostic, extra: &[String], page: Page<'_>) -> Vec<String> {
    let note = |text: &String| hanging("note: ", text, page.width);
    let mut notes: Vec<String> = extra.iter().chain(&diagnostic.notes).map(note).collect();
    notes.extend(diagnostic.help.as_ref().map(|help| hanging("help: ", help, page.width)));
    notes.extend(diagnostic.citation.as_ref().map(|provision| citation(provision, page)));
    notes.extend(diagnostic.fixes.iter().map(|available| fix(available, page)));
    notes
}

/// Another finding of the same rule, in a line.
pub(super) fn elsewhere(report: &FileReport, diagnostic: &Diagnostic, page: Page<'_>) -> String {
    let (start, _) = positions(&report.source, diagnostic.primary.span);
    hanging(&format!("also at {}:{}: ", start.line, start.column), &diagnostic.message, page.width)
}

/// A diagnostic's rule, as a link to its page where that is wanted.
pub(super) fn rule(diagnostic: &Diagnostic, options: &Options<'_>) -> String {
    let rule = one_line(&diagnostic.rule.0);
    match options.rule_pages.filter(|_| options.hyperlinks) {
        Some(pages) => linked(&rule, &format!("{pages}{rule}")),
        None => rule.into_owned(),
    }
}

/// The provision, and its address where both fit on a line: an address with a line of its own
/// doubles the length of a page of findings. `explain` has it in any case.
fn citation(citation: &Citation, page: Page<'_>) -> String {
    const LEAD: &str = "citation: ";
    let wrapped = hanging(LEAD, &citation.text, page.width);
    let Some(url) = citation.url.as_deref().map(one_line) else { return wrapped };
    let last = wrapped.lines().last().map_or(0, columns);
    let address = match last + 3 + columns(&url) <= page.width {
        true => format!(" <{url}>"),
        false => String::new(),
    };
    if !page.options.hyperlinks {
        return wrapped + &address;
    }
    // A link must not run on over the gutter of the next line, so that each line has its own.
    let text = wrapped.strip_prefix(LEAD).unwrap_or(&wrapped);
    let lines: Vec<_> = text.lines().map(|line| linked_words(line, &url)).collect();
    format!("{LEAD}{}{address}", lines.join("\n"))
}

/// Whether a finding's citation has an address for which its line has no room.
pub(super) fn leaves_out_an_address(diagnostic: &Diagnostic, page: Page<'_>) -> bool {
    let Some(provision) = &diagnostic.citation else { return false };
    provision.url.is_some() && !citation(provision, page).ends_with('>')
}

/// The line as a link, its indentation outside of it.
fn linked_words(line: &str, url: &str) -> String {
    let words = line.trim_start_matches(' ');
    format!("{}{}", &line[..line.len() - words.len()], linked(words, url))
}

fn fix(fix: &Fix, page: Page<'_>) -> String {
    let lead = if fix.safe { "fix available: " } else { "unsafe fix available: " };
    hanging(lead, &fix.title, page.width)
}
