//! Where short texts stand in a long one: looked up by their rarest pair of letters, in an index that is made in one pass.

use std::ops::Range;

/// Bits of a byte that tell it apart from others: letters in both cases count as one, bytes beyond ASCII as some within.
const BITS: u32 = 7;
/// How many bytes these tell apart.
const KINDS: usize = 1 << BITS;

/// A text by its pairs of neighbouring bytes. It takes four bytes for each byte of the text.
#[derive(Debug)]
pub(super) struct Letters<'t> {
    text: &'t [u8],
    /// By pair: where its places begin.
    starts: Vec<u32>,
    /// Places of pairs, in order for each.
    places: Vec<u32>,
}

impl<'t> Letters<'t> {
    /// Takes time linear in the text.
    pub(super) fn new(text: &'t str) -> Self {
        let text = text.as_bytes();
        let pairs = || text.iter().zip(text.iter().skip(1).chain([&0])).map(|(one, next)| pair(*one, *next));
        let mut starts = vec![0_u32; KINDS * KINDS + 1];
        for pair in pairs() {
            starts[pair + 1] += 1;
        }
        for pair in 1..starts.len() {
            starts[pair] += starts[pair - 1];
        }
        let mut next = starts.clone();
        let mut places = vec![0_u32; text.len()];
        for (at, pair) in (0_u32..).zip(pairs()) {
            places[next[pair] as usize] = at;
            next[pair] += 1;
        }
        Self { text, starts, places }
    }

    /// Whether a lower-case text stands anywhere, in any case.
    pub(super) fn holds(&self, needle: &str) -> bool {
        needle.is_empty() || self.places(needle).next().is_some()
    }

    /// In how many places a text may stand.
    pub(super) fn at_most(&self, needle: &str) -> usize {
        self.candidates(needle).1.len()
    }

    /// Where a lower-case text, which is not empty, stands in any case; of a single byte not in order.
    pub(super) fn places<'n>(&'n self, needle: &'n str) -> impl Iterator<Item = usize> + use<'n, 't> {
        let (ahead, candidates) = self.candidates(needle);
        let starts = candidates.iter().filter_map(move |place| (*place as usize).checked_sub(ahead));
        starts.filter(|start| self.stands_at(needle, *start))
    }

    /// The same, of the places that begin in a range of the text.
    pub(super) fn places_in<'n>(
        &'n self,
        needle: &'n str,
        range: Range<usize>,
    ) -> impl Iterator<Item = usize> + use<'n, 't> {
        let (ahead, candidates) = self.candidates(needle);
        // The places of several pairs are no order to look something up in.
        let (looked_up, tried) = match needle.len() {
            0 | 1 => (&[][..], range),
            _ => {
                let from = |at: usize| candidates.partition_point(|place| (*place as usize) < at + ahead);
                (&candidates[from(range.start)..from(range.end)], 0..0)
            }
        };
        let starts = looked_up.iter().map(move |place| *place as usize - ahead).chain(tried);
        starts.filter(|start| self.stands_at(needle, *start))
    }

    fn stands_at(&self, needle: &str, start: usize) -> bool {
        let window = self.text.get(start..start + needle.len());
        window.is_some_and(|window| window.eq_ignore_ascii_case(needle.as_bytes()))
    }

    /// The places of the rarest pair of a text, and how far ahead of them it begins.
    fn candidates(&self, needle: &str) -> (usize, &[u32]) {
        let between = |from: usize, to: usize| &self.places[self.starts[from] as usize..self.starts[to] as usize];
        match needle.as_bytes() {
            [] => (0, &[]),
            [byte] => (0, between(pair(*byte, 0), pair(*byte, 0) + KINDS)),
            bytes => {
                let pairs = bytes.windows(2).map(|both| pair(both[0], both[1]));
                let places = pairs.map(|pair| between(pair, pair + 1)).enumerate();
                places.min_by_key(|(_, places)| places.len()).unwrap_or_default()
            }
        }
    }
}

fn pair(one: u8, next: u8) -> usize {
    let kind = |byte: u8| usize::from(byte.to_ascii_lowercase()) % KINDS;
    kind(one) << BITS | kind(next)
}

/// Whether a lower-case text ends another one, in any case.
pub(super) fn ends_ignoring_case(text: &[u8], end: &str) -> bool {
    text.len() >= end.len() && text[text.len() - end.len()..].eq_ignore_ascii_case(end.as_bytes())
}

/// Whether a lower-case text stands in a short one, in any case.
pub(super) fn stands_in(text: &str, needle: &str) -> bool {
    needle.is_empty()
        || text.as_bytes().windows(needle.len()).any(|window| window.eq_ignore_ascii_case(needle.as_bytes()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plainly(text: &str, needle: &str) -> Vec<usize> {
        let windows = text.as_bytes().windows(needle.len()).enumerate();
        windows.filter(|(_, window)| window.eq_ignore_ascii_case(needle.as_bytes())).map(|(at, _)| at).collect()
    }

    #[test]
    fn texts_are_found_in_any_case_to_the_last_letter() {
        let letters = Letters::new("Mail us, MAIL them; e-mail");
        assert_eq!(letters.places("mail").collect::<Vec<_>>(), [0, 9, 22]);
        assert_eq!(letters.places_in("mail", 1..22).collect::<Vec<_>>(), [9]);
        assert_eq!(letters.places_in(";", 0..26).collect::<Vec<_>>(), [18]);
        assert!(letters.holds("l") && letters.holds("") && !letters.holds("mailed"));
        assert!(!Letters::new("").holds("a"));
    }

    proptest! {
        #[test]
        fn what_is_looked_up_is_what_stands_there(text in "[abAB \u{e4}\u{2019}]{0,40}", needle in "[ab \u{e4}\u{2019}]{1,3}") {
            let letters = Letters::new(&text);
            let mut found: Vec<usize> = letters.places(&needle).collect();
            found.sort_unstable();
            prop_assert_eq!(&found, &plainly(&text, &needle));
            let (from, to) = (text.len() / 3, text.len() * 2 / 3);
            found.retain(|at| (from..to).contains(at));
            prop_assert_eq!(letters.places_in(&needle, from..to).collect::<Vec<_>>(), found);
            prop_assert_eq!(stands_in(&text, &needle), letters.holds(&needle));
        }
    }
}
