//! Tables: which column a cell stands in, and whether a table holds data or only lays out the page.

use crate::doc::raw::RawKind;

/// More columns than any table of a policy has; a guard against hostile spans.
const MAX_COLUMN: u32 = 10_000;
/// Cells that reach over several rows at the same time; more are taken to reach over one.
const MAX_REACHING: usize = 100;
/// A cell with more words is a part of the page, not a datum.
const MAX_CELL_WORDS: u32 = 250;

/// A table as far as it has been read.
#[derive(Debug, Default)]
struct Table {
    /// `role="presentation"`.
    presentation: bool,
    /// The row that is being read; `None` before the first.
    row: Option<u32>,
    column: u32,
    columns: u32,
    reaching: Vec<Reaching>,
    has_heads: bool,
    /// Whether the table holds another one.
    holds_table: bool,
}

/// A cell that takes up columns of later rows.
#[derive(Debug)]
struct Reaching {
    columns: std::ops::Range<u32>,
    last_row: u32,
}

#[derive(Debug)]
struct Cell {
    table: u32,
    row: u32,
    column: u32,
    header: bool,
    around: Option<u32>,
    words: u32,
    /// Those of its words that are headings.
    heading_words: u32,
    /// Whether all of its text is bold so far, or a heading.
    bold: bool,
}

/// All tables of a source and their cells.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    tables: Vec<Table>,
    cells: Vec<Cell>,
}

impl Tables {
    /// Opens a table that stands in the cell `around`.
    pub(crate) fn open_table(&mut self, around: Option<u32>, presentation: bool) -> u32 {
        if let Some(cell) = around.and_then(|cell| self.cells.get(cell as usize))
            && let (false, Some(table)) = (cell.header, self.tables.get_mut(cell.table as usize))
        {
            table.holds_table = true;
        }
        self.tables.push(Table { presentation, ..Table::default() });
        number(self.tables.len() - 1)
    }

    /// Opens a row.
    pub(crate) fn open_row(&mut self, table: u32) {
        if let Some(table) = self.tables.get_mut(table as usize) {
            table.next_row();
        }
    }

    /// Opens a cell; spans are those of the tag, as written.
    pub(crate) fn open_cell(&mut self, table: u32, around: Option<u32>, header: bool, spans: (i64, i64)) -> u32 {
        let (mut row, mut column) = (0, 0);
        if let Some(table) = self.tables.get_mut(table as usize) {
            table.has_heads |= header;
            (row, column) = table.place(spans);
        }
        self.cells.push(Cell { table, row, column, header, around, words: 0, heading_words: 0, bold: true });
        number(self.cells.len() - 1)
    }

    /// Says that a table has a title or the like, which only tables of data have.
    pub(crate) fn mark_data(&mut self, table: Option<u32>) {
        if let Some(table) = table.and_then(|table| self.tables.get_mut(table as usize)) {
            table.has_heads = true;
        }
    }

    /// Adds the words of a block to its cell.
    pub(crate) fn add_words(&mut self, cell: Option<u32>, words: u32, bold: bool, is_heading: bool) {
        if let Some(cell) = cell.and_then(|cell| self.cells.get_mut(cell as usize)) {
            cell.words = cell.words.saturating_add(words);
            cell.heading_words = cell.heading_words.saturating_add(if is_heading { words } else { 0 });
            cell.bold &= bold || is_heading;
        }
    }

    /// The kind of the blocks in each cell: `None` where all tables around it lay out the page. Tables of data are
    /// numbered in order from `first`.
    pub(crate) fn resolve(&self) -> Vec<Option<RawKind>> {
        let numbers = self.data_tables();
        let bold_heads = self.bold_first_rows();
        let mut kinds: Vec<Option<RawKind>> = Vec::with_capacity(self.cells.len());
        for cell in &self.cells {
            let kind = match numbers.get(cell.table as usize).copied().flatten() {
                Some(table) => {
                    let bold_head = cell.row == 0 && bold_heads.get(cell.table as usize) == Some(&true);
                    let header = cell.header || bold_head;
                    Some(RawKind::Cell { table, row: cell.row, column: cell.column, header })
                }
                None => cell.around.and_then(|around| kinds.get(around as usize).cloned().flatten()),
            };
            kinds.push(kind);
        }
        kinds
    }

