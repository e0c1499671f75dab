//! All files of a run: what one of them must know of the others.
//!
//! Every file is summed up first, then each is checked with the whole at hand, so that a finding that rests on another file stands in
//! the report of its own, in its place. Summaries hold no text of the policy but headings and addresses.

mod locale;
mod paths;
mod summary;
mod translations;

use std::collections::BTreeMap;

pub(super) use locale::without_locale;
pub use summary::{DatedPlace, FileSummary, HeadingSummary, LinkSummary, summarize};

use translations::Translations;

/// The files of a run, summed up. The default knows no file.
#[derive(Debug, Clone, Default)]
pub struct Project {
    files: BTreeMap<String, FileSummary>,
    translations: Translations,
}

impl Project {
    /// The project of these files; of two with one path, the last one counts.
    pub fn new(summaries: impl IntoIterator<Item = FileSummary>) -> Self {
        let files: BTreeMap<String, FileSummary> =
            summaries.into_iter().map(|summary| (summary.path.clone(), summary)).collect();
        let translations = Translations::of(files.values());
        Self { files, translations }
    }

    /// The file of this path.
    pub fn file(&self, path: &str) -> Option<&FileSummary> {
        self.files.get(path)
    }

    /// The file that a relative link in `from` leads to, query and fragment aside; `None` where it leads to the same file, out of the
    /// project or to no file of it.
    pub fn resolve(&self, from: &str, target: &str) -> Option<&FileSummary> {
        let path = paths::joined(from, target)?;
        self.files.get(&path).filter(|found| found.path != from)
    }

    /// The file that this one is a translation of.
    pub fn reference(&self, path: &str) -> Option<&FileSummary> {
        self.files.get(self.translations.reference(path)?)
    }
}

#[cfg(test)]
mod tests;
