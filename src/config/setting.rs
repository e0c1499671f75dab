//! A value and who set it, so that it can be explained and complained about.

use crate::text::{NamedText, Span};

/// Who set a value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Origin {
    /// Nobody: the program's own choice.
    #[default]
    Default,
    /// The command line, or the program that uses the library.
    Given,
    /// A configuration file.
    File {
        /// The file.
        file: NamedText,
        /// Where the value stands in it, in bytes.
        span: Span,
    },
}

/// A value and who set it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Who set it.
    pub origin: Origin,
}

impl<T> Setting<T> {
    /// A value that stands in a file.
    pub(super) fn at(file: &NamedText, span: Span, value: T) -> Self {
        Self { value, origin: Origin::File { file: file.clone(), span } }
    }

    /// Another value from the same place.
    pub(super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Setting<U> {
        Setting { value: change(self.value), origin: self.origin }
    }
}

/// A value from the command line or from a program.
impl<T> From<T> for Setting<T> {
    fn from(value: T) -> Self {
        Self { value, origin: Origin::Given }
    }
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::Given => f.write_str("command line"),
            Self::File { file, span } => {
                let at = file.position(span.start());
                write!(f, "{}:{}:{}", file.name(), at.line, at.column)
            }
        }
    }
}
