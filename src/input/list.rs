//! Turns the paths that the user names into the files to check.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::{DirEntry, WalkBuilder};

use super::error::InputError;
use super::file::{InputFile, Place};
use super::paths::{absolute, printed, printed_from};
use super::repository::is_about_repository;
use super::store::ConfigStore;
use crate::config::{ConfigErrors, Setting};

/// The endings of the files that are taken from a folder, in lower case.
pub const EXTENSIONS: [&str; 8] = ["md", "markdown", "mdx", "html", "htm", "xhtml", "txt", "text"];

/// What stands for standard input among paths.
const STANDARD_INPUT: &str = "-";

/// The files to check and all that keeps others from being checked.
#[derive(Debug, Default)]
pub struct Listing {
    /// The files, in order of name, each once.
    pub files: Vec<InputFile>,
    /// Files that were named and that are not checked.
    pub skipped: Vec<Skipped>,
    /// Paths that cannot be read, or that nothing was named or found.
    pub errors: Vec<InputError>,
    /// Configurations that are wrong, each once; the files under them are not among [`Listing::files`].
    pub broken: Vec<Arc<ConfigErrors>>,
}

impl Listing {
    /// Notes once that a file that was named is not checked.
    fn skip(&mut self, name: String, reason: SkipReason) {
        let skipped = Skipped { name, reason };
        if !self.skipped.contains(&skipped) {
            self.skipped.push(skipped);
        }
    }
}

/// A file that was named and is not checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The file's name in output.
    pub name: String,
    /// Why it is not.
    pub reason: SkipReason,
}

/// Why a file that was named is not checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SkipReason {
    /// The configuration excludes it, by this pattern.
    Excluded(Setting<String>),
    /// A hook named it, and its name says that it is about the repository.
    AboutRepository,
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not checked: ", self.name)?;
        match &self.reason {
            SkipReason::Excluded(pattern) => write!(f, "`exclude` has `{}` ({})", pattern.value, pattern.origin),
            SkipReason::AboutRepository => write!(f, "by its name it is about the repository, and no policy"),
        }
    }
}

/// Lists the files that `paths` mean: a file is always meant, whatever its name and whether ignored or not; a folder
/// means the files in it that end in one of [`EXTENSIONS`], that are neither hidden nor named by `.gitignore` or `.ignore`, and
/// whose name does not say that they are about the repository, such as README.md; `-` means standard input under the name `stdin_name`. What the configuration excludes is never checked.
///
/// Links to folders are not followed, save those that are named.
///
/// `by` is who names the files: what is about the repository is checked where people name it, and where a hook names all files that
/// changed, it is not.
pub fn list(paths: &[PathBuf], stdin_name: &str, by: Named, store: &mut ConfigStore) -> Listing {
    let mut lister = Lister {
        store,
        files: BTreeMap::new(),
        excluded: BTreeSet::new(),
        about_repository: None,
        listing: Listing::default(),
    };
    let mut folders = Vec::new();
    for path in paths {
        if path.as_os_str() == STANDARD_INPUT {
            lister.add(Place::StandardInput, Path::new(stdin_name), Named::ByUser);
            continue;
        }
        let on_disk = lister.store.directory().join(path);
        match fs::metadata(&on_disk) {
            Ok(metadata) if metadata.is_dir() => {
                folders.push(printed(path));
                lister.walk(path, &on_disk);
            }
            Ok(_) => lister.add(Place::Disk(on_disk), path, by),
            Err(error) => lister.listing.errors.push(InputError::from_io(printed(path), &error)),
        }
    }
    lister.finish(&folders)
}

/// Who named a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// Somebody who means this file.
    ByUser,
    /// A hook, which names whatever changed.
    ByHook,
    /// Nobody: it lies in a folder that was named.
    No,
}

