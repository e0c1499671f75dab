//! What a check leaves open, since only the disk can tell.

use super::diagnostic::Diagnostic;
use super::file::FileReport;

/// A finding that holds unless a file is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The files of which one has to be there, as seen from the folder of the file that was checked, with `/` between the parts.
    pub files: Vec<String>,
    /// What to tell if none of them is.
    pub otherwise: Diagnostic,
}

impl FileReport {
    /// Settles what was left open: `is_there` tells of a file, as seen from the folder of this one, whether it exists, and `None` where
    /// it can't tell. What cannot be told is no finding. Without this call the questions stay open and nothing is said of them.
    pub fn settle(&mut self, is_there: impl Fn(&str) -> Option<bool>) {
        let lost = |question: &Question| question.files.iter().all(|file| is_there(file) == Some(false));
        let questions = std::mem::take(&mut self.questions);
        self.diagnostics.extend(questions.into_iter().filter(lost).map(|question| question.otherwise));
        self.diagnostics.sort_by(|a, b| {
            let key = |diagnostic: &Diagnostic| (diagnostic.primary.span.start(), diagnostic.primary.span.end());
            (key(a).0, &a.rule, key(a).1).cmp(&(key(b).0, &b.rule, key(b).1))
        });
    }
}
