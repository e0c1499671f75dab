//! Words by number and numbers by word. A list that the build prepared is looked up in place: nothing of it is read at start-up.

use std::collections::HashMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::numbers::{Numbers, number};
use super::short_keys::{BuildFnv, hash};

/// Distinct words, numbered as they came.
#[derive(Debug, Clone, Default)]
pub(super) struct WordList {
    prepared: Prepared,
    /// Those that came later, in order.
    added: Vec<String>,
    numbers: HashMap<String, u32, BuildFnv>,
}

/// Words in the image that the build wrote.
#[derive(Debug, Clone, Default)]
struct Prepared {
    /// All words, one right after the other.
    text: &'static str,
    /// Where each of them ends.
    ends: Numbers,
    /// An open table, at most half full: one more than the number of the word that hashes there, or to before, or nothing.
    table: Numbers,
}

impl Prepared {
    fn word(&self, at: u32) -> Option<&'static str> {
        let at = at as usize;
        let start = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before))?;
        self.text.get(start as usize..self.ends.get(at)? as usize)
    }

    fn number(&self, word: &str) -> Option<u32> {
        let numbers = places(word, self.table.len()).map_while(|place| self.table.get(place)?.checked_sub(1));
        numbers.into_iter().find(|number| self.word(*number) == Some(word))
    }
}

/// The places of a table at which a word may be, the likeliest first.
fn places(word: &str, places: usize) -> impl Iterator<Item = usize> + use<> {
    let first = usize::try_from(hash(word.as_bytes()) % (places.max(1) as u64)).unwrap_or_default();
    (first..places).chain(0..first)
}

impl WordList {
    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.prepared.ends.len() + self.added.len()
    }

    /// A word.
    pub(super) fn word(&self, at: u32) -> Option<&str> {
        let later = (at as usize).checked_sub(self.prepared.ends.len());
        later.map_or_else(|| self.prepared.word(at), |later| self.added.get(later).map(String::as_str))
    }

    /// The number of a word.
    pub(super) fn number(&self, word: &str) -> Option<u32> {
        self.prepared.number(word).or_else(|| self.numbers.get(word).copied())
    }

    /// The number of a word, which is added if it isn't there.
    pub(super) fn add(&mut self, word: &str) -> u32 {
        if let Some(known) = self.number(word) {
            return known;
        }
        let new = number(self.len());
        self.added.push(word.to_owned());
        self.numbers.insert(word.to_owned(), new);
        new
    }

    /// All words, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..number(self.len())).filter_map(|at| self.word(at))
    }
}

impl Serialize for WordList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut table = vec![0; 2 * self.len()];
        let (mut text, mut ends) = (String::new(), Numbers::default());
        for (at, word) in (0..).zip(self.iter()) {
            text.push_str(word);
            ends.push(number(text.len()));
            if let Some(place) = places(word, table.len()).find(|place| table[*place] == 0) {
                table[place] = at + 1;
            }
        }
        (text, ends, table.into_iter().collect::<Numbers>()).serialize(serializer)
    }
}

impl<'de: 'static> Deserialize<'de> for WordList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (text, ends, table) = Deserialize::deserialize(deserializer)?;
        Ok(Self { prepared: Prepared { text, ends, table }, ..Self::default() })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_prepared_list_is_the_list_and_takes_more() {
        let mut list = WordList::default();
        for word in ["", "we", "share", "we", "données"] {
            list.add(word);
        }
        let image = Box::leak(postcard::to_allocvec(&list).unwrap().into_boxed_slice());
        let mut prepared: WordList = postcard::from_bytes(image).unwrap();
        assert_eq!(prepared.add("sell"), 4);
        assert_eq!(prepared.add("share"), 2);
        assert_eq!(prepared.iter().collect::<Vec<_>>(), ["", "we", "share", "données", "sell"]);
        for at in 0..5 {
            assert_eq!(prepared.number(prepared.word(at).unwrap()), Some(at));
        }
        assert_eq!((prepared.number("donn"), prepared.word(5), WordList::default().number("we")), (None, None, None));
        let again = Box::leak(postcard::to_allocvec(&prepared).unwrap().into_boxed_slice());
        assert_eq!(postcard::from_bytes::<WordList>(again).unwrap().number("sell"), Some(4));
    }
}
