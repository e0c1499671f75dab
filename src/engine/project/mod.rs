//! All files of a run: what one of them must know of the others.
//!
//! Each is checked with the whole at hand, so that a finding that rests on another file stands in the report of its own, in its place. A
//! file is summed up when one asks for it: most files of a run are never asked for, and reading all of them twice takes a tenth more
//! time. Summaries hold no text of the policy but headings and addresses.

mod locale;
mod paths;
mod summary;
mod translations;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

pub(super) use locale::without_locale;
pub use summary::{DatedPlace, FileSummary, HeadingSummary, LinkSummary, summarize};

use translations::Translations;

/// Sums up the file of a path; `None` where it cannot be read.
type Summarizer = dyn Fn(&str) -> Option<FileSummary> + Send + Sync;

/// The files of a run. The default knows no file.
#[derive(Clone, Default)]
pub struct Project {
    files: Arc<BTreeMap<String, OnceLock<Option<FileSummary>>>>,
    summarizer: Option<Arc<Summarizer>>,
    translations: Arc<OnceLock<Translations>>,
}

impl Project {
    /// The project of these files; of two with one path, the last one counts.
    pub fn new(summaries: impl IntoIterator<Item = FileSummary>) -> Self {
        let files = summaries.into_iter().map(|summary| (summary.path.clone(), OnceLock::from(Some(summary))));
        Self { files: Arc::new(files.collect()), ..Self::default() }
    }

    /// The project of the files of these paths, each summed up by `summarizer` once another one asks for it, from whatever thread. It is
    /// asked at most once a path, and gives the same whenever it is asked.
    pub fn lazy(
        paths: impl IntoIterator<Item = String>,
        summarizer: impl Fn(&str) -> Option<FileSummary> + Send + Sync + 'static,
    ) -> Self {
        let files = paths.into_iter().map(|path| (path, OnceLock::new()));
        Self {
            files: Arc::new(files.collect()),
            summarizer: Some(Arc::new(summarizer)),
            translations: Arc::default(),
        }
    }

    /// The file of this path.
    pub fn file(&self, path: &str) -> Option<&FileSummary> {
        let summary = self.files.get(path)?;
        summary.get_or_init(|| self.summarizer.as_ref().and_then(|summarizer| summarizer(path))).as_ref()
    }

    /// The file that a relative link in `from` leads to, query and fragment aside; `None` where it leads to the same file, out of the
    /// project or to no file of it.
    pub fn resolve(&self, from: &str, target: &str) -> Option<&FileSummary> {
        let path = paths::joined(from, target)?;
        if path == from { None } else { self.file(&path) }
    }

    /// The file that this one is a translation of.
    pub fn reference(&self, path: &str) -> Option<&FileSummary> {
        let translations =
            self.translations.get_or_init(|| Translations::of(self.files.keys().map(String::as_str), |path| self.file(path)));
        self.file(translations.reference(path)?)
    }
}

impl fmt::Debug for Project {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Project").field("files", &self.files).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
