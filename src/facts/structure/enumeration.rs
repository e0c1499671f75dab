//! Where the letters or numbers of items, headings and rows skip, repeat or stop.

use std::collections::HashMap;

use crate::doc::{BlockId, BlockKind, Mark, Reading, SectionId};
use crate::text::ProseRange;

/// A place where an enumeration breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// What is wrong.
    pub kind: BreakKind,
    /// The block before the break.
    pub before: BlockId,
    /// The block at the break.
    pub at: BlockId,
    /// The mark of the block before.
    pub label: String,
    /// The mark at the break; empty where the marks stop.
    pub next: String,
    /// The marks that are skipped.
    pub skipped: Vec<String>,
    /// The mark at the break, where it stands within its block.
    pub place: Option<ProseRange>,
}

/// How an enumeration breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakKind {
    /// Marks are left out.
    Gap,
    /// A mark stands twice.
    Repeated,
    /// The first headings have marks and later ones of their level have none.
    Stops,
    /// The last item of a list ends in a word that announces another.
    OpenEnd,
}

/// What counts together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Series {
    Headings(u8),
    Items(u8),
    Rows(u32),
    Paragraphs,
}

/// A marked block.
#[derive(Debug, Clone)]
struct Member {
    block: BlockId,
    mark: Mark,
}

/// So many marks make a series, so that a single odd one proves nothing.
pub(super) const SHORTEST: usize = 3;
/// More marks than so many are not left out by mistake: the numbers are names.
pub(super) const WIDEST: u32 = 8;

/// All breaks of a reading, in order of the place. Linear: each block is looked at once for each series around it.
pub fn enumeration_breaks(reading: &Reading) -> Vec<Break> {
    let mut reader = Reader { reading, open: HashMap::new(), found: Vec::new() };
    let mut section = None;
    for (at, block) in reading.blocks.iter().enumerate().filter(|(_, block)| !block.furniture && !block.quoted) {
        let id = BlockId::at(at);
        reader.part(section.replace(block.section), block.section, &block.kind);
        if let Some((series, mark)) = marked(reading, id) {
            reader.take(series, Member { block: id, mark });
        }
    }
    let Reader { mut open, mut found, .. } = reader;
    for (_, members) in open.drain() {
        found.extend(breaks(reading, &members));
    }
    found.extend(stops(reading));
    found.extend(super::run_in::breaks(reading));
    found.extend(super::open_end::breaks(reading));
    found.sort_by_key(|found: &Break| (found.at, found.before));
    found
}

struct Reader<'a> {
    reading: &'a Reading,
    open: HashMap<Series, Vec<Member>>,
    found: Vec<Break>,
}

impl Reader<'_> {
    /// Ends what a new section or another kind of block ends.
    fn part(&mut self, before: Option<SectionId>, section: SectionId, kind: &BlockKind) {
        let level = match kind {
            BlockKind::Heading { level } => Some(*level),
            _ => None,
        };
        let other_document = before
            .is_some_and(|before| self.reading.section(before).document != self.reading.section(section).document);
        let mut ended: Vec<Series> = (self.open.keys().copied())
            .filter(|series| match (series, kind) {
                _ if other_document => true,
                (Series::Headings(own), _) => level.is_some_and(|level| level < *own),
                (Series::Items(depth), BlockKind::Item(item)) => item.depth < *depth,
                (Series::Rows(own), BlockKind::Cell(cell)) => cell.table != *own,
                (Series::Items(_) | Series::Rows(_), _) => level.is_some(),
                (Series::Paragraphs, _) => level.is_some(),
            })
            .collect();
        ended.sort_by_key(|series| self.open[series].first().map(|member| member.block));
        for series in ended {
            if let Some(members) = self.open.remove(&series) {
                self.found.extend(breaks(self.reading, &members));
            }
        }
    }

    /// Adds a member to its series; one that starts again or looks otherwise opens another.
    fn take(&mut self, series: Series, member: Member) {
        let members = self.open.entry(series).or_default();
        let restarts = member.mark.place() == Some(1) || member.mark.roman_place() == Some(1);
        let follows_h = members.last().is_some_and(|last| last.mark.place() == Some(8)) && member.mark.label.len() == 1;
        let other = members
            .last()
            .is_some_and(|last| last.mark.style != member.mark.style || last.mark.prefix() != member.mark.prefix());
        if other || restarts && !follows_h {
            let done = std::mem::replace(members, vec![member]);
            self.found.extend(breaks(self.reading, &done));
        } else {
            members.push(member);
        }
    }
}

