//! What can be wrong with a configuration, told at its place with the way out.

use std::fmt;

use miette::{Diagnostic, LabeledSpan, SourceCode};

use super::setting::Origin;
use crate::report::{Problem, ProblemKind};
use crate::text::{NamedText, Span};

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The file is not TOML.
    #[error("this is not TOML: {message}")]
    Syntax {
        /// What the parser says.
        message: String,
    },
    /// No such key here.
    #[error("unknown key `{key}` in {table}")]
    UnknownKey {
        /// The key.
        key: String,
        /// The table that it stands in.
        table: &'static str,
        /// What to do about it.
        help: String,
    },
    /// A key that must be there.
    #[error("`{key}` is missing in {table}")]
    MissingKey {
        /// The key.
        key: &'static str,
        /// The table that needs it.
        table: &'static str,
        /// What to do about it.
        help: String,
    },
    /// A key that has no meaning on the command line.
    #[error("`{key}` has a meaning in a file only")]
    FileOnly {
        /// The key.
        key: &'static str,
    },
    /// The value is of another type than the key's.
    #[error("`{key}` must be {expected}, not {found}")]
    WrongType {
        /// The key.
        key: String,
        /// What it takes.
        expected: &'static str,
        /// What it got.
        found: &'static str,
        /// What to do about it.
        help: Option<String>,
    },
    /// The value is of the right type and means nothing.
    #[error("`{value}` is not {expected}")]
    WrongValue {
        /// The value.
        value: String,
        /// What was expected.
        expected: &'static str,
        /// What to do about it.
        help: String,
    },
    /// A file pattern that cannot be read.
    #[error("`{pattern}` is not a file pattern: {reason}")]
    WrongPattern {
        /// The pattern.
        pattern: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A configuration file that is named and cannot be read.
    #[error("the configuration file {path} cannot be read: {reason}")]
    Unreadable {
        /// The file.
        path: String,
        /// Why not.
        reason: String,
    },
    /// A file that extends itself, by way of others or not.
    #[error("`extends` leads back to {path}")]
    Cycle {
        /// The file that is met again.
        path: String,
    },
    /// No rule of the packs in use has this id.
    #[error("unknown rule `{id}`")]
    UnknownRule {
        /// The id, or the pattern that fits no id.
        id: String,
        /// The nearest id there is.
        nearest: Option<String>,
    },
    /// No pack in use has this law.
    #[error("unknown law `{id}`")]
    UnknownLaw {
        /// The id.
        id: String,
        /// The nearest id there is.
        nearest: Option<String>,
        /// All ids, for those who are nowhere near.
        known: String,
    },
}

impl Fault {
    /// The fault's stable name.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "config/syntax",
            Self::UnknownKey { .. } => "config/unknown-key",
            Self::MissingKey { .. } => "config/missing-key",
            Self::FileOnly { .. } => "config/file-only",
            Self::WrongType { .. } => "config/wrong-type",
            Self::WrongValue { .. } => "config/wrong-value",
            Self::WrongPattern { .. } => "config/wrong-pattern",
            Self::Unreadable { .. } => "config/unreadable",
            Self::Cycle { .. } => "config/cycle",
            Self::UnknownRule { .. } => "config/unknown-rule",
            Self::UnknownLaw { .. } => "config/unknown-law",
        }
    }

    /// The way out.
    pub fn help(&self) -> Option<String> {
        let nearest_or = |nearest: &Option<String>, otherwise: String| match nearest {
            Some(nearest) => did_you_mean(nearest),
            None => otherwise,
        };
        match self {
            Self::Syntax { message } if message.contains("unquoted key") => {
                Some("put a key that holds `/` or `*` in quotes: \"ccpa/right-to-delete\" = \"warning\"".to_owned())
            }
            Self::Syntax { .. } => None,
            Self::UnknownKey { help, .. } | Self::MissingKey { help, .. } | Self::WrongValue { help, .. } => {
                Some(help.clone())
            }
            Self::FileOnly { key } => Some(format!("write `{key}` into policylint.toml")),
            Self::WrongType { help, .. } => help.clone(),
            Self::WrongPattern { .. } => {
                Some("patterns are written as in .gitignore: \"archive/\", \"*.old.md\"".into())
            }
            Self::Unreadable { .. } => Some("check the path; in a file it is relative to the file's folder".into()),
            Self::Cycle { .. } => Some("take `extends` out of one of the files".into()),
            Self::UnknownRule { nearest, .. } => {
                Some(nearest_or(nearest, "`policylint rules` lists all ids".to_owned()))
            }
            Self::UnknownLaw { nearest, known, .. } => Some(nearest_or(nearest, format!("known laws: {known}"))),
        }
    }
}

