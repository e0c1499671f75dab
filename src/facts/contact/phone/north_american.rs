//! Numbers of the North American plan: three digits, three, four, perhaps behind a 1.

use super::groups::Group;
use super::surroundings::Before;
use super::{Number, PhoneForm, number};

/// Area codes of calls that cost the caller nothing.
pub(super) const TOLL_FREE: [&str; 7] = ["800", "833", "844", "855", "866", "877", "888"];

/// The number that begins with a group: one past its last group, and the number.
pub(super) fn number_at(text: &str, groups: &[Group<'_>], at: usize) -> Option<(usize, Number)> {
    let country = groups[at].digits == "1" && groups.get(at + 1).is_some_and(|next| next.joined);
    let first = at + usize::from(country);
    let digits = |offset: usize| groups.get(first + offset).map_or("", |group| group.digits);
    let joined =
        |offset: usize| groups.get(first + offset).is_some_and(|group| group.joined && is_tight(group.separator));
    let (end, national) = match (digits(0), digits(1), digits(2)) {
        (area, office, line) if (area.len(), office.len(), line.len()) == (3, 3, 4) && joined(1) && joined(2) => {
            (first + 3, format!("{area}{office}{line}"))
        }
        (area, rest, _) if (area.len(), rest.len()) == (3, 7) && joined(1) => (first + 2, format!("{area}{rest}")),
        (one, two, _) if (one.len(), two.len()) == (6, 4) && joined(1) => (first + 2, format!("{one}{two}")),
        (whole, _, _) if whole.len() == 10 => (first + 1, whole.to_owned()),
        (whole, _, _) if whole.len() == 11 && whole.starts_with('1') && !country => (first + 1, whole[1..].to_owned()),
        _ => {
            let length = split(text, &groups[first..], country)?;
            let digits = groups[first..first + length].iter().map(|group| group.digits);
            (first + length, digits.collect::<String>())
        }
    };
    // Ten digits in one piece may number anything.
    let said = end - first > 1 || groups[at].plus || country || Before::read(text, groups[at].range.start).telephone;
    let opens = |part: &str| part.starts_with(|digit: char| ('2'..='9').contains(&digit));
    // Behind a 1, a free area leaves no doubt, even where the rest is a filler: "1-800-123-4567".
    let free = country && TOLL_FREE.contains(&&national[..3]);
    let plausible = (opens(&national) && opens(&national[3..]) || free)
        && !(groups[at].plus && !country && groups[at].digits.len() != 11);
    if !said || !plausible || groups[end - 1].glued_after {
        return None;
    }
    let form = if groups[at].plus { PhoneForm::International } else { PhoneForm::NorthAmerican };
    let found = number(text, &groups[at..end], form)?;
    Some((end, Number { toll_free: TOLL_FREE.contains(&&national[..3]), ..found }))
}

/// Whether groups of a North American number may be parted so.
fn is_tight(separator: &str) -> bool {
    separator != "/" && separator != "("
}

/// How many groups are a toll-free number of which one group was cut in two: "8 55-662-6735", "855-66 2-6735", "877-6-34-2251". What is
/// parted alike throughout is grouped so on purpose, unless one digit stands alone; without the 1 before it, marks or words must say that it
/// is a number to call.
fn split(text: &str, groups: &[Group<'_>], country: bool) -> Option<usize> {
    let joined = |group: &Group<'_>| group.joined && is_tight(group.separator);
    let four = groups.get(..4).filter(|four| four[usize::from(!country)..].iter().all(joined))?;
    let whole = |at: usize| {
        let lengths: Vec<usize> = four.iter().map(|group| group.digits.len()).collect();
        let mut joined = lengths.clone();
        joined[at - 1] += joined.remove(at);
        let odd = (1..4).filter(|other| *other != at).all(|other| four[other].separator != four[at].separator);
        joined == [3, 3, 4] && (odd && country || four[at - 1].digits.len() == 1 || four[at].digits.len() == 1)
    };
    let marked = || four[1..].iter().all(|group| matches!(group.separator, "-" | "."));
    if !country && !marked() && !Before::read(text, groups[0].range.start).telephone {
        return None;
    }
    let area: String = four.iter().map(|group| group.digits).collect();
    ((1..4).any(whole) && TOLL_FREE.contains(&area.get(..3)?)).then_some(4)
}
