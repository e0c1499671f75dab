//! Which day it is: the command line, `SOURCE_DATE_EPOCH`, the clock.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::engine::Today;

// The one place that may ask the clock.
#[allow(clippy::disallowed_methods)]
/// The day that `given` names, else that of `SOURCE_DATE_EPOCH` (seconds, reproducible-builds.org), else the clock's, in UTC.
pub(super) fn today(given: Option<Date>) -> Today {
    let epoch = || {
        std::env::var("SOURCE_DATE_EPOCH")
            .ok()?
            .trim()
            .parse()
            .ok()
            .and_then(|seconds| Timestamp::from_second(seconds).ok())
    };
    let date = given.unwrap_or_else(|| epoch().unwrap_or_else(Timestamp::now).to_zoned(TimeZone::UTC).date());
    Today(date)
}