/// The help for a misspelt word.
pub(super) fn did_you_mean(nearest: &str) -> String {
    format!("did you mean `{nearest}`?")
}

/// One fault and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// What is wrong.
    pub fault: Fault,
    /// The file and the place in it; `None` where the fault has none, as with a missing file.
    pub place: Option<(NamedText, Span)>,
}

impl ConfigError {
    /// A fault in `file`.
    pub(super) fn at(file: &NamedText, span: Span, fault: Fault) -> Self {
        Self { fault, place: Some((file.clone(), span)) }
    }

    /// A fault of what `origin` set.
    pub fn from_origin(origin: &Origin, fault: Fault) -> Self {
        match origin {
            Origin::File { file, span } => Self::at(file, *span, fault),
            Origin::Default | Origin::Given => Self { fault, place: None },
        }
    }

    /// In one line, for JSON and logs: place, fault, way out.
    pub fn problem(&self) -> Problem {
        let help = self.fault.help().map(|help| format!("; {help}")).unwrap_or_default();
        let (path, at) = match &self.place {
            Some((file, span)) => {
                let at = file.position(span.start());
                (Some(file.name().to_owned()), format!("line {}, column {}: ", at.line, at.column))
            }
            None => (None, String::new()),
        };
        Problem { path, kind: ProblemKind::Configuration, message: format!("{at}{}{help}", self.fault) }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fault.fmt(f)
    }
}

impl std::error::Error for ConfigError {}

impl Diagnostic for ConfigError {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.fault.code()))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.fault.help().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.place.as_ref().map(|(file, _)| file as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let (_, span) = self.place.as_ref()?;
        let label = LabeledSpan::new_primary_with_span(None, (span.start(), span.len()));
        Some(Box::new(std::iter::once(label)))
    }
}

/// All that is wrong with a configuration: one error or more, in order of place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigErrors(Vec<ConfigError>);

impl ConfigErrors {
    /// `Ok` where nothing is wrong.
    ///
    /// # Errors
    /// With `errors`, unless there are none.
    pub(super) fn unless_none(mut errors: Vec<ConfigError>) -> Result<(), Self> {
        if errors.is_empty() {
            return Ok(());
        }
        errors.sort_by_key(|error| error.place.as_ref().map(|(_, span)| *span));
        Err(Self(errors))
    }

    /// The errors, in order of place.
    pub fn iter(&self) -> std::slice::Iter<'_, ConfigError> {
        self.0.iter()
    }
}

impl From<ConfigError> for ConfigErrors {
    fn from(error: ConfigError) -> Self {
        Self(vec![error])
    }
}

impl fmt::Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [error] => error.fmt(f),
            errors => write!(f, "the configuration has {} errors", errors.len()),
        }
    }
}

impl std::error::Error for ConfigErrors {}

/// A single error stands for itself; several are told one below the other.
impl Diagnostic for ConfigErrors {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.single().and_then(Diagnostic::code)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.single().and_then(Diagnostic::help)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.single().and_then(Diagnostic::source_code)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.single().and_then(Diagnostic::labels)
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        match self.single() {
            Some(_) => None,
            None => Some(Box::new(self.0.iter().map(|error| error as &dyn Diagnostic))),
        }
    }
}

impl ConfigErrors {
    fn single(&self) -> Option<&ConfigError> {
        match self.0.as_slice() {
            [error] => Some(error),
            _ => None,
        }
    }
}
