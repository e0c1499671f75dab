//! Which of several statements differ from another one.

use std::ops::RangeInclusive;

/// What a statement says, on a scale on which two that have no point in common differ, and the region in which it stands.
#[derive(Debug, Clone)]
pub(super) struct Stand {
    pub(super) says: RangeInclusive<i64>,
    pub(super) region: usize,
}

/// The extreme of a scale, and that of all other regions.
#[derive(Default)]
struct Extreme {
    first: Option<(i64, usize)>,
    second: Option<i64>,
}

impl Extreme {
    /// The greatest; for the least, values are turned round.
    fn of(values: impl Iterator<Item = (i64, usize)>) -> Self {
        let mut extreme = Self::default();
        for (value, region) in values {
            match extreme.first {
                Some((first, its)) if its == region => extreme.first = Some((first.max(value), region)),
                Some((first, _)) if first >= value => extreme.second = extreme.second.max(Some(value)),
                Some((first, _)) => {
                    extreme.second = extreme.second.max(Some(first));
                    extreme.first = Some((value, region));
                }
                None => extreme.first = Some((value, region)),
            }
        }
        extreme
    }

    fn outside(&self, region: usize) -> Option<i64> {
        match self.first {
            Some((_, its)) if its == region => self.second,
            Some((first, _)) => Some(first),
            None => None,
        }
    }
}

/// The places of all that have nothing in common with some other one in another region. Linear.
pub(super) fn differing(stands: &[Stand]) -> Vec<usize> {
    let latest = Extreme::of(stands.iter().map(|stand| (*stand.says.start(), stand.region)));
    let earliest = Extreme::of(stands.iter().map(|stand| (-*stand.says.end(), stand.region)));
    let differs = |stand: &Stand| {
        latest.outside(stand.region).is_some_and(|start| start > *stand.says.end())
            || earliest.outside(stand.region).is_some_and(|end| -end < *stand.says.start())
    };
    (0..stands.len()).filter(|at| differs(&stands[*at])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stand(says: RangeInclusive<i64>, region: usize) -> Stand {
        Stand { says, region }
    }

    #[test]
    fn those_that_have_nothing_in_common_differ() {
        let (month, days, forty) = (stand(28..=31, 0), stand(30..=30, 1), stand(40..=40, 2));
        assert_eq!(differing(&[month.clone(), days.clone()]), [] as [usize; 0]);
        assert_eq!(differing(&[month, days, forty]), [0, 1, 2]);
    }

    #[test]
    fn what_stands_together_is_not_held_against_each_other() {
        assert_eq!(differing(&[stand(0..=0, 4), stand(1..=1, 4)]), [] as [usize; 0]);
        assert_eq!(differing(&[stand(0..=0, 4), stand(1..=1, 4), stand(0..=0, 5)]), [1, 2]);
        assert_eq!(differing(&[stand(2..=2, 4), stand(1..=1, 4), stand(1..=1, 5), stand(1..=1, 5)]), [0, 2, 3]);
    }

    /// Against the definition, over all small cases.
    #[test]
    fn it_is_what_comparing_all_pairs_gives() {
        for code in 0..6_usize.pow(4) {
            let stands: Vec<Stand> = (0..4)
                .map(|at| {
                    let part = code / 6_usize.pow(at) % 6;
                    let low = i64::try_from(part % 3).unwrap_or_default();
                    stand(low..=low + i64::from(part > 3), part / 2)
                })
                .collect();
            let apart = |one: &Stand, other: &Stand| {
                one.region != other.region
                    && (one.says.start() > other.says.end() || other.says.start() > one.says.end())
            };
            let expected: Vec<usize> =
                (0..4).filter(|at| stands.iter().any(|other| apart(&stands[*at], other))).collect();
            assert_eq!(differing(&stands), expected, "{stands:?}");
        }
    }
}
