//! Every rule both ways in all three formats: its own examples, written as Markdown, say the same as HTML and as plain text.

use std::fmt::Write as _;

use policylint::engine::{shipped_rules, shipped_sources, test_examples};
use policylint::ruleset::{ExampleFormat, Kind, Need, Rule, load};
use policylint::text::NamedText;
use regex::Regex;
use toml::{Table, Value};

use crate::support::today;

/// A page without any link is one that lost its links, and a bare `#` in a page may be a script's: nothing can be told of these there.
const SCRIPTED: [&str; 2] = ["general/reference-click-here-unlinked", "general/reference-hash-href"];
/// Rules that turn on a short line being a heading; in plain text, where nothing but its looks shows one, these examples leave that open.
const LOOKS: [&str; 5] = [
    "gdpr/child-language",
    "gdpr/children",
    "general/reference-list-promised",
    "general/term-defined-twice",
    "us-nv-603a/sale-opt-out",
];
/// At least so many rules are held to it both ways, of some eight hundred; the rest inherit all examples, or look at markup.
const LEAST: usize = 500;
/// Of a law's rule so many examples each way are enough; what holds under any law is held to all of its own.
const MOST: usize = 2;

/// A block of a text with no other markup.
enum Block<'t> {
    Heading(usize, &'t str),
    Paragraph(String),
    Item(&'t str),
    /// The cells of a row; the first row of a table is its head.
    Row(bool, Vec<&'t str>),
}

/// The blocks of a Markdown text, where headings, paragraphs, bullets and tables are all of its markup, and links, where they may be.
fn blocks(text: &str, links: bool) -> Option<Vec<Block<'_>>> {
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

fn html(blocks: &[Block<'_>]) -> String {
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

fn plain(blocks: &[Block<'_>]) -> String {
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

/// Whether a rule can be decided in a format from words and links alone.
fn decides(rule: &Rule, format: ExampleFormat) -> bool {
    let reads = |needs: &[Need]| needs.iter().any(|need| rule.needs.contains(need));
    let speaks = |format: ExampleFormat| rule.formats.is_empty() || rule.formats.contains(&format);
    let looks = match format {
        ExampleFormat::Plain => {
            reads(&[Need::Headings, Need::Tables, Need::Links]) || LOOKS.contains(&rule.id.0.as_str())
        }
        _ => SCRIPTED.contains(&rule.id.0.as_str()),
    };
    speaks(ExampleFormat::Markdown) && speaks(format) && !looks && !reads(&[Need::Images, Need::Attributes])
}

/// The example in another format; `None` where it says how it is marked up, or what lies around it.
fn rewritten(example: &Table, format: ExampleFormat) -> Option<Table> {
    if !example.keys().all(|key| ["text", "excerpt", "says", "today"].contains(&key.as_str())) {
        return None;
    }
    let blocks = blocks(example.get("text")?.as_str()?, format == ExampleFormat::Html)?;
    let (name, text) = match format {
        ExampleFormat::Markdown => return None,
        ExampleFormat::Html => ("html", html(&blocks)),
        ExampleFormat::Plain => ("plain", plain(&blocks)),
    };
    let mut example = example.clone();
    // What is pointed at may go over several blocks.
    example.remove("excerpt");
    example.insert("text".to_owned(), Value::String(text));
    example.insert("format".to_owned(), Value::String(name.to_owned()));
    Some(example)
}

/// The packs with the examples of all rules in another format, and how many rules have some both ways.
fn packs_in(format: ExampleFormat) -> (Vec<NamedText>, usize) {
    let rules = shipped_rules();
    let mut both = 0;
    let sources = shipped_sources().into_iter().map(|source| {
        let Ok(mut file) = source.text().parse::<Table>() else { return source };
        let id = file.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let Some(rule) = rules.rule(&id).filter(|rule| rule.path == source.name()) else { return source };
        let most = if id.starts_with("general/") { usize::MAX } else { MOST };
        let mut kept = [0; 2];
        for (way, kept) in ["pass", "fail"].into_iter().zip(&mut kept) {
            let Some(Value::Array(examples)) = file.get_mut(way) else { continue };
            let written = |example: &Value| example.as_table().and_then(|example| rewritten(example, format));
            let others: Vec<Value> = match decides(rule, format) {
                true => examples.iter().filter_map(written).map(Value::Table).take(most).collect(),
                false => Vec::new(),
            };
            *kept = others.len();
            *examples = others;
        }
        both += usize::from(kept.iter().all(|kept| *kept > 0));
        NamedText::new(source.name(), toml::to_string(&file).unwrap())
    });
    (sources.collect(), both)
}

fn holds_in(format: ExampleFormat) {
    let (sources, both) = packs_in(format);
    let rules = load(&sources, |_| None).unwrap();
    let failures = test_examples(&rules, &sources, today()).failures;
    // That a phrase has no example left here is no failure of the format.
    let told = failures
        .iter()
        .map(|error| format!("{}: {error}", error.place()))
        .filter(|error| !error.contains("no example exercises"));
    let told: Vec<String> = told.collect();
    assert!(told.is_empty(), "{told:#?}");
    assert!(both >= LEAST, "{both} rules have examples of words alone, both ways");
}

#[test]
fn every_example_of_words_alone_holds_as_html() {
    holds_in(ExampleFormat::Html);
}

#[test]
fn every_example_of_words_alone_holds_as_plain_text() {
    holds_in(ExampleFormat::Plain);
}

/// What holds under any law can be broken in any text; so each of its rules has an example both ways in each format in which it speaks.
/// Translations are tested as the files of a run.
#[test]
fn each_general_rule_has_an_example_both_ways_in_each_format() {
    let rules = shipped_rules();
    let general = |rule: &&Rule| rule.id.0.starts_with("general/") && !matches!(*rule.kind, Kind::Parity(_));
    let mut lacking: Vec<String> = Vec::new();
    for rule in rules.rules().iter().filter(general) {
        for format in [ExampleFormat::Markdown, ExampleFormat::Html, ExampleFormat::Plain] {
            let unread = format == ExampleFormat::Plain && !rule.needs.is_empty();
            if unread || !rule.formats.is_empty() && !rule.formats.contains(&format) {
                continue;
            }
            for (way, examples) in [("pass", &rule.explanation.pass), ("fail", &rule.explanation.fail)] {
                let turned =
                    |text: &str| decides(rule, format) && blocks(text, format == ExampleFormat::Html).is_some();
                if !examples.iter().any(|example| example.format == format || turned(&example.text)) {
                    lacking.push(format!("{} has no example as {format:?} that should {way}", rule.id));
                }
            }
        }
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
}
