//! Files of a repository that are about the repository.

use std::path::Path;

/// What such files are called, before the first stop, in lower case and with hyphens for underscores.
const NAMES: [&str; 18] = [
    "readme",
    "changelog",
    "contributing",
    "contributors",
    "code-of-conduct",
    "license",
    "licence",
    "copying",
    "authors",
    "maintainers",
    "governance",
    "security",
    "support",
    "roadmap",
    "todo",
    "release-notes",
    "pull-request-template",
    "issue-template",
];

/// Whether a file is by its name about the repository that it lies in, as README.md and CHANGELOG.md are.
pub(super) fn is_about_repository(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase().replace('_', "-");
    NAMES.contains(&stem.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for name in ["README.md", "docs/readme.de.md", "CODE_OF_CONDUCT.md", "LICENSE.txt", "Contributing.html"] {
            assert!(is_about_repository(Path::new(name)), "{name}");
        }
        for name in
            ["privacy.md", "security-policy.md", "readme-privacy.md", "license/policy.md", "", "support-data.txt"]
        {
            assert!(!is_about_repository(Path::new(name)), "{name}");
        }
    }
}
