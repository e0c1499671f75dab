//! What of a long line is shown: a window around each mark, within a number of columns.

use std::ops::Range;

use super::ruler::Ruler;

/// The part of a mark that lies on one line, in bytes of the text.
#[derive(Debug, Clone)]
pub(super) struct LineMark {
    /// Where it lies; may be empty.
    pub(super) range: Range<usize>,
    /// What of it must be seen.
    pub(super) keep: Keep,
}

/// Which ends of a mark must be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// Both: it begins and ends on the line.
    Both,
    /// Its start: it goes on after the line.
    Start,
    /// Its end: it began before the line.
    End,
}

/// Windows closer than this many columns become one.
const NEAR: usize = 8;
/// The widest single character is one that is shown by its number, such as `<U+E0020>`.
const WIDEST: usize = 9;

/// How many marks fit on a line of `budget` columns so that each of them can be seen.
pub(super) fn capacity(budget: usize, ellipsis: usize) -> usize {
    (budget / (WIDEST + 2 + 2 * ellipsis)).max(1)
}

/// One window: what is shown and, within it, what must not be cut away.
#[derive(Debug, Clone)]
struct Window {
    shown: Range<usize>,
    core: Range<usize>,
}

/// The byte ranges of the line that are shown, in order, apart from each other; together with an ellipsis of `ellipsis`
/// columns at each cut they take at most `budget` columns.
///
/// `marks` are at most [`capacity`], each within the line.
pub(super) fn windows(ruler: &Ruler<'_>, marks: &[LineMark], budget: usize, ellipsis: usize) -> Vec<Range<usize>> {
    let line = ruler.line();
    if ruler.forward(line.start, line.end, budget).end == line.end {
        return vec![line];
    }
    let mut windows = cores(ruler, marks, budget, ellipsis);
    let taken: usize = windows.iter().map(|window| ruler.cost(&window.shown)).sum();
    let mut spare = budget.saturating_sub(taken + ellipsis * (windows.len() + 1));
    join_near(ruler, &mut windows, &mut spare, ellipsis);
    widen(ruler, &mut windows, spare);
    let joined = unite(windows);
    let mut shown: Vec<_> = joined.into_iter().map(|window| ruler.to_words(window.shown, &window.core)).collect();
    shown.retain(|range| !range.is_empty());
    shown
}

/// The marks as windows without context; one that takes more than its share, or half of the line, is cut in its middle.
fn cores(ruler: &Ruler<'_>, marks: &[LineMark], budget: usize, ellipsis: usize) -> Vec<Window> {
    let line = ruler.line();
    let whole = [LineMark { range: line.start..line.start, keep: Keep::Start }];
    let marks = if marks.is_empty() { &whole } else { marks };
    let half = (budget / 2).max(WIDEST);
    let cost = |mark: &LineMark| {
        let walk = ruler.forward(mark.range.start, mark.range.end, half);
        if walk.end == mark.range.end { walk.cost } else { half + 1 }
    };
    let costs = marks.iter().map(cost).collect();
    let share = fair_share(costs, budget.saturating_sub(ellipsis * (2 * marks.len() + 1))).clamp(WIDEST, half);

    let mut windows = Vec::new();
    for mark in marks {
        let Range { start, end } = mark.range;
        // An empty mark points at the character after it.
        let end = if start == end { ruler.next(start).map_or(end, |(next, _)| next) } else { end };
        let whole = ruler.forward(start, end, share);
        let mut push = |range: Range<usize>| windows.push(Window { shown: range.clone(), core: range });
        if whole.end == end {
            push(start..end);
            continue;
        }
        match mark.keep {
            Keep::Start => push(start..whole.end),
            Keep::End => push(ruler.backward(end, start, share).end..end),
            Keep::Both => {
                let first = ruler.next(start).map_or(0, |(_, cost)| cost);
                let head = ruler.forward(start, end, (share / 2).max(first));
                let tail = ruler.backward(end, head.end, share.saturating_sub(head.cost));
                push(start..head.end);
                push(tail.end..end);
            }
        }
    }
    windows.sort_by_key(|window| (window.shown.start, window.shown.end));
    unite(windows)
}

/// The largest amount that each may take at most so that all together stay within `total`.
fn fair_share(mut costs: Vec<usize>, total: usize) -> usize {
    costs.sort_unstable();
    let (mut rest, mut takers) = (total, costs.len());
    for cost in costs {
        let share = rest / takers.max(1);
        if cost > share {
            return share;
        }
        rest -= cost;
        takers -= 1;
    }
    total
}

/// Unites windows that overlap or touch; they come in order of start.
fn unite(windows: Vec<Window>) -> Vec<Window> {
    let mut united: Vec<Window> = Vec::with_capacity(windows.len());
    for window in windows {
        match united.last_mut() {
            Some(last) if window.shown.start <= last.shown.end => {
                last.shown.end = last.shown.end.max(window.shown.end);
                last.core = last.core.start.min(window.core.start)..last.core.end.max(window.core.end);
            }
            _ => united.push(window),
        }
    }
    united
}

/// Fills the gaps that the context of both sides would all but fill.
fn join_near(ruler: &Ruler<'_>, windows: &mut Vec<Window>, spare: &mut usize, ellipsis: usize) {
    let side = *spare / (2 * windows.len().max(1));
    let mut joined: Vec<Window> = Vec::with_capacity(windows.len());
    for window in windows.drain(..) {
        let Some(last) = joined.last_mut() else {
            joined.push(window);
            continue;
        };
        let gap = ruler.forward(last.shown.end, window.shown.start, 2 * side + NEAR);
        if gap.end == window.shown.start && gap.cost <= *spare + ellipsis {
            *spare = (*spare + ellipsis) - gap.cost;
            last.shown.end = window.shown.end;
            last.core.end = window.core.end;
        } else {
            joined.push(window);
        }
    }
    *windows = joined;
}

/// Spends `spare` columns on context, one character a side in turn.
fn widen(ruler: &Ruler<'_>, windows: &mut [Window], mut spare: usize) {
    let line = ruler.line();
    let mut grown = true;
    while grown {
        grown = false;
        for index in 0..windows.len() {
            let floor = index.checked_sub(1).map_or(line.start, |before| windows[before].shown.end);
            let ceiling = windows.get(index + 1).map_or(line.end, |after| after.shown.start);
            let shown = &mut windows[index].shown;
            if let Some((start, cost)) =
                ruler.previous(shown.start).filter(|(start, cost)| *start >= floor && *cost <= spare)
            {
                (shown.start, spare, grown) = (start, spare - cost, true);
            }
            if let Some((end, cost)) = ruler.next(shown.end).filter(|(end, cost)| *end <= ceiling && *cost <= spare) {
                (shown.end, spare, grown) = (end, spare - cost, true);
            }
        }
    }
}
