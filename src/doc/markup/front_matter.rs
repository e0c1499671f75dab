//! The lines of metadata that site generators read before a page: YAML between `---`, TOML between `+++`.

use crate::text::TextRange;

use super::builder::Builder;

/// Where the page itself starts, in bytes: after its front matter, if any.
pub(crate) fn body_start(text: &str) -> usize {
    let Some(mark) = ["---", "+++"].iter().find(|mark| is_mark(text.lines().next().unwrap_or_default(), mark)) else {
        return 0;
    };
    let mut offset = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        offset += line.len();
        let closes = is_mark(line, mark) || (*mark == "---" && is_mark(line, "..."));
        if index > 0 && closes {
            return offset;
        }
        // A rule at the top of a page is no front matter: that has a key in its first line.
        if index == 1 && !is_front_matter(line) {
            return 0;
        }
    }
    0
}

fn is_front_matter(line: &str) -> bool {
    entry(line).is_some() || line.starts_with(['#', '[']) || line.trim_end().ends_with(':')
}

fn is_mark(line: &str, mark: &str) -> bool {
    line.trim_end() == mark
}

/// Reads the front matter that ends at `body`: `key: value`, `key = "value"`. Values of several lines are left out.
pub(crate) fn read(builder: &mut Builder<'_>, body: usize) {
    let text = builder.text();
    let mut offset = 0;
    for line in text.get(..body).unwrap_or_default().split_inclusive('\n') {
        let start = offset;
        offset += line.len();
        if let Some(at) = line.find('#').filter(|at| line[..*at].trim().is_empty()) {
            builder.comment(TextRange::new(start + at + 1, start + line.trim_end().len()));
        } else if let Some((key, value)) = entry(line) {
            let value_start = start + value.start;
            let range = TextRange::new(value_start, start + value.end);
            builder.metadata(key, range.of(text), range);
        }
    }
}

/// The key and the place of the value in a line.
fn entry(line: &str) -> Option<(&str, std::ops::Range<usize>)> {
    let at = line.find([':', '='])?;
    let key = line[..at].trim().trim_matches(['"', '\'']);
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    if key.is_empty() || !key.chars().all(plain) {
        return None;
    }
    let after = &line[at + 1..];
    let value = uncommented(after.trim());
    let value_at = at + 1 + (after.len() - after.trim_start().len());
    let quotes =
        ['"', '\''].into_iter().find(|quote| value.len() > 1 && value.starts_with(*quote) && value.ends_with(*quote));
    let inset = usize::from(quotes.is_some());
    let range = value_at + inset..value_at + value.len() - inset;
    (!range.is_empty() && !matches!(value, "|" | ">" | "|-" | ">-")).then_some((key, range))
}

/// A value without the comment after it.
fn uncommented(value: &str) -> &str {
    match value.find(" #") {
        Some(at) if !value.starts_with(['"', '\'']) => value[..at].trim_end(),
        _ => value,
    }
}
