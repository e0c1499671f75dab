//! Tables whose cells are kept apart by pipes or tabs.

use std::ops::Range;

use crate::text::TextRange;

use super::lines::Line;

/// A table of a plain text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Table {
    /// Its rows, by index into the lines.
    pub(super) lines: Range<usize>,
    separator: char,
}

impl Table {
    /// The cells of one row, empty ones included.
    pub(super) fn cells<'a>(&self, text: &'a str, line: &Line) -> impl Iterator<Item = TextRange> + use<'a> {
        cells(text, line.range, self.separator)
    }
}

/// Finds the tables: neighbouring lines with as many cells each. Two cells in two lines are enough with pipes; tabs
/// stand in other places too, so it takes three cells or three lines.
pub(super) fn find(text: &str, lines: &[Line]) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let found = ['|', '\t'].into_iter().find_map(|separator| {
            let columns = column_count(text, &lines[at], separator)?;
            let alike = |line: &&Line| !line.after_gap && column_count(text, line, separator) == Some(columns);
            let rows = 1 + lines[at + 1..].iter().take_while(alike).count();
            let enough = rows >= 2 && (separator == '|' || columns >= 3 || rows >= 3);
            enough.then(|| Table { lines: at..at + rows, separator })
        });
        match found {
            Some(table) => {
                at = table.lines.end;
                tables.push(table);
            }
            None => at += 1,
        }
    }
    tables
}

fn column_count(text: &str, line: &Line, separator: char) -> Option<usize> {
    let plausible = separator == '|' || line.marker.is_none();
    let columns = if plausible && line.range.of(text).contains(separator) {
        cells(text, line.range, separator).count()
    } else {
        0
    };
    (columns >= 2).then_some(columns)
}

fn cells(text: &str, range: TextRange, separator: char) -> impl Iterator<Item = TextRange> + use<'_> {
    let line = range.of(text);
    let inner = line.trim_matches(separator);
    let start = range.start() + (line.len() - line.trim_start_matches(separator).len());
    let mut offset = start;
    inner.split(separator).map(move |cell| {
        let at = offset + (cell.len() - cell.trim_start().len());
        offset += cell.len() + separator.len_utf8();
        TextRange::new(at, at + cell.trim().len())
    })
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn rows(text: &str) -> Vec<Vec<&str>> {
        let lines = split(text);
        let tables = find(text, &lines);
        let row = |table: &Table, line: &Line| table.cells(text, line).map(|cell| cell.of(text)).collect();
        tables.iter().flat_map(|table| lines[table.lines.clone()].iter().map(|line| row(table, line))).collect()
    }

    #[test]
    fn pipe_tables_with_and_without_frame() {
        let expected = vec![vec!["Data", "Why"], vec!["Names", "To greet"]];
        assert_eq!(rows("Data | Why |\nNames | To greet |"), expected);
        assert_eq!(rows("| Data | Why |\n|------|-----|\n| Names | To greet |"), expected);
        assert_eq!(rows("Data | Why\nNames | To greet\n\nplain text"), expected);
        assert_eq!(rows("Data | Why | How\n a | | c"), [["Data", "Why", "How"], ["a", "", "c"]]);
    }

    #[test]
    fn tab_tables_need_more_evidence() {
        assert_eq!(rows("Data\tWhy\tHow\nNames\tTo greet\tForms").len(), 2);
        assert!(rows("Data\tWhy\nNames\tTo greet").is_empty());
    }

    #[test]
    fn a_menu_line_is_no_table() {
        assert!(rows("Home | About | Contact\nWe keep names.").is_empty());
    }
}