struct Lister<'a> {
    store: &'a mut ConfigStore,
    /// By absolute path, so that a file that is named twice is checked once.
    files: BTreeMap<PathBuf, InputFile>,
    /// What folders hold and the configuration excludes.
    excluded: BTreeSet<PathBuf>,
    /// A file in a folder whose name says that it is about the repository.
    about_repository: Option<String>,
    listing: Listing,
}

impl Lister<'_> {
    /// Takes the files of the folder that was given as `given`.
    fn walk(&mut self, given: &Path, on_disk: &Path) {
        // Ignore files of the machine or the clone would make the outcome depend on both; and a folder gives
        // the same files with and without `.git` in it.
        let walk = WalkBuilder::new(on_disk).git_global(false).git_exclude(false).require_git(false).build();
        for entry in walk {
            match entry {
                Ok(entry) if is_policy(&entry) => {
                    let inside = entry.path().strip_prefix(on_disk).unwrap_or(entry.path());
                    let name = given.join(inside);
                    self.add(Place::Disk(entry.into_path()), &name, Named::No);
                }
                Ok(_) => {}
                Err(error) => {
                    let error = self.walk_error(&error, on_disk);
                    self.listing.errors.push(error);
                }
            }
        }
    }

    fn add(&mut self, place: Place, given: &Path, named: Named) {
        let identity = absolute(self.store.directory(), given);
        let Entry::Vacant(free) = self.files.entry(identity) else { return };
        let name = if place == Place::StandardInput { given.to_string_lossy().into() } else { printed(given) };
        if named != Named::ByUser && is_about_repository(given) {
            if named == Named::ByHook {
                self.listing.skip(name, SkipReason::AboutRepository);
            } else {
                self.about_repository.get_or_insert(name);
            }
            return;
        }
        match self.store.resolve(free.key()) {
            Err(errors) => {
                if !self.listing.broken.iter().any(|known| Arc::ptr_eq(known, &errors)) {
                    self.listing.broken.push(errors);
                }
            }
            Ok(resolved) => match resolved.stack.excluded_by(free.key()) {
                Some(pattern) if named != Named::No => {
                    self.listing.skip(name, SkipReason::Excluded(pattern.clone()));
                }
                Some(_) => {
                    self.excluded.insert(free.into_key());
                }
                None => {
                    free.insert(InputFile { name, place, config: resolved.config, stack: resolved.stack });
                }
            },
        }
    }

    fn walk_error(&self, error: &ignore::Error, folder: &Path) -> InputError {
        let path = path_of(error).unwrap_or(folder);
        let reason = error.io_error().map_or(io::ErrorKind::Other, io::Error::kind);
        InputError::Unreadable { name: printed_from(self.store.directory(), path), reason }
    }

    fn finish(mut self, folders: &[String]) -> Listing {
        let nothing = self.files.is_empty() && self.listing.broken.is_empty();
        if nothing && !folders.is_empty() {
            let extensions = EXTENSIONS.map(|extension| format!("*.{extension}")).join(", ");
            let folders = folders.join(", ");
            let (excluded, about_repository) = (self.excluded.len(), self.about_repository.take());
            self.listing.errors.push(InputError::NothingFound { folders, extensions, excluded, about_repository });
        } else if nothing && self.listing.skipped.is_empty() && self.listing.errors.is_empty() {
            self.listing.errors.push(InputError::NothingNamed);
        }
        self.listing.files = self.files.into_values().collect();
        self.listing.files.sort_by(|a, b| a.name.cmp(&b.name));
        self.listing
    }
}

/// A file, or a link to one or to nowhere, that ends like a policy. Reading tells what is wrong with the last.
fn is_policy(entry: &DirEntry) -> bool {
    let extension = entry.path().extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    EXTENSIONS.contains(&extension.to_ascii_lowercase().as_str())
        && fs::metadata(entry.path()).map_or(entry.path_is_symlink(), |metadata| metadata.is_file())
}

/// The path that an error is about.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    let mut error = error;
    loop {
        match error {
            ignore::Error::WithPath { path, .. } => return Some(path),
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => error = err,
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests;
