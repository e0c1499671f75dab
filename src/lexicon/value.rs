//! Classes whose members no list can hold: dates, telephone numbers, addresses. Others find them in a text and mark them here.

use std::cell::OnceCell;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A class of values, such as `{date}` in a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ValueClass {
    /// A number in digits.
    Number,
    /// A year from 1990 to 2099.
    Year,
    /// The name of a month.
    Month,
    /// A whole date.
    Date,
    /// A period of time: "thirty (30) days".
    Period,
    /// An address of e-mail.
    Email,
    /// A telephone number.
    Phone,
    /// A telephone number that costs the caller nothing.
    TollFree,
    /// A web address, as written.
    WebAddress,
}

impl ValueClass {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Number,
        Self::Year,
        Self::Month,
        Self::Date,
        Self::Period,
        Self::Email,
        Self::Phone,
        Self::TollFree,
        Self::WebAddress,
    ];

    /// Its name in phrases.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Year => "year",
            Self::Month => "month",
            Self::Date => "date",
            Self::Period => "period",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::TollFree => "toll-free",
            Self::WebAddress => "web-address",
        }
    }

    /// The class of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }
}

/// Where the values of one class stand, as runs of tokens.
#[derive(Debug, Default)]
struct Marks {
    starts: Vec<u32>,
    lengths: Vec<u8>,
}

/// The values of a text, class by class, each marked when it is first asked for.
#[derive(Debug, Default)]
pub(super) struct Values {
    classes: [OnceCell<Marks>; ValueClass::ALL.len()],
}

impl Values {
    /// Marks the values of `class`, unless that was done before; `runs` are token numbers, in order, and don't overlap.
    pub(super) fn mark(&self, class: ValueClass, runs: impl FnOnce() -> Vec<Range<usize>>) {
        self.classes[class as usize].get_or_init(|| {
            let mut marks = Marks::default();
            for run in runs().into_iter().filter(|run| !run.is_empty()) {
                marks.starts.push(u32::try_from(run.start).unwrap_or(u32::MAX));
                marks.lengths.push(u8::try_from(run.len()).unwrap_or(u8::MAX));
            }
            marks
        });
    }

    /// The tokens at which values of `class` start.
    pub(super) fn starts(&self, class: ValueClass) -> &[u32] {
        self.classes[class as usize].get().map_or(&[], |marks| &marks.starts)
    }

    /// How many tokens the value of `class` takes that starts at `token`.
    pub(super) fn length_at(&self, class: ValueClass, token: u32) -> Option<u8> {
        let marks = self.classes[class as usize].get()?;
        let at = marks.starts.binary_search(&token).ok()?;
        Some(marks.lengths[at])
    }
}
