//! Lists of numbers that are read in place where the build prepared them.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Numbers in order, four bytes each, the lowest first. They lie in the image that the build wrote until they are changed.
#[derive(Debug, Clone, Default)]
pub(super) struct Numbers(Cow<'static, [u8]>);

const WIDTH: usize = size_of::<u32>();

impl Numbers {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len() / WIDTH
    }

    /// One of them.
    pub(super) fn get(&self, at: usize) -> Option<u32> {
        let bytes = self.0.get(at * WIDTH..(at + 1) * WIDTH)?;
        bytes.try_into().ok().map(u32::from_le_bytes)
    }

    /// One more, at the end.
    pub(super) fn push(&mut self, number: u32) {
        self.0.to_mut().extend(number.to_le_bytes());
    }
}

impl FromIterator<u32> for Numbers {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        Self(Cow::Owned(numbers.into_iter().flat_map(u32::to_le_bytes).collect()))
    }
}

impl Serialize for Numbers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de: 'static> Deserialize<'de> for Numbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&'static [u8]>::deserialize(deserializer).map(|bytes| Self(Cow::Borrowed(bytes)))
    }
}

/// A number of what is counted; more than fit are none that a pack has.
pub(super) fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
