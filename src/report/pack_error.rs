//! Mistakes in rule packs.

use miette::{Diagnostic, LabeledSpan, SourceCode};

use crate::text::{NamedText, closest};

/// A mistake at its place in a file of a rule pack, printed by miette: these files have short lines.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{message}")]
pub struct PackError {
    message: String,
    help: Option<String>,
    range: std::ops::Range<usize>,
    file: NamedText,
}

impl PackError {
    /// A mistake in the bytes `range` of `file`.
    pub fn new(file: &NamedText, range: std::ops::Range<usize>, message: impl Into<String>) -> Self {
        let end = range.end.min(file.text().len());
        Self { message: message.into(), help: None, range: range.start.min(end)..end, file: file.clone() }
    }

    /// What a TOML parser or the file's schema objects to, with the key that was probably meant.
    pub fn from_toml(file: &NamedText, error: &toml::de::Error) -> Self {
        let message = error.message().trim().replace('\n', ", ");
        let meant = unknown_name(&message).and_then(|(wrong, names)| closest(wrong, names)).map(str::to_owned);
        Self::new(file, error.span().unwrap_or(0..0), message).with_suggestion(meant)
    }

    /// Says what to do.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Asks whether another name was meant.
    #[must_use]
    pub fn with_suggestion(self, name: Option<String>) -> Self {
        match name {
            Some(name) => self.with_help(format!("did you mean `{name}`?")),
            None => self,
        }
    }

    /// The file's path.
    pub fn path(&self) -> &str {
        self.file.name()
    }

    /// The place as `path:line:column`, from 1, columns in Unicode scalar values.
    pub fn place(&self) -> String {
        let position = self.file.position(self.range.start);
        format!("{}:{}:{}", self.path(), position.line, position.column)
    }
}

impl Diagnostic for PackError {
    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn std::fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.file)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = LabeledSpan::new_primary_with_span(None, (self.range.start, self.range.len()));
        Some(Box::new(std::iter::once(label)))
    }
}

/// The wrong name in a schema error, and the right ones that it lists between backquotes.
fn unknown_name(message: &str) -> Option<(&str, impl Iterator<Item = &str>)> {
    if !message.starts_with("unknown ") {
        return None;
    }
    let mut names = message.split('`').skip(1).step_by(2);
    Some((names.next()?, names))
}
