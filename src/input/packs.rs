//! Reads the files of a rule pack: of a folder, or the one file that is the pack.

use std::fs;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::error::InputError;
use super::paths::{absolute, printed_from};
use super::store::reason_of;
use crate::text::NamedText;

/// The files of the pack at `path`, in order of name. In a folder these are all `.toml` files at any depth that are not
/// hidden. Names are relative to `directory` (absolute), as is `path`.
///
/// # Errors
/// Every file that cannot be read; a folder without any.
pub fn read_pack(directory: &Path, path: &Path) -> Result<Vec<NamedText>, Vec<InputError>> {
    let root = absolute(directory, path);
    let name = |path: &Path| printed_from(directory, path);
    let mut files = Vec::new();
    let mut errors = Vec::new();
    // Sorted in full at the end: a folder's name and a file's order differently with and without what follows them.
    for entry in WalkDir::new(&root).into_iter().filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry)) {
        let read = entry.map_err(|error| {
            let reason = error.io_error().map_or_else(|| "it leads back to itself".to_owned(), reason_of);
            InputError::PackUnreadable { name: name(error.path().unwrap_or(&root)), reason }
        });
        let text = read.and_then(|entry| {
            if !is_rule_file(&entry) {
                return Ok(None);
            }
            let unreadable = |error| InputError::PackUnreadable { name: name(entry.path()), reason: reason_of(&error) };
            fs::read_to_string(entry.path())
                .map(|text| Some(NamedText::new(name(entry.path()), text)))
                .map_err(unreadable)
        });
        match text {
            Ok(text) => files.extend(text),
            Err(error) => errors.push(error),
        }
    }
    if files.is_empty() && errors.is_empty() {
        errors.push(InputError::PackEmpty { name: name(&root) });
    }
    files.sort_by(|a, b| a.name().cmp(b.name()));
    if errors.is_empty() { Ok(files) } else { Err(errors) }
}

/// A pack that is one file may have any name.
fn is_rule_file(entry: &DirEntry) -> bool {
    let is_toml = entry.path().extension().is_some_and(|extension| extension == "toml");
    !entry.path().is_dir() && (entry.depth() == 0 || is_toml)
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn write(folder: &Path, name: &str, bytes: &[u8]) {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    #[test]
    fn a_folder_gives_its_rule_files_in_order() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["own/pack.toml", "own/a-b/c.toml", "own/a/z.toml", "own/.git/x.toml", "own/notes.md", "b.toml"] {
            write(folder.path(), name, name.as_bytes());
        }
        let files = read_pack(folder.path(), Path::new("./own")).unwrap();
        let names: Vec<&str> = files.iter().map(NamedText::name).collect();
        assert_eq!(names, ["own/a-b/c.toml", "own/a/z.toml", "own/pack.toml"]);
        assert_eq!(files[1].text(), "own/a/z.toml");
    }

    #[test]
    fn a_pack_may_be_one_file() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "mine.rules", b"id = 1");
        let files = read_pack(folder.path(), Path::new("mine.rules")).unwrap();
        assert_eq!((files.len(), files[0].name(), files[0].text()), (1, "mine.rules", "id = 1"));
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let told = |path: &str| -> Vec<String> {
            let errors = read_pack(folder.path(), Path::new(path)).unwrap_err();
            errors.iter().map(|error| format!("{} {error}", error.problem().path.unwrap())).collect()
        };
        assert_eq!(told("gone"), ["gone the rule pack cannot be read: no such file"]);
        write(folder.path(), "empty/readme.md", b"");
        assert_eq!(told("empty"), ["empty the rule pack holds no .toml file"]);
        write(folder.path(), "bad/a.toml", b"\xff\xfe\xff");
        write(folder.path(), "bad/b.toml", b"");
        assert_eq!(told("bad"), ["bad/a.toml the rule pack cannot be read: it is not UTF-8 text"]);
    }
}
