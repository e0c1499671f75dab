//! A case, written in a small subset of Markdown, in other formats.

use policylint::doc::Format;

pub(super) const TITLE: &str = "Privacy policy of Quillmoor";
pub(super) const FORMATS: [Format; 3] = [Format::Plain, Format::Markdown, Format::Html];

/// The case as a policy of its own.
pub(super) fn dressed(case: &str, format: Format) -> String {
    match format {
        Format::Markdown => format!("# {TITLE}\n\n{}", fragment(case, format, "## {}")),
        Format::Plain => format!("{TITLE}\n\n{}\n", fragment(case, format, "{}")),
        Format::Html => {
            format!("<html><body><h1>{TITLE}</h1>\n{}</body></html>", fragment(case, format, "<h2>{}</h2>"))
        }
    }
}

/// The case as a part of a text, with its headings written as `heading` has it.
pub(super) fn fragment(case: &str, format: Format, heading: &str) -> String {
    let headed = |line: &str| line.strip_prefix("# ").map(|title| heading.replace("{}", title));
    match format {
        Format::Markdown => lines(case.lines().map(|line| headed(line).unwrap_or_else(|| line.to_owned()))),
        Format::Plain => {
            let kept = case.lines().filter(|line| !line.starts_with("| ---"));
            lines(kept.map(|line| match line.strip_prefix("> ") {
                Some(quote) => format!("\"{quote}\""),
                None => headed(line).unwrap_or_else(|| line.to_owned()),
            }))
        }
        Format::Html => as_html(case, heading),
    }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

fn as_html(case: &str, heading: &str) -> String {
    let mut html = String::new();
    let mut open = "";
    for line in case.lines() {
        let (within, item) = if let Some(item) = line.strip_prefix("- ") {
            ("ul", format!("<li>{item}</li>"))
        } else if let Some((_, item)) =
            line.split_once(". ").filter(|(number, _)| number.len() == 1 && number.as_bytes()[0].is_ascii_digit())
        {
            ("ol", format!("<li>{item}</li>"))
        } else if line.starts_with("| ---") {
            continue;
        } else if let Some(row) = line.strip_prefix("| ") {
            let cells: Vec<&str> = row.trim_end_matches(" |").split(" | ").collect();
            ("table", format!("<tr><td>{}</td></tr>", cells.join("</td><td>")))
        } else {
            ("", String::new())
        };
        if within != open {
            if !open.is_empty() {
                html.push_str(&format!("</{open}>\n"));
            }
            if !within.is_empty() {
                html.push_str(&format!("<{within}>\n"));
            }
            open = within;
        }
        html.push_str(&item);
        if let Some(title) = line.strip_prefix("# ") {
            html.push_str(&heading.replace("{}", title));
            html.push('\n');
        } else if let Some(quote) = line.strip_prefix("> ") {
            html.push_str(&format!("<blockquote><p>{quote}</p></blockquote>\n"));
        } else if within.is_empty() && !line.is_empty() {
            html.push_str(&format!("<p>{line}</p>\n"));
        }
    }
    if !open.is_empty() {
        html.push_str(&format!("</{open}>\n"));
    }
    html
}
