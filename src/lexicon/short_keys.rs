//! Maps whose keys are words: packs fill them, so that nobody can choose keys that collide, and words are short.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map by words.
pub(super) type WordMap<T> = HashMap<String, T, BuildHasherDefault<Fnv>>;

/// Fowler, Noll and Vo's hash (1a), which is quicker for a few bytes than the standard one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
