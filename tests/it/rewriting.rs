//! Texts of words alone, written in other formats.

use std::fmt::Write as _;

use regex::Regex;

/// A block of a text with no other markup.
pub(crate) enum Block<'t> {
    Heading(usize, &'t str),
    Paragraph(String),
    Item(&'t str),
    /// The cells of a row; the first row of a table is its head.
    Row(bool, Vec<&'t str>),
}

/// The blocks of a Markdown text, where headings, paragraphs, bullets and tables are all of its markup, and links, where they may be.
pub(crate) fn blocks(text: &str, links: bool) -> Option<Vec<Block<'_>>> {
    let marked = text.contains(['<', '>', '`', '\\', '*', '_'])
        || text.contains("[^")
        || text.contains("![")
        || !links && text.contains("](");
    let character = text.contains('&') && text.contains(';');
    let numbered = |line: &str| line.starts_with(|first: char| first.is_ascii_digit());
    let defined = |line: &str| line.starts_with('[') && line.contains("]:");
    let odd = |line: &str| line.starts_with([' ', '=']) || line.starts_with("--") || defined(line) || numbered(line);
    if marked || character || text.lines().any(odd) {
        return None;
    }
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut before = Before::Break;
    for line in text.lines() {
        let level = line.chars().take_while(|mark| *mark == '#').count();
        if line.trim().is_empty() {
            before = Before::Break;
        } else if let Some(words) = line.get(level..).filter(|_| level > 0).and_then(|rest| rest.strip_prefix(' ')) {
            blocks.push(Block::Heading(level, words));
            before = Before::Break;
        } else if let Some(words) = line.strip_prefix("- ") {
            blocks.push(Block::Item(words));
            before = Before::Item;
        } else if line.starts_with('|') {
            let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
            let rule = cells.iter().all(|cell| !cell.is_empty() && cell.chars().all(|mark| "-:".contains(mark)));
            if !rule {
                blocks.push(Block::Row(!matches!(blocks.last(), Some(Block::Row(..))), cells));
            }
            before = Before::Break;
        } else {
            match (before, blocks.last_mut()) {
                // A bullet that goes on in the next line.
                (Before::Item, _) => return None,
                (Before::Paragraph, Some(Block::Paragraph(words))) => {
                    words.push('\n');
                    words.push_str(line);
                }
                _ => blocks.push(Block::Paragraph(line.to_owned())),
            }
            before = Before::Paragraph;
        }
    }
    Some(blocks)
}

/// What the line before a line was.
#[derive(Clone, Copy)]
enum Before {
    Break,
    Paragraph,
    Item,
}

pub(crate) fn html(blocks: &[Block<'_>]) -> String {
    let link = Regex::new(r"\[([^\[\]]*)\]\(([^()\s]*)\)").unwrap();
    let escaped = |words: &str| link.replace_all(&words.replace('&', "&amp;"), "<a href=\"$2\">$1</a>").into_owned();
    let mut text = String::new();
    for block in blocks {
        let _ = match block {
            Block::Heading(level, words) => writeln!(text, "<h{level}>{}</h{level}>", escaped(words)),
            Block::Paragraph(words) => writeln!(text, "<p>{}</p>", escaped(words)),
            Block::Item(words) => writeln!(text, "<ul><li>{}</li></ul>", escaped(words)),
            Block::Row(head, cells) => {
                let cell = if *head { "th" } else { "td" };
                let cells: Vec<String> =
                    cells.iter().map(|words| format!("<{cell}>{}</{cell}>", escaped(words))).collect();
                writeln!(text, "<table><tr>{}</tr></table>", cells.concat())
            }
        };
    }
    text.replace("</ul>\n<ul>", "").replace("</table>\n<table><tr><td>", "<tr><td>")
}

pub(crate) fn plain(blocks: &[Block<'_>]) -> String {
    let mut text = String::new();
    for (at, block) in blocks.iter().enumerate() {
        let _ = match block {
            Block::Heading(_, words) => writeln!(text, "{words}\n"),
            Block::Paragraph(words) => writeln!(text, "{words}\n"),
            Block::Item(words) => writeln!(text, "- {words}"),
            Block::Row(_, cells) => writeln!(text, "| {} |", cells.join(" | ")),
        };
        let next = blocks.get(at + 1);
        let ends = matches!(
            (block, next),
            (Block::Item(_), Some(Block::Heading(..) | Block::Paragraph(_) | Block::Row(..)))
                | (
                    Block::Row(..),
                    Some(Block::Heading(..) | Block::Paragraph(_) | Block::Item(_) | Block::Row(true, _))
                )
        );
        if ends {
            text.push('\n');
        }
    }
    text
}

/// The blocks as Markdown.
pub(crate) fn markdown(blocks: &[Block<'_>]) -> String {
    let mut text = String::new();
    for (at, block) in blocks.iter().enumerate() {
        let _ = match block {
            Block::Heading(level, words) => writeln!(text, "{} {words}\n", "#".repeat(*level)),
            Block::Paragraph(words) => writeln!(text, "{words}\n"),
            Block::Item(words) => writeln!(text, "- {words}"),
            Block::Row(head, cells) => {
                let rule = if *head { format!("\n|{}", "---|".repeat(cells.len())) } else { String::new() };
                writeln!(text, "| {} |{rule}", cells.join(" | "))
            }
        };
        let inner = |block: Option<&Block<'_>>| match block {
            Some(Block::Item(_)) => 1,
            Some(Block::Row(false, _)) => 2,
            _ => 0,
        };
        let own = match block {
            Block::Item(_) => 1,
            Block::Row(..) => 2,
            _ => 0,
        };
        if own > 0 && inner(blocks.get(at + 1)) != own {
            text.push('\n');
        }
    }
    text
}
