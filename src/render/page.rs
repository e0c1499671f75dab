//! Pages about rules and laws, written in a few forms of Markdown, for the terminal.

use std::io::{self, Write};

use super::escape::{columns, one_line};
use super::options::{Charset, Options};
use super::style::{Tone, linked, toned};
use super::wrap::hanging;

/// The widest page.
const WIDEST: usize = 100;
/// What indents an example.
const EXAMPLE: &str = "    ";

/// Writes a page of headings, paragraphs, lists, quotations, tables and fenced examples, laid out for the terminal.
///
/// # Errors
/// Those of the writer.
pub fn page_text(out: &mut dyn Write, markdown: &str, options: &Options<'_>) -> io::Result<()> {
    let width = options.width.unwrap_or(WIDEST).min(WIDEST);
    let mut page = Page { out, options, width };
    let mut lines = markdown.lines().peekable();
    while let Some(line) = lines.next() {
        if let Some(heading) = line.strip_prefix('#') {
            page.heading(heading)?;
        } else if line.starts_with("```") {
            for example in lines.by_ref().take_while(|line| !line.starts_with("```")) {
                page.hanging(EXAMPLE, example, Tone::Plain)?;
            }
        } else if line.starts_with('|') {
            let mut rows = vec![cells(line)];
            while let Some(row) = lines.next_if(|line| line.starts_with('|')) {
                rows.push(cells(row));
            }
            page.table(&rows)?;
        } else if let Some(quoted) = line.strip_prefix("> ") {
            let bar = if options.charset == Charset::Ascii { "  | " } else { "  │ " };
            page.quoted(bar, quoted)?;
        } else if let Some((indent, item)) = line.split_once("* ").filter(|(indent, _)| indent.trim().is_empty()) {
            page.hanging(&format!("{indent}  * "), item, Tone::Plain)?;
        } else if line.is_empty() {
            writeln!(page.out)?;
        } else {
            // A paragraph runs to the next empty line.
            let mut paragraph = line.to_owned();
            while let Some(more) = lines.next_if(|line| !line.is_empty()) {
                paragraph.push(' ');
                paragraph.push_str(more);
            }
            page.hanging("", &paragraph, Tone::Plain)?;
        }
    }
    Ok(())
}

struct Page<'p, 'o> {
    out: &'p mut dyn Write,
    options: &'p Options<'o>,
    width: usize,
}

impl Page<'_, '_> {
    fn heading(&mut self, heading: &str) -> io::Result<()> {
        let words = one_line(heading.trim_start_matches('#')).into_owned();
        writeln!(self.out, "{}", toned(&words, Tone::Strong, self.options.colour))
    }

    fn hanging(&mut self, lead: &str, text: &str, tone: Tone) -> io::Result<()> {
        let wrapped = hanging(lead, &plain(text), self.width);
        for line in wrapped.trim_end().lines() {
            writeln!(self.out, "{}", toned(line, tone, self.options.colour))?;
        }
        if wrapped.trim_end().is_empty() {
            writeln!(self.out)?;
        }
        Ok(())
    }

    fn quoted(&mut self, bar: &str, text: &str) -> io::Result<()> {
        let wrapped = hanging("", &plain(text), self.width.saturating_sub(columns(bar)));
        let bar = format!("{} ", toned(bar.trim_end(), Tone::Frame, self.options.colour));
        wrapped.lines().try_for_each(|line| writeln!(self.out, "{bar}{line}"))
    }

