//! Which lines are headings where they stand.

use super::super::shape::{Case, Ending, bare};
use super::contact;
use super::roles::{Role, Roles};
use super::unit::{Heading, Unit};

/// Unmarked headings right over marked ones, before such a place tells of a line that it is one.
const LEADS: usize = 2;

/// For each unit, the run of unmarked lines that look like headings around it.
pub(super) fn runs(units: &[Unit<'_>]) -> Vec<(usize, usize)> {
    let mut runs = Vec::with_capacity(units.len());
    while runs.len() < units.len() {
        let start = runs.len();
        let like = |unit: &&Unit<'_>| unit.heading > Heading::No && unit.marker.is_none() && !unit.is_marked();
        let length = units[start..].iter().take_while(like).count().max(1);
        runs.extend(std::iter::repeat_n((start, start + length), length));
    }
    runs
}

/// The highest level of marked headings over which unmarked ones stand: those that are ones by themselves show it.
pub(super) fn leads(units: &[Unit<'_>]) -> Option<u8> {
    let over = units.windows(2).filter(|pair| {
        let [unit, next] = pair else { return false };
        unit.heading == Heading::Strong
            && !unit.is_marked()
            && !unit.look.linked
            && unit.marker.is_none()
            && next.level.is_some()
    });
    let levels: Vec<u8> = over.filter_map(|pair| pair[1].level).collect();
    levels.iter().min().copied().filter(|_| levels.len() >= LEADS)
}

impl Roles<'_> {
    /// Whether a numbered line is the heading of a section, not an item of a list.
    pub(super) fn is_numbered_heading(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let (Some(ordinal), Some(next)) = (unit.ordinal(), self.units.get(at + 1)) else { return false };
        if unit.level.is_some() {
            return true;
        }
        let shape = &unit.shape;
        if unit.heading == Heading::No || shape.case == Case::Lower {
            return false;
        }
        let sibling = |other: &Unit<'_>| other.ordinal().is_some_and(|other| other.follows(ordinal));
        let after_sibling = at > 0
            && matches!(self.roles.last(), Some(Role::Item { .. }))
            && self.units[at - 1].ordinal().is_some_and(|before| ordinal.follows(before));
        if sibling(next) || after_sibling || next.date {
            return false;
        }
        match shape.ending {
            Ending::Colon | Ending::Period => next.marker.is_none() && next.shape.is_prose(),
            _ if next.marker.is_none() => true,
            _ => unit.heading == Heading::Strong || ordinal.style.levels > 1,
        }
    }

    /// Whether a line without number is a heading where it stands.
    pub(super) fn is_heading(&self, at: usize) -> bool {
        let unit = &self.units[at];
        if unit.is_marked() {
            return unit.level.is_some() || self.is_title(at);
        }
        // A link leads to a section; of the style of headings, it unfolds its own.
        let pointer = unit.look.linked && !unit.heading_style;
        if unit.heading == Heading::No || pointer || self.labels[at] {
            return false;
        }
        let Some(next) = self.units.get(at + 1) else { return at == 0 && unit.heading == Heading::Certain };
        let (start, end) = self.runs[at];
        if !self.is_alone(at, start, end) || !self.opens_content(at, end) || self.is_announced(at, next) {
            return false;
        }
        match (unit.heading, unit.shape.ending) {
            (Heading::Weak, _) => self.stands_out(at, next),
            (_, Ending::Colon) => {
                let text = next.shape.is_prose() && !next.shape.label && next.shape.case != Case::Lower;
                text && next.marker.is_none()
            }
            (_, Ending::Period) => next.marker.is_none() && next.shape.is_prose(),
            _ => true,
        }
    }

    /// Whether a line that looks like a heading is one: no label of a value, no name over an address, no entry of a menu.
    fn is_title(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let Some(next) = self.units.get(at + 1) else { return false };
        let stands_under = unit.shape.ending == Ending::Colon && next.contact == contact::Evidence::Address;
        let company = self.addresses.get(at + 1) == Some(&true) && names_company(&unit.words);
        let address = unit.contact == contact::Evidence::Address && unit.heading == Heading::No;
        let repeated = self.labels[at] && !unit.look.bold;
        !(stands_under
            || company
            || address
            || repeated
            || unit.leads_away
            || unit.date
            || unit.is_addressee()
            || unit.is_invitation())
    }

    /// Whether a line rather is the first item of what the line before announces.
    fn is_announced(&self, at: usize, next: &Unit<'_>) -> bool {
        let unit = &self.units[at];
        let announced = at > 0 && self.roles[at - 1] != Role::Heading && self.units[at - 1].is_lead_in();
        let apart = unit.shape.case == Case::Capitals
            || unit.shape.ending == Ending::Question
            || (unit.after_gap && next.shape.is_prose());
        announced && !apart
    }

    /// Whether a noun phrase in sentence case stands between the end of one text and the beginning of another.
    fn stands_out(&self, at: usize, next: &Unit<'_>) -> bool {
        let unit = &self.units[at];
        let paragraph_before =
            at.checked_sub(1).filter(|before| self.roles[*before] == Role::Paragraph).map(|before| &self.units[before]);
        let closed = paragraph_before
            .is_none_or(|before| before.shape.ending != Ending::Open || before.shape.is_prose() || unit.after_gap);
        let in_series =
            paragraph_before.is_some_and(|before| !before.shape.is_prose() && before.shape.ending == Ending::Period);
        if unit.shape.ending == Ending::Period && (in_series || !next.shape.is_prose() || next.marker.is_some()) {
            return false;
        }
        if let Some(level) = next.level {
            return closed && (unit.heading_style || self.leads.is_some_and(|highest| level >= highest));
        }
        if next.titled {
            return closed && unit.heading_style;
        }
        let opens = next.shape.is_prose() || next.marker.is_some() || next.is_lead_in() || next.row;
        closed && opens && (next.shape.words > unit.shape.words || unit.heading_style)
    }

    /// Whether a line within a run of short lines stands out of it: in a run of three and more, which is a menu or a
    /// list, only the last line heads the text that follows, and lines of a higher rank than the one under them.
    fn is_alone(&self, at: usize, start: usize, end: usize) -> bool {
        let unit = &self.units[at];
        let last = at + 1 == end;
        let short = end - start <= 2;
        let ranked = |at: usize| {
            self.units.get(at).map(|unit| (unit.heading == Heading::Certain, unit.shape.case == Case::Capitals))
        };
        let outranks = !last && ranked(at) > ranked(at + 1);
        last || (short && unit.heading >= Heading::Strong)
            || outranks
            || (unit.heading == Heading::Certain && end - at <= 3)
    }

    /// Whether what follows the run is text that can stand under a heading.
    fn opens_content(&self, at: usize, end: usize) -> bool {
        let unit = &self.units[at];
        self.units.get(end).is_some_and(|next| {
            !self.furniture[end]
                && (next.shape.is_prose()
                    || next.marker.is_some()
                    || next.row
                    || next.is_marked()
                    || next.date
                    || self.addresses[end]
                    || next.is_lead_in()
                    || next.shape.ending != Ending::Open
                    || next.shape.words > unit.shape.words)
        })
    }
}

/// Whether the words are the name of a company, which stands over its address.
fn names_company(words: &str) -> bool {
    #[rustfmt::skip]
    const FORMS: &[&str] = &[
        "ag", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "incorporated", "limited", "llc", "llp", "ltd", "plc",
        "pty", "sa", "sarl", "sas", "se",
    ];
    words.split_whitespace().next_back().is_some_and(|last| FORMS.contains(&bare(last).replace('.', "").as_str()))
}
