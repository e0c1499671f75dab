//! Byte ranges that know which text they belong to.

use std::fmt;
use std::marker::PhantomData;

use serde::{Deserialize, Serialize};

/// Marks offsets into the bytes of a file as they are on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Disk {}

/// Marks offsets into the decoded UTF-8 text of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decoded {}

/// Marks offsets into the prose: the folded reading text without markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prose {}

/// A half-open byte range in the coordinates of `S`. Offsets are bytes; `start <= end` always holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Range<S> {
    start: u32,
    end: u32,
    space: PhantomData<S>,
}

/// Bytes of the file on disk. Every offset that leaves the program is one of these.
pub type Span = Range<Disk>;
/// Bytes of the decoded text.
pub type TextRange = Range<Decoded>;
/// Bytes of the prose.
pub type ProseRange = Range<Prose>;

impl<S: Copy> Range<S> {
    /// The range from `start` up to, not including, `end`. An `end` before `start` gives the empty range at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        let start = narrow(start);
        Self { start, end: narrow(end).max(start), space: PhantomData }
    }

    /// The empty range at `offset`.
    pub fn empty(offset: usize) -> Self {
        Self::new(offset, offset)
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the range holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `offset` lies in the range.
    pub fn contains(self, offset: usize) -> bool {
        (self.start()..self.end()).contains(&offset)
    }

    /// Whether all of `other` lies in this range.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end), space: PhantomData }
    }

    /// The part of `text` that this range names; empty where the range lies outside of it or off its character boundaries.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or_default()
    }

    /// As a standard range, for slicing.
    pub fn indices(self) -> std::ops::Range<usize> {
        self.start()..self.end()
    }
}

/// Sources of 4 GiB and more are refused when they are read, so offsets fit.
fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

impl<S> fmt::Debug for Range<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl<S> Serialize for Range<S> {
    fn serialize<Z: serde::Serializer>(&self, serializer: Z) -> Result<Z::Ok, Z::Error> {
        (self.start, self.end).serialize(serializer)
    }
}

impl<'de, S> Deserialize<'de> for Range<S> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (start, end) = <(u32, u32)>::deserialize(deserializer)?;
        Ok(Self { start, end: end.max(start), space: PhantomData })
    }
}