/// The series that a block belongs to, and its mark.
fn marked(reading: &Reading, id: BlockId) -> Option<(Series, Mark)> {
    let block = reading.block(id);
    let words = reading.words(block.prose);
    match &block.kind {
        BlockKind::Heading { level } => Some((Series::Headings(*level), Mark::at_head(words)?)),
        BlockKind::Item(item) if item.continues => None,
        BlockKind::Item(item) => Some((Series::Items(item.depth), Mark::of_label(&item.ordinal)?)),
        BlockKind::Cell(cell) if cell.column == 0 => Some((Series::Rows(cell.table), Mark::at_head(words)?)),
        BlockKind::Paragraph => Some((Series::Paragraphs, Mark::at_head(words)?)),
        BlockKind::Cell(_) | BlockKind::Code => None,
    }
}

/// Where the marks of one series skip or repeat.
fn breaks(reading: &Reading, members: &[Member]) -> Vec<Break> {
    let mut found = Vec::new();
    if members.len() < SHORTEST {
        return found;
    }
    let roman = is_roman(members);
    let place = |member: &Member| if roman { member.mark.roman_place() } else { member.mark.place() };
    if place(&members[0]) != Some(1) {
        return found;
    }
    for pair in members.windows(2) {
        let [before, after] = pair else { continue };
        let (Some(from), Some(to)) = (place(before), place(after)) else { return Vec::new() };
        let skipped: Vec<String> =
            (from + 1..to).take(WIDEST as usize).map(|at| before.mark.labelled(at, roman)).collect();
        let kind = match to {
            _ if to == from + 1 => continue,
            _ if to == from => BreakKind::Repeated,
            _ if to > from && to - from <= WIDEST => BreakKind::Gap,
            // What runs backwards counts something else.
            _ => return Vec::new(),
        };
        if stands_between(reading, before.block, after.block, &skipped) {
            continue;
        }
        found.push(Break {
            kind,
            before: before.block,
            at: after.block,
            label: before.mark.label.clone(),
            next: after.mark.label.clone(),
            skipped,
            place: None,
        });
    }
    found
}

fn is_roman(members: &[Member]) -> bool {
    let all = members.iter().all(|member| member.mark.roman_place().is_some());
    all && members.first().is_some_and(|first| first.mark.label.eq_ignore_ascii_case("i"))
}

/// Whether one of the skipped marks stands between the two blocks in another dress: in a paragraph, behind a bullet, run into the text.
fn stands_between(reading: &Reading, before: BlockId, after: BlockId, skipped: &[String]) -> bool {
    let Some(first) = skipped.first() else { return false };
    let between = &reading.blocks[before.index()..after.index()];
    between.iter().enumerate().any(|(at, block)| {
        let words = reading.words(block.prose);
        let head = || Mark::at_head(words).is_some_and(|mark| mark.label == *first);
        let label = || matches!(&block.kind, BlockKind::Item(item) if item.ordinal == *first);
        // "D.Rights" is one whose space was lost.
        let glued = || words.strip_prefix(first.as_str()).is_some_and(|rest| rest.starts_with(['.', ')']));
        at > 0 && (head() || label() || glued()) || runs_in(words, first)
    })
}

/// Whether a mark stands within a text as one that counts: ` d. `, `(d)`, ` 4) `.
fn runs_in(words: &str, label: &str) -> bool {
    words.match_indices(label).any(|(at, _)| {
        let (before, behind) = (&words[..at], &words[at + label.len()..]);
        let opened = before.ends_with('(') && behind.starts_with(')');
        let apart = before.is_empty() || before.ends_with(|c: char| c.is_whitespace());
        opened || apart && (behind.starts_with(". ") || behind.starts_with(") ") || behind.starts_with(".)"))
    })
}

