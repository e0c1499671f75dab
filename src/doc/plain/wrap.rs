//! Puts the lines of a wrapped paragraph together again.

use std::ops::Range;

use super::super::shape::{Ending, MarkerKind, is_abbreviation};
use super::breaks::{Break, NARROW, WIDE, classify, is_full, last_word, margin, width};
use super::lines::Line;

/// Groups of lines that are one paragraph, item or heading each. `lines` holds no table row.
pub(super) fn paragraphs(text: &str, lines: &[Line]) -> Vec<Range<usize>> {
    let margin = margin(text, lines);
    let mut groups = Vec::new();
    let mut start = 0;
    while start < lines.len() {
        let end = (start + 1..lines.len()).find(|&at| opens_block(text, lines, start, at)).unwrap_or(lines.len());
        group(text, lines, start..end, margin, &mut groups);
        start = end;
    }
    groups
}

/// Whether line `at` opens a block of its own whatever the width of the text.
fn opens_block(text: &str, lines: &[Line], start: usize, at: usize) -> bool {
    let (before, line) = (&lines[at - 1], &lines[at]);
    line.after_gap
        || line.underlined.is_some()
        || before.underlined.is_some()
        || (line.marker.is_some() && !is_wrapped_marker(text, lines, start, at))
}

/// Whether what looks like a marker is the hyphen or the "(i)" of a sentence that was wrapped there.
fn is_wrapped_marker(text: &str, lines: &[Line], start: usize, at: usize) -> bool {
    let (before, line) = (&lines[at - 1], &lines[at]);
    let kind = |line: &Line| line.marker.as_ref().map(|marker| std::mem::discriminant(&marker.kind));
    let is_dash = line.marker.as_ref().is_some_and(|marker| {
        matches!(marker.kind, MarkerKind::Bullet('-' | '\u{2013}' | '\u{2014}' | '+' | '*') | MarkerKind::Ordinal(_))
    });
    let alone = kind(line) != kind(&lines[start]) && lines.get(at + 1).is_none_or(|after| kind(after) != kind(line));
    let full = before.edge >= NARROW
        && before.edge <= WIDE
        && is_full(text, before, line, width(lines, at - 1, start, at + 2));
    let broken =
        matches!(before.ending, Ending::Open | Ending::Comma) || is_abbreviation(last_word(before.range.of(text)));
    is_dash && alone && full && broken && line.indent == before.words_column()
}

/// Cuts `range`, lines without gap or marker in between, where a break was meant.
fn group(text: &str, lines: &[Line], range: Range<usize>, margin: Option<usize>, groups: &mut Vec<Range<usize>>) {
    let breaks: Vec<Break> = (range.start + 1..range.end).map(|at| classify(text, lines, &range, margin, at)).collect();
    let mut start = range.start;
    let mut line = range.start + 1;
    for run in breaks.split_inclusive(|found| *found == Break::Meant) {
        for joined in joins(run) {
            if !joined {
                groups.push(start..line);
                start = line;
            }
            line += 1;
        }
    }
    groups.push(start..range.end);
}

/// Which of the breaks of full lines in a row lie within a paragraph. A last break that was meant does not.
fn joins(run: &[Break]) -> Vec<bool> {
    let mut joined = Vec::with_capacity(run.len());
    let mut after_colon = false;
    for part in run.split_inclusive(|found| matches!(found, Break::Colon | Break::Meant)) {
        let (inner, last) = match part.split_last() {
            Some((last @ (Break::Colon | Break::Meant), inner)) => (inner, Some(*last)),
            _ => (part, None),
        };
        let running = is_running_text(inner, after_colon);
        // Behind a colon, lines of wrapped text are told from items only by breaks that no list has.
        if after_colon
            && running
            && let Some(colon) = joined.last_mut()
        {
            *colon = true;
        }
        joined.extend(inner.iter().map(|found| running || *found == Break::Torn));
        joined.extend(last.map(|_| false));
        after_colon = last == Some(Break::Colon);
    }
    joined
}

/// Whether full lines in a row are a wrapped paragraph: most of them end in mid-sentence.
fn is_running_text(breaks: &[Break], after_colon: bool) -> bool {
    let count = |kind| breaks.iter().filter(|found| **found == kind).count();
    let (torn, lower) = (count(Break::Torn), count(Break::Lower));
    let inside = torn + lower;
    let evident = torn > 0 || (lower > 0 && !after_colon);
    evident && count(Break::Closed) <= inside && count(Break::Open) <= inside
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let lines = split(text);
        let join =
            |group: Range<usize>| lines[group].iter().map(|line| line.range.of(text)).collect::<Vec<_>>().join(" ");
        paragraphs(text, &lines).into_iter().map(join).collect()
    }

    #[test]
    fn a_wrapped_paragraph_is_one() {
        let text = "We keep the address that you give us for as long as your\naccount is open. We then\nerase it.";
        assert_eq!(read(text).len(), 2, "the second line was broken on purpose");
        let text = "We keep the address that you give us for as long as your\naccount is open. We then erase it, and with it all that\nbelongs to it. \
                    Copies on tape\n\nNext paragraph.";
        assert_eq!(read(text).len(), 2);
    }

    #[test]
    fn in_a_wrapped_text_names_and_headings_go_on() {
        let body = "We keep the address that you give us for as long as your\naccount is open. We then erase it, and with it all that\n\
                    belongs to it, be it on paper or on a disk in a cellar\nbelow the ground.\n\n";
        let text = format!("{body}Contact Information and How to Get a Copy of Your Own\nPersonal Data\n\n{body}");
        assert_eq!(read(&text)[1], "Contact Information and How to Get a Copy of Your Own Personal Data");
    }

    #[test]
    fn one_line_each_is_one_paragraph_each() {
        let text = "How we keep your data\nWe keep the address that you give us for as long as your account is open.\n\
                    We then erase it.";
        assert_eq!(read(text).len(), 3);
        let items = "run the service;\nimprove the service and its parts;\npay the bills we owe.";
        assert_eq!(read(items).len(), 3);
    }

    #[test]
    fn a_sentence_goes_on_after_a_function_word() {
        let text = "If at any time you would like to stop receiving our letters you can write to us at\n\
                    post@lantern.example and we will take you off the list at once without any question asked.";
        assert_eq!(read(text).len(), 1);
    }

    #[test]
    fn a_list_behind_a_colon_is_not_wrapped_text() {
        let list = "We keep all of the following for you:\nyour name and your e-mail address\nyour date of birth and your town\n\
                    your purchases in our shop";
        assert_eq!(read(list).len(), 4);
        let text = "We keep all of the following for you:\nyour name, your e-mail address, the\ndate of your birth. \
                    We erase it all\nwhen you go.";
        assert_eq!(read(text).len(), 1);
    }

    #[test]
    fn a_dash_at_the_head_of_a_wrapped_line_is_no_bullet() {
        let text = "We keep the address that you give us for as long as you\n- the customer of this shop, that is - have an account\n\
                    with us and for a year after that.";
        assert_eq!(read(text).len(), 1);
        let list = "We keep all of the following data on our own machines\n- names\n- places";
        assert_eq!(read(list).len(), 3);
    }
}
