//! Lead-ins: the sentence that the items of a list, or the cells of a table, complete.

use crate::doc::model::{BlockKind, SentenceId};

/// Words in the last sentence before a list that announce it.
const ANNOUNCING: [&str; 3] = ["following", "below", "as follows"];

/// The lists that are open while blocks are read in order.
#[derive(Default)]
pub(super) struct Lists {
    /// For each depth, what leads the list in.
    leads: Vec<Option<SentenceId>>,
    /// For each depth, the last sentence of the latest item.
    latest: Vec<Option<SentenceId>>,
    /// The last sentence before the list, if it can lead one in.
    before: Option<SentenceId>,
    /// The table that is open and what leads it in.
    table: Option<(u32, Option<SentenceId>)>,
}

impl Lists {
    /// Takes the next block and gives what leads it in. `last` is its last sentence, `words` that sentence's words.
    pub(super) fn next(
        &mut self,
        kind: &BlockKind,
        continues: bool,
        last: Option<SentenceId>,
        words: &str,
    ) -> Option<SentenceId> {
        match kind {
            BlockKind::Item(item) => {
                self.table = None;
                self.item(usize::from(item.depth), continues, last)
            }
            BlockKind::Cell(cell) => {
                self.close();
                let lead = match self.table {
                    Some((table, lead)) if table == cell.table => lead,
                    _ => self.before,
                };
                self.table = Some((cell.table, lead));
                lead
            }
            BlockKind::Paragraph => {
                self.close();
                self.table = None;
                self.before = last.filter(|_| leads_in(words));
                None
            }
            BlockKind::Heading { .. } | BlockKind::Code => {
                self.close();
                self.table = None;
                self.before = last.filter(|_| words.trim_end().ends_with(':'));
                None
            }
        }
    }

    fn item(&mut self, depth: usize, continues: bool, last: Option<SentenceId>) -> Option<SentenceId> {
        if depth >= self.leads.len() {
            // A list within an item is led in by that item, an outermost one by what stands before it.
            let lead = if self.leads.is_empty() { self.before } else { self.latest.last().copied().flatten() };
            self.leads.resize(depth + 1, lead);
            self.latest.resize(depth + 1, None);
        } else {
            self.leads.truncate(depth + 1);
            self.latest.truncate(depth + 1);
        }
        self.latest[depth] = last;
        if continues { None } else { self.leads[depth] }
    }

    fn close(&mut self) {
        self.leads.clear();
        self.latest.clear();
    }
}

/// Whether a paragraph's last sentence announces a list: a colon, a word that says so, or no end at all.
fn leads_in(words: &str) -> bool {
    let words = words.trim_end();
    if words.ends_with([':', ',', '\u{2014}', '-']) {
        return true;
    }
    if words.ends_with(['.', '!', '?', ';', '"', ')']) {
        let lower = words.to_lowercase();
        return ANNOUNCING.iter().any(|announcing| lower.contains(announcing));
    }
    true
}

#[cfg(test)]
mod tests {
    use super::leads_in;

    #[test]
    fn what_announces_a_list() {
        for words in
            ["We collect:", "We collect the following.", "You have the right to", "The purposes are as follows."]
        {
            assert!(leads_in(words), "{words}");
        }
        for words in ["We collect names.", "Who asks?"] {
            assert!(!leads_in(words), "{words}");
        }
    }
}