    /// A table: all columns but the last as wide as they need, the last wrapped.
    fn table(&mut self, rows: &[Vec<Cell>]) -> io::Result<()> {
        let rows: Vec<&Vec<Cell>> = rows
            .iter()
            .filter(|row| row.iter().any(|cell| !cell.text.is_empty() && cell.text.chars().any(|c| c != '-')))
            .collect();
        let count = rows.iter().map(|row| row.len()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..count.saturating_sub(1))
            .map(|at| rows.iter().filter_map(|row| row.get(at)).map(|cell| columns(&cell.text)).max().unwrap_or(0))
            .collect();
        let before: usize = widths.iter().map(|width| width + 2).sum();
        for row in rows {
            let Some((last, others)) = row.split_last() else { continue };
            let mut lead = String::new();
            for (cell, width) in others.iter().zip(&widths) {
                lead.push_str(&cell.text);
                lead.extend(std::iter::repeat_n(' ', (width + 2).saturating_sub(columns(&cell.text))));
            }
            // Where the last column would be a sliver, it goes below.
            let text = match before + 24 > self.width {
                true => format!("{}\n{}", lead.trim_end(), hanging("    ", &last.text, self.width)),
                false => hanging(&lead, &last.text, self.width),
            };
            let text = match &last.link {
                Some(address) if self.options.hyperlinks => text.replacen(&last.text, &linked(&last.text, address), 1),
                _ => text,
            };
            writeln!(self.out, "{}", text.trim_end())?;
        }
        Ok(())
    }
}

/// A cell of a table.
struct Cell {
    text: String,
    /// Where it leads, where that is a place on the web.
    link: Option<String>,
}

/// The cells of a row.
fn cells(row: &str) -> Vec<Cell> {
    let inner = row.trim().trim_start_matches('|').trim_end_matches('|');
    inner.split('|').map(|cell| Cell { text: one_line(&plain(cell.trim())).into_owned(), link: link(cell) }).collect()
}

fn link(cell: &str) -> Option<String> {
    let (_, rest) = cell.split_once("](")?;
    let (address, _) = rest.trim_end().rsplit_once(')')?;
    address.contains("://").then(|| address.to_owned())
}

/// Text without links' markup: `[text](address)` becomes `text <address>`, or `text` where the address leads to another page of ours.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        match after.split_once("](").and_then(|(words, tail)| Some((words, tail.split_once(')')?))) {
            Some((words, (address, tail))) if !words.contains('[') => {
                out.push_str(words);
                if address.contains("://") {
                    out.push_str(&format!(" <{address}>"));
                }
                rest = tail;
            }
            _ => {
                out.push('[');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::render::Colour;

    const PAGE: &str = "# ccpa/right-to-know\n\nThe right to know.\n\n| | |\n| --- | --- |\n| law | California Consumer Privacy Act (`ccpa`) |\n\
        | provision | [Cal. Civ. Code § 1798.130(a)(5)(A)](https://law.example/civ/1798.130) |\n| asked for alike by | us-va/x, us-co/x |\n\n\
        ## What it is about\n\nA business that collects\npersonal information says what it collects, from whom, and to whom it is disclosed.\n\n\
        * “we … collect”\n  * a limb\n\n> You may ask us what personal information about you we hold, where it came from and to whom we gave it.\n\n\
        ```text\n# Heading\n\nWe sell | nothing.\n```\n\n| rule | severity | what |\n| --- | --- | --- |\n| [a/b](b.md) | error | something |\n";

    fn text(options: &Options<'_>) -> String {
        let mut out = Vec::new();
        page_text(&mut out, PAGE, options).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_page_is_laid_out() {
        let narrow = text(&Options { width: Some(64), ..Options::default() });
        insta::assert_snapshot!(narrow);
        assert!(narrow.lines().filter(|line| !line.contains("://")).all(|line| columns(line) <= 64), "{narrow}");
    }

    #[test]
    fn colours_and_links_are_all_that_is_added() {
        let coloured = text(&Options { colour: Colour::Always, hyperlinks: true, ..Options::default() });
        assert!(coloured.starts_with("\u{1b}[1mccpa/right-to-know\u{1b}[0m\n"), "{coloured}");
        assert!(coloured.contains("\u{1b}]8;;https://law.example/civ/1798.130\u{1b}\\"), "{coloured}");
    }
}
