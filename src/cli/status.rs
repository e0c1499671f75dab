//! The one place where outcomes become exit statuses.

use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// Nothing was found that counts.
    Clean,
    /// Something was found at or above `--fail-on`.
    Found,
    /// The run itself failed, wholly or for some file.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Clean => Self::from(0),
            Status::Found => Self::from(1),
            Status::Failed => Self::from(2),
        }
    }
}
