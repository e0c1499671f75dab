//! `--fix` and `--diff`: what has exactly one right answer, written or shown.

use std::io;
use std::path::Path;

use crate::report::{Edit, FileReport};
use crate::text::SourceText;

/// The bytes of a file with all safe fixes of a report in place; `None` where there is nothing to mend.
pub(super) fn fixed(report: &FileReport, bytes: &[u8]) -> Option<Vec<u8>> {
    let fixes = report.diagnostics.iter().flat_map(|found| found.fixes.iter().find(|fix| fix.safe));
    let mut edits: Vec<&Edit> = fixes.flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| (edit.span.start(), edit.span.end()));
    let mut mended = Vec::with_capacity(bytes.len());
    let mut at = 0;
    for edit in edits {
        // Two rules may mend the same place; the first one does.
        let Some(text) = report.source.decoded().encode(&edit.text).filter(|_| edit.span.start() >= at) else {
            continue;
        };
        mended.extend_from_slice(bytes.get(at..edit.span.start())?);
        mended.extend(text);
        at = edit.span.end();
    }
    mended.extend_from_slice(bytes.get(at..)?);
    (mended != bytes).then_some(mended)
}

/// Writes a file anew, by way of a file beside it, so that a failure leaves the old one whole.
pub(super) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = path.with_extension("policylint-tmp");
    std::fs::write(&beside, bytes)?;
    std::fs::set_permissions(&beside, std::fs::metadata(path)?.permissions())?;
    std::fs::rename(&beside, path)
}

/// The change as a unified diff.
pub(super) fn diff(name: &str, before: &SourceText, after: &[u8]) -> String {
    let after = SourceText::new(after).map(|after| after.text().to_owned()).unwrap_or_default();
    let (old, new) = (format!("a/{name}"), format!("b/{name}"));
    similar::TextDiff::from_lines(before.text(), &after).unified_diff().header(&old, &new).to_string()
}
