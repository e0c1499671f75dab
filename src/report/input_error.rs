//! Mistakes in files that users write for policylint: rule packs and configuration.

use std::sync::Arc;

use miette::{Diagnostic, LabeledSpan, NamedSource, SourceCode};

/// A mistake at its place in a TOML file, printed by miette: these files have short lines.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{message}")]
pub struct InputError {
    message: String,
    label: String,
    help: Option<String>,
    range: std::ops::Range<usize>,
    file: NamedSource<Arc<str>>,
}

impl InputError {
    /// A mistake in the bytes `range` of the file `path`, whose content is `text`.
    pub fn new(path: &str, text: &Arc<str>, range: std::ops::Range<usize>, message: impl Into<String>) -> Self {
        let end = range.end.min(text.len());
        Self {
            message: message.into(),
            label: String::new(),
            help: None,
            range: range.start.min(end)..end,
            file: NamedSource::new(path, Arc::clone(text)).with_language("TOML"),
        }
    }

    /// What a TOML parser or the file's schema objects to, with the key that was probably meant.
    pub fn from_toml(path: &str, text: &Arc<str>, error: &toml::de::Error) -> Self {
        let message = error.message().trim().replace('\n', ", ");
        let suggestion = unknown_name(&message).and_then(|(wrong, names)| crate::text::closest(wrong, names));
        Self::new(path, text, error.span().unwrap_or(0..0), message.clone()).with_suggestion(suggestion)
    }

    /// Says at the place what is wrong with it.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
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
        let text: &str = self.file.inner();
        let position = crate::text::LineIndex::new(text).position(text, self.range.start);
        format!("{}:{}:{}", self.path(), position.line, position.column)
    }
}

impl Diagnostic for InputError {
    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn std::fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.file)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = Some(if self.label.is_empty() { "here".to_owned() } else { self.label.clone() });
        Some(Box::new(std::iter::once(LabeledSpan::new(label, self.range.start, self.range.len()))))
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
