//! What a run keeps of a file for the sake of the others.

use jiff::civil::Date;

use crate::config::Config;
use crate::doc::{self, BlockKind, Format, Reading};
use crate::engine::check::Source;
use crate::facts::date::{DateValue, dates};
use crate::facts::languages_of;
use crate::facts::reference::Places;
use crate::text::{ProseRange, Span};

/// What a run keeps of a file: where it leads, what leads into it, and how it is built.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileSummary {
    /// Its path, as in reports.
    pub path: String,
    /// BCP 47 tag of the language of its first document, `und` where unknown.
    pub language: String,
    /// The language that the configuration says its translations are made from.
    pub translated_from: Option<String>,
    /// The title of its first document; empty where it has none.
    pub title: String,
    /// Its headings in reading order, page furniture's left out.
    pub headings: Vec<HeadingSummary>,
    /// Fragment names that lead into it.
    pub anchors: Vec<String>,
    /// All places in it that a link from another file can lead to; none where its format has no such places.
    pub places: Option<Places>,
    /// Its links with a target, page furniture's left out.
    pub links: Vec<LinkSummary>,
    /// The days that it names in its words or in `datetime` attributes, in reading order.
    pub dates: Vec<DatedPlace>,
    /// How many items its lists have in all.
    pub items: usize,
    /// How many rows its tables have in all.
    pub rows: usize,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadingSummary {
    /// 1 is the highest.
    pub level: u8,
    /// Its words.
    pub words: String,
    /// Bytes on disk.
    pub span: Span,
    /// Whether the markup says that it is one; others are told by their looks, which differ from language to language.
    pub marked: bool,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkSummary {
    /// Where it leads, as written.
    pub target: String,
    /// Its words, or its target where it has none; bytes on disk.
    pub span: Span,
}

/// A day and where it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedPlace {
    /// The day.
    pub day: Date,
    /// Bytes on disk.
    pub span: Span,
    /// Whether an attribute of the markup names it, not the words.
    pub attribute: bool,
}

/// Sums up a file. Pure and linear, like `check`; runs no rule.
pub fn summarize(config: &Config, source: &Source) -> FileSummary {
    let reading = doc::read(&source.text, source.format);
    let configured = config.policy.language.as_ref().map(|language| language.value.clone());
    let first = reading.documents.first();
    let language = configured.or_else(|| first.map(|document| languages_of(&reading, document, false).main));
    let title = first.and_then(|document| document.title);
    FileSummary {
        path: source.path.clone(),
        language: language.unwrap_or_else(|| "und".to_owned()),
        translated_from: config.policy.translated_from.as_ref().map(|language| language.value.clone()),
        title: title.map_or("", |title| reading.words(reading.block(title).prose)).to_owned(),
        places: (source.format != Format::Plain).then(|| Places::new(&reading)),
        ..FileSummary::of(&reading, &source.text)
    }
}

impl FileSummary {
    /// How a file is built, whatever it is called and written in.
    pub(in crate::engine) fn of(reading: &Reading, source: &crate::text::SourceText) -> Self {
        let mut summary = Self::default();
        let span = |range: ProseRange| reading.span(source, range);
        let own = reading.blocks.iter().filter(|block| !block.furniture && !block.prose.is_empty());
        for block in own {
            match &block.kind {
                BlockKind::Heading { level } => summary.headings.push(HeadingSummary {
                    level: *level,
                    words: reading.words(block.prose).to_owned(),
                    span: span(block.prose),
                    marked: is_marked(block.source.of(source.text())),
                }),
                BlockKind::Item(_) => summary.items += 1,
                BlockKind::Cell(cell) if cell.column == 0 => summary.rows += 1,
                _ => {}
            }
        }
        summary.anchors = reading.anchors.iter().map(|(name, _)| name.clone()).collect();
        let links = reading.links.iter().filter(|link| !link.target.is_empty() && !reading.block(link.block).furniture);
        summary.links = links
            .map(|link| LinkSummary {
                target: link.target.clone(),
                span: if link.prose.is_empty() { source.to_disk(link.target_source) } else { span(link.prose) },
            })
            .collect();
        summary.dates = dated(reading, source);
        summary
    }
}

/// Whether the source of a heading has the marks of one: `## …`, `<h2>`, a line of dashes below.
fn is_marked(source: &str) -> bool {
    let source = source.trim();
    let underlined = source.ends_with("---") || source.ends_with("===");
    source.starts_with('#') || source.get(..2).is_some_and(|tag| tag.eq_ignore_ascii_case("<h")) || underlined
}

/// The days of a text, those of attributes among those of the words.
fn dated(reading: &Reading, source: &crate::text::SourceText) -> Vec<DatedPlace> {
    let words = dates(reading);
    let in_words =
        words.iter().filter(|date| !reading.block(date.block).furniture).filter_map(|date| match date.value {
            DateValue::Day(day) => Some(DatedPlace { day, span: reading.span(source, date.prose), attribute: false }),
            DateValue::Year(_) | DateValue::Month { .. } | DateValue::Ambiguous { .. } | DateValue::Impossible(_) => {
                None
            }
        });
    let in_attributes =
        reading.attributes.iter().filter(|(key, ..)| key == "datetime").filter_map(|(_, value, at, _)| {
            let day = value.get(..10)?.parse().ok()?;
            Some(DatedPlace { day, span: source.to_disk(*at), attribute: true })
        });
    let mut all: Vec<DatedPlace> = in_words.chain(in_attributes).collect();
    all.sort_by_key(|date| date.span.start());
    all
}
