//! Markup changes nothing: the same policy gives the same diagnostics in every format and every typographic dress.

use policylint::doc::{self, Format, Sentence};
use policylint::text::SourceText;
use proptest::prelude::*;

use crate::support::{essence, report, report_bytes, words};

/// A policy without markup.
#[derive(Debug, Clone)]
struct Policy {
    title: &'static str,
    sections: Vec<Section>,
}

#[derive(Debug, Clone)]
struct Section {
    heading: &'static str,
    paragraphs: Vec<&'static str>,
    list: Option<(&'static str, Vec<&'static str>)>,
    table: bool,
}

const TITLES: [&str; 2] = ["Privacy Policy", "Privacy Notice of Larkspur Looms"];
const HEADINGS: [&str; 6] = [
    "What We Collect",
    "Cookies",
    "Advertising Partners",
    "California Privacy Rights",
    "Security of Your Data",
    "How to Contact Us",
];
const PARAGRAPHS: [&str; 14] = [
    "We use cookies to remember your basket, and we count visits.",
    "We do not use cookies of any kind on this site.",
    "Advertising networks collect information about your visits over time and across different websites.",
    "We do not respond to do-not-track signals at this time.",
    "California residents have the right to request deletion of their personal information.",
    "You have the right to ask us to delete your personal information, subject to certain exceptions.",
    "If you live in Virginia, you have the right to ask us to delete your personal information.",
    "Residents of Iowa: we do not respond to do-not-track signals, and you may appeal if you live in Des Moines.",
    "Write to loom@ larkspur-looms.com or to weaver@larkspur-looms.com if you have questions.",
    "We don’t honor do not track signals and do not track, plant cookies, or use advertising when a Do Not Track (DNT) browser mechanism is in place.",
    "Under the California Consumer Privacy Act we act as a business, e.g. when you order a rug from Larkspur Looms, Inc. in the U.S. by telephone.",
    "Our weavers keep your pattern for as long as the guild’s rules ask for it.",
    "We keep card numbers encrypted. Nobody but the cashier sees them.",
    "Please read this notice from time to time, since it may change.",
];
const LISTS: [(&str, [&str; 4]); 2] = [
    (
        "We may deny your deletion request if keeping the information is necessary to:",
        [
            "complete the transaction for which we collected it, or honor a warranty or a recall;",
            "detect security incidents;",
            "debug our looms and repair errors;",
            "comply with a legal obligation.",
        ],
    ),
    (
        "We collect the following categories of information:",
        ["your name and postal address;", "your order history;", "pictures of your floor;", "the wool you prefer."],
    ),
];

const TABLE: [[&str; 3]; 3] = [
    ["Category", "Examples", "Collected"],
    ["Identifiers", "name, postal address", "YES"],
    ["Inferences", "the wool you may like", "NO"],
];

fn policies() -> impl Strategy<Value = Policy> {
    let paragraphs = prop::collection::vec(prop::sample::select(&PARAGRAPHS[..]), 1..3);
    let list = prop::option::weighted(0.3, prop::sample::select(&LISTS[..]));
    let bodies = prop::collection::vec((paragraphs, list, prop::bool::weighted(0.15)), HEADINGS.len());
    (prop::sample::select(&TITLES[..]), bodies).prop_map(|(title, bodies)| Policy {
        title,
        sections: HEADINGS
            .iter()
            .zip(bodies)
            .map(|(heading, (paragraphs, list, table))| Section {
                heading,
                paragraphs,
                list: list.map(|(lead_in, items)| (lead_in, items.to_vec())),
                table,
            })
            .collect(),
    })
}

impl Policy {
    fn markdown(&self, bullet: &str, wide: bool) -> String {
        let mut text = format!("# {}\n\n", self.title);
        for section in &self.sections {
            text.push_str(&format!("## {}\n\n", section.heading));
            for paragraph in &section.paragraphs {
                text.push_str(&if wide { format!("{paragraph}\n\n") } else { format!("{}\n\n", wrapped(paragraph)) });
            }
            if let Some((lead_in, items)) = &section.list {
                text.push_str(&format!("{lead_in}\n\n"));
                for item in items {
                    text.push_str(&format!("{bullet} {item}\n"));
                }
                text.push('\n');
            }
            if section.table {
                let [head, rows @ ..] = TABLE;
                text.push_str(&format!("| {} |\n|---|---|---|\n", head.join(" | ")));
                for row in rows {
                    text.push_str(&format!("| {} |\n", row.join(" | ")));
                }
                text.push('\n');
            }
        }
        text
    }

    fn html(&self) -> String {
        let escape = |text: &str| text.replace('&', "&amp;").replace('’', "&rsquo;");
        let mut text = format!("<!doctype html><html lang=en><body><h1>{}</h1>\n", escape(self.title));
        for section in &self.sections {
            text.push_str(&format!("<h2>{}</h2>\n", escape(section.heading)));
            for paragraph in &section.paragraphs {
                text.push_str(&format!("<p>{}</p>\n", escape(paragraph)));
            }
            if let Some((lead_in, items)) = &section.list {
                text.push_str(&format!("<p>{}</p>\n<ul>", escape(lead_in)));
                for item in items {
                    text.push_str(&format!("<li>{}</li>", escape(item)));
                }
                text.push_str("</ul>\n");
            }
            if section.table {
                text.push_str("<table>");
                for (at, row) in TABLE.iter().enumerate() {
                    let cell = if at == 0 { "th" } else { "td" };
                    let cells: Vec<String> = row.iter().map(|words| format!("<{cell}>{words}</{cell}>")).collect();
                    text.push_str(&format!("<tr>{}</tr>", cells.concat()));
                }
                text.push_str("</table>\n");
            }
        }
        text + "</body></html>"
    }

