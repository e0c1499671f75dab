//! Hashes of words: packs choose them, so that nobody else can make them collide, and words are short.

use std::hash::{BuildHasherDefault, Hasher};

/// What a map by words is built with.
pub(super) type BuildFnv = BuildHasherDefault<Fnv>;

/// The hash of a word, the same on every machine.
pub(super) fn hash(word: &[u8]) -> u64 {
    let mut hasher = Fnv::default();
    hasher.write(word);
    // The low bits of a product know little of the high ones.
    hasher.finish() ^ hasher.finish() >> 32
}

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
