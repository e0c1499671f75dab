//! What keeps input from being read, and the way out.

use std::io;

use crate::config::{Problem, ProblemKind};
use crate::text::DecodeError;

/// What keeps input from being read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InputError {
    /// Nothing is there.
    #[error("no such file or folder; check the spelling and the folder that the run starts in")]
    Missing {
        /// The name given.
        name: String,
    },
    /// Something is there and cannot be read.
    #[error("{reason}")]
    Unreadable {
        /// The file or folder.
        name: String,
        /// What the system says.
        reason: io::ErrorKind,
    },
    /// What was read is no text.
    #[error("{reason}; if it is no policy, name it under `exclude` in policylint.toml")]
    Undecodable {
        /// The file.
        name: String,
        /// Why not.
        reason: DecodeError,
    },
    /// No path was given.
    #[error("no file is named; name policies or folders, or `-` for standard input")]
    NothingNamed,
    /// The folders that were given hold nothing to check.
    #[error("no policy is found in {folders}: looked for {extensions}{}", excluded_note(*.excluded, .about_repository.as_deref()))]
    NothingFound {
        /// The folders, for people.
        folders: String,
        /// What was looked for, for people.
        extensions: String,
        /// How many files the configuration excludes.
        excluded: usize,
        /// A file that is left out since its name says that it is about the repository.
        about_repository: Option<String>,
    },
    /// A file with rules cannot be read.
    #[error("the rule pack cannot be read: {reason}")]
    PackUnreadable {
        /// The file or folder.
        name: String,
        /// Why not.
        reason: String,
    },
    /// A folder that should hold rules holds none.
    #[error("the rule pack holds no .toml file")]
    PackEmpty {
        /// The folder.
        name: String,
    },
}

fn excluded_note(count: usize, about_repository: Option<&str>) -> String {
    if let Some(name) = about_repository {
        return format!("; {name} is by its name about the repository: where it is the policy, name it");
    }
    match count {
        0 => "; hidden files and those that .gitignore names are not looked at".to_owned(),
        1 => "; one file is excluded by the configuration".to_owned(),
        count => format!("; {count} files are excluded by the configuration"),
    }
}

impl InputError {
    /// A file that could not be opened or read.
    pub(super) fn from_io(name: String, error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing { name },
            reason => Self::Unreadable { name, reason },
        }
    }

    /// As what leaves the program.
    pub fn problem(&self) -> Problem {
        let (path, kind) = match self {
            Self::Missing { name } => (Some(name), ProblemKind::Missing),
            Self::Unreadable { name, .. } => (Some(name), ProblemKind::Unreadable),
            Self::Undecodable { name, .. } => (Some(name), ProblemKind::Undecodable),
            Self::NothingNamed | Self::NothingFound { .. } => (None, ProblemKind::Empty),
            Self::PackUnreadable { name, .. } | Self::PackEmpty { name } => (Some(name), ProblemKind::Pack),
        };
        Problem { path: path.cloned(), kind, message: self.to_string() }
    }
}
