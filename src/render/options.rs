//! What the caller decides about the output.

use std::sync::Arc;

use crate::text::SourceText;

/// How output is laid out. The default suits a file or a pipe.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Columns of the terminal, if the output goes to one; otherwise excerpts take 100 columns.
    pub width: Option<usize>,
    /// Whether colours are used.
    pub colour: Colour,
    /// The characters that frames and signs are drawn with.
    pub charset: Charset,
    /// Whether the terminal understands links (OSC 8).
    pub hyperlinks: bool,
    /// What an address of a rule's page begins with; the rule's id follows. Linked to only with `hyperlinks`.
    pub rule_pages: Option<&'a str>,
    /// Texts of files that diagnostics of other files point to.
    pub sources: &'a dyn Sources,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            width: None,
            colour: Colour::Never,
            charset: Charset::Unicode,
            hyperlinks: false,
            rule_pages: None,
            sources: &NoSources,
        }
    }
}

impl std::fmt::Debug for Options<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("width", &self.width)
            .field("colour", &self.colour)
            .field("charset", &self.charset)
            .field("hyperlinks", &self.hyperlinks)
            .field("rule_pages", &self.rule_pages)
            .finish_non_exhaustive()
    }
}

/// Whether output is coloured. Colour never says anything that the words don't.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Colour {
    /// Plain text.
    #[default]
    Never,
    /// With ANSI escape sequences (ECMA-48 SGR).
    Always,
}

/// What frames and signs are drawn with; the policy's own text keeps its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Charset {
    /// Box drawing, `…`, curly quotes.
    #[default]
    Unicode,
    /// ASCII alone.
    Ascii,
}

impl Charset {
    /// What stands where something was cut out.
    pub(super) fn ellipsis(self) -> &'static str {
        match self {
            Self::Unicode => "…",
            Self::Ascii => "...",
        }
    }

    /// The quotation marks before and after quoted words.
    pub(super) fn quotes(self) -> (&'static str, &'static str) {
        match self {
            Self::Unicode => ("“", "”"),
            Self::Ascii => ("\"", "\""),
        }
    }
}

/// Gives the texts of files other than the one being reported on.
pub trait Sources {
    /// The text of the file at `path`, named as in labels; `None` where it cannot be had.
    fn source(&self, path: &str) -> Option<Arc<SourceText>>;
}

/// Knows no other file.
#[derive(Debug, Clone, Copy)]
pub struct NoSources;

impl Sources for NoSources {
    fn source(&self, _path: &str) -> Option<Arc<SourceText>> {
        None
    }
}

impl<F: Fn(&str) -> Option<Arc<SourceText>>> Sources for F {
    fn source(&self, path: &str) -> Option<Arc<SourceText>> {
        self(path)
    }
}