/// Where the headings of a level lose their marks for good.
fn stops(reading: &Reading) -> Vec<Break> {
    let mut found = Vec::new();
    for document in &reading.documents {
        let mut levels: HashMap<u8, Vec<(BlockId, Option<Mark>)>> = HashMap::new();
        for at in document.blocks.clone().filter(|at| Some(BlockId::at(*at)) != document.title) {
            let block = &reading.blocks[at];
            if let (BlockKind::Heading { level }, false) = (&block.kind, block.furniture) {
                let mark = Mark::at_head(reading.words(block.prose)).filter(|mark| mark.prefix().is_empty());
                levels.entry(*level).or_default().push((BlockId::at(at), mark));
            }
        }
        let mut levels: Vec<_> = levels.into_iter().collect();
        levels.sort_by_key(|(level, _)| *level);
        found.extend(levels.iter().filter_map(|(_, headings)| stop(headings)));
    }
    found
}

/// The first heading without mark, where at least three marked ones come before it and two unmarked ones end the text.
fn stop(headings: &[(BlockId, Option<Mark>)]) -> Option<Break> {
    let first = headings.iter().position(|(_, mark)| mark.is_some())?;
    let marked = headings[first..].iter().take_while(|(_, mark)| mark.is_some()).count();
    let rest = &headings[first + marked..];
    let numbered_from_one =
        headings[first].1.as_ref().is_some_and(|mark| mark.place() == Some(1) || mark.roman_place() == Some(1));
    let is_stop =
        numbered_from_one && marked >= SHORTEST && rest.len() >= 2 && rest.iter().all(|(_, mark)| mark.is_none());
    let (before, mark) = headings.get(first + marked - 1).filter(|_| is_stop)?;
    Some(Break {
        kind: BreakKind::Stops,
        before: *before,
        at: rest.first()?.0,
        label: mark.as_ref().map_or_else(String::new, |mark| mark.label.clone()),
        next: String::new(),
        skipped: Vec::new(),
        place: None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::doc::{Format, read};
    use crate::text::SourceText;

    fn found(text: &str, format: Format) -> Vec<(BreakKind, String, String)> {
        let reading = read(&SourceText::new(text.as_bytes()).unwrap(), format);
        enumeration_breaks(&reading).into_iter().map(|found| (found.kind, found.label, found.next)).collect()
    }

    fn gap(label: &str, next: &str) -> (BreakKind, String, String) {
        (BreakKind::Gap, label.to_owned(), next.to_owned())
    }

    #[test]
    fn gaps() {
        let table = "| Category | Collected |\n|---|---|\n| A. Names | yes |\n| B. Faces | no |\n| C. Voices | no |\n| F. Places | yes |\n";
        assert_eq!(found(table, Format::Markdown), [gap("C", "F")]);
        let headings =
            "# Notice\n\n## 1. Names\n\nWe keep names.\n\n## 2. Uses\n\nWe use them.\n\n## 4. Ends\n\nWe end.\n";
        assert_eq!(found(headings, Format::Markdown), [gap("2", "4")]);
        let plain = "We keep:\na) names of callers;\nb) places of calls;\nd) dates of calls.\n";
        assert_eq!(found(plain, Format::Plain), [gap("b", "d")]);
        let repeated =
            "<p>We keep</p><p>(a) names of callers,</p><p>(b) places of calls,</p><p>(b) dates of calls.</p>";
        assert_eq!(found(repeated, Format::Html), [(BreakKind::Repeated, "b".to_owned(), "b".to_owned())]);
    }

    #[test]
    fn what_counts_well() {
        for text in [
            "1. one\n1. two\n1. three\n",
            "1. Names\n2. Places\n3. Dates\n\n## More\n\n1. Cats\n2. Dogs\n3. Birds\n",
            "## 1. A\n\nText here.\n\n### 1.1 B\n\nText here.\n\n### 1.2 C\n\nText here.\n\n## 2. D\n\nText here.\n",
            "(i) names\n\n(ii) places\n\n(iii) dates\n\n(iv) sounds\n\n(v) smells\n",
            "## 1. A\n\nText.\n\n## 2. B\n\nText.\n\n3. C. This one is set as a paragraph.\n\n## 4. D\n\nText.\n",
        ] {
            assert_eq!(found(text, Format::Markdown), [], "{text}");
        }
    }

    #[test]
    fn marks_that_stop() {
        let text = "# Notice\n\n## 1. A\n\nText.\n\n## 2. B\n\nText.\n\n## 3. C\n\nText.\n\n## Rights\n\nText.\n\n## Contact\n\nText.\n";
        assert_eq!(found(text, Format::Markdown), [(BreakKind::Stops, "3".to_owned(), String::new())]);
    }
}
