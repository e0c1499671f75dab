//! Reads Markdown: CommonMark with tables, footnotes, front matter, attribute lists, templates and raw HTML.

mod attribute_list;
mod destination;
mod events;
mod raw_html;
#[cfg(test)]
mod tests;

use crate::text::TextRange;

use super::markup::{Builder, front_matter, template};
use super::raw::RawReading;
use attribute_list::AttributeLists;
use events::EventReader;

/// Reads the decoded text of a Markdown file. Any text is read; nothing fails.
pub fn read(text: &str) -> RawReading {
    let body = front_matter::body_start(text);
    let lists = AttributeLists::find(text, body);
    let mut builder = Builder::new(text, excluded(template::tags(text), lists.ranges()));
    front_matter::read(&mut builder, body);
    for comment in lists.comments() {
        builder.comment(comment);
    }
    EventReader::new(&mut builder, lists).read(body..text.len());
    let mut reading = builder.finish();
    reading.comments.sort_by_key(|comment| comment.start());
    reading
}

/// Ranges from two lists in one order, those that overlap joined.
fn excluded(mut ranges: Vec<TextRange>, others: impl Iterator<Item = TextRange>) -> Vec<TextRange> {
    ranges.extend(others);
    ranges.sort();
    ranges.dedup_by(|next, kept| {
        let overlaps = next.start() < kept.end();
        if overlaps {
            *kept = kept.join(*next);
        }
        overlaps
    });
    ranges
}
