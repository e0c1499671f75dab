//! Outlines of whole texts, in our own words: which lines are headings, and on which level.

use crate::doc::{BlockKind, Format, read};
use crate::text::SourceText;

const TEXT: &str = "We keep your name and the address of your garden for as long as you order seeds from us.";

/// The headings of a text, as Markdown writes them.
fn headings(text: &str, format: Format) -> Vec<String> {
    let reading = read(&SourceText::new(text.as_bytes()).unwrap(), format);
    let blocks = reading.blocks.iter().filter(|block| !block.furniture);
    let heading = |level: u8, words: &str| format!("{} {words}", "#".repeat(usize::from(level)));
    blocks
        .filter_map(|block| match block.kind {
            BlockKind::Heading { level } => Some(heading(level, reading.words(block.prose))),
            _ => None,
        })
        .collect()
}

/// A page in short: lines with a tag and words, `.` for a paragraph of text.
fn page(lines: &[&str]) -> Vec<String> {
    let html = lines.iter().map(|line| match line.split_once(' ') {
        None => format!("<p>{TEXT}</p>"),
        Some((tags, words)) => {
            let open: String = tags.split('>').map(|tag| format!("<{tag}>")).collect();
            let close: String = tags.split('>').rev().map(|tag| format!("</{tag}>")).collect();
            format!("{open}{words}{close}")
        }
    });
    headings(&html.collect::<String>(), Format::Html)
}

#[test]
fn what_looks_alike_stands_on_one_level() {
    let lines = [
        "h1 Privacy",
        "p>b Overview",
        ".",
        "p>b>i Names",
        ".",
        "p>b>i Gardens",
        ".",
        "p>b State rights",
        ".",
        "p>b>i Utah",
        ".",
        "p>b Contact us",
        ".",
    ];
    let expected =
        ["# Privacy", "## Overview", "### Names", "### Gardens", "## State rights", "### Utah", "## Contact us"];
    assert_eq!(page(&lines), expected);
    let underlined = [
        "h1 Privacy",
        "p>b Sharing",
        ".",
        "p>u With shops",
        ".",
        "p>u>i On request",
        ".",
        "p>u With banks",
        ".",
        "p>b Security",
        ".",
    ];
    let expected = ["# Privacy", "## Sharing", "### With shops", "#### On request", "### With banks", "## Security"];
    assert_eq!(page(&underlined), expected);
}

#[test]
fn bold_lines_are_below_the_heading_that_markup_gives() {
    let lines = ["h2 Privacy", "h4 Gardens", ".", "p>b Maps", ".", "p>b Soil", ".", "h4 Seeds", ".", "p>b Orders", "."];
    let expected = ["## Privacy", "#### Gardens", "##### Maps", "##### Soil", "#### Seeds", "##### Orders"];
    assert_eq!(page(&lines), expected);
}

#[test]
fn a_number_goes_on_with_the_series_of_marked_headings() {
    let lines = [
        "h1 Privacy",
        "h4 1. Gardens",
        ".",
        "p>b Maps",
        ".",
        "p>b 2. European gardens",
        ".",
        "p>b Your rights",
        ".",
        "h4 3. Contact",
        ".",
    ];
    let expected = [
        "# Privacy",
        "#### 1. Gardens",
        "##### Maps",
        "#### 2. European gardens",
        "##### Your rights",
        "#### 3. Contact",
    ];
    assert_eq!(page(&lines), expected);
}

#[test]
fn numbers_tell_the_depth_of_bold_and_of_plain_lines() {
    let lines = [
        "h1 Privacy",
        "p>b 1. Gardens",
        ".",
        "p 1.1. Maps of gardens",
        ".",
        "p 1.2. Soil of gardens",
        ".",
        "p>b 2. Seeds",
        ".",
    ];
    let expected =
        ["# Privacy", "## 1. Gardens", "### 1.1. Maps of gardens", "### 1.2. Soil of gardens", "## 2. Seeds"];
    assert_eq!(page(&lines), expected);
    let items = "<h1>Privacy</h1><ol><li><b>Gardens</b></ol><p>TEXT</p><p><b>1.1 Maps</b></p><p>TEXT</p>\
        <ol start=2><li><b>Seeds</b></ol><p>TEXT</p>"
        .replace("TEXT", TEXT);
    assert_eq!(headings(&items, Format::Html), ["# Privacy", "## Gardens", "### 1.1 Maps", "## Seeds"]);
}

#[test]
fn lines_right_over_marked_headings_are_above_them() {
    let lines = [
        "h1 Privacy",
        "div What We Gather",
        "h5 From you",
        ".",
        "div How we use it",
        "h5 To send seeds",
        ".",
        "div For growers in Utah",
        "h6 Notice",
        ".",
        "div State Rights",
        ".",
        "h6 Copies",
        ".",
    ];
    let expected = [
        "# Privacy",
        "#### What We Gather",
        "##### From you",
        "#### How we use it",
        "##### To send seeds",
        "#### For growers in Utah",
        "###### Notice",
        "#### State Rights",
        "###### Copies",
    ];
    assert_eq!(page(&lines), expected);
    // One such line may be a caption.
    let once = ["h1 Privacy", "p Signed for the seed shop", "h2 Names", ".", "h2 Seeds", "."];
    assert_eq!(page(&once), ["# Privacy", "## Names", "## Seeds"]);
}

