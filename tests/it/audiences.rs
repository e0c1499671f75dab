//! Whom a text speaks to: short texts and what is said to whom, the same in every format.

use std::collections::{BTreeMap, BTreeSet};

use policylint::doc::{self, Format, Reading, SentenceId};
use policylint::engine::shipped_rules;
use policylint::facts::Facts;
use policylint::text::{ProseRange, SourceText};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Case {
    /// What it shows.
    why: String,
    /// A text in a small subset of Markdown; its first line is its title.
    text: String,
    /// Whether it takes headings of several levels, which plain text doesn't have.
    #[serde(default)]
    needs_levels: bool,
    /// The audiences of the first sentence that holds these words, in any order.
    says: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

const FORMATS: [Format; 3] = [Format::Markdown, Format::Html, Format::Plain];

fn cases() -> Vec<Case> {
    toml::from_str::<Cases>(include_str!("audiences.toml")).unwrap().case
}

/// A text of the subset in another format.
fn dressed(text: &str, format: Format) -> String {
    match format {
        Format::Markdown => text.to_owned(),
        Format::Html => html(text),
        Format::Plain => {
            let lines = text.lines().filter(|line| !line.starts_with("| ---"));
            let lines = lines.map(|line| line.trim_start_matches(['#']).trim_start().replace("**", ""));
            lines.collect::<Vec<_>>().join("\n")
        }
    }
}

fn html(text: &str) -> String {
    let mut html = String::from("<html><body>");
    for block in text.split("\n\n") {
        let lines: Vec<&str> = block.lines().collect();
        let inline = |text: &str| {
            let parts: Vec<&str> = text.split("**").collect();
            let bold = |(at, part): (usize, &&str)| match at % 2 {
                0 => (*part).to_owned(),
                _ => format!("<b>{part}</b>"),
            };
            parts.iter().enumerate().map(bold).collect::<String>()
        };
        let first = lines.first().copied().unwrap_or_default();
        let level = first.chars().take_while(|character| *character == '#').count();
        if level > 0 {
            html.push_str(&format!("<h{level}>{}</h{level}>", inline(first[level..].trim())));
        } else if first.starts_with("- ") {
            let items = lines.iter().map(|line| format!("<li>{}</li>", inline(&line[2..])));
            html.push_str(&format!("<ul>{}</ul>", items.collect::<String>()));
        } else if first.starts_with('|') {
            let rows = lines.iter().filter(|line| !line.starts_with("| ---")).enumerate().map(|(at, line)| {
                let tag = if at == 0 { "th" } else { "td" };
                let cells = line.trim_matches('|').split('|').map(str::trim);
                format!("<tr>{}</tr>", cells.map(|cell| format!("<{tag}>{cell}</{tag}>")).collect::<String>())
            });
            html.push_str(&format!("<table>{}</table>", rows.collect::<String>()));
        } else {
            html.push_str(&format!("<p>{}</p>", inline(&lines.join(" "))));
        }
    }
    html.push_str("</body></html>");
    html
}

fn sorted(audiences: &str) -> BTreeSet<String> {
    audiences.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// The first sentence, no heading, that holds these words, and where they stand.
fn sentence(reading: &Reading, words: &str) -> Option<(SentenceId, ProseRange)> {
    let heading =
        |sentence: &doc::Sentence| matches!(reading.block(sentence.block).kind, doc::BlockKind::Heading { .. });
    let holds = |sentence: &doc::Sentence| !heading(sentence) && reading.words(sentence.prose).contains(words);
    let at = reading.sentences.iter().position(holds)?;
    let whole = reading.sentences[at].prose;
    let start = whole.start() + reading.words(whole).find(words)?;
    Some((SentenceId::at(at), ProseRange::new(start, start + words.len())))
}

#[test]
fn everyone_is_told_from_those_addressed() {
    let rules = shipped_rules();
    let lexicon = rules.lexicon();
    let mut wrong = Vec::new();
    let cases = cases();
    assert!(cases.len() >= 60);
    for case in &cases {
        for format in FORMATS.into_iter().filter(|format| !case.needs_levels || *format != Format::Plain) {
            let text = dressed(&case.text, format);
            let reading = doc::read(&SourceText::new(text.as_bytes()).unwrap(), format);
            let facts = Facts::new(&reading, lexicon);
            for (words, expected) in &case.says {
                let Some((sentence, range)) = sentence(&reading, words) else {
                    wrong.push(format!("{} ({format:?}): nothing holds “{words}”", case.why));
                    continue;
                };
                let found = match lexicon.audiences().label(facts.audience_of(sentence, range)) {
                    label if label.is_empty() => "everyone".to_owned(),
                    label => label,
                };
                if sorted(&found) != sorted(expected) {
                    wrong.push(format!("{} ({format:?}): “{words}” speaks to {found}, not {expected}", case.why));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_term_of_a_definition_list_says_whom_its_description_speaks_to() {
    let rules = shipped_rules();
    let html = "<h1>Privacy policy</h1><p>We mend clocks for people.</p><dl><dt>Colorado Residents</dt><dd><p>You may ask for a copy. \
                These are the ways to do it:</p><ul><li>a letter to the shop</li></ul><p>We answer within a month.</p></dd>\
                <dt>Clocks</dt><dd>We keep them dry.</dd><dt>Utah and Iowa Residents</dt><dd>You may appeal.</dd></dl><p>We lock the shop.</p>";
    let reading = doc::read(&SourceText::new(html.as_bytes()).unwrap(), Format::Html);
    let facts = Facts::new(&reading, rules.lexicon());
    let readers = |words: &str| {
        let (id, range) = sentence(&reading, words).unwrap();
        rules.lexicon().audiences().label(facts.audience_of(id, range))
    };
    for words in ["You may ask", "These are", "a letter", "We answer"] {
        assert_eq!(readers(words), "colorado", "{words}");
    }
    assert_eq!(readers("We keep them"), "");
    assert_eq!(readers("You may appeal"), "iowa, utah");
    assert_eq!(readers("We lock"), "");
}
