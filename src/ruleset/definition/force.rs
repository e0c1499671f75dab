//! From when to when something is the law.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// From when to when something is the law; without limits where nothing is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Force {
    /// First day of effect.
    pub since: Option<Date>,
    /// Last day of effect.
    pub until: Option<Date>,
}

impl Force {
    /// Whether it is the law on `day`.
    pub fn on(self, day: Date) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}
