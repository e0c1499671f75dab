//! Paths without a look at the disk: cleaned, made absolute, printed.

use std::path::{Component, Path, PathBuf};

/// `path` without `.` and, where a folder comes before it, `..`.
pub(super) fn clean(path: &Path) -> PathBuf {
    let mut cleaned = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => match cleaned.components().next_back() {
                Some(Component::Normal(_)) => {
                    cleaned.pop();
                }
                Some(Component::RootDir) => {}
                _ => cleaned.push(".."),
            },
            other => cleaned.push(other),
        }
    }
    cleaned
}

/// `path` as seen from the absolute `folder`, cleaned.
pub(super) fn absolute(folder: &Path, path: &Path) -> PathBuf {
    clean(&folder.join(path))
}

/// `path` as output prints it: cleaned, with `/` between its parts.
pub(super) fn printed(path: &Path) -> String {
    let path = clean(path);
    let parts = path.components().filter_map(|component| match component {
        Component::RootDir => None,
        other => Some(other.as_os_str().to_string_lossy()),
    });
    let joined = parts.collect::<Vec<_>>().join("/");
    match (path.has_root(), joined.is_empty()) {
        // A drive letter stands before the root.
        (true, _) if !matches!(path.components().next(), Some(Component::Prefix(_))) => format!("/{joined}"),
        (false, true) => ".".to_owned(),
        _ => joined,
    }
}

/// An absolute `path` as output prints it: from `folder` on where it lies in there.
pub(super) fn printed_from(folder: &Path, path: &Path) -> String {
    printed(path.strip_prefix(folder).unwrap_or(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_cleaned() {
        let cleaned = |path: &str| printed(Path::new(path));
        assert_eq!(cleaned("./docs//policy.md"), "docs/policy.md");
        assert_eq!(cleaned("docs/../policy.md"), "policy.md");
        assert_eq!(cleaned("../../a/./b"), "../../a/b");
        assert_eq!(cleaned("a/.."), ".");
        assert_eq!(cleaned("/../a"), "/a");
        assert_eq!(cleaned("/"), "/");
    }

    #[test]
    fn paths_are_seen_from_a_folder() {
        assert_eq!(absolute(Path::new("/site/a"), Path::new("../b")), Path::new("/site/b"));
        assert_eq!(absolute(Path::new("/site/a"), Path::new("/b")), Path::new("/b"));
        assert_eq!(printed_from(Path::new("/site"), Path::new("/site/a/b")), "a/b");
        assert_eq!(printed_from(Path::new("/site"), Path::new("/other/b")), "/other/b");
    }
}