    fn plain(&self) -> String {
        let mut text = format!("{}\n", self.title);
        for section in &self.sections {
            text.push_str(&format!("{}\n", section.heading));
            for paragraph in &section.paragraphs {
                text.push_str(&format!("{paragraph}\n"));
            }
            if let Some((lead_in, items)) = &section.list {
                text.push_str(&format!("{lead_in}\n"));
                for item in items {
                    text.push_str(&format!("- {item}\n"));
                }
            }
            if section.table {
                for row in TABLE {
                    text.push_str(&format!("{} |\n", row.join(" | ")));
                }
            }
        }
        text
    }
}

/// The same text with headings underlined instead of marked.
fn underlined(text: &str) -> String {
    let line = |line: &str| match (line.strip_prefix("# "), line.strip_prefix("## ")) {
        (Some(title), _) => format!("{title}\n====="),
        (_, Some(title)) => format!("{title}\n-----"),
        _ => line.to_owned(),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The paragraph over several lines of some 60 characters.
fn wrapped(paragraph: &str) -> String {
    let mut lines = vec![String::new()];
    for word in paragraph.split(' ') {
        if lines.last().is_some_and(|line| line.len() + word.len() > 60) {
            lines.push(String::new());
        }
        let line = lines.last_mut().unwrap();
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.join("\n")
}

/// Every sentence with what leads it in and the headings above it: the model without offsets and levels.
fn model(format: Format, text: &str) -> Vec<String> {
    let source = SourceText::new(text.as_bytes()).unwrap();
    let reading = doc::read(&source, format);
    let words = |sentence: &Sentence| reading.words(sentence.prose).to_owned();
    let each = |sentence: &Sentence| {
        let block = reading.block(sentence.block);
        let lead_in = block.lead_in.map(|lead_in| words(reading.sentence(lead_in))).unwrap_or_default();
        let headings: Vec<&str> = reading
            .section_path(block.section)
            .filter_map(|section| section.heading)
            .map(|heading| reading.words(reading.block(heading).prose))
            .collect();
        format!("{} < {lead_in} < {}", words(sentence), headings.join(" < "))
    };
    reading.sentences.iter().map(each).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn the_three_formats_give_the_same_diagnostics(policy in policies()) {
        let markdown = essence(&report(Format::Markdown, &policy.markdown("-", true)));
        prop_assert_eq!(&essence(&report(Format::Html, &policy.html())), &markdown);
        prop_assert_eq!(&essence(&report(Format::Plain, &policy.plain())), &markdown);
    }

    #[test]
    fn the_three_formats_give_the_same_model(policy in policies()) {
        let markdown = model(Format::Markdown, &policy.markdown("-", true));
        prop_assert_eq!(&model(Format::Html, &policy.html()), &markdown);
        prop_assert_eq!(&model(Format::Plain, &policy.plain()), &markdown);
    }

    #[test]
    fn typography_and_layout_change_nothing(policy in policies()) {
        let text = policy.markdown("-", true);
        let plain = essence(&report(Format::Markdown, &text));
        let variants = [
            policy.markdown("-", false),
            policy.markdown("*", true),
            policy.markdown("+", true),
            text.replace('\n', "\r\n"),
            text.replace('’', "'"),
            text.replace("Do Not Track", "*Do Not* Track").replace("personal information", "**personal** information"),
            text.replace(" information", "\u{a0}information"),
            text.replace("cookies", "coo\u{ad}kies").replace("track", "tr\u{200b}ack"),
            underlined(&text),
        ];
        for variant in variants {
            prop_assert_eq!(&essence(&report(Format::Markdown, &variant)), &plain, "{}", variant);
        }
        let marked: Vec<u8> = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        prop_assert_eq!(&essence(&report_bytes(Format::Markdown, &marked)), &plain);
        let latin: Vec<u8> = text.chars().map(|c| if c == '’' { 0x92 } else { u8::try_from(u32::from(c)).unwrap() }).collect();
        prop_assert_eq!(&essence(&report_bytes(Format::Markdown, &latin)), &plain);
        let utf16: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        prop_assert_eq!(&essence(&report_bytes(Format::Markdown, &utf16)), &plain);
    }

    #[test]
    fn every_span_reads_back_as_words_of_the_text(policy in policies()) {
        for (format, text) in [
            (Format::Markdown, policy.markdown("-", false)),
            (Format::Html, policy.html()),
            (Format::Plain, policy.plain()),
        ] {
            let report = report(format, &text);
            for label in report.diagnostics.iter().flat_map(|found| found.labels()) {
                let (start, end) = (label.span.start(), label.span.end());
                prop_assert!(text.is_char_boundary(start) && text.is_char_boundary(end) && start < end && end <= text.len());
                let slice = words(&text[start..end]);
                prop_assert!(words(&text).contains(&slice), "{slice}");
                prop_assert!(!slice.starts_with(['<', '>', '&']), "{slice}");
            }
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(text) = policylint::text::SourceText::new(&bytes) {
            for format in [Format::Markdown, Format::Html, Format::Plain] {
                let source = policylint::engine::Source { path: "any".into(), text: text.clone(), format };
                let _ = policylint::engine::check(
                    &policylint::engine::shipped_rules(),
                    &policylint::config::Config::default(),
                    crate::support::today(),
                    &source,
                );
            }
        }
    }
}
