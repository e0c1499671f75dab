//! File patterns, meant as in `.gitignore`.

use std::path::{Path, PathBuf};

use globset::{Candidate, GlobBuilder, GlobSet, GlobSetBuilder};

use super::setting::Setting;

/// File patterns that are relative to the folder of the file they stand in.
///
/// As in `.gitignore`: a pattern without `/` fits a name at any depth, one with `/` starts at the folder, one that
/// ends in `/` fits folders only, and what lies in a folder that fits, fits. `*` and `?` stop at `/`, `**` does not.
#[derive(Debug, Clone, Default)]
pub struct PathGlobs {
    folder: PathBuf,
    patterns: Vec<Setting<String>>,
    set: GlobSet,
}

/// Why a pattern is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum GlobError {
    #[error("it is empty")]
    Empty,
    #[error("`!` does not turn a pattern round here")]
    Negated,
    #[error("a pattern cannot leave the folder of its file by `..`")]
    Leaves,
    #[error("{0}")]
    Syntax(String),
}

impl PathGlobs {
    /// Checked patterns, relative to `folder`.
    pub(super) fn new(folder: &Path, patterns: Vec<Setting<String>>) -> Result<Self, GlobError> {
        let mut builder = GlobSetBuilder::new();
        for pattern in &patterns {
            builder.add(compile(&pattern.value)?);
        }
        let set = builder.build().map_err(|error| GlobError::Syntax(error.kind().to_string()))?;
        Ok(Self { folder: folder.to_owned(), patterns, set })
    }

    /// Whether one pattern would do.
    pub(super) fn check(pattern: &str) -> Result<(), GlobError> {
        compile(pattern).map(drop)
    }

    /// The pattern that `path` (absolute, without `.` and `..`) fits; the last one, where several do.
    pub fn find(&self, path: &Path) -> Option<&Setting<String>> {
        let inside = path.strip_prefix(&self.folder).ok()?;
        let last = |path: &Path, is_file: bool| {
            let fits = self.set.matches_candidate(&Candidate::new(path));
            fits.into_iter().rev().find(|index| !is_file || !self.patterns[*index].value.ends_with('/'))
        };
        let own = last(inside, true);
        let around = inside.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
        let found = around.filter_map(|folder| last(folder, false)).chain(own).max();
        found.and_then(|index| self.patterns.get(index))
    }

    /// The patterns as written.
    pub fn patterns(&self) -> &[Setting<String>] {
        &self.patterns
    }
}

fn compile(pattern: &str) -> Result<globset::Glob, GlobError> {
    let trimmed = pattern.trim_end_matches('/').trim_start_matches("./");
    if trimmed.is_empty() {
        return Err(GlobError::Empty);
    }
    if trimmed.starts_with('!') {
        return Err(GlobError::Negated);
    }
    if trimmed.split('/').any(|part| part == "..") {
        return Err(GlobError::Leaves);
    }
    let anchored = match trimmed.strip_prefix('/') {
        Some(rest) => rest.to_owned(),
        None if trimmed.contains('/') => trimmed.to_owned(),
        None => format!("**/{trimmed}"),
    };
    GlobBuilder::new(&anchored)
        .literal_separator(true)
        .backslash_escape(true)
        .build()
        .map_err(|error| GlobError::Syntax(error.kind().to_string()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn fits(pattern: &str, path: &str) -> bool {
        let globs = PathGlobs::new(Path::new("/site"), vec![pattern.to_owned().into()]).unwrap();
        globs.find(Path::new(path)).is_some()
    }

    #[test]
    fn a_name_fits_at_any_depth() {
        assert!(fits("*.old.md", "/site/a/b/policy.old.md"));
        assert!(fits("archive", "/site/archive/2019/policy.md"));
        assert!(fits("archive", "/site/legal/archive/policy.md"));
        assert!(!fits("archive", "/site/archived/policy.md"));
        assert!(!fits("*.md", "/elsewhere/policy.md"));
    }

    #[test]
    fn a_path_starts_at_the_folder() {
        for pattern in ["legal/*.md", "./legal/*.md", "/legal/*.md", "legal/", "/legal", "{legal,terms}/**"] {
            assert!(fits(pattern, "/site/legal/policy.md"), "{pattern}");
            assert!(!fits(pattern, "/site/other/policy.md"), "{pattern}");
        }
        assert!(!fits("legal/*.md", "/site/a/legal/policy.md"));
        assert!(!fits("legal/*.md", "/site/legal/de/policy.md"));
        assert!(fits("legal/**/*.md", "/site/legal/de/policy.md"));
    }

    #[test]
    fn a_closing_slash_asks_for_a_folder() {
        assert!(!fits("policy.md/", "/site/policy.md"));
        assert!(fits("policy.md/", "/site/policy.md/en.md"));
    }

    #[test]
    fn the_last_pattern_is_named() {
        let patterns = ["legal/", "*.md", "*.txt"].map(|pattern| pattern.to_owned().into()).to_vec();
        let globs = PathGlobs::new(Path::new("/site"), patterns).unwrap();
        assert_eq!(globs.find(Path::new("/site/legal/policy.md")).unwrap().value, "*.md");
        assert_eq!(globs.find(Path::new("/site/legal/policy.html")).unwrap().value, "legal/");
    }

    #[test]
    fn wrong_patterns_are_refused() {
        assert_eq!(PathGlobs::check(""), Err(GlobError::Empty));
        assert_eq!(PathGlobs::check("/"), Err(GlobError::Empty));
        assert_eq!(PathGlobs::check("!a.md"), Err(GlobError::Negated));
        assert_eq!(PathGlobs::check("../a.md"), Err(GlobError::Leaves));
        assert!(matches!(PathGlobs::check("a[.md"), Err(GlobError::Syntax(_))));
    }
}