#[test]
fn lines_before_the_first_marked_heading_do_not_hold_the_page() {
    let lines = ["p>b For growers in Utah", ".", "h3 Names", ".", "h3 Seeds", "."];
    assert_eq!(page(&lines), ["### For growers in Utah", "### Names", "### Seeds"]);
}

#[test]
fn links_and_entries_of_contents_are_no_headings() {
    let link = format!("<h1>Privacy</h1><p>{TEXT}</p><p><b><a href=/utah>For growers in Utah</a></b></p><p>{TEXT}</p>");
    assert_eq!(headings(&link, Format::Html), ["# Privacy"]);
    let plain = format!("<h1>Privacy</h1><p>{TEXT}</p><p><a href=/utah>For Growers in Utah</a></p><p>{TEXT}</p>");
    assert_eq!(headings(&plain, Format::Html), ["# Privacy"]);
    let contents =
        ["h1 Privacy", "h2 Table of Contents", "p Names We Keep", "p Gardens in Canada", ".", "h2 Names We Keep", "."];
    assert_eq!(page(&contents), ["# Privacy", "## Table of Contents", "## Names We Keep"]);
    let pointer = ["h1 Privacy", ".", "p Utah Growers", ".", "h2 Utah Growers", "."];
    assert_eq!(page(&pointer), ["# Privacy", "## Utah Growers"]);
}

#[test]
fn labels_addresses_and_signs_are_no_headings() {
    let repeated =
        ["h1 Privacy", "p Learn More", ".", "p Learn More", ".", "p Seeds We Sell", ".", "p Learn More", "."];
    assert_eq!(page(&repeated), ["# Privacy", "## Seeds We Sell"]);
    let signs = ["h1 Privacy", "div ×", ".", "p [N]", "."];
    assert_eq!(page(&signs), ["# Privacy"]);
    let address =
        "<h1>Privacy</h1><p>TEXT</p><p><b>Contact us</b></p><p><b>Sorrel Seeds Ltd.</b></p><p>12 Mill Lane</p>\
        <p>Kelso TD5 7AA</p><p><b>Email:</b></p><p>seeds@sorrel.example</p><p>Attn: Garden Desk</p><p>TEXT</p>"
            .replace("TEXT", TEXT);
    assert_eq!(headings(&address, Format::Html), ["# Privacy", "## Contact us"]);
}

#[test]
fn cells_that_are_headings_are_cells() {
    let cells = "<h2>What we keep</h2><table><tr><td><h4>Kind</h4><td><h4>Do we sell it?</h4><tr><td>Names<td><h4>NO</h4></table>";
    assert_eq!(headings(cells, Format::Html), ["## What we keep"]);
    let layout =
        format!("<table><tr><td><h2>Names</h2><p>{TEXT}</p><td><h2>Seeds</h2><p>{TEXT}</p><tr><td>a<td>b</table>");
    assert_eq!(headings(&layout, Format::Html), ["## Names", "## Seeds"]);
}

#[test]
fn markdown_and_plain_text_have_the_same_outline() {
    let markdown =
        format!("# Privacy\n\n**1. Gardens**\n\n{TEXT}\n\n**2. Seeds**\n\n{TEXT}\n\n**(a) Orders**\n\n{TEXT}\n");
    let expected = ["# Privacy", "## 1. Gardens", "## 2. Seeds", "### (a) Orders"];
    assert_eq!(headings(&markdown, Format::Markdown), expected);
    let html = format!(
        "<h1>Privacy</h1><p><b>1. Gardens</b></p><p>{TEXT}</p><p><b>2. Seeds</b></p><p>{TEXT}</p><p><b>(a) Orders</b></p><p>{TEXT}</p>"
    );
    assert_eq!(headings(&html, Format::Html), expected);
    let plain = format!("Privacy Policy\n\n1. Gardens\n\n{TEXT}\n\n2. Seeds\n\n{TEXT}\n\n(a) Orders\n\n{TEXT}\n");
    assert_eq!(headings(&plain, Format::Plain)[1..], expected[1..]);
}

#[test]
fn a_label_over_a_numbered_series_takes_it() {
    let lines = [
        "h1 Privacy",
        "h2 Nevada",
        ".",
        "p>b If you live in the European Economic Area:",
        "p>b 1. Controller of your data",
        ".",
        "p>b 2. Legal bases",
        ".",
        "p>b 3. Your rights",
        ".",
        "h2 Cookies",
        ".",
    ];
    let expected = [
        "# Privacy",
        "## Nevada",
        "### If you live in the European Economic Area:",
        "#### 1. Controller of your data",
        "#### 2. Legal bases",
        "#### 3. Your rights",
        "## Cookies",
    ];
    assert_eq!(page(&lines), expected);
    // With text of its own it is a section beside the others, and a single number is no series.
    let beside = ["h1 Privacy", "p>b Overview", ".", "p>b 1. Names", ".", "p>b 2. Gardens", "."];
    assert_eq!(page(&beside), ["# Privacy", "## Overview", "## 1. Names", "## 2. Gardens"]);
}
