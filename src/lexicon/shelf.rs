//! Many values of the prepared packs, each read when it is first asked for: most runs need few of them.

use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::numbers::{Numbers, number};

/// Values by number. Those that still lie, as bytes, in the image that the build wrote cost nothing until they are asked for.
#[derive(Clone)]
pub struct Shelf<T> {
    values: Vec<OnceLock<Box<T>>>,
    bytes: &'static [u8],
    /// Where the bytes of each value end.
    ends: Numbers,
}

impl<T> From<Vec<T>> for Shelf<T> {
    fn from(values: Vec<T>) -> Self {
        let values = values.into_iter().map(|value| OnceLock::from(Box::new(value))).collect();
        Self { values, bytes: &[], ends: Numbers::default() }
    }
}

impl<T> Shelf<T> {
    /// How many values there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

impl<T: Deserialize<'static>> Shelf<T> {
    /// The value with this number, of which there must be one.
    pub fn get(&self, at: usize) -> &T {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| end as usize);
        let bytes = || &self.bytes[at.checked_sub(1).map_or(0, end)..end(at)];
        let read = || postcard::from_bytes(bytes()).expect("the build script wrote the image with these very types");
        self.values[at].get_or_init(|| Box::new(read()))
    }
}

impl<T> std::fmt::Debug for Shelf<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Shelf({})", self.len())
    }
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<T: Deserialize<'static> + Serialize> Serialize for Shelf<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (mut bytes, mut ends) = (Vec::new(), Numbers::default());
        for at in 0..self.len() {
            bytes.extend(postcard::to_allocvec(self.get(at)).map_err(serde::ser::Error::custom)?);
            ends.push(number(bytes.len()));
        }
        (ends, bytes).serialize(serializer)
    }
}

impl<'de: 'static, T> Deserialize<'de> for Shelf<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (ends, bytes) = <(Numbers, &'static [u8])>::deserialize(deserializer)?;
        let values = std::iter::repeat_with(OnceLock::new).take(ends.len()).collect();
        Ok(Self { values, bytes, ends })
    }
}