    /// The number of each table among the tables of data.
    fn data_tables(&self) -> Vec<Option<u32>> {
        let parts = self.holding_page_parts();
        let mut data: Vec<bool> = self.tables.iter().zip(parts).map(|(table, parts)| table.is_data(parts)).collect();
        for cell in &self.cells {
            let table = cell.table as usize;
            if cell.words > MAX_CELL_WORDS && !self.tables[table].has_heads {
                data[table] = false;
            }
        }
        let mut count = 0;
        let mut next = || {
            count += 1;
            count - 1
        };
        data.into_iter().map(|is_data| is_data.then(&mut next)).collect()
    }

    /// Which tables hold headings of the page. Cells that are but headings, several in a row, are cells that someone made large.
    fn holding_page_parts(&self) -> Vec<bool> {
        let mut over_text = vec![false; self.tables.len()];
        let mut lone = vec![false; self.tables.len()];
        let mut several = vec![false; self.tables.len()];
        let mut last = None;
        // A heading within `<th>` is but a way to style it.
        for cell in self.cells.iter().filter(|cell| cell.heading_words > 0 && !cell.header) {
            let table = cell.table as usize;
            if cell.words > cell.heading_words {
                over_text[table] = true;
            } else {
                lone[table] = true;
                several[table] |= last.replace((table, cell.row)) == Some((table, cell.row));
            }
        }
        over_text.into_iter().zip(lone).zip(several).map(|((text, lone), several)| text || (lone && !several)).collect()
    }

    /// Whether a table without `<th>` has a first row that is all bold, and another one that is not.
    fn bold_first_rows(&self) -> Vec<bool> {
        let mut first_bold = vec![true; self.tables.len()];
        let mut other_plain = vec![false; self.tables.len()];
        for cell in self.cells.iter().filter(|cell| cell.words > 0) {
            let table = cell.table as usize;
            if cell.row == 0 {
                first_bold[table] &= cell.bold;
            } else {
                other_plain[table] |= !cell.bold;
            }
        }
        let plain_heads = self.tables.iter().map(|table| !table.has_heads);
        plain_heads.zip(first_bold).zip(other_plain).map(|((plain, first), other)| plain && first && other).collect()
    }
}

impl Table {
    fn next_row(&mut self) {
        let row = self.row.map_or(0, |row| row.saturating_add(1));
        self.row = Some(row);
        self.column = 0;
        self.reaching.retain(|reaching| reaching.last_row >= row);
    }

    /// Row and column of the next cell (HTML, "forming a table").
    fn place(&mut self, (colspan, rowspan): (i64, i64)) -> (u32, u32) {
        let row = *self.row.get_or_insert(0);
        for reaching in &self.reaching {
            if reaching.columns.contains(&self.column) {
                self.column = reaching.columns.end;
            }
        }
        let column = self.column.min(MAX_COLUMN);
        let width = u32::try_from(colspan.clamp(1, 1000)).unwrap_or(1);
        self.column = column + width;
        self.columns = self.columns.max(column + 1);
        // 0 reaches to the end of the row group.
        let height = if rowspan == 0 { 65_534 } else { u32::try_from(rowspan.clamp(1, 65_534)).unwrap_or(1) };
        if height > 1 && self.reaching.len() < MAX_REACHING {
            let reaching = Reaching { columns: column..column + width, last_row: row.saturating_add(height - 1) };
            let at = self.reaching.partition_point(|other| other.columns.start < column);
            self.reaching.insert(at, reaching);
        }
        (row, column)
    }

    /// Whether the table is there for its data. One column, one row, or parts of a page in it speak against.
    fn is_data(&self, holds_headings: bool) -> bool {
        if self.presentation || self.columns < 2 {
            return false;
        }
        self.has_heads || (!self.holds_table && !holds_headings && self.row.is_some_and(|row| row > 0))
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
