//! Which of the looks of a document's headings is above which.

use std::collections::{HashMap, HashSet};

use super::super::super::raw::Look;
use super::super::unit::Unit;
use super::class::{self, Class};
use super::{Entry, Style};

/// What has a rank: all numbers together, and each look of headings without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Numbers,
    Class(Class),
}

/// The ranks of a document's headings, highest first; what shares a rank stands on one level.
#[derive(Debug)]
pub(super) struct Ranks(Vec<Vec<Kind>>);

/// What two kinds of headings are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Above,
    Alike,
    Below,
}

#[derive(Debug, Default)]
struct Counts {
    /// The kinds in the order in which they are met.
    met: Vec<Kind>,
    all: HashMap<Kind, usize>,
    /// How often one is the next heading after another.
    next: HashMap<(Kind, Kind), usize>,
    /// How often it stands right under it.
    adjacent: HashMap<(Kind, Kind), usize>,
    /// How most numbered headings look.
    numbers: Look,
    /// The kinds that stand between numbered headings.
    between: HashSet<Kind>,
}

impl Kind {
    fn of(style: Style) -> Option<Self> {
        match style {
            Style::Numbered(_) => Some(Self::Numbers),
            Style::Alike(class) => Some(Self::Class(class)),
            Style::Given(_) | Style::Title | Style::Label => None,
        }
    }
}

impl Ranks {
    pub(super) fn of(entries: &[Entry], units: &[Unit<'_>]) -> Self {
        let counts = Counts::of(entries, units);
        let mut ranks: Vec<Vec<Kind>> = Vec::new();
        for &kind in &counts.met {
            let relations =
                |rank: &[Kind]| rank.iter().map(|before| counts.relation(*before, kind)).collect::<Vec<_>>();
            let mut place = ranks.len();
            while place > 0 && relations(&ranks[place - 1]).iter().all(|relation| *relation == Relation::Below) {
                place -= 1;
            }
            let above = place.checked_sub(1).map_or(Vec::new(), |above| relations(&ranks[above]));
            if above.contains(&Relation::Alike) && !above.contains(&Relation::Above) {
                ranks[place - 1].push(kind);
            } else {
                ranks.insert(place, vec![kind]);
            }
        }
        Self(ranks)
    }

    /// How far below the highest each kind is, where only the kinds of `styles` are there.
    pub(super) fn tops(&self, styles: impl Iterator<Item = Style> + Clone) -> HashMap<Kind, u8> {
        let deep = styles.clone().filter(|style| matches!(style, Style::Numbered(style) if style.levels > 1)).count();
        let mut tops: HashMap<Kind, u8> = styles.filter_map(Kind::of).map(|kind| (kind, 0)).collect();
        let mut top = 0;
        for rank in &self.0 {
            let here: Vec<&Kind> = rank.iter().filter(|kind| tops.contains_key(kind)).collect();
            let depth = u8::from(!here.is_empty()) + u8::from(deep >= 2 && here.contains(&&Kind::Numbers));
            for kind in here {
                tops.insert(*kind, top);
            }
            top += depth;
        }
        tops
    }
}

impl Counts {
    fn of(entries: &[Entry], units: &[Unit<'_>]) -> Self {
        let mut counts = Self::default();
        let mut looks: HashMap<Look, usize> = HashMap::new();
        let mut before: Option<(Kind, usize)> = None;
        for entry in entries {
            let Some(kind) = Kind::of(entry.style) else {
                before = None;
                continue;
            };
            let count = counts.all.entry(kind).or_default();
            *count += 1;
            if *count == 1 {
                counts.met.push(kind);
            }
            if kind == Kind::Numbers {
                *looks.entry(class::look(&units[entry.at])).or_default() += 1;
            }
            if let Some((last, at)) = before {
                *counts.next.entry((last, kind)).or_default() += 1;
                *counts.adjacent.entry((last, kind)).or_default() += usize::from(at + 1 == entry.at);
            }
            before = Some((kind, entry.at));
        }
        let numbered = |entry: &Entry| matches!(entry.style, Style::Numbered(_));
        let first = entries.iter().position(numbered).unwrap_or(entries.len());
        let last = entries.iter().rposition(numbered).unwrap_or(first);
        let between = entries.iter().take(last).skip(first);
        counts.between = between.filter_map(|entry| Kind::of(entry.style)).collect();
        let most = looks.into_iter().max_by_key(|(look, count)| (*count, class::weight(*look)));
        counts.numbers = most.map(|(look, _)| look).unwrap_or_default();
        counts
    }

    fn count(&self, kind: Kind) -> usize {
        self.all.get(&kind).copied().unwrap_or(0)
    }

    /// What `first`, which is met before `second`, is to it.
    fn relation(&self, first: Kind, second: Kind) -> Relation {
        match (first, second) {
            (Kind::Class(first), Kind::Class(second)) => self.looks(first, second),
            (Kind::Numbers, Kind::Class(class)) => self.numbers_to(class, false),
            (Kind::Class(class), Kind::Numbers) => match self.numbers_to(class, true) {
                Relation::Above => Relation::Below,
                Relation::Below => Relation::Above,
                Relation::Alike => Relation::Alike,
            },
            (Kind::Numbers, Kind::Numbers) => Relation::Alike,
        }
    }

    /// What numbered headings are to those of a look: above, but few of them, or lighter ones, are below what is there before,
    /// and what looks like them and stands between none of them is of their rank.
    fn numbers_to(&self, class: Class, after: bool) -> Relation {
        let (numbers, others) = (self.count(Kind::Numbers), self.count(Kind::Class(class)));
        let lighter = class::weight(self.numbers) < class::weight(class.look);
        let few = numbers * 3 <= others && class::weight(self.numbers) <= class::weight(class.look);
        match numbers {
            _ if after && !class.capitals && (lighter && others > 1 || few) => Relation::Below,
            _ if class.capitals || numbers < 2 => Relation::Alike,
            _ if class.look == self.numbers && !self.between.contains(&Kind::Class(class)) => Relation::Alike,
            _ => Relation::Above,
        }
    }

    /// What headings of one look are to those of another that is met later. What stands right above the other is above it;
    /// else what stands out more, unless the lighter ones come first, are fewer, and lead over to the others.
    fn looks(&self, first: Class, second: Class) -> Relation {
        let (one, other) = (Kind::Class(first), Kind::Class(second));
        let (count, others) = (self.count(one), self.count(other));
        if first.look == second.look {
            return match (first.capitals, if first.capitals { count } else { others }) {
                (_, ..2) => Relation::Alike,
                (true, _) => Relation::Above,
                (false, _) => Relation::Below,
            };
        }
        let of = |map: &HashMap<(Kind, Kind), usize>, pair| map.get(&pair).copied().unwrap_or(0);
        let (down, up) = (of(&self.adjacent, (one, other)), of(&self.adjacent, (other, one)));
        let heavier = first.weight() >= second.weight();
        let leads = count >= 3 && count <= others && of(&self.next, (one, other)) * 2 >= count;
        match down.cmp(&up) {
            std::cmp::Ordering::Greater if heavier || count > 1 => Relation::Above,
            std::cmp::Ordering::Less if !heavier || others > 1 => Relation::Below,
            _ if heavier || leads => Relation::Above,
            _ => Relation::Below,
        }
    }
}
